/**
 * The element that carries the pointer: directly under `<html>` (Fluent UI hides everything else in
 * `<body>` from assistive technology while a dialog is open), a closed shadow root, in the top layer. It
 * watches itself: a page that moves, hides, restyles or removes it is a disturbance.
 */

/** A plain element known by an attribute: a name of its own would be one that a page may define as a
 * custom element, whose class would then run on our element and could even get hold of its closed root. */
const MARK = 'data-keytag-guide';
const HOST = `html > [${MARK}]`;
/** Style, popover and MARK. */
const OWN_ATTRIBUTES = 3;

/** Everything a page's style sheet could use against the element, said once, inline and important. */
const OWN_STYLE: readonly (readonly [string, string])[] = [
  ['all', 'initial'],
  ['display', 'block'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', '100%'],
  ['height', '100%'],
  ['margin', '0'],
  ['padding', '0'],
  ['border', '0'],
  ['background', 'transparent'],
  ['overflow', 'visible'],
  ['visibility', 'visible'],
  ['opacity', '1'],
  ['filter', 'none'],
  ['transform', 'none'],
  ['clip-path', 'none'],
  ['mix-blend-mode', 'normal'],
  ['pointer-events', 'none'],
  ['z-index', '2147483647'],
];

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the element on top of whatever else is in the top layer. */
  raise(): void;
  isOpen(): boolean;
  hasOwnAttributesOnly(): boolean;
  isAloneOnTop(): boolean;
  destroy(): void;
}

export interface HostEvents {
  /** After each disturbance; the element is put right after this returns, unless it was destroyed. */
  onDisturbed(): void;
  /** The element can't be put right. */
  onLost(): void;
}

/** Takes away the pointer of an older version of the extension, which nobody stands behind any more: Firefox
 * ends a script with its extension, and what the script had drawn stays. */
export function removeStale(document: Document): void {
  for (const stale of document.querySelectorAll(HOST)) stale.remove();
}

/** @throws when the page does not let the element into the top layer at all */
export function createHost(document: Document, css: string, { onDisturbed, onLost }: HostEvents): Host {
  removeStale(document);
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  for (const [property, value] of OWN_STYLE) element.style.setProperty(property, value, 'important');
  element.setAttribute('popover', 'manual');
  element.setAttribute(MARK, '');
  const ownStyle = element.getAttribute('style') ?? '';

  let isGone = false;
  const isOpen = (): boolean => element.matches(':popover-open');
  const isInPlace = (): boolean => element.parentElement === document.documentElement;
  const open = (): void => {
    if (!isInPlace()) document.documentElement.append(element);
    if (!isOpen()) element.showPopover();
    // A page may cancel `beforetoggle`.
    if (!isOpen()) throw new Error('the page keeps the pointer out of the top layer');
  };

  const attributesIntact = (): boolean =>
    element.getAttribute('style') === ownStyle &&
    element.getAttribute('popover') === 'manual' &&
    element.attributes.length === OWN_ATTRIBUTES;

  const repair = (): void => {
    for (const { name } of [...element.attributes]) {
      if (name !== 'style' && name !== 'popover' && name !== MARK) element.removeAttribute(name);
    }
    if (element.getAttribute('style') !== ownStyle) element.setAttribute('style', ownStyle);
    if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
    if (!element.hasAttribute(MARK)) element.setAttribute(MARK, '');
    open();
  };

  const check = (): void => {
    if (isGone || (attributesIntact() && isInPlace() && isOpen())) return;
    onDisturbed();
    if (isGone) return;
    try {
      repair();
      watcher.takeRecords();
    } catch {
      onLost();
    }
  };

  const watcher = new MutationObserver(check);
  try {
    open();
  } catch (error) {
    element.remove();
    throw error;
  }
  watcher.observe(element, { attributes: true });
  watcher.observe(document.documentElement, { childList: true });
  // `toggle` comes after the page called hidePopover(); our own raise() has shown it again by then.
  element.addEventListener('toggle', check);

  return {
    element,
    root,
    raise() {
      if (isGone) return;
      try {
        if (isOpen()) element.hidePopover();
        open();
      } catch {
        onLost();
      }
    },
    isOpen,
    hasOwnAttributesOnly: attributesIntact,
    isAloneOnTop: () =>
      [...document.querySelectorAll(':popover-open, dialog:modal, :fullscreen')].every(
        (other) => other === element,
      ),
    destroy() {
      isGone = true;
      watcher.disconnect();
      element.remove();
    },
  };
}
