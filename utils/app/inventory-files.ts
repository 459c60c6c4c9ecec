/** The inventory's files: backups, what a file would change, applying it, and the bytes of damaged records. */
import type { Entry } from '../inventory/entry.ts';
import { decodeEntries, encodeEntry, readEntry } from '../inventory/record.ts';
import type { StoredContent, StoredHeader } from '../inventory/record-store.ts';
import type { EntryRow, MergeItem, PreviewOutcome } from '../inventory/record-types.ts';
import { BACKUP_MAX_BYTES, type Backup, openBackup, readBackup, writeBackup } from '../vault/backup.ts';
import { importDataKey } from '../vault/box.ts';
import { toBase64, toHex, utf8 } from '../vault/bytes.ts';
import { openWithRecoveryKey } from '../vault/header.ts';
import { openRoot } from '../vault/manifest.ts';
import { passphraseBytes } from '../vault/passphrase.ts';
import { readRecoveryKey } from '../vault/recovery-key.ts';
import type { Bytes, RawKey } from '../vault/types.ts';
import type { FileSecret, InventoryClient } from './inventory-client.ts';
import { changesFor, compare, withoutPasswords } from './inventory-merge.ts';
import { type Content, freshContent, openContent, type Vault } from './inventory-rows.ts';
import { FIRST_GENERATION, type InventoryWindow } from './inventory-window.ts';
import type { InventoryWriting } from './inventory-writing.ts';
import { findHeader, type OpenedVault, unavailable, unwrapDerived } from './vault-keys.ts';
import type { VaultPorts } from './vault-ports.ts';

/** What a preview showed, until it is applied. */
interface Pending {
  readonly token: string;
  readonly items: readonly MergeItem[];
  readonly withoutPassword: number;
  readonly event: 'restored' | 'imported';
  readonly madeAt: string | null;
  /** Set when the file brings the header: into no vault, or into one whose header is damaged. */
  readonly brings: (OpenedVault & { readonly isNew: boolean }) | null;
}

type FileUses = Pick<
  InventoryClient,
  | 'exportDamaged'
  | 'backup'
  | 'backupMaxBytes'
  | 'backupSaved'
  | 'previewRestore'
  | 'previewImport'
  | 'applyMerge'
>;

