/**
 * What is left of an open vault after it was locked: nothing in the files of the browser's profile, nothing in what
 * the page shows or in session storage, and in Chromium nothing in the memory of any page of Keytag, whatever
 * screen it shows. Firefox has no way to ask for the texts that a page holds.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickByRole, waitForNoRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { storageText } from '../support/extension-api.ts';
import { heldTexts } from '../support/heap.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { asWritten, searchFiles } from '../support/search-files.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';

/** Nothing in them repeats, so that the browsers' compression leaves them in one piece. */
const SECRETS = {
  passphrase: 'Kw7rTz2pXq9mVb4nHd',
  app: 'Zq5tYb8wLk3jCx',
  account: 'vm6g@hd9s-f2rk.test',
  note: 'Pn4xJr7cWu1oEa',
  password: 'ghvqtzkwmxprdncy',
  draft: 'Bs8uGi5yRf0lQe',
  search: 'Mt3aDw6kZo9hSv',
};
const CONTROL = 'Yx2eNb7fTj4gUc';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let profile: Profile;
  let browser: TestBrowser;
  let keeper: Keeper;
  const patterns = new Map<string, Buffer>();

  beforeAll(async () => {
    [world, profile] = await Promise.all([startWorld(), newProfile()]);
    browser = await launch(kind, {
      extensionDir: builtExtension(kind),
      proxyPort: world.proxyPort,
      profile,
    });
    keeper = new Keeper(await browser.openPanel(), profile);
    for (const [name, text] of Object.entries(SECRETS))
      for (const [what, bytes] of asWritten(name, text)) patterns.set(what, bytes);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    await profile?.remove();
  });

  it('leaves nothing in memory or session storage', { timeout: 180_000 }, async () => {
    const { panel } = keeper;
    const watching = await browser.openPanel();
    await panel.bringToFront();
    await keeper.openInventory();
    const recovery = await keeper.createVault(SECRETS.passphrase);
    for (const [what, bytes] of asWritten('recovery key', recovery)) patterns.set(what, bytes);
    await keeper.addTag({
      App: SECRETS.app,
      Account: SECRETS.account,
      Note: SECRETS.note,
      'Password (optional)': SECRETS.password,
    });
    await keeper.press('Reveal');
    await until('the password', async () => (await keeper.page()).includes(SECRETS.password));
    await keeper.press('Edit');
    await keeper.fill('Note', SECRETS.draft);
    await clickByRole(panel, 'link', 'Home');
    await keeper.openInventory();
    await clickByRole(panel, 'searchbox', 'Search the inventory');
    await panel.keyboard.type(SECRETS.search);
    await keeper.hears('0 of 1 tags');

    const session = await storageText(panel);
    const key = /"key":"([^"]{44})"/.exec(session)?.[1] ?? '';
    expect(key).not.toBe('');
    patterns.set('key (raw)', Buffer.from(key, 'base64'));
    patterns.set('key (base64)', Buffer.from(key));
    patterns.set('key (UTF-16)', Buffer.from(key, 'utf16le'));
    patterns.set('key (hex)', Buffer.from(Buffer.from(key, 'base64').toString('hex')));
    const secrets = { ...SECRETS, recovery: recovery.slice(0, 5), key };
    const keptBy = async (page: Page) => {
      const texts = kind === 'chromium' ? await heldTexts(page) : [];
      return Object.entries(secrets)
        .filter(([, secret]) => texts.some((text) => text.toLowerCase().includes(secret.toLowerCase())))
        .map(([name]) => name);
    };
    const leavesNothing = async () => {
      const after = await storageText(panel);
      for (const page of [panel, watching]) {
        const shown = await page.evaluate(() => document.documentElement.outerHTML);
        for (const [name, secret] of Object.entries(secrets)) {
          expect(after, name).not.toContain(secret);
          expect(shown, name).not.toContain(secret);
        }
        expect(await keptBy(page)).toEqual([]);
      }
    };
    // Shows that the search finds what is there, also in a window that only shows what is due and what changes.
    if (kind === 'chromium') {
      expect(await keptBy(panel)).toEqual(expect.arrayContaining(['account', 'note', 'password', 'key']));
      expect(await keptBy(watching)).toEqual(expect.arrayContaining(['account', 'note', 'password', 'key']));
    }

    await keeper.lock();
    await leavesNothing();
    await waitForRole(panel, 'textbox', 'Passphrase', { that: ({ value }) => value === '' });
    if (kind === 'firefox') return;

    await keeper.enter(SECRETS.passphrase);
    await keeper.openTag(SECRETS.app);
    await keeper.press('Edit');
    await keeper.fill('Note', SECRETS.draft);
    await clickByRole(panel, 'link', 'Home');
    await keeper.press('Lock now');
    await waitForNoRole(panel, 'button', 'Lock now');
    await leavesNothing();
  });

  it('leaves nothing in the files of the profile, open or closed', { timeout: 120_000 }, async () => {
    await keeper.panel.evaluate(async (text) => {
      interface Api {
        storage: { local: { set(values: object): Promise<void> } };
      }
      const own = globalThis as unknown as { browser?: Api; chrome: Api };
      await (own.browser?.storage ? own.browser : own.chrome).storage.local.set({ control: text });
    }, CONTROL);
    const control = new Map(asWritten('control', CONTROL));
    const found = () => searchFiles(profile.folder, patterns);
    // Shows that the search finds what was written by the same way as the vault's own notes.
    await until('the control', async () => (await searchFiles(profile.folder, control)).length > 0);
    expect(await found()).toEqual([]);
    await browser.close();
    expect(await searchFiles(profile.folder, control)).not.toEqual([]);
    expect(await found()).toEqual([]);
  });
});
