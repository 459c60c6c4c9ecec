/**
 * What Microsoft's security-info page shows now: a closed set of states, and the controls on it that
 * advice may point at. States are plain data that may leave the page (names of listed app passwords are
 * the only text of the page in them); targets are elements and never leave it.
 */

/** A control the pointer may mark. */
export type TargetName =
  | 'add-method' // "Add sign-in method" above the list
  | 'method-list' // the closed drop-down in the add dialog (generation A)
  | 'show-more' // "Show more options" in the add dialog
  | 'app-password' // the App password entry or option
  | 'confirm-add' // "Add" in the drop-down dialog, once App password is chosen
  | 'name-field'
  | 'next'
  | 'done'
  | 'back'; // leaves a method that was opened by mistake

/** A label in the page's own language, quoted in the card. */
export interface PageLabel {
  readonly text: string;
  /** BCP 47 tag of the language it was recognised in. */
  readonly lang: string;
}

export type PageStateKind = PageState['kind'];

export type PageState =
  /** Not a page the guide speaks on: another path, the registration interrupt, a sign-in form. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'list';
      /** Names of the app passwords on screen, in order; `null` when rows can't be told apart. */
      readonly names: readonly string[] | null;
    }
  | {
      readonly kind: 'picker';
      readonly form: 'drop-down' | 'cards';
      readonly appPassword: 'offered' | 'chosen' | 'not-listed';
      /** More methods are hidden behind a link or a closed drop-down. */
      readonly more: boolean;
    }
  | { readonly kind: 'name'; readonly refused: boolean; readonly ready: boolean }
  | { readonly kind: 'creating' }
  | { readonly kind: 'result' }
  /** Microsoft shows an error in the step or a limit banner. */
  | { readonly kind: 'failed'; readonly limit: boolean }
  | { readonly kind: 'other-method' }
  /** A dialog the guide does not know lies over the page, e.g. "your session is about to end". */
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'unknown' };

export interface PageReading {
  readonly state: PageState;
  /** Only what is unique, visible and enabled right now; everything ambiguous is left out. */
  readonly targets: ReadonlyMap<TargetName, Element>;
  /** Labels by target in the page's language, for the words of the card; known without an element too. */
  readonly labels: Readonly<Partial<Record<TargetName, PageLabel>>>;
  /** The page's language as its visible labels show it; `null` if none was recognised. */
  readonly language: string | null;
}
