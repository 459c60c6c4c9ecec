/**
 * How long to wait after passphrases that didn't open the vault. The delay guards an unlocked screen, not a
 * copied disk: guessing there is bounded by the key derivation and the passphrase alone. Nothing is ever
 * deleted for it.
 */
import type { Tries } from '../inventory/record-store.ts';

const FREE_TRIES = 3;
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;

export const NO_TRIES: Tries = { failures: 0, until: 0 };

export function delayAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(FIRST_MS * 2 ** (failures - FREE_TRIES), LONGEST_MS);
}

/** One more try, counted before it is made: closing the window doesn't make it unmade. */
export function counted(tries: Tries, now: number): Tries {
  const failures = tries.failures + 1;
  return { failures, until: now + delayAfter(failures) };
}

/** The end of the wait set right: a clock moved back must not lock anybody out for years. */
export function corrected(tries: Tries, now: number): Tries {
  const latest = now + delayAfter(tries.failures);
  return tries.until > latest ? { ...tries, until: latest } : tries;
}

/** `null` when a try may be made now. */
export function retryAt(tries: Tries, now: number): number | null {
  return tries.until > now ? tries.until : null;
}
