/**
 * Takes a copied password off the clipboard when its time is over or the vault is locked, also when no window
 * of Keytag is open any more. What it needs for that stands in session storage, so that the background may
 * be stopped and started again at any moment. Never holds the password itself.
 */
import type { Cleared, Mark } from './clipboard-mark.ts';

/** What stands in session storage. */
export type Kept =
  | ({ readonly is: 'held'; readonly until: number } & Mark)
  | { readonly is: 'done'; readonly outcome: Cleared }
  | { readonly is: 'nothing' };

export interface KeeperPorts {
  load(): Promise<unknown>;
  save(kept: Kept): Promise<void>;
  now(): number;
  /** Wakes the background at about this time; `null` cancels. */
  wakeAt(when: number | null): Promise<void>;
  clearMarked(mark: Mark): Promise<Cleared>;
}

export interface ClipboardKeeper {
  /** To be called at the start and at each waking. */
  check(): Promise<void>;
  /** The vault was locked: whatever is held goes now. */
  clearNow(): Promise<void>;
}

/** Alarms come a little early at times; waiting for the rest would cost another half minute. */
const EARLY_MS = 1_000;

export function createClipboardKeeper(ports: KeeperPorts): ClipboardKeeper {
  /** One at a time: two wakings at once must not judge the same clipboard twice. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };
  const clear = async (held: Mark): Promise<void> => {
    const outcome = await ports.clearMarked(held);
    const now = readKept(await ports.load());
    // Another password was copied meanwhile: that one has its own time.
    if (now.is === 'held' && now.hash === held.hash) await ports.save({ is: 'done', outcome });
  };
  return {
    check: () =>
      inTurn(async () => {
        const kept = readKept(await ports.load());
        if (kept.is !== 'held') return ports.wakeAt(null);
        if (ports.now() < kept.until - EARLY_MS) return ports.wakeAt(kept.until);
        return clear(kept);
      }),
    clearNow: () =>
      inTurn(async () => {
        const kept = readKept(await ports.load());
        if (kept.is === 'held') await clear(kept);
      }),
  };
}

const OUTCOMES: readonly Cleared[] = ['cleared', 'replaced', 'not-cleared'];

/** Anything that is not wholly something is nothing. */
export function readKept(input: unknown): Kept {
  if (typeof input !== 'object' || input === null) return { is: 'nothing' };
  const { is, key, hash, until, outcome } = input as Record<string, unknown>;
  if (is === 'held' && typeof key === 'string' && typeof hash === 'string' && Number.isFinite(until))
    return { is, key, hash, until: Number(until) };
  const done = OUTCOMES.find((one) => one === outcome);
  return is === 'done' && done ? { is, outcome: done } : { is: 'nothing' };
}
