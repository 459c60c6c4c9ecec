/**
 * Plays the main job in a real browser: from "which app?" to a working app password. The person is played
 * by role and name, as the tests do; the page is the replica under Microsoft's host name, on loopback.
 * Prints one line per step and leaves pictures of panel and page in .output/demo/.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { clickByRole, findByRole, textOf, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { Person } from '../support/page-actions.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chrome' }, hold: { type: 'boolean', default: false } },
});
const isFirefox = values.browser === 'firefox';
const root = path.resolve(import.meta.dirname, '../..');
const pictures = path.join(root, '.output/demo');
const CARD = 'Keytag guide';
const NARROW = { width: 400, height: 800 };
const WIDE = { width: 1100, height: 800 };

let step = 0;
const number = (): string => String(step).padStart(2, '0');
/** One line, and a picture of each page that is given. */
async function tell(what: string, shots: Record<string, Page> = {}): Promise<void> {
  step += 1;
  console.log(`${number()}  ${what}`);
  const pages = Object.entries(shots);
  // A tab in the background is not painted, and a picture of it may never come.
  for (const [name, page] of pages) {
    await page.bringToFront();
    await page.screenshot({ path: path.join(pictures, `${number()}-${name}.png`) });
  }
  if (pages.length > 1) await pages[0]?.[1].bringToFront();
}

async function main(): Promise<void> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const world = await startWorld({ generation: 'B-recommended', existing: ['Reception printer'] });
  const browser = await launch(isFirefox ? 'firefox' : 'chromium', {
    extensionDir: path.join(root, '.output', isFirefox ? 'firefox-mv3' : 'chrome-mv3'),
    proxyPort: world.proxyPort,
    headless: !values.hold,
  });
  try {
    await play(browser, world);
    const outside = world.refused();
    await tell(
      outside.length === 0 ? 'Requests to anybody else: none.' : `Requests to others: ${outside.join(', ')}`,
    );
    if (outside.length > 0) process.exitCode = 1;
    console.log(`\nPictures: ${path.relative(root, pictures)}`);
    if (values.hold) await held(browser);
  } finally {
    await browser.close().catch(() => undefined);
    await world.close();
  }
}

async function play(browser: TestBrowser, world: World): Promise<void> {
  const panel = await browser.openPanel();
  await panel.setViewport(NARROW);
  await waitForRole(panel, 'heading', 'Keytag').catch(() => undefined);
  await tell('The panel opens at Home.', { panel });

  await clickByRole(panel, 'link', 'Apps');
  await clickByRole(panel, 'searchbox', 'Find an app');
  await panel.keyboard.type('cannon scaner');
  await waitForRole(panel, 'link', /Canon/);
  await tell('Which app? "cannon scaner" finds Canon, typing errors forgiven.', { panel });

  await clickByRole(panel, 'link', /Canon/);
  await waitForRole(panel, 'region', 'Verdict');
  await tell(`The verdict: ${firstLine(await textOf(panel, 'region', 'Verdict'))}`, { panel });

  await fill(panel, 'Device', 'Hall');
  const name = await until('the suggested name', async () => {
    const value = (await findByRole(panel, 'textbox', 'Name'))?.value ?? '';
    return value.endsWith('Hall') ? value : null;
  });
  await tell(`The name suggested for Microsoft: ${name}`, { panel });

  await clickByRole(panel, 'button', 'Start the guide');
  const page = await until("Microsoft's page", async () => {
    const pages = await browser.browser.pages();
    return pages.find((each) => each.url().startsWith('https://mysignins.')) ?? null;
  });
  await page.setViewport(WIDE);
  const person = new Person(page, world);
  const card = async (says: RegExp): Promise<string> => {
    const text = await until('the card', async () => {
      const now = await textOf(page, 'region', CARD);
      return now !== null && says.test(now) ? now : null;
    });
    return text
      .replace(/^Keytag\s*/, '')
      .replace(/ (Hide|Show)(?= |$)/, '')
      .replace(/\s*(Copy name\s*)?Open panel\s*Stop.*$/, '');
  };

  await person.seeList();
  await tell(`List of methods.  ${await card(/Add sign-in method/)}`, { page, panel });
  await person.clickAddMethod();
  await tell(`Add dialog, recommended method first.  ${await card(/Show more options/)}`, { page, panel });
  await person.showMoreOptions();
  await tell(`Add dialog, all methods.  ${await card(/Choose App password/)}`, { page, panel });
  await pictureOfBoth(browser, `${number()}-page.png`, `${number()}-panel.png`);
  await page.bringToFront();
  await person.chooseAppPassword();
  await tell(`Name step.  ${await card(/name you will recognise/)}`, { page, panel });
  await clickByRole(page, 'button', 'Copy name', { within: { role: 'region', name: CARD } });
  await person.typeName(name);
  await tell(`Name typed.  ${await card(/Choose Next|then choose/)}`, { page, panel });
  await person.next();
  await person.seeResult();
  await tell(`The password is on screen.  ${await card(/only this once/)}`, { page, panel });
  await person.done();
  await tell(`Back on the list.  ${await card(/^.*Done: /)}`, { page, panel });

  await panel.bringToFront();
  await waitForRole(panel, 'heading', /Canon|app/i);
  await tell(`Afterwards: ${firstLine(await textOf(panel, 'main'))}`, { panel });
  const secret = world.secrets().at(-1) ?? '';
  const seen = `${await panel.evaluate(() => document.documentElement.outerHTML)}${await textOf(page, 'region', CARD)}`;
  if (secret === '' || seen.includes(secret))
    throw new Error('the app password stands in the panel or the card');
  await tell('The app password itself is nowhere in Keytag.');
}

/** Page and panel side by side, as a person sees them: the picture of the read-me. */
async function pictureOfBoth(browser: TestBrowser, pagePicture: string, panelPicture: string): Promise<void> {
  const source = (name: string): string =>
    `data:image/png;base64,${readFileSync(path.join(pictures, name)).toString('base64')}`;
  const sheet = await browser.browser.newPage();
  await sheet.setViewport({ width: WIDE.width + NARROW.width + 1, height: WIDE.height });
  await sheet.setContent(
    `<body style="margin:0;display:flex;gap:1px;background:#857d6f"><img src="${source(pagePicture)}"><img src="${source(panelPicture)}">`,
  );
  await sheet.screenshot({ path: path.join(pictures, 'guide.png') });
  await sheet.close();
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await clickByRole(page, 'textbox', label);
  const selectAll = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.keyboard.down(selectAll);
  await page.keyboard.press('a');
  await page.keyboard.up(selectAll);
  await page.keyboard.type(text);
}

function firstLine(text: string | null): string {
  return (text ?? '').split('\n')[0]?.slice(0, 160) ?? '';
}

/** Leaves the window open until the person closes the browser. */
async function held(browser: TestBrowser): Promise<void> {
  console.log('The window stays open; close the browser to end.');
  await new Promise<void>((resolve) => browser.browser.once('disconnected', () => resolve()));
}

await main();
