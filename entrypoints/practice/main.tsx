/**
 * The rehearsal page: the imitation, and on it the very reader, guide and pointer of Microsoft's page. While it
 * is presented, the guide plays a task of this page's own, of which nobody else is told.
 */
import '@/components/styles/tokens.css';
import './practice.css';
import { render } from 'preact';
import { textLanguage } from '@/components/language.ts';
import { Presentation } from '@/components/rehearsal/presentation.tsx';
import { Rehearsal } from '@/components/rehearsal/rehearsal.tsx';
import { wordsIn } from '@/components/rehearsal/words.ts';
import type { GuideState } from '@/utils/app/guide-state.ts';
import { advise } from '@/utils/guide/advise.ts';
import type { Sighting } from '@/utils/guide/sighting.ts';
import type { Task } from '@/utils/guide/task.ts';
import { witness } from '@/utils/guide/witness.ts';
import { loadGuideState, watchGuideState } from '@/utils/platform/guide-ports.ts';
import { t } from '@/utils/platform/i18n.ts';
import { browserPorts } from '@/utils/platform/page-session.ts';
import { createSession } from '@/utils/pointer/session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

document.documentElement.lang = textLanguage();
document.documentElement.dir = t('common_direction') === 'rtl' ? 'rtl' : 'ltr';
document.title = t('rehearsal_page_title');
const words = wordsIn(textLanguage());

/** The task that was started in the panel, if any. */
let rehearsed: Task | null = null;
/** What is presented; its task is not yet known at the very first moment. */
let presented: { readonly task: Task | null; readonly sighting: Sighting | null } | null = null;

const ports = browserPorts(window, () => true);
const session = createSession({
  ...ports,
  report: (taskId, sighting, how) => {
    if (!presented) ports.report(taskId, sighting, how);
    else if (presented.task?.id === taskId) {
      presented = { task: witness(presented.task, sighting.state), sighting };
      draw();
    }
  },
  left: (taskId) => !presented && ports.left(taskId),
  interferes: (taskId) => !presented && ports.interferes(taskId),
  stop: (taskId) => (presented ? end() : ports.stop(taskId)),
  // The presenter's own words and buttons are not to lie under the card either.
  alsoClear: () => document.querySelector('.presenter'),
});

function present(): void {
  presented = { task: null, sighting: null };
  draw();
}

function begin(task: Task): void {
  // Not at once: a view's effects are running, and what the guide reports draws that view again.
  queueMicrotask(() => {
    if (!presented) return;
    const isSame = presented.task?.id === task.id;
    presented = { task, sighting: isSame ? presented.sighting : null };
    session.setTask(task);
  });
}

function end(): void {
  presented = null;
  draw();
  session.setTask(rehearsed);
}

function draw(): void {
  if (!root) return;
  document.documentElement.classList.toggle('is-presented', presented !== null);
  if (!presented) {
    render(<Rehearsal words={words} isGuided={rehearsed !== null} onPresent={present} />, root);
    return;
  }
  const { task, sighting } = presented;
  const advice = task && sighting ? advise(task, sighting) : undefined;
  render(<Presentation words={words} advice={advice} onTask={begin} onEnd={end} />, root);
}

const show = (state: GuideState | null): void => {
  rehearsed = state?.task.where === 'rehearsal' ? state.task : null;
  draw();
  if (!presented) session.setTask(rehearsed);
};

watchGuideState(show);
void loadGuideState().then(show);
