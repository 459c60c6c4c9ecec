import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/utils/inventory/entry.ts';
import {
  appKey,
  choices,
  filterEntries,
  type InventoryFilter,
  NO_FILTER,
  type SortKey,
  sortEntries,
} from '@/utils/inventory/filter.ts';
import { groupByAccount, livingCount } from '@/utils/inventory/group.ts';
import { createInventorySearch, fold } from '@/utils/inventory/search.ts';
import { APP_PASSWORD_LIMIT } from '@/utils/pages/security-info/state.ts';
import { anEntry, anyEntries, TODAY, uuidAt } from './support.ts';

const rowsOf = (...entries: readonly Partial<Entry>[]) =>
  entries.map((entry, at) => ({ entry: anEntry({ id: uuidAt(at), ...entry }) }));
const asRows = (entries: readonly Entry[]) => entries.map((entry) => ({ entry }));
const namesOf = (rows: readonly { readonly entry: Entry }[]) => rows.map(({ entry }) => entry.name);

describe('search in the inventory', () => {
  const rows = rowsOf(
    {
      name: 'Scänner Flur',
      appName: 'Canon',
      account: 'Änne@contoso.com',
      device: 'Flur',
      note: 'hinter der Tür',
      tags: ['Büro'],
    },
    {
      name: 'Mail',
      appName: 'Thunderbird',
      account: 'bo@contoso.com',
      device: 'MacBook',
      note: 'Straße',
      tags: ['privat', 'alt'],
    },
  );
  const search = createInventorySearch(rows);

  it.each([
    ['', 2],
    ['   ', 2],
    ['scanner', 1],
    ['SCÄNNER', 1],
    ['scän flur', 1],
    ['flur scän', 1],
    ['anne@', 1],
    ['tur', 1],
    ['buro', 1],
    ['strasse', 1],
    ['STRASSE', 1],
    ['contoso', 2],
    ['macbook thunder', 1],
    ['macbook canon', 0],
    ['privat alt', 1],
    ['nothing', 0],
    ['abcdefghijklmnop', 0],
    ['once a year', 0],
    ['ｓｃａｎｎｅｒ', 1],
  ])('for %j finds %i', (query, count) => {
    expect(search(query)).toHaveLength(count);
  });

  it('finds nothing across two fields', () => {
    expect(search('canonanne')).toEqual([]);
    expect(search('flur\nhinter').map(({ entry }) => entry.device)).toEqual(['Flur']);
  });

  it('finds an entry by any piece of its texts, in the order given, and never more with more words', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), fc.nat(), fc.nat(), (entries, which, from, length) => {
        const all = asRows(entries);
        const find = createInventorySearch(all);
        const entry = entries[which % Math.max(1, entries.length)];
        const text =
          [entry?.appName, entry?.name, entry?.note, ...(entry?.tags ?? [])].filter((each) => each)[
            from % 3
          ] ?? '';
        const word =
          fold(text)
            .split(' ')[0]
            ?.slice(0, 1 + (length % 20)) ?? '';
        const found = find(word);
        if (entry && word) expect(found.map((row) => row.entry)).toContain(entry);
        expect(found).toEqual(all.filter((row) => found.includes(row)));
        expect(find(`${word} x`).every((row) => found.includes(row))).toBe(true);
      }),
    );
  });

  it('folds any text to one that folds to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });

  it('looks through long input without folding all of it', () => {
    expect(search('x'.repeat(1_000_000))).toEqual([]);
    expect(search('flur '.repeat(100_000))).toHaveLength(1);
  });

  it('makes an entry searchable once: a new index over known entries reads none of their texts', () => {
    let reads = 0;
    const entry = new Proxy(anEntry(), {
      get: (target, key) => {
        if (key === 'note') reads += 1;
        return Reflect.get(target, key);
      },
    });
    createInventorySearch([{ entry }]);
    createInventorySearch([{ entry }])('first');
    expect(reads).toBe(1);
  });
});

