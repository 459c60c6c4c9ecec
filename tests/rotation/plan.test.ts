import { describe, expect, it } from 'vitest';
import type { Day } from '@/utils/lib/day.ts';
import { daysAfter } from '@/utils/lib/days.ts';
import { HEARTBEAT_MS, planReminders, trustClock } from '@/utils/rotation/plan.ts';
import { DEFAULT_SETTINGS } from '@/utils/rotation/settings.ts';
import { snooze } from '@/utils/rotation/snooze.ts';
import { FRESH_STATE, readState, storedState } from '@/utils/rotation/state.ts';
import { at, DAY_MS, due, HOUR_MS, INPUT, inZone, later, player } from './builders.ts';

const ALL_DAY = { ...DEFAULT_SETTINGS, quiet: null };

describe('the days of digests', () => {
  it('mentions an entry two weeks, one week and one day before, on the day, then weekly, then monthly', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    run.run(at('2027-01-01 10:00'), at('2027-10-01 12:00'));
    expect(run.days()).toEqual([
      '2027-05-18',
      '2027-05-25',
      '2027-05-31',
      '2027-06-01',
      '2027-06-08',
      '2027-06-15',
      '2027-06-22',
      '2027-06-29',
      '2027-07-29',
      '2027-08-28',
      '2027-09-27',
    ]);
    expect(run.shown.every(({ moment }) => moment.hour === 9)).toBe(true);
  });

  it.each([
    [0, ['2027-06-01']],
    [1, ['2027-05-31', '2027-06-01']],
    [7, ['2027-05-25', '2027-05-31', '2027-06-01']],
    [30, ['2027-05-02', '2027-05-18', '2027-05-25', '2027-05-31', '2027-06-01']],
  ] as const)('begins %i days ahead when that was chosen', (lead, days) => {
    const run = player({ dues: [due('a', '2027-06-01')], settings: { ...DEFAULT_SETTINGS, lead } });
    run.run(at('2027-01-01 10:00'), at('2027-06-02 12:00'));
    expect(run.days()).toEqual(days);
  });

  it('still says the day itself after the lead was shortened', () => {
    const run = player({ dues: [due('a', '2027-06-01')], settings: { ...DEFAULT_SETTINGS, lead: 30 } });
    run.run(at('2027-01-01 10:00'), at('2027-05-31 12:00'));
    run.change({ settings: { ...DEFAULT_SETTINGS, lead: 0 } });
    run.run(at('2027-05-31 13:00'), at('2027-06-01 12:00'));
    expect(run.days().at(-1)).toBe('2027-06-01');
  });

  it('starts anew when the day was changed, and forgets a deleted entry', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    run.run(at('2027-05-31 08:00'), at('2027-06-01 12:00'));
    run.change({ dues: [due('a', '2027-08-30')] });
    run.run(at('2027-06-01 13:00'), at('2027-08-16 12:00'));
    expect(run.days()).toEqual(['2027-05-31', '2027-06-01', '2027-08-16']);
    run.change({ dues: [] });
    run.run(at('2027-08-16 13:00'), at('2027-09-10 12:00'));
    expect(run.days()).toHaveLength(3);
    expect(run.state.told.size).toBe(0);
  });

  it.each([
    ['29 February', '2028-02-29', ['2028-02-15', '2028-02-22', '2028-02-28', '2028-02-29', '2028-03-07']],
    [
      'the day 32 bits end',
      '2038-01-19',
      ['2038-01-05', '2038-01-12', '2038-01-18', '2038-01-19', '2038-01-26'],
    ],
  ] as const)('counts days over %s', (_, day, days) => {
    const run = player({ dues: [due('a', day)] });
    run.run(at(`${daysAfter(day, -40)} 10:00`), at(`${daysAfter(day, 8)} 12:00`));
    expect(run.days()).toEqual(days);
  });

  it('keeps to the last day that can be written', () => {
    const run = player({ dues: [due('a', '9999-12-31'), due('b', '0001-01-01')] });
    run.run(at('9999-12-30 08:00'), at('9999-12-31 23:59'));
    expect(run.days()).toEqual(['9999-12-30', '9999-12-31']);
    const beyond = planReminders({
      ...INPUT,
      dues: [due('a', '9999-12-31')],
      moment: later(at('9999-12-31 23:00'), 9e12),
    });
    expect(beyond.counts.today).toBe(1);
  });
});

