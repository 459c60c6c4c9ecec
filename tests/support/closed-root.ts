/**
 * Looking into the closed shadow root of the pointer from a test. The scripts run in a world of their own,
 * so traps that a test laid in the page are not sprung by the test itself.
 */
import type { Page } from 'puppeteer-core';
import { sessionOf } from './ax-chromium.ts';
import type { Rect } from './ax-tree.ts';
import { call, contextOf, isFirefox } from './bidi.ts';

/** Where the pointer hangs: right under <html>. */
export const POINTER_HOST = '[data-keytag-guide]';
const SANDBOX = 'keytag-tests';

/**
 * Calls `body`, the text of a function that takes the shadow root and gives a string, or `null` where there
 * is no such host. Text, because test runners rewrite functions in ways that don't survive the trip.
 */
export async function inClosedRoot(page: Page, body: string, host = POINTER_HOST): Promise<string | null> {
  return isFirefox(page) ? inFirefox(page, body, host) : inChromium(page, body, host);
}

/** The rectangle of the first element with this class, in the viewport; `null` if it is not drawn. */
async function rectInClosedRoot(page: Page, className: string, host = POINTER_HOST): Promise<Rect | null> {
  const answer = await inClosedRoot(
    page,
    `function (root) {
      const element = root.querySelector('.' + ${JSON.stringify(className)});
      if (!element) return 'null';
      const style = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      const drawn = width > 0 && height > 0 && style.display !== 'none' && style.visibility === 'visible';
      return JSON.stringify(drawn ? { x, y, width, height } : null);
    }`,
    host,
  );
  return JSON.parse(answer ?? 'null') as Rect | null;
}

/** The highlight. */
export function ringRect(page: Page): Promise<Rect | null> {
  return rectInClosedRoot(page, 'ring');
}

async function inChromium(page: Page, body: string, host: string): Promise<string | null> {
  const session = await sessionOf(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: SANDBOX,
  });
  const found = await session.send('Runtime.evaluate', {
    contextId: executionContextId,
    expression: `document.querySelector(${JSON.stringify(host)})`,
  });
  if (!found.result.objectId) return null;
  const { node } = await session.send('DOM.describeNode', {
    objectId: found.result.objectId,
    depth: 1,
    pierce: true,
  });
  const root = node.shadowRoots?.[0];
  if (!root) return null;
  const { object } = await session.send('DOM.resolveNode', {
    backendNodeId: root.backendNodeId,
    executionContextId,
  });
  if (!object.objectId) return null;
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () { return (${body})(this); }`,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return String(result.value);
}

async function inFirefox(page: Page, body: string, host: string): Promise<string | null> {
  const context = contextOf(page);
  const found = await call(
    page,
    context,
    'function (selector) { return document.querySelector(selector); }',
    [host],
    { sandbox: SANDBOX, includeShadowTree: 'all' },
  );
  const root = (found.value as { shadowRoot?: { sharedId?: string } } | undefined)?.shadowRoot;
  if (!root?.sharedId) return null;
  const answer = await call(
    page,
    context,
    `function (root) { return (${body})(root); }`,
    [{ sharedId: root.sharedId }],
    { sandbox: SANDBOX },
  );
  return String(answer.value);
}
