/** The rooms that explain, in the built extension: adviser, Fix a problem, the missing option, a set-up, the radar. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickByRole, textOf, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { storageText } from '../support/extension-api.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';

/** Made up for this test. */
const SECRET = 'qwhzkfjvmtxbrdlp';
const ADDRESS = 'anna.miller@contoso.example';

// What is said comes from the same pure functions in both; Firefox shows once that it arrives and can be copied.
describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  const inChromium = it.runIf(kind === 'chromium');
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let profile: Profile;

  beforeAll(async () => {
    world = await startWorld();
    profile = await newProfile();
    browser = await launch(kind, {
      extensionDir: builtExtension(kind),
      proxyPort: world.proxyPort,
      profile,
    });
    panel = await browser.openPanel();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused(), 'everything works offline').toEqual([]);
    await world?.close();
    await profile?.remove();
  });

  const go = (hash: string) =>
    panel.evaluate((to) => {
      location.hash = to;
    }, hash);
  const says = (region: string, words: string) =>
    until(`${region}: ${words}`, async () => (await textOf(panel, 'region', region))?.includes(words));

  /** What the clipboard holds, seen by pasting it into a box that keeps nothing. */
  async function pasted(): Promise<string> {
    await go('#/fix');
    await clickByRole(panel, 'textbox', 'Error text');
    await panel.keyboard.down('Control');
    for (const key of ['a', 'v'] as const) await panel.keyboard.press(key);
    await panel.keyboard.up('Control');
    return until(
      'the pasted text',
      async () => (await panel.evaluate(() => document.querySelector('textarea')?.value)) || null,
    );
  }

  async function choose(label: string): Promise<void> {
    await panel.evaluate((name) => {
      const list = document.querySelector('select');
      const option = [...(list?.options ?? [])].find((each) => each.text === name);
      if (!list || !option) throw new Error(`no app ${name}`);
      list.value = option.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, label);
  }

  it('answers “Do I need one?” with a verdict, alternatives and a text for the admin', async () => {
    await go('#/apps');
    await clickByRole(panel, 'button', 'Do I need one?');
    await clickByRole(panel, 'radio', 'Work or school');
    await waitForRole(panel, 'combobox', 'Which app or device?');
    for (const [app, answers, verdict] of [
      ['Outlook on the web', ['Read mail'], 'Not needed'],
      ['Zabbix', ["Don't know"], 'Only for sending'],
      ['Zabbix', ["“App password” isn't offered to me"], 'Depends on your admin'],
      ['Zabbix', ['Blocked'], "Can't work"],
    ] as const) {
      await choose(app);
      for (const answer of answers) await clickByRole(panel, 'radio', answer);
      await until(verdict, async () => (await textOf(panel, 'region', 'Verdict'))?.startsWith(verdict));
    }
    await says('Alternatives', 'Azure Communication Services');
    await says('Alternatives', 'Relay connector');
    await clickByRole(panel, 'button', 'Copy for the admin');
    expect(await pasted()).toContain('Set-CASMailbox');

    await go('#/apps/xbox-360');
    await until('Needed', async () => (await textOf(panel, 'region', 'Verdict'))?.startsWith('Needed'));
  });

  inChromium('says what an error means, and neither keeps nor copies what is personal', async () => {
    await go('#/fix');
    await clickByRole(panel, 'textbox', 'Error text');
    await panel.keyboard.type(
      `${ADDRESS} password=${SECRET} 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.`,
    );
    await clickByRole(panel, 'button', 'Check this error');
    await says('Diagnosis', "A new app password won't help");
    const diagnosis = await textOf(panel, 'region', 'Diagnosis');
    expect(diagnosis).not.toContain(SECRET);
    expect(diagnosis).not.toContain('anna');
    await clickByRole(panel, 'button', 'Copy without personal data');
    const copied = await pasted();
    expect(copied).toContain('SmtpClientAuthentication is disabled');
    expect(copied).not.toContain(SECRET);
    expect(copied).not.toContain('anna');
    await go('#/');
    await waitForRole(panel, 'heading', 'What matters today');
    await go('#/fix');
    await waitForRole(panel, 'textbox', 'Error text');
    expect(await panel.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
    expect(await storageText(panel)).not.toMatch(new RegExp(`${SECRET}|${ADDRESS}`));
  });

  inChromium('finds out why the option is missing, by keyboard alone', async () => {
    await go('#/fix');
    await clickByRole(panel, 'button', "“App password” isn't offered");
    await clickByRole(panel, 'link', 'Find out why, one question at a time');
    await waitForRole(panel, 'heading', 'It is a personal account');
    // The focus stands on the screen's heading: its first control is the first answer, Yes; the next one No.
    for (const key of ['Tab', 'Tab', 'Enter'] as const) await panel.keyboard.press(key);
    await waitForRole(panel, 'heading', 'Your second step comes from a policy', {
      that: (node) => node.focused,
    });
    await clickByRole(panel, 'button', 'No');
    await waitForRole(panel, 'heading', 'Multi-factor sign-in is not enforced for you');
    await clickByRole(panel, 'button', 'Yes');
    await clickByRole(panel, 'button', 'Copy for the admin');
    expect(await pasted()).toContain('Per-user MFA');
  });

  inChromium('gives a set-up that is ready to run, without the password', async () => {
    await go('#/apps/msmtp');
    await waitForRole(panel, 'region', 'Ready to run: msmtp');
    await clickByRole(panel, 'textbox', 'Your mail address');
    await panel.keyboard.type(ADDRESS);
    await clickByRole(panel, 'button', 'Copy set-up');
    const copied = await pasted();
    expect(copied).toContain(`user ${ADDRESS}`);
    expect(copied).toContain('passwordeval printenv SMTP_PASSWORD');
  });

  inChromium('tells on Home what changes, and where the common questions are answered', async () => {
    await go('#/');
    await says('What changes at Microsoft', 'December 2026');
    await go('#/fix');
    await clickByRole(panel, 'link', 'Common questions');
    await waitForRole(panel, 'heading', 'Common questions');
    expect(await panel.evaluate(() => document.querySelectorAll('.question').length)).toBe(12);
  });

  // What a tick is worth is in both browsers the same storage; creating a vault takes its time.
  inChromium('keeps what was ticked off in the plan', { timeout: 150_000 }, async () => {
    const keeper = new Keeper(panel, profile);
    await keeper.openInventory();
    await keeper.createVault();
    await keeper.isOpen();
    await keeper.addTag({ App: 'msmtp', Device: 'Server in the hall' });

    await go('#/');
    await says('What changes at Microsoft', 'Plan: 0 of');
    const line = { within: { role: 'region', name: 'What changes at Microsoft' } } as const;
    await clickByRole(panel, 'checkbox', /^msmtp/, line);
    await says('What changes at Microsoft', 'Plan: 1 of');
    await panel.reload();
    await says('What changes at Microsoft', 'Plan: 1 of');
    await keeper.openInventory();
    await keeper.lock();
    await go('#/');
    await says('What changes at Microsoft', 'Your inventory is locked');
    expect(await textOf(panel, 'region', 'What changes at Microsoft')).not.toContain('Server in the hall');
    await keeper.openInventory();
    await keeper.enter();
    await go('#/');
    await says('What changes at Microsoft', 'Plan: 1 of');
  });
});
