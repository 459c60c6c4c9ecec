/**
 * The pointer: a ring around one control and a card with one instruction. It draws what it is told and
 * reports presses that can be trusted; it holds no secret, takes no text and listens to no key.
 */
import { autoUpdate } from '@floating-ui/dom';
import { createHost, type Host } from './host.ts';
import { placeCard } from './place.ts';
import { POINTER_CSS } from './style.ts';
import { DISTURBANCES_BORNE, LEAST_OPACITY, refusalOf } from './trust.ts';

export type CardAction = 'copy-name' | 'open-panel' | 'stop' | 'take-offer' | 'keep-task';

/** A run of text in the card, as the sentence view splits it. */
export interface CardText {
  readonly text: string;
  /** `label`: quoted from the page, bold and in its own language; `name`: a name, in its own direction. */
  readonly as: 'plain' | 'label' | 'name';
  readonly lang?: string;
}

export interface Card {
  readonly tone: 'do' | 'wait' | 'careful' | 'stuck' | 'finished';
  /** Must not be missed: it is never folded for lack of room. */
  readonly isPressing: boolean;
  /** e.g. "Step 2 of 6". */
  readonly count: string;
  readonly paragraphs: readonly (readonly CardText[])[];
  readonly buttons: readonly {
    readonly action: CardAction;
    readonly label: string;
    readonly isMain: boolean;
  }[];
}

export interface PointerOptions {
  readonly document: Document;
  /** The card's accessible name. */
  readonly label: string;
  /** Words of the button that folds the card away, and of the one that unfolds it. */
  readonly fold: { readonly hide: string; readonly show: string };
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** A part of the page that the card leaves free wherever it stands. */
  alsoClear?(): Element | null;
  onAction(action: CardAction): void;
  /** The page would not leave the pointer alone; it has removed itself. */
  onGivenUp(): void;
}

export interface Pointer {
  /** Draws at once; the ring is on the target before this returns. */
  show(card: Card, target: Element | null, keepClear: Element | null): void;
  /** A short line under the text, spoken politely, e.g. "Copied." */
  tell(text: string): void;
  destroy(): void;
}

/** How long a new target is kept in view: Fluent UI's dialogs need 267 ms to open and then set the focus. */
const SCROLL_MS = 1_500;
/** Ring width 3 px plus 4 px of air. */
const RING_OUTSET = 7;

