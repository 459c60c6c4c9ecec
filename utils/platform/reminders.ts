/**
 * Reminders' ports to the browser: alarm, badge, notification, storage.local. What browsers do differently is
 * in utils/rotation/README.md; a notification gets no option that Firefox rejects.
 */
import { browser } from 'wxt/browser';
import type { Notice, ReminderPorts } from '../app/reminder-ports.ts';
import { openAsTab } from './panel.ts';

export const HEARTBEAT = 'reminders-heartbeat';
const SETTINGS = 'reminders-settings';
const MEMORY = 'reminders-memory';
const LOCK = 'keytag-reminders';
/** Firefox says when it has shown one, if it does. */
const SHOWN_WITHIN_MS = 5_000;
/** Chrome lists one as soon as it has it. */
const LISTED_WITHIN_MS = 1_000;
/** Ink on brass, as on the panel. */
const BADGE = { text: '#ffffff', paper: '#8a5a00' };
const BADGE_MOST = 99;

/** What one of the two browsers has alone, besides what webextension-polyfill describes. */
const { notifications } = browser as unknown as {
  readonly notifications: typeof browser.notifications & {
    readonly getPermissionLevel?: () => Promise<'granted' | 'denied'>;
    readonly onShown?: {
      addListener(listener: (id: string) => void): void;
      removeListener(listener: (id: string) => void): void;
    };
  };
};

export type PlatformPorts = Omit<ReminderPorts, 'store' | 'names' | 'loadPolicy'>;

export const reminderPlatform: PlatformPorts = {
  clock() {
    const now = new Date();
    return { now: now.getTime(), offset: -now.getTimezoneOffset() };
  },
  loadSettings: () => loadReminders(SETTINGS),
  saveSettings: (value) => browser.storage.local.set({ [SETTINGS]: value }),
  loadMemory: () => loadReminders(MEMORY),
  saveMemory: (value) => browser.storage.local.set({ [MEMORY]: value }),
  // The browser resolves with what `work` resolves with; its type loses that.
  exclusive: <T>(work: () => Promise<T>) => navigator.locks.request(LOCK, work) as Promise<T>,
  async schedule(when, everyMinutes) {
    await browser.alarms.create(HEARTBEAT, { when, periodInMinutes: everyMinutes });
  },
  async badge(count) {
    const text =
      count === null ? '?' : count > BADGE_MOST ? `${BADGE_MOST}+` : count > 0 ? String(count) : '';
    await browser.action.setBadgeBackgroundColor({ color: BADGE.paper });
    await browser.action.setBadgeTextColor({ color: BADGE.text });
    await browser.action.setBadgeText({ text });
  },
  notifications: {
    // Firefox can't be asked.
    areAllowed: async () => (await notifications.getPermissionLevel?.()) !== 'denied',
    show,
    async clear(id) {
      await notifications.clear(id);
    },
  },
  open: (entry) => openAsTab(entry === null ? '' : `#/inventory/${entry}`),
};

function loadReminders(key: string): Promise<unknown> {
  return browser.storage.local.get(key).then((stored) => stored[key]);
}

/** The panel reads what the background wrote. Calls at once and at every change. @returns a function that ends it */
export function watchReminders(listener: (settings: unknown, memory: unknown) => void): () => void {
  const tell = () =>
    void browser.storage.local
      .get([SETTINGS, MEMORY])
      .then((stored) => listener(stored[SETTINGS], stored[MEMORY]));
  const onChanged = (changes: Record<string, unknown>): void => {
    if (SETTINGS in changes || MEMORY in changes) tell();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  tell();
  return () => browser.storage.local.onChanged.removeListener(onChanged);
}

async function show({ id, title, message }: Notice): Promise<boolean> {
  const options = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message,
  };
  const { onShown } = notifications;
  const hasShown = onShown && heard(id, onShown);
  try {
    await notifications.create(id, options);
  } catch {
    return false;
  }
  return hasShown ? hasShown : isListed(id);
}

function heard(id: string, onShown: NonNullable<typeof notifications.onShown>): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isShown: boolean): void => {
      clearTimeout(timer);
      onShown.removeListener(onEach);
      resolve(isShown);
    };
    const onEach = (shown: string): void => {
      if (shown === id) end(true);
    };
    const timer = setTimeout(() => end(false), SHOWN_WITHIN_MS);
    onShown.addListener(onEach);
  });
}

async function isListed(id: string): Promise<boolean> {
  const isThere = async () => id in (await notifications.getAll());
  if (await isThere()) return true;
  await new Promise((resolve) => setTimeout(resolve, LISTED_WITHIN_MS));
  return isThere();
}
