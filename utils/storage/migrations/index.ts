/** All steps from an empty database to the present one, in order. A new step is one file and one line here. */
import { create } from './0001-create.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [create];
