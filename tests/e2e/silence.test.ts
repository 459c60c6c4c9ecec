/**
 * Where the guide must not be: interrupts, password change, sign-in, frames, look-alikes (SECURITY.md R17),
 * and anywhere at all without a running task. And what nobody may learn or ask for: R21, R22, R25.
 */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { findByRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { POINTER_HOST } from '../support/closed-root.ts';
import { settled, stopTask } from '../support/extension-api.ts';
import { ExtensionWorld } from '../support/extension-world.ts';
import { backgroundOf } from '../support/hearing.ts';
import { LOOK_ALIKES, SECURITY_INFO, startWorld, type World } from '../support/world.ts';
import { CARD, type Journey, startTask } from './journey.ts';

const HOST = 'https://mysignins.microsoft.com';
/** An address, and what a person sees there once it has loaded. */
const SILENT: readonly (readonly [string, string, RegExp])[] = [
  [`${HOST}/register?csrf_token=x&isOobe=False`, 'button', /^Skip setup$/],
  [`${HOST}/api/post/registrationinterrupt`, 'button', /^Skip setup$/],
  [`${HOST}/api/post/registerMfaMethods`, 'button', /./],
  [`${HOST}/security-info/password/change`, 'button', /^Submit$/],
  [`${HOST}/security-info/password/change?tileType=ChangePassword`, 'button', /^Submit$/],
  [`${HOST}/devices`, 'link', /^Devices$/],
  [
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize?redirect_uri=https://mysignins.microsoft.com/security-info',
    'button',
    /^Verify$/,
  ],
  ['https://account.activedirectory.windowsazure.com/AppPasswords.aspx', 'button', /^Create$/],
  ['https://account.live.com/proofs/manage/additional', 'link', /./],
  ...LOOK_ALIKES.map((url) =>
    url.includes('framing')
      ? ([url, 'heading', /^Not Microsoft$/] as const)
      : ([url, 'button', /^Add sign-in method$/] as const),
  ),
];

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
    await world?.close();
  });

  describe('with a running task', () => {
    let journey: Journey;
    let page: Page;
    beforeAll(async () => {
      journey = await startTask(browser, world, panel);
      page = journey.page;
      await journey.cardSays('above the list');
    });

    it.each(SILENT)('shows nothing at %s', async (url, role, name) => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      await waitForRole(page, role, name);
      await settled(page, panel);
      for (const frame of page.frames())
        expect(await underHtml(frame), frame.url()).toEqual(['head', 'body']);
      expect(await findByRole(page, 'region', CARD)).toBeNull();
    });

    it('shows nothing in a framed copy of the page, not even inside Microsoft’s own', async () => {
      await page.goto('https://framing.test/', { waitUntil: 'load' });
      const foreign = await frameWithList(page);
      await settled(page, panel);
      expect(await underHtml(foreign)).toEqual(['head', 'body']);

      await journey.person.open();
      await journey.cardSays('above the list');
      await page.evaluate(() => {
        const frame = document.body.appendChild(document.createElement('iframe'));
        frame.src = '/security-info';
      });
      const own = await frameWithList(page);
      await settled(page, panel);
      expect(await underHtml(own)).toEqual(['head', 'body']);
      expect(await underHtml(page.mainFrame())).toEqual(['head', 'body', 'the pointer']);
    });

    it('comes with the address and goes with it, without a load', async () => {
      await page.goto(`${HOST}/register?csrf_token=x`, { waitUntil: 'domcontentloaded' });
      await waitForRole(page, 'button', 'Skip setup');
      await settled(page, panel);
      expect(await underHtml(page.mainFrame())).toEqual(['head', 'body']);
      await journey.person.skipSetup();
      await journey.cardSays('above the list');

      await settled(page, panel);
      const left = await page.evaluate((pointer) => {
        history.pushState({}, '', '/devices');
        return new Promise<number>((resolve) => {
          let frames = 0;
          const look = (): void => {
            frames += 1;
            const gone = document.querySelector(pointer) === null;
            if (gone || frames > 60) resolve(frames);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
      }, POINTER_HOST);
      // The script may read in the frame after this one has looked.
      expect(left, 'frames until it was gone').toBeLessThanOrEqual(2);
    });
  });

  it('cannot be found by a page that looks for it', async () => {
    await stopTask(panel);
    const page = await browser.newPage();
    const root = browser.panelUrl.replace('sidepanel.html', '');
    for (const from of ['https://evil.test/mysignins.microsoft.com/security-info', SECURITY_INFO]) {
      await page.goto(from, { waitUntil: 'load' });
      const found = await page.evaluate(async (base) => {
        const answers: string[] = [];
        for (const path of [
          'manifest.json',
          'security-info.js',
          'sidepanel.html',
          'practice.html',
          'icon/16.png',
        ]) {
          await fetch(base + path, { mode: 'no-cors' }).then(
            () => answers.push(`fetch ${path}`),
            () => undefined,
          );
        }
        await new Promise<void>((resolve) => {
          const image = new Image();
          image.onload = () => resolve(void answers.push('image'));
          image.onerror = () => resolve();
          image.src = `${base}icon/16.png`;
        });
        const api = globalThis as unknown as { chrome?: { runtime?: unknown }; browser?: unknown };
        if (api.chrome?.runtime || api.browser) answers.push('runtime');
        return answers;
      }, root);
      expect(found, from).toEqual([]);
    }
    await page.close();
  });

  it('asks the network for nothing, and could not (R22, R25)', async () => {
    const before = world.requests().length;
    const tried = await panel.evaluate(async (url) => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const fetched = await fetch(`${url}?fetch`, { mode: 'no-cors' }).then(
        () => 'went out',
        () => 'refused',
      );
      const image = await new Promise((resolve) => {
        const element = new Image();
        element.onload = () => resolve('went out');
        element.onerror = () => resolve('refused');
        element.src = `${url}?image`;
      });
      navigator.sendBeacon(`${url}?beacon`);
      return { fetched, image, blocked };
    }, SECURITY_INFO);
    expect(tried).toMatchObject({ fetched: 'refused', image: 'refused' });
    expect(tried.blocked).toEqual(expect.arrayContaining(['connect-src', 'img-src']));
    if (kind === 'chromium') {
      const background = await backgroundOf(browser);
      const { result } = await background.send('Runtime.evaluate', {
        expression: `fetch(${JSON.stringify(`${SECURITY_INFO}?background`)}).then(() => 'went out', () => 'refused')`,
        awaitPromise: true,
      });
      expect(result.value).toBe('refused');
    }
    await panel.bringToFront();
    await settled(panel, panel);
    expect(world.requests().slice(before)).toEqual([]);
    expect(world.requests().filter(({ origin }) => /^(chrome|moz)-extension:/.test(origin))).toEqual([]);
    expect(world.refused()).toEqual([]);
  });

  it.runIf(kind === 'chromium')('does nothing at all on the page without a task', async () => {
    world.configure(DEFAULT_SWITCHES);
    await stopTask(panel);
    const page = await browser.newPage();
    const own = await ExtensionWorld.of(page);
    await page.goto(SECURITY_INFO, { waitUntil: 'domcontentloaded' });
    await waitForRole(page, 'button', 'Add sign-in method');
    await own.run(countWork);
    await change(page);
    await settled(page, panel);
    expect(await own.run(workDone)).toEqual({});
    expect(await underHtml(page.mainFrame())).toEqual(['head', 'body']);

    // The same counters see the guide at work, and see it stop.
    await stopTask(panel);
    const journey = await startTask(browser, world, panel);
    await journey.cardSays('above the list');
    const guided = await ExtensionWorld.of(journey.page);
    await guided.run(countWork);
    await change(journey.page);
    await settled(journey.page, panel);
    expect(Object.keys(await guided.run(workDone))).toEqual(
      expect.arrayContaining(['requestAnimationFrame', 'querySelectorAll']),
    );
    await stopTask(panel);
    await journey.noCard();
    await guided.run(workDone);
    await change(journey.page);
    await settled(journey.page, panel);
    expect(await guided.run(workDone)).toEqual({});
  });
});

