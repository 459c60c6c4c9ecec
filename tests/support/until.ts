/** Waiting in tests: for a condition, never for a time. */
import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds; generous, because two browsers share two cores. */
  readonly timeout?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
/** What is there soon is found soon; what takes longer is not asked for all the time on a machine with two cores. */
const FIRST_POLL_MS = 20;
const LAST_POLL_MS = 150;
const SLOWER = 1.4;

/** Resolves with the first truthy answer of `look`; fails naming `what` was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  { timeout = DEFAULT_TIMEOUT_MS }: WaitOptions = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + timeout;
  for (let pause = FIRST_POLL_MS; ; pause = Math.min(pause * SLOWER, LAST_POLL_MS)) {
    const found = await look();
    if (found) return found as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await delay(pause);
  }
}
