import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seen } from '@/utils/guide/task.ts';
import { addedNames, witness } from '@/utils/guide/witness.ts';
import { aTask } from '../support/builders.ts';

const NAME = 'Canon scanner Hall';
const list = (...names: string[]) => ({ kind: 'list' as const, names, rows: 3 });

const CASES: readonly (readonly [string, Partial<Seen>, Parameters<typeof witness>[1], Partial<Seen>])[] = [
  ['keeps the first list as the one from before', {}, list('A'), { before: ['A'] }],
  ['follows the list until the password is shown', { before: ['A'] }, list('A', 'B'), { before: ['A', 'B'] }],
  ['notes that the password was shown', { before: ['A'] }, { kind: 'result' }, { result: true }],
  ['recognises the row by its name', { before: ['A'], result: true }, list(NAME, 'A'), { made: NAME }],
  [
    'recognises the only new row under another name',
    { before: ['A'], result: true },
    list('A', 'Mine'),
    { made: 'Mine' },
  ],
  ['does not choose between two new rows', { before: [], result: true }, list('X', 'Y'), { made: null }],
  [
    'prefers the wanted name among two new rows',
    { before: [], result: true },
    list('X', NAME),
    { made: NAME },
  ],
  [
    'counts one more of the same name as new',
    { before: [NAME], result: true },
    list(NAME, NAME),
    { made: NAME },
  ],
  [
    'does not take an old row of that name for the new one',
    { before: [NAME], result: true },
    list(NAME),
    { made: null },
  ],
  ['takes the wanted name where no list was seen before', { result: true }, list(NAME), { made: NAME }],
  [
    'counts rows where it cannot read names',
    {},
    { kind: 'list', names: null, rows: 3 },
    { rows: 3, result: false },
  ],
  [
    'takes one row more for a method added',
    { rows: 3 },
    { kind: 'list', names: null, rows: 4 },
    { result: true },
  ],
  [
    'does not take two rows more for one',
    { rows: 3 },
    { kind: 'list', names: null, rows: 5 },
    { rows: 5, result: false },
  ],
  [
    'proves nothing by a list it cannot read',
    { before: ['A'], result: true },
    { kind: 'list', names: null, rows: 3 },
    { made: null },
  ],
  ['stays finished', { before: [], result: true, made: NAME }, list(), { made: NAME }],
];

describe('witness', () => {
  it.each(CASES)('%s', (_, seen, state, expected) => {
    expect(witness(aTask({ seen }), state).seen).toMatchObject(expected);
  });

  it('changes nothing when the same sight comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), fc.boolean(), (before, now, result) => {
        const once = witness(aTask({ seen: { before, result } }), { kind: 'list', names: now, rows: 3 });
        expect(witness(once, { kind: 'list', names: now, rows: 3 })).toBe(once);
      }),
    );
  });
});

describe('addedNames', () => {
  it('finds what was added to any list, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (before, added) => {
        expect(addedNames(before, [...added, ...before].reverse()).sort()).toEqual([...added].sort());
      }),
    );
  });
});
