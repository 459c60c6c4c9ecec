/** What a link to the guide may start, and how the app password will be called: Keytag's own apps, and the policy's. */
import { guessDevice } from '@/components/device.ts';
import type { LinkedApp } from '@/utils/app/guide-control.ts';
import { type AppCard, cardOf } from '@/utils/catalogue/cards.ts';
import { suggestName } from '@/utils/guide/name.ts';
import { gatherPacks } from '@/utils/helpdesk/packs.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import { t } from '@/utils/platform/i18n.ts';
import { loadManaged } from '@/utils/platform/policy.ts';

/** @returns `null` when no app has this id */
export async function linkedApp(id: string): Promise<LinkedApp | null> {
  const card = cardOf(id) ?? (await managedCard(id));
  if (!card) return null;
  const device = guessDevice(card, navigator.userAgent);
  return { appName: card.name, device, name: suggestName(card.name, device, t('app_name_filler')) };
}

/** An app of the organisation's own walkthroughs. One from a file is this person's alone, and no link may start it. */
async function managedCard(id: string): Promise<AppCard | undefined> {
  const { walkthroughs } = readPolicy(await loadManaged()).policy;
  const { policy } = gatherPacks(walkthroughs, [], (other) => cardOf(other) !== undefined);
  return policy?.apps.find((app) => app.id === id);
}
