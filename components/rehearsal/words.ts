/** What the imitation calls things: Microsoft's own labels in the person's language where they are known. */
import { knownLabel, type LabelKey, labelLanguages } from '@/utils/pages/labels.ts';

export type Words = (key: LabelKey) => string;

/** @param language BCP 47 tag of the interface, e.g. `de-AT` */
export function wordsIn(language: string): Words {
  const known = labelLanguages();
  const tag =
    known.find((one) => one.toLowerCase() === language.toLowerCase()) ??
    known.find((one) => one.split('-')[0] === language.split('-')[0]) ??
    'en';
  return (key) => knownLabel(key, tag) ?? knownLabel(key, 'en') ?? key;
}
