/**
 * Words for what came of a file: a message key and its arguments for every kind of failure, skip and loss, and
 * names for formats and fields. The messages themselves are in public/_locales.
 */
import type { Sentence } from '../../lib/sentence.ts';
import type {
  Failure,
  FailureKind,
  FieldKey,
  Loss,
  LossKind,
  SkipKind,
  Skipped,
  WriteFormat,
  WriteOutcome,
} from './outcome.ts';

const FAILURES: Readonly<Record<FailureKind, string>> = {
  empty: 'format_fail_empty',
  'too-large': 'format_fail_too_large',
  'too-many': 'format_fail_too_many',
  'too-deep': 'format_fail_too_deep',
  'not-known': 'format_fail_not_known',
  damaged: 'format_fail_damaged',
  encrypted: 'format_fail_encrypted',
  newer: 'format_fail_newer',
  older: 'format_fail_older',
  'needs-password': 'format_fail_needs_password',
  'wrong-password': 'format_fail_wrong_password',
  'no-memory': 'format_fail_no_memory',
  'too-costly': 'format_fail_too_costly',
  unsupported: 'format_fail_unsupported',
  'not-text': 'format_fail_not_text',
  'no-columns': 'format_fail_no_columns',
  'bad-key-file': 'format_fail_bad_key_file',
};

export function describeFailure(failure: Failure): Sentence {
  if (failure.why !== 'cut') return { key: FAILURES[failure.why] };
  const { whole, expected } = failure;
  if (expected !== null && expected >= whole) return { key: 'format_fail_cut_of', args: [whole, expected] };
  return whole > 0 ? { key: 'format_fail_cut_after', args: [whole] } : { key: 'format_fail_cut' };
}

const WRITE_FAILURES = {
  'needs-password': 'format_fail_write_needs_password',
  forbidden: 'policy_no_exports',
  'no-memory': 'format_fail_no_memory',
  'too-many': 'format_fail_too_many',
} as const;

export const describeWriteFailure = ({ why }: Extract<WriteOutcome, { ok: false }>): Sentence => ({
  key: WRITE_FAILURES[why],
});

const SKIPS: Readonly<Record<SkipKind, string>> = {
  'nothing-there': 'format_skip_nothing_there',
  'not-a-login': 'format_skip_not_a_login',
  'in-the-bin': 'format_skip_in_the_bin',
  duplicate: 'format_skip_duplicate',
  'too-long': 'format_skip_too_long',
  'bad-text': 'format_skip_bad_text',
  newer: 'format_skip_newer',
  'short-row': 'format_skip_short_row',
};

/** Why it was skipped; which one it was is in `title` and `line`. */
export const describeSkip = ({ why }: Skipped): Sentence => ({ key: SKIPS[why] });

const LOSSES: Readonly<Record<LossKind, string>> = {
  passwords: 'format_lost_passwords',
  history: 'format_lost_history',
  versions: 'format_lost_versions',
  attachments: 'format_lost_attachments',
  'one-time-codes': 'format_lost_one_time_codes',
  'web-addresses': 'format_lost_web_addresses',
  'custom-fields': 'format_lost_custom_fields',
  folders: 'format_lost_folders',
  references: 'format_lost_references',
  states: 'format_lost_states',
  days: 'format_lost_days',
  ids: 'format_lost_ids',
  'control-characters': 'format_lost_control_characters',
  'line-endings': 'format_lost_line_endings',
  'formula-cells': 'format_lost_formula_cells',
  columns: 'format_lost_columns',
  'missing-rows': 'format_lost_missing_rows',
  details: 'format_lost_details',
  masked: 'format_lost_masked',
};

export const describeLoss = ({ kind, count }: Loss): Sentence => ({ key: LOSSES[kind], args: [count] });

/** Names of the formats, for the dialogs' choices. */
export const FORMAT_NAMES: Readonly<Record<WriteFormat, string>> = {
  kdbx: 'format_name_kdbx',
  'bitwarden-json': 'format_name_bitwarden_json',
  'bitwarden-csv': 'format_name_bitwarden_csv',
  csv: 'format_name_csv',
  names: 'format_name_names',
};

/** Names of the fields, for the choice of columns. The last three are Keytag's own and not worth offering. */
export const FIELD_LABELS: Readonly<Record<FieldKey, string>> = {
  name: 'format_field_name',
  app: 'format_field_app',
  account: 'format_field_account',
  device: 'format_field_device',
  state: 'format_field_state',
  purpose: 'format_field_purpose',
  made: 'format_field_made',
  rotateBy: 'format_field_rotate_by',
  reason: 'format_field_reason',
  note: 'format_field_note',
  tags: 'format_field_tags',
  sensitive: 'format_field_sensitive',
  archived: 'format_field_archived',
  password: 'format_field_password',
  history: 'format_field_history',
  changed: 'format_field_changed',
  appId: 'format_field_app_id',
  keytag: 'format_field_keytag',
};
