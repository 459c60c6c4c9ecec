/**
 * What one window holds of the inventory: the open vault in memory while it is unlocked and nothing of it
 * afterwards; what it shows; and how it follows session storage and the other windows.
 */

import { differingDues } from '../inventory/record.ts';
import type { Notes, Stored } from '../inventory/record-store.ts';
import type { EntryRow, Finding, LockReason, VaultStatus } from '../inventory/record-types.ts';
import { type InventoryRules, USUAL_RULES } from '../inventory/rules.ts';
import { importDataKey } from '../vault/box.ts';
import { fromBase64, toBase64, toHex } from '../vault/bytes.ts';
import type { Root } from '../vault/manifest.ts';
import type { RawKey } from '../vault/types.ts';
import { type Change, type Content, openContent, openRows, type Vault } from './inventory-rows.ts';
import { findHeader, type OpenedVault } from './vault-keys.ts';
import type { Canary, VaultPorts } from './vault-ports.ts';
import {
  endOf,
  idleMinutesOf,
  lockedSession,
  nextDeadline,
  readSession,
  type Session,
  shortened,
  startSession,
  touched,
  watchClock,
  withIdleMinutes,
} from './vault-session.ts';
import { corrected, retryAt } from './vault-tries.ts';

/** An open window looks at the deadline at least this often: timers stand still while a machine sleeps. */
const LOOK_EVERY_MS = 30_000;
/** The list comes first: reading the due days of 10,000 entries takes as long as opening them. */
const SETTLE_AFTER_MS = 500;
/** Typing a passphrase takes less. */
const AHEAD_MS = 60_000;
/** The content's count of changes right after a vault was made. */
export const FIRST_GENERATION = 1;

type AllRead = Awaited<ReturnType<VaultPorts['store']['readAll']>>;

/** All that an unlocked window holds. Locking forgets the object as a whole. */
export interface Opened extends Vault {
  session: Session;
  /** As this window last read or wrote it. */
  header: OpenedVault['header'];
  rows: Map<string, EntryRow>;
  findings: readonly Finding[];
  root: Root | null;
  notes: Notes;
  readonly undo: Map<string, readonly Change[]>;
  /** The last file handed out, until the browser has saved it. */
  backup: { readonly generation: number; readonly at: string } | null;
}

export type InventoryWindow = ReturnType<typeof createWindow>;

