/**
 * The encrypted inventory as a person keeps it: from the guide's last card through restarts, a wiped browser
 * and other programs' files, by role and name. What was saved is looked at with the twin of tests/vault too,
 * which shares no code with the product.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { clickByRole, textOf, waitForNoRole, waitForRole } from '../support/ax.ts';
import { type LaunchOptions, launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { takeDownload } from '../support/files.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper, PASSPHRASE } from './inventory-person.ts';
import { startTask } from './journey.ts';
import { deleteVaultDatabase, tagsIn } from './vault-data.ts';

const NEW_PASSPHRASE = 'copper meadow ticket gravel';
const FILE_PASSPHRASE = 'harbour pencil cactus violin';
const NAME = 'Canon scanner Hall';
const ACCOUNT = 'anna@contoso.com';
const LONG = { timeout: 150_000 };
/** Reading and writing them is the same code in both browsers: Firefox shows the one that needs most of a browser. */
const FORMATS = {
  chromium: [
    ['KeePass database (KDBX), encrypted', /\.kdbx$/],
    ['Bitwarden (JSON), in the clear', /\.json$/],
    ['Table (CSV), in the clear', /\.csv$/],
  ],
  firefox: [['KeePass database (KDBX), encrypted', /\.kdbx$/]],
} as const;

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let profile: Profile;
  let options: LaunchOptions;
  let browser: TestBrowser;
  let keeper: Keeper;
  let recoveryKey = '';
  let backup = '';
  const thrown: string[] = [];

  const file = (name: string) => join(profile.downloads, '..', name);
  async function start(): Promise<void> {
    browser = await launch(kind, options);
    keeper = new Keeper(await openPanel(), profile);
  }
  async function openPanel(): Promise<Page> {
    const panel = await browser.openPanel();
    panel.on('pageerror', (error) => thrown.push(String(error)));
    return panel;
  }

  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld(), newProfile()]);
    options = { extensionDir: builtExtension(kind), proxyPort: world.proxyPort, profile };
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    expect(thrown).toEqual([]);
    await world?.close();
    await profile?.remove();
  });

  // Each part goes on from where the one before ended, as a person does.

  it('makes the vault for the tag that the guide’s last card saves', LONG, async () => {
    world.configure({ ...DEFAULT_SWITCHES, existing: [] });
    const journey = await startTask(browser, world, keeper.panel);
    await journey.makeAppPassword(NAME);
    await journey.cardSays('Done:');
    await keeper.panel.bringToFront();
    await keeper.panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await keeper.press('Save a tag');

    await keeper.sees('heading', 'Choose a passphrase');
    await keeper.fill('Passphrase', 'microsoft2024');
    await keeper.hears(/^[01] of 4, .*It takes 3 of 4\.$/);
    await keeper.fill('Repeat passphrase', 'microsoft2024');
    await keeper.press('Create the vault');
    await waitForRole(keeper.panel, 'text', /^This passphrase could be guessed/);
    await keeper.fill('Passphrase', PASSPHRASE);
    await keeper.hears(/^[34] of 4/);
    await keeper.press('Create the vault');
    await waitForRole(keeper.panel, 'text', /^The two are not the same/);
    recoveryKey = await keeper.createVault();
    expect(recoveryKey).toMatch(/^(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}$/);

    await waitForRole(keeper.panel, 'textbox', 'Name at Microsoft', { that: ({ value }) => value === NAME });
    await keeper.fill('Account', ACCOUNT);
    await keeper.save();
    await keeper.openInventory();
    await keeper.lists(NAME);
  });

  it('is locked by a button, and by the end of the browser', LONG, async () => {
    expect(await keeper.page()).toContain(ACCOUNT);
    await keeper.lock();
    // The name is still part of the guide's task; the account stands in the vault alone.
    expect(await keeper.page()).not.toContain(ACCOUNT);
    await keeper.enter();
    await browser.close();
    await start();
    await keeper.openInventory();
    await keeper.isLocked();
    await keeper.unlock('no such passphrase at all');
    await keeper.hears("That passphrase didn't open the vault. Nothing was changed.");
    await keeper.enter();
    await keeper.lists(NAME);
  });

  it('edits a tag and keeps its password covered', LONG, async () => {
    await keeper.openTag(NAME);
    await keeper.press('Edit');
    await keeper.fill('Device', 'Hall, second floor');
    await keeper.fill('Note', 'Behind the plant');
    await keeper.fill('Password (optional)', 'qzkfwbnrtlpvhgxc');
    await keeper.save();
    await keeper.sees('button', 'Reveal');
    expect(await keeper.page()).toContain('Behind the plant');
    expect(await keeper.page()).not.toContain('qzkfwbnrtlpvhgxc');
    await keeper.press('Reveal');
    await until('the password', async () => (await keeper.page()).includes('qzkfwbnrtlpvhgxc'));
    await keeper.press('Cover it');
    await until('no password', async () => !(await keeper.page()).includes('qzkfwbnrtlpvhgxc'));
  });

  it('deletes a tag and takes it back', LONG, async () => {
    await keeper.deleteTag(NAME);
    await waitForNoRole(keeper.panel, 'list', 'App passwords');
    await keeper.press('Undo');
    await keeper.hears('Taken back.');
    await keeper.lists(NAME);
  });

  it('backs up into a file that other eyes can open', LONG, async () => {
    const bytes = await keeper.backUp();
    expect(await tagsIn(bytes, PASSPHRASE)).toMatchObject([
      { name: NAME, account: ACCOUNT, device: 'Hall, second floor', note: 'Behind the plant' },
    ]);
    backup = file('saved.keytag');
    await writeFile(backup, bytes);
  });

  it('says so when the browser was wiped, and restores', LONG, async () => {
    await deleteVaultDatabase(keeper.panel);
    await keeper.panel.close();
    keeper = new Keeper(await openPanel(), profile);
    await keeper.openInventory();
    await keeper.sees('heading', 'Your tags are gone from this browser');
    expect(await keeper.has('button', 'Create the vault')).toBe(false);
    await keeper.press('Restore');
    await keeper.sees('heading', 'Restore a backup');
    await keeper.chooseFile('Backup file', backup);
    await keeper.fill('Passphrase', 'not the one of that day');
    await keeper.press('Open the file');
    await waitForRole(keeper.panel, 'text', /^That didn't open the backup/, { timeout: 40_000 });
    await keeper.fill('Passphrase', PASSPHRASE);
    await keeper.press('Open the file');
    await keeper.hears('New from the file: 1');
    await keeper.press('Restore');
    await keeper.hears('Added: 1. Changed: 0.');
    await keeper.lists(NAME);
  });

  it('opens with the recovery key, and the old passphrase no longer does', LONG, async () => {
    await keeper.lock();
    await keeper.press('Use recovery key');
    const mistyped = recoveryKey.replace(/^./, (first) => (first === '7' ? '8' : '7'));
    await keeper.fill('Recovery key', mistyped);
    await keeper.hears('There is a typing error in group 1.');
    await keeper.fill('Recovery key', recoveryKey.toLowerCase().replaceAll('-', ' '));
    await keeper.fill('Passphrase', NEW_PASSPHRASE);
    await keeper.fill('Repeat passphrase', NEW_PASSPHRASE);
    await keeper.press('Use recovery key');
    await keeper.hears('Your new passphrase is set');
    await keeper.lists(NAME);
    await keeper.lock();
    await keeper.unlock(PASSPHRASE);
    await keeper.hears("That passphrase didn't open the vault.");
    await keeper.enter(NEW_PASSPHRASE);
    await keeper.lists(NAME);
  });

  it.each(FORMATS[kind])(
    'gives its tags to other programs and takes them back: %s',
    LONG,
    async (format, name) => {
      const isSealed = format.includes('KDBX');
      await keeper.openInventory();
      await keeper.press('Export');
      await clickByRole(keeper.panel, 'radio', format);
      await clickByRole(keeper.panel, 'checkbox', 'With the kept passwords (1)');
      if (isSealed) {
        await keeper.fill('Passphrase', FILE_PASSPHRASE);
        await keeper.fill('Repeat passphrase', FILE_PASSPHRASE);
        await keeper.hears(/^[34] of 4/);
      } else {
        expect(await keeper.page()).toContain('Anybody can read this file');
        await keeper.fill('Passphrase', NEW_PASSPHRASE);
      }
      await keeper.press('Export', { within: { role: 'main' } });
      await keeper.hears('Handed to the browser as ');
      const exported = await takeDownload(profile, name);
      expect(exported.bytes.includes('qzkfwbnrtlpvhgxc')).toBe(!isSealed);
      const path = file(exported.name);
      await writeFile(path, exported.bytes);

      await keeper.deleteTag(NAME);
      await keeper.press('Import');
      await keeper.sees('heading', 'Import');
      await keeper.chooseFile('File to import', path);
      if (isSealed) {
        await keeper.fill('Password of the database', FILE_PASSPHRASE);
        await keeper.press('Open the file');
      }
      if (format.includes('Table')) await keeper.press('Show what would come in');
      await keeper.hears('New from the file: 1');
      await clickByRole(keeper.panel, 'checkbox', 'Take the passwords over too');
      await keeper.hears('New from the file: 1');
      await keeper.press('Import', { within: { role: 'main' } });
      await keeper.hears('Added: 1. Changed: 0.');
      await keeper.openTag(NAME);
      const shown = await textOf(keeper.panel, 'main');
      for (const words of [ACCOUNT, 'Hall, second floor', 'Behind the plant', 'Imported'])
        expect(shown).toContain(words);
      await keeper.sees('button', 'Reveal');
    },
  );
});
