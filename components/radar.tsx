/** What changes at Microsoft: the dated changes, which app passwords each touches, and a plan to tick off. */
import { useEffect, useState } from 'preact/hooks';
import type { Effect, PlanLine, RadarEntry, RadarItem, WayOut } from '@/utils/advisor/radar.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Button, Notice, OutsideLink } from './controls.tsx';
import { daySlip, daysLeftText, dayText } from './day-text.ts';
import { SentenceView } from './sentence.tsx';

/** A change with its sentence. */
export interface Change extends RadarItem {
  readonly say: Sentence;
}

/** The person's own part; without it the region tells the dates alone. */
export interface Plan {
  readonly done: ReadonlySet<string>;
  /** The last tick could not be kept. */
  readonly isUnsaved: boolean;
  readonly onTick: (tick: string, isDone: boolean) => void;
  readonly onPrint: () => void;
  readonly appHref: (entry: RadarEntry) => string;
  /** Where a second step is added. */
  readonly securityPage: string;
}

export interface RadarProps {
  /** `null` while they load. */
  readonly changes: readonly Change[] | null;
  readonly today: Day;
  /** `locked`: there is an inventory, and it is closed; `none`: there is none yet. */
  readonly plan: Plan | 'locked' | 'none';
  readonly inventoryHref: string;
}

/** So many lines of a change stand there at first. */
const SHOWN = 8;

const EFFECTS: Readonly<Record<Effect, MessageKey>> = {
  ends: 'radar_effect_ends',
  'needs-admin': 'radar_effect_needs_admin',
  announces: 'radar_effect_announces',
  'blocks-page': 'radar_effect_blocks_page',
};

export function Radar({ changes, today, plan, inventoryHref }: RadarProps) {
  const [isWhole, setWhole] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  // Paper shows every line: they are drawn first, then printed.
  useEffect(() => {
    if (!isPrinting) return;
    setPrinting(false);
    if (typeof plan !== 'string') plan.onPrint();
  }, [isPrinting, plan]);
  const own = typeof plan === 'string' ? null : plan;
  const lines = changes?.flatMap((change) => change.lines) ?? [];
  const done = own ? lines.filter(({ tick }) => own.done.has(tick)).length : 0;
  return (
    <section
      class={`column radar ${own && lines.length > 0 ? 'sheet-alone' : ''}`}
      aria-labelledby="home-changes"
    >
      <h2 id="home-changes">{t('home_changes_title')}</h2>
      {plan === 'locked' && (
        <p class="quiet">
          {t('radar_locked')}{' '}
          <a class="link" href={inventoryHref}>
            {t('radar_unlock')}
          </a>
        </p>
      )}
      {own && lines.length > 0 && (
        <div class="radar-head">
          <p>
            {t('radar_progress', done, lines.length)} <span class="quiet radar-day">{dayText(today)}</span>
          </p>
          <Button
            look="quiet"
            icon="print"
            onClick={() => {
              setWhole(true);
              setPrinting(true);
            }}
          >
            {t('radar_print')}
          </Button>
        </div>
      )}
      {own?.isUnsaved && (
        <Notice tone="bad" role="alert">
          <p>{t('radar_unsaved')}</p>
        </Notice>
      )}
      {changes && changes.length === 0 && <p class="quiet">{t('home_changes_none')}</p>}
      <ul class="ruled" aria-busy={changes === null ? 'true' : undefined}>
        {changes?.map((change) => (
          <ChangeView key={change.event.id} change={change} plan={own} isWhole={isWhole} />
        ))}
      </ul>
    </section>
  );
}

interface ChangeProps {
  readonly change: Change;
  readonly plan: Plan | null;
  readonly isWhole: boolean;
}

function ChangeView({ change, plan, isWhole }: ChangeProps) {
  const { event, say } = change;
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
          <span class="due">{whenText(change)}</span>
        </p>
        <p>
          <SentenceView of={say} />
        </p>
        {plan && change.effect && (
          <TouchedList change={change} effect={change.effect} plan={plan} isWhole={isWhole} />
        )}
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

interface TouchedListProps {
  readonly change: Change;
  readonly effect: Effect;
  readonly plan: Plan;
  readonly isWhole: boolean;
}

function TouchedList({ change, effect, plan, isWhole: isWholeList }: TouchedListProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const isWhole = isWholeList || isUnfolded;
  const { touched, lines, event } = change;
  if (touched === 0) return <p class="quiet">{t('radar_touches_none')}</p>;
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  const id = `radar-${event.id}`;
  return (
    <div class="radar-touched">
      <p id={id}>
        <strong>{touched === 1 ? t('radar_touches_one') : t('radar_touches', touched)}</strong>{' '}
        {t(EFFECTS[effect])}
      </p>
      {shown.length > 0 && (
        <ul class="radar-list" aria-labelledby={id}>
          {shown.map((line) => (
            <Line key={line.tick} line={line} plan={plan} />
          ))}
        </ul>
      )}
      {shown.length < lines.length && (
        <Button look="quiet" onClick={() => setUnfolded(true)}>
          {t('radar_show_all', lines.length)}
        </Button>
      )}
    </div>
  );
}

function Line({ line, plan }: { readonly line: PlanLine; readonly plan: Plan }) {
  const { entry, ways, tick } = line;
  const isDone = plan.done.has(tick);
  const words = ways.map((way) => t(wayKey(way))).join(' · ');
  return (
    <li class={isDone ? 'radar-line radar-done' : 'radar-line'}>
      <label>
        <input
          type="checkbox"
          checked={isDone}
          onChange={(event) => plan.onTick(tick, event.currentTarget.checked)}
        />
        <span>
          {entry ? (
            <>
              <bdi>{entry.appName}</bdi>
              {entry.device && (
                <>
                  , <bdi>{entry.device}</bdi>
                </>
              )}
            </>
          ) : (
            words
          )}
        </span>
      </label>
      <p class="radar-ways">
        {entry ? (
          <a class="link" href={plan.appHref(entry)}>
            {words || t('adviser_open')}
          </a>
        ) : (
          <OutsideLink href={plan.securityPage}>{t('radar_security_page')}</OutsideLink>
        )}
      </p>
    </li>
  );
}

/** The ways of the adviser have their names there (utils/advisor/advise.ts, alternativeTitle). */
function wayKey(way: WayOut): MessageKey {
  if (way === 'second-step') return 'radar_way_second_step';
  if (way === 'delete-it') return 'radar_way_delete';
  return `alternative_${way.replaceAll('-', '_')}` as MessageKey;
}

/** How long is left, as exactly as the date is known. */
function whenText({ event, daysLeft, isAhead }: Change): string {
  if (!isAhead) return t('radar_over');
  switch (event.precision) {
    case 'day':
      return daysLeftText(daysLeft);
    case 'month':
      return daysLeft > 1 ? t('common_within_days', daysLeft) : daysLeftText(daysLeft);
    case 'half-year':
      return t('home_day_unknown');
  }
}
