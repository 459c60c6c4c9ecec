/**
 * Nothing for axe-core to find on the panel, the card and the rehearsal page, light and dark, narrow and
 * wide; and the whole way, rehearsed and real, without a mouse. In Chromium.
 */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { clickByRole, findAllByRole, textOf, waitForRole } from '../support/ax.ts';
import { launchChromium, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { stopTask, tell } from '../support/extension-api.ts';
import { tabTo } from '../support/keyboard.ts';
import { newOwnPage } from '../support/own-pages.ts';
import { cardSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { A_TASK, guideState, Journey, startTask } from './journey.ts';

const APP = 'Canon imageRUNNER and imagePRESS';
/** Each screen, and the heading by which one knows that it is there. */
const SCREENS: readonly (readonly [string, RegExp])[] = [
  ['#/', /^What matters today$/],
  ['#/apps', /^Apps$/],
  ['#/apps/thunderbird', /^Thunderbird$/],
  ['#/apps/canon-imagerunner', /^Canon imageRUNNER/],
  ['#/guide', /^App password for/],
  ['#/inventory', /^Inventory$/],
  ['#/helpdesk', /^Helpdesk$/],
  ['#/helpdesk/hand-outs', /^Hand-outs$/],
  ['#/settings', /^Settings$/],
];

let world: World;
let browser: TestBrowser;
let panel: Page;

beforeAll(async () => {
  world = await startWorld();
  browser = await launchChromium({ extensionDir: builtExtension('chromium'), proxyPort: world.proxyPort });
  panel = await browser.openPanel();
});
afterAll(async () => {
  await browser?.close();
  expect(world?.refused()).toEqual([]);
  await world?.close();
});
beforeEach(async () => {
  world.configure({ ...DEFAULT_SWITCHES, existing: [] });
  await stopTask(panel);
  for (const page of await browser.browser.pages())
    if (page !== panel && !page.url().startsWith('about:')) await page.close();
  await panel.bringToFront();
});

/** What axe-core has to say, one line per finding. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tester } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await tester.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
  });
}

/** Each colour scheme once, narrow and wide: what colours a thing has does not hang on the width. */
const LOOKS = [
  ['light', 360],
  ['dark', 1280],
] as const;

async function expectNoFindings(page: Page, where: string): Promise<void> {
  for (const [colours, width] of LOOKS) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: colours },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.setViewport({ width, height: 800 });
    expect(await findings(page), `${where}, ${colours}, ${width} wide`).toEqual([]);
  }
}

describe('axe-core finds nothing', () => {
  it('of what it would find', async () => {
    await panel.evaluate(() => document.body.append(document.createElement('img')));
    expect((await findings(panel)).join()).toContain('image-alt');
    await panel.evaluate(() => document.querySelector('body > img')?.remove());
  });

  it.each(SCREENS)('on the panel at %s', async (hash, heading) => {
    if (hash === '#/guide') {
      world.configure({ appPassword: 'absent' });
      const journey = await startTask(browser, world, panel);
      await journey.cardSays('above the list');
      await journey.person.clickAddMethod();
      await journey.cardSays("I can't find App password");
      await panel.bringToFront();
    }
    await panel.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
    await waitForRole(panel, 'heading', heading);
    await until('everything to be loaded', () =>
      panel.evaluate(() => document.querySelector('.loading, [aria-busy]') === null),
    );
    // What is folded away belongs to the screen too.
    await panel.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await expectNoFindings(panel, hash);
  });

  it('on the panel when the app password is made', async () => {
    const journey = await startTask(browser, world, panel);
    await journey.person.seeList();
    await journey.makeAppPassword(A_TASK.name);
    await journey.cardSays('Done:');
    await panel.bringToFront();
    await panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await waitForRole(panel, 'heading', 'The app password is made');
    await expectNoFindings(panel, 'afterwards');
  });

  it('on the rehearsal page and on the card over it, step by step', async () => {
    const page = await rehearse(async (prepared) => {
      // The pointer runs in this page's own world, so its closed root can be opened to axe-core.
      await prepared.evaluateOnNewDocument(() => {
        const { attachShadow } = Element.prototype;
        Element.prototype.attachShadow = function (options) {
          return attachShadow.call(this, { ...options, mode: 'open' });
        };
      });
    });
    const journey = new Journey(panel, page, world);
    const check = async (says: string) => {
      await journey.cardSays(says);
      expect(
        await page.evaluate(() => [...document.documentElement.children].some((child) => child.shadowRoot)),
      ).toBe(true);
      await expectNoFindings(page, says);
    };
    await check('above the list');
    await clickByRole(page, 'button', 'Add sign-in method');
    await check('Choose App password');
    await clickByRole(page, 'button', /^App password/);
    await check('Give it a name');
    await clickByRole(page, 'textbox');
    await page.keyboard.type('Short');
    await clickByRole(page, 'button', 'Next');
    await check("doesn't take this name");
    await clickByRole(page, 'textbox');
    await page.keyboard.type(' but longer');
    await clickByRole(page, 'button', 'Next');
    await check('Copy the password now');
    await clickByRole(page, 'button', 'Done');
    await check('Done:');
  });
});

