/** Messages in the browser's language. The only file that asks the browser for a message. */
import { browser } from 'wxt/browser';
import type en from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof en;

/** The language the browser chose for the extension's messages, e.g. `de`. */
export function uiLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** The message for `key` with `$1`… replaced by `args`. */
export function t(key: MessageKey, ...args: readonly (string | number)[]): string {
  // WXT types the keys of the last build; ours are those of the source.
  return browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], args.map(String));
}
