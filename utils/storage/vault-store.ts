/**
 * The vault in IndexedDB: header copies, sealed records, their list, due days. Everything that belongs
 * together is written in one transaction with strict durability. Nothing is opened or sealed here.
 */
import { deleteDB, type IDBPDatabase, type IDBPTransaction, unwrap } from 'idb';
import type {
  ContentChange,
  Due,
  HeaderChange,
  Notes,
  Stored,
  StoredContent,
  Tries,
  VaultStore,
} from '../inventory/record-store.ts';
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { type Connection, connect, DATABASE, reasonOf } from './database.ts';

const ROOT = 'root';
const MAIN = 'main';
const SPARE = 'spare';

type Writing = IDBPTransaction<unknown, string[], 'readwrite'>;

export interface OpenVaultStore extends VaultStore {
  /** Lets go of the database, so that others may upgrade or delete it. The next use opens it again. */
  close(): void;
}

export function openVaultStore(
  name: string = DATABASE,
  connection: Connection = connect(name),
): OpenVaultStore {
  const { use } = connection;

  /** One strict transaction. It fails as a whole, and its failure is the one that is reported. */
  const write = <T>(stores: string[], work: (transaction: Writing) => Promise<T>): Promise<Stored<T>> =>
    use(async (database) => {
      const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
      try {
        const value = await work(transaction);
        await transaction.done;
        return value;
      } catch (error) {
        abort(transaction);
        // The transaction's own reason (a full disk) says more than the request it took down.
        await transaction.done.catch((reason: unknown) => {
          if (reasonOf(reason)) throw reason;
        });
        throw error;
      }
    });

  return {
    close: () => connection.close(),
    readHeader: () =>
      use(async (database) => {
        const transaction = reading(database, 'header', 'records');
        const [main, spare, some] = await Promise.all([
          transaction.objectStore('header').get(MAIN) as Promise<unknown>,
          transaction.objectStore('header').get(SPARE) as Promise<unknown>,
          // Counting them would read every key.
          transaction.objectStore('records').getAllKeys(null, 1),
        ]);
        return { main: asBytes(main), spare: asBytes(spare), hasRecords: some.length > 0 };
      }),
    writeHeader: (change) => write(['header'], (transaction) => putHeader(transaction, change)),
    readAll: () =>
      use(async (database) => {
        const transaction = reading(database, 'records', 'list');
        const [records, list] = await Promise.all([
          wholeOf(transaction.objectStore('records')),
          wholeOf(transaction.objectStore('list')),
        ]);
        return contentOf(records.keys, records.values, list.keys, list.values);
      }),
    read: (ids) => use((database) => readSome(database, ids)),
    writeContent: (change) =>
      write(['header', 'records', 'list', 'dues', 'quarantine'], (transaction) =>
        putContent(transaction, change),
      ),
    readQuarantine: () =>
      use(async (database) => {
        const { keys, values } = await wholeOf(reading(database, 'quarantine').objectStore('quarantine'));
        return bytesById(keys, values);
      }),
    readDues: () =>
      use(async (database) => {
        const { keys, values } = await wholeOf(reading(database, 'dues').objectStore('dues'));
        return keys.flatMap((id, at): Due[] => {
          const day = values[at];
          return typeof id === 'string' && typeof day === 'string' && isDay(day) ? [{ id, day }] : [];
        });
      }),
    writeDues: (changes) =>
      write(['dues'], async (transaction) => {
        putDues(transaction, changes);
        return 'done' as const;
      }),
    readTries: () => use(async (database) => readTries(await database.get('notes', 'tries'))),
    writeTries: (tries) => put('tries', tries),
    readNotes: () => use(async (database) => readNotes(await database.get('notes', 'notes'))),
    writeNotes: (notes) => put('notes', notes),
    async erase() {
      connection.close();
      try {
        let isBlocked = false;
        await Promise.race([
          deleteDB(name, {
            blocked() {
              isBlocked = true;
            },
          }),
          new Promise((resolve) => setTimeout(resolve, 3_000)).then(() => {
            if (isBlocked) throw new DOMException('database blocked', 'InvalidStateError');
          }),
        ]);
        return { ok: true, value: 'done' };
      } catch (error) {
        const why = reasonOf(error);
        if (!why) throw error;
        return { ok: false, why: 'blocked' };
      }
    },
  };

  function put(key: string, value: Tries | Notes): Promise<Stored<'done'>> {
    return write(['notes'], async (transaction) => {
      await transaction.objectStore('notes').put(value, key);
      return 'done' as const;
    });
  }
}

