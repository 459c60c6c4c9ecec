/** Which lines of the plan on Home are ticked: ids of changes and entries in storage.local, nothing secret. */
import { browser } from 'wxt/browser';

const KEY = 'plan-ticks';

/** Content scripts can write storage.local: what is no list of short texts is no plan. */
export async function loadTicks(): Promise<readonly string[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) && stored.every((tick) => typeof tick === 'string') ? stored : [];
}

/** An empty plan leaves no trace. */
export async function saveTicks(ticks: readonly string[]): Promise<void> {
  if (ticks.length > 0) await browser.storage.local.set({ [KEY]: ticks });
  else await browser.storage.local.remove(KEY);
}
