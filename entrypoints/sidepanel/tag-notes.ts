/**
 * What a page proves is written into the tag it was about, on whatever screen the panel is, as soon as the
 * inventory is open: a key that was made, a row that was seen to go. Loaded when there is something to note.
 */
import { noteOf } from '@/utils/app/tag-notes.ts';
import type { Task } from '@/utils/guide/task.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { InventoryPorts } from './ports.ts';

/** @returns a function that ends it */
export function keepNotes({ client }: InventoryPorts, task: Task, today: Day): () => void {
  let isSaving = false;
  return client.watchEntries((rows) => {
    const row = rows.find(({ entry }) => entry.id === task.tag);
    if (!row || isSaving) return;
    const before = draftOf(row.entry);
    const after = noteOf(before, task, today);
    if (after === before) return;
    isSaving = true;
    // What stands against it comes back as a change of the entries, and is looked at anew.
    void client
      .save(after, { id: row.entry.id, revision: row.revision })
      .catch(() => undefined)
      .finally(() => {
        isSaving = false;
      });
  });
}
