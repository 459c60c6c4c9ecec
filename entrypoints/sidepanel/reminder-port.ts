/** Reminders as the panel reaches them: messages to the background, and what it wrote. */

import { managedReminders } from '@/utils/helpdesk/managed.ts';
import { type Policy, readPolicy } from '@/utils/helpdesk/policy.ts';
import { watchManaged } from '@/utils/platform/policy.ts';
import { watchReminders } from '@/utils/platform/reminders.ts';
import { send } from '@/utils/platform/send.ts';
import { readSettings } from '@/utils/rotation/settings.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import type { RemindersPort } from './ports.ts';

export const remindersPort: RemindersPort = {
  // The settings in force: nobody in the panel sees others.
  watch(listener) {
    let stored: readonly [settings: unknown, memory: unknown] | null = null;
    let policy: Policy | null = null;
    const tell = (): void => {
      if (stored && policy) listener(managedReminders(readSettings(stored[0]), policy), stored[1]);
    };
    const stops = [
      watchReminders((...next) => {
        stored = next;
        tell();
      }),
      watchManaged((managed) => {
        policy = readPolicy(managed).policy;
        tell();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  touched: async (touched) => void (await send('reminders.touched', { touched })),
  snooze: async (ids, until) => void (await send('reminders.snooze', { ids, until })),
  change: async (settings) => void (await send('reminders.settings', settings)),
  trustClock: async () => void (await send('reminders.trust-clock', {})),
  async dues() {
    const store = openVaultStore();
    try {
      const dues = await store.readDues();
      if (!dues.ok) throw new Error(`days can't be read: ${dues.why}`);
      return dues.value;
    } finally {
      store.close();
    }
  },
};
