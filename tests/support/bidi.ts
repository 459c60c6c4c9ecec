/**
 * Raw WebDriver BiDi commands to Firefox. Puppeteer has no public way to them: the one cast to its inner
 * objects is here.
 */
import type { Page } from 'puppeteer-core';

interface BidiFrame {
  readonly _id: string;
  readonly browsingContext: {
    readonly userContext: { readonly browser: { readonly session: BidiSession } };
  };
}
interface BidiSession {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

/** A value as BiDi sends it; only what tests use. */
interface RemoteValue {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

export function isFirefox(page: Page): boolean {
  return (page.browser() as unknown as { protocol?: string }).protocol === 'webDriverBiDi';
}

export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as BidiFrame)._id;
}

async function send(page: Page, method: string, parameters: object): Promise<unknown> {
  const frame = page.mainFrame() as unknown as BidiFrame;
  const { result } = await frame.browsingContext.userContext.browser.session.send(method, parameters);
  return result;
}

/** Node references, as arguments and in answers. */
export interface SharedNode {
  readonly sharedId: string;
}

export interface CallOptions {
  /** A realm of its own: sees the page's document, is not seen by the page. */
  readonly sandbox?: string;
  readonly includeShadowTree?: 'none' | 'open' | 'all';
}

/** Calls a function, given as text, in a browsing context. */
export async function call(
  page: Page,
  context: string,
  functionDeclaration: string,
  args: readonly (string | number | SharedNode)[] = [],
  { sandbox, includeShadowTree = 'none' }: CallOptions = {},
): Promise<RemoteValue> {
  const answer = (await send(page, 'script.callFunction', {
    functionDeclaration,
    awaitPromise: true,
    target: { context, ...(sandbox ? { sandbox } : {}) },
    arguments: args.map((value) => (typeof value === 'object' ? value : { type: typeof value, value })),
    serializationOptions: { includeShadowTree, maxDomDepth: includeShadowTree === 'none' ? 0 : 1 },
  })) as { type: string; result?: RemoteValue; exceptionDetails?: { text: string } };
  if (!answer.result) throw new Error(`script in Firefox failed: ${answer.exceptionDetails?.text}`);
  return answer.result;
}

const chromeContexts = new WeakMap<object, Promise<string>>();

/** The browser's own window, whose scripts may do everything (needs --remote-allow-system-access). */
export function chromeContext(page: Page): Promise<string> {
  const browser = page.browser();
  let context = chromeContexts.get(browser);
  if (!context) {
    context = send(page, 'browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 }).then((answer) => {
      const { contexts } = answer as { contexts: readonly { context: string; url: string }[] };
      const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
      if (!window) throw new Error('Firefox showed no window of its own');
      return window.context;
    });
    chromeContexts.set(browser, context);
  }
  return context;
}
