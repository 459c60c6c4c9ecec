/** What the inventory needs of storage. Implemented by utils/storage; sealed bytes and due days only. */
import type { Day } from '../lib/day.ts';
import type { HeaderBytes, Sealed } from '../vault/types.ts';
import type { Unavailable } from './record-types.ts';

/** Storage that can't be reached is an expected outcome: a value, with nothing changed. */
export type Stored<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Unavailable };

/** The header's two copies as found, whatever they hold. */
export interface StoredHeader {
  readonly main: Uint8Array | null;
  readonly spare: Uint8Array | null;
  /** Records are there: with no readable header the vault is damaged, not new. */
  readonly hasRecords: boolean;
}

/** All that is kept of the content. Bytes are as found: nothing says yet that they open. */
export interface StoredContent {
  readonly root: Uint8Array | null;
  readonly parts: ReadonlyMap<number, Uint8Array>;
  readonly records: ReadonlyMap<string, Uint8Array>;
}

export interface Tries {
  readonly failures: number;
  /** ms since 1970 */
  readonly until: number;
}

/** What is known about the vault besides its content. Never secret. */
export interface Notes {
  /** Generation of the content at the last backup. */
  readonly backupGeneration: number | null;
  readonly backupAt: string | null;
  readonly isSheetConfirmed: boolean;
  /** Minutes without activity until the vault locks itself, as the person chose; `null`: the default. */
  readonly idleMinutes: number | null;
}

export interface HeaderChange {
  readonly header: HeaderBytes;
  /** The main copy this change is based on; `null` when there is none that can be read. */
  readonly expected: Uint8Array | null;
}

export interface ContentChange {
  /** The root this change is based on, byte for byte; `null` when there is none. */
  readonly expectedRoot: Uint8Array | null;
  readonly root: Sealed;
  /** `null` removes a part that has no records left. */
  readonly parts: ReadonlyMap<number, Sealed | null>;
  /** `null` removes the record. */
  readonly records: ReadonlyMap<string, Sealed | null>;
  /** `null` removes the day. */
  readonly dues: ReadonlyMap<string, Day | null>;
  /** Bytes that are set aside for export before their record goes. */
  readonly quarantine?: ReadonlyMap<string, Uint8Array>;
  /** A header written in the very same transaction: creation and restore. */
  readonly header?: HeaderChange;
}

export interface Due {
  readonly id: string;
  readonly day: Day;
}

export interface VaultStore {
  readHeader(): Promise<Stored<StoredHeader>>;
  /** `stale`: somebody else has written meanwhile; nothing was changed. */
  writeHeader(change: HeaderChange): Promise<Stored<'done' | 'stale'>>;
  readAll(): Promise<Stored<StoredContent>>;
  /** The root, the parts that list `ids`, and those records. */
  read(ids: readonly string[]): Promise<Stored<StoredContent>>;
  writeContent(change: ContentChange): Promise<Stored<'done' | 'stale'>>;
  readQuarantine(): Promise<Stored<ReadonlyMap<string, Uint8Array>>>;
  /** Due days by record id: all that reminders need while the vault is locked. */
  readDues(): Promise<Stored<readonly Due[]>>;
  /** Sets right what was changed from outside; the records have the last word. */
  writeDues(changes: ReadonlyMap<string, Day | null>): Promise<Stored<'done'>>;
  readTries(): Promise<Stored<Tries>>;
  writeTries(tries: Tries): Promise<Stored<'done'>>;
  readNotes(): Promise<Stored<Notes>>;
  writeNotes(notes: Notes): Promise<Stored<'done'>>;
  /** Removes the whole database. */
  erase(): Promise<Stored<'done'>>;
}
