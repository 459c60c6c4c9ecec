/** What the diagnostic and the structure report ask of the browser. What of it is told is decided elsewhere. */
import { browser } from 'wxt/browser';
import { loadPageLog } from './guide-ports.ts';
import { watchManaged } from './policy.ts';
import { send } from './send.ts';

/** What one of the two browsers has alone, besides what webextension-polyfill describes. */
const { notifications } = browser as unknown as {
  readonly notifications: { readonly getPermissionLevel?: () => Promise<'granted' | 'denied'> };
};

export async function browserFacts() {
  const [granted, pages, managed, level] = await Promise.all([
    browser.permissions.getAll(),
    loadPageLog(),
    managedNow(),
    // Firefox can't be asked.
    notifications.getPermissionLevel?.() ?? Promise.resolve(null),
  ]);
  return {
    permissions: granted.permissions ?? [],
    origins: granted.origins ?? [],
    languages: navigator.languages,
    notifications: level === 'granted' ? 'allowed' : level === 'denied' ? 'forbidden' : 'unknown',
    pages,
    managed,
  } as const;
}

/** What the open page is built of, as the background passes it on; `null` where none is open. */
export const pageStructure = (): Promise<unknown> => send('guide.structure', {});

/** What is managed now; `undefined` where nothing is. */
function managedNow(): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = watchManaged((managed) => {
      stop();
      resolve(managed);
    });
  });
}
