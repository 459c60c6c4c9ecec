/** A vault that a test plays: outcomes are set, calls are recorded. No cryptography and no storage. */

import type { FileFormats } from '@/components/inventory/file-port.ts';
import type { ClipboardNews } from '@/components/inventory/secret.tsx';
import type { InventoryPorts } from '@/entrypoints/sidepanel/ports.ts';
import type { InventoryClient } from '@/utils/app/inventory-client.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { editedEntry, newEntry } from '@/utils/inventory/record.ts';
import type { EntryDraft, EntryRow, VaultStatus } from '@/utils/inventory/record-types.ts';
import { type InventoryRules, USUAL_RULES } from '@/utils/inventory/rules.ts';

const AT = '2026-11-22T09:00:00.000Z';
export const SHEET = {
  groups: ['A2B3C', 'D4E5F', 'G6H7J', 'K8M9N', 'P1Q2R', 'S3T4V', 'W5X6Y'],
  vaultMark: '7K2M9QXW',
};

export const UNLOCKED: Extract<VaultStatus, { kind: 'unlocked' }> = {
  kind: 'unlocked',
  findings: [],
  backup: { lastAt: null, isDue: false },
  isSheetMissing: false,
};

export const EMPTY_DRAFT: EntryDraft = {
  appId: null,
  appName: 'Thunderbird',
  account: 'anna@contoso.example',
  device: 'Laptop',
  name: 'Thunderbird Laptop',
  purpose: 'send',
  madeOn: { is: 'known', day: '2026-03-01' },
  rotateBy: null,
  reason: '',
  note: '',
  tags: [],
  isSensitive: false,
  state: 'active',
  replacing: null,
  isArchived: false,
  password: null,
};

/** A well-formed identity from a number. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function rowOf(
  number: number,
  change: Partial<EntryDraft> = {},
  more: Partial<EntryRow> = {},
): EntryRow {
  const entry: Entry = newEntry({ ...EMPTY_DRAFT, ...change }, idOf(number), AT);
  return { entry, revision: 1, concern: null, ...more };
}

export interface FakeInventory {
  readonly ports: InventoryPorts;
  readonly client: InventoryClient;
  /** What the organisation prescribes. */
  setRules(change: Partial<InventoryRules>): void;
  setStatus(status: VaultStatus): void;
  setRows(rows: readonly EntryRow[]): void;
  setClipboard(news: ClipboardNews): void;
  readonly rows: () => readonly EntryRow[];
  readonly saved: { readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly copied: string[];
}

