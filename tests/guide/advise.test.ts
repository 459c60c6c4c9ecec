import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Advice, STEPS } from '@/utils/guide/advice.ts';
import { advise, stepsOf } from '@/utils/guide/advise.ts';
import { LOADING_MS, ROW_MS, SETTLED_MS, type Sighting } from '@/utils/guide/sighting.ts';
import type { PageState } from '@/utils/pages/security-info/state.ts';
import { aPicker, aSighting, aTask } from '../support/builders.ts';

const FORTY = Array.from({ length: 40 }, (_, index) => `Old ${index}`);
const started = aTask({ seen: { before: ['Old printer'] } });
const shown = aTask({ seen: { before: ['Old printer'], result: true } });
const full = aTask({ seen: { before: FORTY } });
const made = aTask({ seen: { before: [], result: true, made: 'Canon scanner Hall' } });

type Expected = Partial<Pick<Advice, 'tone' | 'step' | 'target' | 'help' | 'againIn' | 'offerName'>> & {
  key?: string;
};
const CASES: readonly (readonly [
  what: string,
  task: typeof started,
  sighting: Sighting | null,
  expected: Expected,
])[] = [
  [
    'asks to open the page when none is open',
    started,
    null,
    { tone: 'do', step: 'open', key: 'card_open_page' },
  ],
  [
    'says what to check when the page closed after the password was shown',
    shown,
    null,
    { tone: 'careful', step: 'check', help: 'row-missing' },
  ],
  [
    'waits while nothing is recognised',
    started,
    aSighting({ kind: 'unrecognised', open: false }),
    { tone: 'wait', againIn: LOADING_MS },
  ],
  [
    'stops waiting after half a minute',
    started,
    aSighting({ kind: 'unrecognised', open: false }, { unchangedFor: LOADING_MS }),
    { tone: 'stuck', help: 'page-not-recognised', target: null },
  ],
  [
    'does not wait for an unknown dialog',
    started,
    aSighting({ kind: 'unrecognised', open: true }),
    { tone: 'stuck', key: 'card_unrecognised_dialog' },
  ],
  [
    'marks the add button on the list',
    started,
    aSighting({ kind: 'list', names: [], rows: 3 }),
    { tone: 'do', step: 'add', target: 'add-method' },
  ],
  [
    'explains the limit of 40 instead',
    full,
    aSighting({ kind: 'list', names: FORTY, rows: 3 }),
    { tone: 'stuck', help: 'limit-reached', target: null },
  ],
  [
    'waits for the row once the password was shown',
    shown,
    aSighting({ kind: 'list', names: ['Old printer'], rows: 3 }),
    { tone: 'wait', step: 'check', againIn: ROW_MS },
  ],
  [
    'says so when the row does not come',
    shown,
    aSighting({ kind: 'list', names: ['Old printer'], rows: 3 }, { unchangedFor: ROW_MS }),
    { tone: 'careful', help: 'row-missing' },
  ],
  [
    'leaves the check to the person where rows cannot be read',
    shown,
    aSighting({ kind: 'list', names: null, rows: 3 }),
    { tone: 'finished', key: 'card_check_row_yourself' },
  ],
  [
    'marks the closed drop-down',
    started,
    aSighting(aPicker({ form: 'drop-down', appPassword: 'not-listed', more: true })),
    { step: 'choose', target: 'method-list' },
  ],
  [
    'marks "Show more options"',
    started,
    aSighting(aPicker({ appPassword: 'not-listed', more: true })),
    { step: 'choose', target: 'show-more' },
  ],
  ['marks App password', started, aSighting(aPicker()), { step: 'choose', target: 'app-password' }],
  [
    'marks Add once App password is chosen',
    started,
    aSighting(aPicker({ form: 'drop-down', appPassword: 'chosen' })),
    { target: 'confirm-add' },
  ],
  [
    'waits until the list has settled',
    started,
    aSighting(aPicker({ appPassword: 'not-listed' })),
    { tone: 'wait', againIn: SETTLED_MS, help: null },
  ],
  [
    'then says that App password is not offered',
    started,
    aSighting(aPicker({ appPassword: 'not-listed' }), { unchangedFor: SETTLED_MS }),
    { tone: 'stuck', help: 'option-missing', target: null },
  ],
  [
    'never says so in a language it cannot read',
    started,
    aSighting(aPicker({ appPassword: 'unreadable' }), { unchangedFor: SETTLED_MS * 99 }),
    { tone: 'do', help: 'page-not-recognised', target: null },
  ],
  [
    'offers the name',
    started,
    aSighting({ kind: 'name', refused: false, ready: false }),
    { step: 'name', target: 'name-field', offerName: true },
  ],
  [
    'goes on to Next when something is typed',
    started,
    aSighting({ kind: 'name', refused: false, ready: true }),
    { step: 'name', target: 'next' },
  ],
  [
    'says why a name is refused',
    started,
    aSighting({ kind: 'name', refused: true, ready: true }),
    { tone: 'careful', key: 'card_name_refused', target: 'name-field' },
  ],
  ['waits while Microsoft works', started, aSighting({ kind: 'creating' }), { tone: 'wait', target: null }],
  [
    'asks to copy now',
    started,
    aSighting({ kind: 'result' }),
    { tone: 'careful', step: 'copy', key: 'card_copy_now', target: 'done' },
  ],
  [
    'reports a failure',
    started,
    aSighting({ kind: 'failed', limit: false }),
    { tone: 'stuck', help: 'creation-failed', target: 'back' },
  ],
  [
    'knows a failure at the limit',
    started,
    aSighting({ kind: 'failed', limit: true }),
    { help: 'limit-reached' },
  ],
  [
    'remembers the limit where the list is out of sight',
    full,
    aSighting({ kind: 'failed', limit: false }),
    { help: 'limit-reached' },
  ],
  [
    'leads back from another method',
    started,
    aSighting({ kind: 'other-method' }),
    { tone: 'careful', target: 'back' },
  ],
  [
    "lets a question of Microsoft's go first",
    started,
    aSighting({ kind: 'interrupted' }),
    { tone: 'wait', target: null },
  ],
  [
    'is finished when the row was seen, whatever the page shows',
    made,
    aSighting({ kind: 'interrupted' }),
    { tone: 'finished' },
  ],
];

