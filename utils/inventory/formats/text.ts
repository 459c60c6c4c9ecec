/** Bytes of a text file to text: UTF-8 and UTF-16 with or without a mark, Windows' old encoding as last resort. */
import type { Encoding, Failure } from './outcome.ts';

export type Decoded =
  /** `isCut`: the last character is incomplete and was left out. */
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly isCut: boolean }
  | (Failure & { readonly why: 'not-text' | 'empty' });

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  const encoding = guessEncoding(bytes);
  const found = decode(bytes, encoding);
  if (!found) return { ok: false, why: 'not-text' };
  const text = found.text.replace(/^\uFEFF/, '');
  // Text files hold no NUL; what does is something else.
  if (text.includes('\0')) return { ok: false, why: 'not-text' };
  return text.trim() === '' ? { ok: false, why: 'empty' } : { ok: true, ...found, text };
}

function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: the first characters of a table are Latin, so that every other byte is zero.
  const head = bytes.subarray(0, 64);
  const zeros = (from: 0 | 1) => head.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (head.length >= 4 && zeros(1) > head.length / 4 && zeros(0) === 0) return 'utf-16le';
  if (head.length >= 4 && zeros(0) > head.length / 4 && zeros(1) === 0) return 'utf-16be';
  return 'utf-8';
}

function decode(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): { text: string; encoding: Encoding; isCut: boolean } | null {
  for (const missing of [0, 1, 2, 3]) {
    const text = strictly(bytes.subarray(0, bytes.length - missing), encoding);
    if (text !== null)
      return isIncompleteEnd(bytes, missing, encoding)
        ? { text, encoding, isCut: missing > 0 }
        : oldWindows(bytes);
  }
  return encoding === 'utf-8' ? oldWindows(bytes) : null;
}

/** Whether the bytes left out are the beginning of a character, not something foreign. */
function isIncompleteEnd(bytes: Uint8Array, missing: number, encoding: Encoding): boolean {
  if (missing === 0 || encoding !== 'utf-8') return true;
  const first = bytes[bytes.length - missing] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  return length > missing && first < 0xf5;
}

/**
 * Excel's plain "CSV" in Western Europe. A file that has proper UTF-8 characters beside broken ones is a
 * damaged UTF-8 file instead, and is not guessed at.
 */
function oldWindows(bytes: Uint8Array): { text: string; encoding: Encoding; isCut: boolean } | null {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (Array.from(lenient).some((char) => char > '\x7f' && char !== '\uFFFD')) return null;
  const text = new TextDecoder('windows-1252').decode(bytes);
  // Its five unused places, and control characters, are a sign of something that is no text.
  return Array.from(text).some(isControl) ? null : { text, encoding: 'windows-1252', isCut: false };
}

function isControl(char: string): boolean {
  return char < ' ' ? !'\t\n\v\f\r'.includes(char) : char >= '\x7f' && char <= '\x9f';
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
