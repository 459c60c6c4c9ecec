/** Entries, options and a quick key derivation for the tests of the inventory's lists and file formats. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Entry, EntryState, HistoryEvent } from '@/utils/inventory/entry.ts';
import type { KdbxArgon2, ReadOptions, WriteOptions } from '@/utils/inventory/formats/outcome.ts';
import type { Day } from '@/utils/lib/day.ts';

export const NOW = '2026-11-22T09:00:00.000Z';
export const TODAY: Day = '2026-11-22';

export const uuidAt = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export function anEntry(overrides: Partial<Entry> = {}): Entry {
  return {
    id: uuidAt(1),
    appId: 'thunderbird',
    appName: 'Thunderbird',
    account: 'anna@contoso.com',
    device: 'Notebook',
    name: 'Thunderbird Notebook',
    purpose: 'other',
    madeOn: { is: 'known', day: '2026-02-03' },
    rotateBy: '2027-02-03',
    reason: 'once a year',
    note: 'first line\nsecond line',
    tags: ['office', 'mail'],
    isSensitive: false,
    state: 'active',
    replacing: null,
    isArchived: false,
    password: 'abcdefghijklmnop',
    history: [
      { at: '2026-02-03T10:00:00.000Z', event: 'tagged' },
      { at: '2026-03-03T10:00:00.000Z', event: 'edited', note: 'moved: "desk" = 3\nnew' },
    ],
    changedAt: '2026-03-03T10:00:00.000Z',
    ...overrides,
  };
}

/** As quick as a derivation can be; what the real one gives is tested with keepassxc-cli. */
export const quickArgon2: KdbxArgon2 = async ({ kind, secret, salt, memory, passes, lanes }) =>
  new Uint8Array(
    createHash('sha256').update(`${kind} ${memory} ${passes} ${lanes}`).update(secret).update(salt).digest(),
  );

export function readOptions(overrides: Partial<ReadOptions> = {}): ReadOptions {
  let made = 0;
  return {
    now: NOW,
    newId: () => `11111111-0000-4000-8000-${(made++).toString(16).padStart(12, '0')}`,
    withPasswords: true,
    kdbx: { password: 'open sesame', argon2: quickArgon2 },
    ...overrides,
  };
}

export const writeOptions = (overrides: Partial<WriteOptions> = {}): WriteOptions => ({
  now: NOW,
  today: TODAY,
  withPasswords: true,
  kdbx: { password: 'open sesame', argon2: quickArgon2 },
  ...overrides,
});

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const states: readonly EntryState[] = ['active', 'rotating', 'old-still-valid', 'revoked', 'lost'];
const events: readonly HistoryEvent[] = [
  'tagged',
  'made',
  'edited',
  'rotation-started',
  'replaced',
  'imported',
];
/** What tends to be lost on the way through files. */
const awkward = [
  '',
  ' ',
  '=1+1',
  '-x',
  '@a',
  '+4',
  "'",
  "'=",
  "''-",
  ';=a',
  ',@b',
  '"',
  '""',
  '"=c',
  'a,b;c\td',
  'a\nb',
  '\n',
  ': ',
  'State: lost',
  'Keytag: 2',
  '[',
  '["a"]',
  '{REF:P@I:00}',
  '<b>&amp;',
  ']]>',
  '\\',
  '\\n',
  'ü',
  'ﬀ',
  '👩‍💻',
  '\u2028',
  '\uFEFF',
  '__proto__',
];

function anyText(most: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc.array(fc.constantFrom(...awkward), { maxLength: 4 }).map((parts) => parts.join('')),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }) },
    )
    .map((text) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, ''));
}

const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(days * 86_400_000 + 946_684_800_000).toISOString().slice(0, 10) as Day);
const anyInstant = fc
  .integer({ min: 946_684_800_000, max: 4_000_000_000_000 })
  .map((ms) => new Date(ms).toISOString());

const anyLine = fc.oneof(
  fc.record({ at: anyInstant, event: fc.constantFrom(...events) }),
  fc.record({ at: anyInstant, event: fc.constantFrom(...events), note: anyText(60) }),
);

export const anyEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.uuid(),
  appId: fc.constantFrom(null, 'thunderbird', 'outlook'),
  appName: anyText(200),
  account: anyText(200),
  device: anyText(200),
  name: anyText(200),
  purpose: fc.constantFrom('send' as const, 'other' as const),
  madeOn: fc.oneof(
    fc.constant({ is: 'unknown' as const }),
    fc.record({ is: fc.constantFrom('known' as const, 'estimated' as const), day: anyDay }),
  ),
  rotateBy: fc.option(anyDay),
  reason: anyText(200),
  note: anyText(500),
  tags: fc.array(anyText(40), { maxLength: 4 }),
  isSensitive: fc.boolean(),
  state: fc.constantFrom(...states),
  replacing: fc.constant(null),
  isArchived: fc.boolean(),
  password: fc.option(anyText(100).filter((text) => text !== '')),
  history: fc.array(anyLine, { maxLength: 4 }),
  changedAt: anyInstant,
});

export const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 5 });