export function createWindow(ports: VaultPorts) {
  let status: VaultStatus = { kind: 'opening' };
  let opened: Opened | null = null;
  /** Grows with every lock: what was begun before it must not bring anything back. */
  let epoch = 0;
  /** Something was changed while the content was read. */
  let isStale = false;
  /** Everything as it is stored, sealed, read before there is a key. */
  let ahead: { readonly reading: Promise<AllRead | null>; readonly cancel: () => void } | null = null;
  let isBeginning = false;
  let cancelLook: () => void = () => undefined;
  let rules: InventoryRules = USUAL_RULES;
  const statusListeners = new Set<(status: VaultStatus) => void>();
  const forgetListeners = new Set<() => void>();
  const ruleListeners = new Set<(rules: InventoryRules) => void>();
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
    forgetAhead();
    for (const listener of forgetListeners) listener();
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

  /** Opens the content with the key, read ahead or read now, and shows it. @returns `false` when it was locked meanwhile */
  const enter = async ({ raw, header }: OpenedVault, session: Session): Promise<boolean> => {
    const begun = epoch;
    const vault: Vault = { vaultId: header.vaultId, key: await importDataKey(raw) };
    const early = ahead?.reading ?? null;
    forgetAhead();
    isStale = false;
    const [all, notes, canary] = await Promise.all([
      readOf(early),
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
      header,
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

  /** What could not be read early may be readable now. */
  const readOf = async (early: Promise<AllRead | null> | null): Promise<AllRead> => {
    const read = await early;
    return read?.ok ? read : ports.store.readAll();
  };

  /** After the passphrase or recovery key opened the vault: session, canary, content, due days. */
  const begin = async (vault: OpenedVault): Promise<boolean> => {
    wasClockMovedBack();
    const vaultId = toHex(vault.header.vaultId);
    // A window that was just opened may not have been told yet.
    rules = await ports.rules.load();
    const minutes = await idleMinutes();
    const session = startSession(vaultId, toBase64(vault.raw), ports.now(), minutes);
    // Session storage speaks first: what it says afterwards is newer, such as another window's lock.
    isBeginning = true;
    const begun = epoch;
    try {
      await ports.session.save(session);
      if (!(await enter(vault, session)) || !opened) {
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
    const now = opened;
    ports.after(SETTLE_AFTER_MS, () => void settleDues(now));
    return true;
  };

  /** Due days lie in the clear: what was changed there from outside is set right from the records. */
  const settleDues = async (now: Opened): Promise<void> => {
    if (opened !== now) return;
    const stored = await ports.store.readDues();
    if (!stored.ok || opened !== now) return;
    const changes = differingDues(stored.value, now.rows.values());
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

  /** Shows what has become wrong with what is stored, and leaves the entries as they are shown. */
  const showFindings = async (now: Opened): Promise<void> => {
    const all = await ports.store.readAll();
    const content = all.ok ? await openContent(now, all.value) : null;
    if (!content || opened !== now) return;
    now.findings = content.findings;
    showUnlocked(now);
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
    await enter({ raw: raw as RawKey, header }, session);
  };

  /**
   * A passphrase is being typed: what is sealed is read meanwhile, since reading beside the derivation would slow both
   * down. A word of any change lets go of it, and so does time: whoever went away has it read anew.
   * @returns whether it began now
   */
  const readAhead = (): boolean => {
    if (opened || ahead) return false;
    ahead = {
      reading: ports.store.readAll().catch(() => null),
      cancel: ports.after(AHEAD_MS, forgetAhead),
    };
    return true;
  };

  const forgetAhead = (): void => {
    ahead?.cancel();
    ahead = null;
  };

  const saveNotes = async (now: Opened, changed: Partial<Notes>): Promise<void> => {
    now.notes = { ...now.notes, ...changed };
    await ports.store.writeNotes(now.notes);
    if (opened === now) showUnlocked(now);
  };

  const touch = (): void => {
    const now = live();
    if (!now) return;
    const session = touched(
      now.session,
      ports.now(),
      idleMinutesOf(now.notes.idleMinutes, rules.longestIdle),
    );
    if (session !== now.session) void keepSession(now, session);
  };

  const keepSession = (now: Opened, session: Session): Promise<void> => {
    now.session = session;
    look();
    return ports.session.save(session);
  };

  const idleMinutes = async (): Promise<number> => {
    const notes = opened ? { ok: true as const, value: opened.notes } : await ports.store.readNotes();
    return idleMinutesOf(notes.ok ? notes.value.idleMinutes : null, rules.longestIdle);
  };

  /** Counts from now on, in every window. */
  const setIdleMinutes = async (minutes: number): Promise<Stored<'done'>> => {
    const notes = await ports.store.readNotes();
    if (!notes.ok) return notes;
    const idleMinutes = idleMinutesOf(minutes, rules.longestIdle);
    const written = await ports.store.writeNotes({ ...notes.value, idleMinutes });
    if (!written.ok) return written;
    const now = live();
    if (now) {
      now.notes = { ...now.notes, idleMinutes };
      await keepSession(now, withIdleMinutes(now.session, ports.now(), idleMinutes));
    }
    ports.changes.tell({ ids: null });
    return written;
  };

  /** A rule holds from the moment it is told, in a session that has begun as well. */
  const obey = (next: InventoryRules): void => {
    rules = next;
    for (const listener of ruleListeners) listener(rules);
    const now = live();
    if (!now) return;
    const session = shortened(now.session, rules.longestIdle);
    if (session !== now.session) void keepSession(now, session);
  };

  /** From here on the window follows session storage, the other windows and the machine's waking. */
  const start = (): void => {
    // A word of a change may come late: what counts is what session storage says now.
    ports.rules.watch(obey);
    ports.session.watch(() => void ports.session.load().then(follow));
    ports.changes.watch(({ ids }) => {
      if (opened) void reload(ids);
      else {
        forgetAhead();
        isStale = true;
        if (ids === null) void refresh();
      }
    });
    ports.onWake(() => {
      if (opened) look();
    });
    void refresh();
  };

  return {
    status: () => status,
    live,
    isStillOpen: (now: Opened) => opened === now,
    /** Changes with every lock. */
    epoch: () => epoch,
    start,
    begin,
    readAhead,
    lockAll,
    showLocked,
    refresh,
    reload,
    showFindings,
    put,
    saveNotes,
    touch,
    idleMinutes,
    setIdleMinutes,
    /** Calls when everything of the vault has to be forgotten. */
    onForget(listener: () => void) {
      forgetListeners.add(listener);
    },
    watch(listener: (status: VaultStatus) => void): () => void {
      statusListeners.add(listener);
      listener(status);
      return () => statusListeners.delete(listener);
    },
    watchRules(listener: (rules: InventoryRules) => void): () => void {
      ruleListeners.add(listener);
      listener(rules);
      return () => ruleListeners.delete(listener);
    },
    watchEntries(listener: (rows: readonly EntryRow[]) => void): () => void {
      rowListeners.add(listener);
      listener(opened ? [...opened.rows.values()] : []);
      return () => rowListeners.delete(listener);
    },
  };
}
