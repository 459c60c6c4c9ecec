/**
 * Puts a sentence (utils/lib/sentence.ts) into the person's language. Arguments become elements, so a
 * label keeps its own language and direction. Text nodes only: nothing is ever parsed as HTML.
 */
import type { ComponentChildren } from 'preact';
import type { Sentence, SentenceArg } from '@/utils/lib/sentence.ts';
import { sentenceParts } from '@/utils/lib/sentence-parts.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { dayText } from './day-text.ts';
import { textLanguage } from './language.ts';

function argText(arg: SentenceArg): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return new Intl.NumberFormat(textLanguage()).format(arg);
  if ('day' in arg) return dayText(arg.day, arg.precision);
  return arg.label;
}

function argView(arg: SentenceArg): ComponentChildren {
  if (typeof arg === 'number') return argText(arg);
  if (typeof arg === 'string') return <bdi>{arg}</bdi>;
  if ('day' in arg) return <time dateTime={arg.day}>{argText(arg)}</time>;
  return (
    <b class="label">
      <bdi lang={arg.lang}>{arg.label}</bdi>
    </b>
  );
}

/** The sentence as plain text, for copying and for announcements. */
export function sentenceText({ key, args = [] }: Sentence): string {
  return t(key as MessageKey, ...args.map(argText));
}

export function SentenceView({ of }: { readonly of: Sentence }) {
  const parts = sentenceParts(of, (key, places) => t(key as MessageKey, ...places));
  return <>{parts.map((part) => ('text' in part ? part.text : argView(part.arg)))}</>;
}
