/** What the organisation prescribes, as the browser hands it out. What it means is decided elsewhere. */
import { browser } from 'wxt/browser';

/** What is managed now; `undefined` where nothing is: Firefox then rejects, which is normal. */
async function loadManaged(): Promise<unknown> {
  try {
    const managed: unknown = await browser.storage.managed.get();
    return managed;
  } catch {
    return undefined;
  }
}

/** Calls at once and at every change, as far as the browser tells: Firefox changes at its next start. @returns a function that ends it */
export function watchManaged(listener: (managed: unknown) => void): () => void {
  let isWatched = true;
  const tell = (): void =>
    void loadManaged().then((managed) => {
      if (isWatched) listener(managed);
    });
  const onChanged = (_changes: unknown, area: string): void => {
    if (area === 'managed') tell();
  };
  browser.storage.onChanged.addListener(onChanged);
  tell();
  return () => {
    isWatched = false;
    browser.storage.onChanged.removeListener(onChanged);
  };
}
