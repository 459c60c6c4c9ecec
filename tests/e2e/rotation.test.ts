/**
 * Replacing, deleting, an emergency and the comparison, from the inventory to Microsoft's page and back, by
 * role and name; the replacement over a restart of the browser.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES, type Switches } from '../replica/switches.ts';
import { clickByRole, findAllByRole, findByRole, textOf, waitForRole } from '../support/ax.ts';
import { type LaunchOptions, launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { stopTask } from '../support/extension-api.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';
import { guideState, Journey } from './journey.ts';

const ACCOUNT = 'anna@contoso.com';
const LONG = { timeout: 150_000 };

/** Each browser with the other generation of Microsoft's page. */
const KINDS: readonly (readonly ['chromium' | 'firefox', Partial<Switches>])[] = [
  ['chromium', { generation: 'B', confirmLabel: 'Delete' }],
  ['firefox', { generation: 'A', confirmLabel: 'Ok', rowDeleteLabel: 'text-only', rowContainer: 'grid' }],
];

describe.each(KINDS)('%s', (kind, variant) => {
  let world: World;
  let profile: Profile;
  let options: LaunchOptions;
  let browser: TestBrowser;
  let keeper: Keeper;
  const thrown: string[] = [];

  async function start(): Promise<void> {
    browser = await launch(kind, options);
    const panel = await browser.openPanel();
    panel.on('pageerror', (error) => thrown.push(String(error)));
    keeper = new Keeper(panel, profile);
  }

  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld(), newProfile()]);
    options = { extensionDir: builtExtension(kind), proxyPort: world.proxyPort, profile };
    await start();
    await keeper.openInventory();
    await keeper.createVault();
    await keeper.isOpen();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    expect(thrown).toEqual([]);
    await world?.close();
    await profile?.remove();
  });
  beforeEach(async () => {
    await stopTask(keeper.panel);
    for (const page of await pages()) await page.close();
    await keeper.panel.bringToFront();
  });

  const pages = async () => (await browser.browser.pages()).filter((page) => page.url().startsWith('https:'));
  const set = (...existing: string[]) => world.configure({ ...DEFAULT_SWITCHES, ...variant, existing });
  const rowNames = () =>
    world.rows().flatMap(({ method, detail }) => (method === 'appPassword' ? [detail] : []));

  /** Microsoft's page, in front, with the guide on it. */
  async function microsoft(): Promise<Journey> {
    const page = await until('Microsoft’s page', async () => (await pages())[0] ?? null);
    await page.bringToFront();
    return new Journey(keeper.panel, page, world);
  }
  async function back(): Promise<Page> {
    await keeper.panel.bringToFront();
    return keeper.panel;
  }
  async function addTag(name: string): Promise<void> {
    await keeper.openInventory();
    await keeper.addTag({ App: 'Scanner', Account: ACCOUNT, Device: name, 'Name at Microsoft': name });
  }
  async function openTag(name: string): Promise<void> {
    await keeper.openInventory();
    await keeper.openTag(name);
  }
  const says = (text: string) =>
    until(text, async () => (await keeper.page()).includes(text), { timeout: 40_000 });

  it('deletes one of two rows of the same name, after asking which', LONG, async () => {
    set('Printer one', 'Printer', 'Printer');
    await addTag('Printer');
    await openTag('Printer');
    await keeper.press('Delete at Microsoft');
    const journey = await microsoft();
    await journey.cardSays('2 rows are called Printer');
    await back();
    await keeper.press('Row 2');
    await microsoft();
    await journey.cardSays('In the row Printer, choose Delete');
    await journey.person.clickDelete('Printer');
    await journey.cardSays('If this question is about Printer');
    await journey.ringIsOn('button', /^(?:Delete|Ok)$/);
    const role = (await findByRole(journey.page, 'alertdialog')) ? 'alertdialog' : 'dialog';
    await clickByRole(journey.page, 'button', /^(?:Delete|Ok)$/, { within: { role } });
    await journey.cardSays('is gone from the list');
    expect(rowNames().sort()).toEqual(['Printer', 'Printer one']);

    await back();
    await keeper.sees('heading', 'Deleted at Microsoft');
    await keeper.press('Continue');
    await keeper.sees('heading', /Printer/);
    await says('Revoked');
  });

  it('replaces a key over a restart of the browser', LONG, async () => {
    set('Reception scanner', 'Lobby scanner');
    await addTag('Reception scanner');
    await openTag('Reception scanner');
    await keeper.press('Rotate');
    await keeper.sees('heading', 'Replace this app password');
    await keeper.press('Rotate');
    const field = await waitForRole(keeper.panel, 'textbox', 'Name at Microsoft');
    const name = field.value;
    expect(name).not.toBe('Reception scanner');
    await keeper.press('Start the guide');
    const first = await microsoft();
    await first.cardSays('above the list');
    await first.makeAppPassword(name);
    await first.cardSays('Done:');
    await back();
    await clickByRole(keeper.panel, 'link', 'Go on with the replacement', { timeout: 40_000 });
    await keeper.sees('button', 'It is in the app');
    await says('The old one, Reception scanner, still works');
    await keeper.press('It is in the app');
    await keeper.sees('button', 'It works');

    await browser.close();
    await start();
    await keeper.openInventory();
    await keeper.enter();
    await keeper.openTag(name);
    await says('Old one still valid');
    await keeper.press('Go on with the replacement');
    await keeper.press('It works');
    await keeper.press('Delete at Microsoft');
    const second = await microsoft();
    await second.cardSays('In the row Reception scanner');
    // A hand slips by one row: what went is named, and nothing counts as done.
    await second.person.deleteRow('Lobby scanner');
    await second.cardSays('Lobby scanner was deleted, and Reception scanner is still there.');
    await back();
    await keeper.sees('heading', 'Another app password was deleted');
    expect(await keeper.page()).toContain('Lobby scanner');
    await keeper.press('Go on with the deletion');
    await microsoft();
    await second.cardSays('In the row Reception scanner');
    await second.person.deleteRow('Reception scanner');
    await second.cardSays('is gone from the list');
    expect(rowNames()).toEqual([name]);
    await back();
    // Nothing is left to do: it ends at the tag.
    await keeper.press('Continue');
    await keeper.sees('button', 'Edit');
    await says('Active');
    expect(await keeper.page()).not.toContain('Old one still valid');
  });

  it('leads through five keys that leaked, and says what else to do', LONG, async () => {
    const names = ['Leaked one', 'Leaked two', 'Leaked three', 'Leaked four', 'Leaked five'];
    set(...names, 'Innocent one');
    for (const name of names) await addTag(name);
    await keeper.openInventory();
    await keeper.press('Something leaked');
    await says("Changing the account's password is not enough");
    for (const name of names) await clickByRole(keeper.panel, 'checkbox', new RegExp(name));
    await keeper.press('Delete these');
    await keeper.sees('heading', '0 of 5 deleted');
    for (let done = 1; done <= names.length; done++) {
      await keeper.press('Delete at Microsoft');
      const journey = await microsoft();
      await journey.cardSays('In the row Leaked');
      const next = /In the row (Leaked \w+)/.exec((await journey.card()) ?? '')?.[1] ?? '';
      await journey.person.deleteRow(next);
      await journey.cardSays(`${next} is gone from the list`);
      await back();
      await keeper.press('Continue');
      await keeper.sees('heading', `${done} of 5 deleted`);
    }
    expect(await keeper.has('button', 'Delete at Microsoft')).toBe(false);
    expect(rowNames()).toEqual(['Innocent one']);
    await keeper.sees('button', 'Copy message to admin');
  });

  it('compares a full list with the inventory, and forgets it when locked', LONG, async () => {
    const listed = Array.from({ length: 39 }, (_, index) => `Key number ${index + 1}`);
    set(...listed, 'Zoë’s 🔑 <b>app</b>');
    await addTag('Key number 7');
    await addTag('Long gone');
    await keeper.openInventory();
    await keeper.press('Compare with Microsoft');
    await says('Only the names on screen are read');
    await keeper.press('Compare with Microsoft', { within: { role: 'main' } });
    const journey = await microsoft();
    await journey.cardSays('40 app passwords are in this list');
    await back();
    await keeper.sees('region', 'At Microsoft, not here');
    await says('40 of 40 app passwords');
    expect(await textOf(keeper.panel, 'region', 'On both')).toContain('Key number 7');
    const here = async () => (await textOf(keeper.panel, 'region', 'Here, not at Microsoft')) ?? '';
    expect(await here()).toContain('Long gone');
    expect(await textOf(keeper.panel, 'region', 'At Microsoft, not here')).toContain('Zoë’s 🔑 <b>app</b>');
    const there = { within: { role: 'region', name: 'At Microsoft, not here' } };
    expect(await findAllByRole(keeper.panel, 'button', 'Add a tag', there)).toHaveLength(39);

    const region = { within: { role: 'region', name: 'Here, not at Microsoft' } };
    const before = (await findAllByRole(keeper.panel, 'button', 'Mark as revoked', region)).length;
    await keeper.press('Mark as revoked', region);
    await until(
      'one less',
      async () =>
        (await findAllByRole(keeper.panel, 'button', 'Mark as revoked', region)).length === before - 1,
    );
    await keeper.press('Add a tag', there);
    await waitForRole(keeper.panel, 'textbox', 'Name at Microsoft', {
      that: ({ value }) => value === 'Key number 1',
    });
    await keeper.save();

    await keeper.lock();
    await until('the names to be forgotten', async () => (await guideState(keeper.panel)) === null);
  });
});
