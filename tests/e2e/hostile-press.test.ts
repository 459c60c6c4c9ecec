/**
 * Presses on the card (SECURITY.md R19): a page that covers, fades, moves or forges gets none; the honest
 * press works, also while a blocking dialog of the page is open.
 */

import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { findByRole, waitForRole } from '../support/ax.ts';
import { POINTER_HOST } from '../support/closed-root.ts';
import { cardSeen, pressSeen } from '../support/press.ts';
import { until } from '../support/until.ts';
import { type Attack, Stage } from './hostile-stage.ts';
import { A_TASK, CARD } from './journey.ts';

const STYLES = `
@keyframes fade { from, to { opacity: 0; transform: translateX(9999px) } }
html { filter: opacity(0) !important; opacity: 0.01 !important; pointer-events: none !important; visibility: hidden !important }
html > *:not(head, body), [popover] {
  opacity: 0 !important; filter: blur(9px) !important; clip-path: inset(50%) !important; visibility: hidden !important;
  display: none !important; transform: translateX(9999px) !important; scale: 0.01 !important; zoom: 0.01 !important;
  mix-blend-mode: multiply !important; mask: linear-gradient(transparent, transparent) !important; width: 1px !important;
  height: 1px !important; content-visibility: hidden !important; animation: fade 1s infinite !important;
  transition: all 99999s !important;
}`;

