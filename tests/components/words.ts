/** Stands in for utils/platform/i18n.ts in views' tests: the real messages, without a browser. */
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';

type Messages = Readonly<Record<string, { readonly message: string } | undefined>>;
const LANGUAGES: Readonly<Record<'de' | 'en', Messages>> = { de, en };
let language: 'de' | 'en' = 'en';

export function setUiLanguage(code: 'de' | 'en'): void {
  language = code;
}

export function uiLanguage(): string {
  return language;
}

/** An unknown key is an error here, so that no test passes on an empty screen. */
export function t(key: string, ...args: readonly (string | number)[]): string {
  const found = LANGUAGES[language][key];
  if (!found) throw new Error(`no message ${key} in ${language}`);
  return found.message.replace(/\$(\d)/g, (_, place: string) => String(args[Number(place) - 1] ?? ''));
}
