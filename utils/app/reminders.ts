/**
 * The use cases of reminders: look, put off, change settings, open what a notification is about. Everything
 * is worked out anew from what is stored, at every look; no moment of a look is a bad one to die at. Before a
 * notification is shown its window is used up, after it was shown its entries count as told: killed in
 * between, nothing is shown twice in a window, and what was not told comes with the next one.
 */
import { managedReminders, ownReminders } from '../helpdesk/managed.ts';
import type { Day } from '../lib/day.ts';
import { laterOf } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';
import type { Sentence } from '../lib/sentence.ts';
import { datedChanges } from '../rotation/changes.ts';
import { type ReminderLook, readLook } from '../rotation/look.ts';
import { MINUTE_MS, type Moment, momentAt } from '../rotation/moment.ts';
import { afterShown, HEARTBEAT_MS, type Plan, planReminders, trustClock } from '../rotation/plan.ts';
import { type ReminderSettings, readSettings } from '../rotation/settings.ts';
import { snooze, snoozeLimits } from '../rotation/snooze.ts';
import { type Delivery, type ReminderState, readState, storedState } from '../rotation/state.ts';
import { type DigestWords, describeDigest } from '../rotation/words.ts';
import type { ReminderPorts } from './reminder-ports.ts';

export interface Reminders {
  /** To be called at every start, at each heartbeat and whenever something may have changed. */
  look(): Promise<void>;
  /** A notification was pressed. */
  pressed(notification: string): Promise<void>;
  /** The inventory is open and says how many entries Microsoft's changes touch. */
  noteTouched(touched: ReadonlyMap<string, number>): Promise<void>;
  /** @param ids `null` for everything that is due or near */
  putOff(ids: readonly string[] | null, until: Day): Promise<void>;
  /** Settings as they came in; each is looked at, and none that the organisation decides is changed. */
  changeSettings(settings: unknown): Promise<void>;
  /** The person says that the calendar is right. */
  trustClock(): Promise<void>;
}

/**
 * @param words turns sentences into the person's language
 * @param notBefore the day on which the newest fact in the product was checked
 */
export function createReminders(
  ports: ReminderPorts,
  words: (sentence: Sentence) => string,
  notBefore: Day,
): Reminders {
  const remember = (state: ReminderState, look: ReminderLook): Promise<void> =>
    ports.saveMemory({ state: storedState(state), look });

  const recall = async (): Promise<{ readonly state: ReminderState; readonly look: ReminderLook | null }> => {
    const memory = await ports.loadMemory();
    const { state, look } = isRecord(memory) ? memory : {};
    return { state: readState(state), look: readLook(look) };
  };

  const settingsInForce = async (): Promise<ReminderSettings> => {
    const [own, policy] = await Promise.all([ports.loadSettings().then(readSettings), ports.loadPolicy()]);
    return managedReminders(own, policy);
  };

  const lookNow = async (change: (state: ReminderState, moment: Moment) => ReminderState): Promise<void> => {
    const { now, offset } = ports.clock();
    const moment = momentAt(now, offset);
    // The heartbeat comes first: whatever goes wrong below is tried again.
    await ports.schedule(now + HEARTBEAT_MS, HEARTBEAT_MS / MINUTE_MS);
    const [settings, recalled, dues, areAllowed] = await Promise.all([
      settingsInForce(),
      recall(),
      ports.store.readDues(),
      ports.notifications.areAllowed(),
    ]);
    // Storage that can't be read says nothing about what is due.
    if (!dues.ok) return;
    const before = change(recalled.state, moment);
    const plan = planReminders({
      moment,
      dues: dues.value,
      changes: datedChanges(before.touched),
      settings: { ...settings, isOn: settings.isOn && areAllowed },
      state: before,
      notBefore,
    });
    await ports.schedule(plan.nextCheck, HEARTBEAT_MS / MINUTE_MS);
    await ports.badge(plan.badge);
    const quiet = deliveryOf(plan.state.delivery, areAllowed);
    await remember({ ...plan.state, delivery: quiet }, lookOf(plan, moment, before, quiet));
    if (plan.digest) await tell(plan, plan.digest, moment, before, settings);
  };

  const tell = async (
    plan: Plan,
    digest: NonNullable<Plan['digest']>,
    moment: Moment,
    before: ReminderState,
    settings: ReminderSettings,
  ): Promise<void> => {
    const ids = digest.kind === 'due' ? digest.entries.map(({ id }) => id) : [];
    const names = settings.showsNames ? await ports.names(ids) : new Map<string, string>();
    const notice = { id: digest.notification, ...inWords(describeDigest(digest, names), words) };
    // Only the newest says how things stand.
    if (before.shown && before.shown.notification !== notice.id) {
      await ports.notifications.clear(before.shown.notification);
    }
    const isShown = await ports.notifications.show(notice);
    const after: ReminderState = isShown ? afterShown(plan) : { ...plan.state, delivery: 'dropped' };
    await remember(after, lookOf(plan, moment, before, after.delivery));
  };

  /** Changes what is remembered and looks at once, in one turn. */
  const changing = (
    change: (state: ReminderState, moment: Moment) => ReminderState = (state) => state,
  ): Promise<void> => ports.exclusive(() => lookNow(change));

  return {
    look: () => changing(),
    noteTouched: (touched) => changing((state) => ({ ...state, touched })),
    trustClock: () => changing((state, { day }) => trustClock(state, laterOf(day, notBefore))),
    async putOff(ids, until) {
      const dues = await ports.store.readDues();
      if (!dues.ok) return;
      await changing((state, { day }) => {
        const { first, last } = snoozeLimits(day);
        const within = [first, until, last].toSorted()[1] ?? first;
        return snooze(state, dues.value, ids && new Set(ids), day, within);
      });
    },
    async changeSettings(settings) {
      await ports.exclusive(async () => {
        const [own, policy] = await Promise.all([
          ports.loadSettings().then(readSettings),
          ports.loadPolicy(),
        ]);
        await ports.saveSettings(ownReminders(readSettings(settings), own, policy));
      });
      await changing();
    },
    async pressed(notification) {
      const { shown } = (await recall()).state;
      await ports.notifications.clear(notification);
      await ports.open(shown?.notification === notification ? shown.entry : null);
    },
  };
}

function deliveryOf(before: Delivery, areAllowed: boolean): Delivery {
  if (!areAllowed) return 'denied';
  return before === 'denied' ? 'untried' : before;
}

function lookOf(plan: Plan, { now, day }: Moment, before: ReminderState, delivery: Delivery): ReminderLook {
  return {
    at: now,
    next: plan.nextCheck,
    clock: plan.clock,
    // What the question is about: the last day that was believed, and the one the computer shows now.
    lastDay: before.seen ?? day,
    today: day,
    counts: plan.counts,
    delivery,
  };
}

/** With Keytag's name: beside the icon most systems show only the browser's. */
function inWords({ title, lines }: DigestWords, words: (sentence: Sentence) => string) {
  return {
    title: words({ key: 'reminders_from', args: [words(title)] }),
    message: lines.map(words).join('\n'),
  };
}
