/**
 * The inventory by account, with how many app passwords of each still exist at Microsoft, as far as the tags
 * know. Pure.
 */

import { APP_PASSWORD_LIMIT } from '../pages/security-info/state.ts';
import type { Entry } from './entry.ts';
import { accountKey } from './filter.ts';

/** From here on it is worth a word. */
const NEAR_LIMIT = 35;

export interface AccountGroup<Row> {
  readonly key: string;
  /** As it is written first. */
  readonly account: string;
  readonly rows: readonly Row[];
  /** App passwords of this account that exist at Microsoft, of all entries, shown or not. */
  readonly living: number;
  readonly limit: number;
  readonly fill: 'room' | 'near' | 'full';
}

/**
 * How many app passwords stand at Microsoft for this tag. A lost one works until it is deleted there, and
 * archiving a tag deletes nothing; after a change of which the old one is still valid there are two.
 */
export function livingCount(entry: Entry): number {
  if (entry.state === 'revoked') return 0;
  return entry.state === 'old-still-valid' ? 2 : 1;
}

/**
 * @param shown the rows to group, in the order they are to keep; groups come in the order of their first row
 * @param all every row of the inventory, for the counts: a filter must not make an account look emptier
 */
export function groupByAccount<Row extends { readonly entry: Entry }>(
  shown: readonly Row[],
  all: readonly Row[],
): readonly AccountGroup<Row>[] {
  const living = new Map<string, number>();
  for (const { entry } of all) {
    const key = accountKey(entry);
    living.set(key, (living.get(key) ?? 0) + livingCount(entry));
  }
  const groups = new Map<string, { account: string; rows: Row[] }>();
  for (const row of shown) {
    const key = accountKey(row.entry);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { account: row.entry.account, rows: [row] });
  }
  return [...groups].map(([key, { account, rows }]) => {
    const count = living.get(key) ?? 0;
    const fill = count >= APP_PASSWORD_LIMIT ? 'full' : count >= NEAR_LIMIT ? 'near' : 'room';
    return { key, account, rows, living: count, limit: APP_PASSWORD_LIMIT, fill };
  });
}
