import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOptions, OPTIONS, type OptionId, type Works } from '@/utils/advisor/alternatives.ts';
import type { Question } from '@/utils/advisor/verdict.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import type { Day } from '@/utils/lib/day.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';
import { ALLOWED, BLOCKED, everyKindOfApp, question, UNKNOWN, WITH_REMOVAL } from './support.ts';

const works = (asked: Question, id: OptionId, timeline = TIMELINE) =>
  compareOptions(asked, timeline).options.find((option) => option.id === id)?.works;

describe('the columns', () => {
  it('are today, every change that matters, and the end whose day nobody knows', () => {
    expect(compareOptions(question('zabbix')).columns.map((column) => column.id)).toEqual([
      'today',
      'sending-default-off',
      'sms-voice-end',
      'high-volume-email-password-end',
      'sending-final-removal',
    ]);
  });

  it('lose what has happened', () => {
    expect(
      compareOptions(question('zabbix', { today: '2027-03-01' })).columns.map((column) => column.id),
    ).toEqual(['today', 'high-volume-email-password-end', 'sending-final-removal']);
  });

  it('put the end in its place once its day is known', () => {
    const { columns } = compareOptions(question('zabbix'), WITH_REMOVAL);
    expect(columns.map((column) => column.id)).toEqual([
      'today',
      'sending-default-off',
      'sms-voice-end',
      'sending-final-removal',
      'high-volume-email-password-end',
    ]);
    expect(columns[3]?.title).toEqual({
      key: 'column_sending_final_removal',
      args: [{ day: '2028-06-30', precision: 'day' }],
    });
  });
});

describe('whether a way works', () => {
  const send = (id: string, change: Partial<Omit<Question, 'app'>> = {}) => question(id, change);

  it.each<[string, Question, OptionId, Works[]]>([
    // columns: today, after December 2026, from 1 February 2027, after September 2028, after the end
    [
      'a scanner, admin unknown',
      send('canon-imagerunner'),
      'app-password',
      ['if-admin', 'if-admin', 'if-admin', 'if-admin', 'no'],
    ],
    [
      'a scanner, admin allows',
      send('canon-imagerunner', { admin: ALLOWED }),
      'app-password',
      ['yes', 'if-admin', 'if-admin', 'if-admin', 'no'],
    ],
    [
      'a scanner, admin blocks',
      send('canon-imagerunner', { admin: BLOCKED }),
      'app-password',
      ['if-admin', 'if-admin', 'if-admin', 'if-admin', 'no'],
    ],
    [
      'a scanner, personal account',
      send('canon-imagerunner', { account: 'personal' }),
      'app-password',
      ['no', 'no', 'no', 'no', 'no'],
    ],
    [
      'reading with a script',
      send('msmtp', { purpose: 'read' }),
      'app-password',
      ['no', 'no', 'no', 'no', 'no'],
    ],
    [
      'Thunderbird',
      send('thunderbird'),
      'app-password',
      ['not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
    ],
    ['Thunderbird', send('thunderbird'), 'modern-sign-in', ['yes', 'yes', 'yes', 'yes', 'yes']],
    [
      'Thunderbird',
      send('thunderbird'),
      'authenticator',
      ['alongside', 'alongside', 'alongside', 'alongside', 'alongside'],
    ],
    ['Thunderbird', send('thunderbird'), 'relay-connector', ['no', 'no', 'no', 'no', 'no']],
    ['a scanner', send('canon-imagerunner'), 'modern-sign-in', ['some', 'some', 'some', 'some', 'some']],
    ['a scanner', send('canon-imagerunner'), 'passkey', ['some', 'some', 'some', 'some', 'some']],
    [
      'a scanner',
      send('canon-imagerunner'),
      'relay-connector',
      ['if-admin', 'if-admin', 'if-admin', 'if-admin', 'if-admin'],
    ],
    [
      'a scanner',
      send('canon-imagerunner'),
      'high-volume-email',
      ['if-admin', 'if-admin', 'if-admin', 'some', 'some'],
    ],
    [
      'a scanner',
      send('canon-imagerunner'),
      'azure-communication',
      ['if-admin', 'if-admin', 'if-admin', 'if-admin', 'if-admin'],
    ],
    ['a UPS', send('apc-ups'), 'modern-sign-in', ['no', 'no', 'no', 'no', 'no']],
    ['a UPS', send('apc-ups'), 'authenticator', ['no', 'no', 'no', 'no', 'no']],
    ['a UPS', send('apc-ups'), 'high-volume-email', ['if-admin', 'if-admin', 'if-admin', 'no', 'no']],
    [
      'a UPS, personal account',
      send('apc-ups', { account: 'personal' }),
      'relay-connector',
      ['no', 'no', 'no', 'no', 'no'],
    ],
    [
      'an unknown device',
      send('other-device'),
      'modern-sign-in',
      ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'a scanner, personal account',
      send('canon-imagerunner', { account: 'personal' }),
      'modern-sign-in',
      ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'a UPS',
      send('apc-ups'),
      'password-manager',
      ['alongside', 'alongside', 'alongside', 'alongside', 'alongside'],
    ],
  ])('%s: %j by %s', (_, asked, id, expected) => {
    expect(works(asked, id)).toEqual(expected);
  });

  it('says no to app passwords from the day of the final removal on', () => {
    expect(works(question('zabbix', { admin: ALLOWED }), 'app-password', WITH_REMOVAL)).toEqual([
      'yes',
      'if-admin',
      'if-admin',
      'no',
      'no',
    ]);
  });

  it('keeps what the admin allowed after the default switch', () => {
    expect(works(question('zabbix', { admin: ALLOWED, today: '2027-01-15' }), 'app-password')?.[0]).toBe(
      'yes',
    );
  });
});

describe('every comparison', () => {
  const days = fc
    .integer({ min: 0, max: 36_000 })
    .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10) as Day);
  const questions: fc.Arbitrary<Question> = fc.record({
    app: fc.constantFrom(...APPS, ...everyKindOfApp()),
    account: fc.constantFrom('work', 'personal'),
    purpose: fc.constantFrom('read', 'send', 'sign-in'),
    admin: fc.constantFrom(UNKNOWN, ALLOWED, BLOCKED),
    today: days,
  });

  it('has all ways in the same order, an answer per column, sources and words', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(TIMELINE, WITH_REMOVAL), (asked, timeline) => {
        const { columns, options } = compareOptions(asked, timeline);
        expect(options.map((option) => option.id)).toEqual(OPTIONS);
        expect(new Set(columns.map((column) => column.id)).size).toBe(columns.length);
        for (const option of options) {
          expect(option.works.length).toBe(columns.length);
          expect(option.sources.length).toBeGreaterThan(0);
          expect(option.say.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets no app password read, on any day', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const answers = works({ ...asked, purpose: 'read' }, 'app-password') ?? [];
        expect(answers.every((answer) => answer === 'no' || answer === 'not-needed')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
