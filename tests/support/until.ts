/** Waiting in tests: for a condition, never for a time. */
import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds; generous, because two browsers share two cores. */
  readonly timeout?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const POLL_MS = 40;

/** Resolves with the first truthy answer of `look`; fails naming `what` was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  { timeout = DEFAULT_TIMEOUT_MS }: WaitOptions = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await look();
    if (found) return found as NonNullable<Exclude<T, false>>;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain for ${what}`);
    await delay(POLL_MS);
  }
}
