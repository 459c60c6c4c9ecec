/**
 * The browser's API as unit tests see it: WXT's fake, whose events a test can trigger, plus the extension's
 * real messages. vitest.config.ts puts it in the place of `wxt/browser`. Only for tests.
 */
import { readFileSync } from 'node:fs';
import { fakeBrowser } from 'wxt/testing/fake-browser';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

let language = 'en';
const loaded = new Map<string, Readonly<Record<string, Message>>>();

/** Chooses the language of messages; `en` after every `fakeBrowser.reset()` is up to the test. */
export function setUiLanguage(code: string): void {
  language = code;
}

function messages(): Readonly<Record<string, Message>> {
  let found = loaded.get(language);
  if (!found) {
    const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
    found = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Message>>;
    loaded.set(language, found);
  }
  return found;
}

/** As browsers do it: `$1`… are the substitutions, `$$` is a dollar sign, an unknown key is empty. */
function getMessage(key: string, substitutions: string | readonly string[] = []): string {
  const found = messages()[key];
  if (!found) return '';
  const args = typeof substitutions === 'string' ? [substitutions] : substitutions;
  const fill = (text: string) =>
    text.replace(/\$(\$|\d)/g, (_, sign: string) => (sign === '$' ? '$' : (args[Number(sign) - 1] ?? '')));
  const named = found.message.replace(/\$([A-Za-z_]\w*)\$/g, (whole, name: string) => {
    const placeholder = found.placeholders?.[name.toLowerCase()];
    return placeholder ? placeholder.content : whole;
  });
  return fill(named);
}

export const browser = Object.assign(fakeBrowser, {
  i18n: { ...fakeBrowser.i18n, getMessage, getUILanguage: () => language },
});