/** The rehearsal page with the guide on it, in a tab that `prepare` saw before it was loaded. */
async function rehearse(prepare: (page: Page) => Promise<void>): Promise<Page> {
  await tell(panel, { type: 'guide.start', payload: { ...A_TASK, where: 'rehearsal' } });
  const opened = await newOwnPage(browser, browser.practiceUrl);
  const page = await browser.newPage();
  await prepare(page);
  await page.goto(browser.practiceUrl);
  await opened.close();
  await page.bringToFront();
  return page;
}

describe('without a mouse', () => {
  /** From wherever the panel is to the page of the app. */
  async function findTheApp(): Promise<void> {
    await panel.evaluate(() => {
      location.hash = '#/';
    });
    await waitForRole(panel, 'heading', 'What matters today');
    await tabTo(panel, 'link', 'Apps');
    await panel.keyboard.press('Enter');
    await waitForRole(panel, 'heading', 'Apps');
    await tabTo(panel, 'searchbox', 'Find an app');
    await panel.keyboard.press('Escape');
    await panel.keyboard.type('imagerunner');
    await waitForRole(panel, 'link', new RegExp(`^${APP}`));
    await panel.keyboard.press('ArrowDown');
    await waitForRole(panel, 'link', new RegExp(`^${APP}`), { that: (node) => node.focused });
    await panel.keyboard.press('Enter');
    await waitForRole(panel, 'heading', APP);
  }

  it('a rehearsal, from “Find an app” to the end', async () => {
    await findTheApp();
    await tabTo(panel, 'button', 'Try it first');
    await panel.keyboard.press('Enter');
    const page = await newOwnPage(browser, browser.practiceUrl);
    const journey = new Journey(panel, page, world);
    await journey.cardSays('above the list');
    await tabTo(page, 'button', 'Add sign-in method');
    await page.keyboard.press('Enter');
    await journey.cardSays('Choose App password');
    await tabTo(page, 'button', /^App password/);
    await page.keyboard.press('Enter');
    await journey.cardSays('Give it a name');
    await tabTo(page, 'button', 'Copy name');
    await cardSeen(journey);
    await page.keyboard.press('Enter');
    await journey.cardSays('Copied');
    await tabTo(page, 'textbox', /./);
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await journey.cardSays('Choose Next');
    await page.keyboard.press('Enter');
    await journey.cardSays('Copy the password now');
    await tabTo(page, 'button', 'Done');
    await page.keyboard.press('Enter');
    await journey.cardSays('Done:');
    await panel.bringToFront();
    await waitForRole(panel, 'heading', 'That is the whole way');
    await tabTo(panel, 'button', 'End the rehearsal');
    await panel.keyboard.press('Enter');
    await waitForRole(panel, 'heading', 'What matters today');
  });

  it('a whole task, from “Find an app” to the finished card', async () => {
    world.configure({ pickerEntryTag: 'button' });
    await findTheApp();
    await tabTo(panel, 'textbox', 'Device');
    await panel.keyboard.type('Hall');
    await tabTo(panel, 'button', 'Start the guide');
    await panel.keyboard.press('Enter');
    const page = await until('Microsoft’s page', async () =>
      (await browser.browser.pages()).find((each) =>
        each.url().startsWith('https://mysignins.microsoft.com/'),
      ),
    );
    const journey = new Journey(panel, page, world);
    const onPage = { isOurs: false };
    await journey.cardSays('above the list');
    await tabTo(page, 'button', 'Add sign-in method', onPage);
    await page.keyboard.press('Enter');
    await journey.cardSays('Choose App password');

    // The page's dialog holds the focus: the panel offers what the card does.
    await panel.bringToFront();
    await tabTo(panel, 'button', 'Copy name');
    await panel.keyboard.press('Enter');
    await page.bringToFront();
    await tabTo(page, 'button', /^App password/, onPage);
    await page.keyboard.press('Enter');
    await journey.cardSays('Give it a name');
    await tabTo(page, 'textbox', /./, onPage);
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    await tabTo(page, 'button', 'Next', onPage);
    await page.keyboard.press('Enter');
    await journey.cardSays('Copy the password now');
    await tabTo(page, 'button', 'Done', onPage);
    await page.keyboard.press('Enter');
    await journey.cardSays('Done:');

    await panel.bringToFront();
    await waitForRole(panel, 'heading', 'The app password is made');
    await tabTo(panel, 'button', 'It is pasted');
    await panel.keyboard.press('Enter');
    const steps = await findAllByRole(panel, 'checkbox');
    expect(steps.length).toBeGreaterThan(3);
    for (const { name } of steps) {
      await tabTo(panel, 'checkbox', name);
      await panel.keyboard.press('Space');
    }
    expect(
      await panel.evaluate(() => document.querySelectorAll('[type=checkbox]:not(:checked)').length),
    ).toBe(0);
    const noted = await textOf(panel, 'region', 'Note this down');
    for (const words of ['Canon imageRUNNER Hall', APP, 'Hall']) expect(noted).toContain(words);
    await tabTo(panel, 'button', 'Copy card');
    await panel.keyboard.press('Enter');
    await tabTo(panel, 'button', 'Finish');
    await panel.keyboard.press('Enter');
    await waitForRole(panel, 'heading', 'What matters today');
    expect(await guideState(panel)).toBeNull();
  });
});
