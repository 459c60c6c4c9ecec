/**
 * What a page is built of, for the day Microsoft changes it: tags, roles, test ids, states, nesting, and
 * which known label a text is, never the text. Made only when a person asks for it. What leaves the page is
 * checked against closed lists once more where it arrives (utils/helpdesk/structure.ts): a page is hostile.
 *
 * Texts are looked at where the reader looks at them anyway, to compare them with the known labels: titles,
 * controls, entries of a picker, rows of the list. In the steps that may show an app password titles alone.
 */
import { BUTTON, DIALOG, HEADING, isEnabled, KEEP_OUT, nameOf, ROW, type Sight } from './dom.ts';
import { LABEL_KEYS, languagesContaining, languagesOf } from './labels.ts';
import { read } from './security-info/read.ts';
import type { Layer, PageStateKind } from './security-info/state.ts';

/** As it leaves the page. One line per element: a blank for each level, the tag, then `key=value` or flags. */
export interface PageStructure {
  readonly state: PageStateKind;
  readonly layer: Layer;
  readonly language: string | null;
  readonly nodes: readonly string[];
}

/** More elements than Microsoft's page has where something is open; deeper than its nesting. */
const MOST_NODES = 800;
const DEEPEST = 40;
/** Of neighbours that are alike only the first are told: more than a picker has entries. */
const ALIKE = 12;

const SKIPPED = 'script, style, link, meta, noscript, template, svg, i:not([data-icon-name])';
const CONTROL = `${BUTTON}, a, [role="link"], [role="option"], [role="radio"], [role="tab"], [role="menuitem"]`;
/** What the reader looks for beside test ids and roles. */
const CLASSES =
  'ms-Button--primary ms-Link ms-Modal ms-Dialog-main ms-Panel-main ms-Spinner ms-pii is-open'.split(' ');
const WORD = /^[\w-]{1,64}$/;

/**
 * @param document the page; only queried, never changed
 * @returns its structure, and what the reader made of it
 */
export function describePage(document: Document, sight: Sight): PageStructure {
  const { state, layer, language } = read(document, sight);
  const isSecret = ['name', 'creating', 'result', 'failed'].includes(state.kind);
  const nodes: string[] = [];

  const visit = (element: Element, depth: number, isListed: boolean, titleId: string | null): void => {
    if (nodes.length >= MOST_NODES || depth > DEEPEST) return;
    const isDialog = element.matches(DIALOG);
    const isHeading = element.matches(HEADING);
    const isPersonal = element.matches(KEEP_OUT);
    const inside =
      isListed || (!isSecret && (isEntry(element) || isPicker(element, isDialog) || isRow(element)));
    const hasText = [...element.childNodes].some(({ nodeType }) => nodeType === 3);
    const isCompared = isHeading || (!isSecret && element.matches(CONTROL)) || (inside && hasText);
    const flag = (word: string, isSet: boolean): string => (isSet ? word : '');
    const attribute = (name: string, word = name): string => {
      const value = element.getAttribute(name) ?? '';
      return WORD.test(value) ? `${word}=${value}` : '';
    };
    const is = (name: string): boolean => element.getAttribute(`aria-${name}`) === 'true';
    const words = [
      element.localName,
      attribute('role'),
      attribute('data-testid', 'testid'),
      attribute('type'),
      attribute('data-icon-name', 'icon'),
      flag('id=ms-banner', element.id === 'ms-banner'),
      flag('name=add', element.getAttribute('name') === 'Add method'),
      ...CLASSES.map((name) => flag(`class=${name}`, element.classList.contains(name))),
      flag('title', titleId !== null && element.id === titleId),
      flag('modal', is('modal')),
      flag('away', is('hidden')),
      flag('invalid', is('invalid')),
      flag('expanded', is('expanded')),
      flag('focusable', element.getAttribute('tabindex') === '0'),
      flag('readonly', element.hasAttribute('readonly')),
      flag('disabled', !isEnabled(element)),
      flag('unseen', !sight.isVisible(element)),
      flag('named', element.hasAttribute('aria-label')),
      flag('text', hasText || isPersonal),
      ...(isCompared && !isPersonal ? labelsIn(nameOf(element), isHeading) : []),
    ];
    nodes.push(' '.repeat(depth) + words.filter(Boolean).join(' '));
    if (isPersonal) return;
    const title = isDialog ? (element.getAttribute('aria-labelledby')?.split(/\s+/)[0] ?? null) : titleId;
    let alike = 0;
    let last = '';
    for (const child of element.children) {
      if (child.matches(SKIPPED)) continue;
      const kind = `${child.localName} ${child.getAttribute('role')}`;
      alike = kind === last ? alike + 1 : 0;
      last = kind;
      if (alike < ALIKE) visit(child, depth + 1, inside, title);
    }
  };
  visit(document.body, 0, false, null);
  return { state: state.kind, layer, language, nodes };
}

function labelsIn(text: string, isTitle: boolean): string[] {
  return LABEL_KEYS.flatMap((key) => {
    const exactly = languagesOf(key, text);
    if (exactly.length > 0) return `label=${key}:${exactly.join()}`;
    const within =
      isTitle && (key === 'appPassword' || key === 'delete') ? languagesContaining(key, text) : [];
    return within.length > 0 ? `about=${key}:${within.join()}` : [];
  });
}

const isEntry = (element: Element): boolean =>
  element.getAttribute('data-testid')?.startsWith('authmethod-picker-') ?? false;

/** A dialog or step whose title is the picker's, in any language. */
const isPicker = (element: Element, isDialog: boolean): boolean =>
  (isDialog || element.localName === 'main') &&
  [...element.querySelectorAll(HEADING)].some(
    (heading) => languagesOf('addDialogTitle', nameOf(heading)).length > 0,
  );

const isRow = (element: Element): boolean => element.matches(ROW) && !element.closest(DIALOG);
