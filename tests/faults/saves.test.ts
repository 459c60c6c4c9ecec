/** Kills in a stream of saves, as often as `npm run test:faults` promises. */
import { describe, expect, it } from 'vitest';
import { killInSaves } from './saves.ts';

const ROUNDS = 25;

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  it(`keeps every acknowledged save through ${ROUNDS} kills`, async () => {
    await expect(killInSaves(kind, ROUNDS)).resolves.toBeUndefined();
  });
});
