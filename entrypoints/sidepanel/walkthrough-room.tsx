/** Importing walkthroughs, and those that are here: a part of Helpdesk's first screen. */
import '@/components/styles/organisation.css';
import { Walkthroughs } from '@/components/helpdesk/walkthroughs.tsx';
import { readImport } from '@/utils/helpdesk/packs.ts';
import type { KnownCatalogue } from './knowledge.ts';
import type { OwnPacks } from './packs.ts';
import { hrefOf } from './router.ts';

export interface WalkthroughRoomProps {
  readonly knowledge: typeof import('./knowledge.ts');
  readonly catalogue: KnownCatalogue;
  readonly own: OwnPacks;
}

export function WalkthroughRoom({ knowledge, catalogue, own }: WalkthroughRoomProps) {
  const { store, reload } = own;
  /** @returns whether it worked; what is shown is what is stored */
  const change = async (work: () => Promise<{ readonly ok: boolean }>): Promise<boolean> => {
    try {
      const { ok } = await work();
      if (ok) await reload();
      return ok;
    } catch {
      return false;
    }
  };
  return (
    <Walkthroughs
      packs={catalogue.packs}
      canStore={store !== null}
      appHref={(id) => hrefOf({ at: 'app', id })}
      isHidden={catalogue.isHidden}
      onRead={(bytes) => readImport(bytes, catalogue.packs, knowledge.isBuiltIn)}
      onSave={async (pack) => store !== null && change(() => store.save(pack))}
      onRemove={async (organisation) => store !== null && change(() => store.remove(organisation))}
    />
  );
}
