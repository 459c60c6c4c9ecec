/**
 * Entries out of sealed records and back: opening all of them, saying what does not fit the list, and writing
 * a change as one record, one part of the list and its root. README.md of utils/vault has the why.
 */
import type { Entry } from '../inventory/entry.ts';
import { decodeEntries, dueDayOf, encodeEntry, RECORD_SCHEMA } from '../inventory/record.ts';
import type { ContentChange, StoredContent } from '../inventory/record-store.ts';
import type { EntryRow, Finding } from '../inventory/record-types.ts';
import type { Day } from '../lib/day.ts';
import { type Head, open, readHead, STORE, seal } from '../vault/box.ts';
import { isUuid, uuidBytes } from '../vault/bytes.ts';
import {
  EMPTY_ROOT,
  isPartEmpty,
  type Line,
  openPart,
  openRoot,
  type Part,
  partOf,
  type Root,
  sealPart,
  sealRoot,
  withParts,
} from '../vault/manifest.ts';
import type { Bytes, DataKey, Sealed } from '../vault/types.ts';
import { type Broken, findHeader, unavailable } from './vault-keys.ts';
import type { VaultPorts } from './vault-ports.ts';

/** An open vault: what sealing and opening need. */
export interface Vault {
  readonly vaultId: Bytes;
  readonly key: DataKey;
}

export interface Content {
  readonly rows: ReadonlyMap<string, EntryRow>;
  readonly findings: readonly Finding[];
  /** `null` when the root can't be read. */
  readonly root: Root | null;
}

type Ports = Pick<VaultPorts, 'store' | 'random' | 'exclusive'>;

const WRITE = 'keytag-write';
/** Promises at work at once; more only costs memory. */
const BATCH = 4_000;

/** Opens everything in `stored` and compares it with the list. */
export async function openContent(vault: Vault, stored: StoredContent): Promise<Content> {
  const [list, opened] = await Promise.all([openList(vault, stored), openRecords(vault, stored.records)]);
  const findings: Finding[] = [...list.findings];
  const rows = new Map<string, EntryRow>();
  for (const [id, record] of opened) {
    const lines = isUuid(id) ? list.parts.get(partOf(id)) : undefined;
    const line = lines?.get(id);
    if (record.kind !== 'entry') {
      findings.push({ kind: record.kind, id });
      continue;
    }
    const concern = !lines || line?.iv === record.head.iv ? null : line ? 'older' : 'unlisted';
    if (concern) findings.push({ kind: concern, id });
    rows.set(id, { entry: record.entry, revision: record.head.revision, concern });
  }
  for (const lines of list.parts.values()) {
    for (const id of lines.keys()) if (!opened.has(id)) findings.push({ kind: 'missing', id });
  }
  return { rows, findings, root: list.root };
}

interface OpenList {
  readonly root: Root | null;
  /** Only parts that can be trusted; a part without records is there and empty. */
  readonly parts: ReadonlyMap<number, Part>;
  readonly findings: readonly Finding[];
}

async function openList({ key, vaultId }: Vault, stored: StoredContent): Promise<OpenList> {
  const opened = stored.root && (await openRoot(key, vaultId, stored.root));
  if (opened?.kind !== 'open')
    return { root: null, parts: new Map(), findings: [{ kind: 'list-damaged', part: null }] };
  const root = opened.value;
  const findings: Finding[] = [];
  const parts = new Map<number, Part>();
  await Promise.all(
    root.parts.map(async (iv, part) => {
      const box = stored.parts.get(part);
      if (isPartEmpty(root, part) && !box) {
        parts.set(part, new Map());
        return;
      }
      const lines = box && (await openPart(key, vaultId, part, box));
      if (lines?.kind === 'open' && lines.head.iv === iv) parts.set(part, lines.value);
      else findings.push({ kind: 'list-damaged', part });
    }),
  );
  return { root, parts, findings };
}

type OpenedRecord =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly head: Head }
  | { readonly kind: 'damaged' | 'newer' };

type OpenedBox = Awaited<ReturnType<typeof open>>;

function openBox({ key, vaultId }: Vault, id: string, box: Uint8Array): Promise<OpenedBox> {
  if (!isUuid(id)) return Promise.resolve({ kind: 'damaged' });
  return open(key, { vaultId, store: STORE.record, id: uuidBytes(id) }, box);
}

