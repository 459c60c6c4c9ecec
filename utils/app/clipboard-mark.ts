/**
 * Recognises a text again without keeping it: a keyed hash, with a key made for this one text. It stands in
 * session storage, which pages and content scripts can't read, and only until the clipboard is cleared.
 */
import { fromBase64, toBase64, utf8 } from '../vault/bytes.ts';
import type { Random } from '../vault/types.ts';

/** What a copied password leaves behind for clearing it. */
export interface Mark {
  /** Base64. */
  readonly key: string;
  readonly hash: string;
}

const KEY_LENGTH = 32;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

export async function markOf(text: string, random: Random): Promise<Mark> {
  const key = random(KEY_LENGTH);
  return { key: toBase64(key), hash: await hashOf(text, key) };
}

export async function isMarked({ key, hash }: Mark, text: string): Promise<boolean> {
  const bytes = fromBase64(key);
  return bytes !== null && (await hashOf(text, bytes)) === hash;
}

async function hashOf(text: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign']);
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text))));
}

/** What became of a copied password. */
export type Cleared = 'cleared' | 'replaced' | 'not-cleared';

/** A clipboard that may be read and changed without a person's press. */
export interface OpenClipboard {
  /** `null`: refused. Anything but text is the empty text. */
  read(): Promise<string | null>;
  /** @returns whether it was cleared */
  clear(): Promise<boolean>;
}

/** Clears what was marked and nothing else. */
export async function clearMarked(mark: Mark, { read, clear }: OpenClipboard): Promise<Cleared> {
  const text = await read();
  if (text === null) return 'not-cleared';
  if (!(await isMarked(mark, text))) return 'replaced';
  return (await clear()) ? 'cleared' : 'not-cleared';
}
