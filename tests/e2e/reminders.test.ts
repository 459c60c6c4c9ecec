/**
 * Reminders in real browsers: a browser is closed and started again on a later day with the same data. The
 * digest shows once, the badge is right, and the heartbeat is there again though browsers forget alarms.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { tell } from '../support/extension-api.ts';
import { envAt } from '../support/fake-time.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper, PASSPHRASE } from './inventory-person.ts';

const DAY_MS = 86_400_000;
const LONG = { timeout: 150_000 };
/** Half past ten, after the hour of reminders and in no quiet ones; from tomorrow on, for no clock is set back. */
const on = (days: number) =>
  new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + (days + 1) * DAY_MS + 10.5 * 3_600_000);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** What the browser itself says, asked in one of the extension's own pages. */
interface Reality {
  readonly today: string;
  readonly badge: string;
  readonly alarms: readonly {
    readonly name: string;
    readonly in: number;
    readonly periodInMinutes?: number;
  }[];
  readonly notifications: readonly string[];
  readonly spent: readonly string[];
  readonly delivery: string | null;
}

function reality(panel: Page): Promise<Reality> {
  return panel.evaluate(async () => {
    interface Alarm {
      name: string;
      scheduledTime: number;
      periodInMinutes?: number;
    }
    interface Memory {
      state?: { spent?: string[]; delivery?: string };
    }
    interface Api {
      action: { getBadgeText(about: object): Promise<string> };
      alarms: { getAll(): Promise<Alarm[]> };
      notifications: { getAll(): Promise<object> };
      storage: { local: { get(key: string): Promise<Record<string, Memory | undefined>> } };
    }
    const own = globalThis as unknown as { browser?: Api; chrome: Api };
    const { action, alarms, notifications, storage } = own.browser?.action ? own.browser : own.chrome;
    const memory = (await storage.local.get('reminders-memory'))['reminders-memory'];
    return {
      today: new Date().toISOString().slice(0, 10),
      badge: await action.getBadgeText({}),
      alarms: (await alarms.getAll()).map(({ name, scheduledTime, periodInMinutes }) => ({
        name,
        in: scheduledTime - Date.now(),
        ...(periodInMinutes === undefined ? {} : { periodInMinutes }),
      })),
      notifications: Object.keys(await notifications.getAll()),
      spent: memory?.state?.spent ?? [],
      delivery: memory?.state?.delivery ?? null,
    };
  });
}

interface Life {
  readonly profile: Profile;
  readonly panel: Page;
  /** Closes the browser and starts it again with the same data. */
  startAgain(at: Date): Promise<void>;
}

/** One browser through its lives, of which the first begins at `at`. */
function lifeOf(kind: BrowserKind, at: Date): Life {
  let [world, profile, browser, panel]: [World?, Profile?, TestBrowser?, Page?] = [];
  const thrown: string[] = [];
  const start = async (when: Date): Promise<void> => {
    if (!world || !profile) throw new Error('not set up yet');
    const options = { extensionDir: builtExtension(kind), proxyPort: world.proxyPort, profile };
    browser = await launch(kind, { ...options, env: envAt(kind, when) });
    panel = await browser.openPanel();
    panel.on('pageerror', (error) => thrown.push(String(error)));
  };
  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld(), newProfile()]);
    await start(at);
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    expect(thrown).toEqual([]);
    await world?.close();
    await profile?.remove();
  });
  return {
    get profile() {
      if (!profile) throw new Error('not set up yet');
      return profile;
    },
    get panel() {
      if (!panel) throw new Error('not set up yet');
      return panel;
    },
    async startAgain(when) {
      await browser?.close();
      await start(when);
    },
  };
}

/** The background has looked: the heartbeat is there and not far. */
async function heartbeat(panel: Page): Promise<Reality> {
  const found = await until('the heartbeat', async () => {
    const now = await reality(panel);
    return now.alarms.some(({ name }) => name === 'reminders-heartbeat') ? now : null;
  });
  const [alarm] = found.alarms.filter(({ name }) => name === 'reminders-heartbeat');
  expect(alarm?.periodInMinutes).toBe(360);
  expect(alarm?.in).toBeLessThanOrEqual(6 * 3_600_000);
  return found;
}

