/** The panel's entry: the style sheets, the browser as ports, the first paint. */
import '@/components/styles/tokens.css';
import '@/components/styles/base.css';
import '@/components/styles/controls.css';
import '@/components/styles/screens.css';
import '@/components/styles/radar.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { textLanguage } from '@/components/language.ts';
import type { Day } from '@/utils/lib/day.ts';
import { t } from '@/utils/platform/i18n.ts';
import { openAsTab } from '@/utils/platform/panel.ts';
import { panelClient } from '@/utils/platform/panel-client.ts';
import { loadTicks, saveTicks } from '@/utils/platform/plan-ticks.ts';
import { watchManaged } from '@/utils/platform/policy.ts';
import { forgetRemoved } from './forget-removed.ts';
import { Panel } from './panel.tsx';
import type { Ports } from './ports.ts';

function today(): Day {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as Day;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** As in the manifest. */
const LOCK_COMMAND = 'lock-now';

async function lockShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === LOCK_COMMAND)?.shortcut || null;
}

const ports: Ports = {
  client: panelClient,
  today,
  copy,
  print: () => window.print(),
  openTab: () => void openAsTab(),
  policy: { watch: watchManaged },
  packs: async () => (await import('./packs-port.ts')).packsPort(),
  plan: { load: loadTicks, save: saveTicks },
  isTab: async () => (await browser.tabs.getCurrent()) !== undefined,
  lockShortcut,
  diagnosis: () => import('@/utils/platform/diagnosis.ts'),
  version: browser.runtime.getManifest().version,
  userAgent: navigator.userAgent,
  inventory: async () => {
    const { inventoryPorts } = await import('./inventory-ports.ts');
    return inventoryPorts(today, textLanguage());
  },
};

document.documentElement.lang = textLanguage();
document.documentElement.dir = t('common_direction') === 'rtl' ? 'rtl' : 'ltr';

forgetRemoved();
const root = document.getElementById('panel');
if (root) render(<Panel ports={ports} />, root);
