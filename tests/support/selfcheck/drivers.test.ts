/**
 * Shows that the test support itself holds, with a throw-away extension in place of Keytag: both browsers,
 * real host names, a closed shadow root seen and clicked while a blocking dialog is open, nobody else asked.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../../replica/switches.ts';
import { clickByRole, findByRole, textOf, waitForRole } from '../ax.ts';
import { launch, type TestBrowser } from '../browsers.ts';
import { inClosedRoot, ringRect } from '../closed-root.ts';
import { findBrowser } from '../find-browser.ts';
import { Person } from '../page-actions.ts';
import { until } from '../until.ts';
import { LOOK_ALIKES, PROVIDERS, SECURITY_INFO, startWorld, type World } from '../world.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Self-check',
  version: '1.0',
  host_permissions: PROVIDERS.map((host) => `https://${host}/*`),
  content_scripts: [{ matches: PROVIDERS.map((host) => `https://${host}/*`), js: ['content.js'] }],
  browser_specific_settings: { gecko: { id: 'selfcheck@keytag.example' } },
};

/** As the pointer will be: under <html>, closed, in the top layer, its button acting on pointerup. */
const CONTENT = `
const host = document.createElement('div');
host.setAttribute('data-keytag-guide', '');
host.setAttribute('popover', 'manual');
const root = host.attachShadow({ mode: 'closed' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(':host { all: initial; position: fixed; inset: 0; pointer-events: none; background: none; } .card { position: fixed; right: 8px; bottom: 8px; width: 200px; height: 90px; background: #ffc; pointer-events: auto; } .ring { position: fixed; left: 40px; top: 60.5px; width: 120px; height: 30px; outline: 2px solid red; }');
root.adoptedStyleSheets = [sheet];
const card = document.createElement('section');
card.className = 'card';
card.setAttribute('aria-label', 'Keytag guide');
const words = document.createElement('p');
words.textContent = 'Press Add sign-in method.';
const button = document.createElement('button');
button.textContent = 'Copy name';
button.addEventListener('mousedown', (event) => event.preventDefault());
button.addEventListener('pointerup', (event) => { if (event.isTrusted) words.textContent = 'Copied.'; });
card.append(words, button);
const ring = document.createElement('div');
ring.className = 'ring';
root.append(card, ring);
document.documentElement.append(host);
host.showPopover();
`;

let extensionDir: string;

beforeAll(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'keytag-selfcheck-'));
  await writeFile(join(extensionDir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(extensionDir, 'content.js'), CONTENT);
  await writeFile(
    join(extensionDir, 'sidepanel.html'),
    '<!doctype html><html lang="en"><title>Panel</title><h1>Panel</h1><button>Start the guide</button>',
  );
});
afterAll(() => rm(extensionDir, { recursive: true }));

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let page: Page;
  let person: Person;

  beforeAll(async () => {
    expect(findBrowser(kind), `${kind} is not installed`).not.toBeNull();
    world = await startWorld();
    browser = await launch(kind, { extensionDir, proxyPort: world.proxyPort, width: 1000, height: 700 });
    page = await browser.newPage();
    person = new Person(page, world);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  it.each(PROVIDERS)('shows the replica under %s', async (host) => {
    await person.open(`https://${host}/security-info`);
    expect(page.url()).toBe(`https://${host}/security-info`);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
  });

  it('reads the card in the closed shadow root by role and name', async () => {
    await person.open();
    const card = await waitForRole(page, 'region', 'Keytag guide');
    expect(card.text).toBe('Press Add sign-in method. Copy name');
    expect(card.box?.width).toBe(200);
    expect(await findByRole(page, 'region', 'Something else')).toBeNull();
  });

  it('tells where the ring is', async () => {
    expect(await ringRect(page)).toEqual({ x: 40, y: 60.5, width: 120, height: 30 });
    expect(await inClosedRoot(page, '(root) => root.mode')).toBe('closed');
    expect(await inClosedRoot(page, '(root) => root.mode', 'no-such-host')).toBeNull();
  });

  it('clicks the card while a blocking dialog is open', async () => {
    await person.open();
    await person.clickAddMethod();
    expect(await findByRole(page, 'alertdialog', 'Add a sign-in method')).not.toBeNull();
    const button = await waitForRole(page, 'button', 'Copy name');
    await button.click();
    await until('Copied', async () => (await textOf(page, 'region', 'Keytag guide'))?.startsWith('Copied.'));
    expect(await findByRole(page, 'alertdialog', 'Add a sign-in method')).not.toBeNull();
  });

  it('makes and deletes an app password as a person would', async () => {
    world.configure({ ...DEFAULT_SWITCHES, existing: ['Outlook at work'] });
    await person.open();
    await person.makeAppPassword('Thunderbird at home');
    expect(world.secrets()).toHaveLength(1);
    await person.deleteRow('Outlook at work');
    expect(
      world
        .rows()
        .filter((row) => row.method === 'appPassword')
        .map((row) => row.detail),
    ).toEqual(['Thunderbird at home']);
  });

  it('goes to the sign-in page and back to the list', async () => {
    world.configure({ ...DEFAULT_SWITCHES, reauth: 'on-add' });
    await person.open();
    await person.clickAddMethod();
    expect(new URL(page.url()).hostname).toBe('login.microsoftonline.com');
    await person.signIn();
    expect(page.url()).toBe(SECURITY_INFO);
    await person.clickAddMethod();
  });

  it('opens the extension page as a tab', async () => {
    const panel = await browser.openPanel();
    // Not `panel.url()`: Puppeteer never learns where a tab of Firefox went that shows an extension page.
    expect(await panel.evaluate(() => location.href)).toBe(browser.panelUrl);
    expect(await findByRole(panel, 'button', 'Start the guide')).not.toBeNull();
    await panel.close();
  });

  it('clicks a button where it is, not where it was before a busy page told so', async () => {
    const panel = await browser.openPanel();
    await waitForRole(panel, 'button', 'Start the guide');
    await panel.evaluate(() => {
      const [heading, button] = [document.querySelector('h1'), document.querySelector('button')];
      button?.addEventListener('click', () => heading?.append(' started'));
      setTimeout(() => {
        document.body.style.paddingBlockStart = '200px';
        // Two looks at the old place fit in here.
        for (const end = performance.now() + 800; performance.now() < end; );
      });
    });
    await clickByRole(panel, 'button', 'Start the guide');
    expect(await panel.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Panel started');
    await panel.close();
  });

  it.each(LOOK_ALIKES)('serves the look-alike %s', async (url) => {
    world.configure(DEFAULT_SWITCHES);
    await page.goto(url, { waitUntil: 'load' });
    expect(page.url()).toBe(url);
    const framed = url.includes('framing');
    await (framed ? waitForRole(page, 'heading', 'Not Microsoft') : person.seeList());
    // Match patterns take no port: on another port the content script itself has to see the difference.
    const cards = await page.evaluate(() => document.querySelectorAll('html > [data-keytag-guide]').length);
    expect(cards).toBe(url.includes(':8443') ? 1 : 0);
  });

  it('refuses and reports everybody else', async () => {
    expect(world.refused()).toEqual([]);
    await page.goto('https://example.com/').catch(() => undefined);
    // Chromium asks twice.
    expect(new Set(world.refused())).toEqual(new Set(['example.com:443']));
  });
});
