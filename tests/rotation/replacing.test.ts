import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Replacing, ReplacingStep } from '@/utils/inventory/entry.ts';
import { draftOf, editedEntry, newEntry, readDraft } from '@/utils/inventory/record.ts';
import {
  advance,
  begin,
  canGiveUp,
  dueStep,
  giveUp,
  nameToDelete,
  noteDeleted,
  noteMade,
  REPLACING_STEPS,
} from '@/utils/rotation/replacing.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const AT = '2026-11-22T09:00:00.000Z';
type Draft = Omit<Entry, 'id' | 'history' | 'changedAt'>;

const tag = (given: Partial<Draft> = {}): Draft => ({
  appId: 'msmtp',
  appName: 'msmtp',
  account: 'ada@example.org',
  device: 'Server',
  name: 'msmtp Server',
  purpose: 'send',
  madeOn: { is: 'known', day: '2026-01-05' },
  rotateBy: '2026-12-01',
  reason: 'was shared',
  note: '',
  tags: [],
  isSensitive: false,
  state: 'active',
  replacing: null,
  isArchived: false,
  password: null,
  ...given,
});
const MADE = { name: 'msmtp Server 2', day: '2026-11-22', rotateBy: '2027-02-20' } as const;

describe('replacing a key', () => {
  it.each<[Replacing['order'], [ReplacingStep, Entry['state']][]]>([
    [
      'make-first',
      [
        ['make', 'old-still-valid'],
        ['enter', 'old-still-valid'],
        ['test', 'old-still-valid'],
        ['delete', 'active'],
      ],
    ],
    [
      'delete-first',
      [
        ['delete', 'rotating'],
        ['make', 'rotating'],
        ['enter', 'rotating'],
        ['test', 'active'],
      ],
    ],
    [
      'retire',
      [
        ['switch', 'old-still-valid'],
        ['test', 'old-still-valid'],
        ['delete', 'revoked'],
      ],
    ],
  ])('goes through the steps of %s', (order, steps) => {
    let draft = begin(tag(), 'leak', order);
    expect(draft.state).toBe('rotating');
    for (const [step, state] of steps) {
      expect(draft.replacing && dueStep(draft.replacing)).toBe(step);
      draft = advance(draft, step, MADE);
      expect(draft.state).toBe(state);
    }
    expect(draft.replacing).toBeNull();
    const isRetired = order === 'retire';
    expect(draft).toMatchObject(
      isRetired
        ? { name: 'msmtp Server', rotateBy: '2026-12-01' }
        : { name: MADE.name, rotateBy: MADE.rotateBy, madeOn: { is: 'known', day: MADE.day }, reason: '' },
    );
  });

  it('keeps the replacement that is under way when another is begun', () => {
    const begun = begin(tag(), 'leak', 'make-first');
    expect(begin(begun, 'interval', 'retire')).toBe(begun);
  });

  it('begins at making the new one where the old one was deleted by mistake', () => {
    const begun = begin(tag(), 'deleted-by-mistake', 'make-first');
    expect(begun.state).toBe('rotating');
    expect(begun.replacing && dueStep(begun.replacing)).toBe('make');
    expect(begun.replacing?.order).toBe('delete-first');
  });

  it('gives up only what is not half done', () => {
    const begun = begin(tag(), 'leak', 'make-first');
    expect(giveUp(begun)).toEqual(tag());
    const made = advance(begun, 'make', MADE);
    expect(canGiveUp(made)).toBe(false);
    expect(giveUp(made)).toBe(made);
    expect(canGiveUp(tag())).toBe(false);
  });

  it('makes nothing without knowing what was made', () => {
    const begun = begin(tag(), 'leak', 'make-first');
    expect(advance(begun, 'make')).toBe(begun);
  });

  it('ends in the same tag whatever the order of the steps, and takes each step once', () => {
    const orders = fc.constantFrom(...(Object.keys(REPLACING_STEPS) as Replacing['order'][]));
    fc.assert(
      fc.property(orders, fc.infiniteStream(fc.nat()), (order, chance) => {
        const steps = REPLACING_STEPS[order].toSorted(() => (chance.next().value % 3) - 1);
        const end = steps.reduce(
          (draft, step) => {
            const once = advance(draft, step, MADE);
            expect(advance(once, step, MADE)).toBe(once);
            expect(readDraft(once).ok).toBe(true);
            return once;
          },
          begin(tag(), 'leak', order),
        );
        expect(end).toEqual(
          REPLACING_STEPS[order].reduce(
            (draft, step) => advance(draft, step, MADE),
            begin(tag(), 'leak', order),
          ),
        );
      }),
    );
  });
});

describe('what a page proves for a tag', () => {
  const begun = begin(tag(), 'leak', 'make-first');
  const made = noteMade(begun, MADE);

  it('takes the old key of a replacement for gone', () => {
    expect(nameToDelete(made)).toBe('msmtp Server');
    expect(noteDeleted(made, 'msmtp Server')).toMatchObject({ replacing: { done: ['make', 'delete'] } });
  });
  it('does not take the new key of a replacement for the old one', () => {
    expect(noteDeleted(made, MADE.name)).toBe(made);
  });
  it('takes a tag without a replacement for revoked', () => {
    expect(noteDeleted(tag(), 'msmtp Server')).toMatchObject({ state: 'revoked' });
    expect(noteDeleted(tag({ state: 'lost' }), 'msmtp Server')).toMatchObject({ state: 'revoked' });
  });
  it.each(['', 'msmtp server', 'msmtp Server ', 'other'])('does not guess that %j is its name', (name) => {
    const draft = tag();
    expect(noteDeleted(draft, name)).toBe(draft);
  });
  it('notes the same thing once', () => {
    const once = noteDeleted(tag(), 'msmtp Server');
    expect(noteDeleted(once, 'msmtp Server')).toBe(once);
    expect(noteMade(made, MADE)).toBe(made);
  });
});

describe('the record of it', () => {
  const entry = newEntry(tag(), ID, AT);
  const edit = (before: Entry, draft: Draft) => editedEntry(before, draft, AT);

  it('writes what happened into the history', () => {
    const begun = edit(entry, begin(tag(), 'leak', 'make-first'));
    const made = edit(begun, advance(draftOf(begun), 'make', MADE));
    const gone = edit(made, advance(draftOf(made), 'delete'));
    const end = edit(
      edit(gone, advance(draftOf(gone), 'enter')),
      advance(advance(draftOf(gone), 'enter'), 'test'),
    );
    expect(end.history.map(({ event }) => event)).toEqual([
      'tagged',
      'rotation-started',
      'replaced',
      'old-deleted',
      'edited',
    ]);
    expect(end.state).toBe('active');
  });
  it('reads records from before there were replacements', () => {
    const { replacing: _, ...old } = tag();
    expect(readDraft(old)).toEqual({ ok: true, draft: tag() });
  });
  it.each([
    1,
    {},
    { why: 'whim', order: 'retire', oldName: 'x', done: [] },
    { why: 'leak', order: 'never', oldName: 'x', done: [] },
    { why: 'leak', order: 'retire', oldName: 1, done: [] },
    { why: 'leak', order: 'retire', oldName: 'x'.repeat(257), done: [] },
    { why: 'leak', order: 'retire', oldName: 'x', done: ['dance'] },
    { why: 'leak', order: 'retire', oldName: 'x', done: ['test', 'test'] },
  ])('refuses %j', (replacing) => {
    expect(readDraft({ ...tag(), replacing })).toEqual({ ok: false, field: 'replacing' });
  });
});
