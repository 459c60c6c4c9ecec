/**
 * Microsoft's security-info page, read: (document) -> what it shows now. A pure function of one moment;
 * it remembers no clicks. It works in layers, most reliable first: test ids, then roles and names in many
 * languages, then the library's structure, then nothing. README.md beside this file says what was seen
 * when, and how sure it is. Ambiguity means no target, never a guess.
 */
import {
  BUTTON,
  DIALOG,
  firstLineOf,
  HEADING,
  isEnabled,
  nameOf,
  onlyVisible,
  ROW,
  type Sight,
  textOf,
  visibleAll,
} from '../dom.ts';
import { knownLabel, type LabelKey, languagesContaining, languagesOf, normaliseLabel } from '../labels.ts';
import {
  APP_PASSWORD_LIMIT,
  type Layer,
  type PageLabel,
  type PageLabels,
  type PageReading,
  type PageState,
  TARGET_NAMES,
  type TargetName,
} from './state.ts';

/** Seen in at least six unrelated code bases that drive the page, 2025 to 2026 (README.md beside this file). */
const TEST_ID = {
  entry: '[data-testid^="authmethod-picker-"]',
  entryPrefix: 'authmethod-picker-',
  title: '[data-testid="reskin-step-title"]',
  next: '[data-testid="reskin-step-next-button"]',
  back: '[data-testid="reskin-step-back-button"]',
  error: '[data-testid="message-bar-error"], #ms-banner',
  ours: '[data-testid^="authmethod-picker-"], [data-testid^="reskin-step-"]',
} as const;

/** Markers of Microsoft's sign-in pages (README.md beside this file): where one is found the guide is silent. */
const SIGN_IN = 'meta[name="PageID"], #i0116, #i0118, #idSIButton9';

const PRIMARY = '.ms-Button--primary';
/** An editable one-line text field. */
const TEXT_FIELD = 'input:not([type]), input[type="text"]';
/** What may be an entry of the method picker when test ids are gone. */
const ENTRY =
  'button, [role="button"], [role="option"], [role="listitem"], [role="radio"], li, a, [tabindex="0"]';
/** A page of app passwords is at most 40 rows; more rows than this are not read. */
const ROWS_READ = 200;

/** Labels that targets carry on the page. */
const LABEL_OF: Readonly<Partial<Record<TargetName, LabelKey>>> = {
  'add-method': 'addMethodButton',
  'show-more': 'showMore',
  'app-password': 'appPassword',
  'confirm-add': 'add',
  next: 'next',
  done: 'done',
  back: 'back',
  'row-delete': 'delete',
  'confirm-delete': 'delete',
};

/**
 * @param document the page; only queried, never changed
 * @param sight tells what is visible (layout is a parameter, so that saved pages can be read in tests)
 * @param learned what an earlier reading of the same document learned, else `null`
 * @returns the state, the targets a pointer may mark, and the page's own words for them. Never throws on
 *   a page it doesn't know: that is the state `unrecognised`.
 */
export function read(document: Document, sight: Sight, learned: string | null = null): PageReading {
  const page = new Page(document, sight, learned);
  const state = page.state();
  return {
    state,
    layer: page.layer(state),
    targets: page.targets,
    deleteButton: (index) => page.deleteButton(index),
    row: (index) => page.row(index),
    region: page.region,
    labels: page.labels(),
    language: page.language,
    learned: page.learned,
  };
}

/** One reading in progress. It lives for one call of `read`. */
class Page {
  readonly targets = new Map<TargetName, Element>();
  region: Element | null = null;
  language: string | null = null;
  learned: string | null;
  private isMarked = false;
  private named: readonly { readonly row: Element; readonly name: string }[] = [];
  private readonly document: Document;
  private readonly sight: Sight;
  private readonly votes = new Map<string, number>();

  constructor(document: Document, sight: Sight, learned: string | null) {
    this.document = document;
    this.sight = sight;
    this.learned = learned;
  }

