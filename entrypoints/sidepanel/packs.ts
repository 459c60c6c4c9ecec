/** The catalogue with what the organisation and imported packs make of it, kept up to date for the panel. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StoredPack } from '@/utils/helpdesk/packs.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { KnownCatalogue } from './knowledge.ts';
import type { PacksPort, Ports } from './ports.ts';

type Knowledge = typeof import('./knowledge.ts');

export interface OwnPacks {
  /** `null` while it loads. */
  readonly catalogue: KnownCatalogue | null;
  /** What is stored has been read, or can't be. */
  readonly isComplete: boolean;
  /** `null` while it loads, and where nothing can be stored. */
  readonly store: PacksPort | null;
  /** Reads anew what is stored. */
  readonly reload: () => Promise<void>;
}

const NOTHING_STORED: readonly StoredPack[] = [];

export function useOwnPacks(ports: Ports, knowledge: Knowledge | null, policy: Policy): OwnPacks {
  const [store, setStore] = useState<PacksPort | null>(null);
  const [stored, setStored] = useState<readonly StoredPack[] | null>(ports.packs ? null : NOTHING_STORED);

  const read = useCallback(async (from: PacksPort) => {
    const loaded = await from.load();
    // The same list as before where there is nothing: the search needs no new index.
    setStored(loaded.ok && loaded.value.length > 0 ? loaded.value : NOTHING_STORED);
  }, []);
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | undefined;
    const open = async () => {
      const port = await ports.packs?.();
      if (!port || isOver) return;
      setStore(port);
      stop = port.watch(() => void read(port));
      await read(port);
    };
    // Without them Keytag's own apps are there all the same.
    open().catch(() => setStored(NOTHING_STORED));
    return () => {
      isOver = true;
      stop?.();
    };
  }, [ports, read]);

  const { hiddenApps, recommendedApps, walkthroughs } = policy;
  const catalogue = useMemo(
    () =>
      knowledge?.catalogueFor({ hiddenApps, recommendedApps, walkthroughs }, stored ?? NOTHING_STORED) ??
      null,
    [knowledge, hiddenApps, recommendedApps, walkthroughs, stored],
  );
  return {
    catalogue,
    isComplete: stored !== null,
    store,
    reload: async () => {
      if (store) await read(store);
    },
  };
}
