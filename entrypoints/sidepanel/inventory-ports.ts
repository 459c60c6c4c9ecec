/** The inventory on this browser's storage. Loaded by the panel after its first paint. */
import { readKept } from '@/utils/app/clipboard-keeper.ts';
import { markOf } from '@/utils/app/clipboard-mark.ts';
import { createInventory } from '@/utils/app/inventory.ts';
import type { Day } from '@/utils/lib/day.ts';
import {
  clipboardAccess,
  loadKept,
  saveKept,
  wakeForClipboard,
  watchKept,
} from '@/utils/platform/clipboard-session.ts';
import { saveFile } from '@/utils/platform/vault-files.ts';
import { vaultPlatform } from '@/utils/platform/vault-ports.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import type { InventoryPorts } from './ports.ts';
import { remindersPort } from './reminder-port.ts';
import { tellTouched } from './reminder-touched.ts';
import { createSecretClipboard } from './secret-clipboard.ts';

export function inventoryPorts(today: () => Day, language: string): InventoryPorts {
  const client = createInventory({ ...vaultPlatform, store: openVaultStore() });
  tellTouched(client, today, remindersPort.touched);
  return {
    client,
    reminders: remindersPort,
    saveFile,
    formats: async () => {
      const { createFormats } = await import('./formats.ts');
      return createFormats(today, language.startsWith('de') ? 'de' : 'en');
    },
    clipboard: createSecretClipboard({
      clipboard: navigator.clipboard,
      tellsChanges: 'onclipboardchange' in navigator.clipboard,
      page: window,
      hasFocus: () => document.hasFocus(),
      now: () => Date.now(),
      lasting: {
        isAllowed: clipboardAccess.has,
        load: async () => readKept(await loadKept()),
        watch: watchKept,
        async hold(text, until) {
          await saveKept({ is: 'held', until, ...(await markOf(text, vaultPlatform.random)) });
          await wakeForClipboard(until);
        },
        letGo: () => saveKept({ is: 'nothing' }),
      },
    }),
    clipboardAccess,
  };
}
