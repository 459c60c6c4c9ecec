/** Whole numbers as people write them in the language of the extension. */
import { textLanguage } from './language.ts';

/** Making one costs more than a hundred uses of it, and long lists have a number on every other line. */
let known: { readonly language: string; readonly format: Intl.NumberFormat } | undefined;

export function numberText(value: number): string {
  const language = textLanguage();
  if (known?.language !== language) known = { language, format: new Intl.NumberFormat(language) };
  return known.format.format(value);
}
