/** Is the device's date one that can be believed? Facts about Microsoft are only as good as the day they are for. */
import type { Day } from '../lib/day.ts';
import { daysBetween } from '../lib/days.ts';

/** `behind`: before the day the facts were checked, which no honest clock shows; `far-ahead`: so long after it
 * that the clock is wrong or Keytag is out of date. */
export type Clock = 'plausible' | 'behind' | 'far-ahead';

/** Microsoft's plans reach about two years ahead; after that nothing here may hold any more. */
const FAR_AHEAD_DAYS = 730;

/** @param checked the newest day on which the facts were checked */
export function judgeClock(today: Day, checked: Day): Clock {
  if (today < checked) return 'behind';
  return daysBetween(checked, today) > FAR_AHEAD_DAYS ? 'far-ahead' : 'plausible';
}
