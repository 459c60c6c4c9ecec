/**
 * Tells when a page may have changed, without slowing it: at most one reading per frame, and never more
 * than a small share of the main thread however busy the page is. At rest nothing runs: no timer, no
 * animation frame.
 */

/** Attributes whose change can change what a person sees or may press. */
const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'disabled',
  'readonly',
  'role',
  'lang',
  'name',
  'data-testid',
  'aria-hidden',
  'aria-disabled',
  'aria-expanded',
  'aria-invalid',
  'aria-label',
  'aria-modal',
];

/** The share of the main thread that readings may take over time (ARCHITECTURE.md: under 2 % in all). */
const SHARE = 0.012;
/** Reading time that may be spent at once after a quiet spell, in milliseconds. */
const CREDIT = 40;
/** A single reading is charged with at most this, in milliseconds: the first drawing of the card costs
 * more, once, and must not make the next change wait for seconds. */
const MOST_CHARGED = 4;

export interface WatchedPage {
  readonly document: Document;
  readonly window: Window;
}

/**
 * Pure bookkeeping of reading time: how long to wait before the next reading.
 * @param credit milliseconds of reading that may still be spent
 * @returns milliseconds to wait until `credit` is positive again; 0 when a reading may start now
 */
export function waitFor(credit: number): number {
  return credit > 0 ? 0 : -credit / SHARE;
}

/** The credit after a reading that took `cost` ms and `elapsed` ms of rest before it. */
export function creditAfter(credit: number, elapsed: number, cost: number): number {
  return Math.min(CREDIT, credit + elapsed * SHARE) - Math.min(cost, MOST_CHARGED);
}

/**
 * @param onChange reads the page; called once at the start and then after changes
 * @returns a function that stops everything and leaves nothing behind
 */
export function watchPage(page: WatchedPage, onChange: () => void): () => void {
  const { document, window } = page;
  const signal = new AbortController();
  let credit = CREDIT;
  let lastEnd = window.performance.now();
  let frame = 0;
  let timer = 0;

  const run = (): void => {
    frame = 0;
    const start = window.performance.now();
    onChange();
    const end = window.performance.now();
    credit = creditAfter(credit, start - lastEnd, end - start);
    lastEnd = end;
  };
  const schedule = (): void => {
    if (frame !== 0 || timer !== 0 || signal.signal.aborted) return;
    const wait = waitFor(Math.min(CREDIT, credit + (window.performance.now() - lastEnd) * SHARE));
    if (wait === 0) frame = window.requestAnimationFrame(run);
    else {
      timer = window.setTimeout(() => {
        timer = 0;
        frame = window.requestAnimationFrame(run);
      }, wait);
    }
  };

  const observer = new MutationObserver(schedule);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  // What no mutation tells: the address in a single-page app, a finished animation, typing, a tab shown again.
  const listen = (target: EventTarget, types: readonly string[]): void => {
    for (const type of types)
      target.addEventListener(type, schedule, { signal: signal.signal, capture: true, passive: true });
  };
  listen(window, ['popstate', 'hashchange', 'pageshow', 'transitionend', 'animationend', 'input', 'resize']);
  listen(document, ['visibilitychange']);
  const navigation = (window as Window & { navigation?: EventTarget }).navigation;
  if (navigation) listen(navigation, ['currententrychange']);

  run();
  return () => {
    signal.abort();
    observer.disconnect();
    window.cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}
