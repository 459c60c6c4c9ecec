/** The rehearsal page: the imitation, and on it the very reader, guide and pointer of Microsoft's page. */
import '@/components/styles/tokens.css';
import './practice.css';
import { render } from 'preact';
import { textLanguage } from '@/components/language.ts';
import { Rehearsal } from '@/components/rehearsal/rehearsal.tsx';
import { wordsIn } from '@/components/rehearsal/words.ts';
import type { GuideState } from '@/utils/app/guide-state.ts';
import { loadGuideState, watchGuideState } from '@/utils/platform/guide-ports.ts';
import { t } from '@/utils/platform/i18n.ts';
import { browserPorts } from '@/utils/platform/page-session.ts';
import { createSession } from '@/utils/pointer/session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

document.documentElement.lang = textLanguage();
document.title = t('rehearsal_page_title');
const words = wordsIn(textLanguage());
const session = createSession(browserPorts(window, () => true));

const show = (state: GuideState | null): void => {
  const task = state?.task.where === 'rehearsal' ? state.task : null;
  render(<Rehearsal words={words} isGuided={task !== null} />, root);
  session.setTask(task);
};

watchGuideState(show);
void loadGuideState().then(show);
