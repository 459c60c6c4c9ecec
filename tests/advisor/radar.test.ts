/** Which app passwords a dated change touches, what it does to them, and the way out. */
import { describe, expect, it } from 'vitest';
import { accountKindOf, type RadarEntry, radar, ticksLeft } from '@/utils/advisor/radar.ts';
import { appById } from '@/utils/catalogue/index.ts';
import type { Day } from '@/utils/lib/day.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';
import { WITH_REMOVAL } from './support.ts';

const TODAY = '2026-11-22';
const JANUARY = '2027-01-15';

function entry(id: string, change: Partial<RadarEntry> = {}): RadarEntry {
  return {
    id,
    appId: 'canon-imagerunner',
    appName: 'Canon',
    device: 'Hall',
    account: 'scan@contoso.example',
    purpose: 'send',
    state: 'active',
    isArchived: false,
    ...change,
  };
}

const look = (entries: readonly RadarEntry[], today: Day = TODAY, timeline = TIMELINE) =>
  radar({ entries, today, appById, timeline });
const touchedBy = (change: Partial<RadarEntry>, today: Day = TODAY, timeline = TIMELINE) =>
  look([entry('a', change)], today, timeline)
    .filter(({ touched }) => touched > 0)
    .map(({ event }) => event.id);

describe('an entry is touched by', () => {
  const SENDING = ['sending-default-off', 'sms-voice-end', 'final-date-announced'];
  it.each<[string, Partial<RadarEntry>, readonly string[]]>([
    ['the changes of sending, when it sends from work', {}, SENDING],
    ['the same while it is being replaced', { state: 'rotating' }, SENDING],
    ['the same while the old one is still valid', { state: 'old-still-valid' }, SENDING],
    ['the same when the device is lost: the key still fits', { state: 'lost' }, SENDING],
    ['nothing, once revoked', { state: 'revoked' }, []],
    ['nothing, once archived', { isArchived: true }, []],
    ['the same, when no list knows the app', { appId: null, appName: 'Own ERP' }, SENDING],
    ['the same, when the list no longer knows the app', { appId: 'no-such-app' }, SENDING],
    ['the same, without an address', { account: '' }, SENDING],
    [
      'the end of reading by password, when it is for a mail program',
      { appId: 'thunderbird', purpose: 'other' },
      ['other-protocols-closed', 'sms-voice-end'],
    ],
    [
      'the second step alone, where only the person knows what it is for',
      { appId: null, purpose: 'other' },
      ['sms-voice-end'],
    ],
    ['the end of passwords for personal mail', { account: 'anna@outlook.com' }, ['personal-mail-closed']],
    [
      'the same in other countries, whatever the case of the letters',
      { account: ' Anna@Hotmail.CO.UK ', appId: 'thunderbird', purpose: 'other' },
      ['personal-mail-closed'],
    ],
    ['nothing, on an old console', { account: 'anna@live.com', appId: 'xbox-360', purpose: 'other' }, []],
  ])('%s', (_, change, events) => {
    expect(touchedBy(change)).toEqual(events);
  });

  it('the switch by default also after it has happened', () => {
    expect(touchedBy({}, JANUARY)).toEqual(['sending-default-off', 'sms-voice-end', 'final-date-announced']);
    expect(look([entry('a')], JANUARY)[0]).toMatchObject({ isAhead: false, effect: 'needs-admin' });
    expect(look([], JANUARY).every(({ isAhead }) => isAhead)).toBe(true);
  });

  it('the final removal once its day is known', () => {
    expect(touchedBy({}, TODAY, WITH_REMOVAL)).toContain('sending-final-removal');
    expect(touchedBy({ account: 'anna@outlook.com' }, TODAY, WITH_REMOVAL)).not.toContain(
      'sending-final-removal',
    );
  });
});

