/**
 * Hand-outs as they come out of the printer: five apps in two languages, chosen in the panel by hand and
 * printed by a real Chromium on A4 and on Letter. The PDFs stay in `.output/hand-outs`, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, PaperFormat } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickByRole, waitForRole } from '../support/ax.ts';
import { launchChromium, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.output/hand-outs');

/** Each app, and the sheets of paper its hand-out is meant to take. */
const APPS = [
  ['Canon imageRUNNER and imagePRESS', 2],
  ['Thunderbird', 1],
  ['msmtp', 2],
  ['Xbox 360', 1],
  ['Synology DSM notifications', 2],
] as const;

let world: World;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  world = await startWorld();
  browser = await launchChromium({ extensionDir: builtExtension('chromium'), proxyPort: world.proxyPort });
  page = await browser.newPage(`${browser.panelUrl}#/helpdesk/hand-outs`);
  await waitForRole(page, 'heading', 'Hand-outs');
});
afterAll(async () => {
  await browser?.close();
  expect(world?.refused()).toEqual([]);
  await world?.close();
});

async function print(name: string, format: PaperFormat): Promise<number> {
  const pdf = await page.pdf({ format, preferCSSPageSize: false });
  writeFileSync(path.join(FOLDER, `${name}-${format}.pdf`), pdf);
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0
  );
}

const choose = (app: string) => clickByRole(page, 'checkbox', app);

describe.each([
  ['English', 'en'],
  ['Deutsch', 'de'],
] as const)('printed in %s', (language, code) => {
  beforeAll(async () => {
    await clickByRole(page, 'radio', language);
  });

  it.each(APPS)('%s takes %i sheets', async (app, sheets) => {
    await choose(app);
    await until('the hand-out', () =>
      page.evaluate(
        (lang) => document.querySelector(`.handout[lang="${lang}"] .handout-foot`) !== null,
        code,
      ),
    );
    const a4 = await print(`${app}-${code}`, 'a4');
    const letter = await print(`${app}-${code}`, 'letter');
    await choose(app);
    expect({ a4, letter }, `see ${FOLDER}`).toEqual({ a4: sheets, letter: sheets });
  });

  it('begins each app of a set on a sheet of its own', async () => {
    for (const [app] of APPS.slice(0, 2)) await choose(app);
    const count = await print(`set-${code}`, 'a4');
    for (const [app] of APPS.slice(0, 2)) await choose(app);
    expect(count).toBe(APPS[0][1] + APPS[1][1]);
  });
});
