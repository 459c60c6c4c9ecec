/**
 * A link to the guide (`#keytag=<id>`), as a person opens it out of a mail: with and without a sign-in in
 * between, in both browsers. In Chromium also what a link may not do: anything but begin a guide that points.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { clickByRole, findByRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { settled, stopTask } from '../support/extension-api.ts';
import { pressSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { PROVIDERS, SECURITY_INFO, startWorld, type World } from '../support/world.ts';
import { CARD, guideState, Journey, startTask } from './journey.ts';

/** Nothing that is exactly the id of an app, of a walkthrough or one of the two words. */
const HOSTILE = [
  'constructor',
  'canon-imagerunner&keytag=delete',
  '%63anon-imagerunner',
  'canon-imagerunner%00',
  '"><img src=x onerror=alert(1)>',
  'a'.repeat(1_000_000),
];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let page: Page;
  let journey: Journey;

  beforeAll(async () => {
    world = await startWorld();
    browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
    panel = await browser.openPanel();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    await world?.close();
  });
  beforeEach(async () => {
    world.configure({ ...DEFAULT_SWITCHES, reauth: 'never', existing: ['Scanner hall', 'Old laptop'] });
    await stopTask(panel);
    for (const each of await browser.browser.pages()) if (each.url().startsWith('https:')) await each.close();
    page = await browser.newPage();
    journey = new Journey(panel, page, world);
  });

  const openLink = (link: string, base: string = SECURITY_INFO) =>
    page.goto(`${base}#keytag=${link}`, { waitUntil: 'domcontentloaded' });
  const fragmentGoes = () =>
    until('the fragment to be gone', () => page.evaluate(() => !location.href.includes('#')));

  it('starts the walkthrough and takes the fragment out of the address', async () => {
    await openLink('canon-imagerunner');
    await journey.cardSays('above the list');
    await fragmentGoes();
    await journey.ringIsOn('button', 'Add sign-in method');
    // The page's own way through its screens still works, and no second guide begins on a reload.
    await journey.person.clickAddMethod();
    await journey.person.chooseAppPassword();
    await journey.cardSays('Canon imageRUNNER');
  });

  it('starts it also when Microsoft asks for a sign-in first', async () => {
    world.configure({ reauth: 'on-load' });
    await openLink('canon-imagerunner');
    await waitForRole(page, 'button', 'Verify');
    expect(await findByRole(page, 'region', CARD)).toBeNull();
    await journey.person.signIn();
    await journey.cardSays('above the list');
    expect(page.url()).not.toContain('#');
  });

  if (kind === 'firefox') return;

  it.each(PROVIDERS.slice(1))('starts it on %s too', async (host) => {
    await openLink('thunderbird', `https://${host}/security-info`);
    await journey.cardSays('above the list');
    await fragmentGoes();
  });

  it('leaves the page and its address alone for anything else', async () => {
    await openLink('no-such-app');
    await journey.person.seeList();
    const isUntouched = async () => {
      await settled(page, panel);
      expect(await findByRole(page, 'region', CARD)).toBeNull();
      // Nothing of all that was opened began anything: what begins is kept until somebody stops it.
      expect(await guideState(panel)).toBeNull();
    };
    await isUntouched();
    expect(page.url()).toBe(`${SECURITY_INFO}#keytag=no-such-app`);
    const left = await page.evaluate(async (links) => {
      const lengths: number[] = [];
      for (const link of links) {
        location.hash = `#keytag=${link}`;
        const { hash } = location;
        // Two frames: whoever listens has been told.
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        lengths.push(location.hash === hash ? hash.length : 0);
      }
      location.hash = '#keytag=no-such-app';
      return lengths;
    }, HOSTILE);
    for (const length of left) expect(length).toBeGreaterThan('#keytag='.length);
    await isUntouched();
  });

  it('lets the person choose in the panel what a link to delete is about', async () => {
    await openLink('delete');
    await journey.cardSays('Choose in the panel');
    await panel.bringToFront();
    await panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await clickByRole(panel, 'button', 'Old laptop');
    await page.bringToFront();
    await journey.cardSays('Old laptop');
    await journey.ringHolds('Delete');
  });

  it('asks before it takes the place of a running guide', async () => {
    const running = await startTask(browser, world, panel);
    page = running.page;
    await running.cardSays('above the list');
    await page.evaluate(() => {
      location.hash = '#keytag=thunderbird';
    });
    await running.cardSays('A link asks for the guide for Thunderbird');
    await pressSeen(running, 'Go on as before');
    await running.cardSays('above the list');
    await fragmentGoes();
    expect(await guideState(panel)).toMatchObject({ task: { appId: 'canon-imagerunner' } });
    await page.evaluate(() => {
      location.hash = '#keytag=thunderbird';
    });
    await running.cardSays('A link asks for the guide for Thunderbird');
    await pressSeen(running, 'Begin the new one');
    await until('the other guide', async () =>
      JSON.stringify(await guideState(panel)).includes('"appId":"thunderbird"'),
    );
  });
});
