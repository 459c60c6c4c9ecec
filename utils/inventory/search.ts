/**
 * Search as people type over the inventory, for 10,000 entries and more: each entry is folded to plain small
 * letters once, a key press only looks through the folded texts. The password, the reason and the history
 * are not searched. Pure; what is folded is forgotten with the entry itself.
 */
import type { Entry } from './entry.ts';

/** Longer input is a pasted text, not something to look for. */
const MAX_QUERY = 120;
const MAX_WORDS = 8;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
};

/** Small letters without accents; blanks of every kind become one space. */
export function fold(text: string): string {
  // Most texts are plain: two passes over the whole alphabet would cost more than the search itself.
  const plain = /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        // Lower-casing İ leaves a mark of its own.
        .replace(/\p{M}/gu, '')
        .replace(/[ßæœøđðłħŧþı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
  return /\s\s|[^\S ]|^ | $/.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}

/** The same function, for texts that come again and again. */
export function once(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}

const FOLDED = new WeakMap<Entry, string>();

/** Fields are kept apart by a line break, which no word contains: nothing is found across two of them. */
function foldedText(entry: Entry, foldOnce: (text: string) => string): string {
  const known = FOLDED.get(entry);
  if (known !== undefined) return known;
  const fields = [entry.appName, entry.account, entry.device, entry.name, entry.note, ...entry.tags];
  const text = fields.map(foldOnce).join('\n');
  FOLDED.set(entry, text);
  return text;
}

interface Has {
  readonly entry: Entry;
}

/** Gets everything ready for the first key press, which would otherwise be a slow one. */
export function prepareSearch(rows: readonly Has[]): readonly string[] {
  const foldOnce = once(fold);
  return rows.map(({ entry }) => foldedText(entry, foldOnce));
}

/**
 * An index over `rows`, made at the first search; rows that are known from an earlier index cost nothing.
 * @returns a function from what was typed to the rows that hold every word of it somewhere, in the order given
 */
export function createInventorySearch<Row extends Has>(
  rows: readonly Row[],
): (query: string) => readonly Row[] {
  let texts: readonly string[] | undefined;
  return (query) => {
    const words = fold(query.slice(0, MAX_QUERY)).split(' ').filter(Boolean).slice(0, MAX_WORDS);
    if (words.length === 0) return rows;
    texts ??= prepareSearch(rows);
    const all = texts;
    // The longest word stands in the fewest entries.
    words.sort((a, b) => b.length - a.length);
    return rows.filter((_, at) => words.every((word) => all[at]?.includes(word)));
  };
}
