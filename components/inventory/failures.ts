/** Every way in which something of the inventory can fail, as a sentence that says what holds now. */

import { textLanguage } from '@/components/language.ts';
import type { Entry } from '@/utils/inventory/entry.ts';
import type {
  ApplyOutcome,
  BackupOutcome,
  ChangePassphraseOutcome,
  CreateOutcome,
  PreviewOutcome,
  RecoverOutcome,
  RemoveOutcome,
  RepairOutcome,
  SaveOutcome,
  StrengthReason,
  Unavailable,
  UndoOutcome,
  UnlockOutcome,
} from '@/utils/inventory/record-types.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { numberText, timeText } from './time.ts';

type Outcome =
  | ApplyOutcome
  | BackupOutcome
  | ChangePassphraseOutcome
  | CreateOutcome
  | PreviewOutcome
  | RecoverOutcome
  | RemoveOutcome
  | RepairOutcome
  | SaveOutcome
  | UndoOutcome
  | UnlockOutcome;

export type Failure = Extract<Outcome, { ok: false }> | { readonly ok: false; readonly kind: 'broken' };

/** What a secret that did not open anything was meant to be. */
export type SecretKind = 'passphrase' | 'recovery-key' | 'file-secret';

const WRONG: Readonly<Record<SecretKind, MessageKey>> = {
  passphrase: 'vault_passphrase_wrong',
  'recovery-key': 'vault_recovery_wrong',
  'file-secret': 'vault_file_wrong',
};

const UNAVAILABLE: Readonly<Record<Unavailable, MessageKey>> = {
  blocked: 'vault_unavailable_blocked',
  refused: 'vault_unavailable_refused',
  full: 'vault_unavailable_full',
  'newer-database': 'vault_unavailable_newer_database',
};

type PlainKind = Exclude<Failure['kind'], 'wrong' | 'wait' | 'unavailable' | 'mistyped' | 'file-cut'>;

const PLAIN: Readonly<Record<PlainKind, MessageKey>> = {
  broken: 'inventory_failed_broken',
  empty: 'vault_passphrase_empty',
  'not-text': 'vault_passphrase_not_text',
  'too-long': 'vault_passphrase_too_long',
  weak: 'vault_passphrase_weak',
  exists: 'vault_exists',
  'no-memory': 'vault_no_memory',
  none: 'vault_none',
  damaged: 'vault_damaged',
  newer: 'vault_newer',
  conflict: 'vault_conflict',
  gone: 'vault_undo_gone',
  locked: 'vault_locked',
  'repair-first': 'vault_repair_first',
  wiped: 'vault_wiped_in_use',
  unchecked: 'vault_backup_unchecked',
  stale: 'vault_merge_stale',
  'bad-field': 'vault_bad_field',
  'no-passwords': 'policy_no_passwords',
  'not-a-backup': 'vault_file_not_a_backup',
  'file-newer': 'vault_file_newer',
  'file-damaged': 'vault_file_damaged',
  'file-too-large': 'vault_file_too_large',
  'file-refused': 'vault_file_refused',
  'needs-passphrase': 'vault_file_needs_passphrase',
  'other-vault': 'vault_file_other_vault',
};

const FIELDS: Readonly<Record<keyof Entry, MessageKey>> = {
  id: 'inventory_field_entry',
  appId: 'inventory_field_app',
  appName: 'inventory_field_app',
  account: 'inventory_field_account',
  device: 'inventory_field_device',
  name: 'inventory_field_name',
  purpose: 'inventory_field_purpose',
  madeOn: 'inventory_field_made_on',
  rotateBy: 'inventory_field_rotate_by',
  replacing: 'inventory_field_replacing',
  reason: 'inventory_field_reason',
  note: 'inventory_field_note',
  tags: 'inventory_field_tags',
  isSensitive: 'inventory_field_sensitive',
  state: 'inventory_field_state',
  isArchived: 'inventory_field_archived',
  password: 'inventory_field_password',
  history: 'inventory_field_history',
  changedAt: 'inventory_field_changed_at',
};

const REASONS: Readonly<Record<StrengthReason, MessageKey>> = {
  'straight-row': 'vault_reason_straight_row',
  'key-pattern': 'vault_reason_key_pattern',
  'simple-repeat': 'vault_reason_simple_repeat',
  'extended-repeat': 'vault_reason_extended_repeat',
  sequence: 'vault_reason_sequence',
  'recent-year': 'vault_reason_recent_year',
  date: 'vault_reason_date',
  'top-ten': 'vault_reason_top_ten',
  'top-hundred': 'vault_reason_top_hundred',
  common: 'vault_reason_common',
  'similar-to-common': 'vault_reason_similar_to_common',
  word: 'vault_reason_word',
  name: 'vault_reason_name',
  'common-name': 'vault_reason_common_name',
  'known-here': 'vault_reason_known_here',
  short: 'vault_reason_short',
};

export const fieldName = (field: keyof Entry): string => t(FIELDS[field]);

export const reasonText = (reason: StrengthReason): string => t(REASONS[reason]);

export const unavailableText = (why: Unavailable): string => t(UNAVAILABLE[why]);

/** Where a recovery key is mistyped; `[]` means its length is wrong. */
export function mistypedText(groups: readonly number[]): string {
  if (groups.length === 0) return t('vault_recovery_length');
  return t(groups.length === 1 ? 'vault_recovery_mistyped_one' : 'vault_recovery_mistyped', listText(groups));
}

/** "1, 3 and 5". */
function listText(numbers: readonly number[]): string {
  return new Intl.ListFormat(textLanguage(), { type: 'conjunction' }).format(numbers.map(numberText));
}

export function failureText(failure: Failure, secret: SecretKind = 'passphrase'): string {
  switch (failure.kind) {
    case 'wrong':
      return t(WRONG[secret]);
    case 'wait':
      return t('vault_wait', timeText(failure.retryAt));
    case 'unavailable':
      return unavailableText(failure.why);
    case 'mistyped':
      return mistypedText(failure.groups);
    case 'file-cut':
      return t('vault_file_cut', numberText(failure.whole), numberText(failure.expected));
    default:
      return t(PLAIN[failure.kind]);
  }
}

/** Runs what may fail in an unexpected way too: a rejected promise is a broken world and is said as such. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | { ok: false; kind: 'broken' }> {
  try {
    return await work();
  } catch {
    return { ok: false, kind: 'broken' };
  }
}
