/** Reminders as the panel reaches them: messages to the background, and what it wrote. */

import { watchReminders } from '@/utils/platform/reminders.ts';
import { send } from '@/utils/platform/send.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import type { RemindersPort } from './ports.ts';

export const remindersPort: RemindersPort = {
  watch: watchReminders,
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
