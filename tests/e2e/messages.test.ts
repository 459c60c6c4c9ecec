/**
 * Messages from where they may not come (SECURITY.md R14 to R16): nothing changes, nothing is thrown,
 * nobody gets an answer. The rules themselves are tested in tests/messages; here the browser's word on
 * who is speaking is the real one.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { settled, storageText, tell } from '../support/extension-api.ts';
import { ExtensionWorld } from '../support/extension-world.ts';
import { backgroundOf } from '../support/hearing.ts';
import { startWorld, type World } from '../support/world.ts';
import { A_TASK, type Journey, startTask } from './journey.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const SIGHTING = {
  state: { kind: 'list', names: [], rows: 0 },
  labels: {},
  languageKnown: true,
  unchangedFor: 0,
};
const HOW_READ = { layer: 'none', missed: null, language: null };
const HUGE = 10 * 1024 * 1024;

/** What may come from the panel alone, and what may come from nobody. */
const FORGED: readonly (readonly [string, unknown])[] = [
  ['a start', { type: 'guide.start', payload: { ...A_TASK, name: 'Somebody else’s' } }],
  ['a stop', { type: 'guide.stop', payload: {} }],
  ['a question what pages are built of', { type: 'guide.structure', payload: {} }],
  ['a wish to see the page', { type: 'guide.show-page', payload: {} }],
  ['a type nobody knows', { type: 'guide.everything', payload: {} }],
  ['the type __proto__', { type: '__proto__', payload: {} }],
  ['the type constructor', { type: 'constructor', payload: {} }],
  ['the type toString', { type: 'toString', payload: {} }],
  ['no type', { payload: {} }],
  ['a type that is a list', { type: ['guide.stop'], payload: {} }],
  ['one key too many', { type: 'card.open-panel', payload: {}, also: 1 }],
  ['a payload too many', { type: 'page.hello', payload: { more: true } }],
  ['a report without a task', { type: 'page.report', payload: { sighting: SIGHTING } }],
  ['nothing', null],
  ['a text', 'guide.stop'],
  ['a number', 7],
  ['a list', [{ type: 'guide.stop', payload: {} }]],
];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let journey: Journey;
  /** Where the content script lives; in Chromium only. */
  let own: ExtensionWorld;
  const thrown: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
    browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
    panel = await browser.openPanel();
    if (kind === 'chromium') {
      const background = await backgroundOf(browser);
      background.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
        thrown.push(JSON.stringify(exceptionDetails)),
      );
      await background.send('Runtime.enable');
    }
    journey = await startTask(browser, world, panel);
    await journey.cardSays('above the list');
    if (kind === 'chromium') own = await ExtensionWorld.of(journey.page);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  let before: string;
  beforeEach(async () => {
    world.configure(DEFAULT_SWITCHES);
    await settled(journey.page, panel);
    before = await storageText(panel);
    expect(before).toContain(A_TASK.name);
  });
  afterEach(async () => {
    await settled(journey.page, panel);
    expect(await storageText(panel)).toBe(before);
    await journey.cardSays('above the list', 10_000);
    expect(thrown).toEqual([]);
  });

  describe.runIf(kind === 'chromium')('from the content script’s world', () => {
    const send = (message: unknown) => own.run(sendHere, JSON.stringify(message));

    it.each(FORGED)('%s is refused', async (_, message) => {
      expect(await send(message)).toBe('no answer');
    });

    it('an own key __proto__ is refused, wherever it stands', async () => {
      expect(await own.run(sendHere, '{"type":"card.open-panel","payload":{"__proto__":{"x":1}}}')).toBe(
        'no answer',
      );
      expect(await own.run(sendHere, '{"__proto__":{"type":"guide.stop","payload":{}}}')).toBe('no answer');
    });

    it('ten megabytes are refused', async () => {
      const answer = await own.run(sendHuge, HUGE, JSON.parse(before)[0].guide.task.id as string);
      expect(answer).toEqual(['no answer', 'no answer', 'no answer']);
    });

    it('what is said of another task changes nothing', async () => {
      await send({ type: 'page.report', payload: { taskId: NOBODY, sighting: SIGHTING, how: HOW_READ } });
      for (const type of ['card.stop', 'page.interferes', 'page.left'])
        await send({ type, payload: { taskId: NOBODY } });
    });

    it('what may be said is answered: the test can tell', async () => {
      expect(await send({ type: 'page.hello', payload: {} })).toContain(A_TASK.name);
    });
  });

  it('the page itself has no way to speak to the extension', async () => {
    const found = await journey.page.evaluate((id) => {
      const api = globalThis as unknown as { chrome?: { runtime?: unknown }; browser?: unknown };
      const message = { type: 'guide.stop', payload: {} };
      window.postMessage(message, '*');
      document.dispatchEvent(new CustomEvent('keytag', { detail: message }));
      new BroadcastChannel(id).postMessage(message);
      return { runtime: typeof api.chrome?.runtime, browser: typeof api.browser };
    }, browser.extensionId);
    expect(found).toEqual({ runtime: 'undefined', browser: 'undefined' });
  });

  it('a page of the extension in a frame may say nothing', async () => {
    // Only an extension page can frame one at all, and our own style of page forbids even that.
    const framed = await panel.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.src = 'sidepanel.html';
      await new Promise((resolve) => {
        frame.onload = resolve;
        frame.onerror = resolve;
      });
      interface Api {
        runtime?: { sendMessage(message: unknown): Promise<unknown> };
      }
      const inside = frame.contentWindow as unknown as { browser?: Api; chrome?: Api };
      let answer: unknown = 'not loaded';
      try {
        const api = inside.browser?.runtime ?? inside.chrome?.runtime;
        if (api)
          answer = await api.sendMessage({ type: 'guide.stop', payload: {} }).then(
            (value) => value ?? 'no answer',
            () => 'no answer',
          );
      } catch {
        answer = 'not loaded';
      }
      frame.remove();
      return answer;
    });
    expect(['not loaded', 'no answer']).toContain(framed);
  });

  it('what nobody may say is refused from the panel too', async () => {
    for (const [what, message] of FORGED.slice(3)) {
      // In Firefox a message nobody takes is an error at the sender.
      expect(await tell(panel, message).catch(() => null), what).toBeNull();
    }
  });

  it('the panel may not speak for a page', async () => {
    const taskId = JSON.parse(before)[0].guide.task.id as string;
    for (const type of ['card.stop', 'page.interferes', 'page.left']) {
      expect(await tell(panel, { type, payload: { taskId } }).catch(() => null)).toBeNull();
    }
    expect(
      await tell(panel, { type: 'guide.start', payload: { ...A_TASK, name: 'x'.repeat(HUGE) } }).catch(
        () => null,
      ),
    ).toBeNull();
  });
});

