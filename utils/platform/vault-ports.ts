/** The inventory's ports to the browser, for pages: workers, session storage, locks, clocks. */
// Vite makes a file of each worker from such an import. The form `new URL(..., import.meta.url)` does not
// survive WXT's build of an extension page.

import type { VaultPorts } from '../app/vault-ports.ts';
import type { KdfRequest } from '../app/vault-work-kdf.ts';
import type { StrengthRequest } from '../app/vault-work-strength.ts';
import KdfWorker from './vault-kdf-worker.ts?worker';
import {
  loadCanary,
  loadDrafts,
  loadSession,
  saveCanary,
  saveDrafts,
  saveSession,
  watchDrafts,
  watchSession,
} from './vault-session.ts';
import StrengthWorker from './vault-strength-worker.ts?worker';
import { workerClient } from './vault-worker.ts';

const kdf = workerClient<KdfRequest>(() => new KdfWorker());
const strength = workerClient<StrengthRequest>(() => new StrengthWorker());
const channel = new BroadcastChannel('keytag-inventory');

/** All but the store and the rules, which an entrypoint adds. */
export const vaultPlatform: Omit<VaultPorts, 'store' | 'rules'> = {
  derive: (passphrase, salt, parameters) => kdf.ask({ do: 'derive', passphrase, salt, parameters }),
  // Whether it succeeds shows when a key is derived.
  prepare: () => void kdf.ask({ do: 'warm-up' }).catch(() => undefined),
  async measure() {
    const answer = await kdf.ask<{ readonly ok: boolean; readonly ms?: number }>({ do: 'measure' });
    return answer.ok && answer.ms !== undefined ? answer.ms : null;
  },
  strength: (passphrase, ownWords) => strength.ask({ passphrase, ownWords }),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  randomId: () => crypto.randomUUID(),
  now: () => Date.now(),
  running: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onWake(run) {
    const onVisible = (): void => {
      if (!document.hidden) run();
    };
    document.addEventListener('visibilitychange', onVisible);
    globalThis.addEventListener('focus', run);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      globalThis.removeEventListener('focus', run);
    };
  },
  // The browser resolves with what `work` resolves with; its type loses that.
  exclusive: <T>(name: string, work: () => Promise<T>) => navigator.locks.request(name, work) as Promise<T>,
  session: { load: loadSession, save: saveSession, watch: watchSession },
  drafts: { load: loadDrafts, save: saveDrafts, watch: watchDrafts },
  canary: { load: loadCanary, save: saveCanary },
  changes: {
    tell: (change) => channel.postMessage(change),
    watch(listener) {
      const onMessage = ({ data }: MessageEvent<{ readonly ids: readonly string[] | null }>): void =>
        listener(data);
      channel.addEventListener('message', onMessage);
      return () => channel.removeEventListener('message', onMessage);
    },
  },
};
