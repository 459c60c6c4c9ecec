/** Kills in the big steps of a vault's life, at another moment in each life. */
import { describe, expect, it } from 'vitest';
import { killInSteps } from './steps.ts';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  it.each([1, 2, 3])(
    'is whole after a kill in create, import, restore and change of passphrase, life %i',
    async () => {
      await expect(killInSteps(kind)).resolves.toBeUndefined();
    },
  );
});