const look = (panel: Page) => tell(panel, { type: 'reminders.look', payload: {} });

async function makeTags(life: Life, tags: Readonly<Record<string, Date>>): Promise<void> {
  const keeper = new Keeper(life.panel, life.profile);
  await keeper.openInventory();
  await keeper.createVault(PASSPHRASE);
  for (const [name, date] of Object.entries(tags)) {
    await keeper.press('Add a tag');
    await keeper.fill('App', name);
    await setDay(life.panel, 'Change by', dayOf(date));
    await keeper.save();
  }
}

/** The digest was begun, and how that went is known. */
function digest(panel: Page): Promise<Reality> {
  return until('the digest', async () => {
    const found = await reality(panel);
    return found.spent.length > 0 && found.delivery !== 'untried' ? found : null;
  });
}

describe.each(['chromium', 'firefox'] as const)('%s, on later days', (kind) => {
  const life = lifeOf(kind, on(0));

  it('keeps a heartbeat from the first start, with nothing due', LONG, async () => {
    await makeTags(life, { 'Scanner hall': on(97), 'Printer attic': on(300) });
    expect(await heartbeat(life.panel)).toMatchObject({ badge: '', notifications: [], spent: [] });
  });

  it('started again 100 days later: one digest, the badge, the heartbeat', LONG, async () => {
    await life.startAgain(on(100));
    const today = dayOf(on(100));
    await heartbeat(life.panel);
    const told = await digest(life.panel);
    expect(told).toMatchObject({ today, badge: '1', spent: [today] });
    if (kind === 'chromium') {
      const notifications = [`keytag-digest-${today}`];
      expect(told).toMatchObject({ delivery: 'shown', notifications });
    }
    const home = await until('the region on Home', () => textOf(life.panel, 'region', 'Due'));
    expect(home).toContain('1 app password to replace');
    expect(home).toContain('1 is past its day.');
    expect(home).not.toContain('Scanner');
    expect(home).toMatch(/Last checked: .+ Next check: .+/);
  });

  it('shows no second one, whatever wakes it that day', LONG, async () => {
    await clearNotifications(life.panel);
    for (let count = 0; count < 40; count += 1) await look(life.panel);
    expect(await reality(life.panel)).toMatchObject({
      badge: '1',
      notifications: [],
      spent: [dayOf(on(100))],
    });
  });

  // What follows is the same code in both: a start is a wake-up, the question the plan's and the panel's.
  if (kind === 'firefox') return;
  it('shows none after another start on that day', LONG, async () => {
    await life.startAgain(on(100));
    await look(life.panel);
    expect(await heartbeat(life.panel)).toMatchObject({
      badge: '1',
      notifications: [],
      spent: [dayOf(on(100))],
    });
  });

  it('more than a year later it asks, and calls nothing overdue', LONG, async () => {
    await life.startAgain(on(600));
    await heartbeat(life.panel);
    const home = await until('the question', async () => {
      const text = await textOf(life.panel, 'region', 'Due');
      return text?.includes('Is today really') ? text : null;
    });
    expect(home).not.toContain('past');
    expect((await reality(life.panel)).badge).toBe('?');
    await new Keeper(life.panel, life.profile).press('Yes, the date is right');
    await until('the number', async () => (await reality(life.panel)).badge === '2');
  });
});

function clearNotifications(panel: Page): Promise<void> {
  return panel.evaluate(async () => {
    interface Api {
      notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
    }
    const own = globalThis as unknown as { browser?: Api; chrome: Api };
    const { notifications } = own.browser?.notifications ? own.browser : own.chrome;
    for (const id of Object.keys(await notifications.getAll())) await notifications.clear(id);
  });
}

/** Types of date fields differ between browsers and languages: the value is set as a date picker sets it. */
function setDay(page: Page, label: string, day: string): Promise<void> {
  return page.evaluate(
    (wanted, value) => {
      const found = [...document.querySelectorAll('label')].find((each) => each.textContent === wanted);
      const input = found?.htmlFor ? document.getElementById(found.htmlFor) : null;
      if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${wanted}`);
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    day,
  );
}
