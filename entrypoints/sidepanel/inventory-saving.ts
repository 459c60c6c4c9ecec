/** Saving from the screens: what is begun, saved, removed and put away, and what of it failed. */
import { useState } from 'preact/hooks';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { attempt, type Failure, failureText } from '@/components/inventory/failures.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import type { EntryDraft, EntryRow, SaveOutcome, Unsaved } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { go, hrefTo, LIST_HREF } from './inventory-places.ts';
import type { Outcome } from './inventory-props.ts';
import type { InventoryPorts } from './ports.ts';
import type { Vault } from './vault.ts';

type SaveFailure = { readonly text: string; readonly field: keyof Entry | null };

interface SavingProps {
  readonly inventory: InventoryPorts;
  readonly page: string | null;
  readonly setDraft: Vault['setDraft'];
  readonly setOutcome: (outcome: Outcome) => void;
}

/** Editing and changing entries. What fails is said; what stands against another window's change is shown. */
export function useSaving({ inventory: { client }, page, setDraft, setOutcome }: SavingProps) {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [conflict, setConflict] = useState<{ readonly theirs: EntryRow | null } | null>(null);

  /** Whatever fails is said; `null` when it did. */
  const run = async <T extends { readonly ok: boolean }>(does: () => Promise<T>): Promise<T | null> => {
    setBusy(true);
    const result = await attempt(does);
    setBusy(false);
    if (result.ok || !('kind' in result)) return result as T;
    setOutcome({ text: failureText(result as Failure), tone: 'bad' });
    return null;
  };

  const begin = () => {
    setFailure(null);
    setConflict(null);
  };
  const startEdit = (edited: EntryRow) => {
    begin();
    const { entry, revision } = edited;
    setDraft(entry.id, { at: { id: entry.id, revision }, draft: draftOf(entry) });
  };
  const endEdit = () => {
    if (page !== null) setDraft(page, null);
    begin();
  };
  const onSaved = (saved: Extract<SaveOutcome, { ok: true }>) => {
    endEdit();
    setOutcome({ text: t('inventory_saved', entryTitle(saved.row.entry)), undo: saved.undo });
    go(hrefTo(saved.row.entry.id));
  };
  const save = async (draft: EntryDraft, at: Unsaved['at']) => {
    setBusy(true);
    setFailure(null);
    const saved = await attempt(() => client.save(draft, at));
    setBusy(false);
    if (saved.ok) onSaved(saved);
    else if (saved.kind === 'conflict') setConflict({ theirs: saved.theirs });
    else setFailure({ text: failureText(saved), field: saved.kind === 'bad-field' ? saved.field : null });
  };
  const remove = async ({ entry, revision }: EntryRow) => {
    setBusy(true);
    const removed = await attempt(() => client.remove(entry.id, revision));
    setBusy(false);
    if (removed.ok) {
      setOutcome({ text: t('inventory_deleted', entryTitle(entry)), undo: removed.undo });
      go(LIST_HREF);
    } else setOutcome({ text: failureText(removed), tone: 'bad' });
  };
  const archive = async ({ entry, revision }: EntryRow, isArchived: boolean) => {
    const saved = await run(() => client.save({ ...draftOf(entry), isArchived }, { id: entry.id, revision }));
    if (saved?.ok) {
      const text = t(isArchived ? 'inventory_archived_done' : 'inventory_unarchived_done', entryTitle(entry));
      setOutcome({ text, undo: saved.undo });
    }
  };
  return { isBusy, failure, conflict, setConflict, run, begin, startEdit, endEdit, save, remove, archive };
}
