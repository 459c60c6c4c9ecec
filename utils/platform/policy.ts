/** What the organisation prescribes, as the browser hands it out. What it means is decided elsewhere. */
import { browser } from 'wxt/browser';

/** What is managed now; `undefined` where nothing is: Firefox then rejects, which is normal. */
export async function loadManaged(): Promise<unknown> {
  try {
    const managed: unknown = await browser.storage.managed.get();
    return managed;
  } catch {
    return undefined;
  }
}

/** Calls at every change, as far as the browser tells: Firefox changes at its next start. @returns a function that ends it */
export function onManagedChanged(run: () => void): () => void {
  const onChanged = (_changes: unknown, area: string): void => {
    if (area === 'managed') run();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Calls with what is managed, at once and at every change. @returns a function that ends it */
export function watchManaged(listener: (managed: unknown) => void): () => void {
  let isWatched = true;
  const tell = (): void =>
    void loadManaged().then((managed) => {
      if (isWatched) listener(managed);
    });
  const stop = onManagedChanged(tell);
  tell();
  return () => {
    isWatched = false;
    stop();
  };
}
