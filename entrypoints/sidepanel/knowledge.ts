/**
 * What Keytag knows: catalogue, verdicts, set-ups, causes, dated changes. The panel loads this module when
 * its first screen is painted; nothing that is painted first may import it directly.
 */
import type { Change } from '@/components/radar.tsx';
import type { SetupLine } from '@/components/setup-list.tsx';
import { type RadarEntry, radar } from '@/utils/advisor/radar.ts';
import type { AccountKind, App, SetupStep } from '@/utils/catalogue/app.ts';
import { copyValue, describeStep } from '@/utils/catalogue/describe.ts';
import { APPS, appById } from '@/utils/catalogue/index.ts';
import { isOther } from '@/utils/catalogue/other.ts';
import { type AppSearch, createAppSearch } from '@/utils/catalogue/search.ts';
import { setupContext } from '@/utils/catalogue/server.ts';
import { type Catalogue, catalogueWith } from '@/utils/helpdesk/catalogue-with.ts';
import { allPacks, gatherPacks, type Packs, type StoredPack } from '@/utils/helpdesk/packs.ts';
import type { Policy } from '@/utils/helpdesk/policy.ts';
import type { Day } from '@/utils/lib/day.ts';
import { describeEvent } from '@/utils/timeline/lookup.ts';

export { adminMessage } from '@/utils/advisor/admin-message.ts';
export { verdictFor } from '@/utils/advisor/advise.ts';
export { CAUSES } from '@/utils/advisor/option-missing.ts';
export { ticksLeft } from '@/utils/advisor/radar.ts';
export { setupForApp } from '@/utils/setups/for-app.ts';

/** The catalogue as this person sees it, with what it is made of. */
export interface KnownCatalogue extends Catalogue {
  readonly packs: Packs;
  /** For apps that are not in the list. */
  readonly fallback: readonly App[];
  readonly search: AppSearch;
}

export const isBuiltIn = (id: string): boolean => appById(id) !== undefined;

export function catalogueFor(
  policy: Pick<Policy, 'hiddenApps' | 'recommendedApps' | 'walkthroughs'>,
  stored: readonly StoredPack[],
): KnownCatalogue {
  const packs = gatherPacks(policy.walkthroughs, stored, isBuiltIn);
  const catalogue = catalogueWith(APPS, policy, allPacks(packs));
  return {
    ...catalogue,
    packs,
    fallback: catalogue.apps.filter((app) => isOther(app.id)),
    search: createAppSearch(catalogue.apps),
  };
}

export function setupLines(
  steps: readonly SetupStep[] | undefined,
  account: AccountKind,
  address: string,
  labelLanguage = 'en',
): readonly SetupLine[] {
  const context = { ...setupContext(account, address || undefined), labelLanguage };
  return (steps ?? []).map((step, index) => ({
    id: String(index),
    say: describeStep(step, context),
    copy: copyValue(step, context),
    isSaid: step.do === 'type',
    note: step.do === 'note',
    pastes: step.do === 'paste-password',
  }));
}

/** Whether the steps ask for the person's own address somewhere. */
export function wantsAddress(steps: readonly SetupStep[] | undefined): boolean {
  return (steps ?? []).some((step) => {
    switch (step.do) {
      case 'type':
        return step.value.is === 'address';
      case 'file':
        return step.lines.some((line) => line.includes('{address}'));
      case 'run':
        return step.command.includes('{address}');
      default:
        return false;
    }
  });
}

/** Microsoft's dated changes, each with the entries it touches. */
export function changesFor(
  entries: readonly RadarEntry[],
  today: Day,
  appById: Catalogue['appById'],
): readonly Change[] {
  return radar({ entries, today, appById }).map((item) => ({ ...item, say: describeEvent(item.event) }));
}
