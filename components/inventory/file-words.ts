/** What is said of files of other programs: the words of utils/inventory/formats, in the person's language. */
import { sentenceText } from '@/components/sentence.tsx';
import {
  describeFailure,
  describeLoss,
  describeSkip,
  describeWriteFailure,
  FIELD_LABELS,
  FORMAT_NAMES,
} from '@/utils/inventory/formats/describe.ts';
import {
  type Failure,
  FIELD_KEYS,
  type FieldKey,
  type Loss,
  type Skipped,
  type WriteFormat,
  type WriteOutcome,
} from '@/utils/inventory/formats/outcome.ts';
import { t } from '@/utils/platform/i18n.ts';
import { numberText } from './time.ts';

export const WRITE_FORMATS = Object.keys(FORMAT_NAMES) as readonly WriteFormat[];

export const formatText = (format: WriteFormat): string => sentenceText({ key: FORMAT_NAMES[format] });

export function fileFailureText(failure: Failure): string {
  const text = sentenceText(describeFailure(failure));
  return failure.at === undefined ? text : `${text} ${t('inventory_import_line', numberText(failure.at))}`;
}

export const writeFailureText = (failure: Extract<WriteOutcome, { ok: false }>): string =>
  sentenceText(describeWriteFailure(failure));

export const skipText = (skipped: Skipped): string => sentenceText(describeSkip(skipped));

export const lossText = (loss: Loss): string => sentenceText(describeLoss(loss));

/** The last three are written by Keytag itself: recognised, not offered. */
export const COLUMN_KEYS: readonly FieldKey[] = FIELD_KEYS.filter(
  (key) => key !== 'appId' && key !== 'keytag' && key !== 'changed',
);

export const columnText = (key: FieldKey): string => sentenceText({ key: FIELD_LABELS[key] });
