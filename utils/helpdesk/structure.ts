/**
 * The structure report: what Microsoft's page is built of, for whoever teaches the reader a new variant.
 * Every word of it stands in a list of ours. What comes from a page is taken apart and put together anew
 * from those lists, so no text, value or name of a page can be in a report, whatever the page does.
 * No browser and no words for people here; utils/pages/structure.ts looks at the page.
 */
import { isRecord } from '../lib/is-record.ts';
import { LABEL_KEYS, type LabelKey, labelLanguages } from '../pages/labels.ts';
import { LAYERS, type Layer, PAGE_STATE_KINDS, type PageStateKind } from '../pages/security-info/state.ts';

const STRUCTURE_VERSION = 1;

/** As in utils/pages/structure.ts, with room to spare. */
const MOST_NODES = 1_000;
const DEEPEST = 60;
const LONGEST_LINE = 600;

/** A label of Microsoft's that a text was found to be, and the languages in which it is called so. */
export interface KnownText {
  readonly key: LabelKey;
  /** `part`: a title that contains it. */
  readonly is: 'exactly' | 'part';
  readonly languages: readonly string[];
}

export interface StructureNode {
  /** Levels below `body`. */
  readonly depth: number;
  readonly tag: string;
  readonly role: string | null;
  /** Words that are not known are `x`. */
  readonly testId: string | null;
  readonly type: string | null;
  readonly classes: readonly string[];
  readonly flags: readonly string[];
  readonly texts: readonly KnownText[];
}

export interface Structure {
  readonly state: PageStateKind;
  readonly layer: Layer;
  readonly language: string | null;
  readonly nodes: readonly StructureNode[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Tags of HTML; any other is `x`. */
const TAGS = words(`a abbr article aside b bdi body br button caption code col colgroup dd details dialog div
  dl dt em fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input label legend li main
  menu nav ol optgroup option output p pre progress section select small span strong summary table tbody td
  textarea tfoot th thead time tr u ul`);
/** Roles of WAI-ARIA that a page of forms and lists may use; any other is `x`. */
const ROLES = words(`alert alertdialog application article banner button cell checkbox columnheader combobox
  complementary contentinfo dialog document feed figure form grid gridcell group heading img link list listbox
  listitem log main menu menubar menuitem menuitemradio navigation none note option presentation progressbar
  radio radiogroup region row rowgroup rowheader search searchbox separator spinbutton status switch tab table
  tablist tabpanel textbox timer toolbar tooltip tree treeitem`);
const TYPES = words(`button checkbox email hidden number password radio reset search submit tel text url`);
const CLASSES = words(`ms-Button--primary ms-Link ms-Modal ms-Dialog-main ms-Panel-main ms-Spinner ms-pii
  is-open`);
const FLAGS = words(`id=ms-banner name=add icon=Add title modal away invalid expanded focusable readonly
  disabled unseen named text`);
/** What parts of a test id may be: words of user interfaces. Names, numbers and made-up words are none. */
const ID_WORDS = words(`accordion action actions active add adding alert all app apps area auth authenticator
  authmethod back badge banner bar body bottom box btn button buttons callout cancel card cards cell change
  check checkbox chevron choice choose close code collapse column combo command confirm confirmation container
  content continue copy count create creation current custom danger data date default delete description
  descriptor detail details device dialog disabled dismiss divider done down dropdown edit email empty enable
  end enter entry error expand external fail failed field filter finish first flow footer form forward full
  generate generated grid group hardware header heading help helper hidden hint history home icon image info
  input inline inner item items key keys label last later layer layout learn left line link list loader loading
  main manage menu message method methods mfa middle mode modal more name nav navigation new next none note
  notice notification number off office ok okay old on open option options other outer overlay page pane panel
  password passwordless passkey phone picker pin placeholder popup previous primary profile progress prompt
  question questions radio recommended refresh region register registration remove rename required reset reskin
  result retry right root row rows save screen search secondary section secret security select selected selector
  session settings setup shimmer show sign signin skeleton skip small software spinner start state status step
  stepper steps strong submit subtitle success summary switch tab table tabs text textfield tile title toast
  toggle token toolbar tooltip top trigger two type undo up update user usual value verification verify view
  warning welcome wizard wrapper yes apppassword apppasswords methodcard x`);

const LABELS: ReadonlySet<string> = new Set(LABEL_KEYS);
const LANGUAGES: ReadonlySet<string> = new Set(labelLanguages());

/**
 * Takes apart what a page sent.
 * @param input anything
 * @returns the structure in words of our own lists; `null` when it is none
 */
export function readStructure(input: unknown): Structure | null {
  if (!isRecord(input) || !Array.isArray(input.nodes) || input.nodes.length > MOST_NODES) return null;
  const state = PAGE_STATE_KINDS.find((kind) => kind === input.state);
  const layer = LAYERS.find((known) => known === input.layer);
  if (!state || !layer) return null;
  const nodes: StructureNode[] = [];
  let above = -1;
  for (const line of input.nodes as readonly unknown[]) {
    if (typeof line !== 'string' || line.length > LONGEST_LINE) return null;
    const node = nodeOf(line, above);
    above = node.depth;
    nodes.push(node);
  }
  return { state, layer, language: languageOf(input.language), nodes };
}

const languageOf = (value: unknown): string | null =>
  typeof value === 'string' && LANGUAGES.has(value) ? value : null;

function nodeOf(line: string, above: number): StructureNode {
  const depth = Math.min(line.search(/[^ ]|$/), above + 1, DEEPEST);
  const [tag = '', ...rest] = line.trim().split(' ');
  const valuesOf = (key: string): string[] =>
    rest.flatMap((word) => (word.startsWith(`${key}=`) ? [word.slice(key.length + 1)] : []));
  const [role] = valuesOf('role');
  const [testId] = valuesOf('testid');
  return {
    depth,
    tag: known(tag, TAGS),
    role: role === undefined ? null : known(role, ROLES),
    testId: testId === undefined ? null : knownTestId(testId),
    type: valuesOf('type').find((value) => TYPES.has(value)) ?? null,
    classes: valuesOf('class').filter((value) => CLASSES.has(value)),
    flags: [...new Set(rest.filter((word) => FLAGS.has(word)))],
    texts: [
      ...valuesOf('label').flatMap((value) => textOf(value, 'exactly')),
      ...valuesOf('about').flatMap((value) => textOf(value, 'part')),
    ],
  };
}

const known = (word: string, list: ReadonlySet<string>): string => (list.has(word) ? word : 'x');

/** A test id with every part replaced that is no word of ours: a page may build ids from anything. */
function knownTestId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) return 'x';
  return id.replace(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g, (word) =>
    ID_WORDS.has(word.toLowerCase()) ? word : 'x',
  );
}

