/**
 * An organisation manages the browser with the browser's own means: each value has its effect in the real thing,
 * the background included, and what is hostile is survived, named, and costs nothing else.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY_KEYS } from '@/utils/helpdesk/policy.ts';
import { EXAMPLE, example } from '../helpdesk/a-pack.ts';
import { EVERY_VALUE } from '../helpdesk/policy-values.ts';
import { clickByRole, textOf, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { storageText, tell } from '../support/extension-api.ts';
import { type Managed, manage } from '../support/managed.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';

const CARD = 'What your organisation manages';
const MARK = 'Set by your organisation';
/** Everything is managed; what can only be shown where it is off, is off. As JSON text: a pack. */
const GOOD = {
  ...EVERY_VALUE,
  walkthroughs: EXAMPLE,
  remindersEnabled: false,
  // Hints on a password show where one may be kept. The other values forbid it.
  keepPasswords: true,
  longestAutoLock: 7,
  smtpAuth: 'off',
  mfa: 'security-defaults',
};
/** One is as it should be, and three are in part. Chromium takes away what is of another type than its schema says. */
const HOSTILE = {
  keepPasswords: false,
  remindersEnabled: 'yes',
  allowExports: { toString: true },
  organisationName: 'Con\u202etoso',
  organisationLogo: 'data:image/svg+xml,<svg onload=alert(1)>',
  contacts: [
    { label: 'Desk', url: 'tel:112' },
    { label: 'Evil', url: 'javascript:alert(document.domain)' },
  ],
  links: Array.from({ length: 21 }, () => ({ label: 'x', url: 'https://contoso.example' })),
  rotationInterval: -1,
  reminderLead: 2,
  quietHours: { from: 25, to: 99 },
  minimumPassphraseScore: 0,
  longestAutoLock: 100_000,
  selfMadeLength: 1,
  sensitiveLength: 100_000,
  hiddenApps: ['../../etc', 'the-bat'],
  recommendedApps: ['__proto__', 'thunderbird'],
  walkthroughs: '{"format":',
  appPasswords: '<script>alert(1)</script>',
  smtpAuth: 'on',
  mfa: '__proto__',
  handOutLanguage: 'xx',
};

