import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditAfter, waitFor } from '@/utils/pages/watch.ts';

describe('the reading budget', () => {
  it('lets a quiet page be read at once', () => expect(waitFor(creditAfter(40, 1000, 4))).toBe(0));

  it('keeps readings under two percent of any second of a storm, whatever one costs up to 4 ms', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 4, noNaN: true }), (cost) => {
        let now = 0;
        let credit = 40;
        let spent = 0;
        // A reading is wanted every frame for a minute.
        while (now < 60_000) {
          const rest = Math.max(16, waitFor(credit));
          now += rest + cost;
          credit = creditAfter(credit, rest, cost);
          spent += cost;
        }
        expect(spent / now).toBeLessThan(0.02);
      }),
    );
  });

  it('lets a slow first drawing delay the next reading by no more than a blink', () => {
    expect(waitFor(creditAfter(0, 0, 500))).toBeLessThan(400);
  });
});
