/** What the tests of hostile pages share: a browser, a running guide on the page, and questions about both. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { POINTER_HOST } from '../support/closed-root.ts';
import { settled, stopTask, storageText } from '../support/extension-api.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { until } from '../support/until.ts';
import { SECURITY_INFO, startWorld, type World } from '../support/world.ts';
import { guideState, Journey, startTask } from './journey.ts';

/** What a page does to the pointer: runs in the page, is told how to find the pointer's element. */
export type Attack = (pointer: string) => void;

export class Stage {
  world!: World;
  browser!: TestBrowser;
  panel!: Page;
  journey!: Journey;
  /** What was thrown on the page, each once; Chromium tells of the content script too. */
  thrown: string[] = [];

  get page(): Page {
    return this.journey.page;
  }

  /** With the guide at the list of methods before each test; nothing may be thrown in any. */
  static of(kind: BrowserKind): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      stage.world = await startWorld();
      stage.browser = await launch(kind, {
        extensionDir: builtExtension(kind),
        proxyPort: stage.world.proxyPort,
      });
      stage.panel = await stage.browser.openPanel();
    });
    afterAll(async () => {
      await stage.browser?.close();
      expect(stage.world?.refused()).toEqual([]);
      await stage.world?.close();
    });
    beforeEach(async () => {
      stage.world.configure({ ...DEFAULT_SWITCHES, existing: [] });
      await stopTask(stage.panel);
      stage.journey = await startTask(stage.browser, stage.world, stage.panel);
      stage.#listen();
      await stage.journey.cardSays('above the list');
    });
    afterEach(() => {
      expect(stage.thrown).toEqual([]);
    });
    return stage;
  }

  #listen(): void {
    const thrown: string[] = [];
    this.thrown = thrown;
    this.page.on('pageerror', (error) => {
      if (!thrown.includes(String(error))) thrown.push(String(error));
    });
  }

  /** Opens the page anew, after a script of the page's own that runs before everything else. */
  async openAfter(attack: Attack): Promise<void> {
    const page = await this.browser.newPage();
    await page.evaluateOnNewDocument(attack, POINTER_HOST);
    await this.page.close();
    this.journey = new Journey(this.panel, page, this.world);
    this.#listen();
    await page.goto(SECURITY_INFO, { waitUntil: 'domcontentloaded' });
    await this.journey.person.seeList();
  }

  underHtml(): Promise<string[]> {
    return this.page.evaluate(
      (pointer) =>
        [...document.documentElement.children].map((child) =>
          child.matches(pointer) ? 'the pointer' : child.localName,
        ),
      POINTER_HOST,
    );
  }

  settled(): Promise<void> {
    return settled(this.page, this.panel);
  }

  async isRunning(): Promise<boolean> {
    return (await guideState(this.panel)) !== null;
  }

  async ended(): Promise<void> {
    await until('the end of the task', async () => !(await this.isRunning()));
  }

  /** The pointer has left, the task goes on in the panel, which says why; the page works as before. */
  async handedOver(): Promise<void> {
    const { page, panel } = this;
    const stored = (words: string) => async () => (await storageText(panel)).includes(words);
    await until('the panel to be told', stored('"isInterferedWith":true'));
    await this.settled();
    expect(await this.underHtml()).toEqual(['head', 'body']);
    expect(await this.isRunning()).toBe(true);
    await panel.bringToFront();
    await panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await waitForRole(panel, 'heading', 'Something covers the pointer');
    await waitForRole(panel, 'button', 'Stop the guide');
    await page.bringToFront();
    await this.journey.person.clickAddMethod();
    await until('the next step in the panel', stored('"kind":"picker"'));
  }
}