function underHtml(frame: Frame): Promise<string[]> {
  return frame.evaluate(
    (pointer) =>
      [...document.documentElement.children].map((child) =>
        child.matches(pointer) ? 'the pointer' : child.localName,
      ),
    POINTER_HOST,
  );
}

/** The framed copy, once it shows the list. */
async function frameWithList(page: Page): Promise<Frame> {
  const frame = await page.waitForFrame((each) => each !== page.mainFrame() && each.url().startsWith(HOST));
  await frame.waitForSelector('button[name="Add method"]');
  return frame;
}

/** Many kinds of changes, as a lively page makes them. */
async function change(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.append(document.createElement('p'));
    document.body.className = 'changed';
    for (const type of ['resize', 'popstate', 'input', 'transitionend'])
      window.dispatchEvent(new Event(type));
    history.replaceState({}, '', location.href);
  });
}

/** Counts, in the content script's world, every call by which it could look at the page or wait for it. */
function countWork(): void {
  const own = globalThis as unknown as { work: Record<string, number> } & Record<string, unknown>;
  own.work = {};
  const wrap = (object: object, name: string): void => {
    const original = (object as Record<string, (...args: unknown[]) => unknown>)[name];
    if (!original) throw new Error(`no ${name}`);
    (object as Record<string, unknown>)[name] = function (this: unknown, ...args: unknown[]): unknown {
      own.work[name] = (own.work[name] ?? 0) + 1;
      return original.apply(this, args);
    };
  };
  wrap(globalThis, 'requestAnimationFrame');
  wrap(globalThis, 'setTimeout');
  wrap(MutationObserver.prototype, 'observe');
  wrap(EventTarget.prototype, 'addEventListener');
  for (const name of ['querySelector', 'querySelectorAll']) wrap(Document.prototype, name);
  for (const name of ['querySelectorAll', 'getBoundingClientRect', 'checkVisibility', 'matches'])
    wrap(Element.prototype, name);
}

/** What was counted since the last call. */
function workDone(): Record<string, number> {
  const own = globalThis as unknown as { work: Record<string, number> };
  const done = own.work;
  own.work = {};
  return done;
}