describe('filters', () => {
  const rows = rowsOf(
    { name: 'over', rotateBy: '2026-11-21' },
    { name: 'today', rotateBy: '2026-11-22' },
    { name: 'soon', rotateBy: '2026-12-06' },
    { name: 'later', rotateBy: '2026-12-07', account: ' ANNA@contoso.com' },
    { name: 'none', rotateBy: null, appId: null, appName: 'Ärger' },
    { name: 'revoked', rotateBy: '2026-01-01', state: 'revoked' },
    { name: 'away', rotateBy: '2026-01-01', isArchived: true },
  );
  const shown = (filter: Partial<InventoryFilter>) =>
    namesOf(filterEntries(rows, { ...NO_FILTER, ...filter }, TODAY));

  it.each<[Partial<InventoryFilter>, string[]]>([
    [{}, ['over', 'today', 'soon', 'later', 'none', 'revoked']],
    [{ archived: 'only' }, ['away']],
    [{ archived: 'show', due: 'overdue' }, ['over']],
    [{ due: 'soon' }, ['today', 'soon']],
    [{ due: 'undated' }, ['none']],
    [{ due: 'dated', state: 'revoked' }, ['revoked']],
    [{ account: 'anna@contoso.com', due: 'dated' }, ['over', 'today', 'soon', 'later', 'revoked']],
    [{ app: 'name:arger' }, ['none']],
    [{ app: 'id:thunderbird', due: 'overdue' }, ['over']],
    [{ account: 'nobody@contoso.com' }, []],
  ])('%j shows %j', (filter, names) => {
    expect(shown(filter)).toEqual(names);
  });

  it('offer every account and app once, with their numbers', () => {
    expect(choices(rows, 'account')).toEqual([
      { key: 'anna@contoso.com', name: 'anna@contoso.com', count: 7 },
    ]);
    expect(choices(rows, 'app').map(({ key, count }) => [key, count])).toEqual([
      ['name:arger', 1],
      ['id:thunderbird', 6],
    ]);
    expect(appKey(anEntry({ appId: null, appName: 'id:thunderbird' }))).not.toBe(
      appKey(anEntry({ appId: 'thunderbird' })),
    );
  });
});

describe('sorting', () => {
  it('counts numbers, ignores accents and case, and puts what is missing last both ways', () => {
    const rows = rowsOf(
      { name: 'Scanner 10' },
      { name: 'scanner 2' },
      { name: '' },
      { name: 'Äpfel' },
      { name: 'zebra' },
    );
    expect(namesOf(sortEntries(rows, { by: 'name', isDescending: false }))).toEqual([
      'Äpfel',
      'scanner 2',
      'Scanner 10',
      'zebra',
      '',
    ]);
    expect(namesOf(sortEntries(rows, { by: 'name', isDescending: true }))).toEqual([
      'zebra',
      'Scanner 10',
      'scanner 2',
      'Äpfel',
      '',
    ]);
  });

  it('gives the same rows in the same order, whatever order they came in', () => {
    const keys: readonly SortKey[] = ['app', 'account', 'device', 'name', 'due', 'made', 'changed', 'state'];
    fc.assert(
      fc.property(anyEntries, fc.constantFrom(...keys), fc.boolean(), (entries, by, isDescending) => {
        const there = sortEntries(asRows(entries), { by, isDescending });
        const back = sortEntries(asRows(entries.toReversed()), { by, isDescending });
        expect(there).toEqual(back);
        expect(new Set(there.map(({ entry }) => entry.id)).size).toBe(entries.length);
      }),
    );
  });
});

describe('groups by account', () => {
  it('count what exists at Microsoft, of all entries and not of the shown ones alone', () => {
    const rows = rowsOf(
      {},
      { state: 'revoked' },
      { state: 'lost' },
      { state: 'old-still-valid' },
      { isArchived: true },
      { account: 'BEA@contoso.com' },
      { account: 'bea@contoso.com' },
    );
    const groups = groupByAccount(rows.slice(3), rows);
    expect(
      groups.map(({ account, living, fill, limit, rows: shown }) => ({
        account,
        living,
        fill,
        limit,
        shown: shown.length,
      })),
    ).toEqual([
      { account: 'anna@contoso.com', living: 5, fill: 'room', limit: 40, shown: 2 },
      { account: 'BEA@contoso.com', living: 2, fill: 'room', limit: 40, shown: 2 },
    ]);
  });

  it.each([
    [34, 'room'],
    [35, 'near'],
    [39, 'near'],
    [40, 'full'],
    [41, 'full'],
  ])('of %i are %s', (count, fill) => {
    const rows = rowsOf(...Array.from({ length: count }, () => ({})));
    expect(groupByAccount(rows, rows)).toMatchObject([{ fill, living: count, limit: APP_PASSWORD_LIMIT }]);
  });

  it('hold every shown row once', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const groups = groupByAccount(asRows(entries), asRows(entries));
        expect(groups.flatMap(({ rows }) => rows.map(({ entry }) => entry.id)).toSorted()).toEqual(
          entries.map(({ id }) => id).toSorted(),
        );
        const living = entries.reduce((sum, entry) => sum + livingCount(entry), 0);
        expect(groups.reduce((sum, group) => sum + group.living, 0)).toBe(living);
      }),
    );
  });
});
