import { describe, expect, it } from 'vitest';
import { FACTORS } from '../e2e/matrix.ts';
import { pairwise } from '../e2e/pairwise.ts';

describe('pairwise', () => {
  const cases = pairwise(FACTORS);

  it('lets every two values of two factors meet', () => {
    const names = Object.keys(FACTORS) as (keyof typeof FACTORS)[];
    for (const a of names) {
      for (const b of names.slice(names.indexOf(a) + 1)) {
        for (const x of FACTORS[a]) {
          for (const y of FACTORS[b])
            expect(
              cases.some((each) => each[a] === x && each[b] === y),
              `${a}=${x} with ${b}=${y}`,
            ).toBe(true);
        }
      }
    }
  });

  it('comes to the same cases every time', () => expect(pairwise(FACTORS)).toEqual(cases));
});
