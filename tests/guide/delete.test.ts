import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Advice } from '@/utils/guide/advice.ts';
import { advise } from '@/utils/guide/advise.ts';
import { LOADING_MS, ROW_MS, SETTLED_MS, type Sighting } from '@/utils/guide/sighting.ts';
import type { DeleteTask } from '@/utils/guide/task.ts';
import { witness } from '@/utils/guide/witness.ts';
import type { PageState } from '@/utils/pages/security-info/state.ts';
import { aDeletion, aPicker, aReview, aSighting } from '../support/builders.ts';

const NAME = 'Canon scanner Hall';
const list = (...names: string[]): PageState => ({ kind: 'list', names, rows: names.length + 2 });
const asked = aDeletion({ seen: { before: { same: 1, others: 2 }, asked: true } });
const mistaken = aDeletion({
  seen: { before: { same: 1, others: 2 }, asked: true, others: ['Printer'], lost: ['Printer'] },
});

type Expected = Partial<Pick<Advice, 'tone' | 'step' | 'target' | 'row' | 'help' | 'againIn'>> & {
  key?: string;
};
const CASES: readonly (readonly [
  what: string,
  task: DeleteTask,
  sighting: Sighting | null,
  expected: Expected,
])[] = [
  ['asks to open the page when none is open', aDeletion(), null, { step: 'open', key: 'card_open_page' }],
  [
    'waits while nothing is recognised',
    aDeletion(),
    aSighting({ kind: 'unrecognised', open: false }),
    { tone: 'wait', againIn: LOADING_MS },
  ],
  [
    'stops waiting after half a minute',
    aDeletion(),
    aSighting({ kind: 'unrecognised', open: false }, { unchangedFor: LOADING_MS }),
    { tone: 'stuck', help: 'page-not-recognised', key: 'card_delete_unrecognised' },
  ],
  [
    'takes an unknown dialog for what may be the question, and marks nothing in it',
    aDeletion(),
    aSighting({ kind: 'unrecognised', open: true }),
    { tone: 'careful', target: null, key: 'card_delete_question' },
  ],
  [
    'marks the one row of that name',
    aDeletion(),
    aSighting(list('Other', NAME)),
    { tone: 'do', step: 'find', row: 1, key: 'card_delete_row' },
  ],
  [
    'never takes a similar name for it',
    aDeletion(),
    aSighting(list(`${NAME} `, NAME.toLowerCase(), `${NAME} 2`), { unchangedFor: SETTLED_MS }),
    { tone: 'stuck', row: null, help: 'row-not-found' },
  ],
  [
    'looks for a second before it says that there is none',
    aDeletion(),
    aSighting(list('Other')),
    { tone: 'wait', againIn: SETTLED_MS },
  ],
  [
    'asks which of two rows is meant',
    aDeletion(),
    aSighting(list(NAME, 'Other', NAME)),
    { tone: 'careful', row: null, help: 'choose-row', key: 'card_delete_which' },
  ],
  [
    'marks the row that was chosen',
    aDeletion({ row: 1 }),
    aSighting(list(NAME, 'Other', NAME)),
    { tone: 'do', row: 2 },
  ],
  [
    'asks again when the chosen row is not there any more',
    aDeletion({ row: 2 }),
    aSighting(list(NAME, NAME)),
    { row: null, help: 'choose-row' },
  ],
  [
    'marks the answer that deletes',
    aDeletion(),
    aSighting({ kind: 'confirm' }),
    { tone: 'careful', step: 'confirm', target: 'confirm-delete' },
  ],
  [
    'marks nothing in a dialog it does not know',
    aDeletion(),
    aSighting({ kind: 'interrupted' }),
    { tone: 'careful', target: null },
  ],
  [
    'waits for the row to go and marks nothing meanwhile',
    asked,
    aSighting(list(NAME)),
    { tone: 'wait', step: 'gone', row: null, againIn: ROW_MS },
  ],
  [
    'leads to the row again when it stays',
    asked,
    aSighting(list(NAME), { unchangedFor: ROW_MS }),
    { tone: 'careful', step: 'gone', row: 0, key: 'card_delete_stays' },
  ],
  [
    'says which other row was deleted by mistake, and still marks the wanted one',
    mistaken,
    aSighting(list(NAME), { unchangedFor: SETTLED_MS }),
    { tone: 'careful', step: 'find', row: 0, help: 'wrong-row', key: 'card_delete_wrong' },
  ],
  [
    'looks for a second before it says so',
    mistaken,
    aSighting(list(NAME)),
    { tone: 'wait', row: null, help: null, againIn: SETTLED_MS },
  ],
  [
    'asks which row is meant before it marks one, also after a mistake',
    mistaken,
    aSighting(list(NAME, NAME), { unchangedFor: SETTLED_MS }),
    { row: null, help: 'choose-row' },
  ],
  [
    'names the row where the list can not be read',
    aDeletion(),
    aSighting({ kind: 'list', names: null, rows: 3 }),
    { tone: 'careful', help: 'page-not-recognised', key: 'card_delete_yourself' },
  ],
  ['leads out of the add dialog', aDeletion(), aSighting(aPicker()), { key: 'card_delete_other' }],
  [
    'says that Microsoft failed',
    aDeletion(),
    aSighting({ kind: 'failed', limit: false }),
    { key: 'card_delete_failed' },
  ],
  [
    'ends when the row is gone, whatever the page shows',
    aDeletion({ seen: { gone: true } }),
    aSighting(list(NAME)),
    { tone: 'finished', key: 'card_deleted' },
  ],
];

