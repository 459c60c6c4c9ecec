/** The strength of a passphrase and the soft hints about a password that is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '@/public/_locales/en/messages.json' with { type: 'json' };
import { workKdf } from '@/utils/app/vault-work-kdf.ts';
import { workStrength } from '@/utils/app/vault-work-strength.ts';
import {
  decodeEntries,
  decodeEntry,
  dueDayOf,
  editedEntry,
  encodeEntry,
  newEntry,
  readEntry,
} from '@/utils/inventory/record.ts';
import { kindsOf, passwordHints } from '@/utils/inventory/record-hints.ts';
import { estimate } from '@/utils/inventory/record-strength.ts';
import type { Strength } from '@/utils/inventory/record-types.ts';
import { aDraft, anOpenVault } from './world.ts';

describe('the strength of a passphrase', () => {
  it.each([
    ['password', [], 'top-ten'],
    ['qwertyuiop', [], 'top-hundred'],
    ['aaaaaaaaaaaa', [], 'simple-repeat'],
    ['abcabcabcabc', [], 'extended-repeat'],
    ['abcdefghijkl', [], 'sequence'],
    ['microsoft365', [], 'known-here'],
    ['outlook', [], 'known-here'],
    ['contoso2026', ['Contoso'], 'known-here'],
    ['erika.mustermann', ['erika.mustermann@contoso.example'], 'known-here'],
    ['x7q', [], 'short'],
  ])('%s is weak, because it is %s %s', (passphrase, ownWords, reason) => {
    const found = estimate(passphrase, ownWords);
    expect(found).toMatchObject({ isEnough: false, reason });
  });

  it.each([
    'correct horse battery staple',
    'a quiet harbour at noon 7',
    'wolke-tasse-gestern-niemand',
    'xkvbqpmzrtwhnjdf',
  ])('%s is enough', (passphrase) => {
    expect(estimate(passphrase, ['Contoso']).isEnough).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['half a character', '\ud800'],
    ['a megabyte', 'ab1!'.repeat(250_000)],
    ['only marks', '\u0308'.repeat(300)],
    ['the names of objects', '__proto__constructor'],
  ])('takes its time for nothing: %s', (_, passphrase) => {
    const begun = performance.now();
    expect(estimate(passphrase, ['__proto__', 'toString']).score).toBeGreaterThanOrEqual(0);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  it('has words for every reason', () => {
    const reasons = [
      'straight-row',
      'key-pattern',
      'simple-repeat',
      'extended-repeat',
      'sequence',
      'recent-year',
      'date',
      'top-ten',
      'top-hundred',
      'common',
      'similar-to-common',
      'word',
      'name',
      'common-name',
      'known-here',
      'short',
    ];
    const missing = reasons.filter((reason) => !(`vault_reason_${reason.replaceAll('-', '_')}` in en));
    expect(missing).toEqual([]);
  });

  it('comes from the worker as it is', async () => {
    expect(await workStrength({ passphrase: 'password', ownWords: [] })).toMatchObject({
      score: 0,
      reason: 'top-ten',
    });
  });
});

describe('the key derivation’s worker', () => {
  it('derives and measures', async () => {
    const salt = new Uint8Array(16);
    const parameters = { memory: 19 * 1024, passes: 2, lanes: 1 };
    const derived = await workKdf({ do: 'derive', passphrase: new Uint8Array([1]), salt, parameters });
    expect(derived).toMatchObject({ ok: true });
    expect(await workKdf({ do: 'warm-up' })).toEqual({ ok: true });
    const measured = await workKdf({ do: 'measure' });
    expect('ms' in measured && measured.ms).toBeGreaterThan(0);
  });
});

const strong: Strength = { score: 4, isEnough: true, reason: null };
const weak: Strength = { score: 1, isEnough: false, reason: 'word' };

describe('a hint', () => {
  const hints = (password: string | null, strength: Strength | null = strong, draft = {}) =>
    passwordHints(aDraft({ password, ...draft }), null, [], strength);

  it('is not given for a machine-made password', () => {
    for (const password of ['xkvbqpmzrtwhnjdf', 'Zx8$kQ2!vB9#mN4@', 'q7w8e9r0t1y2u3i4'])
      expect(hints(password)).toEqual([]);
    expect(hints(null)).toEqual([]);
    expect(hints('')).toEqual([]);
    expect(hints('xkvbqpmzrtwhnjdf', strong, { isSensitive: true })).toEqual([]);
  });

  it.each([
    [' xkvbqpmzrtwhnjdf', [{ kind: 'blanks-around' }]],
    ['xkvbqpmzrtwhnjdf\n', [{ kind: 'blanks-around' }]],
    ['xkvb qpmz rtwh njdf', [{ kind: 'groups-of-four' }]],
    [' XKVB QPMZ RTWH NJDF ', [{ kind: 'blanks-around' }, { kind: 'groups-of-four' }]],
  ])('says what %j looks like', (password, expected) => {
    expect(hints(password)).toEqual(expected);
  });

  it.each([
    ['scanner@contoso.example', 'is-address'],
    ['Scanner@Contoso.Example', 'is-address'],
    ['somebody@else.example', 'is-address'],
    ['Contoso-Hall-2026-and-more', 'looks-like-own'],
    ['MyScanner4711', 'looks-like-own'],
  ])('says that %s is the account’s own: %s', (password, kind) => {
    expect(hints(password).map((hint) => hint.kind)).toContain(kind);
  });

  it('does not take a common part of an address for a name', () => {
    const found = hints('xkvbmailqpmzrtwh', strong, { account: 'mail@outlook.onmicrosoft.com' });
    expect(found).toEqual([]);
  });

  it('says where the same value is kept already, but not of the entry itself', async () => {
    const { window } = await anOpenVault();
    const saved = await window.client.save(aDraft({ password: 'xkvbqpmzrtwhnjdf' }), null);
    if (!saved.ok) throw new Error(saved.kind);
    const { id } = saved.row.entry;
    const draft = aDraft({ password: 'xkvb qpmz rtwh njdf' });
    expect(await window.client.hints(draft, null)).toContainEqual({ kind: 'kept-elsewhere', id });
    expect(await window.client.hints(draft, id)).not.toContainEqual({ kind: 'kept-elsewhere', id });
    await window.client.lock();
    expect(await window.client.hints(draft, null)).toEqual([]);
  });

  it.each([
    ['Summer2026', false, { kind: 'too-simple', length: 16, kinds: 3 }],
    ['Summer in the city 2026', false, null],
    ['only small letters here', false, { kind: 'too-simple', length: 16, kinds: 3 }],
    ['Summer-City-2026', true, { kind: 'too-simple', length: 20, kinds: 4 }],
    ['Summer in the City, 2026', true, null],
  ])('asks of %s, made by a person (sensitive: %s), for %o', (password, isSensitive, expected) => {
    const found = hints(password, { score: 3, isEnough: true, reason: null }, { isSensitive });
    expect(found.find(({ kind }) => kind === 'too-simple') ?? null).toEqual(expected);
  });

  it('says that it could be guessed, and why', () => {
    expect(hints('Summer in the city 2026', weak)).toEqual([{ kind: 'guessable', reason: 'word' }]);
  });

  it('counts kinds of characters in any script', () => {
    expect([
      kindsOf('abc'),
      kindsOf('aB'),
      kindsOf('aB1'),
      kindsOf('aB1!'),
      kindsOf('жЖ٣—'),
      kindsOf(''),
    ]).toEqual([1, 2, 3, 4, 4, 0]);
  });
});

describe('an entry as bytes', () => {
  const entry = newEntry(
    aDraft({ password: 'geheim', tags: ['a'] }),
    '0f6c2a1e-5b7d-4c3a-9e21-7a5b8c9d0e1f',
    '2026-11-22T09:00:00.000Z',
  );

  it('reads back as it was, and tells no length', () => {
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
    const lengths = new Set(
      ['', 'x', 'xkvbqpmzrtwhnjdf'].map((password) => encodeEntry({ ...entry, password }).length),
    );
    expect(lengths.size).toBe(1);
  });

  it.each([
    ['no JSON', 'x'],
    ['a list', []],
    ['no history', { ...entry, history: undefined }],
    ['an event that is none', { ...entry, history: [{ at: '2026-11-22T09:00:00Z', event: 'hacked' }] }],
    ['an instant that is none', { ...entry, changedAt: 'yesterday' }],
    ['an identity that is none', { ...entry, id: '../x' }],
    ['an estimated day without a day', { ...entry, madeOn: { is: 'estimated' } }],
    ['a number for text', { ...entry, note: 7 }],
    ['51 tags', { ...entry, tags: Array.from({ length: 51 }, () => 't') }],
  ])('is none when it is %s', (_, input) => {
    expect(readEntry(input)).toBeNull();
    expect(decodeEntry(new TextEncoder().encode(JSON.stringify(input)))).toBeNull();
  });

  it('is read the same among thousands as alone', () => {
    const text = (value: string) => new TextEncoder().encode(value);
    const strange = [
      text(''),
      text('\n'),
      text('no JSON'),
      text(`${JSON.stringify(entry)}\n`),
      text(`\ufeff${JSON.stringify(entry)}`),
      text(JSON.stringify(entry, null, 1)),
      new Uint8Array([0xff, 0xfe]),
      // Begins a character of two bytes and ends in it.
      new Uint8Array([0x22, 0xc3]),
    ];
    const whole = encodeEntry({ ...entry, note: 'Ünïcode 🗝 ✓' });
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant(whole) }, fc.constantFrom(...strange)), {
          maxLength: 30,
        }),
        (all) => {
          expect(decodeEntries(all)).toEqual(all.map(decodeEntry));
        },
      ),
    );
    const many = Array.from({ length: 8_001 }, (_, at) => (at === 4_500 ? text('broken') : whole));
    const decoded = decodeEntries(many);
    expect(decoded).toHaveLength(8_001);
    expect(decoded.flatMap((each, at) => (each === null ? [at] : []))).toEqual([4_500]);
  });

  it('loses what nobody knows', () => {
    const hostile = JSON.parse(`{"__proto__":{"x":1},"extra":1,${JSON.stringify(entry).slice(1)}`) as unknown;
    expect(readEntry(hostile)).toEqual(entry);
    expect(Object.keys(readEntry(hostile) ?? {})).not.toContain('extra');
  });

  it('keeps its history within bounds, and its first line', () => {
    let edited = entry;
    for (let times = 0; times < 900; times++)
      edited = editedEntry(edited, aDraft({ note: `${times}` }), '2026-11-23T09:00:00.000Z');
    expect(edited.history.length).toBeLessThanOrEqual(400);
    expect(edited.history[0]).toEqual({ at: entry.changedAt, event: 'tagged' });
    expect(readEntry(edited)).toEqual(edited);
  });

  it.each([
    [{}, '2027-05-22'],
    [{ isArchived: true }, null],
    [{ state: 'revoked' }, null],
    [{ state: 'lost' }, null],
    [{ state: 'old-still-valid' }, '2027-05-22'],
    [{ rotateBy: null }, null],
  ] as const)('with %o is due on %s', (change, day) => {
    expect(dueDayOf({ ...entry, ...change })).toBe(day);
  });
});
