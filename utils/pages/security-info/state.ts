/**
 * What Microsoft's security-info page shows now: a closed set of states, and the controls on it that
 * advice may point at. States are plain data that may leave the page (names of listed app passwords are
 * the only text of the page in them); targets are elements and never leave it.
 */

/** A control the pointer may mark. */
export const TARGET_NAMES = [
  'add-method', // "Add sign-in method" above the list
  'method-list', // the closed drop-down in the add dialog (generation A)
  'show-more', // "Show more options" in the add dialog
  'app-password', // the App password entry or option
  'confirm-add', // "Add" in the drop-down dialog, once App password is chosen
  'name-field',
  'next',
  'done',
  'back', // leaves a method that was opened by mistake
  'row-delete', // "Delete" in the row of an app password; which row is `PageReading.deleteButton`'s business
  'confirm-delete', // the answer that deletes, whatever it is called
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** A label in the page's own language, quoted in the card. */
export interface PageLabel {
  readonly text: string;
  /** BCP 47 tag of the language it was recognised in; empty when the page's words are quoted unrecognised. */
  readonly lang: string;
}

export type PageState =
  /** Not a page the guide speaks on: another path, the registration interrupt, a sign-in form. */
  | { readonly kind: 'elsewhere' }
  /** Nothing recognised: the page is still loading, or it is one nobody has seen. `open`: a dialog or a
   * step is there, so it is not loading. */
  | { readonly kind: 'unrecognised'; readonly open: boolean }
  | {
      readonly kind: 'list';
      /** Names of the app passwords on screen, in order; `null` when rows can't be told apart. */
      readonly names: readonly string[] | null;
      /** Rows of any kind on screen: what can be counted in a language that can't be read. */
      readonly rows: number;
    }
  | {
      readonly kind: 'picker';
      readonly form: 'drop-down' | 'cards';
      /** `unreadable`: the methods' names are in a language nobody has told us about. */
      readonly appPassword: 'offered' | 'chosen' | 'not-listed' | 'unreadable';
      /** More methods are hidden behind a link or a closed drop-down. */
      readonly more: boolean;
      /** Methods on screen; a change means the list has not settled yet. */
      readonly entries: number;
    }
  | {
      readonly kind: 'name';
      /** Microsoft shows that it does not take the name. */
      readonly refused: boolean;
      /** The forward button can be pressed and the field is known to hold something. */
      readonly ready: boolean;
    }
  | { readonly kind: 'creating' }
  | { readonly kind: 'result' }
  /** Microsoft shows an error; `limit` when 40 app passwords are listed behind it. */
  | { readonly kind: 'failed'; readonly limit: boolean }
  | { readonly kind: 'other-method' }
  /** Microsoft asks whether to delete what was chosen. It does not say by name what that is. */
  | { readonly kind: 'confirm' }
  /** A dialog the guide does not know lies over the page, e.g. "your session is about to end". */
  | { readonly kind: 'interrupted' };

export type PageStateKind = PageState['kind'];
export const PAGE_STATE_KINDS: readonly PageStateKind[] = [
  'elsewhere',
  'unrecognised',
  'list',
  'picker',
  'name',
  'creating',
  'result',
  'failed',
  'other-method',
  'confirm',
  'interrupted',
];

/** What a reading rests on: the best rung of the selector ladder that held (utils/pages/README.md). */
export const LAYERS = ['test-id', 'name', 'structure', 'none'] as const;
export type Layer = (typeof LAYERS)[number];

export interface PageReading {
  readonly state: PageState;
  readonly layer: Layer;
  /** Only what is unique, visible and enabled right now; everything ambiguous is left out. */
  readonly targets: ReadonlyMap<TargetName, Element>;
  /** The one button that deletes the app password at this place of the list's `names`; `null` when there
   * is none without doubt. */
  deleteButton(index: number): Element | null;
  /** The row of the app password at this place: it says which one the button deletes. */
  row(index: number): Element | null;
  /** The dialog or step that the state was read from; the card keeps clear of it. */
  readonly region: Element | null;
  /** Labels by target, for the words of the card; known without an element too. */
  readonly labels: PageLabels;
  /** The page's language as its visible labels show it; `null` if none was recognised. */
  readonly language: string | null;
  /** What this page calls the method "App password", learned from an entry that was recognised by its
   * test id; to be passed to the next reading of the same document. */
  readonly learned: string | null;
}

export type PageLabels = Readonly<Partial<Record<TargetName, PageLabel>>>;

/** Microsoft's limit of app passwords for one person (Microsoft Entra documentation,
 * howto-mfa-app-passwords, 2025-03-04; last checked 2026-11-22). */
export const APP_PASSWORD_LIMIT = 40;
