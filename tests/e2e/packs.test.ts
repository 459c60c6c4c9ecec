/** An organisation's own walkthroughs in the built extension: a file imported, its guide on Microsoft's page, removed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../helpdesk/a-pack.ts';
import { clickByRole, findByRole, textOf, waitForNoRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { pressSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { Journey } from './journey.ts';

const ROOM = 'Walkthroughs of your own';
const SCANNER = 'Scanner in the entrance hall';

// What differs between browsers is the file chooser alone, which other tests have shown in both.
describe('walkthroughs from a file', () => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keytag-packs-'));
    world = await startWorld();
    browser = await launch('chromium', {
      extensionDir: builtExtension('chromium'),
      proxyPort: world.proxyPort,
    });
    panel = await browser.openPanel();
  });
  afterAll(async () => {
    await browser?.close();
    expect(world?.refused()).toEqual([]);
    await world?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  const says = (words: string | RegExp) =>
    until(`${ROOM}: ${words}`, async () => (await textOf(panel, 'region', ROOM))?.match(words));

  async function choose(text: string): Promise<void> {
    const file = join(folder, 'contoso.json');
    await writeFile(file, text);
    const [chooser] = await Promise.all([
      panel.waitForFileChooser(),
      clickByRole(panel, 'button', 'Import walkthroughs'),
    ]);
    await chooser.accept([file]);
  }

  it('refuses a bad one with its line, and imports a good one after a look at it', async () => {
    await clickByRole(panel, 'link', 'Helpdesk');
    await choose(EXAMPLE.replace('"paste-password"', '"send-password"'));
    const line = EXAMPLE.split('\n').findIndex((row) => row.includes('paste-password')) + 1;
    await says(new RegExp(`Line ${line}:.*send-password.*is no step`));

    await choose(EXAMPLE);
    await waitForRole(panel, 'heading', 'Import walkthroughs of Contoso?', { that: (node) => node.focused });
    await clickByRole(panel, 'button', 'Import');
    await says('The walkthroughs of Contoso are imported');
    await panel.reload();
    await waitForRole(panel, 'link', SCANNER);
  });

  it("leads with its app through Microsoft's page", async () => {
    await clickByRole(panel, 'link', SCANNER);
    await waitForRole(panel, 'text', 'From a file:');
    await until('the verdict', async () =>
      (await textOf(panel, 'region', 'Verdict'))?.startsWith('Only for sending'),
    );
    await clickByRole(panel, 'button', 'Start the guide');
    const page = await until('Microsoft’s page', async () =>
      (await browser.browser.pages()).find((each) =>
        each.url().startsWith('https://mysignins.microsoft.com/'),
      ),
    );
    const journey = new Journey(panel, page, world);
    await journey.cardSays('above the list');
    await pressSeen(journey, 'Stop');
    await journey.noCard();
    await panel.bringToFront();
  });

  it('lets it be removed', async () => {
    await clickByRole(panel, 'link', 'Helpdesk');
    await clickByRole(panel, 'button', /^Remove/);
    await says('The walkthroughs of Contoso are removed');
    await clickByRole(panel, 'link', 'Apps');
    await waitForRole(panel, 'searchbox', 'Find an app');
    await waitForNoRole(panel, 'link', new RegExp(SCANNER));
    await panel.evaluate(() => {
      location.hash = '#/apps/own-scanner-hall';
    });
    await waitForRole(panel, 'heading', "I don't know that app yet");
    expect(await findByRole(panel, 'button', 'Start the guide')).toBeNull();
  });
});
