/**
 * A copied password goes from the clipboard after thirty seconds although the panel is closed and the
 * background was stopped meanwhile; and what somebody copied instead stays. The permission for it is given
 * beforehand: no browser lets a test answer its question.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickByRole, findAllByRole, waitForRole } from '../support/ax.ts';
import { call, chromeContext } from '../support/bidi.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const PASSPHRASE = 'velvet anchor lantern quartz';
const PASSWORD = 'qwmzkfjrptlxvbnd';
/** Deriving a key on a busy machine. */
const KEY_MS = 40_000;
/** Thirty seconds, and what an alarm may be late. */
const CLEARED_MS = 75_000;

interface Stored {
  storage: { session: { get(key: string): Promise<Record<string, { is?: string; outcome?: string }>> } };
}

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let folder: string;
  let other: Page;

  beforeAll(async () => {
    world = await startWorld();
    folder = mkdtempSync(path.join(tmpdir(), 'keytag-clipboard-'));
    browser = await launch(kind, { extensionDir: permitted(), proxyPort: world.proxyPort });
    if (kind === 'firefox') await stopBackgroundSoon(await browser.newPage('about:blank'));
    // Something else that is open in the browser, and whose clipboard is the same.
    other = await browser.newPage(browser.panelUrl);
    await createEntry(other);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The built extension, with what it may ask for given from the start. */
  function permitted(): string {
    const copy = path.join(folder, kind);
    cpSync(builtExtension(kind), copy, { recursive: true });
    const file = path.join(copy, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.permissions.push(...manifest.optional_permissions);
    writeFileSync(file, JSON.stringify(manifest));
    return copy;
  }

  /** Firefox stops its background after 30 seconds of rest; here after two. */
  async function stopBackgroundSoon(page: Page): Promise<void> {
    const set = 'function () { Services.prefs.setIntPref("extensions.background.idle.timeout", 2000); }';
    await call(page, await chromeContext(page), set);
  }

  async function stopBackground(): Promise<void> {
    if (kind === 'firefox') return;
    const session = await other.createCDPSession();
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  async function fill(page: Page, field: string, text: string): Promise<void> {
    await clickByRole(page, 'textbox', field);
    await page.keyboard.type(text);
  }

  async function createEntry(page: Page): Promise<void> {
    await clickByRole(page, 'link', 'Inventory');
    await waitForRole(page, 'textbox', 'Passphrase', { timeout: KEY_MS });
    await fill(page, 'Passphrase', PASSPHRASE);
    await fill(page, 'Repeat passphrase', PASSPHRASE);
    await clickByRole(page, 'button', 'Create the vault');
    await clickByRole(page, 'button', 'I have it on paper', { timeout: KEY_MS });
    await clickByRole(page, 'button', 'Add a tag', { timeout: KEY_MS });
    await fill(page, 'App', 'Scanner software');
    await page.keyboard.press('Escape');
    await fill(page, 'Password (optional)', PASSWORD);
    await clickByRole(page, 'button', 'Save');
    await waitForRole(page, 'button', 'Reveal');
  }

  /** Copies in a panel of its own and closes that. */
  async function copyAndClose(): Promise<void> {
    const panel = await browser.newPage(await other.evaluate(() => location.href));
    await panel.bringToFront();
    await clickByRole(panel, 'button', 'Copy', { timeout: KEY_MS });
    await said(panel, 'The password is on the clipboard.');
    expect(await statuses(panel)).not.toContain('Keep the panel open');
    await panel.close();
    await other.bringToFront();
  }

  const statuses = async (page: Page): Promise<string> =>
    (await findAllByRole(page, 'status')).map(({ text }) => text).join('\n');
  const said = (page: Page, words: string) =>
    until(`a status that says ${words}`, async () => (await statuses(page)).includes(words));
  const onClipboard = () => other.evaluate(() => navigator.clipboard.readText());
  const outcome = () =>
    other.evaluate(async () => {
      const own = globalThis as unknown as { browser?: Stored; chrome: Stored };
      const { clipboard } = await (own.browser ?? own.chrome).storage.session.get('clipboard');
      return clipboard?.is === 'done' ? clipboard.outcome : null;
    });

  it('clears what it copied, with the panel closed and the background stopped', async () => {
    await copyAndClose();
    expect(await onClipboard()).toBe(PASSWORD);
    await stopBackground();
    expect(await until('the clipboard to be looked at', outcome, { timeout: CLEARED_MS })).toBe('cleared');
    expect(await onClipboard()).toBe('');
    await said(other, 'The clipboard is cleared.');
  });

  it('leaves what was copied instead, and says so', async () => {
    await copyAndClose();
    await other.evaluate(() => navigator.clipboard.writeText('a shopping list'));
    await stopBackground();
    expect(await until('the clipboard to be looked at', outcome, { timeout: CLEARED_MS })).toBe('replaced');
    expect(await onClipboard()).toBe('a shopping list');
    await said(other, 'You copied something else meanwhile.');
  });

  it('clears at once when the inventory is locked', async () => {
    await copyAndClose();
    await clickByRole(other, 'button', 'Lock now');
    expect(await until('the clipboard to be looked at', outcome)).toBe('cleared');
    expect(await onClipboard()).toBe('');
  });
});
