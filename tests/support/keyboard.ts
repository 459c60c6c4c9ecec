/** A person without a mouse: moves by Tab, and must see at every stop where they are. */
import type { Page } from 'puppeteer-core';
import { findByRole, type Name } from './ax.ts';
import { inClosedRoot, POINTER_HOST } from './closed-root.ts';

const MOST_TABS = 80;

/** Presses Tab until the focus is on this. `isOurs`: every stop on the way has to show its focus. */
export async function tabTo(page: Page, role: string, name: Name, { isOurs = true } = {}): Promise<void> {
  const stops: string[] = [];
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    await page.keyboard.press('Tab');
    if (isOurs) {
      const { what, ring } = await focusRing(page);
      stops.push(what);
      if (!ring) throw new Error(`the focus can't be seen on ${what}`);
    }
    const there = await findByRole(page, role, name, { that: (node) => node.focused });
    if (there) return;
  }
  throw new Error(`no ${role} ${name} within ${MOST_TABS} tabs; stops: ${stops.join(', ')}`);
}

/** What has the focus, and whether one can see it: an outline on it or on the label around it. */
async function focusRing(page: Page): Promise<{ what: string; ring: boolean }> {
  const inCard = await page.evaluate((host) => document.activeElement?.matches(host) === true, POINTER_HOST);
  const text = inCard
    ? await inClosedRoot(
        page,
        `function (root) { return (${describeFocus.toString()})(root.activeElement); }`,
      )
    : await page.evaluate(`(${describeFocus.toString()})(document.activeElement)`);
  return JSON.parse(String(text)) as { what: string; ring: boolean };
}

/** Sent to the page as text. */
function describeFocus(focused: Element | null): string {
  // At the end of a page the focus goes to the browser itself, whose business it is.
  if (focused === null || focused === document.body) return '{"what":"the browser","ring":true}';
  // Where a script put the focus and Tab never goes: a heading after a navigation, which is no control.
  if (focused.getAttribute('tabindex') === '-1') return '{"what":"a heading","ring":true}';
  let ring = false;
  for (
    let element: Element | null = focused, levels = 0;
    element !== null && levels < 3;
    element = element.parentElement, levels++
  ) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const clear = /^(transparent|rgba\(.*, 0\))$/.test(outlineColor);
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && !clear) ring = true;
  }
  const what = `${focused.localName} ${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 40)}`;
  return JSON.stringify({ what, ring });
}
