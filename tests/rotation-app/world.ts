/** A browser for reminders that a test plays: storage, clock, alarms, notifications, and a death at any call. */
import { sentenceText } from '@/components/sentence-text.ts';
import type { Notice, ReminderPorts } from '@/utils/app/reminder-ports.ts';
import { createReminders } from '@/utils/app/reminders.ts';
import { NO_POLICY } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import type { DueDay } from '@/utils/rotation/due-day.ts';
import { momentAt } from '@/utils/rotation/moment.ts';

/** The background was killed: nothing after this call happens. */
class Killed extends Error {}

export function reminderWorld(start: string, dues: readonly DueDay[] = []) {
  const world = {
    now: Date.parse(start),
    offset: 0,
    dues,
    settings: undefined as unknown,
    policy: NO_POLICY,
    memory: undefined as unknown,
    alarms: [] as { readonly when: number; readonly everyMinutes: number }[],
    badge: undefined as number | null | undefined,
    isAllowed: true,
    /** Whether what is shown appears. */
    arrives: true,
    names: new Map<string, string>(),
    shown: [] as { readonly day: Day; readonly notice: Notice }[],
    cleared: [] as string[],
    opened: [] as (string | null)[],
    calls: 0,
    /** Dies at this call, `early` before it takes effect, otherwise after it. */
    killAt: null as { readonly call: number; readonly early: boolean } | null,
    isStorageDown: false,
  };
  /** One call of the browser, after which the background may be gone. */
  const call = async <T>(work: () => T): Promise<T> => {
    const at = world.calls;
    world.calls += 1;
    if (world.killAt && (at > world.killAt.call || (at === world.killAt.call && world.killAt.early)))
      throw new Killed();
    const value = work();
    if (world.killAt?.call === at) throw new Killed();
    return value;
  };
  const put = (change: Partial<typeof world>): void => void Object.assign(world, change);
  const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
  const ports: ReminderPorts = {
    store: {
      readDues: () =>
        call(() => (world.isStorageDown ? { ok: false, why: 'refused' } : { ok: true, value: world.dues })),
    },
    clock: () => ({ now: world.now, offset: world.offset }),
    loadPolicy: async () => world.policy,
    loadSettings: () => call(() => copy(world.settings)),
    saveSettings: (value) => call(() => put({ settings: copy(value) })),
    loadMemory: () => call(() => copy(world.memory)),
    saveMemory: (value) => call(() => put({ memory: copy(value) })),
    exclusive: (work) => work(),
    schedule: (when, everyMinutes) => call(() => void world.alarms.push({ when, everyMinutes })),
    badge: (count) => call(() => put({ badge: count })),
    notifications: {
      areAllowed: () => call(() => world.isAllowed),
      show: (notice) =>
        call(() => {
          if (world.arrives) world.shown.push({ day: momentAt(world.now, world.offset).day, notice });
          return world.arrives;
        }),
      clear: (id) => call(() => void world.cleared.push(id)),
    },
    names: (ids) => call(() => new Map([...world.names].filter(([id]) => ids.includes(id)))),
    open: (entry) => call(() => void world.opened.push(entry)),
  };
  /** The background starts anew, as after every idle half minute. */
  const begin = () => createReminders(ports, sentenceText, '2026-11-22');
  return Object.assign(world, {
    start: begin,
    /** One life of the background, which may be cut short. @returns whether it was */
    async live(work: (reminders: ReturnType<typeof createReminders>) => Promise<void>): Promise<boolean> {
      world.calls = 0;
      try {
        await work(begin());
        return false;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        return true;
      }
    },
    at(instant: string) {
      world.now = Date.parse(instant);
    },
  });
}
