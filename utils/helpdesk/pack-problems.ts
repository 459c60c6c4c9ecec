/** What can be wrong with a pack, where in its text, and how that is said. */
import type { Sentence } from '../lib/sentence.ts';

/** Each has a message `pack_problem_<why>`; those with a word in `about` have one place for it. */
export const PACK_WHY = {
  /** The whole file. */
  too_large: null,
  not_text: null,
  empty_file: null,
  cut: null,
  syntax: null,
  too_deep: null,
  too_much: null,
  repeated: 'key',
  not_a_pack: null,
  newer: 'version',
  /** As many packs are here as there may be. */
  packs: 'limit',
  /** A field. */
  missing: 'key',
  surplus: 'key',
  text: null,
  list: null,
  object: null,
  long: 'limit',
  empty: null,
  empty_list: null,
  too_many: 'limit',
  unseen: null,
  choice: 'choices',
  day: null,
  language: null,
  link: null,
  reserved: null,
  /** An app. */
  id: null,
  built_in: 'id',
  twice: 'id',
  taken: 'organisation',
  since: null,
  no_modern: null,
  /** Steps. */
  step: 'word',
  no_steps: null,
  no_check: null,
  password_once: null,
  password_in_modern: null,
  server: 'word',
} as const satisfies Readonly<Record<string, string | null>>;

export type PackWhy = keyof typeof PACK_WHY;

export interface PackProblem {
  readonly why: PackWhy;
  /** What the sentence names: a key, a limit, a word; absent where it names nothing. */
  readonly about?: string;
  /** As in `apps[2].setup.password[0].do`; empty for the whole text. */
  readonly path: string;
  /** From 1; `null` where the text was not read at all. */
  readonly line: number | null;
  /** The line itself, shortened, with nothing in it that hides or turns text. */
  readonly excerpt: string;
}

/** The sentence for a problem; where it is stands beside it. */
export function describePackProblem({ why, about }: PackProblem): Sentence {
  const key = `pack_problem_${why}`;
  return about === undefined ? { key } : { key, args: [about] };
}
