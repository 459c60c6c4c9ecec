/**
 * The inventory as the panel uses it: one object per window, holding the open vault in memory while it is
 * unlocked and nothing of it afterwards. Everything it needs of the world comes in as ports.
 */
import type { Entry } from '../inventory/entry.ts';
import {
  decodeEntry,
  differingDues,
  differingFields,
  editedEntry,
  encodeEntry,
  newEntry,
  readDraft,
  readEntry,
} from '../inventory/record.ts';
import { passwordHints } from '../inventory/record-hints.ts';
import type { Notes } from '../inventory/record-store.ts';
import type {
  EntryDraft,
  EntryRow,
  Finding,
  LockReason,
  MergeItem,
  PreviewOutcome,
  RecoverySheet,
  SaveOutcome,
  UndoOutcome,
  UnlockOutcome,
  VaultStatus,
} from '../inventory/record-types.ts';
import { BACKUP_MAX_BYTES, type Backup, openBackup, readBackup, writeBackup } from '../vault/backup.ts';
import { importDataKey } from '../vault/box.ts';
import { fromBase64, toBase64, toHex, utf8 } from '../vault/bytes.ts';
import { openWithRecoveryKey } from '../vault/header.ts';
import { openRoot, type Root } from '../vault/manifest.ts';
import { passphraseBytes } from '../vault/passphrase.ts';
import { checkGroups, readRecoveryKey, writeRecoveryKey } from '../vault/recovery-key.ts';
import type { Bytes, RawKey } from '../vault/types.ts';
import type { FileSecret, InventoryClient } from './inventory-client.ts';
import { changesFor, compare } from './inventory-merge.ts';
import {
  type Change,
  type Committed,
  type Content,
  commit,
  freshContent,
  openContent,
  openRows,
  repairContent,
  type Vault,
} from './inventory-rows.ts';
import {
  changePassphrase,
  checkPassphrase,
  findHeader,
  makeHeader,
  type OpenedVault,
  openVault,
  recoverVault,
  renewRecoveryKey,
  unavailable,
  unwrapDerived,
} from './vault-keys.ts';
import type { Canary, VaultPorts } from './vault-ports.ts';
import {
  endOf,
  lockedSession,
  nextDeadline,
  readSession,
  type Session,
  startSession,
  touched,
  watchClock,
} from './vault-session.ts';
import { corrected, retryAt } from './vault-tries.ts';

/** An open window looks at the deadline at least this often: timers stand still while a machine sleeps. */
const LOOK_EVERY_MS = 30_000;
/** Steps that can be taken back. */
const UNDO_STEPS = 20;
/** The content's count of changes right after a vault was made. */
const FIRST_GENERATION = 1;
/** Beyond this many, another window reads everything again. */
const TELL_AT_MOST = 100;
const NEW_NOTES: Notes = { backupGeneration: null, backupAt: null, isSheetConfirmed: false };

/** All that an unlocked window holds. Locking forgets the object as a whole. */
interface Opened extends Vault {
  session: Session;
  rows: Map<string, EntryRow>;
  findings: readonly Finding[];
  root: Root | null;
  notes: Notes;
  readonly undo: Map<string, readonly Change[]>;
  /** The last file handed out, until the browser has saved it. */
  backup: { readonly generation: number; readonly at: string } | null;
}

/** What a preview showed, until it is applied. */
interface Pending {
  readonly token: string;
  readonly items: readonly MergeItem[];
  readonly event: 'restored' | 'imported';
  readonly madeAt: string | null;
  /** Set when the file brings the header: into no vault, or into one whose header is damaged. */
  readonly brings: (OpenedVault & { readonly isNew: boolean }) | null;
}