describe('the window', () => {
  it('opens at the chosen hour, not before', () => {
    const run = player({ dues: [due('a', '2027-06-01')], settings: { ...DEFAULT_SETTINGS, lead: 0 } });
    run.wake(at('2027-05-31 10:00'));
    run.wake(at('2027-06-01 08:59'));
    expect(run.days()).toEqual([]);
    run.wake(at('2027-06-01 09:00'));
    expect(run.days()).toEqual(['2027-06-01']);
  });

  it('shows once in 40 wake-ups in a row', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    for (let count = 0; count < 40; count += 1) run.wake(later(at('2027-06-01 09:00'), count * 60_000));
    expect(run.shown).toHaveLength(1);
  });

  it('keeps quiet hours, and makes up for them at their end', () => {
    const run = player({
      dues: [due('a', '2027-06-01')],
      settings: { ...DEFAULT_SETTINGS, hour: 21, quiet: { from: 20, to: 8 } },
    });
    run.run(at('2027-05-30 10:00'), at('2027-06-01 23:00'));
    expect(run.shown.map(({ moment }) => `${moment.day} ${moment.hour}`)).toEqual([
      '2027-05-30 10',
      '2027-05-31 8',
      '2027-06-01 8',
    ]);
  });

  it('catches up with one digest after three weeks of sleep, also before the chosen hour', () => {
    const run = player({
      dues: [due('a', '2027-06-01'), due('b', '2027-06-05'), due('c', '2027-06-20')],
      settings: ALL_DAY,
    });
    run.run(at('2027-05-25 10:00'), at('2027-05-25 12:00'));
    run.run(at('2027-06-15 06:00'), at('2027-06-15 23:00'));
    expect(run.shown).toHaveLength(2);
    expect(run.shown[1]?.digest).toMatchObject({ counts: { overdue: 2, today: 0, soon: 1 } });
    expect(run.shown[1]?.moment.hour).toBe(6);
  });

  it('reaches somebody whose browser only runs before the chosen hour, once a day at most', () => {
    const run = player({ dues: [due('a', '2027-06-01')], settings: ALL_DAY });
    for (let day = 0; day < 30; day += 1) run.wake(later(at('2027-05-10 06:00'), day * DAY_MS));
    expect(run.days()).toEqual(['2027-05-18', '2027-05-25', '2027-05-31', '2027-06-01', '2027-06-08']);
  });

  it('shows one digest for 200 entries of one day, and spreads their early steps', () => {
    const many = Array.from({ length: 200 }, (_, index) => due(`id-${index}`, '2027-06-01'));
    const run = player({ dues: many });
    run.run(at('2027-05-01 10:00'), at('2027-06-01 12:00'));
    expect(run.days()).toEqual([
      '2027-05-18',
      '2027-05-19',
      '2027-05-20',
      '2027-05-21',
      '2027-05-25',
      '2027-05-26',
      '2027-05-27',
      '2027-05-28',
      '2027-05-31',
      '2027-06-01',
    ]);
    const [first] = run.shown;
    expect(first?.digest.kind === 'due' && first.digest.counts.soon).toBeLessThan(100);
    expect(run.shown.at(-1)?.digest).toMatchObject({ counts: { today: 200 } });
  });

  it('shows nothing when switched off, keeps the badge, and tells all when switched on again', () => {
    const run = player({ dues: [due('a', '2027-06-01')], settings: { ...ALL_DAY, isOn: false } });
    run.run(at('2027-05-01 10:00'), at('2027-06-20 10:00'));
    expect(run.shown).toEqual([]);
    expect(run.wake(at('2027-06-20 10:00')).badge).toBe(1);
    run.change({ settings: ALL_DAY });
    run.wake(at('2027-06-20 10:01'));
    expect(run.shown).toHaveLength(1);
  });

  it('looks again within the heartbeat, always ahead, at the hour, at midnight and when quiet ends', () => {
    const next = (moment: ReturnType<typeof at>) => planReminders({ ...INPUT, moment }).nextCheck;
    expect(next(at('2027-06-01 08:59'))).toBe(at('2027-06-01 09:00').now);
    expect(next(at('2027-06-01 07:59'))).toBe(at('2027-06-01 08:00').now);
    expect(next(at('2027-06-01 23:59'))).toBe(at('2027-06-02 00:00').now);
    expect(next(at('2027-06-01 10:00')) - at('2027-06-01 10:00').now).toBe(HEARTBEAT_MS);
    expect(next(at('2027-06-01 00:30', 345))).toBe(at('2027-06-01 06:30', 345).now);
  });
});

