/**
 * Microsoft's list beside the inventory's: what stands on both, and what on one alone. Names are compared
 * exactly, never by likeness; equal names are counted. Pure.
 */
import type { Entry } from '../inventory/entry.ts';

export interface Reconciliation<Row> {
  readonly both: readonly Row[];
  /** Names that no tag of this account carries, in the list's order, as often as they stand there. */
  readonly onlyThere: readonly string[];
  /** Tags whose key is not in the list. */
  readonly onlyHere: readonly Row[];
}

/**
 * @param listed the names of the app passwords on Microsoft's page, in order
 * @param rows the tags of the account that the page belongs to. Revoked ones expect nothing in the list;
 *   one whose old key is still valid expects two.
 */
export function reconcile<Row extends { readonly entry: Pick<Entry, 'name' | 'state' | 'replacing'> }>(
  listed: readonly string[],
  rows: readonly Row[],
): Reconciliation<Row> {
  const left = [...listed];
  const take = (name: string): boolean => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const both: Row[] = [];
  const onlyHere: Row[] = [];
  const living = rows.filter(({ entry }) => entry.state !== 'revoked');
  for (const row of living) (take(row.entry.name) ? both : onlyHere).push(row);
  // After the tags' own names: the old key of one may carry the name of another.
  for (const { entry } of living) {
    const { replacing } = entry;
    if (replacing && !replacing.done.includes('delete') && replacing.oldName !== entry.name) {
      take(replacing.oldName);
    }
  }
  return { both, onlyThere: left, onlyHere };
}
