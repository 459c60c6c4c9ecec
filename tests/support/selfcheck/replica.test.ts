/**
 * Shows that the replica has what is known of the real page, and that a person gets through it in every
 * position of its switches. In Chromium only: the page is the same in both.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES, type Switches } from '../../replica/switches.ts';
import { findByRole, textIn, waitForNoRole, waitForRole } from '../ax.ts';
import { launchChromium, type TestBrowser } from '../browsers.ts';
import { Person } from '../page-actions.ts';
import { until } from '../until.ts';
import { SECURITY_INFO, startWorld, type World } from '../world.ts';

let extensionDir: string;
let world: World;
let browser: TestBrowser;
let page: Page;
let person: Person;

beforeAll(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'keytag-replica-'));
  const manifest = { manifest_version: 3, name: 'Nothing', version: '1.0' };
  await writeFile(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
  world = await startWorld();
  browser = await launchChromium({ extensionDir, proxyPort: world.proxyPort });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  expect(world?.refused()).toEqual([]);
  await world?.close();
  await rm(extensionDir, { recursive: true });
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  person = new Person(page, world);
});

function set(changes: Partial<Switches> = {}): void {
  world.configure({ ...DEFAULT_SWITCHES, ...changes });
}

const has = (selector: string) =>
  page.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
const rowNames = () => world.rows().flatMap((row) => (row.method === 'appPassword' ? [row.detail] : []));

describe('what is known of the page', () => {
  it('is an empty shell that may only run its own scripts', async () => {
    set();
    const shell = await fetchShell();
    expect(shell).toContain('<title>My Sign-Ins</title><base href="/">');
    expect(shell).toContain('<html lang="en">');
    expect(shell).toContain(`content="script-src 'self' amcdn.msftauth.net js.monitor.azure.com "/>`);
    expect(shell).toMatch(/<script defer="defer" src="\/bundle\/main\.[0-9a-f]{8}\.js">/);
    expect(shell).toContain('<div id="root"></div>');
  });

  it('has the selectors of the list', async () => {
    set({ existing: ['Outlook at work'] });
    await person.open();
    for (const selector of [
      'body > div#root > button.css-181:first-child',
      'img.mectrl_profilepic',
      'button.ms-Button--commandBar[name="Add method"] span[data-automationid="splitbuttonprimary"] i[data-icon-name="Add"][aria-hidden="true"]',
      'button[name="Add method"] span.ms-Button-textContainer > span.ms-Button-label[id^="id__"]',
      'button[aria-label="Delete App password"] span',
      'span.ms-pii',
    ]) {
      expect(await has(selector), selector).toBe(true);
    }
    expect(await page.title()).toBe('My Sign-Ins | Security Info | Microsoft.com');
    expect(await page.evaluate(() => location.href)).toBe(SECURITY_INFO);
  });

  it('has the selectors of the drop-down dialog', async () => {
    set({ generation: 'A' });
    await person.open();
    await person.clickAddMethod();
    for (const selector of [
      'body > div#fluent-default-layer-host div.ms-Layer.ms-Layer--fixed[data-portal-element] > div.ms-Fabric.ms-Layer-content > div[role=alertdialog][aria-modal=true][aria-labelledby$="-title"]',
      'div.ms-Modal.is-open.ms-Dialog[role=document] > div.ms-Dialog-main[id^="ModalFocusTrapZone"] > [data-is-focus-trap-zone-bumper]',
      'div.ms-Dialog-title[role=heading][aria-level="1"]',
      'div[role=combobox][aria-haspopup=listbox][aria-label="Authentication method options"][id^="Dropdown"]',
      '.ms-Dialog-actions button.ms-Button--default',
      '.ms-Dialog-actions button.ms-Button--primary.is-disabled',
      '#root[aria-hidden=true], [aria-hidden=true] #root',
    ]) {
      expect(await has(selector), selector).toBe(true);
    }
    await person.openMethodList();
    expect(
      await has(
        'div.ms-Callout div[role=listbox][id$="-list"] button[role=option].ms-Dropdown-item > span.ms-Button-flexContainer > span.ms-Dropdown-optionText',
      ),
    ).toBe(true);
    await person.chooseAppPassword();
    expect(await has('[role=alertdialog] input[id*="TextField"]')).toBe(true);
  });

  it('has the selectors of the list picker and the wizard', async () => {
    set({ generation: 'B-recommended', createFails: 'throttled' });
    await person.open();
    await person.clickAddMethod();
    await until('the first entry', () => has('[data-testid="authmethod-picker-authenticatorApp"] p'));
    expect(await has('[data-testid="authmethod-picker-email"]')).toBe(false);
    expect(await has('button.ms-Link')).toBe(true);
    await person.showMoreOptions();
    expect(await has('[data-testid="authmethod-picker-email"]')).toBe(true);
    await person.chooseAppPassword();
    expect(await has('h2[data-testid="reskin-step-title"]')).toBe(true);
    expect(await has('button[data-testid="reskin-step-back-button"]')).toBe(true);
    expect(await has('button[data-testid="reskin-step-next-button"].ms-Button--primary')).toBe(true);
    await person.typeName('Thunderbird at home');
    await person.next();
    await until('the error', () => has('[data-testid="message-bar-error"]'));
  });

  it('shows the secret once, marked as personal', async () => {
    set();
    await person.open();
    await person.clickAddMethod();
    await person.chooseAppPassword();
    await person.typeName('Thunderbird at home');
    await person.next();
    await person.seeResult();
    const secret = world.secrets().at(-1) ?? '';
    expect(secret).toMatch(/^[a-z]{16}$/);
    const shown = () =>
      page.evaluate(() => document.querySelector('[role=alertdialog] .ms-pii')?.textContent);
    expect(await shown()).toBe(secret);
    await person.open();
    expect(await page.content()).not.toContain(secret);
    await person.seeRow('Thunderbird at home');
  });
});

describe('a person makes an app password', () => {
  const cases: readonly Partial<Switches>[] = [
    { generation: 'A' },
    { generation: 'A', blocking: false, language: 'de', transition: 'new-layer' },
    { generation: 'A', language: 'mixed', resultField: 'readonly-field', addWaitsForChoice: false },
    { generation: 'A', remountMs: 200 },
    { generation: 'B', blocking: false, language: 'fr', pickerEntryRole: 'none' },
    { generation: 'B', remountMs: 200 },
    { generation: 'B', language: 'ar', rowContainer: 'grid', colours: 'dark' },
    { generation: 'B', transition: 'new-layer', testIds: 'renamed', pickerEntryTag: 'button' },
    { generation: 'B', testIds: 'removed', nameFieldLabel: 'placeholder', skeleton: 'spinner' },
    { generation: 'B-recommended', language: 'ja', appPasswordKey: 'none' },
    { generation: 'B-recommended', resultCopyIcon: false, nameError: 'next-disabled' },
    { generation: 'B-fullpage', descriptorTag: 'p', addButtonText: 'Add method', heading: 'h2' },
    { generation: 'B-fullpage', remountMs: 200, language: 'de' },
    { loadDelayMs: 1500, dataDelayMs: 1500, createDelayMs: 1500, rowDelayMs: 1500 },
    { attributeStormPerSecond: 5000 },
  ];
  it.each(cases)('with %j', async (changes) => {
    set(changes);
    await person.open();
    await person.makeAppPassword('Thunderbird at home');
    expect(rowNames()).toEqual(['Thunderbird at home']);
  });

  it('with a list that became a panel on a narrow screen', async () => {
    set({ generation: 'A' });
    await page.setViewport({ width: 320, height: 640 });
    await person.open();
    await person.makeAppPassword('Thunderbird at home');
  });
});

describe('what else may happen', () => {
  const toName = async () => {
    await person.open();
    await person.clickAddMethod();
    await person.chooseAppPassword();
  };

  it('refuses a short name in words', async () => {
    set();
    await toName();
    await person.typeName('short');
    await person.next();
    await waitForRole(page, 'alert');
    expect(world.rows().filter((row) => row.method === 'appPassword')).toEqual([]);
  });

  it.each(['banner', 'message-bar'] as const)(
    'tells the limit by %s until one is deleted',
    async (limitShownAs) => {
      set({ appPassword: 'limit', limitShownAs });
      await toName();
      await person.typeName('Thunderbird at home');
      await person.next();
      const selector = limitShownAs === 'banner' ? '#ms-banner' : '[data-testid="message-bar-error"]';
      await until('the limit', () => has(selector));
      if (limitShownAs === 'message-bar') await person.closeDialog();
      await person.deleteRow('Existing app 40');
      await person.makeAppPassword('Thunderbird at home');
      expect(rowNames()).toHaveLength(40);
    },
  );

  it('does not offer app passwords', async () => {
    set({ appPassword: 'absent' });
    await person.open();
    await person.clickAddMethod();
    await waitForRole(page, 'text', 'Security questions');
    expect(await findByRole(page, 'text', 'App password')).toBeNull();
  });

  it('asks for a captcha', async () => {
    set({ createFails: 'captcha' });
    await toName();
    await person.typeName('Thunderbird at home');
    await person.next();
    await person.solveCaptcha();
    await person.seeResult();
  });

  it('ends the session', async () => {
    set({ createFails: 'session-ended' });
    await toName();
    await person.typeName('Thunderbird at home');
    await person.next();
    await (await waitForRole(page, 'button', 'Sign in')).click();
    await person.signIn();
  });

  it.each(['on-load', 'on-add', 'on-create'] as const)('wants a fresh proof %s', async (reauth) => {
    set({ reauth });
    await page.goto(SECURITY_INFO);
    if (reauth !== 'on-load') await person.clickAddMethod();
    if (reauth === 'on-create') {
      await person.chooseAppPassword();
      await person.typeName('Thunderbird at home');
      await person.next();
    }
    await person.signIn();
    expect(await findByRole(page, 'alertdialog')).toBeNull();
    await person.makeAppPassword('Thunderbird at home');
  });

  it('lays "about to expire" over the picker', async () => {
    set({ timeoutDialog: true });
    await person.open();
    await person.clickAddMethod();
    await person.staySignedIn();
    await person.chooseAppPassword();
  });

  it.each(['Delete', 'Ok', 'Yes'] as const)('deletes after "%s"', async (confirmLabel) => {
    set({ confirmLabel, existing: ['Outlook at work', 'Printer'], rowDeleteLabel: 'text-only' });
    await person.open();
    await person.deleteRow('Printer');
    expect(rowNames()).toEqual(['Outlook at work']);
  });

  it('opens another method by mistake and goes back', async () => {
    set();
    await person.open();
    await person.clickAddMethod();
    await person.chooseMethod('password');
    await person.back();
    await person.chooseAppPassword();
  });

  it('loses the password when Escape is pressed on it', async () => {
    set();
    await toName();
    await person.typeName('Thunderbird at home');
    await person.next();
    await person.seeResult();
    await person.pressEscape();
    await waitForNoRole(page, 'alertdialog');
  });

  it.each(['/register?csrf_token=x&isOobe=False', '/api/post/registrationinterrupt'])(
    'interrupts at %s and leaves without loading',
    async (path) => {
      set();
      await page.goto(new URL(path, SECURITY_INFO).href);
      await until('the wizard', () => has('[data-testid="reskin-step-next-button"]'));
      const loads = world.requests().filter(({ url }) => url === SECURITY_INFO).length;
      await person.skipSetup();
      await person.seeList();
      expect(page.url()).toBe(SECURITY_INFO);
      expect(world.requests().filter(({ url }) => url === SECURITY_INFO)).toHaveLength(loads);
    },
  );

  it('moves between routes without loading', async () => {
    set();
    await page.goto(new URL('/', SECURITY_INFO).href);
    await person.seeList();
    expect(page.url()).toBe(SECURITY_INFO);
    await person.navigate('Devices');
    await until('/devices', () => page.url().endsWith('/devices'));
    await page.goBack();
    await person.seeList();
    await (
      await waitForRole(page, 'button', 'Change', {
        within: { role: 'listitem', that: (row) => textIn(row).startsWith('Password ') },
      })
    ).click();
    await until('the form', () => has('input[name=newPassword]'));
    expect(page.url()).toBe(`${SECURITY_INFO}/password/change`);
  });
});

/** As the server sends it, before the bundle draws anything. */
async function fetchShell(): Promise<string> {
  const response = await page.goto(SECURITY_INFO);
  return (await response?.text()) ?? '';
}