export function createInventory(ports: VaultPorts): InventoryClient {
  let status: VaultStatus = { kind: 'opening' };
  let opened: Opened | null = null;
  let pending: Pending | null = null;
  /** Grows with every lock: what was begun before it must not bring anything back. */
  let epoch = 0;
  let isStale = false;
  let isBeginning = false;
  let cancelLook: () => void = () => undefined;
  const statusListeners = new Set<(status: VaultStatus) => void>();
  const rowListeners = new Set<(rows: readonly EntryRow[]) => void>();
  const wasClockMovedBack = watchClock(ports.now, ports.running);
  const iso = (): string => new Date(ports.now()).toISOString();

  // What the window shows ------------------------------------------------------------------------------

  const setStatus = (next: VaultStatus): void => {
    status = next;
    for (const listener of statusListeners) listener(status);
  };

  const showRows = (): void => {
    const rows = opened ? [...opened.rows.values()] : [];
    for (const listener of rowListeners) listener(rows);
  };

  const showUnlocked = ({ findings, notes, root }: Opened): void => {
    const generation = root?.generation ?? 0;
    const isDue = generation > (notes.backupGeneration ?? FIRST_GENERATION);
    const backup = { lastAt: notes.backupAt, isDue };
    setStatus({ kind: 'unlocked', findings, backup, isSheetMissing: !notes.isSheetConfirmed });
  };

  const showLocked = async (because: LockReason | null): Promise<void> => {
    const tries = await ports.store.readTries();
    if (!tries.ok) return setStatus({ kind: 'unavailable', why: tries.why });
    const now = ports.now();
    if (!opened) setStatus({ kind: 'locked', retryAt: retryAt(corrected(tries.value, now), now), because });
  };

  // The session ----------------------------------------------------------------------------------------

  /** Forgets everything in this window. */
  const forget = (): void => {
    epoch += 1;
    opened = null;
    pending = null;
    cancelLook();
  };

  const lockAll = async (because: LockReason): Promise<void> => {
    const generation = opened?.root?.generation;
    forget();
    setStatus({ kind: 'locked', retryAt: null, because });
    showRows();
    await ports.session.save(lockedSession(because));
    if (generation !== undefined) await noteGeneration(generation);
    await showLocked(because);
  };

  /** The open vault, if its time is not over. Every use of the key goes through here. */
  const live = (): Opened | null => {
    if (!opened) return null;
    const over = wasClockMovedBack() ? 'clock' : endOf(opened.session, ports.now());
    if (!over) return opened;
    void lockAll(over);
    return null;
  };

  const look = (): void => {
    cancelLook();
    if (!live() || !opened) return;
    const left = nextDeadline(opened.session) - ports.now();
    cancelLook = ports.after(Math.max(0, Math.min(left, LOOK_EVERY_MS)), look);
  };

  const noteGeneration = async (generation: number): Promise<void> => {
    const canary = await ports.canary.load();
    if (canary && canary.generation < generation) await ports.canary.save({ ...canary, generation });
  };

  /** Opens the content with the key and shows it. @returns `false` when it was locked meanwhile */
  const enter = async (
    { raw, header }: OpenedVault,
    session: Session,
    prefetched: ReturnType<VaultPorts['store']['readAll']> | null,
  ): Promise<boolean> => {
    const begun = epoch;
    const vault: Vault = { vaultId: header.vaultId, key: await importDataKey(raw) };
    isStale = false;
    const [all, notes, canary] = await Promise.all([
      prefetched ?? ports.store.readAll(),
      ports.store.readNotes(),
      ports.canary.load(),
    ]);
    if (!all.ok || !notes.ok) {
      setStatus({ kind: 'unavailable', why: all.ok ? (notes.ok ? 'refused' : notes.why) : all.why });
      return false;
    }
    const content = await openContent(vault, all.value);
    if (epoch !== begun) return false;
    opened = {
      ...vault,
      session,
      ...shown(content, canary, toHex(vault.vaultId)),
      notes: notes.value,
      undo: new Map(),
      backup: null,
    };
    showUnlocked(opened);
    showRows();
    look();
    if (isStale) await reload(null);
    return true;
  };

  const shown = (
    { rows, findings, root }: Content,
    canary: Canary | null,
    vaultId: string,
  ): Pick<Opened, 'rows' | 'findings' | 'root'> => {
    const isBack = canary?.vaultId === vaultId && root !== null && root.generation < canary.generation;
    return {
      rows: new Map(rows),
      findings: isBack ? [...findings, { kind: 'rolled-back' }] : findings,
      root,
    };
  };

  /** After the passphrase or recovery key opened the vault: session, canary, content, due days. */
  const begin = async (
    vault: OpenedVault,
    prefetched: ReturnType<VaultPorts['store']['readAll']> | null = null,
  ): Promise<boolean> => {
    wasClockMovedBack();
    const vaultId = toHex(vault.header.vaultId);
    const session = startSession(vaultId, toBase64(vault.raw), ports.now(), await ports.idleMinutes());
    // Session storage speaks first: what it says afterwards is newer, such as another window's lock.
    isBeginning = true;
    const begun = epoch;
    try {
      await ports.session.save(session);
      if (!(await enter(vault, session, prefetched)) || !opened) {
        if (epoch === begun) await ports.session.save(lockedSession('asked'));
        return false;
      }
    } finally {
      isBeginning = false;
    }
    const canary = await ports.canary.load();
    const generation = opened.root?.generation ?? 0;
    if (canary?.vaultId !== vaultId) {
      await ports.canary.save({ vaultId, createdAt: iso(), lastBackupAt: opened.notes.backupAt, generation });
    } else await noteGeneration(generation);
    await settleDues(opened);
    return true;
  };

  /** Due days lie in the clear: what was changed there from outside is set right from the records. */
  const settleDues = async ({ rows }: Opened): Promise<void> => {
    const stored = await ports.store.readDues();
    if (!stored.ok) return;
    const changes = differingDues(stored.value, rows.values());
    if (changes.size > 0) await ports.store.writeDues(changes);
  };

  /** @param ids what changed; `null` for everything */
  const reload = async (ids: readonly string[] | null): Promise<void> => {
    const now = opened;
    if (!now) return;
    const begun = epoch;
    if (ids) {
      const some = await ports.store.read(ids);
      const changed = some.ok ? await openRows(now, some.value, ids) : null;
      if (epoch !== begun || opened !== now) return;
      if (changed) {
        put(now, changed.rows, changed.root);
        return;
      }
    }
    const [all, notes, canary] = await Promise.all([
      ports.store.readAll(),
      ports.store.readNotes(),
      ports.canary.load(),
    ]);
    if (!all.ok || !notes.ok) return;
    const content = await openContent(now, all.value);
    if (epoch !== begun || opened !== now) return;
    Object.assign(now, shown(content, canary, toHex(now.vaultId)), { notes: notes.value });
    showUnlocked(now);
    showRows();
  };

  const put = (now: Opened, rows: ReadonlyMap<string, EntryRow | null>, root: Root): void => {
    for (const [id, row] of rows) {
      if (row) now.rows.set(id, row);
      else now.rows.delete(id);
    }
    now.root = root;
    // What was just written or read anew is in order.
    now.findings = now.findings.filter((finding) => !('id' in finding && rows.has(finding.id)));
    showUnlocked(now);
    showRows();
  };

  /** A broken world is an error for whoever asked; what the window shows must not wait for it for ever. */
  const refresh = async (): Promise<void> => {
    try {
      await lookAgain();
    } catch (error) {
      forget();
      setStatus({ kind: 'unavailable', why: 'refused' });
      showRows();
      throw error;
    }
  };

  const lookAgain = async (): Promise<void> => {
    const begun = epoch;
    const [found, session] = await Promise.all([findHeader(ports), ports.session.load()]);
    if (epoch !== begun) return;
    if (!found.ok) {
      forget();
      setStatus({ kind: 'unavailable', why: found.why });
      return showRows();
    }
    if (found.value.kind === 'none') {
      const canary = await ports.canary.load();
      forget();
      setStatus(
        canary
          ? { kind: 'wiped', createdAt: canary.createdAt, lastBackupAt: canary.lastBackupAt }
          : { kind: 'none' },
      );
      return showRows();
    }
    if (found.value.kind !== 'header') {
      forget();
      setStatus({ kind: found.value.kind });
      return showRows();
    }
    await follow(session);
  };

  /** Does what session storage says: opens what another window unlocked, locks what it locked. */
  const follow = async (stored: unknown): Promise<void> => {
    const said = readSession(stored);
    if (said.kind === 'locked') {
      if (
        opened ||
        status.kind === 'opening' ||
        status.kind === 'unlocked' ||
        status.kind === 'unavailable'
      ) {
        forget();
        setStatus({ kind: 'locked', retryAt: null, because: said.because });
        showRows();
        await showLocked(said.because);
      }
      return;
    }
    const { session } = said;
    if (isBeginning) return;
    if (opened && toHex(opened.vaultId) === session.vaultId) {
      opened.session = session;
      look();
      return;
    }
    const over = endOf(session, ports.now());
    if (over) return lockAll(over);
    const found = await findHeader(ports);
    const raw = fromBase64(session.key);
    if (opened || !found.ok || found.value.kind !== 'header') return;
    const [header] = found.value.candidates;
    if (raw?.length !== 32 || toHex(header.vaultId) !== session.vaultId) return lockAll('asked');
    await enter({ raw: raw as RawKey, header }, session, null);
  };

  // Writing --------------------------------------------------------------------------------------------

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
      if (done.kind === 'conflict') await reload(null);
      return done;
    }
    tell([...done.rows.keys()]);
    if (opened === now) put(now, done.rows, done.root);
    return done;
  };

  const save = async (
    input: EntryDraft,
    at: { readonly id: string; readonly revision: number } | null,
  ): Promise<SaveOutcome> => {
    const now = live();
    if (!now) return { ok: false, kind: 'locked' };
    const read = readDraft(input);
    if (!read.ok) return { ok: false, kind: 'bad-field', field: read.field };
    const { draft } = read;
    const mine = at && now.rows.get(at.id);
    if (at && mine?.revision !== at.revision) return { ok: false, kind: 'conflict', theirs: mine ?? null };
    if (mine && !mine.concern && differingFields(mine.entry, draft).length === 0)
      return { ok: true, row: mine, undo: null };
    const after = mine ? editedEntry(mine.entry, draft, iso()) : newEntry(draft, ports.randomId(), iso());
    const done = await apply(now, [{ id: after.id, expected: at?.revision ?? null, after }]);
    if (!done.ok) return done;
    const row = done.rows.get(after.id);
    if (!row) throw new Error('saved row is missing');
    return { ok: true, row, undo: keepUndo(now, done.inverse) };
  };

  const undo = async (token: string): Promise<UndoOutcome> => {
    const now = live();
    if (!now) return { ok: false, kind: 'locked' };
    const changes = now.undo.get(token);
    if (!changes) return { ok: false, kind: 'gone' };
    const done = await apply(now, changes);
    if (!done.ok) return done;
    now.undo.delete(token);
    return { ok: true };
  };

  const saveNotes = async (now: Opened, changed: Partial<Notes>): Promise<void> => {
    now.notes = { ...now.notes, ...changed };
    await ports.store.writeNotes(now.notes);
    if (opened === now) showUnlocked(now);
  };

  const sheetOf = async (recoveryKey: Bytes, vaultId: Bytes): Promise<RecoverySheet> => ({
    groups: await writeRecoveryKey(recoveryKey),
    vaultMark: toHex(vaultId.slice(0, 4)).toUpperCase(),
  });

  const isWeak = async (passphrase: string, ownWords: readonly string[]): Promise<boolean> =>
    !(await ports.strength(passphrase, ownWords)).isEnough;

  // Files ----------------------------------------------------------------------------------------------

  const present = (preview: Omit<Pending, 'token'>): PreviewOutcome => {
    pending = { ...preview, token: ports.randomId() };
    const { token, items, madeAt, brings } = pending;
    return { ok: true, preview: { token, madeAt, items, into: brings?.isNew ? 'new-vault' : 'this-vault' } };
  };

  const previewRestore = async (file: Uint8Array, secret: FileSecret | null): Promise<PreviewOutcome> => {
    const begun = epoch;
    const read = await readBackup(file);
    if (read.kind !== 'backup') return fileProblem(read);
    const { backup } = read;
    const own = status.kind === 'unlocked' ? live() : null;
    if (status.kind === 'locked' || (status.kind === 'unlocked' && !own))
      return { ok: false, kind: 'locked' };
    const isOwn = own !== null && toHex(own.vaultId) === toHex(backup.header.vaultId);
    // A file of this very vault opens with the key that is there already.
    const plain = isOwn ? await openBackup(own.key, backup) : null;
    const other = plain ? null : await openFile(ports, backup, secret);
    if (other && !other.ok) return other;
    const entries = entriesOf(plain ?? other?.items ?? []);
    if (!entries) return { ok: false, kind: 'file-refused' };
    if (epoch !== begun) return { ok: false, kind: 'locked' };
    const madeAt = new Date(backup.madeAt).toISOString();
    const common = { event: 'restored', madeAt } as const;
    if (own) return present({ ...common, items: compare(entries, own.rows), brings: null });
    if (!other) return { ok: false, kind: 'needs-passphrase' };
    const brings = { raw: other.raw, header: backup.header };
    if (status.kind === 'none' || status.kind === 'wiped') {
      return present({ ...common, items: compare(entries, new Map()), brings: { ...brings, isNew: true } });
    }
    const there = await contentUnder(brings);
    if (there === 'unavailable') return unavailable('refused');
    if (!there) return { ok: false, kind: 'other-vault' };
    return present({ ...common, items: compare(entries, there.rows), brings: { ...brings, isNew: false } });
  };

  /** What is stored here, if the file's key opens it: then only the header was lost. */
  const contentUnder = async ({ raw, header }: OpenedVault): Promise<Content | 'unavailable' | null> => {
    const vault: Vault = { vaultId: header.vaultId, key: await importDataKey(raw) };
    const all = await ports.store.readAll();
    if (!all.ok) return 'unavailable';
    const root = all.value.root && (await openRoot(vault.key, vault.vaultId, all.value.root));
    const content = await openContent(vault, all.value);
    return root?.kind === 'open' || content.rows.size > 0 ? content : null;
  };

  const applyMerge: InventoryClient['applyMerge'] = async (token, choices) => {
    const shownNow = pending;
    if (shownNow?.token !== token) return { ok: false, kind: 'stale' };
    const { items, event, brings } = shownNow;
    const changes = changesFor(items, choices, { event, at: iso(), randomId: ports.randomId });
    const ids = new Set(items.flatMap((item) => (item.kind === 'different' ? [item.id] : [])));
    const changed = changes.filter(({ id }) => ids.has(id)).length;
    const added = changes.length - changed;
    if (brings?.isNew) {
      const vault: Vault = { vaultId: brings.header.vaultId, key: await importDataKey(brings.raw) };
      const [there, canary] = await Promise.all([ports.store.read([]), ports.canary.load()]);
      if (!there.ok) return unavailable(there.why);
      const entries = changes.map(({ after }) => after).filter((entry) => entry !== null);
      const generation = Math.max(canary?.generation ?? 0, FIRST_GENERATION);
      const content = await freshContent(ports, vault, entries, generation, there.value.root);
      const header = { header: brings.header.bytes, expected: null };
      const written = await ports.store.writeContent({ ...content, header });
      if (!written.ok) return unavailable(written.why);
      if (written.value === 'stale') return { ok: false, kind: 'stale' };
      pending = null;
      await ports.store.writeNotes({
        backupGeneration: generation + 1,
        backupAt: shownNow.madeAt,
        isSheetConfirmed: true,
      });
      ports.changes.tell({ ids: null });
      await begin(brings);
      return { ok: true, added, changed, undo: null };
    }
    if (brings) {
      const lost = await ports.store.readHeader();
      if (!lost.ok) return unavailable(lost.why);
      const written = await ports.store.writeHeader({
        header: brings.header.bytes,
        expected: lost.value.main,
      });
      if (!written.ok) return unavailable(written.why);
      if (written.value === 'stale' || !(await begin(brings))) return { ok: false, kind: 'stale' };
    }
    const now = live();
    if (!now) return { ok: false, kind: 'locked' };
    pending = null;
    if (changes.length === 0) return { ok: true, added, changed, undo: null };
    const done = await apply(now, changes);
    if (done.ok) return { ok: true, added, changed, undo: keepUndo(now, done.inverse) };
    return done.kind === 'conflict' ? { ok: false, kind: 'stale' } : done;
  };

  // Beginning ------------------------------------------------------------------------------------------

  // A word of a change may come late: what counts is what session storage says now.
  ports.session.watch(() => void ports.session.load().then(follow));
  ports.changes.watch(({ ids }) => {
    if (opened) void reload(ids);
    else {
      isStale = true;
      if (ids === null) void refresh();
    }
  });
  ports.onWake(() => {
    if (opened) look();
  });
  void refresh();

  return {
    watch(listener) {
      statusListeners.add(listener);
      listener(status);
      return () => statusListeners.delete(listener);
    },
    watchEntries(listener) {
      rowListeners.add(listener);
      listener(opened ? [...opened.rows.values()] : []);
      return () => rowListeners.delete(listener);
    },
    touch() {
      const now = live();
      if (!now) return;
      void ports.idleMinutes().then((minutes) => {
        const session = touched(now.session, ports.now(), minutes);
        if (session === now.session || opened !== now) return undefined;
        now.session = session;
        look();
        return ports.session.save(session);
      });
    },
    retry: refresh,
    prepare: () => ports.prepare(),

    async create(passphrase, ownWords = []) {
      const bytes = passphraseBytes(passphrase);
      if (!bytes.ok) return bytes;
      if (await isWeak(passphrase, ownWords)) return { ok: false, kind: 'weak' };
      const found = await findHeader(ports);
      if (!found.ok) return unavailable(found.why);
      if (found.value.kind !== 'none') return { ok: false, kind: 'exists' };
      const made = await makeHeader(ports, passphrase);
      if (!made.ok) return made;
      const { header, raw, vaultId, recoveryKey } = made.value;
      const there = await ports.store.read([]);
      if (!there.ok) return unavailable(there.why);
      const vault: Vault = { vaultId, key: await importDataKey(raw) };
      const content = await freshContent(ports, vault, [], FIRST_GENERATION - 1, there.value.root);
      const written = await ports.store.writeContent({ ...content, header: { header, expected: null } });
      if (!written.ok) return unavailable(written.why);
      if (written.value === 'stale') return { ok: false, kind: 'exists' };
      await ports.store.writeNotes(NEW_NOTES);
      const now = await findHeader(ports);
      if (!now.ok) return unavailable(now.why);
      if (now.value.kind !== 'header') throw new Error('new header does not read back');
      await begin({ raw, header: now.value.candidates[0] });
      ports.changes.tell({ ids: null });
      return { ok: true, sheet: await sheetOf(recoveryKey, vaultId) };
    },

    async unlock(passphrase) {
      // The records are read while the key is derived.
      const prefetched = ports.store.readAll();
      isStale = false;
      const done = await openVault(ports, passphrase);
      await prefetched;
      if (!done.ok) return failedUnlock(done);
      const isFresh = !isStale;
      return (await begin(done.value, isFresh ? prefetched : null)) ? { ok: true } : notEntered();
    },

    checkRecoveryKey(recoveryKey) {
      const groups = checkGroups(recoveryKey);
      return groups ? { ok: false, groups } : { ok: true };
    },

    async recover(recoveryKey, newPassphrase) {
      const bytes = passphraseBytes(newPassphrase);
      if (!bytes.ok) return bytes;
      if (await isWeak(newPassphrase, [])) return { ok: false, kind: 'weak' };
      const done = await recoverVault(ports, recoveryKey, newPassphrase);
      if (!done.ok) {
        if (done.kind === 'conflict') return { ok: false, kind: 'damaged' };
        if (done.kind === 'wrong' || done.kind === 'wait') await showLocked(null);
        return done;
      }
      return (await begin(done.value)) ? { ok: true } : notEntered();
    },

    lock: () => lockAll('asked'),

    async changePassphrase(current, next) {
      if (!live()) return { ok: false, kind: 'none' };
      const bytes = passphraseBytes(next);
      if (!bytes.ok) return bytes;
      if (await isWeak(next, [])) return { ok: false, kind: 'weak' };
      const done = await changePassphrase(ports, current, next);
      return done.ok ? { ok: true } : done;
    },

    async newRecoverySheet(passphrase) {
      const now = live();
      if (!now) return { ok: false, kind: 'none' };
      const done = await renewRecoveryKey(ports, passphrase);
      if (!done.ok) return done;
      await saveNotes(now, { isSheetConfirmed: false });
      return { ok: true, sheet: await sheetOf(done.value.recoveryKey, now.vaultId) };
    },

    async confirmSheet() {
      const now = live();
      if (now) await saveNotes(now, { isSheetConfirmed: true });
    },

    async verifyPassphrase(passphrase) {
      const done = await checkPassphrase(ports, passphrase);
      return done.ok ? { ok: true } : done;
    },

    save,

    async remove(id, revision) {
      const now = live();
      if (!now) return { ok: false, kind: 'locked' };
      const done = await apply(now, [{ id, expected: revision, after: null }]);
      return done.ok ? { ok: true, undo: keepUndo(now, done.inverse) } : done;
    },

    undo,

    async repair() {
      const now = live();
      if (!now) return { ok: false, kind: 'locked' };
      const canary = await ports.canary.load();
      const done = await repairContent(ports, now, canary?.generation ?? 0);
      if (!done.ok) return done;
      ports.changes.tell({ ids: null });
      await reload(null);
      return done;
    },

    async exportDamaged() {
      const now = live();
      if (!now) return null;
      const [aside, all] = await Promise.all([ports.store.readQuarantine(), ports.store.readAll()]);
      if (!aside.ok || !all.ok) return null;
      const damaged = now.findings.flatMap((finding) => (finding.kind === 'damaged' ? [finding.id] : []));
      const bytes = new Map([
        ...aside.value,
        ...damaged.map((id) => [id, all.value.records.get(id) ?? new Uint8Array(0)] as const),
      ]);
      if (bytes.size === 0) return null;
      const records = [...bytes].map(([id, box]) => ({ id, sealed: toBase64(box) }));
      const file = {
        what: 'Damaged records of a Keytag vault, sealed as they were found',
        vaultId: toHex(now.vaultId),
        records,
      };
      return {
        fileName: `keytag-damaged-${dayOf(ports.now())}.json`,
        bytes: utf8(`${JSON.stringify(file, null, 2)}\n`),
      };
    },

    async backup() {
      const now = live();
      if (!now) return { ok: false, kind: 'locked' };
      const [all, found] = await Promise.all([ports.store.readAll(), findHeader(ports)]);
      if (!all.ok) return unavailable(all.why);
      if (!found.ok) return unavailable(found.why);
      if (found.value.kind !== 'header') return { ok: false, kind: 'unchecked' };
      const [header] = found.value.candidates;
      const { rows, root } = await openContent(now, all.value);
      const entries = [...rows.values()].map(({ entry }) => entry);
      const bytes = await writeBackup(now.key, header, entries.map(encodeEntry), ports.now(), ports.random);
      if (!(await isWhole(now, bytes, entries))) return { ok: false, kind: 'unchecked' };
      now.backup = { generation: root?.generation ?? 0, at: iso() };
      return { ok: true, fileName: `keytag-${dayOf(ports.now())}.keytag`, bytes, entries: entries.length };
    },

    backupMaxBytes: BACKUP_MAX_BYTES,

    async backupSaved() {
      const now = live();
      if (!now?.backup) return;
      const { generation, at } = now.backup;
      now.backup = null;
      await saveNotes(now, { backupGeneration: generation, backupAt: at });
      const canary = await ports.canary.load();
      if (canary) await ports.canary.save({ ...canary, lastBackupAt: at });
    },

    previewRestore,

    previewImport(entries) {
      const now = live();
      if (!now) return Promise.resolve({ ok: false, kind: 'locked' });
      const read = entries.map(readEntry);
      const ids = new Set(read.map((entry) => entry?.id));
      const isFine = !read.includes(null) && ids.size === entries.length;
      if (!isFine) return Promise.resolve({ ok: false, kind: 'file-refused' });
      const items = compare(
        read.filter((entry) => entry !== null),
        now.rows,
      );
      return Promise.resolve(present({ items, event: 'imported', madeAt: null, brings: null }));
    },

    applyMerge,

    async eraseEverything() {
      await lockAll('asked');
      const done = await ports.store.erase();
      if (!done.ok) return { ok: false };
      await ports.canary.save(null);
      ports.changes.tell({ ids: null });
      await refresh();
      return { ok: true };
    },

    strength: (passphrase, ownWords = []) => ports.strength(passphrase, ownWords),

    async hints(draft, id) {
      const now = live();
      if (!now || !draft.password) return [];
      const strength = await ports.strength(draft.password, [draft.account, draft.appName, draft.device]);
      return passwordHints(draft, id, now.rows.values(), strength);
    },
  };

  async function failedUnlock(failure: Exclude<UnlockOutcome, { ok: true }>): Promise<UnlockOutcome> {
    if (failure.kind === 'wrong' || failure.kind === 'wait') await showLocked(null);
    else if (failure.kind !== 'no-memory' && failure.kind !== 'empty') await refresh();
    return failure;
  }

  /** The key was right, but storage failed under it; or the vault was locked meanwhile, as the status says. */
  function notEntered(): UnlockOutcome {
    return status.kind === 'unavailable' ? unavailable(status.why) : { ok: true };
  }
}

