/** Reminders in the background: what starts a look, and the parts that only an entrypoint can put together. */
import { browser } from 'wxt/browser';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { sentenceText } from '@/components/sentence-text.ts';
import type { SenderContext } from '@/utils/app/guide-control.ts';
import { readNames } from '@/utils/app/reminder-names.ts';
import { createReminders } from '@/utils/app/reminders.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import type { Handlers, ReminderMessage } from '@/utils/messages/protocol.ts';
import { loadManaged, onManagedChanged } from '@/utils/platform/policy.ts';
import { HEARTBEAT, reminderPlatform } from '@/utils/platform/reminders.ts';
import { loadSession } from '@/utils/platform/vault-session.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import { factsCheckedOn } from '@/utils/timeline/lookup.ts';

/** To be called synchronously when the background starts. */
export function bindReminders(): Pick<Handlers<SenderContext>, ReminderMessage> {
  const store = openVaultStore();
  const reminders = createReminders(
    {
      ...reminderPlatform,
      loadPolicy: async () => readPolicy(await loadManaged()).policy,
      store,
      names: (ids) => readNames({ store, loadSession, now: () => Date.now(), titleOf: entryTitle }, ids),
    },
    sentenceText,
    factsCheckedOn(),
  );
  // Firefox does not even start the background with the browser unless this is listened to, and keeps no
  // alarm; Chrome clears alarms at an update. Every start looks, and every look makes the alarm anew.
  browser.runtime.onStartup.addListener(() => void reminders.look());
  browser.runtime.onInstalled.addListener(() => void reminders.look());
  browser.alarms.onAlarm.addListener(({ name }) => (name === HEARTBEAT ? reminders.look() : undefined));
  // After sleep no alarm can be relied on.
  browser.idle.onStateChanged.addListener((state) => (state === 'active' ? reminders.look() : undefined));
  onManagedChanged(() => void reminders.look());
  browser.notifications.onClicked.addListener((id) => void reminders.pressed(id));
  void reminders.look();
  return {
    'reminders.look': () => reminders.look(),
    'reminders.touched': ({ touched }) =>
      reminders.noteTouched(new Map(touched.map(({ change, count }) => [change, count]))),
    'reminders.snooze': ({ ids, until }) => reminders.putOff(ids, until),
    'reminders.settings': (settings) => reminders.changeSettings(settings),
    'reminders.trust-clock': () => reminders.trustClock(),
  };
}
