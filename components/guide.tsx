/** The running guide: the steps, what the page shows now, what to do, and help where it gets stuck. */
import type { ComponentChildren } from 'preact';
import type { Advice, StepStatus } from '@/utils/guide/advice.ts';
import type { Task } from '@/utils/guide/task.ts';
import type { PageStateKind } from '@/utils/pages/security-info/state.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Button, CopyButton } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Help, type HelpProps } from './help.tsx';
import { Icon, type IconName } from './icon.tsx';
import { SentenceView } from './sentence.tsx';
import { Steps } from './steps.tsx';

export type PageNow = PageStateKind | 'closed';

const PAGE_NOW: Readonly<Record<PageNow, MessageKey>> = {
  closed: 'page_closed',
  elsewhere: 'page_elsewhere',
  unrecognised: 'page_unrecognised',
  list: 'page_list',
  picker: 'page_picker',
  name: 'page_name',
  creating: 'page_creating',
  result: 'page_result',
  failed: 'page_failed',
  'other-method': 'page_other_method',
  interrupted: 'page_interrupted',
};

const TONE_ICON: Readonly<Record<Advice['tone'], IconName>> = {
  do: 'forward',
  wait: 'wait',
  careful: 'careful',
  stuck: 'bad',
  finished: 'good',
};

/** Help in cases where the person may get there though the page can't be read. */
const UNPROVEN: ReadonlySet<Advice['help']> = new Set([
  'row-missing',
  'page-not-recognised',
  'page-interferes',
] as const);

export interface GuideProps {
  readonly onShown: HeadingProps['onShown'];
  readonly task: Task;
  readonly advice: Advice;
  readonly steps: readonly StepStatus[];
  readonly page: PageNow;
  /** Shown above everything else: without it the steps can't follow the page. */
  readonly accessLost: ComponentChildren;
  /** What the help sections need to know. */
  readonly help: Omit<HelpProps, 'help'>;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShowPage: () => void;
  /** The person says that they have the app password, though no page proved it. */
  readonly onMade: () => void;
  readonly onStop: () => void;
}

export function Guide({
  onShown,
  task,
  advice,
  steps,
  page,
  accessLost,
  help,
  onCopy,
  onShowPage,
  onMade,
  onStop,
}: GuideProps) {
  // Once the app password is on screen or on the clipboard, nothing here may take its place there.
  const mayCopyName = advice.step !== 'copy' && advice.step !== 'check' && !task.seen.result;
  const mayHaveIt = advice.help !== null && UNPROVEN.has(advice.help);
  const away = page === 'closed' || page === 'elsewhere';
  return (
    <div class="columns">
      <div class="column">
        <div class="page-head">
          {task.where === 'rehearsal' && <p class="badge">{t('guide_panel_rehearsal')}</p>}
          <Heading onShown={onShown}>{t('guide_panel_title', task.appName)}</Heading>
        </div>
        {accessLost}
        <Steps steps={steps}>
          <div class={`advice advice-${advice.tone}`}>
            <Icon name={TONE_ICON[advice.tone]} size={20} />
            <div>
              {advice.say.map((sentence) => (
                <p key={sentence.key}>
                  <SentenceView of={sentence} />
                </p>
              ))}
            </div>
          </div>
          {mayCopyName && advice.offerName && (
            <CopyButton label={t('guide_panel_copy_name')} text={task.name} onCopy={onCopy} />
          )}
          <p class="page-now">{t(PAGE_NOW[page])}</p>
        </Steps>
        <div class="actions">
          <Button look={away ? 'primary' : 'secondary'} icon="external" onClick={onShowPage}>
            {t('guide_panel_show_page')}
          </Button>
          {mayHaveIt && <Button onClick={onMade}>{t('guide_panel_have_it')}</Button>}
          <Button look="quiet" onClick={onStop}>
            {t('guide_panel_stop')}
          </Button>
        </div>
      </div>
      <div class="column">
        {advice.help && <Help {...help} help={advice.help} />}
        <section class="card key-data" aria-labelledby="key-data">
          <h2 id="key-data">{t('guide_panel_key')}</h2>
          <dl class="pairs">
            <div>
              <dt>{t('common_name')}</dt>
              <dd>
                <bdi>{task.name}</bdi>
              </dd>
            </div>
            {task.device && (
              <div>
                <dt>{t('common_device')}</dt>
                <dd>
                  <bdi>{task.device}</bdi>
                </dd>
              </div>
            )}
          </dl>
          {mayCopyName && !advice.offerName && (
            <div class="actions">
              <CopyButton label={t('guide_panel_copy_name')} text={task.name} onCopy={onCopy} />
            </div>
          )}
        </section>
        <p class="quiet small">
          {t(task.where === 'rehearsal' ? 'guide_panel_rehearsal_text' : 'guide_panel_hands_off')}
        </p>
      </div>
    </div>
  );
}

export interface NoGuideProps {
  readonly onShown: HeadingProps['onShown'];
  /** The guide was just started and has not reported yet. */
  readonly starting: boolean;
  readonly appsHref: string;
}

export function NoGuide({ onShown, starting, appsHref }: NoGuideProps) {
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t(starting ? 'guide_panel_starting' : 'guide_panel_none_title')}</Heading>
      {!starting && (
        <>
          <p>{t('guide_panel_none_text')}</p>
          <div class="actions">
            <a class="button button-primary" href={appsHref}>
              <Icon name="key" />
              <span>{t('home_make_button')}</span>
            </a>
          </div>
        </>
      )}
    </div>
  );
}