/** @throws when the page does not let a pointer be shown at all */
export function createPointer(options: PointerOptions): Pointer {
  const { document } = options;
  let shownAt = performance.now();
  let disturbedAt = Number.NEGATIVE_INFINITY;
  let disturbances = 0;
  let lastTarget: Element | null = null;
  let targetSince = 0;
  let drawn = '';
  let isRedrawn = false;
  /** Who folded the card: the person, or the lack of room. */
  let foldedBy: 'person' | 'room' | null = null;
  let mayFold = true;
  let ringAt = '';
  let following: { target: Element | null; keepClear: Element | null; stop: (() => void) | null } = {
    target: null,
    keepClear: null,
    stop: null,
  };

  const onDisturbed = (): void => {
    disturbances += 1;
    disturbedAt = performance.now();
    shownAt = disturbedAt;
    if (disturbances >= DISTURBANCES_BORNE) giveUp();
  };
  const giveUp = (): void => {
    destroy();
    options.onGivenUp();
  };
  const host: Host = createHost(document, POINTER_CSS, { onDisturbed, onLost: giveUp });

  const ring = make('div', 'ring');
  ring.hidden = true;
  const card = make('section', 'card');
  card.setAttribute('role', 'region');
  card.setAttribute('aria-label', options.label);
  card.dir = options.direction;
  card.lang = options.language;
  const count = make('span', 'count');
  const head = make('div', 'head');
  const brand = make('span', 'brand');
  brand.textContent = 'Keytag';
  // On a small screen the card may have to lie over something; folded, it is one line.
  const fold = makeButton('fold', onFold);
  head.append(brand, count, fold);
  const copy = make('div', 'copy');
  copy.setAttribute('aria-live', 'polite');
  const buttons = make('div', 'buttons');
  const status = make('p', 'status');
  status.setAttribute('role', 'status');
  card.append(head, copy, buttons, status);
  host.root.append(ring, card);
  // A page's dialog takes the focus back when a press would move it away (README.md beside this file).
  card.addEventListener('mousedown', (event) => event.preventDefault());

  function setFolded(next: typeof foldedBy): void {
    foldedBy = next;
    fold.textContent = next ? options.fold.show : options.fold.hide;
    fold.setAttribute('aria-expanded', String(!next));
    card.classList.toggle('folded', next !== null);
  }

  /** The person folds the card, or unfolds it although it will cover something. */
  function onFold(): void {
    mayFold = false;
    setFolded(foldedBy ? null : 'person');
    place();
  }

  function make(tag: string, className: string): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    return element;
  }

  function drawText(parts: readonly CardText[]): HTMLElement {
    const paragraph = document.createElement('p');
    for (const part of parts) {
      if (part.as === 'plain') {
        paragraph.append(part.text);
        continue;
      }
      const isolated = document.createElement('bdi');
      isolated.textContent = part.text;
      if (part.lang) isolated.lang = part.lang;
      const emphasis = part.as === 'label' ? document.createElement('b') : make('span', 'name');
      emphasis.append(isolated);
      paragraph.append(emphasis);
    }
    return paragraph;
  }

  function drawButton({ action, label, isMain }: Card['buttons'][number]): HTMLButtonElement {
    const button = makeButton(isMain ? 'main' : '', () => options.onAction(action));
    button.textContent = label;
    if (action === 'stop') {
      // Should the extension be removed under the page, the browser itself still closes the card: nothing
      // of the script is needed for that. While the script lives it prevents this and ends the task.
      button.popoverTargetElement = host.element;
      button.popoverTargetAction = 'hide';
    }
    return button;
  }

  /** A button that acts on presses that count, and on no others. */
  function makeButton(className: string, onPress: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.className = className;
    button.type = 'button';
    let isDown = false;
    let handledAt = Number.NEGATIVE_INFINITY;
    const press = (event: Event): void => {
      handledAt = event.timeStamp;
      if (countsAsPress(event)) onPress();
    };
    button.addEventListener('pointerdown', (event) => {
      isDown = event.isPrimary && event.button === 0;
    });
    // While a blocking dialog is open the page swallows every click outside of it, but not pointerup.
    button.addEventListener('pointerup', (event) => {
      if (isDown) press(event);
      isDown = false;
    });
    // Keyboard and assistive technology send a click alone; the one that follows a pointerup is its echo.
    button.addEventListener('click', (event) => {
      event.preventDefault();
      const isEcho = event.timeStamp - handledAt < 1000 && event.detail > 0;
      if (!isEcho) press(event);
    });
    return button;
  }

  function countsAsPress(event: Event): boolean {
    const now = performance.now();
    const style = getComputedStyle(host.element);
    const isAloneOnTop = host.isAloneOnTop();
    const refusal = refusalOf({
      isTrusted: event.isTrusted,
      isConnected: host.element.isConnected,
      isPopoverOpen: host.isOpen(),
      isAloneOnTop,
      hasOwnAttributesOnly: host.hasOwnAttributesOnly(),
      opacity: Number.parseFloat(style.opacity || String(LEAST_OPACITY)),
      filter: style.filter,
      blendMode: style.mixBlendMode,
      shownFor: now - shownAt,
      sinceDisturbance: now - disturbedAt,
    });
    if (refusal === 'covered') {
      onDisturbed();
      host.raise();
    }
    return refusal === null;
  }

  /** @returns where the ring is now, as text, to tell whether anything moved */
  function drawRing(): string {
    const box = following.target?.isConnected ? following.target.getBoundingClientRect() : null;
    const view = document.documentElement;
    const isInView =
      box !== null &&
      box.width > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < (document.defaultView?.innerHeight ?? view.clientHeight) &&
      box.left < view.clientWidth;
    ring.hidden = !isInView;
    if (!box || !isInView) return '';
    const transform = `translate(${box.x - RING_OUTSET}px, ${box.y - RING_OUTSET}px)`;
    ring.style.width = `${box.width + RING_OUTSET * 2}px`;
    ring.style.height = `${box.height + RING_OUTSET * 2}px`;
    ring.style.transform = transform;
    return `${transform} ${box.width} ${box.height}`;
  }

  /** As wide as it likes, else narrow, else folded: whatever first leaves every control free. */
  const SHAPES: readonly (() => void)[] = [
    () => {
      if (foldedBy === 'room') setFolded(null);
      card.classList.remove('narrow');
    },
    () => card.classList.add('narrow'),
    () => mayFold && setFolded('room'),
  ];

  function place(): void {
    for (const shape of SHAPES) {
      shape();
      const isRtl = options.direction === 'rtl';
      const { target, keepClear } = following;
      const { x, y, covers } = placeCard(card, target, keepClear, isRtl, options.alsoClear?.());
      card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      // Narrow, the card may lie over a dialog's edge; folding is for when a control would be under it.
      if (covers === 'nothing' || (covers === 'edge' && shape !== SHAPES[0])) return;
    }
  }

  const update = (): void => {
    ringAt = drawRing();
    place();
  };

  function follow(target: Element | null, keepClear: Element | null): void {
    if (following.stop && following.target === target && following.keepClear === keepClear) {
      const before = ringAt;
      ringAt = drawRing();
      if (ringAt !== before || isRedrawn) place();
      return;
    }
    following.stop?.();
    following = { target, keepClear, stop: null };
    update();
    following.stop = autoUpdate(target ?? keepClear ?? document.documentElement, card, update);
  }

  /** Brings a target that is out of sight into view, where pointing at it would show nothing. A dialog that
   * opens scrolls back to its first control, so a new target is brought into view again for a moment; after
   * that the scroll position is the person's. */
  function bringIntoView(target: Element | null): void {
    const now = performance.now();
    if (target !== lastTarget) {
      lastTarget = target;
      targetSince = now;
    }
    if (!target || now - targetSince > SCROLL_MS) return;
    const box = target.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isReachable =
      hit !== null && (target.contains(hit) || hit.contains(target) || hit === host.element);
    if (!isReachable) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function destroy(): void {
    following.stop?.();
    following.stop = null;
    host.destroy();
  }

  return {
    show(next, target, keepClear) {
      const key = JSON.stringify(next);
      isRedrawn = key !== drawn;
      if (isRedrawn) {
        drawn = key;
        card.className = `card tone-${next.tone}`;
        // What must not be missed unfolds the card again, and stays so.
        setFolded(next.isPressing ? null : foldedBy);
        mayFold = !next.isPressing;
        count.textContent = next.count;
        copy.replaceChildren(...next.paragraphs.map(drawText));
        buttons.replaceChildren(...next.buttons.map(drawButton));
        status.textContent = '';
      }
      bringIntoView(target);
      follow(target, keepClear);
    },
    tell(text) {
      status.textContent = text;
    },
    destroy,
  };
}
