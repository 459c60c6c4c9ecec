/**
 * Which entries and dated changes a digest would mention, how many there are of each kind, and whether one of
 * them has reached a step that nobody was told of. What is done with that is plan.ts's. There may be ten
 * thousand entries at every look, most of which say nothing new: days are compared as numbers, and nothing is
 * made for an entry before there is something to remember of it.
 */
import type { Day } from '../lib/day.ts';
import { numberOfDay } from '../lib/days.ts';
import type { DatedChange, DueDay } from './due-day.ts';
import type { Lead } from './settings.ts';
import { isSnoozed } from './snooze.ts';
import type { ReminderState, Snooze, Told } from './state.ts';
import { leadSteps, SPREAD_FROM, spreadOf, stepReached } from './steps.ts';

/** More than a notification has room for. */
const MENTIONED = 8;
/** So long a change at Microsoft stays news for somebody who was away on the day. */
const NEWS_DAYS = 30;
/** Changes stand among what was told under names no entry can have. */
const CHANGE = 'change:';

export interface Counts {
  readonly overdue: number;
  readonly today: number;
  /** Within the chosen lead. */
  readonly soon: number;
  readonly snoozed: number;
}

/** `left`: days until its day, negative when it is over. */
export interface Mentioned {
  readonly id: string;
  readonly left: number;
}

/** A step to be told. */
export interface News extends Told {
  /** As it is remembered: the entry's, or one for a dated change. */
  readonly id: string;
}

export interface Mentions {
  readonly counts: Counts;
  /** The most pressing of those that are mentioned, at most a few. */
  readonly entries: readonly Mentioned[];
  readonly changes: readonly DatedChange[];
  /** What has reached a step that no digest has mentioned. */
  readonly news: readonly News[];
  /** What was told, without what no longer holds. */
  readonly told: ReminderState['told'];
  readonly snoozed: ReminderState['snoozed'];
}

export interface MentionsInput {
  /** The local day. */
  readonly today: Day;
  readonly dues: readonly DueDay[];
  readonly changes: readonly DatedChange[];
  readonly lead: Lead;
  readonly told: ReminderState['told'];
  readonly snoozed: ReminderState['snoozed'];
  /** The clock was set back: no step counts as told that can't have been reached by now. */
  readonly isBack: boolean;
}

/** What there is to mention on a day. Of entries that are put off only their number is told. */
export function mentionsOn(input: MentionsInput): Mentions {
  const { dues, changes, lead } = input;
  const today = numberOfDay(input.today);
  const leads = leadSteps(lead);
  const lefts = dues.map(({ day }) => numberOfDay(day) - today);
  const crowds = crowdsOf(lefts, lead);
  const memory = memoryOf(input);
  const snoozed = new Map<string, Snooze>();
  const entries: Mentioned[] = [];
  let [overdue, due, soon] = [0, 0, 0];

  for (const [at, { id, day }] of dues.entries()) {
    const left = lefts[at] ?? 0;
    const put = input.snoozed.size > 0 ? input.snoozed.get(id) : undefined;
    if (put && isSnoozed(put, day, input.today)) {
      snoozed.set(id, put);
      continue;
    }
    const isCrowded = (crowds[left] ?? 0) >= SPREAD_FROM;
    const reached = stepReached(left, leads, isCrowded ? spreadOf(id) : 0);
    memory.compare(id, day, reached);
    if (reached === null) continue;
    keepPressing(entries, id, left);
    if (left < 0) overdue += 1;
    else if (left === 0) due += 1;
    else soon += 1;
  }
  const near = changes.filter(({ id, on, count }) => {
    const left = numberOfDay(on) - today;
    if (count === 0 || left < -NEWS_DAYS) return false;
    // On its day a change has come; nobody is ever late for it.
    const reached = stepReached(Math.max(left, 0), leads, 0);
    const isNews = memory.compare(CHANGE + id, on, reached);
    return isNews || (reached !== null && left >= 0);
  });
  return {
    counts: { overdue, today: due, soon, snoozed: snoozed.size },
    entries,
    changes: near,
    snoozed,
    ...memory.outcome(),
  };
}

/** How many entries have so many days left, for the days of the lead: others are never spread. */
function crowdsOf(lefts: readonly number[], lead: Lead): readonly number[] {
  const crowds = Array.from({ length: lead + 1 }, () => 0);
  for (const left of lefts) if (left > 0 && left <= lead) crowds[left] = (crowds[left] ?? 0) + 1;
  return crowds;
}

/** Keeps the few most pressing ones, in order. */
function keepPressing(entries: Mentioned[], id: string, left: number): void {
  const last = entries[MENTIONED - 1];
  if (last && last.left <= left) return;
  const place = entries.findIndex((other) => other.left > left);
  entries.splice(place < 0 ? entries.length : place, 0, { id, left });
  if (entries.length > MENTIONED) entries.pop();
}

/** Compares what was told with what has been reached, and gathers what is to be remembered of it. */
function memoryOf({ told, isBack }: Pick<MentionsInput, 'told' | 'isBack'>) {
  const news: News[] = [];
  /** What still holds, as it stands in `told`; after a clock was set back as it is in `lowered`. */
  const kept: string[] = [];
  const lowered = new Map<string, Told>();

  const saidOf = (id: string, due: Day, reached: number | null): Told | null => {
    const said = told.size > 0 ? told.get(id) : undefined;
    if (said?.due !== due) return null;
    if (!isBack) {
      kept.push(id);
      return said;
    }
    // No more than can have been said by now.
    if (reached === null) return null;
    const less = { due, step: Math.max(said.step, reached) };
    lowered.set(id, less);
    return less;
  };

  return {
    /** @returns whether this step is news */
    compare(id: string, due: Day, reached: number | null): boolean {
      const said = saidOf(id, due, reached);
      if (reached === null || (said && reached >= said.step)) return false;
      news.push({ id, due, step: reached });
      return true;
    },
    outcome(): Pick<Mentions, 'news' | 'told'> {
      if (isBack) return { news, told: lowered };
      const areAll = kept.length === told.size;
      return { news, told: areAll ? told : new Map(kept.map((id) => [id, told.get(id) as Told])) };
    },
  };
}
