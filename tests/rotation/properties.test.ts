/**
 * What holds for the plan whatever happens: any sequence of wake-ups, clocks set anywhere, zones, changed
 * days and settings, and a background that dies between two steps.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '@/utils/lib/day.ts';
import { dayOfNumber, numberOfDay } from '@/utils/lib/days.ts';
import { DAY_MS, HOUR_MS, momentAt } from '@/utils/rotation/moment.ts';
import {
  afterShown,
  HEARTBEAT_MS,
  type PlanInput,
  planReminders,
  trustClock,
} from '@/utils/rotation/plan.ts';
import {
  DEFAULT_SETTINGS,
  isQuiet,
  LEADS,
  type ReminderSettings,
  windowHour,
} from '@/utils/rotation/settings.ts';
import { snooze } from '@/utils/rotation/snooze.ts';
import { type ReminderState, readState, storedState } from '@/utils/rotation/state.ts';
import { INPUT } from './builders.ts';

const START = Date.parse('2027-01-15T00:00:00Z');
const STARTS_ON = START / DAY_MS;

const hour = fc.integer({ min: 0, max: 23 });
const settings: fc.Arbitrary<ReminderSettings> = fc.record({
  isOn: fc.constant(true),
  hour,
  lead: fc.constantFrom(...LEADS),
  quiet: fc.option(fc.record({ from: hour, to: hour })),
  interval: fc.constant(null),
  showsNames: fc.boolean(),
});
const zone = fc.integer({ min: -44, max: 56 }).map((quarters) => quarters * 15);
const day = fc.integer({ min: STARTS_ON - 800, max: STARTS_ON + 800 }).map(dayOfNumber);
const dues = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), day }), {
    selector: ({ id }) => id,
    maxLength: 12,
  })
  .chain((some) =>
    // Many of one day, so that the spread is in play.
    fc
      .boolean()
      .map((isCrowd) => (isCrowd ? some.map((each) => ({ ...each, day: some[0]?.day ?? each.day })) : some)),
  );
const changes = fc.array(
  fc.record({ id: fc.constantFrom('x', 'y'), on: day, count: fc.integer({ min: 0, max: 9 }) }),
  {
    maxLength: 2,
  },
);

/** What happens to a browser: time passes, the clock is set, the zone changes, somebody does something. */
type Event =
  | { readonly kind: 'wake'; readonly after: number }
  | { readonly kind: 'set-clock'; readonly to: number }
  | { readonly kind: 'zone'; readonly offset: number }
  | { readonly kind: 'dues'; readonly dues: PlanInput['dues'] }
  | { readonly kind: 'snooze'; readonly days: number }
  | { readonly kind: 'trust' }
  | { readonly kind: 'settings'; readonly settings: ReminderSettings };

const ms = (most: number) => fc.integer({ min: 0, max: most });
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wake' as const),
      after: fc.oneof(ms(HOUR_MS), ms(DAY_MS), ms(40 * DAY_MS)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set-clock' as const),
      to: fc.oneof(ms(3 * DAY_MS), ms(900 * DAY_MS)).map((by) => START - 300 * DAY_MS + by),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('zone' as const), offset: zone }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dues' as const), dues }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('snooze' as const), days: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'trust' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), settings }) },
);
interface Story {
  readonly dues: PlanInput['dues'];
  readonly changes: PlanInput['changes'];
  readonly settings: ReminderSettings;
  readonly offset: number;
  readonly steps: readonly { readonly event: Event; readonly dies: string }[];
}

/** Each wake-up may end early: before the notification, after it, or not at all. */
const step = fc.record({ event, dies: fc.constantFrom('no', 'no', 'no', 'before', 'after') });
const story: fc.Arbitrary<Story> = fc.record({
  dues,
  changes,
  settings,
  offset: zone,
  steps: fc.array(step, { maxLength: 60 }),
});

