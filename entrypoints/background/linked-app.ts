/**
 * What a link to the guide may start, and how the app password will be called: Keytag's own apps and the policy's,
 * without those that the policy hides.
 */
import { guessDevice } from '@/components/device.ts';
import type { LinkedApp } from '@/utils/app/guide-control.ts';
import { type AppCard, cardOf } from '@/utils/catalogue/cards.ts';
import { suggestName } from '@/utils/guide/name.ts';
import { gatherPacks } from '@/utils/helpdesk/packs.ts';
import { type Policy, readPolicy } from '@/utils/helpdesk/policy.ts';
import { t } from '@/utils/platform/i18n.ts';

/**
 * @param managed what the browser's management holds
 * @param userAgent the browser's, to guess the device
 * @returns `null` when no app has this id, and when the organisation hides it: what no list offers no link begins
 */
export function linkedApp(id: string, managed: unknown, userAgent: string): LinkedApp | null {
  const { policy } = readPolicy(managed);
  if (policy.hiddenApps.includes(id)) return null;
  const card = cardOf(id) ?? managedCard(id, policy);
  if (!card) return null;
  const device = guessDevice(card, userAgent);
  return { appName: card.name, device, name: suggestName(card.name, device, t('app_name_filler')) };
}

/** An app of the organisation's own walkthroughs. One from a file is this person's alone, and no link may start it. */
function managedCard(id: string, { walkthroughs }: Policy): AppCard | undefined {
  const { policy } = gatherPacks(walkthroughs, [], (other) => cardOf(other) !== undefined);
  return policy?.apps.find((app) => app.id === id);
}