/** @param change replaces parts of the client; by default everything goes well */
export function fakeInventory(
  first: { readonly status?: VaultStatus; readonly rows?: readonly EntryRow[] } = {},
  change: Partial<InventoryClient> = {},
  formats: Partial<FileFormats> = {},
): FakeInventory {
  let status: VaultStatus = first.status ?? UNLOCKED;
  let rows: readonly EntryRow[] = first.rows ?? [];
  let news: ClipboardNews = { kind: 'idle' };
  let before: readonly EntryRow[] = rows;
  let made = 1000;
  const statusListeners = new Set<(status: VaultStatus) => void>();
  const ruleListeners = new Set<(rules: InventoryRules) => void>();
  let rules = USUAL_RULES;
  const rowListeners = new Set<(rows: readonly EntryRow[]) => void>();
  const newsListeners = new Set<(news: ClipboardNews) => void>();
  const saved: { fileName: string; bytes: Uint8Array }[] = [];
  const copied: string[] = [];
  const setStatus = (next: VaultStatus) => {
    status = next;
    for (const listener of statusListeners) listener(next);
    showRows();
  };
  const showRows = () => {
    for (const listener of rowListeners) listener(status.kind === 'unlocked' ? rows : []);
  };
  const setRules = (change: Partial<InventoryRules>) => {
    rules = { ...rules, ...change };
    for (const listener of ruleListeners) listener(rules);
  };
  const setRows = (next: readonly EntryRow[]) => {
    before = rows;
    rows = next;
    showRows();
  };
  const setClipboard = (next: ClipboardNews) => {
    news = next;
    for (const listener of newsListeners) listener(next);
  };
  const client: InventoryClient = {
    watch(listener) {
      statusListeners.add(listener);
      listener(status);
      return () => statusListeners.delete(listener);
    },
    watchRules(listener) {
      ruleListeners.add(listener);
      listener(rules);
      return () => ruleListeners.delete(listener);
    },
    watchEntries(listener) {
      rowListeners.add(listener);
      listener(status.kind === 'unlocked' ? rows : []);
      return () => rowListeners.delete(listener);
    },
    touch: () => undefined,
    retry: async () => undefined,
    prepare: () => undefined,
    readAhead: () => undefined,
    idleMinutes: async () => 15,
    setIdleMinutes: async () => ({ ok: true }),
    async create() {
      setStatus({ ...UNLOCKED, isSheetMissing: true });
      return { ok: true, sheet: SHEET };
    },
    async unlock() {
      setStatus(UNLOCKED);
      return { ok: true };
    },
    checkRecoveryKey: (key) => {
      const typed = key.replace(/[\s-]/g, '');
      if (typed.length !== 35) return { ok: false, groups: [] };
      return typed.includes('!') ? { ok: false, groups: [2, 5] } : { ok: true };
    },
    async recover() {
      setStatus(UNLOCKED);
      return { ok: true };
    },
    drafts: async () => new Map(),
    keepDraft: async () => undefined,
    watchDrafts: () => () => undefined,
    lock: async () => setStatus({ kind: 'locked', retryAt: null, because: 'asked' }),
    changePassphrase: async () => ({ ok: true }),
    newRecoverySheet: async () => ({ ok: true, sheet: SHEET }),
    confirmSheet: async () => {
      if (status.kind === 'unlocked') setStatus({ ...status, isSheetMissing: false });
    },
    verifyPassphrase: async () => ({ ok: true }),
    async save(draft, at) {
      const known = at && rows.find(({ entry }) => entry.id === at.id);
      made += 1;
      const row: EntryRow = known
        ? { entry: editedEntry(known.entry, draft, AT), revision: known.revision + 1, concern: null }
        : { entry: newEntry(draft, idOf(made), AT), revision: 1, concern: null };
      setRows(known ? rows.map((other) => (other === known ? row : other)) : [...rows, row]);
      return { ok: true, row, undo: 'token' };
    },
    async remove(id) {
      setRows(rows.filter(({ entry }) => entry.id !== id));
      return { ok: true, undo: 'token' };
    },
    async undo() {
      setRows(before);
      return { ok: true };
    },
    repair: async () => ({ ok: true, adopted: 2, quarantined: 1 }),
    exportDamaged: async () => ({ fileName: 'keytag-damaged.bin', bytes: new Uint8Array([1]) }),
    backup: async () => ({
      ok: true,
      fileName: 'keytag-2026-11-22.keytag',
      bytes: new Uint8Array([1, 2, 3]),
      entries: rows.length,
    }),
    backupMaxBytes: 1_000_000,
    backupSaved: async () => undefined,
    previewRestore: async () => ({ ok: false, kind: 'not-a-backup' }),
    previewImport: async (entries) => ({
      ok: true,
      preview: {
        token: 'import',
        madeAt: null,
        into: 'this-vault',
        withoutPassword: 0,
        items: entries.map((theirs) => ({ kind: 'new', id: theirs.id, theirs })),
      },
    }),
    applyMerge: async () => ({ ok: true, added: 1, changed: 1, undo: 'token' }),
    async eraseEverything() {
      setRows([]);
      setStatus({ kind: 'none' });
      return { ok: true };
    },
    strength: async (passphrase) => {
      const score = Math.min(4, Math.floor(passphrase.length / 5)) as 0 | 1 | 2 | 3 | 4;
      return { score, isEnough: score >= 3, reason: score >= 3 ? null : 'word' };
    },
    hints: async () => [],
    ...change,
  };
  const ports: InventoryPorts = {
    client,
    saveFile: (fileName, bytes) => saved.push({ fileName, bytes }),
    formats: async () => ({
      detect: async () => ({ ok: false, why: 'not-known' }),
      previewCsv: async () => ({ ok: false, why: 'not-known' }),
      read: async () => ({ ok: false, why: 'damaged' }),
      write: async ({ format }) => ({
        ok: true,
        fileName: `keytag.${format}`,
        bytes: new Uint8Array([1]),
        mediaType: 'text/plain',
        lost: [],
      }),
      ...formats,
    }),
    clipboard: {
      copy: async (text) => {
        copied.push(text);
        setClipboard({ kind: 'held', until: Date.now() + 30_000, survivesClosing: false });
      },
      clear: async () => setClipboard({ kind: 'cleared' }),
      forget: () => undefined,
      dismiss: () => setClipboard({ kind: 'idle' }),
      watch(listener) {
        newsListeners.add(listener);
        listener(news);
        return () => newsListeners.delete(listener);
      },
    },
    clipboardAccess: { has: async () => false, ask: async () => true, giveBack: async () => true },
  };
  return { ports, client, setStatus, setRules, setRows, setClipboard, rows: () => rows, saved, copied };
}
