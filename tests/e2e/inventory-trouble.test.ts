/**
 * The inventory on bad days: two windows at once, an edit that is left and a database from the future in both
 * browsers, a full disk and damage in Chromium. Each ends in words and in data that is as it was.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickByRole, waitForNoRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper, PASSPHRASE } from './inventory-person.ts';
import { damageStore, databaseText, fillDisk, raiseDatabaseVersion, tagsIn } from './vault-data.ts';

const LONG = { timeout: 120_000 };
const NAME = 'Thunderbird Notebook';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let profile: Profile;
  let browser: TestBrowser;
  let keeper: Keeper;
  let backup = '';

  /** One more window of Keytag. */
  async function another(): Promise<Keeper> {
    const next = new Keeper(await browser.openPanel(), profile);
    await next.openInventory();
    return next;
  }
  /** In place of the old one, with nothing of it left. */
  async function again(): Promise<void> {
    const old = keeper;
    keeper = await another();
    await old.panel.close();
  }

  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld(), newProfile()]);
    browser = await launch(kind, {
      extensionDir: builtExtension(kind),
      proxyPort: world.proxyPort,
      profile,
    });
    keeper = await another();
    await keeper.createVault();
    await keeper.addTag({ App: 'Thunderbird', Device: 'Notebook', 'Name at Microsoft': NAME });
    backup = join(profile.downloads, '..', 'saved.keytag');
    await writeFile(backup, await keeper.backUp());
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await profile?.remove();
  });

  it('keeps a draft while other screens are shown or none, and forgets it with the lock', LONG, async () => {
    await keeper.openTag(NAME);
    await keeper.press('Edit');
    await keeper.fill('Note', 'half a thought');
    await clickByRole(keeper.panel, 'link', 'Home');
    await keeper.openInventory();
    await clickByRole(keeper.panel, 'link', /^Not saved yet/);
    const isThere = () =>
      waitForRole(keeper.panel, 'textbox', 'Note', { that: ({ value }) => value === 'half a thought' });
    await isThere();
    await keeper.panel.close();
    keeper = await another();
    await clickByRole(keeper.panel, 'link', /^Not saved yet/);
    await isThere();
    await keeper.lock();
    await keeper.enter();
    await waitForNoRole(keeper.panel, 'link', /^Not saved yet/);
    expect(await tagsIn(await keeper.backUp(), PASSPHRASE)).toMatchObject([{ note: '' }]);
  });

  it(
    'two windows: both open at once, show a conflict instead of losing a change, lock together',
    LONG,
    async () => {
      await keeper.lock();
      const other = await another();
      for (const each of [keeper, other]) {
        await each.panel.bringToFront();
        await each.fill('Passphrase', PASSPHRASE);
      }
      await Promise.all([keeper, other].map(({ panel }) => panel.keyboard.press('Enter')));
      for (const each of [other, keeper]) {
        await each.panel.bringToFront();
        await each.isOpen();
        await clickByRole(each.panel, 'link', new RegExp(NAME), {
          within: { role: 'list', name: 'App passwords' },
        });
        // What was begun in the one window is open in the other too, at once or a moment later.
        await until('the open form', async () => {
          if (await each.has('textbox', 'Note')) return true;
          await each.press('Edit', { timeout: 1_000 }).catch(() => undefined);
          return false;
        });
      }
      await keeper.fill('Note', 'said here');
      await keeper.save();
      await other.panel.bringToFront();
      await waitForRole(other.panel, 'text', /^This tag was changed in another window since you began/);
      await other.fill('Note', 'said there');
      await other.press('Save');
      await waitForRole(other.panel, 'heading', 'Two versions of one tag');
      expect(await other.page()).toContain('said here');
      await clickByRole(other.panel, 'radio', /said here/);
      await other.save();
      expect(await tagsIn(await other.backUp(), PASSPHRASE)).toMatchObject([{ note: 'said here' }]);
      await other.lock();
      await keeper.panel.bringToFront();
      await waitForRole(keeper.panel, 'button', 'Unlock', { timeout: 1_000 });
      await other.panel.close();
    },
  );

  // Disk and damage are made up in the page, and what follows is the same code in both browsers.
  if (kind === 'chromium') {
    it('a full disk: says so, keeps what is typed and what is stored', LONG, async () => {
      await keeper.enter();
      const before = await databaseText(keeper.panel);
      await fillDisk(keeper.panel);
      await keeper.openTag(NAME);
      await keeper.press('Edit');
      await keeper.fill('Note', 'no room for this');
      await keeper.press('Save');
      await waitForRole(keeper.panel, 'alert', undefined, {
        that: (node) => JSON.stringify(node.children).includes('The disk is full. Nothing was changed.'),
      });
      await waitForRole(keeper.panel, 'textbox', 'Note', {
        that: ({ value }) => value === 'no room for this',
      });
      expect(await databaseText(keeper.panel)).toBe(before);
      await again();
    });

    it('damage: named as such, never as a wrong passphrase, and mended by a backup', LONG, async () => {
      await keeper.lock();
      await damageStore(keeper.panel, 'records');
      await keeper.unlock('not the passphrase at all');
      await keeper.hears("That passphrase didn't open the vault.");
      await keeper.enter();
      await keeper.sees('heading', 'Something is wrong with what is stored');
      expect(await keeper.page()).toContain('Damaged tags: 1, and no others.');

      await damageStore(keeper.panel, 'header');
      await keeper.lock();
      await again();
      await keeper.sees('heading', 'The vault is damaged');
      expect(await keeper.has('textbox', 'Passphrase')).toBe(false);
      await keeper.press('Restore');
      await keeper.chooseFile('Backup file', backup);
      await keeper.fill('Passphrase', PASSPHRASE);
      await keeper.press('Open the file');
      await keeper.hears('New from the file: 1');
      await keeper.press('Restore');
      await keeper.hears('Added: 1.');
      await keeper.lists(NAME);
      await waitForNoRole(keeper.panel, 'heading', 'Something is wrong with what is stored');
    });
  }

  it('a database from the future: asks for an update and leaves it alone', LONG, async () => {
    const before = await databaseText(keeper.panel);
    await raiseDatabaseVersion(keeper.panel);
    await again();
    await waitForRole(keeper.panel, 'text', /^A newer version of Keytag has used this data\. Update Keytag/);
    expect(await keeper.has('button', 'Create the vault')).toBe(false);
    await keeper.press('Try again');
    await waitForRole(keeper.panel, 'text', /^A newer version of Keytag has used this data/);
    expect(await databaseText(keeper.panel)).toBe(before);
  });
});