/** A reading transaction whose end nobody waits for: its requests say all there is to say. */
function reading(
  database: IDBPDatabase,
  ...stores: string[]
): IDBPTransaction<unknown, string[], 'readonly'> {
  const transaction = database.transaction(stores);
  transaction.done.catch(() => undefined);
  return transaction;
}

interface Whole {
  readonly keys: readonly IDBValidKey[];
  readonly values: readonly unknown[];
}

async function wholeOf(store: {
  getAllKeys(): Promise<IDBValidKey[]>;
  getAll(): Promise<unknown[]>;
}): Promise<Whole> {
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return { keys, values };
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself already.
  }
}

async function putHeader(
  transaction: Writing,
  { header, expected }: HeaderChange,
): Promise<'done' | 'stale'> {
  if (!isSame(asBytes(await transaction.objectStore('header').get(MAIN)), expected)) return 'stale';
  const store = raw(transaction, 'header');
  store.put(header, MAIN);
  store.put(header, SPARE);
  return 'done';
}

async function putContent(transaction: Writing, change: ContentChange): Promise<'done' | 'stale'> {
  const list = transaction.objectStore('list');
  if (!isSame(asBytes(await list.get(ROOT)), change.expectedRoot)) return 'stale';
  if (change.header && (await putHeader(transaction, change.header)) === 'stale') return 'stale';
  const [aside, boxes, parts] = [
    raw(transaction, 'quarantine'),
    raw(transaction, 'records'),
    raw(transaction, 'list'),
  ];
  for (const [id, bytes] of change.quarantine ?? []) aside.put(bytes, id);
  for (const [id, box] of change.records) box ? boxes.put(box, id) : boxes.delete(id);
  for (const [part, box] of change.parts) box ? parts.put(box, part) : parts.delete(part);
  putDues(transaction, change.dues);
  parts.put(change.root, ROOT);
  return 'done';
}

function putDues(transaction: Writing, changes: ReadonlyMap<string, Day | null>): void {
  const dues = raw(transaction, 'dues');
  for (const [id, day] of changes) day ? dues.put(day, id) : dues.delete(id);
}

/**
 * A store without idb's wrapping. Thousands of requests go out at once and nobody waits for each: one that fails takes
 * the transaction down, which says why.
 */
function raw(transaction: Writing, name: string): IDBObjectStore {
  return unwrap(transaction.objectStore(name)) as IDBObjectStore;
}

async function readSome(database: IDBPDatabase, ids: readonly string[]): Promise<StoredContent> {
  const transaction = reading(database, 'records', 'list');
  const names = [ROOT, ...new Set(ids.map((id) => Number.parseInt(id.slice(0, 2), 16)))];
  const [boxes, lists] = await Promise.all([
    Promise.all(ids.map((id) => transaction.objectStore('records').get(id) as Promise<unknown>)),
    Promise.all(names.map((name) => transaction.objectStore('list').get(name) as Promise<unknown>)),
  ]);
  return contentOf(ids, boxes, names, lists);
}

function contentOf(
  ids: readonly IDBValidKey[],
  boxes: readonly unknown[],
  names: readonly IDBValidKey[],
  lists: readonly unknown[],
): StoredContent {
  const parts = new Map<number, Uint8Array>();
  let root: Uint8Array | null = null;
  for (const [at, name] of names.entries()) {
    if (lists[at] === undefined) continue;
    const bytes = asBytes(lists[at]) ?? new Uint8Array(0);
    if (name === ROOT) root = bytes;
    else if (typeof name === 'number') parts.set(name, bytes);
  }
  return { root, parts, records: bytesById(ids, boxes) };
}

/** What is no bytes counts as damaged, not as none. Keys that are no text are nobody's. */
function bytesById(ids: readonly IDBValidKey[], boxes: readonly unknown[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [at, id] of ids.entries()) {
    if (typeof id === 'string' && boxes[at] !== undefined)
      found.set(id, asBytes(boxes[at]) ?? new Uint8Array(0));
  }
  return found;
}

function asBytes(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function readTries(value: unknown): Tries {
  const { failures, until } = isRecord(value) ? value : {};
  const isWhole = Number.isSafeInteger(failures) && Number(failures) >= 0 && Number.isFinite(until);
  return isWhole ? { failures: Number(failures), until: Number(until) } : { failures: 0, until: 0 };
}

function readNotes(value: unknown): Notes {
  const { backupGeneration, backupAt, isSheetConfirmed, idleMinutes } = isRecord(value) ? value : {};
  return {
    backupGeneration: Number.isSafeInteger(backupGeneration) ? Number(backupGeneration) : null,
    backupAt: typeof backupAt === 'string' ? backupAt : null,
    isSheetConfirmed: isSheetConfirmed === true,
    idleMinutes: Number.isSafeInteger(idleMinutes) ? Number(idleMinutes) : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
