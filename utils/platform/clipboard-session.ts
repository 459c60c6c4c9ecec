/** Where a copied password's mark stands, the alarm that ends its time, and the permission to look for it. */
import { browser } from 'wxt/browser';
import { type Kept, readKept } from '../app/clipboard-keeper.ts';

const KEPT = 'clipboard';
export const CLIPBOARD_ALARM = 'clipboard-deadline';

export async function loadKept(): Promise<unknown> {
  return (await browser.storage.session.get(KEPT))[KEPT];
}

export async function saveKept(kept: Kept): Promise<void> {
  await browser.storage.session.set({ [KEPT]: kept });
}

export function watchKept(listener: (kept: Kept) => void): () => void {
  const onChanged = (changes: Record<string, { readonly newValue?: unknown }>): void => {
    const change = changes[KEPT];
    if (change) listener(readKept(change.newValue));
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

export async function wakeForClipboard(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(CLIPBOARD_ALARM);
  else await browser.alarms.create(CLIPBOARD_ALARM, { when });
}

/** As the manifest offers them: Chrome's background has no clipboard and needs a document beside it. */
const NEEDED = {
  permissions: (browser.runtime.getManifest().optional_permissions ?? []) as (
    | 'clipboardRead'
    | 'clipboardWrite'
  )[],
};

export const clipboardAccess = {
  has: (): Promise<boolean> => browser.permissions.contains(NEEDED),
  /** Must be called in the very turn of a click. */
  ask: (): Promise<boolean> => browser.permissions.request(NEEDED),
  giveBack: (): Promise<boolean> => browser.permissions.remove(NEEDED),
};