describe.each(['chromium', 'firefox'] as const)('%s, managed by an organisation', (kind) => {
  let world: World;
  let managed: Managed;
  let profile: Profile;
  let browser: TestBrowser;
  let panel: Page;

  const start = async () => {
    browser = await launch(kind, { ...managed.options, profile, proxyPort: world.proxyPort });
    panel = await browser.openPanel();
  };
  beforeAll(async () => {
    world = await startWorld();
    managed = manage(kind);
    profile = await newProfile();
    managed.write(GOOD);
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    managed?.remove();
    await profile?.remove();
    expect(world?.refused()).toEqual([]);
    await world?.close();
  });

  const words = () =>
    panel.evaluate(() => (document.querySelector('main') ?? document.body).textContent ?? '');
  const says = (what: string) => until(`the words ${what}`, async () => (await words()).includes(what));
  const go = (hash: string) =>
    panel.evaluate((to) => {
      location.hash = to;
    }, hash);
  const settings = async () => {
    await clickByRole(panel, 'link', 'Settings');
    await waitForRole(panel, 'region', CARD);
    return (await textOf(panel, 'region', CARD)) ?? '';
  };
  const count = (selector: string) =>
    panel.evaluate((css) => document.querySelectorAll(css).length, selector);

  it('shows each value, marked, and its controls disabled', async () => {
    const card = await settings();
    expect(card.split(MARK).length - 1).toBe(POLICY_KEYS.length);
    expect(card).toContain('Contoso');
    expect(card).not.toContain('Values that are ignored');
    await waitForRole(panel, 'region', 'Reminders');
    // The tick, the lead, quiet hours with their tick, the interval.
    expect(await count('section[aria-labelledby="settings-reminders"] :is(input, select):disabled')).toBe(6);
    await says('at most 7 minutes');
  });

  it('speaks in the organisation’s name: whom to ask, its own apps, what it recommends and hides', async () => {
    await go('#/');
    const [own] = example().apps as [{ readonly id: string; readonly name: string }];
    for (const what of ['Contoso', 'Service desk', 'Rules for devices', 'Thunderbird', own.name]) {
      await until(`${what} on Home`, async () =>
        (await textOf(panel, 'region', 'From your organisation'))?.includes(what),
      );
    }
    expect(await count('img.organisation-logo[src^="data:image/png;base64,"]')).toBe(1);
    await go(`#/apps/${own.id}`);
    await waitForRole(panel, 'heading', own.name);
    await go('#/apps/the-bat');
    await says('Not in your list');
    await go('#/helpdesk/hand-outs');
    await waitForRole(panel, 'heading', 'Hand-outs');
    await until('the organisation’s language', () =>
      panel.evaluate(() => document.querySelector<HTMLInputElement>('input[value="de"]')?.checked),
    );
  });

  it('holds in the background too: what it decides is not changed by a message', async () => {
    const wanted = { isOn: true, hour: 11, lead: 30, quiet: null, interval: null, showsNames: false };
    await tell(panel, { type: 'reminders.settings', payload: wanted });
    const stored = JSON.parse(await storageText(panel)) as [unknown, Record<string, unknown>];
    expect(stored[1]['reminders-settings']).toMatchObject({ hour: 11, lead: 14, quiet: { from: 20, to: 8 } });
  });

  it('answers the questions on the admin, and the verdict follows', async () => {
    await go('#/apps/other-device');
    await says('Your organisation has switched off sending by password');
    expect(await count('fieldset .managed')).toBe(2);
    await go('#/option-missing');
    await waitForRole(panel, 'heading', 'Your second step comes from a policy');
    await says(MARK);
  });

  it('rules the inventory: passphrase, lock, passwords, files', async () => {
    const keeper = new Keeper(panel, profile);
    await keeper.openInventory();
    await keeper.fill('Passphrase', 'Summer2026!');
    await keeper.hears('It takes 4 of 4.');
    await keeper.createVault();
    await keeper.isOpen();
    const [session] = JSON.parse(await storageText(panel)) as [Record<string, unknown>];
    const open = Object.values(session).find(
      (each) => typeof each === 'object' && each !== null && 'idleUntil' in each,
    ) as { readonly seenAt: number; readonly idleUntil: number };
    expect(open.idleUntil - open.seenAt).toBe(7 * 60_000);
    await go('#/inventory/export');
    await says("doesn't allow files for other programs");
  });

  it('asks as much of a self-made password as it says, and more of a sensitive one', async () => {
    const keeper = new Keeper(panel, profile);
    await go('#/inventory/new');
    await keeper.fill('Password (optional)', 'Summer in Rome');
    await keeper.hears('at least 20 characters of 3 different kinds');
    await clickByRole(panel, 'checkbox', 'Sensitive');
    await keeper.hears('at least 24 characters of 4 different kinds');
  });

  it('survives hostile values: each is ignored and named, the others hold', {
    timeout: 120_000,
  }, async () => {
    managed.write(HOSTILE);
    // Chromium reads the file anew while it runs.
    if (kind === 'firefox') {
      await browser.close();
      await start();
    }
    await go('#/settings');
    await until(
      'the other values',
      async () =>
        ((await textOf(panel, 'region', CARD).catch(() => null)) ?? '').includes('Values that are ignored'),
      { timeout: 60_000 },
    );
    const card = await settings();
    const named = ['organisationName', 'organisationLogo', 'contacts[2]', 'links', 'rotationInterval'];
    const more = [
      'reminderLead',
      'quietHours',
      'minimumPassphraseScore',
      'longestAutoLock',
      'selfMadeLength',
      'sensitiveLength',
    ];
    const types = kind === 'firefox' ? ['remindersEnabled', 'allowExports'] : [];
    const rest = [
      'hiddenApps[1]',
      'recommendedApps[1]',
      ...types,
      'walkthroughs',
      'appPasswords',
      'mfa',
      'handOutLanguage',
    ];
    for (const key of [...named, ...more, ...rest]) expect(card).toContain(`${key}:`);
    for (const kept of ['Desk', 'the-bat', 'SMTP AUTH', 'Passwords themselves']) {
      expect(card).toContain(kept);
    }
    expect(card.split(MARK).length - 1).toBe(5);
    expect(await count('a[href^="javascript"], svg[onload], script:not([src])')).toBe(0);
    // A new start has locked it.
    if (kind === 'firefox') {
      const keeper = new Keeper(panel, profile);
      await keeper.openInventory();
      await keeper.enter();
    }
    await go('#/inventory/new');
    await says("doesn't allow Keytag to keep passwords");
    expect(await count('input[type="password"]')).toBe(0);
  });
});
