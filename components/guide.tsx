/** The running guide: the steps, what the page shows now, what to do, and help where it gets stuck. */
import type { ComponentChildren } from 'preact';
import type { Advice, StepStatus } from '@/utils/guide/advice.ts';
import type { Task } from '@/utils/guide/task.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, CopyButton } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Help, type HelpProps } from './help.tsx';
import { Icon, type IconName } from './icon.tsx';
import { PAGE_NOW, type PageNow } from './page-now.ts';
import { SentenceView } from './sentence.tsx';
import { Steps } from './steps.tsx';

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
  'row-not-found',
  'page-not-recognised',
  'page-interferes',
] as const);

export interface GuideProps {
  readonly onShown: HeadingProps['onShown'];
  readonly task: Task;
  readonly advice: Advice;
  readonly steps: readonly StepStatus[];
  readonly page: PageNow;
  /** How many rows on the page carry the name that is to be deleted. */
  readonly sameNames: number;
  /** Which of them is meant, from the top and from 0. */
  readonly onChooseRow: (row: number) => void;
  /** Shown above everything else: without it the steps can't follow the page. */
  readonly accessLost: ComponentChildren;
  /** What was deleted by mistake, and what becomes of it. */
  readonly lostRows: ComponentChildren;
  /** What the help sections need to know. */
  readonly help: Omit<HelpProps, 'help'>;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onShowPage: () => void;
  /** The person says that it is done, though no page proved it. */
  readonly onDone: () => void;
  readonly onStop: () => void;
}

export function Guide({
  onShown,
  task,
  advice,
  steps,
  page,
  sameNames,
  accessLost,
  lostRows,
  help,
  onCopy,
  onShowPage,
  onChooseRow,
  onDone,
  onStop,
}: GuideProps) {
  // Once the app password is on screen or on the clipboard, nothing here may take its place there.
  const mayCopyName =
    task.kind === 'create' && advice.step !== 'copy' && advice.step !== 'check' && !task.seen.result;
  const mayBeDone = task.kind !== 'review' && advice.help !== null && UNPROVEN.has(advice.help);
  const away = page === 'closed' || page === 'elsewhere';
  return (
    <div class="columns">
      <div class="column">
        <div class="page-head">
          {task.where === 'rehearsal' && <p class="badge">{t('guide_panel_rehearsal')}</p>}
          <Heading onShown={onShown}>{taskTitle(task)}</Heading>
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
          {mayBeDone && (
            <Button onClick={onDone}>
              {t(task.kind === 'delete' ? 'guide_delete_is_gone' : 'guide_panel_have_it')}
            </Button>
          )}
          <Button look="quiet" onClick={onStop}>
            {t('guide_panel_stop')}
          </Button>
        </div>
      </div>
      <div class="column">
        {advice.help === 'choose-row' && <ChooseRow count={sameNames} onChoose={onChooseRow} />}
        {lostRows}
        {advice.help && advice.help !== 'choose-row' && advice.help !== 'wrong-row' && (
          <Help {...help} help={advice.help} />
        )}
        {task.kind !== 'review' && (
          <section class="card key-data" aria-labelledby="key-data">
            <h2 id="key-data">{t(task.kind === 'delete' ? 'guide_delete_key' : 'guide_panel_key')}</h2>
            <dl class="pairs">
              <div>
                <dt>{t('common_name')}</dt>
                <dd>
                  <bdi>{task.name}</bdi>
                </dd>
              </div>
              {task.kind === 'create' && task.device && (
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
        )}
        <p class="quiet small">
          {t(task.where === 'rehearsal' ? 'guide_panel_rehearsal_text' : 'guide_panel_hands_off')}
        </p>
      </div>
    </div>
  );
}

/** What a task is called where it stands alone. */
export function taskTitle(task: Task): string {
  switch (task.kind) {
    case 'create':
      return t('guide_panel_title', task.appName);
    case 'delete':
      return t('guide_delete_title', task.name);
    case 'review':
      return t(task.purpose === 'delete' ? 'guide_choose_delete' : 'guide_review_title');
  }
}

/** Rows of the same name can't be told apart by anything Microsoft shows: the person says which is meant. */
function ChooseRow({
  count,
  onChoose,
}: {
  readonly count: number;
  readonly onChoose: (row: number) => void;
}) {
  return (
    <section class="card help" aria-labelledby="choose-row">
      <h2 id="choose-row">{t('guide_choose_title', String(count))}</h2>
      <p>{t('guide_choose_text')}</p>
      <div class="actions">
        {Array.from({ length: count }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <Button key={row} onClick={() => onChoose(row)}>
            {t('guide_choose_row', String(row + 1))}
          </Button>
        ))}
      </div>
      <p class="quiet small">{t('guide_choose_unsure')}</p>
    </section>
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
