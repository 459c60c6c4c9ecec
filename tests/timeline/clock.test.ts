import { expect, it } from 'vitest';
import type { Day } from '@/utils/lib/day.ts';
import { type Clock, judgeClock } from '@/utils/timeline/clock.ts';

it.each<[Day, Clock]>([
  ['1970-01-01', 'behind'],
  ['2026-11-21', 'behind'],
  ['2026-11-22', 'plausible'],
  ['2027-12-31', 'plausible'],
  ['2028-11-21', 'plausible'],
  ['2028-11-22', 'far-ahead'],
  ['2099-01-01', 'far-ahead'],
])('takes %s for %s where the facts are of 22 November 2026', (today, clock) => {
  expect(judgeClock(today, '2026-11-22')).toBe(clock);
});
