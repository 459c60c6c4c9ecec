/**
 * Splits a translated message into the pieces a view draws, so that names and labels become elements of
 * their own (bold, with their own language and direction) and a message never becomes markup.
 */
import type { Sentence, SentenceArg } from './sentence.ts';

export type SentencePart = { readonly text: string } | { readonly arg: SentenceArg };

/** U+E000…: private-use characters stand for the arguments while the browser fills in the message. A
 * message takes at most nine arguments (the limit of WebExtension i18n substitutions). */
const FIRST_MARK = 0xe000;
const MARKS = /[\uE000-\uE008]/;

/**
 * @param sentence the message key and its arguments
 * @param message looks a message up: (key, substitutions) -> text; the browser's i18n in the product
 * @returns text and arguments in reading order; an argument the message does not use is left out
 */
export function sentenceParts(
  sentence: Sentence,
  message: (key: string, substitutions: readonly string[]) => string,
): SentencePart[] {
  const args = sentence.args ?? [];
  const marked = message(
    sentence.key,
    args.map((_, index) => String.fromCharCode(FIRST_MARK + index)),
  );
  const parts: SentencePart[] = [];
  let text = '';
  for (const character of marked) {
    if (MARKS.test(character)) {
      const arg = args[character.charCodeAt(0) - FIRST_MARK];
      if (arg === undefined) continue;
      if (text) parts.push({ text });
      text = '';
      parts.push({ arg });
    } else {
      text += character;
    }
  }
  if (text) parts.push({ text });
  return parts;
}
