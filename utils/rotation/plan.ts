/**
 * What reminders do now: a pure function of the clock, the days, the settings and what was remembered. It
 * can be asked as often as somebody likes. README.md has the rules in words and where they come from.
 */
import type { Day } from '../lib/day.ts';
import { dayOfNumber, daysAfter, laterOf, numberOfDay } from '../lib/days.ts';
import { HOUR_MS, type Moment, nextAt } from './moment.ts';
import { isQuiet, type ReminderSettings, windowHour } from './settings.ts';
import { type ReminderState, type Snooze, SPENT_MAX, type Told } from './state.ts';
import { leadSteps, SPREAD_FROM, spreadOf, stepReached } from './steps.ts';

/** The heartbeat: whatever a browser forgets or delays, it is put right within this time. */
export const HEARTBEAT_MS = 6 * HOUR_MS;
/** Two digests are never nearer than this, also where the calendar's day changes with the zone. */
const APART_MS = 8 * HOUR_MS;
/** Zones lie up to 26 hours apart: so far a calendar may go back without anybody having set the clock. */
const ZONE_DAYS = 2;
/** More than this after the last look, and the person is asked whether the clock is right. */
const BELIEVED_DAYS = 366;
const ASK_AGAIN_DAYS = 7;
/** More than a notification has room for. */
const MENTIONED = 8;
/** So long a change at Microsoft stays news for somebody who was away on the day. */
const NEWS_DAYS = 30;

/** An entry's day, under its opaque id. */
export interface DueDay {
  readonly id: string;
  readonly day: Day;
}

/** A dated change of Microsoft's with the number of entries it touches. */
export interface DatedChange {
  readonly id: string;
  readonly on: Day;
  readonly count: number;
}

export interface PlanInput {
  readonly moment: Moment;
  readonly dues: readonly DueDay[];
  readonly changes: readonly DatedChange[];
  readonly settings: ReminderSettings;
  readonly state: ReminderState;
  /** No honest clock shows an earlier day: the day on which the newest fact in the product was checked. */
  readonly notBefore: Day;
}

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
  /** To be remembered once the digest was shown. */
  readonly after: ReminderState;
}

/** What is to be done at this moment. The same input gives the same plan; a plan carried out changes no later one. */
export function planReminders(input: PlanInput): Plan {
  const { moment, settings, notBefore } = input;
  const clock = clockOf(input);
  if (clock === 'behind') {
    // The calendar is wrong: what was due by the last honest day still counts, and nobody is told anything.
    const { counts } = look({ ...input, moment: { ...moment, day: notBefore } }, input.state, false);
    return still(clock, counts, counts.overdue + counts.today, moment, input.state);
  }
  if (clock === 'ahead') return askAboutClock(input);

  const isBack = input.state.seen !== null && moment.day < daysAfter(input.state.seen, -ZONE_DAYS);
  const state = settled(input.state, moment, isBack);
  const window = windowOf(moment, settings, state);
  const seen = look(input, state, isBack);
  const badge = seen.counts.overdue + seen.counts.today;
  const kept: ReminderState = {
    ...state,
    through: window.through,
    told: seen.told,
    snoozed: seen.snoozed,
    askedOn: null,
  };
  const nextCheck = nextLook(moment, settings, kept);
  if (!settings.isOn || !window.isOpen || !seen.isNews) {
    return { clock, counts: seen.counts, badge, digest: null, nextCheck, state: kept, after: kept };
  }
  const notification = nameOf(moment.day);
  const { entries, changes, counts } = seen;
  const begun = begin(kept, moment);
  const shown = { notification, entry: onlyOf(entries) };
  return {
    clock,
    counts,
    badge,
    digest: { kind: 'due', notification, counts, entries, changes },
    nextCheck: nextLook(moment, settings, begun),
    state: begun,
    after: { ...begun, told: seen.toldAfter(), delivery: 'shown', shown },
  };
}

/** The person says that the calendar is right after all this time. */
export function trustClock(state: ReminderState, today: Day): ReminderState {
  return { ...state, seen: today, askedOn: null, through: daysAfter(today, -1) };
}

/**
 * Puts entries off until a day. Afterwards they are mentioned anew.
 * @param ids `null` for everything that is due or near
 */
export function snooze(
  state: ReminderState,
  dues: readonly DueDay[],
  ids: ReadonlySet<string> | null,
  today: Day,
  until: Day,
): ReminderState {
  const snoozed = new Map(state.snoozed);
  const told = new Map(state.told);
  for (const { id, day } of dues) {
    if (ids ? !ids.has(id) : !told.has(id) && day > today) continue;
    snoozed.set(id, { due: day, since: today, until });
    told.delete(id);
  }
  return { ...state, snoozed, told };
}