  state(): PageState {
    if (this.isSignIn()) return { kind: 'elsewhere' };
    const marked = this.addButton([
      () => this.document.querySelectorAll('button[name="Add method"]'),
      () => this.document.querySelectorAll('button:has(i[data-icon-name="Add"])'),
    ]);
    this.isMarked = marked !== null;
    this.region = this.topDialog() ?? (marked ? null : this.fullPageStep());
    if (!this.region) {
      // Names of buttons are read only where no step is open: a step may hold the password.
      const addButton = marked ?? this.addButton([() => this.buttonsCalled('addMethodButton')]);
      this.settleLanguage();
      if (!addButton) return { kind: 'unrecognised', open: false };
      if (this.isShown(TEST_ID.error, this.document)) return { kind: 'failed', limit: this.isLimitReached() };
      this.target('add-method', addButton);
      return { kind: 'list', names: this.listedNames(), rows: this.listRows().length };
    }
    return this.stateOfRegion(this.region);
  }

  /** The best evidence there was for `state`: it is what a new variant of the page takes away first. */
  layer({ kind }: PageState): Layer {
    if (kind === 'elsewhere' || kind === 'unrecognised') return 'none';
    const isByTestId = this.region ? this.isShown(TEST_ID.ours, this.region) : this.isMarked;
    if (isByTestId) return 'test-id';
    return this.language === null && this.learned === null ? 'structure' : 'name';
  }

  private stateOfRegion(region: Element): PageState {
    const titles = this.titlesOf(region);
    for (const title of titles) {
      this.vote(languagesOf('addDialogTitle', textOf(title)));
      this.vote(languagesContaining('appPassword', textOf(title)));
    }
    const hasError = this.isShown(TEST_ID.error, this.document);
    const back = onlyVisible(region, TEST_ID.back, this.sight);
    const marked = onlyVisible(region, TEST_ID.next, this.sight) ?? onlyVisible(region, PRIMARY, this.sight);

    const isPicker = this.isShown(`${TEST_ID.entry}, [role="combobox"]`, region);
    const isQuestion = titles.some((title) => languagesContaining('delete', textOf(title)).length > 0);
    if (!isPicker && !isQuestion && titles.some((title) => this.isAboutAppPasswords(title))) {
      // The names of this region's buttons are read only where nothing else marks the forward button:
      // nothing says that a page can't put the password itself on a button.
      const forward = marked ?? this.namedOnly(this.buttonsOf(region), 'next', 'done');
      this.settleLanguage();
      if (!hasError) return this.stepOfAppPassword(region, forward);
      this.target('back', back);
      return { kind: 'failed', limit: this.isLimitReached() };
    }

    const buttons = this.buttonsOf(region);
    for (const button of buttons) {
      const name = nameOf(button);
      for (const key of ['next', 'done', 'back', 'add', 'showMore'] as const)
        this.vote(languagesOf(key, name));
    }
    this.settleLanguage();
    const picker = this.dropDown(region, buttons) ?? this.cards(region, titles, buttons);
    if (picker) return hasError ? { kind: 'failed', limit: this.isLimitReached() } : picker;
    if (hasError) return { kind: 'failed', limit: this.isLimitReached() };
    const forward = marked ?? this.namedOnly(buttons, 'next', 'done');
    if (this.language === null) return { kind: 'unrecognised', open: true };
    const isStep =
      this.isShown(TEST_ID.title, region) ||
      (forward !== null && languagesOf('next', nameOf(forward)).length > 0);
    if (!isStep) {
      const yes = this.namedOnly(buttons, 'delete', 'ok', 'yes');
      this.target('confirm-delete', yes);
      return yes ? { kind: 'confirm' } : { kind: 'interrupted' };
    }
    this.target('back', back ?? this.namedOnly(buttons, 'back'));
    return { kind: 'other-method' };
  }

  /** Name, creating or result: told apart by structure alone, since the result must not be read. */
  private stepOfAppPassword(region: Element, forward: Element | null): PageState {
    if (this.isShown('[role="progressbar"], .ms-Spinner', region)) return { kind: 'creating' };
    const fields = visibleAll(region, TEXT_FIELD, this.sight);
    const editable = fields.filter((field) => !field.hasAttribute('readonly') && isEnabled(field));
    if (editable.length > 0) {
      const field = editable.length === 1 ? editable[0] : undefined;
      this.target('name-field', field ?? null);
      this.target('next', forward);
      const refused =
        this.isShown('[role="alert"]', region) || field?.getAttribute('aria-invalid') === 'true';
      const isFilled = field !== undefined && this.sight.isFilled(field);
      return { kind: 'name', refused, ready: isFilled && forward !== null && isEnabled(forward) };
    }
    if (fields.some((field) => !field.hasAttribute('readonly')) || (forward && !isEnabled(forward))) {
      return { kind: 'creating' };
    }
    this.target('done', forward);
    return { kind: 'result' };
  }

