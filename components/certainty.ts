/** How firmly something may be said, in words. */
import type { Certainty } from '@/utils/catalogue/app.ts';
import type { MessageKey } from '@/utils/platform/i18n.ts';

export const CERTAINTY: Readonly<Record<Certainty, MessageKey>> = {
  documented: 'app_certainty_documented',
  reported: 'app_certainty_reported',
  observed: 'app_certainty_observed',
  uncertain: 'app_certainty_uncertain',
};