async function openRecords(
  vault: Vault,
  records: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, OpenedRecord>> {
  const boxes = await inBatches([...records], async ([id, box]) => [id, await openBox(vault, id, box)]);
  const done = new Map<string, OpenedRecord>();
  const readable: { readonly id: string; readonly head: Head; readonly plain: Uint8Array }[] = [];
  for (const [id, opened] of boxes) {
    const isNewer = opened.kind === 'open' && opened.head.schema > RECORD_SCHEMA;
    if (opened.kind === 'open' && !isNewer) readable.push({ id, ...opened });
    else done.set(id, { kind: opened.kind === 'damaged' ? 'damaged' : 'newer' });
  }
  const entries = decodeEntries(readable.map(({ plain }) => plain));
  for (const [at, { id, head }] of readable.entries()) {
    const entry = entries[at];
    done.set(id, entry?.id === id ? { kind: 'entry', entry, head } : { kind: 'damaged' });
  }
  return done;
}

async function sealRecords(
  { random }: Pick<Ports, 'random'>,
  { key, vaultId }: Vault,
  rows: readonly Pick<EntryRow, 'entry' | 'revision'>[],
): Promise<ReadonlyMap<string, Sealed>> {
  return inBatches(rows, async ({ entry, revision }): Promise<[string, Sealed]> => {
    const place = { vaultId, store: STORE.record, id: uuidBytes(entry.id) };
    const head = { schema: RECORD_SCHEMA, revision };
    return [entry.id, await seal(key, place, head, encodeEntry(entry), random)];
  });
}

async function inBatches<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<[string, Value]>,
): Promise<ReadonlyMap<string, Value>> {
  const done = new Map<string, Value>();
  for (let at = 0; at < items.length; at += BATCH) {
    for (const [id, value] of await Promise.all(items.slice(at, at + BATCH).map(work))) done.set(id, value);
  }
  return done;
}

/** One entry's change, based on what the person saw. */
export interface Change {
  readonly id: string;
  /** The revision it was read at; `null`: it must not be there. */
  readonly expected: number | null;
  /** `null` removes it. */
  readonly after: Entry | null;
  /** The new revision is above this one too; an undone removal must not count from one again. */
  readonly above?: number;
}

export type Committed =
  | {
      readonly ok: true;
      readonly rows: ReadonlyMap<string, EntryRow | null>;
      /** What takes it back. */
      readonly inverse: readonly Change[];
      readonly root: Root;
    }
  | { readonly ok: false; readonly kind: 'conflict'; readonly theirs: EntryRow | null }
  /** `wiped`: nothing is stored any more; what the window holds is all there is. */
  | { readonly ok: false; readonly kind: 'repair-first' | 'wiped' }
  | Broken;

/** Above this many changes reading everything is quicker than reading them one by one. */
const MANY = 500;
const TRIES = 5;

/** Writes all changes or none. Nothing is written when any of them is based on something else than is there. */
export function commit(ports: Ports, vault: Vault, changes: readonly Change[]): Promise<Committed> {
  return ports.exclusive(WRITE, async () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const prepared = await prepare(ports, vault, changes);
      if (!('change' in prepared)) return prepared;
      const written = await ports.store.writeContent(prepared.change);
      if (!written.ok) return unavailable(written.why);
      if (written.value === 'done') return prepared.committed;
    }
    // Windows take turns, so that this is nobody of ours: something else writes into the database.
    throw new Error('content keeps changing');
  });
}

type Prepared = { readonly change: ContentChange; readonly committed: Extract<Committed, { ok: true }> };