/** Sends what the text says, as the content script would. */
async function sendHere(text: string): Promise<string> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  };
  return chrome.runtime.sendMessage(JSON.parse(text)).then(
    (answer) => (answer === undefined ? 'no answer' : JSON.stringify(answer)),
    () => 'no answer',
  );
}

/** Messages of a shape that is allowed and a size that is not. */
async function sendHuge(size: number, taskId: string): Promise<string[]> {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
  };
  const text = 'x'.repeat(size);
  const sighting = { labels: {}, languageKnown: true, unchangedFor: 0 };
  const how = { layer: 'none', missed: null, language: null };
  const many = Array.from(
    { length: 100_000 },
    () => 'a row of the list that is a hundred characters long, or nearly so, and so on and on',
  );
  const messages = [
    { type: text, payload: {} },
    {
      type: 'page.report',
      payload: { taskId, how, sighting: { ...sighting, state: { kind: 'list', names: [text], rows: 1 } } },
    },
    {
      type: 'page.report',
      payload: { taskId, how, sighting: { ...sighting, state: { kind: 'list', names: many, rows: 1 } } },
    },
  ];
  const answers: string[] = [];
  for (const message of messages) {
    answers.push(
      await chrome.runtime.sendMessage(message).then(
        (answer) => (answer == null ? 'no answer' : 'answered'),
        () => 'no answer',
      ),
    );
  }
  return answers;
}
