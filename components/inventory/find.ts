/** Which entries the list shows, as lines: the search, the filters and the groups of utils/inventory put together. */
import { daysBetween } from '@/components/day-text.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { choices, type InventoryFilter, type SortKey, sortEntries } from '@/utils/inventory/filter.ts';
import { type AccountGroup, groupByAccount } from '@/utils/inventory/group.ts';
import type { EntryRow } from '@/utils/inventory/record-types.ts';
import type { Day } from '@/utils/lib/day.ts';

/** How the list was left; kept by the panel while the vault is open, so that going back finds it so. */
export interface ListView {
  readonly query: string;
  readonly filter: InventoryFilter;
  readonly sortBy: SortKey;
  readonly isGrouped: boolean;
  readonly isFilterOpen: boolean;
}

/** Days ahead that count as soon: time enough to find the device and a quiet moment. */
const SOON_DAYS = 14;

export interface Due {
  readonly kind: 'overdue' | 'soon' | 'later';
  readonly days: number;
}

/** When an entry is due; `null` for one without a day, and for one that opens nothing any more. */
export function dueOf(entry: Entry, today: Day): Due | null {
  if (entry.rotateBy === null || entry.isArchived || entry.state === 'revoked') return null;
  const days = daysBetween(today, entry.rotateBy);
  return { kind: days < 0 ? 'overdue' : days <= SOON_DAYS ? 'soon' : 'later', days };
}

/** A row in its place; whatever no key press changes is worked out once. */
export interface Placed {
  readonly entry: Entry;
  readonly row: EntryRow;
  /** `null` where no groups are shown. */
  readonly group: AccountGroup<EntryRow> | null;
}

/** All rows in the order of the list: by account first where groups are shown, in the accounts' order. */
export function inOrder(rows: readonly EntryRow[], sortBy: SortKey, isGrouped: boolean): readonly Placed[] {
  const wanted = sortEntries(rows, { by: sortBy, isDescending: sortBy === 'changed' });
  if (!isGrouped) return wanted.map((row) => ({ entry: row.entry, row, group: null }));
  const at = new Map(choices(rows, 'account').map(({ key }, index) => [key, index]));
  return [...groupByAccount(wanted, rows)]
    .sort((a, b) => (at.get(a.key) ?? 0) - (at.get(b.key) ?? 0))
    .flatMap((group) => group.rows.map((row) => ({ entry: row.entry, row, group })));
}

/** `place` counts the entries from 1. */
export type Line =
  | { readonly group: AccountGroup<EntryRow>; readonly place: number }
  | { readonly row: EntryRow; readonly place: number };

/** @param shown some of what `inOrder` gave, in that order */
export function linesOf(shown: readonly Placed[]): readonly Line[] {
  const lines: Line[] = [];
  let last: Placed['group'] = null;
  let place = 0;
  for (const { row, group } of shown) {
    if (group && group !== last) lines.push({ group, place });
    last = group;
    place += 1;
    lines.push({ row, place });
  }
  return lines;
}

export function firstRow(lines: readonly Line[]): EntryRow | undefined {
  for (const line of lines) if ('row' in line) return line.row;
  return undefined;
}
