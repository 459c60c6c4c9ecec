/** Where the open vault's session and the canary stand: session storage, and storage.local. */
import { browser } from 'wxt/browser';
import type { Canary } from '../app/vault-ports.ts';
import { readSession } from '../app/vault-session.ts';

/** Session storage is closed to content scripts in Chrome and Firefox and ends with the browser. */
const SESSION = 'vault-session';
const DRAFTS = 'vault-drafts';
const CANARY = 'vault-canary';

export async function loadSession(): Promise<unknown> {
  return (await browser.storage.session.get(SESSION))[SESSION];
}

/** Unsaved edits go with every lock, whoever locks. */
export async function saveSession(value: object): Promise<void> {
  await browser.storage.session.set({ [SESSION]: value });
  if (readSession(value).kind === 'locked') await saveDrafts(null);
}

export const watchSession = (listener: () => void): (() => void) => watch(SESSION, listener);

export async function loadDrafts(): Promise<unknown> {
  return (await browser.storage.session.get(DRAFTS))[DRAFTS];
}

export async function saveDrafts(sealed: string | null): Promise<void> {
  if (sealed === null) await browser.storage.session.remove(DRAFTS);
  else await browser.storage.session.set({ [DRAFTS]: sealed });
}

export const watchDrafts = (listener: () => void): (() => void) => watch(DRAFTS, listener);

function watch(key: string, listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>): void => {
    if (key in changes) listener();
  };
  browser.storage.session.onChanged.addListener(onChanged);
  return () => browser.storage.session.onChanged.removeListener(onChanged);
}

/** Content scripts can read and write storage.local: whatever is there is looked at closely. */
export async function loadCanary(): Promise<Canary | null> {
  const stored = (await browser.storage.local.get(CANARY))[CANARY];
  if (typeof stored !== 'object' || stored === null) return null;
  const { vaultId, createdAt, lastBackupAt, generation } = stored as Record<string, unknown>;
  if (typeof vaultId !== 'string' || typeof createdAt !== 'string' || !Number.isSafeInteger(generation))
    return null;
  return {
    vaultId,
    createdAt,
    lastBackupAt: typeof lastBackupAt === 'string' ? lastBackupAt : null,
    generation: Number(generation),
  };
}

export async function saveCanary(canary: Canary | null): Promise<void> {
  if (canary) await browser.storage.local.set({ [CANARY]: canary });
  else await browser.storage.local.remove(CANARY);
}