function play(told: Story) {
  let input = {
    ...INPUT,
    dues: told.dues,
    changes: told.changes,
    settings: told.settings,
    notBefore: '2025-01-01' as Day,
  };
  let now = START;
  let offset = told.offset;
  /** Local days on which a notification appeared, in the order they did. */
  const shownOn: Day[] = [];
  const moments: number[] = [];

  const wake = (dies = 'no') => {
    const moment = momentAt(now, offset);
    const plan = planReminders({ ...input, moment });
    expect(plan.nextCheck).toBeGreaterThan(now);
    expect(plan.nextCheck).toBeLessThanOrEqual(now + HEARTBEAT_MS);
    let state: ReminderState = plan.state;
    if (plan.digest && dies !== 'before') {
      expect(isQuiet(input.settings, moment.hour)).toBe(false);
      shownOn.push(moment.day);
      moments.push(now);
      if (dies === 'no') state = afterShown(plan);
    }
    // As it comes back from storage.
    input = { ...input, state: readState(JSON.parse(JSON.stringify(storedState(state)))) };
    return plan;
  };

  for (const { event: happens, dies } of told.steps) {
    const today = momentAt(now, offset).day;
    switch (happens.kind) {
      case 'wake':
        now += happens.after;
        wake(dies);
        break;
      case 'set-clock':
        now = happens.to;
        wake(dies);
        break;
      case 'zone':
        offset = happens.offset;
        wake(dies);
        break;
      case 'dues':
        input = { ...input, dues: happens.dues };
        break;
      case 'settings':
        input = { ...input, settings: happens.settings };
        break;
      case 'trust':
        input = { ...input, state: trustClock(input.state, today) };
        break;
      case 'snooze':
        input = {
          ...input,
          state: snooze(input.state, input.dues, null, today, dayOfNumber(numberOfDay(today) + happens.days)),
        };
        break;
    }
  }
  return {
    shownOn,
    wake,
    get input() {
      return input;
    },
    get moment() {
      return momentAt(now, offset);
    },
    /** Days go by with a browser that runs, and a clock nobody touches. */
    live(days: number) {
      const end = now + days * DAY_MS;
      while (now < end) {
        const { clock, nextCheck } = wake();
        if (clock === 'ahead')
          input = { ...input, state: trustClock(input.state, momentAt(now, offset).day) };
        now = nextCheck;
      }
    },
  };
}

const RUNS = { numRuns: 400 };

describe('whatever happens', () => {
  it('shows at most one digest in the window of a day', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { shownOn } = play(told);
        expect(new Set(shownOn).size).toBe(shownOn.length);
      }),
      RUNS,
    );
  });

  it('loses nothing: once the clock is left alone, all that is due has been told', () => {
    fc.assert(
      fc.property(story, (told) => {
        const life = play(told);
        // Longer than the longest snooze and all days that a wrong clock has used up.
        life.live(130);
        const { input, moment } = life;
        const today = numberOfDay(moment.day);
        const after = planReminders({ ...input, moment }).state;
        for (const { id, day: on } of input.dues) {
          const late = today - numberOfDay(on);
          // Two days are what a window in the night and a zone may cost.
          if (late < 2) continue;
          expect(after.told.get(id), id).toMatchObject({ due: on });
          expect(after.told.get(id)?.step, id).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('is idempotent: asked twice at one moment it shows once, and remembers the same', () => {
    fc.assert(
      fc.property(story, (told) => {
        const life = play(told);
        life.wake();
        const before = life.input.state;
        const plan = life.wake();
        expect(plan.digest).toBeNull();
        expect(life.input.state).toEqual(before);
      }),
      RUNS,
    );
  });

  it('gives the same plan for the same input, and leaves the input alone', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { input, moment } = play(told);
        const before = JSON.stringify([input, storedState(input.state)]);
        expect(planReminders({ ...input, moment })).toEqual(planReminders({ ...input, moment }));
        expect(JSON.stringify([input, storedState(input.state)])).toBe(before);
      }),
      RUNS,
    );
  });

  it('calls nothing overdue that is not, and counts every entry once', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { input, moment } = play(told);
        const { clock, counts, badge } = planReminders({ ...input, moment });
        if (clock !== 'fine') return;
        const today = numberOfDay(moment.day);
        const overdue = input.dues.filter((each) => numberOfDay(each.day) < today).length;
        expect(counts.overdue).toBeLessThanOrEqual(overdue);
        if (counts.snoozed === 0) expect(counts.overdue).toBe(overdue);
        expect(badge).toBe(counts.overdue + counts.today);
        expect(counts.overdue + counts.today + counts.soon + counts.snoozed).toBeLessThanOrEqual(
          input.dues.length,
        );
      }),
      RUNS,
    );
  });

  it('is monotone: as days go by, what is due never gets less and what was told is never taken back', () => {
    fc.assert(
      fc.property(
        dues,
        settings,
        zone,
        fc.array(ms(20 * DAY_MS), { maxLength: 30 }),
        (some, chosen, offset, gaps) => {
          let state = INPUT.state;
          let [now, badge] = [START, 0];
          for (const gap of gaps) {
            now += gap;
            const plan = planReminders({
              ...INPUT,
              dues: some,
              settings: chosen,
              state,
              moment: momentAt(now, offset),
            });
            expect(plan.badge ?? 0).toBeGreaterThanOrEqual(badge);
            badge = plan.badge ?? 0;
            const after = afterShown(plan);
            for (const [id, { step: said }] of state.told) {
              expect(after.told.get(id)?.step).toBeLessThanOrEqual(said);
            }
            state = after;
          }
        },
      ),
      RUNS,
    );
  });

  it('always has a window that opens: its hour is never quiet', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        expect(isQuiet(chosen, windowHour(chosen))).toBe(false);
      }),
    );
    expect(windowHour(DEFAULT_SETTINGS)).toBe(9);
  });
});