function fileProblem(
  read: Exclude<Awaited<ReturnType<typeof readBackup>>, { kind: 'backup' }>,
): PreviewOutcome {
  switch (read.kind) {
    case 'cut':
      return { ok: false, kind: 'file-cut', whole: read.whole, expected: read.expected };
    case 'newer':
      return { ok: false, kind: 'file-newer' };
    case 'too-large':
      return { ok: false, kind: 'file-too-large' };
    case 'damaged':
      return { ok: false, kind: 'file-damaged' };
    case 'refused':
      return { ok: false, kind: 'file-refused' };
    default:
      return { ok: false, kind: 'not-a-backup' };
  }
}

type OpenedFile = { readonly ok: true; readonly raw: RawKey; readonly items: readonly Bytes[] };

/** Opens a file by its own header. */
async function openFile(
  ports: Pick<VaultPorts, 'derive'>,
  backup: Backup,
  secret: FileSecret | null,
): Promise<OpenedFile | Exclude<PreviewOutcome, { ok: true }>> {
  if (!secret) return { ok: false, kind: 'needs-passphrase' };
  const unwrapped = await unwrapFile(ports, backup, secret);
  if ('ok' in unwrapped) return unwrapped;
  if (unwrapped.kind === 'altered') return { ok: false, kind: 'file-damaged' };
  if (unwrapped.kind !== 'open') return { ok: false, kind: unwrapped.kind };
  const items = await openBackup(await importDataKey(unwrapped.raw), backup);
  return items ? { ok: true, raw: unwrapped.raw, items } : { ok: false, kind: 'file-damaged' };
}

