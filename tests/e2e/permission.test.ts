/**
 * The person, or the browser, took back the permission for Microsoft's page: the panel says so, asks for
 * it back by a click, and goes on when it has it. Each browser is made to do it by its own settings.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickByRole, textOf, waitForNoRole, waitForRole } from '../support/ax.ts';
import { call, chromeContext } from '../support/bidi.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { stopTask } from '../support/extension-api.ts';
import { until } from '../support/until.ts';
import { PROVIDERS, startWorld, type World } from '../support/world.ts';
import { guideState, Journey } from './journey.ts';

const LOST = "I can't see Microsoft's page";
const ASK = 'Allow access again';
const ORIGINS = PROVIDERS.map((host) => `https://${host}/*`);

interface Permissions {
  permissions: {
    contains(wanted: object): Promise<boolean>;
    remove(taken: object): Promise<boolean>;
    request(wanted: object): Promise<boolean>;
  };
}
interface DeveloperPrivate {
  developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
}

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let settings: Page;

  beforeAll(async () => {
    world = await startWorld();
    browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
    settings = await browser.newPage(kind === 'chromium' ? 'chrome://extensions/' : 'about:blank');
    panel = await browser.openPanel();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    await world?.close();
  });
  beforeEach(async () => {
    await giveBack();
    await stopTask(panel);
    await panel.bringToFront();
    await clickByRole(panel, 'link', 'Home');
    await waitForNoRole(panel, 'button', ASK);
  });

  /** As in the browser's own page of extensions. */
  async function chromiumAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
    await settings.evaluate(
      (extensionId, wanted) => {
        const { chrome } = globalThis as unknown as { chrome: DeveloperPrivate };
        return chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: wanted });
      },
      browser.extensionId,
      hostAccess,
    );
  }

  /** Whether Firefox gives what is asked for without asking the person: its question can't be answered from here. */
  async function firefoxGivesUnasked(isGiven: boolean): Promise<void> {
    const set =
      'function (text) { Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", text !== "yes"); }';
    await call(settings, await chromeContext(settings), set, [isGiven ? 'yes' : 'no']);
  }

  async function takeAway(): Promise<void> {
    if (kind === 'chromium') return chromiumAccess('ON_CLICK');
    await panel.evaluate(async (origins) => {
      await (globalThis as unknown as { browser: Permissions }).browser.permissions.remove({ origins });
    }, ORIGINS);
  }

  async function giveBack(): Promise<void> {
    if (kind === 'chromium') return chromiumAccess('ON_ALL_SITES');
    await firefoxGivesUnasked(true);
    await until('the permission', () => holdsAccess());
  }

  function holdsAccess(): Promise<boolean> {
    return panel.evaluate((origins) => {
      const own = globalThis as unknown as { browser?: Permissions; chrome: Permissions };
      return (own.browser?.permissions ? own.browser : own.chrome).permissions.contains({ origins });
    }, ORIGINS);
  }

  /** Presses the button; where the browser's question can't be answered, does what its Allow does. */
  async function askAndAllow(button: string): Promise<void> {
    await recordRequests(panel);
    await clickByRole(panel, 'button', button);
    if (kind === 'firefox') return;
    await until('the request', async () => (await requests(panel)).length > 0);
    expect(await requests(panel)).toEqual([{ origins: ORIGINS }]);
    await chromiumAccess('ON_ALL_SITES');
  }

  it('says so at once on Home, and is glad when it is given back', async () => {
    await takeAway();
    await waitForRole(panel, 'button', ASK);
    expect(await textOf(panel, 'main')).toContain(LOST);
    await askAndAllow(ASK);
    await waitForNoRole(panel, 'button', ASK);
    expect(await textOf(panel, 'main')).not.toContain(LOST);
    expect(await holdsAccess()).toBe(true);
  });

  it('says so in Settings', async () => {
    await clickByRole(panel, 'link', 'Settings');
    await waitForRole(panel, 'text', 'Allowed');
    await takeAway();
    await waitForRole(panel, 'button', ASK);
    await waitForNoRole(panel, 'text', 'Allowed');
    await askAndAllow(ASK);
    await waitForRole(panel, 'text', 'Allowed');
  });

  it('asks before it starts the guide, in the very click', async () => {
    await takeAway();
    await waitForRole(panel, 'button', ASK);
    await panel.evaluate(() => {
      location.hash = '#/apps/canon-imagerunner';
    });
    await waitForRole(panel, 'button', 'Start the guide');
    await askAndAllow('Start the guide');
    // Chromium's question stays open in the window that nobody sees; the person starts again.
    if (kind === 'chromium') await clickByRole(panel, 'button', 'Start the guide');
    const page = await until('Microsoft’s page', async () =>
      (await browser.browser.pages()).find((each) => each.url().startsWith(`https://${PROVIDERS[0]}/`)),
    );
    await new Journey(panel, page, world).cardSays('above the list');
    await page.close();
  });

  it.runIf(kind === 'firefox')('a no is said, and nothing is started', async () => {
    await takeAway();
    await waitForRole(panel, 'button', ASK);
    await panel.evaluate(() => {
      const own = globalThis as unknown as { browser: Permissions };
      own.browser.permissions.request = () => Promise.resolve(false);
      location.hash = '#/apps/canon-imagerunner';
    });
    await clickByRole(panel, 'button', 'Start the guide');
    await waitForRole(panel, 'alert', undefined, {
      that: (node) => JSON.stringify(node.children).includes('The browser said no'),
    });
    expect(await guideState(panel)).toBeNull();
  });
});

/** Notes what is asked of the browser, and asks it all the same. */
async function recordRequests(panel: Page): Promise<void> {
  await panel.evaluate(() => {
    const own = globalThis as unknown as { browser?: Permissions; chrome: Permissions; asked?: object[] };
    const { permissions } = own.browser?.permissions ? own.browser : own.chrome;
    if (!own.asked) {
      const asked: object[] = [];
      own.asked = asked;
      const request = permissions.request.bind(permissions);
      permissions.request = (wanted) => {
        asked.push(wanted);
        return request(wanted);
      };
    }
    own.asked.length = 0;
  });
}

function requests(panel: Page): Promise<object[]> {
  return panel.evaluate(() => (globalThis as unknown as { asked: object[] }).asked);
}
