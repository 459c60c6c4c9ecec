/** The running guide's ports to the browser: session storage, tabs, windows and the side panel. */
import { browser } from 'wxt/browser';
import type { GuidePorts } from '../app/guide-control.ts';
import { type GuideState, remembered } from '../app/guide-state.ts';
import { STRUCTURE_QUESTION } from '../messages/push.ts';
import { PROVIDER_HOSTS, SECURITY_INFO_PATH } from '../pages/hosts.ts';
import { isSecurityInfo } from '../pages/security-info/match.ts';
import { openPanelBeside } from './panel.ts';

/** Session storage is closed to content scripts in Chrome and Firefox and ends with the browser. */
const KEY = 'guide';
const LOG_KEY = 'pages-seen';
const PROVIDER_PAGES = PROVIDER_HOSTS.map((host) => `https://${host}/*`);
const SECURITY_INFO_URL = `https://${PROVIDER_HOSTS[0]}${SECURITY_INFO_PATH}`;
const REHEARSAL_PATH = '/practice.html';

export async function loadGuideState(): Promise<GuideState | null> {
  const stored = await browser.storage.session.get(KEY);
  return remembered((stored[KEY] as GuideState | undefined) ?? null, new Date());
}

/** The pages that guides have seen since the browser was opened, as stored. */
export async function loadPageLog(): Promise<unknown> {
  return (await browser.storage.session.get(LOG_KEY))[LOG_KEY];
}

/** Calls `listener` at every change of the running guide. @returns a function that ends it */
export function watchGuideState(listener: (state: GuideState | null) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change) listener((change.newValue as GuideState | undefined) ?? null);
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

async function show(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Everything but what a link may ask for: that is the catalogue's to say. */
export const guidePorts: Omit<GuidePorts, 'linkedApp'> = {
  load: loadGuideState,
  async save(state) {
    if (state) await browser.storage.session.set({ [KEY]: state });
    else await browser.storage.session.remove(KEY);
  },
  async push(push) {
    // Without the host permission there is no page to tell.
    const tabs = await browser.tabs.query({ url: PROVIDER_PAGES }).catch(() => []);
    const answers = await Promise.all(
      tabs.map(async ({ id, url }) => {
        if (id === undefined) return null;
        // A tab without our content script (open since before the installation) does not answer.
        const isThere = await browser.tabs.sendMessage(id, push, { frameId: 0 }).catch(() => false);
        return isThere === true && url && isSecurityInfo(new URL(url)) ? id : null;
      }),
    );
    return push.task ? answers.filter((id) => id !== null) : [];
  },
  async showPage(where, tabIds) {
    const [tabId] = tabIds;
    const isShown =
      tabId !== undefined &&
      (await show(tabId).then(
        () => true,
        () => false,
      ));
    if (isShown) return;
    const url = where === 'rehearsal' ? browser.runtime.getURL(REHEARSAL_PATH) : SECURITY_INFO_URL;
    await browser.tabs.create({ url });
  },
  openPanel: openPanelBeside,
  loadLog: loadPageLog,
  saveLog: (log) => browser.storage.session.set({ [LOG_KEY]: log }),
  async askStructure(tabId) {
    const tabs = await browser.tabs.query({ url: PROVIDER_PAGES }).catch(() => []);
    const ids = tabs
      .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      .map(({ id }) => id)
      .toSorted((a, b) => Number(b === tabId) - Number(a === tabId));
    for (const id of ids) {
      if (id === undefined) continue;
      const answer: unknown = await browser.tabs
        .sendMessage(id, STRUCTURE_QUESTION, { frameId: 0 })
        .catch(() => null);
      if (answer) return answer;
    }
    return null;
  },
  now: () => new Date(),
  randomId: () => crypto.randomUUID(),
};