  // The add dialog -------------------------------------------------------------------------------

  /** Generation A: Fluent UI's drop-down; its open list hangs elsewhere in the document. */
  private dropDown(region: Element, buttons: readonly Element[]): PageState | null {
    const combobox = onlyVisible(region, '[role="combobox"]', this.sight);
    const options = visibleAll(this.document, '[role="listbox"] [role="option"]', this.sight);
    if (options.length > 0) {
      const named = options.filter((option) => this.isAppPassword(textOf(option)));
      this.target('app-password', named.length === 1 ? (named[0] ?? null) : null);
      const appPassword = named.length > 0 ? 'offered' : this.language === null ? 'unreadable' : 'not-listed';
      return { kind: 'picker', form: 'drop-down', appPassword, more: false, entries: options.length };
    }
    if (!combobox) return null;
    if (this.isAppPassword(textOf(combobox))) {
      this.target('confirm-add', this.namedOnly(buttons, 'add') ?? onlyVisible(region, PRIMARY, this.sight));
      return { kind: 'picker', form: 'drop-down', appPassword: 'chosen', more: false, entries: 0 };
    }
    // In a language that can't be read, an enabled button is all that tells that a method is chosen.
    const forward = onlyVisible(region, PRIMARY, this.sight);
    if (this.language === null && forward && isEnabled(forward)) {
      return { kind: 'picker', form: 'drop-down', appPassword: 'unreadable', more: false, entries: 0 };
    }
    this.target('method-list', combobox);
    return { kind: 'picker', form: 'drop-down', appPassword: 'not-listed', more: true, entries: 0 };
  }

  /** Generation B: one clickable entry per method, perhaps only the recommended one at first. */
  private cards(region: Element, titles: readonly Element[], buttons: readonly Element[]): PageState | null {
    let entries = visibleAll(region, TEST_ID.entry, this.sight);
    const byId = entries.filter((entry) => {
      const key = entry.getAttribute('data-testid')?.slice(TEST_ID.entryPrefix.length) ?? '';
      return key.toLowerCase().replace(/[^a-z]/g, '') === 'apppassword';
    });
    const titled = titles.some((title) => languagesOf('addDialogTitle', textOf(title)).length > 0);
    if (entries.length === 0) {
      if (!titled) return null;
      entries = this.entriesWithoutTestIds(region);
    }
    const byName = entries.filter((entry) => this.isAppPassword(firstLineOf(entry)));
    const found = byId.length > 0 ? byId : byName;
    const only = found.length === 1 ? (found[0] ?? null) : null;
    if (only && byId.length === 1) this.learned = firstLineOf(only) || this.learned;
    this.target('app-password', only);
    if (found.length > 0) {
      return { kind: 'picker', form: 'cards', appPassword: 'offered', more: false, entries: entries.length };
    }
    const more = this.namedOnly(buttons, 'showMore') ?? this.lonelyLink(region, entries);
    this.target('show-more', more);
    return {
      kind: 'picker',
      form: 'cards',
      appPassword: this.language === null ? 'unreadable' : 'not-listed',
      more: more !== null,
      entries: entries.length,
    };
  }

  /** Entries when test ids are gone: things one can press that show a name and perhaps a description;
   * where a name stands in a plain box with no role, the largest box around that name alone. */
  private entriesWithoutTestIds(region: Element): Element[] {
    const names = visibleAll(region, 'p', this.sight);
    if (names.length > 0) return [...new Set(names.map((name) => this.entryAround(name, region)))];
    const pressable = visibleAll(region, ENTRY, this.sight);
    return pressable.filter(
      (entry) =>
        !pressable.some((other) => other !== entry && entry.contains(other)) && !entry.matches('.ms-Link'),
    );
  }

  private entryAround(name: Element, region: Element): Element {
    const pressable = name.closest(ENTRY);
    if (pressable && region.contains(pressable) && pressable !== region) return pressable;
    let box = name;
    for (let outer = box.parentElement; outer && outer !== region; outer = outer.parentElement) {
      const isItsOwn =
        outer.querySelectorAll('p').length === 1 && outer.querySelector(`${BUTTON}, a`) === null;
      if (!isItsOwn) break;
      box = outer;
    }
    return box;
  }