describe('advice on deleting', () => {
  it.each(CASES)('%s', (_, task, sighting, { key, ...expected }) => {
    const advice = advise(task, sighting);
    expect(advice).toMatchObject(expected);
    if (key) expect(advice?.say[0]?.key).toBe(key);
  });
  it('is silent elsewhere', () => {
    expect(advise(aDeletion(), aSighting({ kind: 'elsewhere' }))).toBeNull();
  });
  it('marks a row only if its name is exactly the wanted one', () => {
    const name = fc.oneof(
      fc.constantFrom(NAME, 'Password', `${NAME} `, 'x'.repeat(200)),
      // Of few characters, so that names often agree; fast-check takes seconds to get all of Unicode ready.
      fc.string({ unit: fc.constantFrom('a', 'A', 'é', '🔑', 'م', '<', ' ', '\u202e'), maxLength: 4 }),
    );
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 12 }), fc.option(fc.nat(12)), (wanted, names, row) => {
        const advice = advise(aDeletion({ name: wanted, row }), aSighting(list(...names)));
        if (advice?.row != null) expect(names[advice.row]).toBe(wanted);
        const same = names.filter((each) => each === wanted).length;
        if (same > 1 && row === null) expect(advice?.row).toBeNull();
      }),
    );
  });
});

describe('what a deletion proves', () => {
  const sights = (task: DeleteTask, ...states: PageState[]) =>
    states.reduce((before, state) => witness(before, state) as DeleteTask, task).seen;

  it.each<[string, PageState[], Partial<DeleteTask['seen']>]>([
    [
      'notes how many rows carry the name',
      [list(NAME, 'A')],
      { before: { same: 1, others: 2 }, gone: false },
    ],
    ['notes the question', [{ kind: 'confirm' }], { asked: true, gone: false }],
    ['sees the row go', [list(NAME, 'A'), { kind: 'confirm' }, list('A')], { gone: true }],
    ['sees one of two go', [list(NAME, NAME), { kind: 'confirm' }, list(NAME)], { gone: true }],
    ['sees it go without the question', [list(NAME, 'A'), list('A')], { gone: true }],
    [
      'does not take a list that is being drawn for a deletion',
      [list(NAME), { kind: 'list', names: [], rows: 0 }],
      { gone: false },
    ],
    [
      'notices that another row went instead',
      [list('A', NAME, 'B'), { kind: 'confirm' }, list(NAME, 'B')],
      { gone: false, lost: ['A'] },
    ],
    [
      'counts rows of the same name: one of two went',
      [list('A', NAME, 'A'), { kind: 'confirm' }, list('A', NAME)],
      { gone: false, lost: ['A'] },
    ],
    [
      'keeps what went by mistake when the wanted row goes as well',
      [list(NAME, 'A'), { kind: 'confirm' }, list(NAME), { kind: 'confirm' }, list()],
      { gone: true, lost: ['A'] },
    ],
    [
      'takes back what was only a list that was being drawn',
      [list(NAME, 'A'), { kind: 'confirm' }, list(NAME), list(NAME, 'A')],
      { gone: false, lost: [] },
    ],
    [
      'calls nothing lost that was not there, or went before the question',
      [list('A', NAME), list(NAME), { kind: 'confirm' }, list(NAME, 'B')],
      { gone: false, lost: [] },
    ],
    [
      'calls nothing lost when the row goes alone',
      [list(NAME, 'A'), { kind: 'confirm' }, list('A')],
      { lost: [] },
    ],
    ['stays unfinished when another row goes', [list(NAME, 'A'), list(NAME)], { gone: false }],
    ['stays unfinished when it never stood there', [list('A'), list()], { gone: false }],
    [
      'proves nothing by a list it cannot read',
      [list(NAME), { kind: 'list', names: null, rows: 2 }],
      { gone: false },
    ],
    [
      'counts anew when one more of the name appears',
      [list(NAME), list(NAME, NAME), list(NAME)],
      { gone: true },
    ],
  ])('%s', (_, states, expected) => {
    expect(sights(aDeletion(), ...states)).toMatchObject(expected);
  });

  it('changes nothing when the same sight comes twice', () => {
    const names = fc.array(fc.constantFrom(NAME, 'A', 'B'), { maxLength: 5 });
    fc.assert(
      fc.property(names, names, (before, now) => {
        const once = witness(witness(aDeletion(), list(...before)), list(...now));
        expect(witness(once, list(...now))).toBe(once);
      }),
    );
  });
});

