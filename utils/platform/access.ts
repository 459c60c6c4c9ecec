/** The permission to read Microsoft's page: granted at installation, but people and Firefox can take it back. */
import { browser } from 'wxt/browser';
import { PROVIDER_HOSTS } from '../pages/hosts.ts';

/** Public cloud only: it is what most people need; the others are asked for with it. */
const NEEDED = { origins: [`https://${PROVIDER_HOSTS[0]}/*`] };
const ALL = { origins: PROVIDER_HOSTS.map((host) => `https://${host}/*`) };

export const access = {
  has: (): Promise<boolean> => browser.permissions.contains(NEEDED),
  /** Must be called in the very turn of a click. */
  ask: (): Promise<boolean> => browser.permissions.request(ALL),
  watch(listener: () => void): () => void {
    browser.permissions.onAdded.addListener(listener);
    browser.permissions.onRemoved.addListener(listener);
    return () => {
      browser.permissions.onAdded.removeListener(listener);
      browser.permissions.onRemoved.removeListener(listener);
    };
  },
};
