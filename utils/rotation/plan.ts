/**
 * What reminders do now: a pure function of the clock, the days, the settings and what was remembered. It
 * can be asked as often as somebody likes. README.md has the rules in words and where they come from.
 */
import type { Day } from '../lib/day.ts';
import { daysAfter, laterOf } from '../lib/days.ts';
import type { DatedChange, DueDay } from './due-day.ts';
import { type Counts, type Mentioned, mentionsOn, type News } from './mentions.ts';
import { BELIEVED_DAYS, HOUR_MS, type Moment, nextAt, ZONE_DAYS } from './moment.ts';
import { isQuiet, type ReminderSettings, windowHour } from './settings.ts';
import { type ReminderState, SPENT_MAX } from './state.ts';

/** The heartbeat: whatever a browser forgets or delays, it is put right within this time. */
export const HEARTBEAT_MS = 6 * HOUR_MS;
/** Two digests are never nearer than this, also where the calendar's day changes with the zone. */
const APART_MS = 8 * HOUR_MS;
const ASK_AGAIN_DAYS = 7;

export interface PlanInput {
  readonly moment: Moment;
  readonly dues: readonly DueDay[];
  readonly changes: readonly DatedChange[];
  readonly settings: ReminderSettings;
  readonly state: ReminderState;
  /** No honest clock shows an earlier day: the day on which the newest fact in the product was checked. */
  readonly notBefore: Day;
}

export type Digest =
  | {
      readonly kind: 'due';
      readonly notification: string;
      readonly counts: Counts;
      /** The most pressing of those that are mentioned, at most a few. */
      readonly entries: readonly Mentioned[];
      readonly changes: readonly DatedChange[];
    }
  /** More than a year has gone by at once. Nothing is called overdue before the person has said so. */
  | { readonly kind: 'clock'; readonly notification: string; readonly from: Day; readonly to: Day };

/** `ahead`: more than a year since the last look. `behind`: earlier than can be. */
export type Clock = 'fine' | 'ahead' | 'behind';

export interface Plan {
  readonly clock: Clock;
  readonly counts: Counts;
  /** The number on the toolbar button; `null` while the clock is in doubt. */
  readonly badge: number | null;
  /** What is to be shown now, if anything. */
  readonly digest: Digest | null;
  /** When to look again, ms since 1970: always ahead, never further than the heartbeat. */
  readonly nextCheck: number;
  /** To be remembered where there is no digest, and before one is shown: its window is used up. */
  readonly state: ReminderState;
  /** What the digest tells. Remembered only once it was shown: see `afterShown`. */
  readonly news: readonly News[];
}

/** What is to be done at this moment. The same input gives the same plan; a plan carried out changes no later one. */
export function planReminders(input: PlanInput): Plan {
  const { moment, dues, changes, settings, notBefore } = input;
  const { lead } = settings;
  const clock = clockOf(input);
  if (clock === 'behind') {
    // The calendar is wrong: what was due by the last honest day still counts, and nobody is told anything.
    const { told, snoozed } = input.state;
    const { counts } = mentionsOn({ today: notBefore, dues, changes, lead, told, snoozed, isBack: false });
    return still(clock, counts, counts.overdue + counts.today, moment, input.state);
  }
  if (clock === 'ahead') return askAboutClock(input);

  const isBack = input.state.seen !== null && moment.day < daysAfter(input.state.seen, -ZONE_DAYS);
  const state = settled(input.state, moment, isBack);
  const window = windowOf(moment, settings, state);
  const { told, snoozed } = state;
  const found = mentionsOn({ today: moment.day, dues, changes, lead, told, snoozed, isBack });
  const { counts } = found;
  const badge = counts.overdue + counts.today;
  const kept: ReminderState = {
    ...state,
    through: window.through,
    told: found.told,
    snoozed: found.snoozed,
    askedOn: null,
  };
  const nextCheck = nextLook(moment, settings, kept);
  if (!settings.isOn || !window.isOpen || found.news.length === 0) {
    return { clock, counts, badge, digest: null, nextCheck, state: kept, news: [] };
  }
  const notification = nameOf(moment.day);
  const { entries } = found;
  const begun = begin(kept, moment);
  return {
    clock,
    counts,
    badge,
    digest: { kind: 'due', notification, counts, entries, changes: found.changes },
    nextCheck: nextLook(moment, settings, begun),
    state: begun,
    news: found.news,
  };
}

