/** Putting off: an entry that is put off counts nowhere until its day, and is mentioned anew then. */
import type { Day } from '../lib/day.ts';
import { dayOfNumber, daysBetween, numberOfDay } from '../lib/days.ts';
import type { DueDay } from './due-day.ts';
import { BELIEVED_DAYS, ZONE_DAYS } from './moment.ts';
import type { ReminderState, Snooze } from './state.ts';

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
  return daysBetween(put.since, today) >= -ZONE_DAYS;
}

/** The first day a person can put something off to, and the last. */
export function snoozeLimits(today: Day): { readonly first: Day; readonly last: Day } {
  const number = numberOfDay(today);
  return { first: dayOfNumber(number + 1), last: dayOfNumber(number + BELIEVED_DAYS) };
}
