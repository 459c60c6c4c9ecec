/**
 * What a catalogue file may say: the type of an application and the closed step language of set-ups.
 * This file holds types only. Applications are data (`apps/<id>.ts`); no application carries code or
 * sentences of its own. What a set-up cannot say with these steps becomes a new step kind here.
 */
import type { Day } from '../lib/day.ts';

/** How firmly something may be said: the vendor or Microsoft documents it, one credible third party
 * reports it, public code or a public bug report shows it, or nobody is sure. */
export type Certainty = 'documented' | 'reported' | 'observed' | 'uncertain';

/** What a source is cited for. Every claim an app file makes needs at least one source. */
export type ClaimId =
  | 'modern-sign-in'
  /** That the modern sign-in also takes personal accounts (outlook.com, hotmail.com). */
  | 'personal-sign-in'
  | 'password-sending'
  | 'menu-path'
  | 'retired'
  /** That the app itself asks for a personal account's app password (a console, not mail). */
  | 'needs-app-password';

export interface Source {
  readonly for: readonly ClaimId[];
  readonly title: string;
  readonly publisher: string;
  /** Left out where the source is general knowledge (then the certainty is `uncertain`). */
  readonly url?: string;
  /** The source's own date, if it has one. */
  readonly dated?: string;
  readonly checked: Day;
  readonly certainty: Certainty;
}

export type AppKind = 'mail-program' | 'mobile' | 'service' | 'script' | 'device';

export type Platform = 'windows' | 'macos' | 'linux' | 'ios' | 'android' | 'web' | 'server' | 'appliance';

/** What a person wants from the app. Reading always includes sending in a mail program. `sign-in`: the
 * device signs itself in with the account and touches no mail (an old game console). */
export type Purpose = 'read' | 'send' | 'sign-in';

export type AccountKind = 'work' | 'personal';

/** A value to type into an app. What depends on the person is named, never spelled out. */
export type SetupValue =
  | { readonly is: 'text'; readonly text: string }
  /** The full address of the mailbox, e.g. anna@contoso.com. */
  | { readonly is: 'address' }
  | { readonly is: 'smtp-server' }
  | { readonly is: 'smtp-port' };

/** Remarks that steps can carry; each has a message `note_<id>` in every language. */
export type NoteId =
  | 'from-must-match'
  | 'no-port-465'
  | 'tls-12'
  | 'keep-out-of-code'
  | 'admin-consent'
  | 'model-dependent'
  | 'remove-old-account'
  | 'labels-may-differ'
  /** Where the token of a modern sign-in by hand comes from. */
  | 'token-command'
  /** The device shows a code that is typed in on another computer. */
  | 'device-code'
  /** OAuth over SMTP also needs the mailbox's SMTP AUTH switch (Zabbix documents it for Office365). */
  | 'smtp-auth-switch'
  | 'wait-a-few-minutes';

/** One step of a set-up. Labels are the app's own English labels; the sentences around them are ours. */
export type SetupStep =
  | { readonly do: 'open'; readonly path: readonly string[] }
  | { readonly do: 'choose'; readonly field: string; readonly option: string }
  /** Switch a check box or a toggle on. */
  | { readonly do: 'tick'; readonly field: string }
  | { readonly do: 'type'; readonly field: string; readonly value: SetupValue }
  | { readonly do: 'paste-password'; readonly field: string }
  /** Lines for a file. `{address}`, `{smtp-server}`, `{smtp-port}` and `{imap-server}` stand for the
   * person's values. */
  | { readonly do: 'file'; readonly path: string; readonly lines: readonly string[] }
  /** A command for a terminal, with the same stand-ins as a file. */
  | { readonly do: 'run'; readonly command: string }
  | { readonly do: 'press'; readonly button: string }
  | { readonly do: 'sign-in' }
  | { readonly do: 'check'; readonly what: 'test-mail' | 'test-scan' | 'mail-arrives' | 'send-and-receive' }
  | { readonly do: 'note'; readonly note: NoteId };

export interface ModernSignIn {
  /** `always`: every supported version; `since`: from a version on; `some-models`: depends on the
   * model, firmware or plan; `by-hand`: possible with tokens that somebody has to arrange outside the app;
   * `none`: never; `unknown`: nobody could tell. */
  readonly support: 'always' | 'since' | 'some-models' | 'by-hand' | 'none' | 'unknown';
  /** The first version or model line that has it, as its vendor writes it. */
  readonly since?: string;
  readonly certainty: Certainty;
  /** Whether that sign-in also takes personal accounts; left out where nobody looked. `yes` and `no` need a
   * source for `personal-sign-in`. */
  readonly personal?: { readonly works: boolean; readonly certainty: Certainty };
}

export interface App {
  /** Equals the file's name. */
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  /** Other names people use, unique over the catalogue. */
  readonly aliases: readonly string[];
  readonly kind: AppKind;
  readonly platforms: readonly Platform[];
  /** What people use it for with a mailbox. */
  readonly purposes: readonly Purpose[];
  readonly modernSignIn: ModernSignIn;
  /** Whether the app can send through SMTP with a name and a password at all. */
  readonly passwordSending: { readonly possible: boolean; readonly certainty: Certainty };
  /** Set where Microsoft itself tells owners of a personal account to use an app password in this device. */
  readonly needsAppPassword?: { readonly account: 'personal'; readonly certainty: Certainty };
  /** Set when the app can no longer reach Microsoft 365 at all. */
  readonly retired?: { readonly certainty: Certainty };
  readonly setup: {
    /** Steps to sign in with Microsoft's own window (OAuth). */
    readonly modern?: readonly SetupStep[];
    /** Steps to send with the mailbox address and an app password. */
    readonly password?: readonly SetupStep[];
  };
  readonly sources: readonly Source[];
}
