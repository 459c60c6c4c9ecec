/** A sentence (utils/lib/sentence.ts) as plain text in the person's language. No elements: also for the background. */
import type { Sentence, SentenceArg } from '@/utils/lib/sentence.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { dayText } from './day-text.ts';
import { numberText } from './number-text.ts';

export function argText(arg: SentenceArg): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return numberText(arg);
  if ('day' in arg) return dayText(arg.day, arg.precision);
  return arg.label;
}

/** The sentence as plain text, for copying and for announcements. */
export function sentenceText({ key, args = [] }: Sentence): string {
  return t(key as MessageKey, ...args.map(argText));
}
