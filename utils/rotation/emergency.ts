/** After a leak: which keys go first. Pure. */
import type { Entry } from '../inventory/entry.ts';
import type { Day } from '../lib/day.ts';
import { daysBetween, isDay } from '../lib/days.ts';

/** Keys that may be in other hands and still work. */
export function isExposed({ state }: Pick<Entry, 'state'>): boolean {
  return state === 'lost';
}

/** How many days a deleted key counts as part of the emergency that is under way. */
const EMERGENCY_DAYS = 2;

/**
 * @param today the local day
 * @returns whether the key was exposed and has been deleted since, in these days
 */
export function wasHandled({ state, history }: Entry, today: Day): boolean {
  if (state !== 'revoked') return false;
  const at = history.findLastIndex(({ event }) => event === 'revoked');
  const before = history.slice(0, at).findLast(({ event }) => event !== 'edited');
  const day = history[at]?.at.slice(0, 10);
  if (before?.event !== 'lost' || day === undefined || !isDay(day)) return false;
  return daysBetween(day, today) < EMERGENCY_DAYS;
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
