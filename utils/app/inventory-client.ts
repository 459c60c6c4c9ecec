/**
 * What the panel sees of the inventory. Expected outcomes are values; a rejected promise means a broken
 * world and is an error to show as such. The views never see a key.
 */

import type { Entry } from '../inventory/entry.ts';
import type {
  ApplyOutcome,
  BackupOutcome,
  ChangePassphraseOutcome,
  CreateOutcome,
  EntryDraft,
  EntryRow,
  MergeChoice,
  NewSheetOutcome,
  PasswordHint,
  PreviewOutcome,
  RecoverOutcome,
  RemoveOutcome,
  RepairOutcome,
  SaveOutcome,
  SettingOutcome,
  Strength,
  UndoOutcome,
  UnlockOutcome,
  Unsaved,
  VaultStatus,
} from '../inventory/record-types.ts';
import type { InventoryRules } from '../inventory/rules.ts';

/** What opens a file made with another passphrase. */
export type FileSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

export interface InventoryClient {
  /** Calls at once and then at every change of the status. @returns a function that ends it */
  watch(listener: (status: VaultStatus) => void): () => void;
  /** Calls with all entries at once and after each change here or in another window; with `[]` when locked. */
  watchEntries(listener: (rows: readonly EntryRow[]) => void): () => void;
  /** What somebody else prescribes: at once and when it changes. @returns a function that ends it */
  watchRules(listener: (rules: InventoryRules) => void): () => void;
  /** A person did something: puts the automatic lock off. Cheap; call it on any key press or click. */
  touch(): void;
  /** Looks again after `unavailable`. */
  retry(): Promise<void>;
  /** Minutes without activity until the vault locks itself. */
  idleMinutes(): Promise<number>;
  /** @param minutes one of `idleChoices` */
  setIdleMinutes(minutes: number): Promise<SettingOutcome>;
  /** A passphrase is about to be typed: gets the key derivation ready in the background. */
  prepare(): void;
  /** The passphrase is being typed: reads what is sealed meanwhile, once, and keeps the derivation ready. */
  readAhead(): void;

  /** The person's own words for the strength check (names, addresses). */
  create(passphrase: string, ownWords?: readonly string[]): Promise<CreateOutcome>;
  unlock(passphrase: string): Promise<UnlockOutcome>;
  /** Is this recovery key typed rightly? Says it before a new passphrase is asked for; opens nothing. */
  checkRecoveryKey(
    recoveryKey: string,
  ): { readonly ok: true } | { readonly ok: false; readonly groups: readonly number[] };
  /** Opens with the recovery key and sets a new passphrase in one step. The recovery key stays valid. */
  recover(recoveryKey: string, newPassphrase: string): Promise<RecoverOutcome>;
  /** Every window shows `locked` within a second. */
  lock(): Promise<void>;
  changePassphrase(current: string, next: string): Promise<ChangePassphraseOutcome>;
  /** Replaces the recovery key; the old sheet no longer opens this vault. */
  newRecoverySheet(passphrase: string): Promise<NewSheetOutcome>;
  /** The person says that the sheet is printed or written down. */
  confirmSheet(): Promise<void>;
  /** Asks for the passphrase again before something is shown in the clear. */
  verifyPassphrase(passphrase: string): Promise<UnlockOutcome>;

  /** What was begun and not saved in this session, by the page it is edited on; none while locked. */
  drafts(): Promise<ReadonlyMap<string, Unsaved>>;
  /** @param unsaved `null` when it was saved or dropped */
  keepDraft(page: string, unsaved: Unsaved | null): Promise<void>;
  /** Calls with all of them after each change here or in another window. @returns a function that ends it */
  watchDrafts(listener: (drafts: ReadonlyMap<string, Unsaved>) => void): () => void;

  /** @param at `null` for a new entry; otherwise what was edited, with the revision it was read at */
  save(
    draft: EntryDraft,
    at: { readonly id: string; readonly revision: number } | null,
  ): Promise<SaveOutcome>;
  remove(id: string, revision: number): Promise<RemoveOutcome>;
  /** Takes back a save, a removal or a merge of this window, while nothing else changed the same entries. */
  undo(token: string): Promise<UndoOutcome>;
  /** Accepts what is there: adopts rows that open, sets damaged ones aside, writes the list anew. */
  repair(): Promise<RepairOutcome>;
  /**
   * The sealed bytes of all damaged records, also of those set aside, as one file; `null` when there are none.
   * With a damaged header: all bytes there are.
   */
  exportDamaged(): Promise<{ readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } | null>;

  backup(): Promise<BackupOutcome>;
  /** No file beyond this many bytes needs to be read. */
  readonly backupMaxBytes: number;
  /** The browser was asked to save the file that `backup` returned. */
  backupSaved(): Promise<void>;
  /** Reads and verifies the whole file and says what would change. Writes nothing. */
  previewRestore(file: Uint8Array, secret: FileSecret | null): Promise<PreviewOutcome>;
  /** The same preview for entries that an importer read from another format. */
  previewImport(entries: readonly Entry[]): Promise<PreviewOutcome>;
  /** @param choices by entry id; not named: new ones are taken, different ones kept as they are */
  applyMerge(token: string, choices: ReadonlyMap<string, MergeChoice>): Promise<ApplyOutcome>;

  /** Removes the vault and every trace of it from this browser. Ask twice before. */
  eraseEverything(): Promise<{ readonly ok: boolean }>;

  strength(passphrase: string, ownWords?: readonly string[]): Promise<Strength>;
  /** Hints on a password in `draft`; `id` is the entry being edited, so that it isn't compared with itself. */
  hints(draft: EntryDraft, id: string | null): Promise<readonly PasswordHint[]>;
}
