/** A sentence as a value: a message key and its arguments. The core returns sentences; views put them
 * into the person's language. Nothing here knows a browser or a language. */
import type { Day } from './day.ts';

export type DayPrecision = 'day' | 'month' | 'half-year';

export type SentenceArg =
  /** A name or a number, shown as plain text in its own direction. */
  | string
  | number
  /** A day, written as people in the person's locale write it. */
  | { readonly day: Day; readonly precision?: DayPrecision }
  /** The label of a control on somebody else's page or in somebody else's app: shown in bold, in its own
   * language (`lang`, a BCP 47 tag) and direction. */
  | { readonly label: string; readonly lang: string };

export interface Sentence {
  readonly key: string;
  readonly args?: readonly SentenceArg[];
}
