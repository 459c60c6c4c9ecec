/** Reminders as a browser runs them: started anew for every look, killed at any step, with storage that stays. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_POLICY, type Policy } from '@/utils/helpdesk/policy.ts';
import { readLook } from '@/utils/rotation/look.ts';
import { HOUR_MS } from '@/utils/rotation/moment.ts';
import { DEFAULT_SETTINGS } from '@/utils/rotation/settings.ts';
import { setUiLanguage } from '../components/words.ts';
import { reminderWorld } from './world.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('../components/words.ts'));

const DUES = [
  { id: 'a', day: '2027-06-01' },
  { id: 'b', day: '2027-05-29' },
  { id: 'c', day: '2027-06-05' },
] as const;
const lookOf = (memory: unknown) => readLook((memory as { look: unknown } | null)?.look);

beforeEach(() => setUiLanguage('en'));

describe('a look', () => {
  it('shows one digest of counts, sets the badge and makes the heartbeat anew', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    for (let count = 0; count < 40; count += 1) {
      await world.live((reminders) => reminders.look());
      world.now += 60_000;
    }
    expect(world.shown).toEqual([
      {
        day: '2027-06-01',
        notice: {
          id: 'keytag-digest-2027-06-01',
          title: 'Keytag: 2 app passwords to replace',
          message: '1 is past its day.\n1 is due today.\n1 is due soon.',
        },
      },
    ]);
    expect(world.badge).toBe(2);
    const { when = 0, everyMinutes } = world.alarms.at(-1) ?? {};
    expect(everyMinutes).toBe(360);
    expect(when).toBeGreaterThan(world.now);
    expect(when - world.now).toBeLessThanOrEqual(6 * HOUR_MS);
  });

  it('speaks German', async () => {
    setUiLanguage('de');
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES.slice(0, 1));
    await world.live((reminders) => reminders.look());
    expect(world.shown[0]?.notice).toMatchObject({
      title: 'Keytag: 1 App-Kennwort austauschen',
      message: '1 ist heute fällig.',
    });
  });

  it('names entries only where names are wanted and the inventory is unlocked', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    world.names = new Map([
      ['b', 'Canon · hall'],
      ['a', 'msmtp · server'],
    ]);
    await world.live((reminders) => reminders.look());
    expect(world.shown[0]?.notice.message).not.toContain('Canon');
    await world.live((reminders) => reminders.changeSettings({ ...DEFAULT_SETTINGS, showsNames: true }));
    world.at('2027-06-05T09:00:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.shown[1]?.notice.message).toBe(
      'Canon · hall: 7 days late\nmsmtp · server: 4 days late\nAnd 1 more.',
    );
    world.names = new Map();
    world.at('2027-06-12T09:00:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.shown[2]?.notice.message).toBe('3 are past their day.');
  });

  it('counts what is not due yet by itself, under the names of what is', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    world.settings = { ...DEFAULT_SETTINGS, showsNames: true };
    world.names = new Map([
      ['b', 'Canon · hall'],
      ['a', 'msmtp · server'],
    ]);
    await world.live((reminders) => reminders.look());
    expect(world.shown[0]?.notice).toMatchObject({
      title: 'Keytag: 2 app passwords to replace',
      message: 'Canon · hall: 3 days late\nmsmtp · server: today\n1 is due soon.',
    });
  });

  it("tells Microsoft's date with the number of entries it touches", async () => {
    const world = reminderWorld('2026-12-24T09:00:00Z');
    await world.live((reminders) => reminders.noteTouched(new Map([['sending-default-off', 4]])));
    expect(world.shown[0]?.notice.title).toBe('Keytag: A change at Microsoft is near');
    expect(world.shown[0]?.notice.message).toMatch(/December 2026.*\nIt touches 4 of your entries\.$/);
    expect(world.badge).toBe(0);
  });

  it('leaves everything as it is while storage can’t be read, and keeps the heartbeat', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    world.isStorageDown = true;
    await world.live((reminders) => reminders.look());
    expect(world.shown).toEqual([]);
    expect(world.badge).toBeUndefined();
    expect(world.memory).toBeUndefined();
    expect(world.alarms).toHaveLength(1);
  });

  it.each([null, 'x', { state: 3, look: [] }, { state: { told: { a: 1 } } }])(
    'starts afresh from a memory of %j',
    async (memory) => {
      const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
      world.memory = memory;
      await world.live((reminders) => reminders.look());
      expect(world.shown).toHaveLength(1);
    },
  );

  it('takes the old digest away when it shows a new one', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    await world.live((reminders) => reminders.look());
    world.at('2027-06-04T09:00:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(2);
    expect(world.cleared).toEqual(['keytag-digest-2027-06-01']);
  });
});

describe('a background that is killed', () => {
  // More calls than a look with a digest makes.
  const CALLS = Array.from({ length: 14 }, (_, call) => call);

  it.each(
    CALLS.flatMap((call) => [true, false].map((early) => [call, early ? 'before' : 'after', early] as const)),
  )(
    'at call %i, %s it takes effect: one digest a day at most, none lost, and the heartbeat is there',
    async (call, _, early) => {
      const world = reminderWorld('2027-06-01T08:30:00Z', DUES.slice(0, 1));
      await world.live((reminders) => reminders.look());
      world.at('2027-06-01T09:00:00Z');
      world.killAt = { call, early };
      const wasKilled = await world.live((reminders) => reminders.look());
      world.killAt = null;
      for (let hour = 1; hour <= 30; hour += 1) {
        world.now += HOUR_MS;
        await world.live((reminders) => reminders.look());
      }
      expect(wasKilled).toBe(call < CALLS.length - 4);
      const days = world.shown.map(({ day }) => day);
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThanOrEqual(1);
      expect(days.length).toBeLessThanOrEqual(2);
      expect(world.badge).toBe(1);
      expect(world.alarms.length).toBeGreaterThan(0);
      // What was not told on its own day is told on the next.
      expect(['2027-06-01', '2027-06-02']).toContain(days.at(-1));
    },
  );
});

describe('notifications that do not arrive', () => {
  it('denied: says so, tells all when they are allowed again', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    world.isAllowed = false;
    await world.live((reminders) => reminders.look());
    expect(world.shown).toEqual([]);
    expect(world.badge).toBe(2);
    expect(lookOf(world.memory)).toMatchObject({ delivery: 'denied' });
    world.isAllowed = true;
    world.now += HOUR_MS;
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(1);
    expect(lookOf(world.memory)).toMatchObject({ delivery: 'shown' });
  });

  it('dropped: says so, and tries once a day until one arrives', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    world.arrives = false;
    await world.live((reminders) => reminders.look());
    await world.live((reminders) => reminders.look());
    expect(lookOf(world.memory)).toMatchObject({ delivery: 'dropped' });
    world.arrives = true;
    await world.live((reminders) => reminders.look());
    expect(world.shown).toEqual([]);
    world.at('2027-06-02T09:00:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(1);
  });
});

describe('what a person does', () => {
  it('a press opens the entry the digest was about, or Home for several', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES.slice(0, 1));
    await world.live((reminders) => reminders.look());
    await world.live((reminders) => reminders.pressed('keytag-digest-2027-06-01'));
    world.dues = DUES;
    world.at('2027-06-08T09:00:00Z');
    await world.live((reminders) => reminders.look());
    await world.live((reminders) => reminders.pressed('keytag-digest-2027-06-08'));
    await world.live((reminders) => reminders.pressed('keytag-digest-2027-06-01'));
    expect(world.opened).toEqual(['a', null, null]);
  });

  it('puts off until a day, within bounds, and the badge follows at once', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    await world.live((reminders) => reminders.look());
    await world.live((reminders) => reminders.putOff(['a'], '2027-06-03'));
    expect(world.badge).toBe(1);
    await world.live((reminders) => reminders.putOff(null, '9999-12-31'));
    expect(world.badge).toBe(0);
    for (const day of ['2028-01-01', '2028-06-02']) {
      world.at(`${day}T09:00:00Z`);
      await world.live((reminders) => reminders.look());
    }
    expect(world.badge).toBe(3);
  });

  it('confirms the date after more than a year', async () => {
    const world = reminderWorld('2027-01-01T10:00:00Z', DUES);
    await world.live((reminders) => reminders.look());
    world.at('2028-06-01T10:00:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.badge).toBeNull();
    expect(world.shown[0]?.notice.message).toContain(
      'last looked on January 1, 2027, and now it is said to be June 1, 2028',
    );
    expect(lookOf(world.memory)).toMatchObject({
      clock: 'ahead',
      lastDay: '2027-01-01',
      today: '2028-06-01',
    });
    await world.live((reminders) => reminders.trustClock());
    expect(world.badge).toBe(3);
  });

  it('sends settings that are none: what is wrong stays at its default', async () => {
    const world = reminderWorld('2027-06-01T09:00:00Z', DUES);
    await world.live((reminders) => reminders.changeSettings({ hour: 77, lead: 3, isOn: false }));
    expect(world.settings).toEqual({ ...DEFAULT_SETTINGS, isOn: false });
    expect(world.shown).toEqual([]);
  });
});

describe('a policy', () => {
  const at = '2027-06-01T09:00:00Z';
  const withPolicy = (policy: Partial<Policy>) =>
    Object.assign(reminderWorld(at, DUES), { policy: { ...NO_POLICY, ...policy } });

  it('that switches reminders off shows none, and the badge stays', async () => {
    const world = withPolicy({ remindersEnabled: false });
    world.settings = { ...DEFAULT_SETTINGS, isOn: true };
    await world.live((reminders) => reminders.look());
    expect(world.shown).toEqual([]);
    expect(world.badge).toBe(2);
  });

  it('that switches them on shows one to a person who had them off', async () => {
    const world = withPolicy({ remindersEnabled: true });
    world.settings = { ...DEFAULT_SETTINGS, isOn: false };
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(1);
  });

  it('sets quiet hours, over the person’s own', async () => {
    const world = withPolicy({ quietHours: { from: 8, to: 12 } });
    world.settings = { ...DEFAULT_SETTINGS, quiet: null };
    await world.live((reminders) => reminders.look());
    expect(world.shown).toEqual([]);
    world.now = Date.parse('2027-06-01T12:05:00Z');
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(1);
  });

  it('sets the lead: what is nearer than it counts as due soon', async () => {
    const soon = [{ id: 'c', day: '2027-06-20' }] as const;
    const world = Object.assign(reminderWorld(at, soon), {
      policy: { ...NO_POLICY, reminderLead: 30 as const },
    });
    world.settings = { ...DEFAULT_SETTINGS, lead: 1 };
    await world.live((reminders) => reminders.look());
    expect(world.shown).toHaveLength(1);
  });

  it('lets a person change the rest, and keeps their own choice for later', async () => {
    const world = withPolicy({ remindersEnabled: false, reminderLead: 1 });
    world.settings = { ...DEFAULT_SETTINGS, lead: 30 };
    const shown = { ...DEFAULT_SETTINGS, isOn: false, lead: 1, hour: 15 };
    await world.live((reminders) => reminders.changeSettings(shown));
    expect(world.settings).toEqual({ ...DEFAULT_SETTINGS, lead: 30, hour: 15 });
  });
});
