/**
 * Locks the vault when no window of Keytag is there to do it: at the deadline, when the machine is locked,
 * and when the person presses the keys for it. Runs in the background; opens nothing.
 */
import type { LockReason } from '../inventory/record-types.ts';
import { endOf, lockedSession, nextDeadline, readSession, shortened } from './vault-session.ts';

export interface GuardPorts {
  load(): Promise<unknown>;
  save(value: object): Promise<void>;
  now(): number;
  /** Minutes a rule allows at most; `null` for no such rule. */
  longestIdle(): Promise<number | null>;
  /** Wakes the background at about this time; `null` cancels. */
  wakeAt(when: number | null): Promise<void>;
}

export interface VaultGuard {
  /** To be called when the session changed, at the start and at each waking. */
  check(): Promise<void>;
  /** To be called when the machine was locked (`system`) or the person asked for it (`asked`). */
  lock(because: LockReason): Promise<void>;
}

export function createVaultGuard(ports: GuardPorts): VaultGuard {
  const lock = async (because: LockReason): Promise<void> => {
    if (readSession(await ports.load()).kind === 'unlocked') await ports.save(lockedSession(because));
    await ports.wakeAt(null);
  };
  return {
    lock,
    async check() {
      const stored = readSession(await ports.load());
      if (stored.kind === 'locked') return ports.wakeAt(null);
      const session = shortened(stored.session, await ports.longestIdle());
      const over = endOf(session, ports.now());
      return over ? lock(over) : ports.wakeAt(nextDeadline(session));
    },
  };
}
