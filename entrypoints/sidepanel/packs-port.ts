/** Imported walkthroughs as the panel reaches them: their database, and word of it between windows. */
import { openPackStore } from '@/utils/storage/pack-store.ts';
import type { PacksPort } from './ports.ts';

const CHANNEL = 'keytag-packs';

export function packsPort(): PacksPort {
  const store = openPackStore();
  const channel = new BroadcastChannel(CHANNEL);
  const telling = <Outcome extends { readonly ok: boolean }>(outcome: Outcome): Outcome => {
    if (outcome.ok) channel.postMessage('changed');
    return outcome;
  };
  return {
    load: () => store.load(),
    save: async (pack) => telling(await store.save(pack)),
    remove: async (organisation) => telling(await store.remove(organisation)),
    watch(listener) {
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
  };
}
