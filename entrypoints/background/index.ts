/** Listeners, registered synchronously at start; the work is done elsewhere. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createGuideControl } from '@/utils/app/guide-control.ts';
import { readSession } from '@/utils/app/vault-session.ts';
import { inventoryRules } from '@/utils/helpdesk/managed.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import { bindClipboardKeeper } from '@/utils/platform/clipboard-keeper.ts';
import { guidePorts } from '@/utils/platform/guide-ports.ts';
import { serve } from '@/utils/platform/messaging.ts';
import { bindToolbarButton } from '@/utils/platform/panel.ts';
import { loadManaged } from '@/utils/platform/policy.ts';
import { bindVaultLock } from '@/utils/platform/vault-lock.ts';
import { loadSession, watchSession } from '@/utils/platform/vault-session.ts';
import { linkedApp } from './linked-app.ts';
import { bindReminders } from './reminders.ts';

export default defineBackground(() => {
  const guide = createGuideControl({
    ...guidePorts,
    linkedApp: async (id) => linkedApp(id, await loadManaged(), navigator.userAgent),
  });
  serve({ ...guide.handlers, ...bindReminders() }, (sender) => ({ tabId: sender.tab?.id ?? null }));
  browser.tabs.onRemoved.addListener((tabId) => guide.tabClosed(tabId));
  bindToolbarButton();
  bindVaultLock(async () => inventoryRules(readPolicy(await loadManaged()).policy).longestIdle);
  watchSession(async () => {
    if (readSession(await loadSession()).kind === 'locked') await guide.inventoryLocked();
  });
  bindClipboardKeeper();
});
