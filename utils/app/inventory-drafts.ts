/**
 * What a person has begun to write and not saved: kept while the vault is open, so that a closed view loses
 * nothing, and gone when it locks. Stands in session storage, sealed under the data key, for this one session.
 */
import type { Unsaved } from '../inventory/record-types.ts';
import { open, STORE, seal } from '../vault/box.ts';
import { fromBase64, toBase64, utf8 } from '../vault/bytes.ts';
import type { InventoryClient } from './inventory-client.ts';
import type { InventoryWindow, Opened } from './inventory-window.ts';
import type { VaultPorts } from './vault-ports.ts';

type Drafts = ReadonlyMap<string, Unsaved>;

const WRITE = 'keytag-drafts';
const SCHEMA = 1;
const NONE: Drafts = new Map();

export function createDrafts(
  ports: Pick<VaultPorts, 'drafts' | 'exclusive' | 'random'>,
  window: Pick<InventoryWindow, 'live' | 'isStillOpen' | 'onForget'>,
): Pick<InventoryClient, 'drafts' | 'keepDraft' | 'watchDrafts'> {
  /** What was typed since the writing before began: only the latest of each page is written. */
  let waiting = new Map<string, Unsaved | null>();
  let isWriting = false;
  window.onForget(() => {
    waiting = new Map();
  });

  const placeIn = ({ vaultId }: Opened) => ({ vaultId, store: STORE.drafts, id: new Uint8Array(16) });

  const read = async (now: Opened): Promise<Drafts> => {
    const stored = await ports.drafts.load();
    const box = typeof stored === 'string' ? fromBase64(stored) : null;
    const opened = box && (await open(now.key, placeIn(now), box));
    // The session's end tells it from every other one: what an earlier one left behind is over.
    if (opened?.kind !== 'open' || opened.head.revision !== now.session.endsAt) return NONE;
    return new Map(JSON.parse(new TextDecoder().decode(opened.plain)) as [string, Unsaved][]);
  };

  const write = (changes: ReadonlyMap<string, Unsaved | null>): Promise<void> =>
    ports.exclusive(WRITE, async () => {
      const now = window.live();
      if (!now) return;
      const next = new Map(await read(now));
      for (const [page, unsaved] of changes) {
        if (unsaved) next.set(page, unsaved);
        else next.delete(page);
      }
      const head = { schema: SCHEMA, revision: now.session.endsAt };
      const plain = utf8(JSON.stringify([...next]));
      const box = next.size > 0 ? await seal(now.key, placeIn(now), head, plain, ports.random) : null;
      if (window.isStillOpen(now)) await ports.drafts.save(box && toBase64(box));
    });

  const flush = async (): Promise<void> => {
    isWriting = true;
    try {
      while (waiting.size > 0) {
        const changes = waiting;
        waiting = new Map();
        await write(changes);
      }
    } finally {
      isWriting = false;
    }
  };

  const drafts = async (): Promise<Drafts> => {
    const now = window.live();
    return now ? read(now) : NONE;
  };
  return {
    drafts,
    async keepDraft(page, unsaved) {
      waiting.set(page, unsaved);
      if (!isWriting) await flush();
    },
    watchDrafts: (listener) =>
      ports.drafts.watch(() => {
        // Older than what is being written right now; the word of that comes after it.
        if (isWriting) return;
        void drafts().then((stored) => {
          if (!isWriting) listener(stored);
        });
      }),
  };
}
