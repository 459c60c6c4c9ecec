/**
 * What can come of reading and writing files of other programs, as values. Types and limits only; words for
 * each kind are in describe.ts.
 */
import type { Day } from '../../lib/day.ts';
import type { Entry } from '../entry.ts';

export type ReadFormat = 'kdbx' | 'bitwarden-json' | 'bitwarden-csv' | 'csv';
/** `names` is the hand-over list: what there is, without secrets. It is only written. */
export type WriteFormat = ReadFormat | 'names';

/** Checked before anything is parsed (R27). */
export const LIMITS_OF_FILES = {
  bytes: 32 * 1024 * 1024,
  /** What a packed file may unfold to. */
  unpacked: 128 * 1024 * 1024,
  entries: 100_000,
  jsonDepth: 32,
  xmlDepth: 64,
  columns: 200,
} as const;

export type FailureKind =
  | 'empty'
  | 'too-large'
  | 'too-many'
  | 'too-deep'
  /** None of the formats that can be read. */
  | 'not-known'
  /** Something in it was changed or is broken. */
  | 'damaged'
  /** An encrypted export of Bitwarden: only Bitwarden can open it. */
  | 'encrypted'
  /** Written by a newer version of its format. */
  | 'newer'
  /** KeePass 1 or KDBX 3. */
  | 'older'
  | 'needs-password'
  /** Or the wrong key file. */
  | 'wrong-password'
  | 'no-memory'
  /** Its key derivation asks for more memory or time than is given to a file. */
  | 'too-costly'
  /** A cipher or key derivation that is not built in. */
  | 'unsupported'
  | 'not-text'
  /** No column was recognised or chosen as name, app, account or device. */
  | 'no-columns'
  | 'bad-key-file';

export type Failure =
  | {
      readonly ok: false;
      readonly why: FailureKind /** Line of a text file, from 1. */;
      readonly at?: number;
    }
  /** The file stops in the middle. `expected` is `null` when it doesn't say how many there were. */
  | {
      readonly ok: false;
      readonly why: 'cut';
      readonly whole: number;
      readonly expected: number | null;
      readonly at?: number;
    };

export type SkipKind =
  | 'nothing-there'
  | 'not-a-login'
  | 'in-the-bin'
  /** The same entry stands in the file twice. */
  | 'duplicate'
  /** A text is longer than an entry may hold. */
  | 'too-long'
  /** A text holds characters that are no text. */
  | 'bad-text'
  | 'newer'
  | 'short-row';

export interface Skipped {
  readonly why: SkipKind;
  /** Its title in the file, possibly empty. Text of somebody else's: show it as text. */
  readonly title: string;
  /** Line of a text file, from 1. */
  readonly line?: number;
}

export type LossKind =
  /** Left out because they were not asked for. */
  | 'passwords'
  | 'history'
  /** Earlier versions that the other program keeps of an entry. */
  | 'versions'
  | 'attachments'
  | 'one-time-codes'
  | 'web-addresses'
  | 'custom-fields'
  | 'folders'
  /** A field that points to another entry's. */
  | 'references'
  | 'states'
  | 'days'
  /** Made anew because two entries had the same. */
  | 'ids'
  | 'control-characters'
  | 'line-endings'
  /** Cells that a spreadsheet would take for a formula got a mark in front. */
  | 'formula-cells'
  /** Columns that are mapped to nothing. */
  | 'columns'
  /** The file once held more rows. */
  | 'missing-rows'
  /** Account, note, reason, tags and history, which a list of names doesn't carry. */
  | 'details'
  /** A name held a kept password. */
  | 'masked';

/** What the format, or this file, could not carry; `count` entries (or columns, for `columns`) are concerned. */
export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
}

export interface ReadSuccess {
  readonly ok: true;
  readonly entries: readonly Entry[];
  readonly skipped: readonly Skipped[];
  readonly lost: readonly Loss[];
}
export type ReadOutcome = ReadSuccess | Failure;

export type WriteOutcome =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly fileName: string;
      readonly mediaType: string;
      readonly lost: readonly Loss[];
    }
  | { readonly ok: false; readonly why: 'needs-password' | 'no-memory' | 'too-many' }
  /** A rule allows no files for other programs. */
  | { readonly ok: false; readonly why: 'forbidden' };

/** Argon2 for KeePass files; `null` when the browser refused the memory. Blocks: run it, or all of this, in a worker. */
export type KdbxArgon2 = (input: {
  readonly kind: 'argon2d' | 'argon2id';
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}) => Promise<Uint8Array | null>;

export interface KdbxKey {
  readonly password: string;
  readonly keyFile?: Uint8Array | null;
  readonly argon2: KdbxArgon2;
}

export type Language = 'en' | 'de';
export type Separator = ',' | ';' | '\t';

export interface ReadOptions {
  /** ISO instant. */
  readonly now: string;
  readonly newId: () => string;
  /** Whether passwords in the file become part of the entries. */
  readonly withPasswords: boolean;
  /** The calendar day of an instant where the person is; by default the computer's zone. */
  readonly dayOf?: (at: Date) => Day;
  readonly kdbx?: KdbxKey;
  readonly csv?: CsvChoice;
}

export interface WriteOptions {
  /** ISO instant. */
  readonly now: string;
  /** For the file's name. */
  readonly today: Day;
  readonly withPasswords: boolean;
  readonly kdbx?: KdbxKey;
  /** For `csv` and `names`: the language of the column titles, and the separator. */
  readonly language?: Language;
  readonly separator?: Separator;
}

/** What a column of a table, or a field of an entry in another program, holds. */
export const FIELD_KEYS = [
  'name',
  'app',
  'account',
  'device',
  'state',
  'purpose',
  'made',
  'rotateBy',
  'reason',
  'note',
  'tags',
  'sensitive',
  'archived',
  'password',
  'history',
  'changed',
  'appId',
  'keytag',
] as const;
export type FieldKey = (typeof FIELD_KEYS)[number];

export interface CsvChoice {
  readonly separator?: Separator;
  readonly hasHeader?: boolean;
  /** One per column; `null` leaves a column out. */
  readonly mapping?: readonly (FieldKey | null)[];
}

export interface CsvPreview {
  readonly ok: true;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly hasHeader: boolean;
  /** Titles of the columns; empty ones when there is no header. */
  readonly columns: readonly string[];
  readonly mapping: readonly (FieldKey | null)[];
  /** The first rows, padded to all columns. They may hold passwords. */
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  /** Keytag wrote it: the mapping needs no second look. */
  readonly isOwn: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
