/** Home: what matters today. */
import type { Day } from '@/utils/lib/day.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { t } from '@/utils/platform/i18n.ts';
import type { TimelineEvent } from '@/utils/timeline/timeline.ts';
import { AccessLost } from './access-lost.tsx';
import { OutsideLink } from './controls.tsx';
import { daySlip, daysBetween, daysLeftText, dayText } from './day-text.ts';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { SentenceView } from './sentence.tsx';

/** A task that runs, as Home tells of it. */
export interface RunningTask {
  readonly title: string;
  /** 1-based number of the step that is due; `null` when all are done. */
  readonly step: number | null;
  readonly steps: number;
}

export interface UpcomingChange {
  readonly event: TimelineEvent;
  readonly say: Sentence;
}

export interface HomeProps {
  readonly onShown: HeadingProps['onShown'];
  readonly today: Day;
  readonly task: RunningTask | null;
  /** Changes still to come, soonest first; `null` while they load. */
  readonly changes: readonly UpcomingChange[] | null;
  /** The browser has taken back the access to Microsoft's page. */
  readonly accessLost: boolean;
  readonly accessRefused: boolean;
  readonly onAskAccess: () => void;
  readonly links: { readonly apps: string; readonly guide: string };
}

export function Home({
  onShown,
  today,
  task,
  changes,
  accessLost,
  accessRefused,
  onAskAccess,
  links,
}: HomeProps) {
  return (
    <div class="columns">
      <div class="column">
        <Heading onShown={onShown}>{t('home_title')}</Heading>
        {task && <TaskLine task={task} href={links.guide} />}
        {accessLost && <AccessLost onAskAccess={onAskAccess} refused={accessRefused} />}
        <section class="card" aria-labelledby="home-make">
          <h2 id="home-make">{t('home_make_title')}</h2>
          <p>{t('home_make_text')}</p>
          <a class="button button-primary" href={links.apps}>
            <Icon name="key" />
            <span>{t('home_make_button')}</span>
          </a>
        </section>
      </div>
      <section class="column" aria-labelledby="home-changes">
        <h2 id="home-changes">{t('home_changes_title')}</h2>
        {changes && changes.length === 0 && <p class="quiet">{t('home_changes_none')}</p>}
        <ul class="ledger" aria-busy={changes === null ? 'true' : undefined}>
          {changes?.map(({ event, say }) => (
            <Change key={event.id} event={event} say={say} today={today} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function TaskLine({ task, href }: { readonly task: RunningTask; readonly href: string }) {
  return (
    <a class="card card-link running" href={href}>
      <Icon name="key" size={20} />
      <span class="card-link-words">
        <span class="card-link-title">{task.title}</span>
        <span class="quiet">
          {task.step === null ? t('home_task_done') : t('home_task_step', task.step, task.steps)}
        </span>
      </span>
      <Icon name="forward" />
    </a>
  );
}

function Change({ event, say, today }: UpcomingChange & { readonly today: Day }) {
  const slip = daySlip(event.on, event.precision);
  return (
    <li class="change">
      <div class="slip" aria-hidden="true">
        <span class="slip-lead">{slip.lead}</span>
        <span class="slip-rest">{slip.rest}</span>
      </div>
      <div class="change-words">
        <p class="change-when">
          <time class="visually-hidden" dateTime={event.on}>
            {dayText(event.on, event.precision)}
          </time>
          <span class="due">{whenText(event, today)}</span>
        </p>
        <p>
          <SentenceView of={say} />
        </p>
        <p class="source">
          {event.source.url ? (
            <OutsideLink href={event.source.url}>{event.source.publisher}</OutsideLink>
          ) : (
            event.source.publisher
          )}
          <span>{t('common_checked_on', dayText(event.source.checked))}</span>
        </p>
      </div>
    </li>
  );
}

/** How long is left, as exactly as the date is known. */
function whenText(event: TimelineEvent, today: Day): string {
  const days = daysBetween(today, event.on);
  switch (event.precision) {
    case 'day':
      return daysLeftText(days);
    case 'month':
      return days > 1 ? t('common_within_days', days) : daysLeftText(days);
    case 'half-year':
      return t('home_day_unknown');
  }
}
