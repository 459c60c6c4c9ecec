/**
 * The panel's hold on the inventory: the client once it is loaded, its status, and what a person has begun
 * while it is open. What was begun goes when it locks.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntryDraft, Unsaved, VaultStatus } from '@/utils/inventory/record-types.ts';
import type { InventoryPorts, Ports } from './ports.ts';
import { parseRoute } from './router.ts';

/** A tag that the guide's final card asks to save. Kept over create and unlock, and no secret. */
export interface WaitingTag {
  readonly draft: EntryDraft;
  readonly guideHref: string;
}

export interface Vault {
  readonly ports: InventoryPorts | 'loading' | 'failed';
  readonly status: VaultStatus;
  /** By the page they are edited on: an entry's id, `new`, or `guide`. */
  readonly drafts: ReadonlyMap<string, Unsaved>;
  readonly setDraft: (page: string, unsaved: Unsaved | null) => void;
  readonly waiting: WaitingTag | null;
  readonly setWaiting: (waiting: WaitingTag | null) => void;
  /** Every window shows `locked` within a second. */
  readonly lock: () => void;
}

export function useVault({ inventory }: Ports): Vault {
  const [ports, setPorts] = useState<InventoryPorts | 'loading' | 'failed'>('loading');
  const [status, setStatus] = useState<VaultStatus>({ kind: 'opening' });
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const [waiting, setWaiting] = useState<WaitingTag | null>(null);
  const wasUnlocked = useRef(false);

  useEffect(() => {
    // Effects run after the first paint: that is when this begins to load.
    inventory?.().then(setPorts, () => setPorts('failed'));
  }, [inventory]);

  useEffect(() => {
    if (typeof ports === 'string') return;
    const { client, clipboard } = ports;
    const adopt = (stored: ReadonlyMap<string, Unsaved>) => {
      setDrafts((before) => {
        const route = parseRoute(location.hash);
        const page = route.at === 'inventory' ? route.page : undefined;
        const mine = page === undefined ? undefined : before.get(page);
        // What is being typed here is newer than what is stored of it.
        return page !== undefined && mine ? new Map(stored).set(page, mine) : stored;
      });
    };
    const stop = client.watch((next) => {
      const isUnlocked = next.kind === 'unlocked';
      if (wasUnlocked.current && !isUnlocked) {
        setDrafts(new Map());
        setWaiting(null);
        clipboard.forget();
      }
      // A view that was closed in the middle of an edit finds it again.
      if (!wasUnlocked.current && isUnlocked) void client.drafts().then(adopt);
      wasUnlocked.current = isUnlocked;
      setStatus(next);
    });
    const stopDrafts = client.watchDrafts(adopt);
    const touch = () => client.touch();
    const events = ['keydown', 'pointerdown'] as const;
    for (const event of events) addEventListener(event, touch, { capture: true, passive: true });
    return () => {
      stop();
      stopDrafts();
      for (const event of events) removeEventListener(event, touch, { capture: true });
    };
  }, [ports]);

  const lock = useCallback(() => {
    if (typeof ports !== 'string') void ports.client.lock();
  }, [ports]);
  const setDraft = useCallback(
    (page: string, unsaved: Unsaved | null) => {
      setDrafts((before) => {
        const next = new Map(before);
        if (unsaved) next.set(page, unsaved);
        else next.delete(page);
        return next;
      });
      if (typeof ports !== 'string') void ports.client.keepDraft(page, unsaved);
    },
    [ports],
  );
  return { ports, status, drafts, setDraft, waiting, setWaiting, lock };
}
