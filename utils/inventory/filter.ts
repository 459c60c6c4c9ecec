/**
 * Which entries of the inventory are shown, and in which order. Pure: the day is a parameter. Words for the
 * choices belong to the views.
 */
import type { Day } from '../lib/day.ts';
import type { Entry, EntryState } from './entry.ts';
import { fold, once } from './search.ts';

/** `soon`: within `SOON_DAYS`, today included. `dated` and `undated`: with and without a day to change it by. */
export type DueFilter = 'any' | 'overdue' | 'soon' | 'dated' | 'undated';

export interface InventoryFilter {
  /** As `accountKey` writes it; `null` for all. */
  readonly account: string | null;
  /** As `appKey` writes it; `null` for all. */
  readonly app: string | null;
  readonly state: EntryState | null;
  readonly due: DueFilter;
  readonly archived: 'hide' | 'show' | 'only';
}

export const NO_FILTER: InventoryFilter = {
  account: null,
  app: null,
  state: null,
  due: 'any',
  archived: 'hide',
};

export type SortKey = 'app' | 'account' | 'device' | 'name' | 'due' | 'made' | 'changed' | 'state';
export interface SortOrder {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

const SOON_DAYS = 14;
const DAY_MS = 86_400_000;

/** What needs a hand first. */
const STATE_ORDER: readonly EntryState[] = ['lost', 'old-still-valid', 'rotating', 'active', 'revoked'];

/** What is computed of an entry's texts, once; forgotten with the entry. */
interface Keys {
  readonly account: string;
  readonly app: string;
  /** Breaks ties: app, name, identity. */
  readonly tie: string;
}
const KEYS = new WeakMap<Entry, Keys>();

function keysOf(entry: Entry, foldText = fold): Keys {
  const known = KEYS.get(entry);
  if (known) return known;
  const app = foldText(entry.appName);
  const keys: Keys = {
    account: foldText(entry.account),
    app: entry.appId === null ? `name:${app}` : `id:${entry.appId}`,
    tie: `${padded(app)}\n${textKey(entry.name)}\n${entry.id}`,
  };
  KEYS.set(entry, keys);
  return keys;
}

/** Two spellings of one address are one account. */
export const accountKey = (entry: Entry): string => keysOf(entry).account;
/** An app of the catalogue by its id, another by its name. */
export const appKey = (entry: Entry): string => keysOf(entry).app;

interface Has {
  readonly entry: Entry;
}

export function filterEntries<Row extends Has>(
  rows: readonly Row[],
  filter: InventoryFilter,
  today: Day,
): readonly Row[] {
  const { account, app, state, due, archived } = filter;
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + SOON_DAYS * DAY_MS).toISOString().slice(0, 10);
  return rows.filter(
    ({ entry }) =>
      (archived === 'show' || entry.isArchived === (archived === 'only')) &&
      (state === null || entry.state === state) &&
      (due === 'any' || isDue(entry, due, today, soon)) &&
      (app === null || appKey(entry) === app) &&
      (account === null || accountKey(entry) === account),
  );
}

function isDue(entry: Entry, due: Exclude<DueFilter, 'any'>, today: string, soon: string): boolean {
  if (due === 'dated' || due === 'undated') return (entry.rotateBy !== null) === (due === 'dated');
  // What no longer opens anything is not due, whatever day stands there.
  if (entry.rotateBy === null || entry.isArchived || entry.state === 'revoked') return false;
  return due === 'overdue' ? entry.rotateBy < today : entry.rotateBy >= today && entry.rotateBy <= soon;
}

/** The choices the entries at hand give, for the lists of accounts and apps: key, a name to show, how many. */
export function choices<Row extends Has>(
  rows: readonly Row[],
  of: 'account' | 'app',
): readonly { readonly key: string; readonly name: string; readonly count: number }[] {
  const found = new Map<string, { key: string; name: string; count: number }>();
  for (const { entry } of rows) {
    const key = of === 'account' ? accountKey(entry) : appKey(entry);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { key, name: of === 'account' ? entry.account : entry.appName, count: 1 });
  }
  return sorted([...found.values()], (choice) => textKey(choice.name), false);
}

/** Sorts by the order asked for, then by app, name and identity, so that the order never depends on chance. */
export function sortEntries<Row extends Has>(rows: readonly Row[], order: SortOrder): readonly Row[] {
  const first = SORT_KEYS[order.by];
  // Apps and accounts come again and again. Kept for this once only: a locked vault leaves no text behind.
  const [foldOnce, keyOnce] = [once(fold), once(textKey)];
  return sorted(
    rows,
    ({ entry }) => first(entry, keyOnce),
    order.isDescending,
    ({ entry }) => keysOf(entry, foldOnce).tie,
  );
}

/** Keys are texts that compare like what they stand for; the empty one, "nothing there", is always last. */
const SORT_KEYS: { readonly [Key in SortKey]: (entry: Entry, keyOf: (text: string) => string) => string } = {
  app: (entry, keyOf) => keyOf(entry.appName),
  account: (entry, keyOf) => keyOf(entry.account),
  device: (entry, keyOf) => keyOf(entry.device),
  name: (entry, keyOf) => keyOf(entry.name),
  due: (entry) => entry.rotateBy ?? '',
  made: (entry) => (entry.madeOn.is === 'unknown' ? '' : entry.madeOn.day),
  changed: (entry) => entry.changedAt,
  state: (entry) => String(STATE_ORDER.indexOf(entry.state)),
};

/** "Scanner 2" comes before "Scanner 10". */
const padded = (folded: string): string => folded.replace(/\d{1,12}/g, (digits) => digits.padStart(12, '0'));
const textKey = (text: string): string => padded(fold(text));

function sorted<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  isDescending: boolean,
  tieOf: (item: Item) => string = () => '',
): readonly Item[] {
  const direction = isDescending ? -1 : 1;
  return items
    .map((item) => ({ item, key: keyOf(item), tie: tieOf(item) }))
    .sort((a, b) => {
      if (a.key === b.key) return a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0;
      if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
      return a.key < b.key ? -direction : direction;
    })
    .map(({ item }) => item);
}
