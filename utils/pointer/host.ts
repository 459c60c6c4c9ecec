/**
 * The element that carries the pointer: directly under `<html>` (Fluent UI hides everything else in
 * `<body>` from assistive technology while a dialog is open), a closed shadow root, in the top layer. It
 * watches itself: a page that moves, hides, restyles or removes it is a disturbance.
 */

export const HOST_NAME = 'keytag-guide';

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

/**
 * @param onDisturbed called after each disturbance; the element has been put right by then
 */
export function createHost(document: Document, css: string, onDisturbed: () => void): Host {
  // A pointer of an older version of the extension may still be there, with nobody behind it.
  for (const stale of document.querySelectorAll(HOST_NAME)) stale.remove();

  const element = document.createElement(HOST_NAME);
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  for (const [property, value] of OWN_STYLE) element.style.setProperty(property, value, 'important');
  element.setAttribute('popover', 'manual');
  const ownStyle = element.getAttribute('style') ?? '';

  let isGone = false;
  const attach = (): void => {
    document.documentElement.append(element);
    element.showPopover();
  };

  const attributesIntact = (): boolean =>
    element.getAttribute('style') === ownStyle &&
    element.getAttribute('popover') === 'manual' &&
    element.attributes.length === 2;

  const repair = (): void => {
    for (const { name } of [...element.attributes]) {
      if (name !== 'style' && name !== 'popover') element.removeAttribute(name);
    }
    if (element.getAttribute('style') !== ownStyle) element.setAttribute('style', ownStyle);
    if (element.getAttribute('popover') !== 'manual') element.setAttribute('popover', 'manual');
    if (!element.isConnected || element.parentElement !== document.documentElement) attach();
    else if (!element.matches(':popover-open')) element.showPopover();
  };

  const check = (): void => {
    if (isGone) return;
    const isIntact =
      attributesIntact() && element.parentElement === document.documentElement && element.matches(':popover-open');
    if (isIntact) return;
    onDisturbed();
    if (!isGone) repair();
    watcher.takeRecords();
  };

  const watcher = new MutationObserver(check);
  attach();
  watcher.observe(element, { attributes: true });
  watcher.observe(document.documentElement, { childList: true });
  // `toggle` comes after the page called hidePopover(); our own raise() has shown it again by then.
  element.addEventListener('toggle', check);

  return {
    element,
    root,
    raise() {
      if (!element.isConnected) return;
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    },
    isOpen: () => element.matches(':popover-open'),
    hasOwnAttributesOnly: attributesIntact,
    isAloneOnTop: () =>
      [...document.querySelectorAll(':popover-open, dialog:modal, :fullscreen')].every((other) => other === element),
    destroy() {
      isGone = true;
      watcher.disconnect();
      element.remove();
    },
  };
}