  /** "Show more options" in a language whose label is not known: the only link beside one or two entries
   * (the recommended-first form shows one). */
  private lonelyLink(region: Element, entries: readonly Element[]): Element | null {
    if (entries.length === 0 || entries.length > 2) return null;
    const link = onlyVisible(region, 'button.ms-Link, [role="link"]', this.sight);
    return link && !entries.some((entry) => entry.contains(link) || link.contains(entry)) ? link : null;
  }

  // The list -------------------------------------------------------------------------------------

  private addButton(searches: readonly (() => Iterable<Element>)[]): Element | null {
    for (const search of searches) {
      const found = [...search()].filter((button) => !button.closest(DIALOG) && this.sight.isVisible(button));
      const only = found[0];
      if (found.length !== 1 || !only) continue;
      this.vote(languagesOf('addMethodButton', nameOf(only)));
      for (const heading of this.document.querySelectorAll(HEADING)) {
        if (!heading.closest(DIALOG)) this.vote(languagesOf('securityInfo', textOf(heading)));
      }
      return only;
    }
    return null;
  }

  private buttonsCalled(key: LabelKey): Element[] {
    return [...this.document.querySelectorAll(BUTTON)].filter(
      (button) => languagesOf(key, nameOf(button)).length > 0,
    );
  }

  /** The rows of the list of methods: outside of dialogs, open lists and the navigation. */
  private listRows(): Element[] {
    return [...this.document.querySelectorAll(ROW)]
      .slice(0, ROWS_READ)
      .filter(
        (row) =>
          !row.querySelector(ROW) &&
          !row.closest(`${DIALOG}, [role="listbox"], nav`) &&
          this.sight.isVisible(row),
      );
  }

  /** The names of the app passwords on screen. In a row stand, besides icons and buttons, the method's
   * name and then the name the person gave; that one may be marked as personal (`.ms-pii`). */
  private listedNames(): string[] | null {
    if (this.language === null && this.learned === null) return null;
    this.named = this.listRows().flatMap((row) => {
      const [method = '', name] = rowTexts(row);
      return name !== undefined && this.isAppPassword(method) ? [{ row, name }] : [];
    });
    return this.named.map(({ name }) => name);
  }

  row(index: number): Element | null {
    return this.named[index]?.row ?? null;
  }

  deleteButton(index: number): Element | null {
    const row = this.row(index);
    if (!row) return null;
    const buttons = visibleAll(row, BUTTON, this.sight);
    // By name where it is known; an app password can't be changed, so a row's only button deletes it too.
    const named = buttons.filter((button) => languagesContaining('delete', nameOf(button)).length > 0);
    const [only, another] = named.length > 0 ? named : buttons;
    return only && !another && isEnabled(only) ? only : null;
  }

  private isLimitReached(): boolean {
    return (this.listedNames()?.length ?? 0) >= APP_PASSWORD_LIMIT;
  }

  // Regions --------------------------------------------------------------------------------------

  private isSignIn(): boolean {
    return (
      this.document.querySelector(SIGN_IN) !== null ||
      visibleAll(this.document, 'input[type="password"]:not([readonly])', this.sight).length > 0
    );
  }

  /** The dialog on top, as the box that shows it. Fluent UI hides the dialogs below from assistive
   * technology, keeps a closing one in the document for 267 ms without `is-open`, and appends new ones
   * last (read from its source and measured, version 8.125). */
  private topDialog(): Element | null {
    const open = [...this.document.querySelectorAll(DIALOG)].flatMap((dialog) => {
      const modal = dialog.querySelector('.ms-Modal');
      const isOpen =
        dialog.getAttribute('aria-modal') === 'true' && (!modal || modal.classList.contains('is-open'));
      const box = isOpen ? this.boxOf(dialog) : null;
      return box ? [box] : [];
    });
    const reachable = open.filter((dialog) => !dialog.closest('[aria-hidden="true"]'));
    return (reachable.length > 0 ? reachable : open).at(-1) ?? null;
  }

  /** Fluent UI's dialog element itself has no height; the box on screen is inside of it. */
  private boxOf(dialog: Element): Element | null {
    const boxes = [...dialog.querySelectorAll('.ms-Dialog-main, .ms-Panel-main'), dialog];
    return boxes.find((box) => this.sight.isVisible(box)) ?? null;
  }

