/** Which entries the list shows, as lines: the search, the filters and the groups of utils/inventory put together. */
import { daysBetween } from '@/components/day-text.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import type { InventoryFilter, SortKey } from '@/utils/inventory/filter.ts';
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

/** `place` counts the entries from 1. */
export type Line =
  | { readonly group: AccountGroup<EntryRow>; readonly place: number }
  | { readonly row: EntryRow; readonly place: number };

export function linesOf(
  shown: readonly EntryRow[],
  all: readonly EntryRow[],
  isGrouped: boolean,
): readonly Line[] {
  if (!isGrouped) return shown.map((row, index) => ({ row, place: index + 1 }));
  let place = 0;
  const lines: Line[] = [];
  for (const group of groupByAccount(shown, all)) {
    lines.push({ group, place });
    for (const row of group.rows) {
      place += 1;
      lines.push({ row, place });
    }
  }
  return lines;
}

export function firstRow(lines: readonly Line[]): EntryRow | undefined {
  for (const line of lines) if ('row' in line) return line.row;
  return undefined;
}