describe('zones and daylight saving', () => {
  it.each([
    ['forward', '2027-03-28', 60, 120],
    ['back', '2027-10-31', 120, 60],
  ] as const)('shows one digest a day at the hour while the clocks go %s', (_, day, before, after) => {
    const run = player({ dues: [due('a', day), due('b', daysAfter(day, 1))] });
    const change = Date.parse(`${day}T01:00:00Z`);
    let now = at(`${daysAfter(day, -2)} 10:00`, before).now;
    while (now < Date.parse(`${daysAfter(day, 2)}T00:00:00Z`)) {
      now = run.wake(inZone({ ...at(`${day} 00:00`), now }, now < change ? before : after)).nextCheck;
    }
    expect(run.days()).toEqual([daysAfter(day, -2), daysAfter(day, -1), day, daysAfter(day, 1)]);
    expect(run.shown.slice(1).every(({ moment }) => moment.hour >= 9 && moment.hour <= 10)).toBe(true);
  });

  it.each([
    ['UTC-11 to UTC+14', -660, 840],
    ['UTC+14 to UTC-11', 840, -660],
  ])('neither repeats nor loses anything from %s', (_, from, to) => {
    const run = player({ dues: [due('a', '2027-06-01'), due('b', '2027-06-02')], settings: ALL_DAY });
    const start = at('2027-06-01 09:30', from);
    run.wake(start);
    for (let minutes = 1; minutes < 60; minutes += 1) run.wake(inZone(later(start, minutes * 60_000), to));
    expect(run.shown).toHaveLength(1);
    run.run(inZone(later(start, HOUR_MS), to), inZone(later(start, 4 * DAY_MS), to));
    const days = run.days();
    expect(new Set(days).size).toBe(days.length);
    expect([...run.state.told.values()].map(({ step }) => step)).toEqual([0, 0]);
  });
});

describe('a clock that was set', () => {
  it('back by a year: nothing is repeated, and nothing is lost when it is right again', () => {
    const run = player({ dues: [due('a', '2027-06-01'), due('b', '2027-06-04')] });
    run.run(at('2027-05-31 08:00'), at('2027-06-01 12:00'));
    const told = run.shown.length;
    run.run(at('2026-06-01 12:30'), at('2026-06-02 12:00'));
    expect(run.shown).toHaveLength(told);
    run.run(at('2027-06-02 12:00'), at('2027-06-05 12:00'));
    expect(run.days().slice(told)).toEqual(expect.arrayContaining(['2027-06-04']));
    expect(new Set(run.days()).size).toBe(run.days().length);
  });

  it('ahead by half a year and back: what was called overdue is told again in its own time', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    run.wake(at('2027-01-10 10:00'));
    run.wake(at('2027-07-10 10:00'));
    expect(run.shown).toHaveLength(1);
    run.run(at('2027-01-11 12:00'), at('2027-06-30 12:00'));
    expect(run.days().slice(1)).toEqual([
      '2027-05-18',
      '2027-05-25',
      '2027-05-31',
      '2027-06-01',
      '2027-06-08',
      '2027-06-15',
      '2027-06-22',
      '2027-06-29',
    ]);
  });

  it('ahead by more than a year: asks once, and calls nothing overdue', () => {
    const dues = [due('a', '2027-06-01')];
    const run = player({ dues });
    run.wake(at('2027-01-10 10:00'));
    const plan = run.wake(at('2028-01-13 10:00'));
    expect(plan).toMatchObject({
      clock: 'ahead',
      badge: null,
      counts: { overdue: 0, today: 0, soon: 0 },
      digest: { kind: 'clock', from: '2027-01-10', to: '2028-01-13' },
    });
    for (let count = 1; count < 40; count += 1) run.wake(later(at('2028-01-13 10:00'), count * 600_000));
    expect(run.shown).toHaveLength(1);
    run.wake(at('2028-01-20 12:00'));
    expect(run.shown).toHaveLength(2);
    run.change({ state: trustClock(run.state, '2028-01-20') });
    run.wake(at('2028-01-21 12:00'));
    expect(run.shown.at(-1)?.digest).toMatchObject({ kind: 'due', counts: { overdue: 1 } });
  });

  it('ahead by more than a year and right again by itself: goes on as if nothing had been', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    run.wake(at('2027-05-30 10:00'));
    run.wake(at('2099-01-01 10:00'));
    expect(run.shown.map(({ digest }) => digest.kind)).toEqual(['due', 'clock']);
    run.run(at('2027-05-30 11:00'), at('2027-06-01 12:00'));
    expect(run.days().slice(2)).toEqual(['2027-05-31', '2027-06-01']);
  });

  it('exactly a year and a day ahead is believed, one day more is not', () => {
    const state = { ...FRESH_STATE, seen: '2027-01-01' as Day };
    const clock = (day: Day) => planReminders({ ...INPUT, state, moment: at(`${day} 10:00`) }).clock;
    expect(clock('2028-01-02')).toBe('fine');
    expect(clock('2028-01-03')).toBe('ahead');
  });

  it.each(['1970-01-01', '2019-12-29'] as const)(
    'to %s: waits, and keeps counting by the last day that can be',
    (day) => {
      const run = player({ dues: [due('a', '2019-12-31'), due('b', '2027-06-01')] });
      const plan = run.wake(at(`${day} 10:00`));
      expect(plan).toMatchObject({ clock: 'behind', digest: null, badge: 1 });
      expect(run.state).toEqual(FRESH_STATE);
    },
  );
});