async function prepare(
  ports: Ports,
  vault: Vault,
  changes: readonly Change[],
): Promise<Prepared | Exclude<Committed, { ok: true }>> {
  const ids = changes.map(({ id }) => id);
  const read = await (ids.length > MANY ? ports.store.readAll() : ports.store.read(ids));
  if (!read.ok) return unavailable(read.why);
  const before = await openSome(vault, read.value, ids);
  if (!before) return { ok: false, kind: (await isWiped(ports)) ? 'wiped' : 'repair-first' };
  const records = new Map<string, Sealed | null>();
  const rows = new Map<string, EntryRow | null>();
  const inverse: Change[] = [];
  /** A damaged record gives way to a whole one from a backup; its bytes are kept. */
  const quarantine = new Map<string, Uint8Array>();
  const heads = new Map<string, Head | null>();
  for (const { id, expected, after, above } of changes) {
    const found = before.records.get(id);
    const theirs: EntryRow | null =
      found?.kind === 'entry' ? { entry: found.entry, revision: found.head.revision, concern: null } : null;
    const isAside = found?.kind === 'damaged' && expected === null;
    if ((theirs?.revision ?? null) !== expected || (found && !theirs && !isAside)) {
      return { ok: false, kind: 'conflict', theirs };
    }
    if (isAside) quarantine.set(id, read.value.records.get(id) ?? new Uint8Array(0));
    const line = before.parts.get(partOf(id))?.get(id);
    const revision = Math.max(theirs?.revision ?? 0, line?.revision ?? 0, above ?? 0) + 1;
    inverse.push({ id, expected: after ? revision : null, after: theirs?.entry ?? null, above: revision });
    if (!after) {
      records.set(id, null);
      heads.set(id, null);
      rows.set(id, null);
      continue;
    }
    rows.set(id, { entry: after, revision, concern: null });
  }
  const written = [...rows.values()].filter((row) => row !== null);
  for (const [id, box] of await sealRecords(ports, vault, written)) {
    records.set(id, box);
    heads.set(id, readHead(box));
  }
  const list = await changedList(ports, vault, before, heads);
  const dues = new Map<string, Day | null>(changes.map(({ id, after }) => [id, after && dueDayOf(after)]));
  return {
    change: {
      expectedRoot: read.value.root,
      root: list.rootBox,
      parts: list.boxes,
      records,
      dues,
      quarantine,
    },
    committed: { ok: true, rows, inverse, root: list.root },
  };
}

async function isWiped(ports: Ports): Promise<boolean> {
  const found = await findHeader(ports);
  return found.ok && found.value.kind === 'none';
}

interface Some {
  readonly root: Root;
  readonly parts: ReadonlyMap<number, Part>;
  readonly records: ReadonlyMap<string, OpenedRecord>;
}

/** The root, and the parts and records of `ids`; `null` when one of the lists can't be trusted. */
async function openSome(vault: Vault, stored: StoredContent, ids: readonly string[]): Promise<Some | null> {
  const { key, vaultId } = vault;
  const opened = stored.root && (await openRoot(key, vaultId, stored.root));
  if (opened?.kind !== 'open') return null;
  const root = opened.value;
  const parts = new Map<number, Part>();
  for (const part of new Set(ids.map(partOf))) {
    const box = stored.parts.get(part);
    if (!box && isPartEmpty(root, part)) parts.set(part, new Map());
    else {
      const lines = box && (await openPart(key, vaultId, part, box));
      if (lines?.kind !== 'open' || lines.head.iv !== root.parts[part]) return null;
      parts.set(part, lines.value);
    }
  }
  const wanted = new Set(ids);
  const records = await openRecords(vault, new Map([...stored.records].filter(([id]) => wanted.has(id))));
  return { root, parts, records };
}

/** Rows that were changed elsewhere, read anew; `null` when the list can't be trusted and all has to be read. */
export async function openRows(
  vault: Vault,
  stored: StoredContent,
  ids: readonly string[],
): Promise<{ readonly rows: ReadonlyMap<string, EntryRow | null>; readonly root: Root } | null> {
  const some = await openSome(vault, stored, ids);
  if (!some) return null;
  const rows = new Map<string, EntryRow | null>();
  for (const id of ids) {
    const record = some.records.get(id);
    const line = some.parts.get(partOf(id))?.get(id);
    if (!record && !line) rows.set(id, null);
    else if (record?.kind === 'entry' && record.head.iv === line?.iv) {
      rows.set(id, { entry: record.entry, revision: record.head.revision, concern: null });
    } else return null;
  }
  return { rows, root: some.root };
}

