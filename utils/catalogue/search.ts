/**
 * Search over the catalogue as people type: names, other names, vendors, kinds; in any order, with typing
 * errors. Exact hits come before prefixes, prefixes before words inside, all of them before fuzzy hits.
 */
import Fuse, { type FuseResult } from 'fuse.js';
import type { App, AppKind } from './app.ts';

/** What people call the kinds, in English and German; matched like other names but ranked below them. */
const KIND_WORDS: Readonly<Record<AppKind, string>> = {
  'mail-program': 'mail program email client desktop Mailprogramm E-Mail-Programm',
  mobile: 'mobile phone tablet smartphone Handy Telefon',
  device: 'device hardware appliance Gerät',
  service: 'service cloud web website Dienst',
  script: 'script code automation library command line Skript Programmierung',
};

/** Longer input is a pasted text, not a name. */
const MAX_QUERY = 80;
const MAX_WORDS = 6;
/** How far a fuzzy hit may be off (fuse.js: 0 exact, 1 anything). Found by the table in the tests: one wrong
 * letter in a short name and two in a long one are forgiven, other apps stay out. */
const FUZZY = { threshold: 0.32, ignoreLocation: true, includeScore: true };

/** Ranks, best first. A word's rank in an app is the best it reaches in any field. */
const RANK = { whole: 0, start: 1, wordStart: 2, inside: 3, fuzzy: 4 } as const;
/** Added per field: the name counts most, the kind least. */
const FIELD_PENALTY = { name: 0, aliases: 0.2, vendor: 0.4, kind: 0.6 } as const;

interface Indexed {
  readonly app: App;
  readonly position: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly vendor: string;
  readonly kind: string;
}

export type AppSearch = (query: string) => readonly App[];

/**
 * Prepares an index over `apps`.
 * @returns a function from what was typed to the apps that fit, best first; nothing typed lists all apps in
 * the order given; nothing found is an empty list
 */
export function createAppSearch(apps: readonly App[]): AppSearch {
  const indexed = apps.map(
    (app, position): Indexed => ({
      app,
      position,
      name: fold(app.name),
      aliases: [fold(app.id), ...app.aliases.map(fold)],
      vendor: fold(app.vendor),
      kind: fold(KIND_WORDS[app.kind]),
    }),
  );
  const owners = ownersOfWords(indexed);
  // Short single words are what fuzzy matching is good and fast at; which app they belong to is looked up.
  const listed = [...owners.keys()];
  const index = Fuse.createIndex<string>([], listed);
  // One for each question: it remembers the last, which may be the name of an app in an inventory locked since.
  const resembling = (word: string) => new Fuse(listed, FUZZY, index).search(word);

  return (query) => {
    const phrase = fold(query).slice(0, MAX_QUERY).trim();
    if (phrase === '') return apps;
    const words = phrase.split(' ').slice(0, MAX_WORDS);

    // A word that stands somewhere as it was typed is no typing error; only the others are guessed at.
    const ranks = words.map((word) => {
      const exact = new Map<Indexed, number>();
      for (const entry of indexed) {
        const rank = rankOf(word, entry);
        if (rank !== undefined) exact.set(entry, rank);
      }
      if (exact.size > 0 || word.length < 3) return exact;
      return guessed(resembling(word), owners);
    });

    const hits: { readonly entry: Indexed; readonly rank: number }[] = [];
    for (const entry of indexed) {
      const ofWords = ranks.map((rank) => rank.get(entry));
      const strewn = ofWords.every((rank) => rank !== undefined)
        ? ofWords.reduce((sum, rank) => sum + rank, 0) / ofWords.length
        : undefined;
      // A phrase that stands as such in an app is better than its words strewn over it.
      const rank =
        rankOf(phrase, entry) ?? (strewn === undefined ? undefined : strewn + (words.length > 1 ? 0.5 : 0));
      if (rank !== undefined) hits.push({ entry, rank });
    }
    return hits
      .toSorted((a, b) => a.rank - b.rank || a.entry.position - b.entry.position)
      .map((hit) => hit.entry.app);
  };
}

/** Every word of names, aliases and vendors, and the apps it stands in. */
function ownersOfWords(indexed: readonly Indexed[]): ReadonlyMap<string, ReadonlySet<Indexed>> {
  const owners = new Map<string, Set<Indexed>>();
  for (const entry of indexed) {
    for (const word of [entry.name, ...entry.aliases, entry.vendor].flatMap((text) => text.split(' '))) {
      if (word.length < 3) continue;
      const of = owners.get(word) ?? new Set();
      owners.set(word, of.add(entry));
    }
  }
  return owners;
}

/** The apps behind fuzzy hits on words; an app counts with its closest word. */
function guessed(
  hits: readonly FuseResult<string>[],
  owners: ReadonlyMap<string, ReadonlySet<Indexed>>,
): ReadonlyMap<Indexed, number> {
  const ranks = new Map<Indexed, number>();
  for (const { item, score = FUZZY.threshold } of hits) {
    for (const entry of owners.get(item) ?? []) {
      // Equally close words are told apart by how they stand in the app.
      const rank = RANK.fuzzy + score + (rankOf(item, entry) ?? 0) / 100;
      ranks.set(entry, Math.min(ranks.get(entry) ?? Number.POSITIVE_INFINITY, rank));
    }
  }
  return ranks;
}

/** Searches once; use `createAppSearch` where someone types. */
export function searchApps(apps: readonly App[], query: string): readonly App[] {
  return createAppSearch(apps)(query);
}

function rankOf(text: string, entry: Indexed): number | undefined {
  const ranks = [
    better(text, [entry.name], FIELD_PENALTY.name),
    better(text, entry.aliases, FIELD_PENALTY.aliases),
    better(text, [entry.vendor], FIELD_PENALTY.vendor),
    better(text, entry.kind.split(' '), FIELD_PENALTY.kind),
  ].filter((rank) => rank !== undefined);
  return ranks.length === 0 ? undefined : Math.min(...ranks);
}

function better(text: string, candidates: readonly string[], penalty: number): number | undefined {
  let best: number | undefined;
  for (const candidate of candidates) {
    const rank =
      candidate === text
        ? RANK.whole
        : candidate.startsWith(text)
          ? RANK.start
          : candidate.includes(` ${text}`)
            ? RANK.wordStart
            : text.length >= 3 && candidate.includes(text)
              ? RANK.inside
              : undefined;
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best === undefined ? undefined : best + penalty;
}

/** Small letters, no accents, one space between words, no punctuation that people leave out. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