/** What is to be remembered once the plan's digest was shown; without one what the plan says already. */
export function afterShown({ digest, state, news }: Plan): ReminderState {
  if (!digest) return state;
  const { notification } = digest;
  const delivery = 'shown';
  if (digest.kind === 'clock') {
    return { ...state, askedOn: digest.to, delivery, shown: { notification, entry: null } };
  }
  const told = new Map(state.told);
  for (const { id, due, step } of news) told.set(id, { due, step });
  return { ...state, told, delivery, shown: { notification, entry: onlyOf(digest.entries) } };
}

/** The person says that the calendar is right after all this time. */
export function trustClock(state: ReminderState, today: Day): ReminderState {
  return { ...state, seen: today, askedOn: null, through: daysAfter(today, -1) };
}

function clockOf({ moment, state, notBefore }: PlanInput): Clock {
  // A zone in which yesterday is not over yet makes no clock wrong.
  if (moment.day < daysAfter(notBefore, -ZONE_DAYS)) return 'behind';
  return state.seen !== null && moment.day > daysAfter(state.seen, BELIEVED_DAYS) ? 'ahead' : 'fine';
}

/** What was remembered, as far as it can be true at this moment. */
function settled(state: ReminderState, { now, day }: Moment, isBack: boolean): ReminderState {
  const yesterday = daysAfter(day, -1);
  const through = state.through ?? yesterday;
  return {
    ...state,
    seen: isBack || state.seen === null ? day : laterOf(state.seen, day),
    // After a clock was set back, today counts as looked at: what was shown is not shown again at once.
    through: through > day ? day : through,
    lastAt: state.lastAt === null ? null : Math.min(state.lastAt, now),
  };
}

interface Window {
  readonly isOpen: boolean;
  readonly through: Day;
}

/** A window is a day of the local calendar from the chosen hour on. One that was slept through is made up for. */
function windowOf({ now, day, hour }: Moment, settings: ReminderSettings, state: ReminderState): Window {
  const yesterday = daysAfter(day, -1);
  const through = state.through ?? yesterday;
  if (isQuiet(settings, hour)) return { isOpen: false, through };
  const isHour = hour >= windowHour(settings);
  const isMissed = through < yesterday;
  const isSpent = state.spent.includes(day) || (state.lastAt !== null && now - state.lastAt < APART_MS);
  return {
    isOpen: (isHour || isMissed) && !isSpent,
    through: isHour ? laterOf(through, day) : laterOf(through, yesterday),
  };
}

function askAboutClock({ moment, settings, state: before }: PlanInput): Plan {
  const { now, day } = moment;
  const state = { ...before, lastAt: before.lastAt === null ? null : Math.min(before.lastAt, now) };
  const from = state.seen ?? day;
  const counts = { overdue: 0, today: 0, soon: 0, snoozed: 0 };
  const window = windowOf(moment, settings, state);
  const { askedOn } = state;
  // A day of asking that lies ahead was under a clock set further still.
  const wasAsked = askedOn !== null && askedOn <= day && day < daysAfter(askedOn, ASK_AGAIN_DAYS);
  if (!settings.isOn || !window.isOpen || wasAsked) {
    return still('ahead', counts, null, moment, state);
  }
  const begun = begin(state, moment);
  return {
    clock: 'ahead',
    counts,
    badge: null,
    digest: { kind: 'clock', notification: nameOf(day), from, to: day },
    nextCheck: nextLook(moment, settings, begun),
    state: begun,
    news: [],
  };
}

function begin(state: ReminderState, { now, day }: Moment): ReminderState {
  return {
    ...state,
    spent: [...new Set([...state.spent, day])].sort().slice(-SPENT_MAX),
    lastAt: now,
  };
}

function still(
  clock: Clock,
  counts: Counts,
  badge: number | null,
  moment: Moment,
  state: ReminderState,
): Plan {
  const nextCheck = moment.now + HEARTBEAT_MS;
  return { clock, counts, badge, digest: null, nextCheck, state, news: [] };
}

/** The next time at which anything can change, never further than the heartbeat. */
function nextLook(moment: Moment, settings: ReminderSettings, state: ReminderState): number {
  const apart = state.lastAt === null ? null : state.lastAt + APART_MS;
  const times = [
    nextAt(moment, 0),
    nextAt(moment, windowHour(settings)),
    ...(settings.quiet ? [nextAt(moment, settings.quiet.to)] : []),
    ...(apart !== null && apart > moment.now ? [apart] : []),
  ];
  return Math.min(moment.now + HEARTBEAT_MS, ...times);
}

const nameOf = (day: Day): string => `keytag-digest-${day}`;

function onlyOf(entries: readonly Mentioned[]): string | null {
  const [only] = entries;
  return entries.length === 1 && only ? only.id : null;
}
