/** From what a person typed to the bytes a key is derived from. */
import { utf8 } from './bytes.ts';
import type { Bytes } from './types.ts';

/** In UTF-16 units. Far beyond any passphrase; a file dropped into the field is told apart from one. */
export const PASSPHRASE_MAX = 4 * 2 ** 20;

/** Half of a surrogate pair without its other half: UTF-8 would write all of them alike. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export type PassphraseBytes =
  | { readonly ok: true; readonly bytes: Bytes }
  | { readonly ok: false; readonly kind: 'empty' | 'not-text' | 'too-long' };

/**
 * NFC, then UTF-8: `é` typed as one character or as two opens the same vault, on every keyboard. Nothing is
 * trimmed, folded or cut off.
 */
export function passphraseBytes(passphrase: string): PassphraseBytes {
  if (passphrase === '') return { ok: false, kind: 'empty' };
  if (passphrase.length > PASSPHRASE_MAX) return { ok: false, kind: 'too-long' };
  if (LONE_SURROGATE.test(passphrase)) return { ok: false, kind: 'not-text' };
  return { ok: true, bytes: utf8(passphrase.normalize('NFC')) };
}
