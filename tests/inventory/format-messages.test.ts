/** Every outcome of a file has its words in every language, with a place for each argument. */
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import {
  describeFailure,
  describeLoss,
  describeSkip,
  describeWriteFailure,
  FIELD_LABELS,
  FORMAT_NAMES,
} from '@/utils/inventory/formats/describe.ts';
import type { FailureKind, LossKind, SkipKind } from '@/utils/inventory/formats/outcome.ts';
import type { Sentence } from '@/utils/lib/sentence.ts';

const failures: readonly FailureKind[] = [
  'empty',
  'too-large',
  'too-many',
  'too-deep',
  'not-known',
  'damaged',
  'encrypted',
  'newer',
  'older',
  'needs-password',
  'wrong-password',
  'no-memory',
  'too-costly',
  'unsupported',
  'not-text',
  'no-columns',
  'bad-key-file',
];
const skips: readonly SkipKind[] = [
  'nothing-there',
  'not-a-login',
  'in-the-bin',
  'duplicate',
  'too-long',
  'bad-text',
  'newer',
  'short-row',
];
const losses: readonly LossKind[] = [
  'passwords',
  'history',
  'versions',
  'attachments',
  'one-time-codes',
  'web-addresses',
  'custom-fields',
  'folders',
  'references',
  'states',
  'days',
  'ids',
  'control-characters',
  'line-endings',
  'formula-cells',
  'columns',
  'missing-rows',
  'details',
  'masked',
];
const spoken: readonly Sentence[] = [
  ...failures.map((why) => describeFailure({ ok: false, why })),
  describeFailure({ ok: false, why: 'cut', whole: 12, expected: 30 }),
  describeFailure({ ok: false, why: 'cut', whole: 12, expected: null }),
  describeFailure({ ok: false, why: 'cut', whole: 0, expected: null }),
  ...(['needs-password', 'no-memory', 'too-many'] as const).map((why) =>
    describeWriteFailure({ ok: false, why }),
  ),
  ...skips.map((why) => describeSkip({ why, title: '' })),
  ...losses.map((kind) => describeLoss({ kind, count: 3 })),
  ...[...Object.values(FORMAT_NAMES), ...Object.values(FIELD_LABELS)].map((key) => ({ key })),
];

describe.each(Object.entries<Record<string, { message: string }>>({ en, de }))(
  'the words in %s',
  (_, messages) => {
    it.each(spoken.map((sentence) => [sentence.key, sentence] as const))('say %s', (key, { args = [] }) => {
      const message = messages[key]?.message ?? '';
      expect(message).not.toBe('');
      expect([...new Set(message.match(/\$\d/g) ?? [])].toSorted()).toEqual(
        args.map((_arg, at) => `$${at + 1}`),
      );
    });
  },
);
