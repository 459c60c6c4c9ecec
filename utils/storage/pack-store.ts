/**
 * Imported packs, as their text, in a database of their own. Not in storage.local: a content script whose process was
 * taken over could write there what looks as if a person had imported it. What is read is judged elsewhere, anew.
 */
import type { PackStore } from '../helpdesk/packs.ts';
import { readStored } from '../helpdesk/packs.ts';
import { type Connection, connect } from './database.ts';
import type { Migration } from './migrations/migration.ts';

const DATABASE = 'keytag-packs';
const PACKS = 'packs';

const create: Migration = {
  to: 1,
  run(database) {
    database.createObjectStore(PACKS, { keyPath: 'organisation' });
  },
};

export function openPackStore(connection: Connection = connect(DATABASE, [create])): PackStore {
  const { use } = connection;
  return {
    load: () =>
      use(async (database) => {
        const rows: unknown[] = await database.getAll(PACKS);
        return rows.map(readStored).filter((row) => row !== null);
      }),
    save: ({ organisation, text }) =>
      use(async (database) => {
        await database.put(PACKS, { organisation, text });
      }),
    remove: (organisation) => use((database) => database.delete(PACKS, organisation)),
  };
}
