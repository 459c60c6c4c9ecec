/**
 * Finding things on a page the way a person with a screen reader does: by role and accessible name, also
 * inside closed shadow roots, in both browsers. Clicks are trusted mouse clicks at the thing's box.
 */
import type { Page } from 'puppeteer-core';
import { chromiumBackend } from './ax-chromium.ts';
import { firefoxBackend } from './ax-firefox.ts';
import { type AxBackend, type AxNode, findAll, matches, type Name, type Rect, textIn } from './ax-tree.ts';
import { isFirefox } from './bidi.ts';
import { until, type WaitOptions } from './until.ts';

export type { AxNode, Name, Rect } from './ax-tree.ts';
export { findAll, textIn } from './ax-tree.ts';

export interface Where {
  /** Look only inside of the first node that fits this. */
  readonly within?: {
    readonly role: string;
    readonly name?: Name;
    readonly that?: (node: AxNode) => boolean;
  };
  /** For what fits in other ways than by role and name. */
  readonly that?: (node: AxNode) => boolean;
}

export interface Found {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly focused: boolean;
  readonly disabled: boolean;
  /** All text inside, in reading order. */
  readonly text: string;
  readonly box: Rect | null;
  /** Waits until it rests in view, then clicks its middle with the mouse. */
  click(options?: WaitOptions): Promise<void>;
}

const backends = new WeakMap<Page, AxBackend>();

function backendOf(page: Page): AxBackend {
  let backend = backends.get(page);
  if (!backend) {
    backend = isFirefox(page) ? firefoxBackend(page) : chromiumBackend(page);
    backends.set(page, backend);
  }
  return backend;
}

/** The whole tree, for questions that roles and names don't answer. */
async function snapshot(page: Page): Promise<AxNode | null> {
  // A document that is just being replaced has no tree; the next look finds the new one.
  return backendOf(page)
    .snapshot()
    .catch(() => null);
}

async function nodesByRole(page: Page, role: string, name?: Name, where: Where = {}): Promise<AxNode[]> {
  const root = await snapshot(page);
  if (!root) return [];
  const { within, that } = where;
  const start = within
    ? findAll(root, (node) => matches(node, within.role, within.name) && (within.that?.(node) ?? true))[0]
    : root;
  if (!start) return [];
  return findAll(start, (node) => matches(node, role, name) && (that?.(node) ?? true));
}

export async function findAllByRole(page: Page, role: string, name?: Name, where?: Where): Promise<Found[]> {
  const nodes = await nodesByRole(page, role, name, where);
  return Promise.all(nodes.map((node) => toFound(page, node, role, name, where)));
}

/** The first that fits, or `null`. */
export async function findByRole(
  page: Page,
  role: string,
  name?: Name,
  where?: Where,
): Promise<Found | null> {
  const [node] = await nodesByRole(page, role, name, where);
  return node ? toFound(page, node, role, name, where) : null;
}

export function waitForRole(
  page: Page,
  role: string,
  name?: Name,
  { timeout, ...where }: Where & WaitOptions = {},
): Promise<Found> {
  return until(describe(role, name), () => findByRole(page, role, name, where), asWait(timeout)).catch(
    (error: unknown) => failWithPage(page, error),
  );
}

export async function waitForNoRole(
  page: Page,
  role: string,
  name?: Name,
  { timeout, ...where }: Where & WaitOptions = {},
): Promise<void> {
  await until(
    `no ${describe(role, name)}`,
    async () => (await nodesByRole(page, role, name, where)).length === 0,
    asWait(timeout),
  );
}

/** All text inside of it; `null` if it isn't there. */
export async function textOf(page: Page, role: string, name?: Name, where?: Where): Promise<string | null> {
  const [node] = await nodesByRole(page, role, name, where);
  return node ? textIn(node) : null;
}

/** Waits for it, then clicks it. */
export async function clickByRole(
  page: Page,
  role: string,
  name?: Name,
  { timeout, ...where }: Where & WaitOptions = {},
): Promise<void> {
  const { x, y } = await restingMiddle(page, role, name, where, timeout);
  await page.mouse.click(x, y);
}

async function toFound(page: Page, node: AxNode, role: string, name?: Name, where?: Where): Promise<Found> {
  return {
    role: node.role,
    name: node.name,
    description: node.description,
    value: node.value,
    focused: node.focused,
    disabled: node.disabled,
    text: textIn(node),
    box: await backendOf(page).box(node),
    click: (options) => clickByRole(page, role, name, { ...where, ...options }),
  };
}

/**
 * Looks anew each time instead of holding on to a node: pages replace their nodes, dialogs slide in, and
 * a click at an old place hits something else.
 */
async function restingMiddle(
  page: Page,
  role: string,
  name: Name | undefined,
  where: Where,
  timeout: number | undefined,
): Promise<{ x: number; y: number }> {
  let before: Rect | null = null;
  let scrolled = false;
  const box = await until(
    `${describe(role, name)} to rest in view`,
    async () => {
      await backendOf(page)
        .drawn()
        .catch(() => undefined);
      const [node] = await nodesByRole(page, role, name, where);
      if (!node || node.disabled) {
        before = null;
        return null;
      }
      let now = await backendOf(page).box(node);
      // A page may scroll back, to the heading of a new screen for one: then once is not enough.
      if (!scrolled || now === null || !isInView(page, now)) {
        scrolled = true;
        await backendOf(page).scrollIntoView(node);
        now = await backendOf(page).box(node);
      }
      const rests = now !== null && before !== null && same(now, before) && isInView(page, now);
      before = now;
      return rests ? now : null;
    },
    asWait(timeout),
  ).catch((error: unknown) => failWithPage(page, error));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Whether its middle, where it is clicked, can be: a click outside of the window hits nothing. */
function isInView(page: Page, { x, y, width, height }: Rect): boolean {
  const view = page.viewport();
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return view === null || (middleX >= 0 && middleY >= 0 && middleX < view.width && middleY < view.height);
}

function same(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function describe(role: string, name?: Name): string {
  return name === undefined ? role : `${role} ${typeof name === 'string' ? JSON.stringify(name) : name}`;
}

/** As much as tells one screen from another. */
const PAGE_TEXT_LENGTH = 1_500;

/** What a person would say who looks for something in vain: what is there instead. */
async function failWithPage(page: Page, error: unknown): Promise<never> {
  const root = await snapshot(page);
  const focused = root ? findAll(root, (node) => node.focused).at(-1) : undefined;
  const text = root ? textIn(root).slice(0, PAGE_TEXT_LENGTH) : 'nothing';
  const focus = focused ? describe(focused.role, focused.name) : 'nothing';
  const message = error instanceof Error ? error.message : String(error);
  throw new Error(`${message}; the focus is on ${focus}, the page says: ${text}`, { cause: error });
}

function asWait(timeout: number | undefined): WaitOptions {
  return timeout === undefined ? {} : { timeout };
}