describe('advise', () => {
  it.each(CASES)('%s', (_, task, sighting, { key, ...expected }) => {
    const advice = advise(task, sighting);
    expect(advice).toMatchObject(expected);
    if (key) expect(advice?.say[0]?.key).toBe(key);
  });

  it('is silent elsewhere', () => {
    expect(advise(started, aSighting({ kind: 'elsewhere' }))).toBeNull();
  });

  const anyState: fc.Arbitrary<PageState> = fc.oneof(
    fc.record({ kind: fc.constant('unrecognised' as const), open: fc.boolean() }),
    fc.record({
      kind: fc.constant('list' as const),
      names: fc.option(fc.array(fc.string(), { maxLength: 45 })),
      rows: fc.nat(50),
    }),
    fc.record({
      kind: fc.constant('picker' as const),
      form: fc.constantFrom('drop-down' as const, 'cards' as const),
      appPassword: fc.constantFrom(
        'offered' as const,
        'chosen' as const,
        'not-listed' as const,
        'unreadable' as const,
      ),
      more: fc.boolean(),
      entries: fc.nat(20),
    }),
    fc.record({ kind: fc.constant('name' as const), refused: fc.boolean(), ready: fc.boolean() }),
    fc.constantFrom(
      { kind: 'creating' as const },
      { kind: 'result' as const },
      { kind: 'other-method' as const },
      { kind: 'interrupted' as const },
    ),
    fc.record({ kind: fc.constant('failed' as const), limit: fc.boolean() }),
  );
  const anySeen = fc.record({
    before: fc.option(fc.array(fc.string(), { maxLength: 45 })),
    rows: fc.option(fc.nat(50)),
    result: fc.boolean(),
    made: fc.option(fc.string()),
  });

  it('always says one or two sentences, and marks something only when it asks for an action', () => {
    fc.assert(
      fc.property(anyState, anySeen, fc.nat(100_000), (state, seen, unchangedFor) => {
        const advice = advise(aTask({ seen }), aSighting(state, { unchangedFor }));
        expect(advice).not.toBeNull();
        if (!advice) return;
        expect(advice.say.length).toBeGreaterThanOrEqual(1);
        expect(advice.say.length).toBeLessThanOrEqual(2);
        if (advice.tone === 'wait' || advice.tone === 'finished') expect(advice.target).toBeNull();
        if (advice.againIn !== null) expect(advice.againIn).toBeGreaterThan(0);
      }),
    );
  });
});

describe('stepsOf', () => {
  const all = Object.entries(STEPS).flatMap(([kind, steps]) =>
    steps.map((step) => [kind as keyof typeof STEPS, step] as const),
  );
  it.each(all)('marks exactly one step of %s as due at %s', (kind, step) => {
    const steps = stepsOf(kind, step, false);
    expect(steps.filter(({ status }) => status === 'current').map((each) => each.step)).toEqual([step]);
    const due = steps.findIndex(({ status }) => status === 'current');
    expect(steps.slice(0, due).every(({ status }) => status === 'done')).toBe(true);
    expect(steps.slice(due + 1).every(({ status }) => status === 'ahead')).toBe(true);
  });
  it('ticks everything at the end', () => {
    expect(stepsOf('create', 'check', true).every(({ status }) => status === 'done')).toBe(true);
  });
});
