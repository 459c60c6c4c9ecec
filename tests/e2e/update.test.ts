/**
 * Keytag is updated or removed while Microsoft's page is open under the pointer: what is left may not
 * mislead, can be sent away, and is never there twice. Chromium lets the orphaned script say one line;
 * Firefox kills it at once, so there the card must go by other means.
 */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { POINTER_HOST } from '../support/closed-root.ts';
import { stopTask, storageText, tell } from '../support/extension-api.ts';
import { pressSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { A_TASK, Journey, startTask } from './journey.ts';

const OUTDATED = 'Keytag was updated or removed. Reload this page to go on.';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let journey: Journey;
  let page: Page;
  let thrown: string[];

  // A browser for each: what is tested here leaves none as it was.
  beforeEach(async () => {
    world = await startWorld();
    browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
    journey = await startTask(browser, world, await browser.openPanel());
    page = journey.page;
    thrown = [];
    page.on('pageerror', (error) => thrown.push(String(error)));
    await journey.cardSays('above the list');
  });
  afterEach(async () => {
    await browser?.close();
    await world?.close();
    expect(thrown).toEqual([]);
  });

  const pointers = () => page.evaluate((host) => document.querySelectorAll(host).length, POINTER_HOST);
  const update = () => browser.browser.installExtension(builtExtension(kind));
  const remove = () => browser.browser.uninstallExtension(browser.extensionId);
  /** The person goes on with the page. */
  const goOn = () => journey.person.clickAddMethod();

  if (kind === 'chromium') {
    it.each([
      ['updated', update],
      ['removed', remove],
    ] as const)('%s: the old pointer goes, one line stays until it is pressed away', async (_, change) => {
      await change();
      await goOn();
      await journey.cardSays(OUTDATED);
      await journey.noRing();
      expect(await journey.card()).not.toContain('Step');
      expect(await pointers()).toBe(1);
      await pressSeen(journey, 'Close');
      await until('nothing of the card', async () => (await pointers()) === 0);
      // It stays away, and the page's own dialog was never touched.
      await journey.person.closeDialog();
      await goOn();
      expect(await pointers()).toBe(0);
    });

    it('a press on the orphaned card says so too, and does nothing else', async () => {
      await update();
      await pressSeen(journey, 'Stop');
      await journey.cardSays(OUTDATED);
      expect(await pointers()).toBe(1);
    });
  } else {
    it('removed: the card that is left can be sent away', async () => {
      await remove();
      await pressSeen(journey, 'Stop');
      await until('nothing to be seen of the card', async () => (await journey.card()) === null);
    });

    it('updated: the old pointer goes by itself', async () => {
      await update();
      await until('nothing of the old pointer', async () => (await pointers()) === 0);
      await goOn();
      expect(await pointers()).toBe(0);
    });
  }

  it('updated: a new start shows one pointer, also on a page that was open before', async () => {
    await update();
    const panel = await browser.openPanel();
    expect(await storageText(panel)).toBe('[{},{}]');
    await tell(panel, { type: 'guide.start', payload: A_TASK });
    const guided = await until('a page with the new pointer', async () => {
      for (const each of await browser.browser.pages()) {
        if (!each.url().startsWith('https:')) continue;
        const there = new Journey(panel, each, world);
        if (
          (await there.card())?.includes('above the list') &&
          (await storageText(panel)).includes('"kind":"list"')
        )
          return there;
      }
      return null;
    });
    await page.bringToFront();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await journey.cardSays('above the list');
    expect(await pointers()).toBe(1);
    expect(await guided.page.evaluate((host) => document.querySelectorAll(host).length, POINTER_HOST)).toBe(
      1,
    );
    await stopTask(panel);
    await until('no pointer anywhere', async () => (await pointers()) === 0);
  });
});
