/**
 * What can be said of the inventory and its vault, as values: states, outcomes, differences. Views may
 * import this file; it holds types only and no text for people (message keys begin with `vault_`).
 */
import type { Entry } from './entry.ts';

/** What a person edits of an entry. Identity, history and times are kept by the use cases. */
export type EntryDraft = Omit<Entry, 'id' | 'history' | 'changedAt'>;

/** An edit that is not saved yet. */
export interface Unsaved {
  /** `null` for a new entry. */
  readonly at: { readonly id: string; readonly revision: number } | null;
  readonly draft: EntryDraft;
}

/** An entry as it stands in the vault. Pass `revision` back when saving or deleting. */
export interface EntryRow {
  readonly entry: Entry;
  readonly revision: number;
  /**
   * `older`: the vault once held a newer version of it; `unlisted`: the vault's list does not know it.
   * Both happen only when the browser's files were changed from outside. Saving it again settles it.
   */
  readonly concern: 'older' | 'unlisted' | null;
}

/** Something found wrong with what is stored. The other entries stay usable. */
export type Finding =
  /** Its bytes do not open: changed, cut off, or moved from elsewhere. Raw bytes can be exported. */
  | { readonly kind: 'damaged'; readonly id: string }
  /** Written by a newer version of Keytag. Left as it is. */
  | { readonly kind: 'newer'; readonly id: string }
  /** The vault's list names it, but it is gone. */
  | { readonly kind: 'missing'; readonly id: string }
  /** An older version of it stands in its place (see `EntryRow.concern`). */
  | { readonly kind: 'older'; readonly id: string }
  /** It opens, but the vault's list does not name it (see `EntryRow.concern`). */
  | { readonly kind: 'unlisted'; readonly id: string }
  /** The list itself, or one of its 256 parts, is damaged: `repair` before saving. */
  | { readonly kind: 'list-damaged'; readonly part: number | null }
  /** The whole vault is an earlier state than this browser has seen: a copied or restored profile. */
  | { readonly kind: 'rolled-back' };

/** Why a vault can't be reached. */
export type Unavailable =
  /** Another window holds an older version of the database open: close it, then try again. */
  | 'blocked'
  /** The browser refuses storage here (private window, read-only or damaged profile). */
  | 'refused'
  /** The disk or the browser's allowance is full. Nothing was changed. */
  | 'full'
  /** The database was made by a newer version of Keytag. */
  | 'newer-database';

export type LockReason = 'asked' | 'idle' | 'system' | 'clock' | 'time-limit';

export interface BackupState {
  /** ISO instant of the last backup; `null` when there was none. */
  readonly lastAt: string | null;
  /** Something changed since; only then is a reminder due. */
  readonly isDue: boolean;
}

export type VaultStatus =
  /** Not yet known: the first moments. */
  | { readonly kind: 'opening' }
  /** There is no vault and there never was one here. */
  | { readonly kind: 'none' }
  /** There was a vault, and the browser has cleared it. Offer restore, not a welcome. */
  | { readonly kind: 'wiped'; readonly createdAt: string | null; readonly lastBackupAt: string | null }
  /** `retryAt`: no attempt is taken before this time (ms since 1970); `null` when one may be made now. */
  | { readonly kind: 'locked'; readonly retryAt: number | null; readonly because: LockReason | null }
  | {
      readonly kind: 'unlocked';
      readonly findings: readonly Finding[];
      readonly backup: BackupState;
      /** Nobody has confirmed yet that the recovery sheet is printed or written down. */
      readonly isSheetMissing: boolean;
    }
  /** Both copies of the header are damaged: restore from a backup of this vault brings it back. */
  | { readonly kind: 'damaged' }
  /** Made by a newer version of Keytag. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'unavailable'; readonly why: Unavailable };

export type SettingOutcome = { readonly ok: true } | Broken;

/** What can be wrong with a passphrase as text. */
export type PassphraseProblem = 'empty' | 'not-text' | 'too-long';

export type Failed<Kind extends string> = { readonly ok: false; readonly kind: Kind };
type Broken = { readonly ok: false; readonly kind: 'unavailable'; readonly why: Unavailable };

export interface RecoverySheet {
  /** Seven groups of five characters, to be printed as they are, joined by hyphens or blanks. */
  readonly groups: readonly string[];
  /** Eight characters that tell which vault the sheet belongs to. */
  readonly vaultMark: string;
}

export type CreateOutcome =
  | { readonly ok: true; readonly sheet: RecoverySheet }
  | Failed<PassphraseProblem | 'weak' | 'exists' | 'no-memory'>
  | Broken;

export type UnlockOutcome =
  | { readonly ok: true }
  /** `retryAt` as in the status; `null` when the next attempt may be made at once. */
  | { readonly ok: false; readonly kind: 'wrong'; readonly retryAt: number | null }
  | { readonly ok: false; readonly kind: 'wait'; readonly retryAt: number }
  | Failed<PassphraseProblem | 'none' | 'damaged' | 'newer' | 'no-memory'>
  | Broken;

export type RecoverOutcome =
  | { readonly ok: true }
  /** A typing error; `groups` counts from 1. Empty: the number of characters is wrong. */
  | { readonly ok: false; readonly kind: 'mistyped'; readonly groups: readonly number[] }
  /** Typed rightly, but it belongs to another vault or was replaced. */
  | { readonly ok: false; readonly kind: 'wrong'; readonly retryAt: number | null }
  | { readonly ok: false; readonly kind: 'wait'; readonly retryAt: number }
  | Failed<PassphraseProblem | 'weak' | 'none' | 'damaged' | 'newer' | 'no-memory'>
  | Broken;

