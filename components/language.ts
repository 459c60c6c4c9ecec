/** The language the words on screen are in, for dates, numbers and the document. */
import { t, uiLanguage } from '@/utils/platform/i18n.ts';

/** The browser's language with its region where Keytag speaks it (`en-GB`), else the one Keytag speaks. */
export function textLanguage(): string {
  const browserLanguage = uiLanguage();
  const spoken = t('common_language_code');
  return browserLanguage.split(/[-_]/)[0] === spoken ? browserLanguage.replaceAll('_', '-') : spoken;
}
