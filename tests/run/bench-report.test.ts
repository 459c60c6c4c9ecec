import { expect, it } from 'vitest';
import { formatTable } from './bench-report.ts';

it('tells results as a table with figures under each other', () => {
  const table = formatTable({
    suite: 'guide',
    results: [
      {
        name: 'highlight, p95',
        unit: 'ms',
        ours: 6.4321,
        peer: 20,
        ratio: 0.3216,
        budget: '≤ 17 ms',
        ok: true,
      },
      { name: 'size', unit: 'KiB', ours: 21, budget: '≤ 20 KiB', ok: false },
    ],
  });
  expect(table).toBe(
    [
      'guide',
      'what               ours   peer  ratio  budget',
      'highlight, p95  6.43 ms  20 ms  0.322  ≤ 17 ms   ok',
      'size             21 KiB                ≤ 20 KiB  MISSED',
    ].join('\n'),
  );
});
