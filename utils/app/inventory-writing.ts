/** Writing entries: saving, removing, taking back, and setting right what does not fit the list. */
import { differingFields, editedEntry, newEntry, readDraft } from '../inventory/record.ts';
import type { InventoryClient } from './inventory-client.ts';
import { type Change, type Committed, commit, repairContent } from './inventory-rows.ts';
import type { InventoryWindow, Opened } from './inventory-window.ts';
import type { VaultPorts } from './vault-ports.ts';

/** Steps that can be taken back. */
const UNDO_STEPS = 20;
/** Beyond this many, another window reads everything again. */
const TELL_AT_MOST = 100;

export type InventoryWriting = ReturnType<typeof createWriting>;

export function createWriting(ports: VaultPorts, window: InventoryWindow) {
  const iso = (): string => new Date(ports.now()).toISOString();

  const keepUndo = (now: Opened, changes: readonly Change[]): string => {
    const token = ports.randomId();
    now.undo.set(token, changes);
    const [oldest] = now.undo.keys();
    if (now.undo.size > UNDO_STEPS && oldest !== undefined) now.undo.delete(oldest);
    return token;
  };

  const tell = (ids: readonly string[]): void => {
    ports.changes.tell({ ids: ids.length > TELL_AT_MOST ? null : ids });
  };

  const apply = async (now: Opened, changes: readonly Change[]): Promise<Committed> => {
    const done = await commit(ports, now, changes);
    if (!done.ok) {
      // Somebody else was quicker: show what stands there.
      if (done.kind === 'conflict') await window.reload(null);
      // The rebuilding that is asked for is offered where the damage is shown.
      if (done.kind === 'repair-first') await window.showFindings(now);
      return done;
    }
    tell([...done.rows.keys()]);
    if (window.isStillOpen(now)) window.put(now, done.rows, done.root);
    return done;
  };

  const save: InventoryClient['save'] = async (input, at) => {
    const now = window.live();
    if (!now) return { ok: false, kind: 'locked' };
    const read = readDraft(input);
    if (!read.ok) return { ok: false, kind: 'bad-field', field: read.field };
    const { draft } = read;
    const mine = at && now.rows.get(at.id);
    if (at && mine?.revision !== at.revision) return { ok: false, kind: 'conflict', theirs: mine ?? null };
    if (draft.password !== null && draft.password !== (mine?.entry.password ?? null)) {
      const { mayKeepPasswords } = await ports.rules.load();
      if (!mayKeepPasswords) return { ok: false, kind: 'no-passwords', field: 'password' };
    }
    if (mine && !mine.concern && differingFields(mine.entry, draft).length === 0)
      return { ok: true, row: mine, undo: null };
    const after = mine ? editedEntry(mine.entry, draft, iso()) : newEntry(draft, ports.randomId(), iso());
    const done = await apply(now, [{ id: after.id, expected: at?.revision ?? null, after }]);
    if (!done.ok) return done;
    const row = done.rows.get(after.id);
    if (!row) throw new Error('saved row is missing');
    return { ok: true, row, undo: keepUndo(now, done.inverse) };
  };

  const undo: InventoryClient['undo'] = async (token) => {
    const now = window.live();
    if (!now) return { ok: false, kind: 'locked' };
    const changes = now.undo.get(token);
    if (!changes) return { ok: false, kind: 'gone' };
    const done = await apply(now, changes);
    if (!done.ok) return done;
    now.undo.delete(token);
    return { ok: true };
  };

  const remove: InventoryClient['remove'] = async (id, revision) => {
    const now = window.live();
    if (!now) return { ok: false, kind: 'locked' };
    const done = await apply(now, [{ id, expected: revision, after: null }]);
    return done.ok ? { ok: true, undo: keepUndo(now, done.inverse) } : done;
  };

  const repair: InventoryClient['repair'] = async () => {
    const now = window.live();
    if (!now) return { ok: false, kind: 'locked' };
    const canary = await ports.canary.load();
    const done = await repairContent(ports, now, canary?.generation ?? 0);
    if (!done.ok) return done;
    ports.changes.tell({ ids: null });
    await window.reload(null);
    return done;
  };

  return { apply, keepUndo, save, undo, remove, repair };
}