export function createFileUses(
  ports: VaultPorts,
  window: InventoryWindow,
  { apply, keepUndo }: Pick<InventoryWriting, 'apply' | 'keepUndo'>,
): FileUses {
  let pending: Pending | null = null;
  window.onForget(() => {
    pending = null;
  });
  const iso = (): string => new Date(ports.now()).toISOString();

  const present = (preview: Omit<Pending, 'token'>): PreviewOutcome => {
    pending = { ...preview, token: ports.randomId() };
    const { token, items, withoutPassword, madeAt, brings } = pending;
    const into = brings?.isNew ? 'new-vault' : 'this-vault';
    return { ok: true, preview: { token, madeAt, items, withoutPassword, into } };
  };

  /** What the file brings to these rows, as far as the rules let it in. */
  const compared = async (entries: readonly Entry[], rows: ReadonlyMap<string, EntryRow>) => {
    const { mayKeepPasswords } = await ports.rules.load();
    const allowed = mayKeepPasswords ? { entries, dropped: 0 } : withoutPasswords(entries, rows);
    return { items: compare(allowed.entries, rows), withoutPassword: allowed.dropped };
  };

  const asFile = (content: object) => ({
    fileName: `keytag-damaged-${dayOf(ports.now())}.json`,
    bytes: utf8(`${JSON.stringify(content, null, 2)}\n`),
  });

  /** Without a header nothing says which records are damaged: all bytes there are. */
  const wholeAsFound = (
    { root, parts, records }: StoredContent,
    { main, spare }: StoredHeader,
    aside: ReadonlyMap<string, Uint8Array>,
  ) =>
    asFile({
      what: 'A Keytag vault whose header is damaged, every part as it was found',
      header: { main: main && toBase64(main), spare: spare && toBase64(spare) },
      list: { root: root && toBase64(root), parts: asText(parts) },
      records: asText(records),
      setAside: asText(aside),
    });

  const previewRestore = async (file: Uint8Array, secret: FileSecret | null): Promise<PreviewOutcome> => {
    const begun = window.epoch();
    const read = await readBackup(file);
    if (read.kind !== 'backup') return fileProblem(read);
    const { backup } = read;
    const status = window.status();
    const own = status.kind === 'unlocked' ? window.live() : null;
    if (status.kind === 'locked' || (status.kind === 'unlocked' && !own))
      return { ok: false, kind: 'locked' };
    const isOwn = own !== null && toHex(own.vaultId) === toHex(backup.header.vaultId);
    // A file of this very vault opens with the key that is there already.
    const plain = isOwn ? await openBackup(own.key, backup) : null;
    const other = plain ? null : await openFile(ports, backup, secret);
    if (other && !other.ok) return other;
    const entries = entriesOf(plain ?? other?.items ?? []);
    if (!entries) return { ok: false, kind: 'file-refused' };
    if (window.epoch() !== begun) return { ok: false, kind: 'locked' };
    const madeAt = new Date(backup.madeAt).toISOString();
    const common = { event: 'restored', madeAt } as const;
    if (own) return present({ ...common, ...(await compared(entries, own.rows)), brings: null });
    if (!other) return { ok: false, kind: 'needs-passphrase' };
    const brings = { raw: other.raw, header: backup.header };
    if (status.kind === 'none' || status.kind === 'wiped') {
      const all = await compared(entries, new Map());
      return present({ ...common, ...all, brings: { ...brings, isNew: true } });
    }
    const there = await contentUnder(brings);
    if (there === 'unavailable') return unavailable('refused');
    if (!there) return { ok: false, kind: 'other-vault' };
    const changed = await compared(entries, there.rows);
    return present({ ...common, ...changed, brings: { ...brings, isNew: false } });
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
        idleMinutes: await window.idleMinutes(),
      });
      ports.changes.tell({ ids: null });
      await window.begin(brings);
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
      if (written.value === 'stale' || !(await window.begin(brings))) return { ok: false, kind: 'stale' };
    }
    const now = window.live();
    if (!now) return { ok: false, kind: 'locked' };
    pending = null;
    if (changes.length === 0) return { ok: true, added, changed, undo: null };
    const done = await apply(now, changes);
    if (done.ok) return { ok: true, added, changed, undo: keepUndo(now, done.inverse) };
    return done.kind === 'conflict' ? { ok: false, kind: 'stale' } : done;
  };

  return {
    async exportDamaged() {
      const [aside, all, header] = await Promise.all([
        ports.store.readQuarantine(),
        ports.store.readAll(),
        ports.store.readHeader(),
      ]);
      if (!aside.ok || !all.ok || !header.ok) return null;
      if (window.status().kind === 'damaged') return wholeAsFound(all.value, header.value, aside.value);
      const now = window.live();
      if (!now) return null;
      const damaged = now.findings.flatMap((finding) => (finding.kind === 'damaged' ? [finding.id] : []));
      const bytes = new Map([
        ...aside.value,
        ...damaged.map((id) => [id, all.value.records.get(id) ?? new Uint8Array(0)] as const),
      ]);
      if (bytes.size === 0) return null;
      return asFile({
        what: 'Damaged records of a Keytag vault, sealed as they were found',
        vaultId: toHex(now.vaultId),
        records: asText(bytes),
      });
    },

    async backup() {
      const now = window.live();
      if (!now) return { ok: false, kind: 'locked' };
      const [all, found] = await Promise.all([ports.store.readAll(), findHeader(ports)]);
      if (!all.ok) return unavailable(all.why);
      if (!found.ok) return unavailable(found.why);
      if (found.value.kind === 'newer') return { ok: false, kind: 'unchecked' };
      // What was damaged or taken away under the open vault, this window is the last to have.
      const header = found.value.kind === 'header' ? found.value.candidates[0] : now.header;
      const { rows, root } = found.value.kind === 'none' ? now : await openContent(now, all.value);
      const entries = [...rows.values()].map(({ entry }) => entry);
      const bytes = await writeBackup(now.key, header, entries.map(encodeEntry), ports.now(), ports.random);
      if (!(await isWhole(now, bytes, entries))) return { ok: false, kind: 'unchecked' };
      now.backup = { generation: root?.generation ?? 0, at: iso() };
      return { ok: true, fileName: `keytag-${dayOf(ports.now())}.keytag`, bytes, entries: entries.length };
    },

    backupMaxBytes: BACKUP_MAX_BYTES,

    async backupSaved() {
      const now = window.live();
      if (!now?.backup) return;
      const { generation, at } = now.backup;
      now.backup = null;
      await window.saveNotes(now, { backupGeneration: generation, backupAt: at });
      const canary = await ports.canary.load();
      if (canary) await ports.canary.save({ ...canary, lastBackupAt: at });
    },

    previewRestore,

    async previewImport(entries) {
      const now = window.live();
      if (!now) return { ok: false, kind: 'locked' };
      const read = entries.map(readEntry);
      const ids = new Set(read.map((entry) => entry?.id));
      const isFine = !read.includes(null) && ids.size === entries.length;
      if (!isFine) return { ok: false, kind: 'file-refused' };
      const changed = await compared(
        read.filter((entry) => entry !== null),
        now.rows,
      );
      return present({ ...changed, event: 'imported', madeAt: null, brings: null });
    },

    applyMerge,
  };
}

function asText<Id>(bytes: ReadonlyMap<Id, Uint8Array>) {
  return [...bytes].map(([id, sealed]) => ({ id, sealed: toBase64(sealed) }));
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
  const entries = decodeEntries(items).filter((entry) => entry !== null);
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