describe('advice on comparing', () => {
  it.each<[string, Sighting | null, Expected]>([
    ['asks to open the page', null, { key: 'card_open_page' }],
    ['waits until the list has settled', aSighting(list('A')), { tone: 'wait', againIn: SETTLED_MS }],
    [
      'is finished then',
      aSighting(list('A'), { unchangedFor: SETTLED_MS }),
      { tone: 'finished', key: 'card_review_done' },
    ],
    [
      'says that it can not read the list',
      aSighting({ kind: 'list', names: null, rows: 2 }),
      { tone: 'stuck', help: 'page-not-recognised' },
    ],
    ['leads back from a dialog', aSighting(aPicker()), { tone: 'wait', key: 'card_review_close' }],
  ])('%s', (_, sighting, { key, ...expected }) => {
    const advice = advise(aReview(), sighting);
    expect(advice).toMatchObject(expected);
    if (key) expect(advice?.say[0]?.key).toBe(key);
  });
  it.each([
    [['A', 'B'], 'card_review_choose'],
    [[], 'card_review_nothing'],
  ])('says in the panel is chosen what of %j to delete', (names, key) => {
    const settled = aSighting(list(...names), { unchangedFor: SETTLED_MS });
    expect(advise({ ...aReview(), purpose: 'delete' }, settled)?.say[0]?.key).toBe(key);
  });
  it('keeps the names that stood there last', () => {
    const once = witness(aReview(), list('A', 'B'));
    expect(once).toMatchObject({ seen: { names: ['A', 'B'] } });
    expect(witness(once, list('A', 'B'))).toBe(once);
    expect(witness(once, { kind: 'list', names: null, rows: 1 })).toBe(once);
    expect(witness(once, list('B'))).toMatchObject({ seen: { names: ['B'] } });
  });
});
