/** Chromium only: everything that the extension's parts say to one another, write down or print. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { TestBrowser } from './browsers.ts';
import { until } from './until.ts';

export interface Heard {
  /** Messages between the parts of the extension, in order. */
  readonly messages: readonly unknown[];
  /** What any part printed. */
  readonly background: string;
  readonly consoles: readonly string[];
  readonly exceptions: readonly string[];
  readonly storage: unknown;
  /** Every store of every database, as text. */
  readonly databases: readonly string[];
  readonly notifications: string;
}

interface Chrome {
  readonly runtime: { readonly onMessage: { addListener(listener: (message: unknown) => void): void } };
  readonly storage: Record<'session' | 'local', { get(): Promise<unknown> }>;
  readonly notifications?: unknown;
}

export interface Hearing {
  /** Listens to this page's console too. */
  alsoPage(page: Page): Promise<void>;
  everything(): Promise<Heard>;
}

export async function hearEverything(browser: TestBrowser, panel: Page): Promise<Hearing> {
  const consoles: string[] = [];
  const background: string[] = [];
  const exceptions: string[] = [];

  async function listen(session: CDPSession, into: string[]): Promise<void> {
    session.on('Runtime.consoleAPICalled', ({ args }) => into.push(JSON.stringify(args)));
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
      exceptions.push(JSON.stringify(exceptionDetails)),
    );
    session.on('Log.entryAdded', ({ entry }) => into.push(JSON.stringify(entry)));
    await session.send('Runtime.enable');
    await session.send('Log.enable').catch(() => undefined);
  }
  const worker = await backgroundOf(browser);
  await listen(worker, background);
  await listen(await panel.createCDPSession(), consoles);

  // A message of a content script reaches every page of the extension.
  await panel.evaluate(() => {
    const own = globalThis as unknown as { chrome: Chrome; heardMessages?: unknown[] };
    if (own.heardMessages) own.heardMessages.length = 0;
    else {
      const messages: unknown[] = [];
      own.heardMessages = messages;
      own.chrome.runtime.onMessage.addListener((message) => void messages.push(message));
    }
  });
  return {
    async alsoPage(page) {
      await listen(await page.createCDPSession(), consoles);
    },
    async everything() {
      await worker.send('Runtime.evaluate', { expression: 'console.log("keytag-test-probe")' });
      await until('the ear in the background', () =>
        background.some((line) => line.includes('keytag-test-probe')),
      );
      const inPanel = await panel.evaluate(async () => {
        const { chrome, heardMessages } = globalThis as unknown as {
          chrome: Chrome;
          heardMessages: unknown[];
        };
        const databases: string[] = [];
        for (const { name = '' } of await indexedDB.databases()) {
          const database = await new Promise<IDBDatabase>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onsuccess = () => resolve(opening.result);
            opening.onerror = () => reject(opening.error ?? new Error('not opened'));
          });
          for (const store of database.objectStoreNames) {
            const rows = await new Promise<unknown[]>((resolve, reject) => {
              const reading = database.transaction(store).objectStore(store).getAll();
              reading.onsuccess = () => resolve(reading.result);
              reading.onerror = () => reject(reading.error ?? new Error('not read'));
            });
            // Bytes as the letters they may stand for.
            const asText = (_: string, value: unknown): unknown =>
              value instanceof Uint8Array || value instanceof ArrayBuffer
                ? new TextDecoder('latin1').decode(value)
                : value;
            databases.push(`${name} ${store} ${JSON.stringify(rows, asText)}`);
          }
          database.close();
        }
        return {
          messages: heardMessages,
          storage: {
            session: await chrome.storage.session.get(),
            local: await chrome.storage.local.get(),
            web: JSON.stringify({ ...localStorage, ...sessionStorage }),
          },
          databases,
          notifications: typeof chrome.notifications,
        };
      });
      return { ...inPanel, consoles, background: background.join('\n'), exceptions };
    },
  };
}

/** A debugger's session with the background; keeps it awake. */
export async function backgroundOf(browser: TestBrowser): Promise<CDPSession> {
  const target = await browser.browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().includes(browser.extensionId),
  );
  return target.createCDPSession();
}
