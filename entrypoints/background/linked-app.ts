/** What a link to the guide may start, and how the app password will be called. */
import { guessDevice } from '@/components/device.ts';
import type { LinkedApp } from '@/utils/app/guide-control.ts';
import { cardOf } from '@/utils/catalogue/cards.ts';
import { suggestName } from '@/utils/guide/name.ts';
import { t } from '@/utils/platform/i18n.ts';

/** @returns `null` when no app has this id */
export async function linkedApp(id: string): Promise<LinkedApp | null> {
  const card = cardOf(id);
  if (!card) return null;
  const device = guessDevice(card, navigator.userAgent);
  return { appName: card.name, device, name: suggestName(card.name, device, t('app_name_filler')) };
}
