import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Replacing } from '@/utils/inventory/entry.ts';
import { inOrderOfDanger, wasHandled } from '@/utils/rotation/emergency.ts';
import { reconcile } from '@/utils/rotation/reconcile.ts';

const row = (name: string, state: Entry['state'] = 'active', replacing: Replacing | null = null) => ({
  entry: { name, state, replacing },
});
const names = (rows: readonly { entry: { name: string } }[]) => rows.map(({ entry }) => entry.name);

describe('reconcile', () => {
  it.each<[string, string[], ReturnType<typeof row>[], [string[], string[], string[]]]>([
    ['finds each in its list', ['A', 'B'], [row('B'), row('C')], [['B'], ['A'], ['C']]],
    [
      'compares exactly',
      ['Printer ', 'printer', 'Prínter'],
      [row('Printer')],
      [[], ['Printer ', 'printer', 'Prínter'], ['Printer']],
    ],
    ['counts equal names', ['A', 'A', 'A'], [row('A'), row('A')], [['A', 'A'], ['A'], []]],
    ['expects no revoked one', ['A'], [row('A', 'revoked')], [[], ['A'], []]],
    ['expects a lost one until it is deleted', ['A'], [row('A', 'lost')], [['A'], [], []]],
    [
      'expects the old key of a replacement too',
      ['New', 'Old'],
      [row('New', 'old-still-valid', { why: 'leak', order: 'make-first', oldName: 'Old', done: ['make'] })],
      [['New'], [], []],
    ],
    [
      'does not expect the old key once it is deleted',
      ['New', 'Old'],
      [
        row('New', 'rotating', {
          why: 'leak',
          order: 'make-first',
          oldName: 'Old',
          done: ['make', 'delete'],
        }),
      ],
      [['New'], ['Old'], []],
    ],
    [
      'takes markup, emoji and other scripts as they are',
      ['<b>x</b>', '🔑', 'مفتاح'],
      [row('🔑'), row('مفتاح')],
      [['🔑', 'مفتاح'], ['<b>x</b>'], []],
    ],
    [
      'takes the word Password, and names of 200 characters, for names like others',
      ['Password', 'x'.repeat(200)],
      [row('Password'), row('x'.repeat(199))],
      [['Password'], ['x'.repeat(200)], ['x'.repeat(199)]],
    ],
    ['is content with nothing', [], [], [[], [], []]],
  ])('%s', (_, listed, rows, [both, onlyThere, onlyHere]) => {
    const found = reconcile(listed, rows);
    expect([names(found.both), found.onlyThere, names(found.onlyHere)]).toEqual([both, onlyThere, onlyHere]);
  });

  it('puts every tag on one side, and every name at most once', () => {
    const name = fc.constantFrom('A', 'B', 'C', '');
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (listed, tags) => {
        const { both, onlyThere, onlyHere } = reconcile(
          listed,
          tags.map((each) => row(each)),
        );
        expect([...names(both), ...names(onlyHere)].sort()).toEqual([...tags].sort());
        expect([...names(both), ...onlyThere].sort()).toEqual([...listed].sort());
      }),
    );
  });
});

describe('inOrderOfDanger', () => {
  const lost = (id: string, given: Partial<Entry>) => ({
    entry: {
      id,
      state: 'lost',
      isSensitive: false,
      password: null,
      account: 'a@example.org',
      madeOn: { is: 'known', day: '2026-01-01' },
      ...given,
    } as Entry,
  });
  it('takes sensitive ones first, then kept ones, then account by account from the oldest', () => {
    const rows = [
      lost('new', { madeOn: { is: 'known', day: '2026-05-01' } }),
      lost('other account', { account: 'b@example.org' }),
      lost('old', {}),
      lost('unknown day', { madeOn: { is: 'unknown' } }),
      lost('active', { state: 'active' }),
      lost('kept', { password: 'x' }),
      lost('sensitive', { isSensitive: true, account: 'z@example.org' }),
    ];
    expect(inOrderOfDanger(rows).map(({ entry }) => entry.id)).toEqual([
      'sensitive',
      'kept',
      'unknown day',
      'old',
      'new',
      'other account',
    ]);
  });
});

describe('wasHandled', () => {
  const entry = (state: Entry['state'], ...history: [Entry['history'][number]['event'], string][]) =>
    ({
      state,
      history: history.map(([event, at]) => ({ event, at: `${at}T10:00:00.000Z` })),
    }) as unknown as Entry;

  it.each<[string, Entry, boolean]>([
    [
      'counts one that was lost and then revoked',
      entry('revoked', ['lost', '2026-11-21'], ['revoked', '2026-11-22']),
      true,
    ],
    [
      'looks past edits in between',
      entry('revoked', ['lost', '2026-11-20'], ['edited', '2026-11-21'], ['revoked', '2026-11-22']),
      true,
    ],
    [
      'does not count one that was merely revoked',
      entry('revoked', ['tagged', '2026-11-20'], ['revoked', '2026-11-22']),
      false,
    ],
    [
      'does not count one of another time',
      entry('revoked', ['lost', '2026-11-01'], ['revoked', '2026-11-02']),
      false,
    ],
    ['does not count one that still works', entry('lost', ['lost', '2026-11-22']), false],
    ['does not count one without a history', entry('revoked'), false],
  ])('%s', (_, given, expected) => expect(wasHandled(given, '2026-11-22')).toBe(expected));
});
