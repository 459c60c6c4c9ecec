/**
 * What can be set on the imitation of Microsoft's security-info page. Everything that is only assumed
 * about the real page is a switch here, so that no test can lean on the assumption (README.md lists
 * which is which). Plain data: the server hands it to the page at start, the address stays clean.
 */

export interface Switches {
  /** A: drop-down dialog (to 2024). B: list of entries and the "reskin" wizard. */
  generation: 'A' | 'B' | 'B-recommended' | 'B-fullpage';
  /** Blocking dialogs are `alertdialog` and swallow clicks outside of them. */
  blocking: boolean;
  /** `mixed`: Japanese text under `<html lang="en">`. `ar`: a language nobody collected labels for. */
  language: 'en' | 'de' | 'fr' | 'ja' | 'ar' | 'mixed';
  /** `limit`: forty app passwords exist already. */
  appPassword: 'offered' | 'absent' | 'limit';
  limitShownAs: 'banner' | 'message-bar';
  /** Names of app passwords that exist before the test. */
  existing: readonly string[];
  /** Name of the organisation in the header. */
  tenant: string;

  /** Time until the bundle arrives. */
  loadDelayMs: number;
  /** Time until the list's data arrives. */
  dataDelayMs: number;
  /** From Done (or from confirming a deletion) until the list shows it. */
  rowDelayMs: number;
  /** How long Microsoft takes to make the password. */
  createDelayMs: number;
  skeleton: 'shimmer' | 'spinner';
  title: 'changes-after-data' | 'never-changes';

  testIds: 'present' | 'removed' | 'renamed';
  /** The part of `authmethod-picker-<key>` that nobody has seen yet; `none`: no attribute on it. */
  appPasswordKey: 'appPassword' | 'AppPassword' | 'apppassword' | 'none';
  pickerEntryTag: 'div' | 'button';
  /** Only for `div` entries: whether assistive technology is told that they can be pressed. */
  pickerEntryRole: 'button' | 'none';
  descriptorTag: 'span' | 'p';
  /** `new-layer`: the dialog closes (267 ms), then another opens. */
  transition: 'same-layer' | 'new-layer';
  /** Whether the old drop-down dialog's Add waits for a choice. */
  addWaitsForChoice: boolean;
  addButtonText: 'Add sign-in method' | 'Add method';
  addButtonName: 'Add method' | 'localised' | 'absent';
  /** `renamed`: made up, and on purpose unknown to the reader: new words, new test id, no name, no icon. */
  addButton: 'as-seen' | 'renamed';

  heading: 'h1' | 'h2';
  /** "You're using the most advisable sign-in method where it applies." */
  adviceLine: boolean;
  defaultMethodLine: boolean;
  rowContainer: 'list' | 'grid';
  /** Whether a row's own name sits in `span.ms-pii`. */
  rowNameMarked: boolean;
  rowDeleteLabel: 'aria-label' | 'text-only';
  confirmLabel: 'Delete' | 'Ok' | 'Yes';

  nameFieldLabel: 'label' | 'placeholder';
  /** How a name under eight characters is refused. */
  nameError: 'message' | 'next-disabled';
  resultField: 'span' | 'readonly-field';
  resultCopyIcon: boolean;
  createFails: false | 'error-bar' | 'throttled' | 'captcha' | 'session-ended';

  /** `on-add`: when managing, that is on Add or Delete. `on-create`: on the name step's Next. */
  reauth: 'never' | 'on-load' | 'on-add' | 'on-create';
  /** "Your session is about to expire" over the first dialog that opens. */
  timeoutDialog: boolean;
  /** How the interrupt wizard leaves for the security-info page. */
  interruptThen: 'push-state' | 'load';

  /** Every n milliseconds all nodes inside the open dialog are replaced; 0: never. */
  remountMs: number;
  /** For measuring: attribute changes a second, spread over many nodes; 0: none. */
  attributeStormPerSecond: number;
  colours: 'light' | 'dark';
}

/** The best guess at the page as most people meet it in 2026. */
export const DEFAULT_SWITCHES: Readonly<Switches> = {
  generation: 'B',
  blocking: true,
  language: 'en',
  appPassword: 'offered',
  limitShownAs: 'message-bar',
  existing: [],
  tenant: 'Contoso',
  loadDelayMs: 0,
  dataDelayMs: 100,
  rowDelayMs: 300,
  createDelayMs: 300,
  skeleton: 'shimmer',
  title: 'changes-after-data',
  testIds: 'present',
  appPasswordKey: 'appPassword',
  pickerEntryTag: 'div',
  pickerEntryRole: 'button',
  descriptorTag: 'span',
  transition: 'same-layer',
  addWaitsForChoice: true,
  addButtonText: 'Add sign-in method',
  addButtonName: 'Add method',
  addButton: 'as-seen',
  heading: 'h1',
  adviceLine: true,
  defaultMethodLine: true,
  rowContainer: 'list',
  rowNameMarked: true,
  rowDeleteLabel: 'aria-label',
  confirmLabel: 'Delete',
  nameFieldLabel: 'label',
  nameError: 'message',
  resultField: 'span',
  resultCopyIcon: true,
  createFails: false,
  reauth: 'never',
  timeoutDialog: false,
  interruptThen: 'push-state',
  remountMs: 0,
  attributeStormPerSecond: 0,
  colours: 'light',
};

/** Known: 8 (a help desk). Assumed: 30, known of the sibling method "passkey". */
export const NAME_LENGTH = { min: 8, max: 30 } as const;

/** Documented by Microsoft. */
export const APP_PASSWORD_LIMIT = 40;

/** One line of the list, as the fake API sends it. */
export interface Row {
  readonly id: string;
  readonly method: 'password' | 'authenticatorApp' | 'phone' | 'appPassword';
  /** What the person called it, or the number of a phone. */
  readonly detail: string;
  readonly canChange: boolean;
  readonly canDelete: boolean;
}

/** `ErrorCode` values seen in answers of the real API (public code, 2026-04-28), and our own for the limit. */
export const ERROR_CODES = {
  none: 0,
  ngcMfaRequired: 6,
  requestThrottled: 19,
  featureDisallowedByPolicy: 21,
  appSessionTimedOut: 25,
  captchaRequired: 28,
  limitReached: 9040,
} as const;
