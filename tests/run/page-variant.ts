/**
 * What `npm run new page-variant <report.json> <what>` makes of a structure report: a saved page with the same
 * structure and made-up texts, and its line in the table of saved pages. Texts in, texts out; new.mjs reads and
 * writes the files.
 */
import type { Structure, StructureNode } from '@/utils/helpdesk/structure.ts';
import labels from '@/utils/pages/labels.json';
import { type LabelKey, languagesOf } from '@/utils/pages/labels.ts';
import { read } from '@/utils/pages/security-info/read.ts';
import { layoutFree, pageFrom } from '../pages/saved-page.ts';

/** Labels by language and key, each with its certainty. */
const WORDS: Readonly<Record<string, Partial<Record<string, string[][]>>>> = labels;

/** As saved pages are named: small letters, digits, single hyphens. */
const WHAT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @returns what is wrong with the name of a variant, or `null` */
export function whatProblem(what: string | undefined): string | null {
  if (!what)
    return 'Say what changed: npm run new page-variant <report.json> <what>, for example: add-button';
  return WHAT.test(what) ? null : `"${what}" is no name: small letters, digits and single hyphens.`;
}

/** The language most known labels agree on; empty where there is none. */
function languageOf({ language, nodes }: Structure): string {
  if (language) return language;
  const votes = new Map<string, number>();
  for (const { languages } of nodes.flatMap(({ texts }) => texts))
    for (const each of languages) votes.set(each, (votes.get(each) ?? 0) + 1);
  return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** e.g. `2026-11-add-button.en.html` */
export function variantFile(structure: Structure, day: string, what: string): string {
  const language = languageOf(structure);
  return `${day.slice(0, 7)}-${what}${language && `.${language}`}.html`;
}

interface Branch {
  readonly node: StructureNode;
  readonly children: Branch[];
  /** What it says, decided from above where the label stands further in. */
  text: string | null;
}

const VOID = new Set(['br', 'col', 'hr', 'img', 'input']);
const DIALOGS = new Set(['dialog', 'alertdialog']);

/** A page with this structure. Where a text was known it stands there again; all others are counted. */
export function fixtureOf(structure: Structure): string {
  const language = languageOf(structure);
  const body = treeOf(structure.nodes);
  let texts = 0;
  let dialogs = 0;

  const labelOf = ({ texts: known }: StructureNode): string | null => {
    const exact = known.filter(({ is }) => is === 'exactly');
    const [first] = exact;
    if (first) {
      const of = first.languages.includes(language) ? language : (first.languages[0] ?? 'en');
      const candidates = WORDS[of]?.[first.key] ?? [];
      // One text may be two labels: that one is wanted which is all of them.
      const all = candidates.find(([word = '']) =>
        exact.every(({ key }) => languagesOf(key, word).includes(of)),
      );
      return (all ?? candidates[0])?.[0] ?? null;
    }
    return known.map(({ key, languages }) => wordIn(key, [language, ...languages])).join(' ') || null;
  };
  const has = ({ flags }: StructureNode, flag: string): boolean => flags.includes(flag);
  const isSeen = ({ node, children }: Branch): boolean => !has(node, 'unseen') || children.some(isSeen);

  const write = (branch: Branch, depth: number, dialog: string, isHidden: boolean): string => {
    const { node, children } = branch;
    const tag = node.tag === 'x' ? 'div' : node.tag;
    const own = node.role !== null && DIALOGS.has(node.role) ? `dialog-${++dialogs}` : dialog;
    const label = labelOf(node);
    const holder = has(node, 'text') || has(node, 'named') ? branch : children.map(holderIn).find(Boolean);
    if (label !== null && holder && holder !== branch) holder.text = label;
    const hides = !isHidden && !isSeen(branch);
    const attributes = [
      ['role', node.role === 'x' ? null : node.role],
      ['data-testid', node.testId],
      ['type', node.type],
      ['class', node.classes.join(' ') || null],
      ['name', has(node, 'name=add') ? 'Add method' : null],
      ['data-icon-name', has(node, 'icon=Add') ? 'Add' : null],
      ['id', has(node, 'id=ms-banner') ? 'ms-banner' : has(node, 'title') ? `title-of-${own}` : null],
      ['aria-labelledby', own === dialog ? null : `title-of-${own}`],
      ['aria-modal', has(node, 'modal') ? 'true' : null],
      ['aria-hidden', has(node, 'away') ? 'true' : null],
      ['aria-invalid', has(node, 'invalid') ? 'true' : null],
      ['aria-expanded', has(node, 'expanded') ? 'true' : null],
      ['aria-label', has(node, 'named') ? (label ?? `Name ${++texts}`) : null],
      ['tabindex', has(node, 'focusable') ? '0' : null],
      ['readonly', has(node, 'readonly') ? '' : null],
      ['disabled', has(node, 'disabled') ? '' : null],
      ['hidden', hides ? '' : null],
    ] as const;
    const start = [
      tag,
      ...attributes.flatMap(([name, value]) => (value === null ? [] : attribute(name, value))),
    ];
    const pad = ' '.repeat(depth);
    if (VOID.has(tag)) return `${pad}<${start.join(' ')}>\n`;
    const said = branch.text ?? (has(node, 'named') ? null : label);
    const text = has(node, 'text') ? escaped(said ?? `Text ${++texts}`) : '';
    const inner = children.map((child) => write(child, depth + 1, own, isHidden || hides)).join('');
    return `${pad}<${start.join(' ')}>${text}${inner && `\n${inner}${pad}`}</${tag}>\n`;
  };

  const html = body ? write(body, 0, '', false) : '<body></body>\n';
  const head = '<head><title>My Sign-Ins</title><base href="/"></head>';
  return `<!doctype html><html lang="en">${head}\n${html}</html>\n`;
}

function wordIn(key: LabelKey, languages: readonly string[]): string {
  return languages.map((each) => WORDS[each]?.[key]?.[0]?.[0]).find(Boolean) ?? key;
}

/** The first element inside that shows a text nobody knows. */
function holderIn(branch: Branch): Branch | undefined {
  const { node, children } = branch;
  const isFree = node.flags.includes('text') && node.texts.length === 0 && !node.classes.includes('ms-pii');
  return isFree ? branch : children.map(holderIn).find(Boolean);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const attribute = (name: string, value: string): string =>
  value === '' ? name : `${name}="${escaped(value)}"`;

function treeOf(nodes: readonly StructureNode[]): Branch | null {
  const above: Branch[] = [];
  for (const node of nodes) {
    const branch: Branch = { node, children: [], text: null };
    above.length = Math.min(above.length, node.depth);
    above.at(-1)?.children.push(branch);
    above.push(branch);
  }
  return above[0] ?? null;
}

/** Where the table of saved pages ends. */
const TABLE = /(const PAGES\b[\s\S]*?\n)(\];\n)/;

/**
 * @param table the text of tests/pages/security-info.test.ts
 * @returns the table with a line that says what the reader makes of the page today, or `null` where its place
 *   was not found
 */
export function withVariant(table: string, file: string, html: string): string | null {
  if (!TABLE.test(table)) return null;
  const { state, targets, language } = read(pageFrom(html), layoutFree);
  const line = [file, state, [...targets.keys()], language].map(literal).join(', ');
  return table.replace(TABLE, (_, rows: string, end: string) => `${rows}  [${line}],\n${end}`);
}

/** As the linter writes values. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, of]) => `${key}: ${literal(of)}`)
      .join(', ')} }`;
  return String(value);
}
