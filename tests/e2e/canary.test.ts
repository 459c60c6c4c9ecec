/**
 * The canary: the app password is on screen, and nothing of it is read (SECURITY.md R18), nothing of it
 * leaves the page, and nothing of the pointer stays on the page (R20). In Chromium, whose debugger reaches
 * the world of the content script: a trap in the page's own world would never see it.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES, type Switches } from '../replica/switches.ts';
import { launchChromium, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { inClosedRoot, POINTER_HOST } from '../support/closed-root.ts';
import { ExtensionWorld } from '../support/extension-world.ts';
import { hearEverything } from '../support/hearing.ts';
import { pressSeen } from '../support/press.ts';
import { layTraps, readOnPurpose, sprungBy } from '../support/traps.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { A_TASK, guideState, Journey, startTask } from './journey.ts';

const MICROSOFTS_OWN = '/bundle/main.';

let world: World;
let browser: TestBrowser;
let panel: Page;

beforeAll(async () => {
  world = await startWorld();
  browser = await launchChromium({ extensionDir: builtExtension('chromium'), proxyPort: world.proxyPort });
  panel = await browser.openPanel();
});
afterAll(async () => {
  await browser?.close();
  expect(world?.refused()).toEqual([]);
  await world?.close();
});

/** From the list to the password on screen, with traps in both worlds. */
async function toTheResult(
  changes: Partial<Switches>,
): Promise<{ journey: Journey; own: ExtensionWorld; secret: string }> {
  world.configure({ ...DEFAULT_SWITCHES, ...changes });
  const journey = await startTask(browser, world, panel);
  await journey.cardSays('above the list');
  const own = await ExtensionWorld.of(journey.page);
  await own.run(layTraps, null);
  await journey.page.evaluate(layTraps, MICROSOFTS_OWN);
  await journey.person.clickAddMethod();
  await journey.person.chooseAppPassword();
  await journey.person.typeName(A_TASK.name);
  await journey.person.next();
  await journey.person.seeResult();
  await journey.cardSays('Copy the password now');
  const secret = world.secrets().at(-1) ?? '';
  expect(secret).toMatch(/^[a-z]{16}$/);
  return { journey, own, secret };
}

/** Everything that makes the content script look at the page again. */
async function stir(page: Page, own: ExtensionWorld): Promise<void> {
  await page.evaluate(() => {
    for (const type of ['resize', 'input', 'pageshow', 'transitionend'])
      window.dispatchEvent(new Event(type));
    document.body.classList.toggle('stirred');
  });
  await own.settled();
  await page.evaluate(() => document.body.removeAttribute('class'));
  await own.settled();
}

describe.each([
  ['text in a dialog', { resultField: 'span' }],
  ['a read-only field in a dialog', { resultField: 'readonly-field' }],
  ['text on a full page', { generation: 'B-fullpage', resultField: 'span' }],
  ['a read-only field on a full page', { generation: 'B-fullpage', resultField: 'readonly-field' }],
  ['text in the old dialog without test ids', { generation: 'A', testIds: 'removed', resultField: 'span' }],
] as const)('the password as %s', (_, changes) => {
  it('is never read, and reaches nothing', async () => {
    const heard = await hearEverything(browser, panel);
    const { journey, own, secret } = await toTheResult(changes);
    const { page, person } = journey;
    await heard.alsoPage(page);
    await stir(page, own);

    const atResult = await own.run(sprungBy, secret);
    expect(atResult.sprung, 'traps in the content script’s world').toEqual([]);
    expect(atResult.reads, 'reads the traps saw at all').toBeGreaterThan(0);
    expect((await page.evaluate(sprungBy, secret)).sprung, 'traps in the page’s world').toEqual([]);
    const overlay = await inClosedRoot(page, 'function (root) { return root.innerHTML; }');
    expect(overlay).toContain('Copy the password now');
    expect(overlay).not.toContain(secret);

    // The traps would have told: somebody who does read it springs every one of them.
    const expected = await own.run(readOnPurpose, secret);
    expect((await own.run(sprungBy, secret)).sprung).toEqual(expected);
    await page.evaluate(readOnPurpose, secret);
    // React puts a getter of its own before a field's value, so that one counts as Microsoft's there.
    const expectedInPage = expected.filter((api) => api !== 'HTMLInputElement.value');
    expect((await page.evaluate(sprungBy, secret)).sprung).toEqual(expect.arrayContaining(expectedInPage));

    await person.done();
    await person.seeRow(A_TASK.name);
    await until('the finished task', async () => (await guideState(panel))?.task.seen.made === A_TASK.name);
    await journey.cardSays('Done');
    const all = await heard.everything();
    expect(all.messages.length, 'messages heard').toBeGreaterThan(3);
    expect(all.background, 'the ear in the background works').toContain('keytag-test-probe');
    expect(JSON.stringify(all)).not.toContain(secret);
    expect(await panel.evaluate(() => document.documentElement.outerHTML)).not.toContain(secret);
    expect(world.requests().filter(({ url }) => url.includes(secret))).toEqual([]);
    expect(all.exceptions).toEqual([]);
  });
});

