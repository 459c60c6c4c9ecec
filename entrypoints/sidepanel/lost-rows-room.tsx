/** What the guide saw go by mistake, with the tags of the inventory it was for. Loaded when it is needed. */
import { useEffect, useState } from 'preact/hooks';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { LostRows, type LostTag } from '@/components/rotation/lost-rows.tsx';
import type { DeleteTask } from '@/utils/guide/task.ts';
import { accountKey } from '@/utils/inventory/filter.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import type { EntryDraft, EntryRow } from '@/utils/inventory/record-types.ts';
import { begin, noteDeleted } from '@/utils/rotation/replacing.ts';
import { hrefTo, LIST_HREF, rotationOf } from './inventory-places.ts';
import type { Vault } from './vault.ts';

interface RoomProps {
  readonly task: DeleteTask;
  readonly vault: Vault;
  readonly onGoOn: () => void;
}

export function LostRowsRoom({ task, vault: { ports, status }, onGoOn }: RoomProps) {
  const [rows, setRows] = useState<readonly EntryRow[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const client = typeof ports === 'string' ? null : ports.client;
  useEffect(() => client?.watchEntries(setRows), [client]);

  const save = async (id: string, change: (draft: EntryDraft) => EntryDraft) => {
    const row = rows.find(({ entry }) => entry.id === id);
    if (!row || !client) return;
    setBusy(true);
    const at = { id, revision: row.revision };
    const outcome = await client.save(change(draftOf(row.entry)), at).catch(() => null);
    setBusy(false);
    setFailed(outcome?.ok !== true);
  };
  return (
    <LostRows
      rows={task.seen.lost.map((name) => ({ name, tags: tagsOf(name, rows, task.tag) }))}
      isLocked={status.kind === 'none' ? null : status.kind !== 'unlocked'}
      inventoryHref={LIST_HREF}
      isBusy={isBusy}
      hasFailed={hasFailed}
      onRevoked={(id) => void save(id, (draft) => noteDeleted(draft, draft.name))}
      onReplace={(id) => void save(id, (draft) => begin(draft, 'deleted-by-mistake', 'delete-first'))}
      onGoOn={onGoOn}
    />
  );
}

/** @param about the tag whose key was meant; what is lost stood in the list of its account */
function tagsOf(name: string, rows: readonly EntryRow[], about: string | null): readonly LostTag[] {
  const meant = rows.find(({ entry }) => entry.id === about)?.entry;
  return rows.flatMap(({ entry }): LostTag[] => {
    if (entry.name !== name || entry.id === about) return [];
    if (meant && accountKey(meant) !== accountKey(entry)) return [];
    const href = hrefTo(entry.replacing ? rotationOf(entry.id) : entry.id);
    return [{ id: entry.id, title: entryTitle(entry), href, state: entry.state }];
  });
}
