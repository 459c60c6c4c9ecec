/** Every language has the same messages with the same places for arguments, all of them used. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { productSources, ROOT, readJson, readText } from './project-files.ts';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/**
 * Keys put together at run time: what they begin with. Whoever adds `key: \`new_prefix_${id}\`` adds the
 * prefix here, and thereby says that all messages beginning so are in use.
 */
const DYNAMIC_PREFIXES = [
  'alternative_',
  'card_offer_',
  'app_name_',
  'cause_',
  'column_',
  'diagnostic_field_',
  'handout_picture_',
  'help_',
  'note_',
  'option_',
  'pack_problem_',
  'present_branch_',
  'rehearsal_scenario_',
  'rotation_reason_',
  'setup_check_',
  'timeline_',
  'verdict_',
];

const languages = readdirSync(path.join(ROOT, 'public/_locales')).sort();
const messagesOf = (language: string) => readJson<Messages>(`public/_locales/${language}/messages.json`);
const english = messagesOf('en');
const englishKeys = Object.keys(english);

const places = (message: string) => [...new Set(message.match(/\$\d/g))].sort();

/** Every piece of fixed text in the product, and the fixed beginnings of texts put together at run time. */
function textsInSources(): { whole: Set<string>; beginnings: Set<string> } {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const file of productSources()) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) whole.add(node.text);
      if (ts.isTemplateExpression(node)) beginnings.add(node.head.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  }
  const config = readText('wxt.config.ts');
  for (const [, key] of config.matchAll(/__MSG_(\w+)__/g)) if (key) whole.add(key);
  return { whole, beginnings };
}

const used = textsInSources();

describe.each(languages)('the messages in %s', (language) => {
  const messages = messagesOf(language);

  it('has the same keys as English', () => {
    const missing = englishKeys.filter((key) => !(key in messages));
    const surplus = Object.keys(messages).filter((key) => !(key in english));
    expect(missing, `Translate these in public/_locales/${language}: ${missing.join(', ')}`).toEqual([]);
    expect(surplus, `Remove these from public/_locales/${language}: ${surplus.join(', ')}`).toEqual([]);
  });

  it('has places for the same arguments', () => {
    const wrong = englishKeys.filter(
      (key) =>
        messages[key] && places(messages[key].message).join() !== places(english[key]?.message ?? '').join(),
    );
    expect(wrong, `Give these the same $1, $2 … as in English: ${wrong.join(', ')}`).toEqual([]);
  });

  it('counts its arguments from $1 without a gap', () => {
    const wrong = Object.entries(messages).filter(([, { message }]) =>
      places(message).some((place, index) => place !== `$${index + 1}`),
    );
    expect(
      wrong.map(([key]) => key),
      'Number the arguments $1, $2 … without a gap.',
    ).toEqual([]);
  });

  it('says something for every key', () => {
    const empty = Object.keys(messages).filter((key) => messages[key]?.message.trim() === '');
    expect(empty, `Write these messages or remove their keys: ${empty.join(', ')}`).toEqual([]);
  });

  it('holds no markup', () => {
    const marked = Object.keys(messages).filter((key) => /<\/?[a-z]/i.test(messages[key]?.message ?? ''));
    expect(marked, 'Messages are text: make an argument of what should look different.').toEqual([]);
  });

  it('is written one key a line, sorted', () => {
    const text = readText(`public/_locales/${language}/messages.json`);
    const keys = [...text.matchAll(/^ {2}"(\w+)": \{ ?"message": ?".*" ?\},?$/gm)].map(([, key]) => key);
    const advice = 'Write each message as `"key": { "message": "…" }` on a line of its own, keys sorted.';
    expect(keys, advice).toEqual(Object.keys(messages).sort());
  });
});

describe('the keys', () => {
  it('are all used', () => {
    const unused = englishKeys.filter(
      (key) => !used.whole.has(key) && !DYNAMIC_PREFIXES.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused, `Remove these messages from every language, or use them: ${unused.join(', ')}`).toEqual(
      [],
    );
  });

  it('exist for every text that looks like one', () => {
    const families = new Set(englishKeys.filter((key) => key.includes('_')).map((key) => key.split('_')[0]));
    const missing = [...used.whole].filter(
      (text) => /^[a-z]+(_[a-z0-9]+)+$/.test(text) && families.has(text.split('_')[0]) && !(text in english),
    );
    expect(missing, `Add these messages to every language: ${missing.join(', ')}`).toEqual([]);
  });

  it('are only put together from known prefixes', () => {
    const unknown = [...used.beginnings].filter(
      (text) =>
        /^[a-z]+_[a-z0-9_]*$/.test(text) && !DYNAMIC_PREFIXES.some((prefix) => text.startsWith(prefix)),
    );
    expect(unknown, `Add these to DYNAMIC_PREFIXES in ${path.basename(import.meta.filename)}.`).toEqual([]);
  });

  it('use every prefix that is on the list', () => {
    const idle = DYNAMIC_PREFIXES.filter(
      (prefix) => ![...used.beginnings].some((text) => text.startsWith(prefix)),
    );
    expect(idle, `Remove these from DYNAMIC_PREFIXES: ${idle.join(', ')}`).toEqual([]);
  });
});
