/**
 * What Microsoft calls things, by language, and how to compare a label on a page with them. The data
 * (`labels.json`) carries a certainty per label: `ui` seen in a live page in that language, `ht` from
 * documentation translated by people, `mt` machine-translated documentation, `guess` not found anywhere.
 * Compiled 2026-11-22 from Microsoft's documentation in each language and public descriptions of the page.
 */
import labels from './labels.json';

export const LABEL_KEYS = [
  'appPassword',
  'addMethodButton',
  'addDialogTitle',
  'securityInfo',
  'add',
  'next',
  'back',
  'done',
  'delete',
  'showMore',
  'yes',
  'ok',
] as const;
export type LabelKey = (typeof LABEL_KEYS)[number];

type Table = Readonly<
  Record<string, Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>>>
>;

/** Built as a text that is read when the script starts (wxt.config.ts): code takes longer to parse. */
const table: Table = labels as unknown as Table;

/** The languages whose labels are known, as BCP 47 tags. */
export function labelLanguages(): readonly string[] {
  return Object.keys(table);
}

/**
 * Brings a label into the form labels are compared in: compatibility forms folded, all kinds of blanks to
 * one blank, typographic apostrophes to plain ones, a leading plus sign dropped, case folded; blanks
 * between Japanese or Chinese characters dropped, because Microsoft writes both "アプリ パスワード" and
 * "アプリパスワード".
 */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\+\s*/, '')
    .toLowerCase()
    .replace(/(?<=[\u3040-\u30ff\u4e00-\u9fff]) (?=[\u3040-\u30ff\u4e00-\u9fff])/g, '');
}

type Index = ReadonlyMap<string, readonly string[]>;

function indexOf(key: LabelKey): Index {
  const index = new Map<string, string[]>();
  for (const [language, labels] of Object.entries(table)) {
    for (const [text] of labels[key] ?? []) {
      const normal = normaliseLabel(text);
      const languages = index.get(normal);
      if (!languages) index.set(normal, [language]);
      else if (!languages.includes(language)) languages.push(language);
    }
  }
  return index;
}

const indexes = new Map<LabelKey, Index>();
function index(key: LabelKey): Index {
  let found = indexes.get(key);
  if (!found) {
    found = indexOf(key);
    indexes.set(key, found);
  }
  return found;
}

/** The languages in which `text` is exactly the label `key`; empty when it is in none. */
export function languagesOf(key: LabelKey, text: string): readonly string[] {
  return index(key).get(normaliseLabel(text)) ?? [];
}

/**
 * The languages in which `text` contains the label `key`. Only for titles and descriptions: in a list of
 * methods "Password" and "App password" stand side by side and only an exact match will do.
 */
export function languagesContaining(key: LabelKey, text: string): readonly string[] {
  const normal = normaliseLabel(text);
  const languages = new Set<string>();
  for (const [label, of] of index(key)) {
    if (normal.includes(label)) for (const language of of) languages.add(language);
  }
  return [...languages];
}

/** What Microsoft most likely calls `key` in `language`; `undefined` when nobody knows. Guesses don't count. */
export function knownLabel(key: LabelKey, language: string): string | undefined {
  return table[language]?.[key]?.find(([, certainty]) => certainty !== 'guess')?.[0];
}
