/** A few of the kills of tests/faults; `npm run test:faults` plays them all. */
import { describe, expect, it } from 'vitest';
import { killInSaves } from '../faults/saves.ts';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  it('keeps every acknowledged save when it is killed in a stream of them', {
    timeout: 120_000,
  }, async () => {
    await expect(killInSaves(kind, 2)).resolves.toBeUndefined();
  });
});