function textOf(value: string, is: KnownText['is']): readonly KnownText[] {
  const [key = '', languages = ''] = value.split(':');
  const found = languages.split(',').filter((language) => LANGUAGES.has(language));
  return LABELS.has(key) && found.length > 0 ? [{ key: key as LabelKey, is, languages: found }] : [];
}

function lineOf({ depth, tag, role, testId, type, classes, flags, texts }: StructureNode): string {
  const line = [
    tag,
    role && `role=${role}`,
    testId && `testid=${testId}`,
    type && `type=${type}`,
    ...classes.map((name) => `class=${name}`),
    ...flags,
    ...texts.map(
      ({ key, is, languages }) => `${is === 'part' ? 'about' : 'label'}=${key}:${languages.join()}`,
    ),
  ];
  return ' '.repeat(depth) + line.filter(Boolean).join(' ');
}

/** As it travels between contexts and stands in a report; `readStructure` reads it again. */
export function wireOf({ nodes, ...structure }: Structure) {
  return { ...structure, nodes: nodes.map(lineOf) };
}

/** What the report says besides the structure, already in closed forms (utils/helpdesk/product.ts). */
export interface StructureAbout {
  readonly product: string;
  readonly browser: string;
  /** The local day. */
  readonly day: string;
}

/** The report as it is shown, copied, and read again by `npm run new page-variant`. */
export function writeStructureReport(structure: Structure, about: StructureAbout): string {
  const report = {
    keytag: 'page-structure',
    version: STRUCTURE_VERSION,
    ...about,
    ...wireOf(structure),
  };
  return `${JSON.stringify(report, null, 1)}\n`;
}

export type StructureReport =
  | { readonly ok: true; readonly structure: Structure; readonly day: string }
  | { readonly ok: false; readonly why: 'not-json' | 'not-a-report' | 'newer' | 'too-large' };

/** Larger than any report that is written here. */
export const STRUCTURE_MOST_CHARACTERS = 1_000_000;

/**
 * @param text the report as somebody sent it: hostile input
 * @returns the structure and the day it was made; or why it is none
 */
export function readStructureReport(text: string): StructureReport {
  if (text.length > STRUCTURE_MOST_CHARACTERS) return { ok: false, why: 'too-large' };
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { ok: false, why: 'not-json' };
  }
  if (!isRecord(input) || input.keytag !== 'page-structure') return { ok: false, why: 'not-a-report' };
  if (typeof input.version === 'number' && input.version > STRUCTURE_VERSION)
    return { ok: false, why: 'newer' };
  const structure = input.version === STRUCTURE_VERSION ? readStructure(input) : null;
  const { day } = input;
  if (!structure || typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
    return { ok: false, why: 'not-a-report' };
  return { ok: true, structure, day };
}
