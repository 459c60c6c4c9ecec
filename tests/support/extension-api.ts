/** Asking the extension from one of its own pages, the same in both browsers. */
import type { Page } from 'puppeteer-core';

/** Sends a message as the extension page sends it. @returns the answer; `null` where there is none */
export function tell(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate(async (wanted) => {
    interface Api {
      runtime: { sendMessage(message: unknown): Promise<unknown> };
    }
    const own = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (own.browser?.runtime ? own.browser : own.chrome).runtime.sendMessage(wanted)) ?? null;
  }, message);
}

export function stopTask(panel: Page): Promise<unknown> {
  return tell(panel, { type: 'guide.stop', payload: {} });
}

/** Everything in both storages, as text, without what reminders note at every look at the clock. */
export function storageText(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    interface Api {
      storage: Record<'session' | 'local', { get(): Promise<unknown> }>;
    }
    const own = globalThis as unknown as { browser?: Api; chrome: Api };
    const { storage } = own.browser?.storage ? own.browser : own.chrome;
    const { 'reminders-memory': _, ...local } = (await storage.local.get()) as Record<string, unknown>;
    return JSON.stringify([await storage.session.get(), local]);
  });
}

/** Two frames of the page were drawn and the background has answered: whatever was to happen has happened. */
export async function settled(page: Page, panel: Page): Promise<void> {
  const frames = () =>
    page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    );
  await frames();
  await tell(panel, { type: 'guide.none', payload: {} }).catch(() => undefined);
  await storageText(panel);
  await frames();
}
