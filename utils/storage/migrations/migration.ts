/** One step of the database's shape, run inside the browser's upgrade transaction: all of it or nothing. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';

export interface Migration {
  /** The version the database has afterwards: one more than before. */
  readonly to: number;
  run(
    database: IDBPDatabase,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  ): void | Promise<void>;
}