export type ChangePassphraseOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'wrong'; readonly retryAt: number | null }
  | { readonly ok: false; readonly kind: 'wait'; readonly retryAt: number }
  /** Another window changed it meanwhile: `conflict`. */
  | Failed<PassphraseProblem | 'weak' | 'none' | 'damaged' | 'newer' | 'no-memory' | 'conflict'>
  | Broken;

export type NewSheetOutcome =
  | { readonly ok: true; readonly sheet: RecoverySheet }
  | Extract<ChangePassphraseOutcome, { ok: false }>;

export type SaveOutcome =
  /** `undo` is `null` when nothing differed and nothing was written. */
  | { readonly ok: true; readonly row: EntryRow; readonly undo: string | null }
  /** Changed in another window since it was read. `theirs` is what stands there now, `null` if deleted. */
  | { readonly ok: false; readonly kind: 'conflict'; readonly theirs: EntryRow | null }
  /** A field is longer than allowed or not a real day. */
  | { readonly ok: false; readonly kind: 'bad-field'; readonly field: keyof Entry }
  /** A rule forbids keeping passwords themselves, and this one is not kept yet. */
  | { readonly ok: false; readonly kind: 'no-passwords'; readonly field: 'password' }
  | Failed<'locked' | 'repair-first' | 'wiped'>
  | Broken;

export type RemoveOutcome =
  | { readonly ok: true; readonly undo: string }
  | { readonly ok: false; readonly kind: 'conflict'; readonly theirs: EntryRow | null }
  | Failed<'locked' | 'repair-first' | 'wiped'>
  | Broken;

export type UndoOutcome =
  | { readonly ok: true }
  /** Changed since: `conflict`. Nothing left to take back (locked since, or done): `gone`. */
  | Failed<'conflict' | 'gone' | 'locked' | 'repair-first' | 'wiped'>
  | Broken;

export type RepairOutcome =
  | { readonly ok: true; readonly adopted: number; readonly quarantined: number }
  | Failed<'locked'>
  | Broken;

export type BackupOutcome =
  /** Already opened again and compared with what is in the vault. */
  | {
      readonly ok: true;
      readonly fileName: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly entries: number;
    }
  /** `unchecked`: the file did not open again as it should; it must not be used. */
  | Failed<'locked' | 'unchecked'>
  | Broken;

/** How an entry of a file compares with the vault's. */
export type MergeItem =
  | { readonly kind: 'new'; readonly id: string; readonly theirs: Entry }
  | { readonly kind: 'same'; readonly id: string; readonly theirs: Entry }
  | {
      readonly kind: 'different';
      readonly id: string;
      readonly theirs: Entry;
      readonly mine: EntryRow;
      readonly newer: 'theirs' | 'mine' | 'neither';
      readonly fields: readonly (keyof Entry)[];
    };

/** `take` theirs, `keep` mine, or `both`: theirs becomes an entry of its own. */
export type MergeChoice = 'take' | 'keep' | 'both';

export interface MergePreview {
  readonly token: string;
  /** ISO instant the file was made; `null` when it doesn't say. */
  readonly madeAt: string | null;
  readonly items: readonly MergeItem[];
  /** Passwords in the file that a rule forbids to keep: their entries come without. */
  readonly withoutPassword: number;
  /** `new-vault`: there is none here; the file's passphrase and recovery key will open it. */
  readonly into: 'this-vault' | 'new-vault';
}

export type FileProblem =
  | Failed<'not-a-backup' | 'file-newer' | 'file-damaged' | 'file-too-large' | 'file-refused'>
  /** The file stops in the middle. */
  | { readonly ok: false; readonly kind: 'file-cut'; readonly whole: number; readonly expected: number };

export type PreviewOutcome =
  | { readonly ok: true; readonly preview: MergePreview }
  | FileProblem
  /** Made with a passphrase other than this vault's: ask for it, or for its recovery key. */
  | Failed<'needs-passphrase' | 'wrong' | 'no-memory' | 'locked' | PassphraseProblem>
  | { readonly ok: false; readonly kind: 'mistyped'; readonly groups: readonly number[] }
  /** The vault here is damaged and the file is of another one. */
  | Failed<'other-vault'>
  | Broken;

export type ApplyOutcome =
  | { readonly ok: true; readonly added: number; readonly changed: number; readonly undo: string | null }
  /** The vault changed since the preview: show a new one. */
  | Failed<'stale' | 'locked' | 'repair-first' | 'wiped'>
  | Broken;

export interface Strength {
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly isEnough: boolean;
  /** The least score that is enough, where it is known. */
  readonly needed?: number;
  /** Why it is weak; `null` when there is nothing to say. A message `vault_reason_<reason>` exists for each. */
  readonly reason: StrengthReason | null;
}

export type StrengthReason =
  | 'straight-row'
  | 'key-pattern'
  | 'simple-repeat'
  | 'extended-repeat'
  | 'sequence'
  | 'recent-year'
  | 'date'
  | 'top-ten'
  | 'top-hundred'
  | 'common'
  | 'similar-to-common'
  | 'word'
  | 'name'
  | 'common-name'
  | 'known-here'
  | 'short';

/** Soft hints about a password that is kept. None of them forbids saving. */
export type PasswordHint =
  | { readonly kind: 'blanks-around' }
  /** Four groups of four with blanks: the shape of another company's app passwords. */
  | { readonly kind: 'groups-of-four' }
  | { readonly kind: 'is-address' }
  | { readonly kind: 'looks-like-own' }
  | { readonly kind: 'kept-elsewhere'; readonly id: string }
  /** Made by a person and short of the rule: so many characters of so many kinds. */
  | { readonly kind: 'too-simple'; readonly length: number; readonly kinds: number }
  | { readonly kind: 'guessable'; readonly reason: StrengthReason | null };
