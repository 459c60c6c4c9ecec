/**
 * Opening the one database, and telling a storage that can't be reached from a broken world. Knows nothing
 * of what is stored.
 */
import { type IDBPDatabase, openDB } from 'idb';
import type { Stored } from '../inventory/record-store.ts';
import type { Unavailable } from '../inventory/record-types.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

export const DATABASE = 'keytag';

/** Another window may need a moment to close its old connection after an update. */
const BLOCKED_PATIENCE_MS = 3_000;

export interface Connection {
  /** Runs `work` with the open database; what the browser refuses becomes a value. */
  use<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<Stored<T>>;
  close(): void;
}

class Blocked extends Error {}

/** @param migrations the present shape's, or fewer in a test that needs an older database */
export function connect(name: string = DATABASE, migrations: readonly Migration[] = MIGRATIONS): Connection {
  let opening: Promise<IDBPDatabase> | null = null;

  const open = (): Promise<IDBPDatabase> => {
    if (opening) return opening;
    const opened = openOnce(name, migrations, () => {
      if (opening === opened) opening = null;
    });
    opening = opened;
    // A failed attempt is not kept: the next use tries again.
    opened.catch(() => {
      if (opening === opened) opening = null;
    });
    return opened;
  };

  return {
    async use(work) {
      try {
        return { ok: true, value: await work(await open()) };
      } catch (error) {
        const why = reasonOf(error);
        if (!why) throw error;
        return { ok: false, why };
      }
    },
    close() {
      const closing = opening;
      opening = null;
      void closing?.then((database) => database.close()).catch(() => undefined);
    },
  };
}

function openOnce(name: string, migrations: readonly Migration[], onGone: () => void): Promise<IDBPDatabase> {
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    let isGivenUp = false;
    let failure: unknown;
    openDB(name, migrations.length, {
      async upgrade(database, from, _to, transaction) {
        try {
          for (const migration of migrations) {
            if (migration.to > from) await migration.run(database, transaction);
          }
        } catch (error) {
          // All of it or nothing: the database keeps the shape it had.
          failure = error;
          // Opening fails with it, and says so.
          transaction.done.catch(() => undefined);
          transaction.abort();
        }
      },
      blocked() {
        patience = setTimeout(() => {
          isGivenUp = true;
          reject(new Blocked('database blocked'));
        }, BLOCKED_PATIENCE_MS);
      },
      // Somebody else wants to upgrade or delete: let go at once, and open again when next needed.
      blocking(_current, _wanted, event) {
        onGone();
        (event.target as IDBDatabase).close();
      },
      terminated: onGone,
    }).then(
      (database) => {
        clearTimeout(patience);
        if (isGivenUp) database.close();
        else resolve(database);
      },
      (error: unknown) => {
        clearTimeout(patience);
        if (failure !== undefined) reject(new Error('migration failed', { cause: failure }));
        else reject(error instanceof Error ? error : new Error('database failed', { cause: error }));
      },
    );
  });
}

const REASONS: ReadonlyMap<string, Unavailable> = new Map<string, Unavailable>([
  ['QuotaExceededError', 'full'],
  ['VersionError', 'newer-database'],
  // Firefox in a private window, a read-only profile, a profile whose files are damaged.
  ['InvalidStateError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotAllowedError', 'refused'],
  ['UnknownError', 'refused'],
  ['NotReadableError', 'refused'],
]);

/** @returns `null` for what is no expected outcome */
export function reasonOf(error: unknown): Unavailable | null {
  if (error instanceof Blocked) return 'blocked';
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  return REASONS.get(name) ?? null;
}
