import { expect, it } from 'vitest';
import { driveMatrix, half } from './matrix-half.ts';

const CASES = half(0);

it('is half of the 29 cases in which every two switches meet', () => {
  expect(CASES.length).toBe(15);
});

driveMatrix('the matrix in Chromium, half 1', 'chromium', CASES);
