/** After a leak: which keys go first. Pure. */
import type { Entry } from '../inventory/entry.ts';

/** Keys that may be in other hands and still work. */
export function isExposed({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'lost';
}

/**
 * The order of deleting: sensitive ones first, then those whose password was kept, since it may have leaked
 * with the rest; after that account by account, so that nobody has to sign in twice, and the oldest first.
 */
export function inOrderOfDanger<Row extends { readonly entry: Entry }>(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ entry }) => isExposed(entry))
    .toSorted(
      ({ entry: a }, { entry: b }) =>
        Number(b.isSensitive) - Number(a.isSensitive) ||
        Number(b.password !== null) - Number(a.password !== null) ||
        compare(a.account.toLowerCase(), b.account.toLowerCase()) ||
        compare(dayOf(a), dayOf(b)) ||
        compare(a.id, b.id),
    );
}

/** Of an unknown day it may be the oldest. */
const dayOf = ({ madeOn }: Entry): string => (madeOn.is === 'unknown' ? '' : madeOn.day);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
