/**
 * A page that fights the pointer (SECURITY.md R19, R20): it may lose the pointer, but it never gets a press,
 * never learns what the card says, and stays as it was. And the honest press, which must work.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SWITCHES } from '../replica/switches.ts';
import { findByRole, waitForRole } from '../support/ax.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { settled, stopTask, storageText } from '../support/extension-api.ts';
import { POINTER_HOST } from '../support/closed-root.ts';
import { pressSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { SECURITY_INFO, startWorld, type World } from '../support/world.ts';
import { A_TASK, guideState, Journey, startTask } from './journey.ts';

const HOST = POINTER_HOST;
const UNDER_HTML = ['head', 'body', 'the pointer'];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  let world: World;
  let browser: TestBrowser;
  let panel: Page;
  let journey: Journey;
  let page: Page;
  let thrown: string[];

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
    world.configure({ ...DEFAULT_SWITCHES, existing: [] });
    await stopTask(panel);
    journey = await startTask(browser, world, panel);
    page = journey.page;
    thrown = listenForErrors(page);
    await journey.cardSays('above the list');
  });
  afterEach(() => {
    expect(thrown).toEqual([]);
  });

  const underHtml = () =>
    page.evaluate(
      (pointer) => [...document.documentElement.children].map((child) => (child.matches(pointer) ? 'the pointer' : child.localName)),
      HOST,
    );
  const isRunning = async () => (await guideState(panel)) !== null;

  /** The pointer has left, the task goes on in the panel, which says why. */
  async function handedOver(): Promise<void> {
    await until('the panel to be told', async () => (await storageText(panel)).includes('"isInterferedWith":true'));
    await settled(page, panel);
    expect(await underHtml()).toEqual(['head', 'body']);
    expect(await isRunning()).toBe(true);
    await panel.bringToFront();
    await panel.evaluate(() => {
      location.hash = '#/guide';
    });
    await waitForRole(panel, 'heading', 'Something covers the pointer');
    await waitForRole(panel, 'button', 'Stop the guide');
    await page.bringToFront();
    // The page still does its work, and the panel still follows.
    await journey.person.clickAddMethod();
    await until('the next step in the panel', async () => (await storageText(panel)).includes('"kind":"picker"'));
  }

  it('a cover in the top layer that lets presses through gets none of them', async () => {
    await page.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      cover.textContent = 'You have won a prize. Press below.';
      cover.showPopover();
    });
    for (let presses = 0; presses < 3 && (await journey.card()) !== null; presses++) {
      await pressSeen(journey, 'Stop').catch(() => undefined);
      expect(await isRunning(), `after press ${presses + 1}`).toBe(true);
    }
    await page.evaluate(() => document.body.querySelector('[popover]')?.remove());
    await handedOver();
  });

  it('style sheets don’t reach it', async () => {
    await page.evaluate(() => {
      const sheet = document.createElement('style');
      sheet.textContent = `
        @keyframes fade { from, to { opacity: 0; transform: translateX(9999px) } }
        html { filter: opacity(0) !important; opacity: 0.01 !important; pointer-events: none !important; visibility: hidden !important }
        html > *:not(head, body), [popover] { opacity: 0 !important; filter: blur(9px) !important; clip-path: inset(50%) !important;
          visibility: hidden !important; display: none !important; transform: translateX(9999px) !important; scale: 0.01 !important; zoom: 0.01 !important;
          mix-blend-mode: multiply !important; mask: linear-gradient(transparent, transparent) !important; width: 1px !important; height: 1px !important;
          content-visibility: hidden !important; animation: fade 1s infinite !important; transition: all 99999s !important }`;
      document.head.append(sheet);
    });
    await settled(page, panel);
    const seen = await page.evaluate((name) => {
      const host = document.querySelector(name) as Element;
      const { opacity, filter, clipPath, visibility, display, transform, scale, mixBlendMode, animationName } = getComputedStyle(host);
      const { width } = host.getBoundingClientRect();
      return { opacity, filter, clipPath, visibility, display, transform, scale, mixBlendMode, animationName, wide: width > 300 };
    }, HOST);
    expect(seen).toEqual({
      opacity: '1', filter: 'none', clipPath: 'none', visibility: 'visible', display: 'block', transform: 'none',
      scale: 'none', mixBlendMode: 'normal', animationName: 'none', wide: true,
    });
    await pressSeen(journey, 'Stop');
    await until('the end of the task', async () => !(await isRunning()));
  });

  it.each<[string, (name: string) => void]>([
    ['fading it', (name) => document.querySelector<HTMLElement>(name)?.style.setProperty('opacity', '0', 'important')],
    ['making it inert', (name) => document.querySelector(name)?.setAttribute('inert', '')],
    ['moving it into an invisible box', (name) => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText = 'opacity:0;display:none';
      box.append(document.querySelector(name) ?? '');
    }],
    ['removing it', (name) => document.querySelector(name)?.remove()],
    ['closing it', (name) => document.querySelector<HTMLElement>(name)?.hidePopover()],
    ['changing its kind', (name) => document.querySelector(name)?.setAttribute('popover', 'auto')],
  ])('%s once is put right, and makes the next moment’s press void', async (_, attack) => {
    await pressableAgain(journey);
    await page.evaluate(attack, HOST);
    await settled(page, panel);
    expect(await underHtml()).toEqual(UNDER_HTML);
    const host = await page.evaluate((name) => {
      const element = document.querySelector<HTMLElement>(name) as HTMLElement;
      return [...element.attributes].map((each) => each.name).sort().join() + element.matches(':popover-open') + element.style.opacity;
    }, HOST);
    expect(host).toBe('data-keytag-guide,popover,styletrue1');
    await pressSeen(journey, 'Stop');
    await until('the end of the task', async () => !(await isRunning()));
  });

  it('a change between press and release makes the press void', async () => {
    await pressableAgain(journey);
    await page.evaluate((name) => {
      addEventListener('pointerdown', () => document.querySelector(name)?.setAttribute('class', 'moved'), { capture: true, once: true });
    }, HOST);
    await journey.press('Stop');
    await settled(page, panel);
    expect(await isRunning()).toBe(true);
    await pressSeen(journey, 'Stop');
    await until('the end of the task', async () => !(await isRunning()));
  });

  it('events made by a script press nothing', async () => {
    await pressableAgain(journey);
    const stop = await waitForRole(page, 'button', 'Stop', { within: { role: 'region', name: 'Keytag guide' } });
    await page.evaluate(
      (name, x, y) => {
        const host = document.querySelector<HTMLElement>(name) as HTMLElement;
        const there = { bubbles: true, composed: true, clientX: x, clientY: y, isPrimary: true, button: 0, detail: 1 };
        for (const target of [host, document.elementFromPoint(x, y) ?? host, document, window]) {
          for (const type of ['pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, there));
          for (const type of ['mousedown', 'mouseup', 'click']) target.dispatchEvent(new MouseEvent(type, there));
        }
        host.click();
        host.focus();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
      },
      HOST,
      (stop.box?.x ?? 0) + 4,
      (stop.box?.y ?? 0) + 4,
    );
    await settled(page, panel);
    expect(await isRunning()).toBe(true);
    expect(await page.evaluate((name) => document.querySelector(name)?.shadowRoot, HOST)).toBeNull();
  });

  it.each<[string, (name: string) => void]>([
    ['removes it in a loop', (name) => void setInterval(() => document.querySelector(name)?.remove(), 30)],
    ['removes it the moment it comes', (name) => {
      const remove = () => document.querySelector(name)?.remove();
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    }],
    ['closes it in a loop', (name) => void setInterval(() => document.querySelector<HTMLElement>(name)?.hidePopover(), 30)],
    ['restyles it in a loop', (name) =>
      void setInterval(() => document.querySelector<HTMLElement>(name)?.style.setProperty('left', '-9999px', 'important'), 30)],
  ])('a page that %s is left alone, and the panel says why', async (_, attack) => {
    await page.evaluate(attack, HOST);
    await handedOver();
  });

  /** Opens the page anew with a script of the page's own that runs before everything else. */
  async function openAfter(attack: (name: string) => void): Promise<Page> {
    const prepared = await browser.newPage();
    thrown = listenForErrors(prepared);
    await prepared.evaluateOnNewDocument(attack, HOST);
    await page.close();
    page = prepared;
    journey = new Journey(panel, page, world);
    await page.goto(SECURITY_INFO, { waitUntil: 'domcontentloaded' });
    await journey.person.seeList();
    return page;
  }

  it('a page that bent its own classes beforehand changes nothing', async () => {
    await openAfter(() => {
      const spied: string[] = [];
      Object.assign(globalThis, { spied });
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        spied.push('shadow');
        return attachShadow.call(this, { ...options, mode: 'open' });
      };
      HTMLElement.prototype.showPopover = () => undefined;
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
      Document.prototype.querySelectorAll = () => document.createDocumentFragment().childNodes as NodeListOf<Element>;
    });
    await journey.cardSays('above the list');
    expect(await page.evaluate(() => (globalThis as unknown as { spied: string[] }).spied)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot ?? null)).toBeNull();
    await pressSeen(journey, 'Stop');
    await until('the end of the task', async () => !(await isRunning()));
  });

  it.each<[string, () => void]>([
    ['a shadow root of its own', () =>
      customElements.define('keytag-guide', class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' });
        }
      })],
    ['no shadow root allowed', () =>
      customElements.define('keytag-guide', class extends HTMLElement {
        static disabledFeatures = ['shadow'];
      })],
    ['a way into closed shadow roots', () =>
      customElements.define('keytag-guide', class extends HTMLElement {
        internals = this.attachInternals();
      })],
    ['a removal at once', () =>
      customElements.define('keytag-guide', class extends HTMLElement {
        connectedCallback() {
          this.remove();
        }
      })],
  ])('a page that defined the pointer’s element with %s changes nothing', async (_, attack) => {
    await openAfter(attack);
    await journey.cardSays('above the list', 10_000);
    const seen = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as Element & { internals?: ElementInternals };
      return [host.shadowRoot, host.internals?.shadowRoot ?? null];
    });
    expect(seen).toEqual([null, null]);
  });

  it.each<[string, (name: string) => void]>([
    ['forbids it to open', () => document.addEventListener('beforetoggle', (event) => event.preventDefault(), true)],
    ['takes it away while it opens', () =>
      document.addEventListener('beforetoggle', (event) => (event.target as Element).remove(), true)],
  ])('a page that %s is left alone, and the panel says why', async (_, attack) => {
    await openAfter(attack);
    await handedOver();
  });

  it('dialogs made anew every 200 ms don’t shake it off', async () => {
    world.configure({ remountMs: 200 });
    await journey.person.open();
    await journey.cardSays('above the list');
    await journey.person.clickAddMethod();
    await journey.cardSays('Choose App password');
    await journey.ringHolds('App password');
    await journey.person.chooseAppPassword();
    await journey.cardSays(A_TASK.name);
    await journey.person.typeName(A_TASK.name);
    await journey.person.next();
    await journey.cardSays('Copy the password now');
    await journey.ringIsOn('button', 'Done');
    await journey.person.done();
    await journey.cardSays('Done:');
    expect(await storageText(panel)).toContain('"isInterferedWith":false');
  });

  describe('an honest press', () => {
    it('copies the name while a blocking dialog is open, and the name can be pasted there', async () => {
      await journey.person.clickAddMethod();
      await journey.person.chooseAppPassword();
      await journey.cardSays('Give it a name');
      await pressSeen(journey, 'Copy name');
      await journey.cardSays('Copied');
      const box = await waitForRole(page, 'textbox');
      await box.click();
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      await until('the pasted name', async () => (await findByRole(page, 'textbox'))?.value === A_TASK.name);

      await pressSeen(journey, 'Stop');
      await until('the end of the task', async () => !(await isRunning()));
      await journey.noCard();
      expect((await findByRole(page, 'textbox'))?.value, 'the dialog is still there').toBe(A_TASK.name);
    });

    it('opens the panel beside the page', async () => {
      const before = await panelsOpen(panel);
      await pressSeen(journey, 'Open panel');
      await until('one more panel', async () => (await panelsOpen(panel)) === before + 1);
      expect(await journey.card()).not.toBeNull();
      await closePopups(panel);
    });
  });
});