  /** A step that takes the place of the list instead of lying over it. */
  private fullPageStep(): Element | null {
    const titles = visibleAll(this.document, TEST_ID.title, this.sight);
    const headings =
      titles.length > 0
        ? titles
        : visibleAll(this.document, HEADING, this.sight).filter(
            (heading) =>
              this.isAboutAppPasswords(heading) || languagesOf('addDialogTitle', textOf(heading)).length > 0,
          );
    const picker = this.document.querySelector(TEST_ID.entry);
    const start = headings.length === 1 ? headings[0] : headings.length === 0 ? picker : undefined;
    return start?.closest('main, [role="main"]') ?? start?.parentElement ?? null;
  }

  private titlesOf(region: Element): Element[] {
    const titles = visibleAll(region, `${TEST_ID.title}, ${HEADING}`, this.sight);
    const labelledBy = region.closest(DIALOG)?.getAttribute('aria-labelledby')?.split(/\s+/)[0];
    const label = labelledBy ? this.document.getElementById(labelledBy) : null;
    if (label && !titles.includes(label) && region.contains(label)) titles.push(label);
    return titles;
  }

  private buttonsOf(region: Element): Element[] {
    return visibleAll(region, `${BUTTON}, [role="link"], a`, this.sight);
  }

  // Names and languages --------------------------------------------------------------------------

  /** Exactly the method's name, in any language or as this page was learned to call it. */
  private isAppPassword(text: string): boolean {
    if (text === '') return false;
    if (this.learned !== null && normaliseLabel(text) === normaliseLabel(this.learned)) return true;
    return languagesOf('appPassword', text).length > 0;
  }

  /** A title that speaks of app passwords. No other method's name contains this one's. */
  private isAboutAppPasswords(title: Element): boolean {
    const text = textOf(title);
    if (this.learned !== null && normaliseLabel(text).includes(normaliseLabel(this.learned))) return true;
    return languagesContaining('appPassword', text).length > 0;
  }

  private namedOnly(buttons: readonly Element[], ...keys: readonly LabelKey[]): Element | null {
    const named = buttons.filter((button) => keys.some((key) => languagesOf(key, nameOf(button)).length > 0));
    return named.length === 1 ? (named[0] ?? null) : null;
  }

  private isShown(selector: string, root: ParentNode): boolean {
    return visibleAll(root, selector, this.sight).length > 0;
  }

  private vote(languages: readonly string[]): void {
    for (const language of languages) this.votes.set(language, (this.votes.get(language) ?? 0) + 1);
  }

  /** The language most labels agree on. `html[lang]` only breaks ties: the page's shell says `en` whatever
   * language the page is shown in (captured 2026-08-07). */
  private settleLanguage(): void {
    const hint = this.document.documentElement.lang.toLowerCase();
    let best: string | null = null;
    let bestVotes = 0;
    for (const [language, votes] of this.votes) {
      const isBetter =
        votes > bestVotes ||
        (votes === bestVotes &&
          hint !== '' &&
          language.toLowerCase().startsWith(hint.slice(0, 2)) &&
          !(best ?? '').toLowerCase().startsWith(hint.slice(0, 2)));
      if (isBetter) {
        best = language;
        bestVotes = votes;
      }
    }
    this.language = best;
  }

  private target(name: TargetName, element: Element | null): void {
    if (element?.isConnected && isEnabled(element)) this.targets.set(name, element);
  }

  labels(): PageLabels {
    const labels: Partial<Record<TargetName, PageLabel>> = {};
    for (const name of TARGET_NAMES) {
      const key = LABEL_OF[name];
      if (!key) continue;
      const element = this.targets.get(name);
      const onPage = element ? (name === 'app-password' ? firstLineOf(element) : nameOf(element)) : '';
      const known = this.language === null ? undefined : knownLabel(key, this.language);
      if (onPage) labels[name] = { text: onPage, lang: this.language ?? '' };
      else if (known) labels[name] = { text: known, lang: this.language ?? '' };
      else if (name === 'app-password' && this.learned) labels[name] = { text: this.learned, lang: '' };
      else labels[name] = { text: knownLabel(key, 'en') ?? '', lang: 'en' };
    }
    return labels;
  }
}

/** The texts of a row, without its buttons and icons. The name a person gave is read here and only here. */
function rowTexts(row: Element): string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = (child as Text).data.replace(/\s+/g, ' ').trim();
        if (text) texts.push(text.slice(0, 256));
      } else if (
        child.nodeType === 1 &&
        !(child as Element).matches('button, a, i, svg, input, textarea, select')
      ) {
        visit(child);
      }
    }
  };
  visit(row);
  return texts;
}