/** Whether an entry is put off on this day. */
export function isSnoozed(put: Snooze | undefined, due: Day, today: Day): boolean {
  if (put?.due !== due || today >= put.until) return false;
  // Put off under a clock that has been set back since: it was another today.
  return today >= daysAfter(put.since, -ZONE_DAYS);
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

interface Look {
  readonly counts: Counts;
  readonly entries: readonly Mentioned[];
  readonly changes: readonly DatedChange[];
  /** Something has reached a step that no digest has mentioned. */
  readonly isNews: boolean;
  /** What was told, without what no longer holds. */
  readonly told: ReminderState['told'];
  /** The same once this digest was shown. */
  readonly toldAfter: () => ReminderState['told'];
  readonly snoozed: ReminderState['snoozed'];
}

function look({ moment, dues, changes, settings }: PlanInput, state: ReminderState, isBack: boolean): Look {
  const today = moment.day;
  const todayNumber = numberOfDay(today);
  const leads = leadSteps(settings.lead);
  const crowds = crowdsOf(dues);
  let [overdue, due, soon, isNews] = [0, 0, 0, false];
  const entries: Mentioned[] = [];
  // Ids beside their steps, and no object for each: there may be ten thousand, and most looks tell nothing.
  const kept: string[] = [];
  const news: { readonly ids: string[]; readonly days: Day[]; readonly steps: number[] } = {
    ids: [],
    days: [],
    steps: [],
  };
  const lowered = new Map<string, Told>();
  const snoozed = new Map<string, Snooze>();
  const hasTold = state.told.size > 0;
  const hasSnoozed = state.snoozed.size > 0;

  /** Whether a digest mentions it, and whether there is anything new to say. */
  const mention = (id: string, day: Day, reached: number | null): 'no' | 'again' | 'new' => {
    const before = hasTold ? toldOf(state.told.get(id), day, reached, isBack) : null;
    if (before) {
      kept.push(id);
      if (isBack) lowered.set(id, before);
    }
    if (reached === null) return 'no';
    if (before && reached >= before.step) return 'again';
    isNews = true;
    news.ids.push(id);
    news.days.push(day);
    news.steps.push(reached);
    return 'new';
  };

  for (let at = 0; at < dues.length; at += 1) {
    const { id, day } = dues[at] as DueDay;
    const { number, count } = crowds[at] as Crowd;
    const left = number - todayNumber;
    const put = hasSnoozed ? state.snoozed.get(id) : undefined;
    if (put && isSnoozed(put, day, today)) {
      snoozed.set(id, put);
      continue;
    }
    const later = count >= SPREAD_FROM && left > 0 && left <= settings.lead ? spreadOf(id) : 0;
    if (mention(id, day, stepReached(left, leads, later)) === 'no') continue;
    keepPressing(entries, id, left);
    if (left < 0) overdue += 1;
    else if (left === 0) due += 1;
    else soon += 1;
  }
  const near = changes.filter(({ id, on, count }) => {
    const left = numberOfDay(on) - todayNumber;
    if (count === 0 || left < -NEWS_DAYS) return false;
    // On its day a change has come; nobody is ever late for it.
    const said = mention(CHANGE + id, on, stepReached(Math.max(left, 0), leads, 0));
    return said === 'new' || (said === 'again' && left >= 0);
  });
  const told = isBack
    ? lowered
    : kept.length === state.told.size
      ? state.told
      : new Map(kept.map((id) => [id, state.told.get(id) as Told]));
  return {
    counts: { overdue, today: due, soon, snoozed: snoozed.size },
    entries,
    changes: near,
    isNews,
    told,
    toldAfter: () => {
      const after = new Map(told);
      for (const [at, id] of news.ids.entries()) {
        after.set(id, { due: news.days[at] as Day, step: news.steps[at] as number });
      }
      return after;
    },
    snoozed,
  };
}

interface Crowd {
  readonly number: number;
  readonly count: number;
}

/** For each entry its day's number, and how many entries share the day. */
function crowdsOf(dues: readonly DueDay[]): readonly Crowd[] {
  const days = new Map<Day, { readonly number: number; count: number }>();
  return dues.map(({ day }) => {
    const known = days.get(day) ?? { number: numberOfDay(day), count: 0 };
    if (known.count === 0) days.set(day, known);
    known.count += 1;
    return known;
  });
}

/** Keeps the few most pressing ones, in order. */
function keepPressing(entries: Mentioned[], id: string, left: number): void {
  const last = entries[MENTIONED - 1];
  if (last && last.left <= left) return;
  const place = entries.findIndex((other) => other.left > left);
  entries.splice(place < 0 ? entries.length : place, 0, { id, left });
  if (entries.length > MENTIONED) entries.pop();
}

/** What a digest has said about this day; after a clock was set back no more than it can have said by now. */
function toldOf(told: Told | undefined, due: Day, reached: number | null, isBack: boolean): Told | null {
  if (told?.due !== due) return null;
  if (!isBack) return told;
  return reached === null ? null : { due, step: Math.max(told.step, reached) };
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
  const notification = nameOf(day);
  const begun = begin(state, moment);
  return {
    clock: 'ahead',
    counts,
    badge: null,
    digest: { kind: 'clock', notification, from, to: day },
    nextCheck: nextLook(moment, settings, begun),
    state: begun,
    after: {
      ...begun,
      askedOn: day,
      delivery: 'shown',
      shown: { notification, entry: null },
    },
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
  return { clock, counts, badge, digest: null, nextCheck, state, after: state };
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

/** Changes stand among what was told under names no entry can have. */
const CHANGE = 'change:';

const nameOf = (day: Day): string => `keytag-digest-${day}`;

function onlyOf(entries: readonly Mentioned[]): string | null {
  const [only] = entries;
  return entries.length === 1 && only ? only.id : null;
}

/** The first day a person can put something off to, and the last. */
export function snoozeLimits(today: Day): { readonly first: Day; readonly last: Day } {
  const number = numberOfDay(today);
  return { first: dayOfNumber(number + 1), last: dayOfNumber(number + BELIEVED_DAYS) };
}
