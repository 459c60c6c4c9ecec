/**
 * What a helpdesk uses, in the built extension: the rehearsal page presented by keyboard alone, the two reports,
 * a list from the inventory to Helpdesk, and a page nobody coded for that the reader learns with one line. In
 * Chromium; in Firefox what browsers answer differently, the reports.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStructureReport } from '@/utils/helpdesk/structure.ts';
import { read } from '@/utils/pages/security-info/read.ts';
import { layoutFree, pageFrom } from '../pages/saved-page.ts';
import { learn } from '../run/learn-one-line.ts';
import { fixtureOf } from '../run/page-variant.ts';
import { clickByRole, textOf, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { chooseFile, takeDownload } from '../support/files.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { SECURITY_INFO, startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';
import { Journey, startTask } from './journey.ts';

const OWN = 'Scanner of Anna';

describe.each<BrowserKind>(['chromium', 'firefox'])('%s', (kind) => {
  let world: World;
  let profile: Profile;
  let browser: TestBrowser;
  let panel: Page;
  const thrown: string[] = [];

  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld({ existing: [OWN] }), newProfile()]);
    browser = await launch(kind, {
      extensionDir: builtExtension(kind),
      proxyPort: world.proxyPort,
      profile,
    });
    panel = await browser.openPanel();
    panel.on('pageerror', (error) => thrown.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    expect(thrown).toEqual([]);
    await world?.close();
    await profile?.remove();
  });

  async function goTo(hash: string, heading: string): Promise<void> {
    await panel.bringToFront();
    await panel.evaluate((wanted) => {
      location.hash = wanted;
    }, hash);
    await waitForRole(panel, 'heading', heading);
  }
  const shown = () => panel.evaluate(() => document.querySelector('main')?.textContent ?? '');

  it('tells in the diagnostic report which pages were seen and how, and nobody’s name', async () => {
    const journey = await startTask(browser, world, panel);
    await journey.cardSays('above the list');
    await journey.person.clickAddMethod();
    await journey.cardSays('Choose App password');
    await goTo('#/helpdesk/diagnostic', 'Diagnostic report');
    await until('the pages seen', async () => (await shown()).includes('picker offered · test-id · en'));
    const text = await shown();
    expect(text).toContain('list readable 1 · test-id · en · create');
    expect(text).toMatch(kind === 'chromium' ? /Chrome \d+/ : /Firefox \d+/);
    expect(text).toContain('step choose');
    expect(text).not.toMatch(/Anna|Canon|@/);
    if (kind === 'chromium') expect(await findings(panel)).toEqual([]);
    await clickByRole(panel, 'button', 'Copy report');
    await until('the word that it is copied', async () => (await shown()).includes('Copied'));
  });

  it('reports what a page nobody coded for is built of; the reader learns it with one line', async () => {
    world.configure({ addButton: 'renamed', existing: [OWN] });
    const page = await browser.newPage();
    await page.goto(SECURITY_INFO);
    await waitForRole(page, 'button', 'Set up another way');
    await goTo('#/helpdesk/structure', 'Microsoft changed the page');
    await clickByRole(panel, 'button', 'Look at the page');
    const text = await until('the report', () =>
      panel.evaluate(() => document.querySelector('textarea')?.value ?? null),
    );
    expect(text).not.toMatch(/Anna|Scanner|another way|Contoso/i);
    if (kind === 'chromium') expect(await findings(panel)).toEqual([]);
    const report = readStructureReport(text);
    if (!report.ok) throw new Error(report.why);
    const html = fixtureOf(report.structure);
    expect(read(pageFrom(html), layoutFree).state).toEqual({ kind: 'unrecognised', open: false });
    const reading = (await learn())(pageFrom(html), layoutFree);
    expect(reading.state).toMatchObject({ kind: 'list', names: [expect.any(String)], rows: 4 });
    expect([...reading.targets.keys()]).toEqual(['add-method']);
    await page.close();
    world.configure({ addButton: 'as-seen', existing: [OWN] });
  });

  if (kind === 'firefox') return;

  it('hands a list over from the inventory and ticks it off in Helpdesk', async () => {
    const keeper = new Keeper(panel, profile);
    await panel.bringToFront();
    await keeper.openInventory();
    await keeper.createVault();
    await keeper.isOpen();
    await keeper.addTag({
      App: 'Scanner',
      Account: 'anna@contoso.com',
      Device: 'Hall',
      'Name at Microsoft': OWN,
    });
    await goTo('#/inventory/hand-over', 'Hand over a list');
    await clickByRole(panel, 'button', 'Save list');
    const { name, bytes } = await takeDownload(profile, /^keytag-list-.*\.json$/);
    expect(bytes.toString()).not.toContain('contoso');
    const folder = await mkdtemp(path.join(tmpdir(), 'keytag-list-'));
    const [whole, cut] = [path.join(folder, name), path.join(folder, 'cut.json')];
    await writeFile(whole, bytes);
    await writeFile(cut, bytes.subarray(0, -20));
    await goTo('#/helpdesk/lists', 'Lists handed over');
    await chooseFile(panel, 'Open lists', cut);
    await until('the refusal', async () => (await shown()).includes('It stops in the middle.'));
    await chooseFile(panel, 'Open lists', whole);
    await until('the list', async () => (await shown()).includes('1 left to revoke'));
    expect(await findings(panel)).toEqual([]);
    await clickByRole(panel, 'checkbox', /^Scanner · Hall/);
    await until('the end', async () => (await shown()).includes('Everything is revoked'));
    await rm(folder, { recursive: true, force: true });
  });

  it('is presented by keyboard alone, and axe-core finds nothing', async () => {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(browser.practiceUrl);
    await page.bringToFront();
    const journey = new Journey(panel, page, world);
    await tabTo(page, 'button', 'Present');
    await page.keyboard.press('Enter');
    const inLarge = (says: string) =>
      until('the words in large', async () =>
        (await page.evaluate(() => document.querySelector('.presenter-says')?.textContent ?? '')).includes(
          says,
        ),
      );
    const press = async (
      key: 'ArrowRight' | 'ArrowLeft' | 'PageDown' | '1' | '3' | '9' | 'Escape',
      says: string,
    ) => {
      await page.keyboard.press(key);
      await journey.cardSays(says);
      await inLarge(says);
    };
    await journey.cardSays('above the list');
    expect(await textOf(page, 'region', 'Presentation')).toContain(
      'Choose Add sign-in method above the list.',
    );
    expect(await findings(page)).toEqual([]);
    await press('ArrowRight', 'Choose App password');
    await journey.ringIsOn('button', /^App password/);
    expect(await findings(page)).toEqual([]);
    await press('PageDown', 'Give it a name');
    await press('ArrowLeft', 'Choose App password');
    await press('3', 'above the list');
    await press('ArrowRight', "I can't find App password");
    await press('9', 'In the row Reception printer');
    await press('ArrowRight', 'If this question is about Reception printer');
    await press('ArrowRight', 'is gone from the list');
    expect(await textOf(page, 'status')).toContain('Step 3 of 3');
    // As narrow as the panel the card folds, before it lies over what the presenter says or presses.
    await page.setViewport({ width: 360, height: 740 });
    await press('1', 'above the list');
    await page.keyboard.press('ArrowRight');
    await inLarge('Choose App password');
    for (const button of ['Next', 'Back', 'End']) await journey.cardCoversNothing('button', button);
    await page.keyboard.press('Escape');
    await journey.noCard();
    await waitForRole(page, 'button', 'Present');
    await page.close();
  });
});

/** What axe-core has to say. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: tester } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await tester.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}
