/** One look at the clock: an instant and the local calendar at it. Zones and daylight saving are in the offset. */
import type { Day } from '../lib/day.ts';
import { dayOfNumber } from '../lib/days.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** Zones lie up to 26 hours apart: so far a calendar may go back without anybody having set the clock. */
export const ZONE_DAYS = 2;
/** More than this after the last look, and the person is asked whether the clock is right. */
export const BELIEVED_DAYS = 366;

export interface Moment {
  /** ms since 1970 */
  readonly now: number;
  /** Minutes that local time is ahead of UTC: 60 in Berlin in winter, -660 in Pago Pago. */
  readonly offset: number;
  /** The day in the person's own calendar. */
  readonly day: Day;
  /** 0 to 23, in the person's own time. */
  readonly hour: number;
}

/** @param offset minutes ahead of UTC, the other way round than `Date.getTimezoneOffset` */
export function momentAt(now: number, offset: number): Moment {
  const local = now + offset * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  return { now, offset, day: dayOfNumber(day), hour: Math.floor((local - day * DAY_MS) / HOUR_MS) };
}

/** The next instant after `moment` at which local clocks show this full hour, as long as the offset stays. */
export function nextAt({ now, offset }: Moment, hour: number): number {
  const local = now + offset * MINUTE_MS;
  const today = Math.floor(local / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return (today > local ? today : today + DAY_MS) - offset * MINUTE_MS;
}
