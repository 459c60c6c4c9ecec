/** What the last look found, as the panel tells it: counts and days, also while the inventory is locked. */
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';
import type { Counts } from './mentions.ts';
import type { Clock } from './plan.ts';
import type { Delivery } from './state.ts';

export interface ReminderLook {
  /** ms since 1970 */
  readonly at: number;
  readonly next: number;
  readonly clock: Clock;
  /** The last day that was believed. */
  readonly lastDay: Day;
  readonly today: Day;
  readonly counts: Counts;
  readonly delivery: Delivery;
}

const CLOCKS: readonly Clock[] = ['fine', 'ahead', 'behind'];
const DELIVERIES: readonly Delivery[] = ['untried', 'shown', 'denied', 'dropped'];

/** @returns `null` for anything that is not wholly a look */
export function readLook(input: unknown): ReminderLook | null {
  if (!isRecord(input) || !isRecord(input.counts)) return null;
  const { at, next, lastDay, today } = input;
  const clock = CLOCKS.find((each) => each === input.clock);
  const delivery = DELIVERIES.find((each) => each === input.delivery);
  const { overdue, today: due, soon, snoozed } = input.counts;
  const numbers = [at, next, overdue, due, soon, snoozed].map(Number);
  if (!clock || !delivery || !numbers.every(Number.isSafeInteger)) return null;
  if (typeof lastDay !== 'string' || !isDay(lastDay) || typeof today !== 'string' || !isDay(today))
    return null;
  const [atMs = 0, nextMs = 0, late = 0, now = 0, near = 0, put = 0] = numbers;
  const counts = { overdue: late, today: now, soon: near, snoozed: put };
  return { at: atMs, next: nextMs, clock, lastDay, today, counts, delivery };
}
