/**
 * What reminders remember between two looks. It stands in storage.local, which a content script can reach:
 * opaque ids, days and counts, nothing else; whatever is read from there is checked field by field.
 */
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';

/** How far the reminders of one entry have come. */
export interface Told {
  /** The entry's day they were about: a changed day starts anew. */
  readonly due: Day;
  /** The last step that a digest has mentioned, as the days that were left at it. */
  readonly step: number;
}

export interface Snooze {
  readonly due: Day;
  readonly since: Day;
  /** The first day on which it counts again. */
  readonly until: Day;
}

/** How the last attempt to show a notification went. */
export type Delivery =
  /** Nothing had to be shown yet. */
  | 'untried'
  | 'shown'
  /** The person or the browser does not allow any. */
  | 'denied'
  /** The browser took it, and nothing suggests that it was ever seen. */
  | 'dropped';

/** The notification that was shown last, for when it is clicked. */
export interface Shown {
  readonly notification: string;
  /** The only entry it was about; `null` for several. */
  readonly entry: string | null;
}

export interface ReminderState {
  /** The latest day a credible clock has shown; `null` before the first look. */
  readonly seen: Day | null;
  /** The last day whose window was looked at. */
  readonly through: Day | null;
  /** Days whose digest is used up, ascending. */
  readonly spent: readonly Day[];
  /** When the last digest was begun, ms since 1970. */
  readonly lastAt: number | null;
  /** The day on which the question about the clock was asked last. */
  readonly askedOn: Day | null;
  /** By the entry's opaque id. Maps: with ten thousand ids objects take ten times as long. */
  readonly told: ReadonlyMap<string, Told>;
  readonly snoozed: ReadonlyMap<string, Snooze>;
  /** How many entries each dated change of Microsoft's touched when the inventory was last open. */
  readonly touched: ReadonlyMap<string, number>;
  readonly delivery: Delivery;
  readonly shown: Shown | null;
}

export const FRESH_STATE: ReminderState = {
  seen: null,
  through: null,
  spent: [],
  lastAt: null,
  askedOn: null,
  told: new Map(),
  snoozed: new Map(),
  touched: new Map(),
  delivery: 'untried',
  shown: null,
};

/** More days than a digest a day can use up in a year. */
export const SPENT_MAX = 400;
const TEXT_MAX = 100;
const DELIVERIES: readonly Delivery[] = ['untried', 'shown', 'denied', 'dropped'];

/** The state out of anything that was stored; what is not as it should be counts as never remembered. */
export function readState(input: unknown): ReminderState {
  const source = isRecord(input) ? input : {};
  const { seen, through, spent, lastAt, askedOn, told, snoozed, touched, delivery, shown } = source;
  return {
    seen: day(seen),
    through: day(through),
    spent: Array.isArray(spent) ? [...new Set(spent.filter(isRealDay))].sort().slice(-SPENT_MAX) : [],
    lastAt: Number.isSafeInteger(lastAt) ? Number(lastAt) : null,
    askedOn: day(askedOn),
    told: readMap(told, readTold),
    snoozed: readMap(snoozed, readSnooze),
    touched: readMap(touched, (count) => (isCount(count) ? count : null)),
    delivery: DELIVERIES.find((each) => each === delivery) ?? 'untried',
    shown: readShown(shown),
  };
}

/** The state as plain values, for storage. */
export function storedState(state: ReminderState): object {
  return {
    ...state,
    told: Object.fromEntries(state.told),
    snoozed: Object.fromEntries(state.snoozed),
    touched: Object.fromEntries(state.touched),
  };
}

function readTold(input: unknown): Told | null {
  if (!isRecord(input)) return null;
  const { due, step } = input;
  return isRealDay(due) && Number.isSafeInteger(step) ? { due, step: Number(step) } : null;
}

function readSnooze(input: unknown): Snooze | null {
  if (!isRecord(input)) return null;
  const { due, since, until } = input;
  return isRealDay(due) && isRealDay(since) && isRealDay(until) ? { due, since, until } : null;
}

function readShown(input: unknown): Shown | null {
  if (!isRecord(input)) return null;
  const { notification, entry } = input;
  return typeof notification === 'string' ? { notification, entry: text(entry) } : null;
}

function readMap<T>(input: unknown, read: (value: unknown) => T | null): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const [key, value] of Object.entries(isRecord(input) ? input : {})) {
    const each = key.length > TEXT_MAX ? null : read(value);
    if (each !== null) found.set(key, each);
  }
  return found;
}

const day = (value: unknown): Day | null => (isRealDay(value) ? value : null);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= TEXT_MAX ? value : null;

function isRealDay(value: unknown): value is Day {
  return typeof value === 'string' && isDay(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