/** The card has been seen long enough for a press to count, were it not for the attack. */
async function pressableAgain(journey: Journey): Promise<void> {
  let since = 0;
  await until('the card to be pressable', async () => {
    since = (await journey.card()) === null ? 0 : since || Date.now();
    return since > 0 && Date.now() - since > 600;
  });
}

/** Everything that is thrown on the page, also by the content script (Chromium tells of that too). */
function listenForErrors(page: Page): string[] {
  const thrown: string[] = [];
  page.on('pageerror', (error) => {
    if (!thrown.includes(String(error))) thrown.push(String(error));
  });
  return thrown;
}

interface WindowsApi {
  windows: { getAll(): Promise<{ id: number; type: string }[]>; remove(id: number): Promise<void> };
  runtime: { getContexts?(filter: object): Promise<unknown[]> };
}

/** Side panels and popup windows of the extension. */
function panelsOpen(panel: Page): Promise<number> {
  return panel.evaluate(async () => {
    const own = globalThis as unknown as { browser?: WindowsApi; chrome: WindowsApi };
    const api = own.browser?.windows ? own.browser : own.chrome;
    const sides = await api.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] }).catch(() => []);
    const windows = await api.windows.getAll();
    return (sides?.length ?? 0) + windows.filter(({ type }) => type === 'popup').length;
  });
}

function closePopups(panel: Page): Promise<void> {
  return panel.evaluate(async () => {
    const own = globalThis as unknown as { browser?: WindowsApi; chrome: WindowsApi };
    const api = own.browser?.windows ? own.browser : own.chrome;
    for (const { id, type } of await api.windows.getAll()) if (type === 'popup') await api.windows.remove(id);
  });
}