/** Seals the parts that `heads` touches, and the root over them. */
async function changedList(
  { random }: Pick<Ports, 'random'>,
  { key, vaultId }: Vault,
  before: Some,
  heads: ReadonlyMap<string, Head | null>,
): Promise<{
  readonly root: Root;
  readonly rootBox: Sealed;
  readonly boxes: ReadonlyMap<number, Sealed | null>;
}> {
  const generation = before.root.generation + 1;
  const parts = new Map<number, Map<string, Line>>();
  let { count } = before.root;
  for (const [id, head] of heads) {
    const part = partOf(id);
    const lines = parts.get(part) ?? new Map(before.parts.get(part));
    count += (head ? 1 : 0) - (lines.has(id) ? 1 : 0);
    if (head) lines.set(id, head);
    else lines.delete(id);
    parts.set(part, lines);
  }
  const boxes = new Map<number, Sealed | null>();
  const sealed = new Map<number, Head | null>();
  for (const [part, lines] of parts) {
    const box = lines.size > 0 ? await sealPart(key, vaultId, part, lines, generation, random) : null;
    boxes.set(part, box);
    sealed.set(part, box && readHead(box));
  }
  const root = withParts(before.root, sealed, count, generation);
  return { root, rootBox: await sealRoot(key, vaultId, root, random), boxes };
}

/** The content of a vault that has none yet, or of one made from a file: entries, their list, their days. */
export async function freshContent(
  { random }: Pick<Ports, 'random'>,
  vault: Vault,
  entries: readonly Entry[],
  generation: number,
  expectedRoot: Uint8Array | null,
): Promise<ContentChange> {
  const first = entries.map((entry) => ({ entry, revision: 1 }));
  const records = await sealRecords({ random }, vault, first);
  const heads = new Map([...records].map(([id, box]) => [id, readHead(box)]));
  const list = await changedList(
    { random },
    vault,
    { ...NOTHING, root: { ...EMPTY_ROOT, generation } },
    heads,
  );
  const dues = new Map(entries.map((entry) => [entry.id, dueDayOf(entry)]));
  return { expectedRoot, root: list.rootBox, parts: list.boxes, records, dues };
}

const NOTHING: Omit<Some, 'root'> = { parts: new Map(), records: new Map() };

export type Repaired = { readonly ok: true; readonly adopted: number; readonly quarantined: number } | Broken;

/**
 * Accepts what is there: every record that opens is listed as it is, damaged ones are set aside with their
 * bytes, and the list is written anew.
 * @param leastGeneration the list's count goes on above this
 */
export function repairContent(ports: Ports, vault: Vault, leastGeneration: number): Promise<Repaired> {
  return ports.exclusive(WRITE, async () => {
    const read = await ports.store.readAll();
    if (!read.ok) return unavailable(read.why);
    const stored = read.value;
    const [{ rows, root }, opened] = await Promise.all([
      openContent(vault, stored),
      openRecords(vault, stored.records),
    ]);
    const records = new Map<string, Sealed | null>();
    const quarantine = new Map<string, Uint8Array>();
    const heads = new Map<string, Head>();
    for (const [id, record] of opened) {
      const box = stored.records.get(id) ?? new Uint8Array(0);
      if (record.kind === 'entry') heads.set(id, record.head);
      // Left for the newer version that wrote it; what stands on its outside is all that can be listed.
      else if (record.kind === 'newer') heads.set(id, readHead(box));
      else {
        quarantine.set(id, box);
        records.set(id, null);
      }
    }
    const generation = Math.max(root?.generation ?? 0, leastGeneration);
    const list = await changedList(ports, vault, { ...NOTHING, root: { ...EMPTY_ROOT, generation } }, heads);
    const gone = [...stored.parts.keys()].filter((part) => !list.boxes.has(part));
    const parts = new Map([...list.boxes, ...gone.map((part) => [part, null] as const)]);
    const dues = new Map<string, Day | null>([
      ...[...quarantine.keys()].map((id) => [id, null] as const),
      ...[...rows].map(([id, { entry }]) => [id, dueDayOf(entry)] as const),
    ]);
    const written = await ports.store.writeContent({
      expectedRoot: stored.root,
      root: list.rootBox,
      parts,
      records,
      dues,
      quarantine,
    });
    if (!written.ok) return unavailable(written.why);
    if (written.value === 'stale') throw new Error('content changed during repair');
    const adopted = [...rows.values()].filter(({ concern }) => concern !== null).length;
    return { ok: true, adopted, quarantined: quarantine.size };
  });
}
