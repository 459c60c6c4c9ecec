import { describe, expect, it } from 'vitest';
import { sentenceParts } from '@/utils/lib/sentence-parts.ts';

const MESSAGES: Record<string, string> = { order: 'Take $2, then $1.', once: 'Only $1', none: 'Nothing' };
const message = (key: string, args: readonly string[]) =>
  (MESSAGES[key] ?? '').replace(/\$(\d)/g, (_, digit: string) => args[Number(digit) - 1] ?? '');

describe('sentenceParts', () => {
  it('puts arguments where the language wants them', () => {
    expect(sentenceParts({ key: 'order', args: ['a', 'b'] }, message)).toEqual([
      { text: 'Take ' },
      { arg: 'b' },
      { text: ', then ' },
      { arg: 'a' },
      { text: '.' },
    ]);
  });
  it('leaves out what a message does not use', () => {
    expect(sentenceParts({ key: 'none', args: ['a'] }, message)).toEqual([{ text: 'Nothing' }]);
  });
  it('never reads an argument as part of the message', () => {
    expect(sentenceParts({ key: 'once', args: ['$1 <b>\uE000</b>'] }, message)).toEqual([
      { text: 'Only ' },
      { arg: '$1 <b>\uE000</b>' },
    ]);
  });
});
