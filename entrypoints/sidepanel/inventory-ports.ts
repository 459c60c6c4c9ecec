/** The inventory on this browser's storage. Loaded by the panel after its first paint. */
import { readKept } from '@/utils/app/clipboard-keeper.ts';
import { markOf } from '@/utils/app/clipboard-mark.ts';
import { createInventory } from '@/utils/app/inventory.ts';
import type { VaultPorts } from '@/utils/app/vault-ports.ts';
import { inventoryRules } from '@/utils/helpdesk/managed.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import type { InventoryRules } from '@/utils/inventory/rules.ts';
import type { Day } from '@/utils/lib/day.ts';
import {
  clipboardAccess,
  loadKept,
  saveKept,
  wakeForClipboard,
  watchKept,
} from '@/utils/platform/clipboard-session.ts';
import { loadManaged, watchManaged } from '@/utils/platform/policy.ts';
import { saveFile } from '@/utils/platform/vault-files.ts';
import { vaultPlatform } from '@/utils/platform/vault-ports.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import type { InventoryPorts } from './ports.ts';
import { remindersPort } from './reminder-port.ts';
import { tellTouched } from './reminder-touched.ts';
import { createSecretClipboard } from './secret-clipboard.ts';

/** The organisation's policy, as far as it concerns the inventory. */
const rules: VaultPorts['rules'] = {
  load: async () => rulesOf(await loadManaged()),
  watch: (listener) => watchManaged((managed) => listener(rulesOf(managed))),
};

function rulesOf(managed: unknown): InventoryRules {
  return inventoryRules(readPolicy(managed).policy);
}

export function inventoryPorts(today: () => Day, language: string): InventoryPorts {
  const client = createInventory({ ...vaultPlatform, store: openVaultStore(), rules });
  tellTouched(client, today, remindersPort.touched);
  return {
    client,
    reminders: remindersPort,
    saveFile,
    formats: async () => {
      const { createFormats } = await import('./formats.ts');
      const formats = createFormats(today, language.startsWith('de') ? 'de' : 'en');
      return {
        ...formats,
        write: async (request) =>
          (await rules.load()).mayExport ? formats.write(request) : { ok: false, why: 'forbidden' },
      };
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