/** Done once, as a person is about to press. */
const ONCE: readonly (readonly [string, Attack])[] = [
  [
    'fading it',
    (pointer) => document.querySelector<HTMLElement>(pointer)?.style.setProperty('opacity', '0', 'important'),
  ],
  ['making it inert', (pointer) => document.querySelector(pointer)?.setAttribute('inert', '')],
  [
    'moving it into an invisible box',
    (pointer) => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText = 'opacity:0;display:none';
      box.append(document.querySelector(pointer) ?? '');
    },
  ],
  ['removing it', (pointer) => document.querySelector(pointer)?.remove()],
  ['closing it', (pointer) => document.querySelector<HTMLElement>(pointer)?.hidePopover()],
  ['changing its kind', (pointer) => document.querySelector(pointer)?.setAttribute('popover', 'auto')],
];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  const stage = Stage.of(kind);

  it('a cover in the top layer that lets presses through gets none of them', async () => {
    await stage.page.evaluate(() => {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none';
      cover.textContent = 'You have won a prize. Press below.';
      cover.showPopover();
    });
    for (let presses = 0; presses < 3 && (await stage.journey.card()) !== null; presses++) {
      await pressSeen(stage.journey, 'Stop').catch(() => undefined);
      expect(await stage.isRunning(), `after press ${presses + 1}`).toBe(true);
    }
    await stage.page.evaluate(() => document.body.querySelector('[popover]')?.remove());
    await stage.handedOver();
  });

  it('style sheets don’t reach it', async () => {
    await stage.page.evaluate((css) => {
      document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
    }, STYLES);
    await stage.settled();
    const seen = await stage.page.evaluate((pointer) => {
      const host = document.querySelector(pointer) as Element;
      const {
        opacity,
        filter,
        clipPath,
        visibility,
        display,
        transform,
        scale,
        mixBlendMode,
        animationName,
      } = getComputedStyle(host);
      const isWide = host.getBoundingClientRect().width > 300;
      return {
        opacity,
        filter,
        clipPath,
        visibility,
        display,
        transform,
        scale,
        mixBlendMode,
        animationName,
        isWide,
      };
    }, POINTER_HOST);
    expect(seen).toEqual({
      opacity: '1',
      filter: 'none',
      clipPath: 'none',
      visibility: 'visible',
      display: 'block',
      transform: 'none',
      scale: 'none',
      mixBlendMode: 'normal',
      animationName: 'none',
      isWide: true,
    });
    await pressSeen(stage.journey, 'Stop');
    await stage.ended();
  });

  // What the browser does to an element is the same in both; how soon a script hears of it is not.
  it.each(kind === 'chromium' ? ONCE : ONCE.slice(2, 5))('%s once is put right', async (_, attack) => {
    await cardSeen(stage.journey);
    await stage.page.evaluate(attack, POINTER_HOST);
    await stage.settled();
    expect(await stage.underHtml()).toEqual(['head', 'body', 'the pointer']);
    const [attributes, isOpen, opacity] = await stage.page.evaluate((pointer) => {
      const host = document.querySelector<HTMLElement>(pointer) as HTMLElement;
      return [
        [...host.attributes].map(({ name }) => name).sort(),
        host.matches(':popover-open'),
        host.style.opacity,
      ];
    }, POINTER_HOST);
    expect(attributes).toEqual(['data-keytag-guide', 'popover', 'style']);
    expect([isOpen, opacity]).toEqual([true, '1']);
    await pressSeen(stage.journey, 'Stop');
    await stage.ended();
  });

  it('a change between press and release makes the press void', async () => {
    await cardSeen(stage.journey);
    await stage.page.evaluate((pointer) => {
      const change = () => document.querySelector(pointer)?.setAttribute('class', 'moved');
      addEventListener('pointerdown', change, { capture: true, once: true });
    }, POINTER_HOST);
    await stage.journey.press('Stop');
    await stage.settled();
    expect(await stage.isRunning()).toBe(true);
    await pressSeen(stage.journey, 'Stop');
    await stage.ended();
  });

  it('events made by a script press nothing', async () => {
    await cardSeen(stage.journey);
    const stop = await waitForRole(stage.page, 'button', 'Stop', { within: { role: 'region', name: CARD } });
    await stage.page.evaluate(
      (pointer, x, y) => {
        const host = document.querySelector<HTMLElement>(pointer) as HTMLElement;
        const there = {
          bubbles: true,
          composed: true,
          clientX: x,
          clientY: y,
          isPrimary: true,
          button: 0,
          detail: 1,
        };
        for (const target of [host, document.elementFromPoint(x, y) ?? host, document, window]) {
          for (const type of ['pointerdown', 'pointerup'])
            target.dispatchEvent(new PointerEvent(type, there));
          for (const type of ['mousedown', 'mouseup', 'click'])
            target.dispatchEvent(new MouseEvent(type, there));
        }
        host.click();
        host.focus();
        const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true });
        document.activeElement?.dispatchEvent(enter);
      },
      POINTER_HOST,
      (stop.box?.x ?? 0) + 4,
      (stop.box?.y ?? 0) + 4,
    );
    await stage.settled();
    expect(await stage.isRunning()).toBe(true);
    expect(
      await stage.page.evaluate((pointer) => document.querySelector(pointer)?.shadowRoot, POINTER_HOST),
    ).toBeNull();
  });

  describe('an honest press', () => {
    it('copies the name while a blocking dialog is open, and the name can be pasted there', async () => {
      const { journey, page } = stage;
      await journey.person.clickAddMethod();
      await journey.person.chooseAppPassword();
      await journey.cardSays('Give it a name');
      await pressSeen(journey, 'Copy name');
      await journey.cardSays('Copied');
      await waitForRole(page, 'textbox').then((box) => box.click());
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      const value = async () => (await findByRole(page, 'textbox'))?.value;
      await until('the pasted name', async () => (await value()) === A_TASK.name);

      await pressSeen(journey, 'Stop');
      await stage.ended();
      await journey.noCard();
      expect(await value(), 'the dialog is still there').toBe(A_TASK.name);
    });

    it('opens the panel beside the page', async () => {
      const before = await panelsOpen(stage.panel);
      await pressSeen(stage.journey, 'Open panel');
      await until('one more panel', async () => (await panelsOpen(stage.panel)) === before + 1);
      expect(await stage.journey.card()).not.toBeNull();
    });
  });
});

/** Side panels and popup windows of the extension. */
function panelsOpen(panel: Page): Promise<number> {
  return panel.evaluate(async () => {
    interface Api {
      windows: { getAll(): Promise<{ type: string }[]> };
      runtime: { getContexts?(filter: object): Promise<unknown[]> };
    }
    const own = globalThis as unknown as { browser?: Api; chrome: Api };
    const api = own.browser?.windows ? own.browser : own.chrome;
    const sides = await api.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] }).catch(() => []);
    const windows = await api.windows.getAll();
    return (sides?.length ?? 0) + windows.filter(({ type }) => type === 'popup').length;
  });
}
