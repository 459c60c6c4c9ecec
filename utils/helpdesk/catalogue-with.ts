/**
 * The catalogue as one organisation's people see it: Keytag's own apps without those that are hidden, with those of
 * packs, and the recommended ones first. A pack adds; it can replace or hide nothing of Keytag's own.
 */
import type { App } from '../catalogue/app.ts';
import { inListOrder } from '../catalogue/list-order.ts';
import type { OwnApp, Pack } from './pack.ts';
import type { Policy } from './policy.ts';

export interface Catalogue {
  /** What lists and search show, in list order. */
  readonly apps: readonly App[];
  /** Those among them that the organisation recommends, in its own order. */
  readonly recommended: readonly App[];
  /** Hidden ones too: what is in the inventory or under way keeps its app. */
  appById(id: string): App | undefined;
  isHidden(id: string): boolean;
  /** The app as its pack has it; `undefined` for Keytag's own. */
  ownById(id: string): OwnApp | undefined;
}

/**
 * @param builtIn Keytag's own apps
 * @param policy ids that nobody has are passed over
 * @param packs the policy's first; where two have the same id, the first counts
 */
export function catalogueWith(
  builtIn: readonly App[],
  { hiddenApps, recommendedApps }: Pick<Policy, 'hiddenApps' | 'recommendedApps'>,
  packs: readonly Pack[],
): Catalogue {
  const byId = new Map<string, App>(builtIn.map((app) => [app.id, app]));
  const own = new Map<string, OwnApp>();
  for (const app of packs.flatMap((pack) => pack.apps)) {
    if (byId.has(app.id)) continue;
    byId.set(app.id, app);
    own.set(app.id, app);
  }
  const hidden = new Set(hiddenApps);
  const shown = [...byId.values()].filter(({ id }) => !hidden.has(id));
  const recommended = [...new Set(recommendedApps)].flatMap((id) => {
    const app = byId.get(id);
    return app && !hidden.has(id) ? [app] : [];
  });
  return {
    apps: own.size === 0 ? shown : inListOrder(shown),
    recommended,
    appById: (id) => byId.get(id),
    isHidden: (id) => hidden.has(id),
    ownById: (id) => own.get(id),
  };
}
