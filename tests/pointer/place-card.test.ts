// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { placeCard } from '@/utils/pointer/place.ts';

/** An element that stands where a browser would have put it. */
function laidOut(tag: string, x: number, y: number, width: number, height: number): HTMLElement {
  const element = document.createElement(tag);
  Object.defineProperties(element, {
    offsetWidth: { value: width },
    offsetHeight: { value: height },
    getBoundingClientRect: { value: () => new DOMRect(x, y, width, height) },
  });
  document.body.append(element);
  return element;
}

describe('placeCard', () => {
  Object.defineProperties(document.documentElement, {
    clientWidth: { value: 1100 },
    clientHeight: { value: 800 },
  });
  Object.defineProperty(window, 'innerHeight', { value: 800 });

  it('stands beside a dialog that leaves room', () => {
    const dialog = laidOut('div', 310, 50, 480, 700);
    const target = laidOut('button', 330, 610, 430, 55);
    const card = laidOut('div', 0, 0, 240, 120);
    expect(placeCard(card, target, dialog, false)).toEqual({ x: 806, y: 50, covers: 'nothing' });
  });

  it('keeps clear of another part of the page too', () => {
    const dialog = laidOut('div', 310, 50, 480, 700);
    const card = laidOut('div', 0, 0, 240, 120);
    const beside = laidOut('section', 790, 0, 310, 800);
    expect(placeCard(card, null, dialog, false, beside)).toEqual({ x: 54, y: 50, covers: 'nothing' });
    const all = laidOut('section', 0, 0, 1100, 800);
    expect(placeCard(card, null, dialog, false, all).covers).toBe('control');
  });

  it('says when it has to lie over a control', () => {
    const dialog = laidOut('div', 0, 0, 1100, 800);
    dialog.append(laidOut('button', 0, 0, 1100, 800));
    const card = laidOut('div', 0, 0, 240, 120);
    expect(placeCard(card, null, dialog, false).covers).toBe('control');
  });
});
