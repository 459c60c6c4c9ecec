import { expect, it } from 'vitest';
import { byAge, type Claim, claimsText } from './claims-by-age.ts';

const claim = (where: string, checked: string): Claim => ({
  where,
  title: 'A page',
  checked,
  certainty: 'documented',
});

it('lists the oldest first and calls stale what is older than the limit, not what is as old', () => {
  const aged = byAge(
    [claim('b.ts', '2026-11-22'), claim('a.ts', '2026-05-26'), claim('c.ts', '2026-05-25')],
    '2026-11-22',
    180,
  );
  expect(aged.map(({ where, days, isStale }) => [where, days, isStale])).toEqual([
    ['c.ts', 181, true],
    ['a.ts', 180, false],
    ['b.ts', 0, false],
  ]);
});

it('sorts equals by their file, whatever their order', () => {
  const two = [claim('b.ts', '2026-11-22'), claim('a.ts', '2026-11-22')];
  expect(byAge(two, '2026-11-22', 180).map(({ where }) => where)).toEqual(['a.ts', 'b.ts']);
});

it('counts', () => {
  const text = claimsText(byAge([claim('a.ts', '2026-01-01')], '2026-11-22', 180), 180);
  expect(text).toMatch(/^STALE {2}2026-01-01/);
  expect(text.endsWith('1 claims, 1 stale after 180 days')).toBe(true);
  expect(claimsText([], 180)).toBe('0 claims, 0 stale after 180 days');
});