describe('snooze', () => {
  const dues = [due('a', '2027-06-01'), due('b', '2027-06-01'), due('c', '2027-12-01')];

  it('is silent until the day, then mentions the entry anew', () => {
    const run = player({ dues: dues.slice(0, 1) });
    run.run(at('2027-05-31 08:00'), at('2027-06-01 10:00'));
    run.change({ state: snooze(run.state, dues, new Set(['a']), '2027-06-01', '2027-06-05') });
    expect(run.wake(at('2027-06-01 11:00'))).toMatchObject({ badge: 0, counts: { snoozed: 1 } });
    run.run(at('2027-06-02 10:00'), at('2027-06-06 12:00'));
    expect(run.days().slice(2)).toEqual(['2027-06-05']);
  });

  it('of everything takes what is due or near, and leaves what is far', () => {
    const run = player({ dues });
    run.run(at('2027-05-31 08:00'), at('2027-06-01 10:00'));
    const { snoozed } = snooze(run.state, dues, null, '2027-06-01', '2027-06-08');
    expect([...snoozed.keys()]).toEqual(['a', 'b']);
  });

  it('ends with a new day for the entry, and with a clock that was set back', () => {
    const state = snooze(FRESH_STATE, dues, new Set(['a']), '2027-06-01', '2028-05-01');
    const counts = (input: Partial<Parameters<typeof planReminders>[0]>) =>
      planReminders({ ...INPUT, state, dues: dues.slice(0, 1), moment: at('2027-06-02 10:00'), ...input })
        .counts;
    expect(counts({}).snoozed).toBe(1);
    expect(counts({ dues: [due('a', '2027-06-03')] }).snoozed).toBe(0);
    expect(counts({ moment: at('2026-06-02 10:00') }).snoozed).toBe(0);
  });
});

describe("Microsoft's dated changes", () => {
  const changes = [{ id: 'x', on: '2027-06-30' as Day, count: 4 }];

  it('are reminded like days, for as many entries as they touch, and never late', () => {
    const run = player({ changes });
    run.run(at('2027-01-01 10:00'), at('2027-12-01 12:00'));
    expect(run.days()).toEqual(['2027-06-16', '2027-06-23', '2027-06-29', '2027-06-30']);
    expect(run.shown[0]?.digest).toMatchObject({ changes, counts: { overdue: 0, today: 0 } });
    expect(run.wake(at('2027-12-02 12:00')).badge).toBe(0);
  });

  it('are told once to somebody who slept over the day, and not at all long after', () => {
    const slept = player({ changes });
    slept.wake(at('2027-06-01 10:00'));
    slept.run(at('2027-07-10 10:00'), at('2027-08-30 10:00'));
    expect(slept.days()).toEqual(['2027-07-10']);
    const late = player({ changes });
    late.run(at('2027-08-10 10:00'), at('2027-08-30 10:00'));
    expect(late.days()).toEqual([]);
  });

  it('that touch nothing are not mentioned', () => {
    const run = player({ changes: [{ id: 'x', on: '2027-06-30', count: 0 }] });
    run.run(at('2027-01-01 10:00'), at('2027-12-01 12:00'));
    expect(run.days()).toEqual([]);
  });
});

describe('readState', () => {
  it('gives back what it was given', () => {
    const run = player({ dues: [due('a', '2027-06-01')] });
    run.wake(at('2027-06-01 10:00'));
    expect(readState(JSON.parse(JSON.stringify(storedState(run.state))))).toEqual(run.state);
  });

  it.each([
    null,
    1,
    'x',
    [],
    {
      seen: '2027-02-30',
      spent: 'x',
      told: { a: { due: 'x', step: 1 } },
      lastAt: Number.NaN,
      delivery: 'x',
      shown: 3,
    },
  ])('takes %j for nothing remembered', (input) => {
    expect(readState(input)).toEqual(FRESH_STATE);
  });
});