describe('the list', () => {
  it('names every change ahead with the days left, touched or not, and no special service', () => {
    expect(look([]).map(({ event, daysLeft }) => [event.id, daysLeft])).toEqual([
      ['sending-default-off', 39],
      ['new-tenants-without-sending', 39],
      ['sms-voice-end', 71],
      ['final-date-announced', 404],
    ]);
  });

  it('counts, and leaves nothing to do where nothing has to be done', () => {
    const items = look([entry('a'), entry('b'), entry('c', { state: 'revoked' })]);
    const by = (id: string) => items.find(({ event }) => event.id === id);
    expect(by('sending-default-off')).toMatchObject({ touched: 2, effect: 'needs-admin' });
    expect(by('new-tenants-without-sending')).toMatchObject({ touched: 0, effect: null, lines: [] });
    expect(by('final-date-announced')).toMatchObject({ touched: 2, effect: 'announces', lines: [] });
  });

  it('asks for a second step once, however many app passwords there are', () => {
    const items = look([entry('a'), entry('b')]);
    const lines = items.find(({ event }) => event.id === 'sms-voice-end')?.lines;
    expect(lines).toEqual([{ tick: 'sms-voice-end/all', entry: null, ways: ['second-step'] }]);
  });

  it('takes a clock behind the facts for wrong', () => {
    expect(look([], '1999-01-01')).toEqual(look([], TODAY));
  });

  it('comes in the same order and with ticks of its own whatever the entries', () => {
    const items = look(['a', 'b', 'c'].map((id) => entry(id)));
    const ticks = items.flatMap(({ lines }) => lines.map(({ tick }) => tick));
    expect(new Set(ticks).size).toBe(ticks.length);
    expect(ticks.slice(0, 3)).toEqual([
      'sending-default-off/a',
      'sending-default-off/b',
      'sending-default-off/c',
    ]);
  });

  it('is made of ten thousand entries in a moment', () => {
    const apps = ['canon-imagerunner', 'zabbix', 'thunderbird', null];
    const many = Array.from({ length: 10_000 }, (_, index) =>
      entry(String(index), { appId: apps[index % apps.length] ?? null }),
    );
    const before = process.cpuUsage();
    expect(look(many)[0]?.touched).toBe(10_000);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(250);
  });
});

describe('the way out', () => {
  const waysFor = (change: Partial<RadarEntry>) =>
    look([entry('a', change)]).find(({ lines }) => lines.some(({ entry: of }) => of !== null))?.lines[0]
      ?.ways;

  it.each<[string, Partial<RadarEntry>, readonly string[]]>([
    ['of a scanner', {}, ['modern-sign-in', 'firmware-update']],
    ['of a script', { appId: 'python-smtplib' }, ['graph', 'modern-sign-in']],
    ['of an app nobody knows', { appId: null }, ['relay-connector', 'azure-communication']],
    ['of a mail program', { appId: 'thunderbird' }, ['modern-sign-in', 'delete-it']],
    ['of reading', { appId: 'thunderbird', purpose: 'other' }, ['modern-sign-in', 'delete-it']],
    [
      'of a device with a personal account',
      { account: 'a@live.de' },
      ['modern-sign-in', 'other-mail-service'],
    ],
  ])('%s', (_, change, ways) => {
    expect(waysFor(change)).toEqual(ways);
  });
});

it.each([
  ['anna@outlook.com', 'personal'],
  ['anna@live.de', 'personal'],
  ['anna@msn.com', 'personal'],
  ['anna@outlook.com.evil.example', 'work'],
  ['anna@notoutlook.com', 'work'],
  ['anna@outlook.contoso.com', 'work'],
  ['anna@contoso.onmicrosoft.com', 'work'],
  ['outlook.com', 'work'],
  ['', 'work'],
])('takes %j for a %s account', (address, kind) => {
  expect(accountKindOf(address)).toBe(kind);
});

it('forgets the ticks of entries that are gone, and no others', () => {
  const ticks = ['x/a', 'y/a', 'x/gone', 'sms-voice-end/all', 'broken'];
  expect(ticksLeft(ticks, [entry('a')])).toEqual(['x/a', 'y/a', 'sms-voice-end/all']);
});