async function unwrapFile(ports: Pick<VaultPorts, 'derive'>, { header }: Backup, secret: FileSecret) {
  if ('recoveryKey' in secret) {
    const key = await readRecoveryKey(secret.recoveryKey);
    if (!key.ok) return { ok: false, kind: 'mistyped', groups: key.groups } as const;
    return openWithRecoveryKey(header, key.key);
  }
  const bytes = passphraseBytes(secret.passphrase);
  return bytes.ok ? unwrapDerived(ports, header, bytes.bytes) : bytes;
}

/** `null` when one of them is no entry, or two have the same identity. */
function entriesOf(items: readonly Bytes[]): readonly Entry[] | null {
  const entries = items.map(decodeEntry).filter((entry) => entry !== null);
  const ids = new Set(entries.map(({ id }) => id));
  return entries.length === items.length && ids.size === items.length ? entries : null;
}

/** Reads the file as a stranger would and compares it with what it was made of. */
async function isWhole(vault: Vault, file: Bytes, entries: readonly Entry[]): Promise<boolean> {
  const read = await readBackup(file);
  const items = read.kind === 'backup' ? await openBackup(vault.key, read.backup) : null;
  const again = items && entriesOf(items);
  return again !== null && JSON.stringify(again) === JSON.stringify(entries);
}

function dayOf(ms: number): string {
  const date = new Date(ms);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
