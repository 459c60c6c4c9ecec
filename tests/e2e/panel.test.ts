/** The panel as a person uses it, beside Microsoft's page: from a mistyped name to the card to keep. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { clickByRole, findAllByRole, findByRole, textOf, waitForNoRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { stopTask } from '../support/extension-api.ts';
import { newOwnPage } from '../support/own-pages.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { guideState, Journey } from './journey.ts';

const APP = 'Canon imageRUNNER and imagePRESS';
const NAME = 'Canon imageRUNNER Hall';

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;

  beforeAll(async () => {
    world = await startWorld();
    browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
    panel = await browser.openPanel();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    await world?.close();
  });
  beforeEach(async () => {
    world.configure({ ...DEFAULT_SWITCHES, existing: ['Outlook at work'] });
    await stopTask(panel);
    await closeOthers(browser, panel);
    await panel.bringToFront();
    await clickByRole(panel, 'link', 'Home');
    await waitForRole(panel, 'heading', 'What matters today');
  });

  const verdict = () => textOf(panel, 'region', 'Verdict');
  const step = () =>
    panel.evaluate(
      () => document.querySelector('ol[aria-label="Steps"] [aria-current="step"] p')?.textContent ?? null,
    );
  const stepIs = (words: string) => until(`the step ${words}`, async () => (await step()) === words);

  /** Looks an app up in the panel and opens its page. */
  async function lookUp(typed: string, heading: string): Promise<void> {
    await clickByRole(panel, 'link', 'Apps');
    await clickByRole(panel, 'searchbox', 'Find an app');
    // What was looked for before is still there.
    await panel.keyboard.press('Escape');
    await panel.keyboard.type(typed);
    await clickByRole(panel, 'link', new RegExp(`^${heading}`));
    await waitForRole(panel, 'heading', heading);
  }

  async function fill(field: string, text: string): Promise<void> {
    await clickByRole(panel, 'textbox', field);
    await panel.keyboard.down('Control');
    await panel.keyboard.press('a');
    await panel.keyboard.up('Control');
    await panel.keyboard.type(text);
  }

  /** From the app's page to Microsoft's, with the guide on it. */
  async function startGuide(): Promise<Journey> {
    await lookUp('imagerunner', APP);
    await fill('Device', 'Hall');
    await clickByRole(panel, 'button', 'Start the guide');
    const page = await until('Microsoft’s page', async () =>
      (await browser.browser.pages()).find((each) =>
        each.url().startsWith('https://mysignins.microsoft.com/'),
      ),
    );
    const journey = new Journey(panel, page, world);
    await journey.cardSays('above the list');
    return journey;
  }

  /** What the clipboard holds, seen by pasting it. */
  async function pasted(): Promise<string> {
    await clickByRole(panel, 'link', 'Apps');
    await clickByRole(panel, 'searchbox', 'Find an app');
    await panel.keyboard.down('Control');
    for (const key of ['a', 'v'] as const) await panel.keyboard.press(key);
    await panel.keyboard.up('Control');
    return until('the pasted text', async () => (await findByRole(panel, 'searchbox'))?.value || null);
  }

  it('finds an app by a mistyped name and tells the truth about it', async () => {
    await lookUp('tunderbrid', 'Thunderbird');
    expect(await verdict()).toContain('Not needed Reading mail with a work or school account');
    expect(await findByRole(panel, 'button', 'Start the guide')).toBeNull();
    await clickByRole(panel, 'radio', 'Only send');
    await until('the other purpose', async () =>
      (await verdict())?.includes('Only sending, with a work or school account'),
    );

    await lookUp('cannon imagerunr', APP);
    await until('the verdict for work', async () => (await verdict())?.startsWith('Only for sending'));
    expect(await verdict()).toMatch(/checked|Reported|Documented|sources?/);
    await clickByRole(panel, 'radio', 'Personal');
    await until('the verdict for a personal account', async () =>
      (await verdict())?.startsWith("Can't work"),
    );
    expect(await findByRole(panel, 'button', 'Start the guide')).toBeNull();
    await clickByRole(panel, 'radio', 'Work or school');
    await waitForRole(panel, 'button', 'Start the guide');
  });

  it('refuses a name that is too short, in a sentence, before Microsoft does', async () => {
    await lookUp('imagerunner', APP);
    await fill('Name', 'Canon');
    await clickByRole(panel, 'button', 'Start the guide');
    await waitForRole(
      panel,
      'text',
      'Microsoft refuses names with fewer than 8 characters. Add the device, for example.',
    );
    const field = await waitForRole(panel, 'textbox', 'Name', { that: (node) => node.focused });
    expect(field.description).toContain('Microsoft refuses names');
    expect(await guideState(panel)).toBeNull();
    await fill('Name', NAME);
    await waitForNoRole(panel, 'text', /^Microsoft refuses names/);
  });

  it('leads through the whole job, from the start to the card to keep', async () => {
    const journey = await startGuide();
    const { page, person } = journey;
    await stepIs('Add a sign-in method');
    await person.clickAddMethod();
    await stepIs('Choose “App password”');
    await person.chooseAppPassword();
    await stepIs('Give it a name');
    await person.typeName(NAME);
    await person.next();
    await person.seeResult();
    await stepIs('Copy the app password');
    await panel.bringToFront();
    expect(
      await findByRole(panel, 'button', 'Copy name'),
      'nothing may replace the password on the clipboard',
    ).toBeNull();
    await page.bringToFront();
    await person.copyPassword();
    await person.done();
    await person.seeRow(NAME);
    await journey.cardSays('Done:');

    await panel.bringToFront();
    await waitForRole(panel, 'heading', 'The app password is made');
    const card = { within: { role: 'region', name: 'Note this down' } };
    const noted = await textOf(panel, 'region', 'Note this down');
    for (const words of [NAME, APP, 'Hall', new Date().getFullYear().toString()])
      expect(noted).toContain(words);
    const secret = world.secrets().at(-1) ?? '';
    expect(await panel.evaluate(() => document.documentElement.outerHTML)).not.toContain(secret);

    // Copying a value would lose the password that is on the clipboard: it asks first.
    expect(await findByRole(panel, 'button', 'Copy card', card)).toBeNull();
    await clickByRole(panel, 'button', /^Copy ?: smtp\.office365\.com$/);
    await waitForRole(panel, 'alert');
    await clickByRole(panel, 'button', 'Not now');
    await clickByRole(panel, 'button', 'It is pasted');
    const boxes = await findAllByRole(panel, 'checkbox');
    expect(boxes.length).toBeGreaterThan(3);
    for (const [index] of boxes.entries()) {
      const ticked = () =>
        panel.evaluate(
          (at) => document.querySelectorAll<HTMLInputElement>('[type=checkbox]')[at]?.checked,
          index,
        );
      await clickByRole(panel, 'checkbox', boxes[index]?.name);
      await until('the tick', ticked);
    }
    await clickByRole(panel, 'button', /^Copy ?: smtp\.office365\.com$/);
    await waitForRole(panel, 'status', undefined, {
      that: (node) => JSON.stringify(node.children).includes('Copied'),
    });
    await clickByRole(panel, 'button', 'Copy card', card);
    await until('the copied card', async () =>
      (await textOf(panel, 'region', 'Note this down'))?.includes('Copied'),
    );
    expect(await pasted()).toContain(`Name: ${NAME}`);

    await panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await clickByRole(panel, 'button', 'Finish');
    await waitForRole(panel, 'heading', 'What matters today');
    expect(await guideState(panel)).toBeNull();
    await page.bringToFront();
    await journey.noCard();
  });

  it('stops the guide', async () => {
    const journey = await startGuide();
    await panel.bringToFront();
    await clickByRole(panel, 'button', 'Stop the guide');
    await waitForRole(panel, 'heading', APP);
    expect(await guideState(panel)).toBeNull();
    await journey.page.bringToFront();
    await journey.noCard();
  });

  it('lets the whole way be tried first, without an account', async () => {
    await lookUp('imagerunner', APP);
    const before = world.requests().length;
    await clickByRole(panel, 'button', 'Try it first');
    const page = await newOwnPage(browser, browser.practiceUrl);
    const journey = new Journey(panel, page, world);
    await journey.cardSays('above the list');
    await journey.ringIsOn('button', 'Add sign-in method');
    await clickByRole(page, 'button', 'Add sign-in method');
    await journey.cardSays('Choose App password');
    await clickByRole(page, 'button', /^App password/);
    await journey.cardSays('Give it a name');
    await clickByRole(page, 'textbox');
    await page.keyboard.type('Canon imageRUNNER');
    await journey.cardSays('Choose Next');
    await clickByRole(page, 'button', 'Next');
    await journey.cardSays('Copy the password now');
    await clickByRole(page, 'button', 'Done');
    await journey.cardSays('Done:');
    await panel.bringToFront();
    await waitForRole(panel, 'heading', 'That is the whole way');
    expect(world.requests().slice(before)).toEqual([]);
    await clickByRole(panel, 'button', 'End the rehearsal');
    await waitForRole(panel, 'heading', 'What matters today');
  });

  it('explains why the option is missing, with a text for the admin', async () => {
    world.configure({ appPassword: 'absent' });
    const { page, person } = await startGuide();
    await person.clickAddMethod();
    await new Journey(panel, page, world).cardSays("I can't find App password");
    await panel.bringToFront();
    await waitForRole(panel, 'heading', 'Why the option is missing');
    const causes = await panel.evaluate(() =>
      [...document.querySelectorAll('.cause > summary')].map((each) => each.textContent),
    );
    expect(causes.length).toBeGreaterThanOrEqual(4);
    await clickByRole(panel, 'button', 'Copy for the admin');
    await waitForRole(panel, 'status', undefined, {
      that: (node) => JSON.stringify(node.children).includes('Copied'),
    });
    expect(await pasted()).toContain('Canon imageRUNNER');
  });
});

async function closeOthers(browser: TestBrowser, panel: Page): Promise<void> {
  for (const page of await browser.browser.pages()) {
    if (page !== panel && !page.url().startsWith('about:')) await page.close();
  }
}