describe('the page', () => {
  it('is the same before, during and after the pointer, listeners included', async () => {
    world.configure(DEFAULT_SWITCHES);
    for (const old of await browser.browser.pages()) if (old.url().startsWith('https:')) await old.close();
    await tell({ type: 'guide.stop', payload: {} });
    const page = await browser.newPage();
    const own = await ExtensionWorld.of(page);
    await page.goto('https://mysignins.microsoft.com/security-info');
    const journey = new Journey(panel, page, world);
    await journey.person.seeList();
    // Fluent UI marks <body> at the first press of a mouse, wherever it is.
    await page.mouse.click(640, 780);
    await idle(page);
    const before = { dom: await domWithout(page), listeners: await listenersOf(own) };

    await tell({ type: 'guide.start', payload: A_TASK });
    await journey.cardSays('above the list');
    await own.settled();
    const during = { dom: await domWithout(page), listeners: await listenersOf(own) };
    expect(difference(before.dom, during.dom)).toBe('');
    expect(during.listeners, 'the test sees the content script’s listeners').not.toEqual(before.listeners);

    await pressSeen(journey, 'Stop');
    await journey.noCard();
    await own.settled();
    expect(await page.evaluate((pointer) => document.querySelectorAll(pointer).length, POINTER_HOST)).toBe(0);
    expect(difference(before.dom, await domWithout(page))).toBe('');
    expect(await listenersOf(own)).toEqual(before.listeners);
    expect(await guideState(panel)).toBeNull();
  });
});

/** A message from the panel to the background. */
function tell(message: object): Promise<unknown> {
  return panel.evaluate((wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage(wanted);
  }, message);
}

/** The whole document as text, our own element taken out of the text (not of the page). */
function domWithout(page: Page): Promise<string> {
  return page.evaluate((pointer) => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll(pointer)) host.remove();
    return copy.outerHTML;
  }, POINTER_HOST);
}

/** Where two texts part, with a little around it; empty when they are the same. */
function difference(a: string, b: string): string {
  if (a === b) return '';
  const at = [...a].findIndex((char, index) => char !== b[index]);
  return `${a.slice(at - 40, at + 80)} became ${b.slice(at - 40, at + 80)}`;
}

/** Microsoft's page has nothing more to do: its text stayed the same over several frames. */
async function idle(page: Page): Promise<void> {
  let last = '';
  await until('an idle page', async () => {
    const now = await domWithout(page);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const same = now === last;
    last = now;
    return same;
  });
}

/** All listeners of the content script and of the page: what hangs where. The debugger tells them world by world. */
async function listenersOf(own: ExtensionWorld): Promise<Record<string, string[]>> {
  const { session } = own;
  const found: Record<string, string[]> = {};
  const worlds = { own: { contextId: await own.contextId() }, page: {} };
  for (const [name, context] of Object.entries(worlds)) {
    for (const expression of [
      'window',
      'document',
      'navigation',
      'visualViewport',
      'document.documentElement',
    ]) {
      const { result } = await session.send('Runtime.evaluate', { ...context, expression });
      const { listeners } = await session.send('DOMDebugger.getEventListeners', {
        objectId: result.objectId ?? '',
        ...(expression === 'document.documentElement' ? { depth: -1, pierce: true } : {}),
      });
      found[`${name} ${expression}`] = listeners
        .map(({ type, useCapture, backendNodeId }) => `${type} ${useCapture} ${backendNodeId}`)
        .sort();
    }
  }
  return found;
}
