/**
 * Chromium only: running code in the very world in which the extension's content script lives, so that a
 * trap laid there is sprung by the content script and by nobody else.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { until } from './until.ts';

export class ExtensionWorld {
  readonly session: CDPSession;
  /** Ids of the extension's worlds in the page and its frames. */
  readonly #contexts = new Set<number>();

  private constructor(session: CDPSession) {
    this.session = session;
  }

  /** Knows the page's worlds from now on, also those of pages loaded later. */
  static async of(page: Page): Promise<ExtensionWorld> {
    const world = new ExtensionWorld(await page.createCDPSession());
    world.session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) {
        world.#contexts.add(context.id);
      }
    });
    world.session.on('Runtime.executionContextDestroyed', (event) => {
      world.#contexts.delete(event.executionContextId);
    });
    world.session.on('Runtime.executionContextsCleared', () => world.#contexts.clear());
    // Tells at once of all worlds that are there already.
    await world.session.send('Runtime.enable');
    return world;
  }

  /** Of the page's own frame, once there is one. */
  contextId(): Promise<number> {
    return until('the world of the content script', () => [...this.#contexts].at(-1) ?? null);
  }

  /** Calls a function that stands on its own (no imports) in the content script's world. */
  async run<T, Args extends readonly unknown[]>(
    work: (...args: Args) => T,
    ...args: Args
  ): Promise<Awaited<T>> {
    const contextId = await this.contextId();
    const { result, exceptionDetails } = await this.session.send('Runtime.callFunctionOn', {
      executionContextId: contextId,
      functionDeclaration: work.toString(),
      arguments: args.map((value) => ({ value })),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Awaited<T>;
  }

  /** Two frames were drawn and the background has answered: whatever was going to happen has happened. */
  async settled(): Promise<void> {
    await this.run(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
      };
      await chrome.runtime.sendMessage({ type: 'page.hello', payload: {} });
      await frame();
    });
  }
}
