/**
 * Speaks a language of the product whatever the browser's is: hand-outs are made in the reader's language.
 * The messages come in as data; nothing here asks a browser.
 */

import type { Day } from '../lib/day.ts';
import type { DayPrecision, Sentence, SentenceArg } from '../lib/sentence.ts';
import { sentenceParts } from '../lib/sentence-parts.ts';
import type { Line, Run } from './line.ts';

/** As public/_locales/<language>/messages.json holds them. */
export type Messages = Readonly<Record<string, { readonly message: string } | undefined>>;

export interface Speaker {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The message with `$1`… replaced, as the browser's own i18n does it. An unknown key is empty. */
  t(key: string, ...args: readonly (string | number)[]): string;
  /** A sentence in runs: names apart from words, labels strong and in their own language. */
  line(sentence: Sentence): Line;
  day(day: Day, precision?: DayPrecision): string;
}

/** @param messages of this language, all of them */
export function speakerOf(language: string, messages: Messages): Speaker {
  const t: Speaker['t'] = (key, ...args) =>
    (messages[key]?.message ?? '').replace(/\$(\$|[1-9])/g, (_, place: string) =>
      place === '$' ? '$' : String(args[Number(place) - 1] ?? ''),
    );
  const format = (day: Day, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const dayText: Speaker['day'] = (day, precision = 'day') => {
    switch (precision) {
      case 'day':
        return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
      case 'month':
        return format(day, { month: 'long', year: 'numeric' });
      case 'half-year':
        return t(Number(day.slice(5, 7)) <= 6 ? 'common_half_year_1' : 'common_half_year_2', day.slice(0, 4));
    }
  };
  const run = (arg: SentenceArg): Run => {
    if (typeof arg === 'string') return { text: arg, as: 'name' };
    if (typeof arg === 'number') return { text: new Intl.NumberFormat(language).format(arg) };
    if ('day' in arg) return { text: dayText(arg.day, arg.precision) };
    return { text: arg.label, as: 'label', lang: arg.lang };
  };
  return {
    language,
    direction: t('common_direction') === 'rtl' ? 'rtl' : 'ltr',
    t,
    line: (sentence) =>
      sentenceParts(sentence, (key, places) => t(key, ...places)).map((part) =>
        'text' in part ? part : run(part.arg),
      ),
    day: dayText,
  };
}
