/**
 * Puts a sentence (utils/lib/sentence.ts) into the person's language. Arguments become elements, so a
 * label keeps its own language and direction. Text nodes only: nothing is ever parsed as HTML.
 */
import type { ComponentChildren } from 'preact';
import type { Sentence, SentenceArg } from '@/utils/lib/sentence.ts';
import { sentenceParts } from '@/utils/lib/sentence-parts.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { argText } from './sentence-text.ts';

export { sentenceText } from './sentence-text.ts';

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

export function SentenceView({ of }: { readonly of: Sentence }) {
  const parts = sentenceParts(of, (key, places) => t(key as MessageKey, ...places));
  return <>{parts.map((part) => ('text' in part ? part.text : argView(part.arg)))}</>;
}
