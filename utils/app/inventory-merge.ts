/** Comparing the entries of a file with those of the vault, and turning choices into changes. Writes nothing. */
import type { Entry } from '../inventory/entry.ts';
import { differingFields, withHistory } from '../inventory/record.ts';
import type { EntryRow, MergeChoice, MergeItem } from '../inventory/record-types.ts';
import type { Change } from './inventory-rows.ts';

/** Nobody looks at a preview for longer. */
const PREVIEW_MS = 3_600_000;

export function compare(theirs: readonly Entry[], mine: ReadonlyMap<string, EntryRow>): readonly MergeItem[] {
  return theirs.map((entry): MergeItem => {
    const row = mine.get(entry.id);
    if (!row) return { kind: 'new', id: entry.id, theirs: entry };
    const fields = differingFields(entry, row.entry);
    if (fields.length === 0) return { kind: 'same', id: entry.id, theirs: entry };
    return {
      kind: 'different',
      id: entry.id,
      theirs: entry,
      mine: row,
      newer: newerOf(entry, row.entry),
      fields,
    };
  });
}

/**
 * Entries of a file under a rule that forbids keeping passwords: each comes without its password, unless that very
 * password is kept here already.
 */
export function withoutPasswords(
  theirs: readonly Entry[],
  mine: ReadonlyMap<string, EntryRow>,
): { readonly entries: readonly Entry[]; readonly dropped: number } {
  let dropped = 0;
  const entries = theirs.map((entry) => {
    const kept = mine.get(entry.id)?.entry.password ?? null;
    if (entry.password === null || entry.password === kept) return entry;
    dropped += 1;
    return { ...entry, password: kept };
  });
  return { entries, dropped };
}

function newerOf(theirs: Entry, mine: Entry): 'theirs' | 'mine' | 'neither' {
  const [a, b] = [Date.parse(theirs.changedAt), Date.parse(mine.changedAt)];
  return a === b ? 'neither' : a > b ? 'theirs' : 'mine';
}

/** New entries are taken, those that differ are kept as they are, unless chosen otherwise. */
export function changesFor(
  items: readonly MergeItem[],
  choices: ReadonlyMap<string, MergeChoice>,
  {
    event,
    at,
    randomId,
  }: { readonly event: 'restored' | 'imported'; readonly at: string; readonly randomId: () => string },
): readonly Change[] {
  return items.flatMap((item): Change[] => {
    const choice = choices.get(item.id) ?? (item.kind === 'new' ? 'take' : 'keep');
    if (choice === 'keep' || item.kind === 'same') return [];
    const entry = isNoted(item.theirs, event, at)
      ? { ...item.theirs, changedAt: at }
      : withHistory(item.theirs, event, at);
    if (item.kind === 'new') return [{ id: item.id, expected: null, after: entry }];
    if (choice === 'take') return [{ id: item.id, expected: item.mine.revision, after: entry }];
    const id = randomId();
    return [{ id, expected: null, after: { ...entry, id } }];
  });
}

/** A table or another program's file has no history: its reader began one with this very event. */
function isNoted({ history: [first] }: Entry, event: string, at: string): boolean {
  return first?.event === event && Date.parse(at) - Date.parse(first.at) < PREVIEW_MS;
}
