import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readTeamList,
  type TeamListOutcome,
  teamList,
  titleOf,
  writeTeamList,
} from '@/utils/helpdesk/team-list.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import { anEntry, uuidAt } from '../inventory/support.ts';

const ABOUT = {
  why: 'leaving',
  from: 'Anna, ticket 4711',
  madeOn: '2026-11-29',
  withAccount: false,
} as const;
const ENTRIES: readonly Entry[] = [
  anEntry(),
  anEntry({ id: uuidAt(2), appName: 'Scanner', device: 'Hall', state: 'revoked', madeOn: { is: 'unknown' } }),
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): TeamListOutcome => readTeamList(bytesOf(text));
const written = writeTeamList(teamList(ENTRIES, ENTRIES, ABOUT));

describe('a list that is handed over', () => {
  it('comes back as it was written, and says the names alone', () => {
    expect(read(written)).toEqual({
      ok: true,
      list: {
        why: 'leaving',
        from: 'Anna, ticket 4711',
        madeOn: '2026-11-29',
        keys: [
          {
            app: 'Thunderbird',
            device: 'Notebook',
            name: 'Thunderbird Notebook',
            state: 'active',
            madeOn: '2026-02-03',
            account: null,
          },
          {
            app: 'Scanner',
            device: 'Hall',
            name: 'Thunderbird Notebook',
            state: 'revoked',
            madeOn: null,
            account: null,
          },
        ],
      },
    });
    expect(written).not.toMatch(/account|contoso|first line|once a year|abcdefghijklmnop|office/);
    expect(read(writeTeamList(teamList([], [], ABOUT)))).toMatchObject({ ok: true, list: { keys: [] } });
  });

  it('holds the account where the person wants it in', () => {
    const list = teamList(ENTRIES, ENTRIES, { ...ABOUT, withAccount: true });
    expect(read(writeTeamList(list))).toEqual({ ok: true, list });
    expect(list.keys[0]?.account).toBe('anna@contoso.com');
  });

  it('masks kept passwords and addresses that stand in names', () => {
    const told = anEntry({
      id: uuidAt(3),
      name: 'abcdefghijklmnop',
      device: 'of anna@contoso.com',
      password: null,
    });
    const [key] = teamList([told], [told, ...ENTRIES], ABOUT).keys;
    expect(key).toMatchObject({ name: '•••', device: 'of •••' });
  });

  it('is called by app and device, or by its name at Microsoft', () => {
    expect(titleOf({ app: 'Outlook', device: 'Laptop', name: 'x' })).toBe('Outlook · Laptop');
    expect(titleOf({ app: '', device: '', name: 'x' })).toBe('x');
  });
});

const change = (from: string, to: string): string => {
  expect(written).toContain(from);
  return written.replace(from, to);
};
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a file that somebody handed in', () => {
  it.each<[string, string, Partial<TeamListOutcome>]>([
    ['nothing', '', { why: 'not-a-list' }],
    ['words', 'Dear helpdesk', { why: 'not-a-list' }],
    ['another JSON', '{"app":"Outlook"}', { why: 'not-a-list' }],
    ['a list', '[]', { why: 'not-a-list' }],
    ['a backup', '{"keytag":"backup","version":1}', { why: 'not-a-list' }],
    ['one of a later version', change('"version":1', '"version":2'), { why: 'newer' }],
    ['one of no version', change('"version":1', '"version":"1"'), { why: 'bad-line', line: 1 }],
    ['one that stops in the middle', written.slice(0, -40), { why: 'cut' }],
    ['one that stops in a text', written.slice(0, written.indexOf('Hall') + 2), { why: 'cut' }],
    ['another reason', change('"leaving"', '"fired"'), { why: 'bad-line', line: 1 }],
    ['no day', change('"2026-11-29"', '"2026-02-30"'), { why: 'bad-line', line: 1 }],
    ['more in the head', change('"why"', '"note":"x","why"'), { why: 'bad-line', line: 1 }],
    [
      'more in a line',
      change('"app":"Scanner"', '"app":"Scanner","password":"x"'),
      { why: 'bad-line', line: 3 },
    ],
    ['a key twice', change('"app":"Scanner"', '"app":"Scanner","app":"x"'), { why: 'bad-line', line: 3 }],
    ['a prototype key', change('"app":"Scanner"', '"__proto__":{},"app":"x"'), { why: 'bad-line', line: 3 }],
    ['another state', change('"state":"revoked"', '"state":"toString"'), { why: 'bad-line', line: 3 }],
    ['a number for a name', change('"device":"Hall"', '"device":7'), { why: 'bad-line', line: 3 }],
    ['a huge name', change('"device":"Hall"', `"device":"${'x'.repeat(201)}"`), { why: 'bad-line', line: 3 }],
    ['a day that is none', change('"madeOn":null', '"madeOn":"soon"'), { why: 'bad-line', line: 3 }],
    ['deep nesting', change('"madeOn":null', `"madeOn":${nested(10_000)}`), { why: 'bad-line', line: 3 }],
    ['deep nesting alone', nested(100_000), { why: 'not-a-list' }],
    ['keys that are no list', change('"keys":[', '"keys":{"a":[').replace(']}', ']}}'), { why: 'bad-line' }],
    [
      'more than anybody has',
      `${written.slice(0, written.indexOf('[') + 1)}${'0,'.repeat(80_000)}0]}`,
      { why: 'too-many' },
    ],
    [
      'too many lines',
      change(
        '{"app":"Scanner"',
        `${'{"app":"","device":"","name":"","state":"active","madeOn":null},'.repeat(10_000)}{"app":"Scanner"`,
      ),
      { why: 'too-many' },
    ],
  ])('is refused as a whole: %s', (_, text, problem) => {
    expect(read(text)).toMatchObject({ ok: false, ...problem });
  });

  it('is refused when it is cut at any byte', () => {
    const whole = bytesOf(written.trimEnd());
    for (let length = 0; length < whole.length; length += 1) {
      const outcome = readTeamList(whole.slice(0, length));
      expect(outcome.ok, `cut at ${length}`).toBe(false);
      if (length > 24) expect(outcome, `cut at ${length}`).toEqual({ ok: false, why: 'cut' });
    }
  });

  it('with bytes changed gives a list that says the same when it is written anew, or is refused', () => {
    const whole = bytesOf(written);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 6 }), (at, gone, put) => {
        const outcome = readTeamList(
          Uint8Array.from([...whole.slice(0, at), ...put, ...whole.slice(at + gone)]),
        );
        if (outcome.ok) expect(read(writeTeamList(outcome.list))).toEqual(outcome);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused unread when it is too large, and when it is no text', () => {
    expect(readTeamList(new Uint8Array(12_000_001))).toEqual({ ok: false, why: 'too-large' });
    expect(readTeamList(Uint8Array.of(0xff, 0xfe, 0x00))).toEqual({ ok: false, why: 'not-text' });
  });

  it('may begin with a byte order mark', () => expect(read(`\uFEFF${written}`).ok).toBe(true));

  it('shows no line breaks and no marks that turn the direction', () => {
    const text = change('"Hall"', '"Ha\\n\\u202ell\\u2066"');
    const outcome = read(text);
    expect(outcome.ok && outcome.list.keys[1]?.device).toBe('Ha  ll ');
  });
});
