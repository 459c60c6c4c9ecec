/** The first shape: header copies, sealed records and their list, due days, quarantine, and small notes. */
import type { Migration } from './migration.ts';

export const create: Migration = {
  to: 1,
  run(database) {
    for (const name of ['header', 'records', 'list', 'dues', 'quarantine', 'notes']) {
      database.createObjectStore(name);
    }
  },
};
