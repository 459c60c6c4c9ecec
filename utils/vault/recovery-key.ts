/**
 * The recovery key on paper: 128 random bits as seven groups of five characters. The fifth of each group
 * checks the four before it, so that a typing error is told apart from a wrong key, and where it is.
 * README.md in this folder has the layout.
 */
import { concat, sha256, utf8 } from './bytes.ts';
import type { Bytes } from './types.ts';

/** Crockford's: no I, L, O, U. What is written for them by mistake is understood. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MISREAD: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['I', '1'],
  ['L', '1'],
]);

export const RECOVERY_KEY_LENGTH = 16;
const GROUPS = 7;
const GROUP = 5;
/** Bits of the whole-key check that fill the last group: 7 × 4 × 5 − 128. */
const CHECK_BITS = 12;

export type RecoveryKeyText =
  | { readonly ok: true; readonly key: Bytes }
  /** `groups` counts from 1; empty when the number of characters is wrong. */
  | { readonly ok: false; readonly groups: readonly number[] };

export async function writeRecoveryKey(key: Bytes): Promise<readonly string[]> {
  const value = (toNumber(key) << BigInt(CHECK_BITS)) | BigInt(await wholeCheck(key));
  return Array.from({ length: GROUPS }, (_, group) => {
    const symbols = Array.from({ length: GROUP - 1 }, (_unused, at) => {
      const place = (GROUPS - group) * (GROUP - 1) - 1 - at;
      return Number((value >> BigInt(place * 5)) & 31n);
    });
    return [...symbols, groupCheck(symbols, group)].map((symbol) => ALPHABET[symbol]).join('');
  });
}

/** Where a typed key is wrong in itself; needs no vault. Blanks, hyphens and case don't count. */
export function checkGroups(text: string): readonly number[] | null {
  const symbols = readSymbols(text);
  if (!symbols) return [];
  const wrong = Array.from({ length: GROUPS }, (_, group) => group).filter((group) => {
    const own = symbols.slice(group * GROUP, (group + 1) * GROUP);
    return own.includes(-1) || groupCheck(own.slice(0, -1), group) !== own.at(-1);
  });
  return wrong.length === 0 ? null : wrong.map((group) => group + 1);
}

export async function readRecoveryKey(text: string): Promise<RecoveryKeyText> {
  const groups = checkGroups(text);
  if (groups) return { ok: false, groups };
  const symbols = (readSymbols(text) ?? []).filter((_, at) => at % GROUP !== GROUP - 1);
  const value = symbols.reduce((sum, symbol) => (sum << 5n) | BigInt(symbol), 0n);
  const key = fromNumber(value >> BigInt(CHECK_BITS));
  const isWhole = Number(value & ((1n << BigInt(CHECK_BITS)) - 1n)) === (await wholeCheck(key));
  // Every group is right in itself and the whole is not: several errors at once.
  return isWhole
    ? { ok: true, key }
    : { ok: false, groups: Array.from({ length: GROUPS }, (_, at) => at + 1) };
}

/** -1 stands for a character that is in no recovery key; `null` when there are too many or too few. */
function readSymbols(text: string): readonly number[] | null {
  const typed = [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Dash}_.]/gu, ''),
  ];
  if (typed.length !== GROUPS * GROUP) return null;
  return typed.map((char) => ALPHABET.indexOf(MISREAD.get(char) ?? char));
}

/**
 * Σ αⁿ·symbol over the field of 32 elements, with the group's number added: any one wrong character, any
 * two neighbours swapped and any two groups swapped show.
 */
function groupCheck(symbols: readonly number[], group: number): number {
  let check = group;
  for (const symbol of symbols) check = double(check) ^ symbol;
  return double(check);
}

/** Times α in GF(2⁵) modulo x⁵ + x² + 1. */
function double(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? (doubled ^ 0b100101) & 31 : doubled;
}

async function wholeCheck(key: Bytes): Promise<number> {
  const [first = 0, second = 0] = await sha256(concat(utf8('keytag recovery check 1'), key));
  return (first << 4) | (second >> 4);
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function fromNumber(value: bigint): Bytes {
  return Uint8Array.from({ length: RECOVERY_KEY_LENGTH }, (_, at) =>
    Number((value >> BigInt(8 * (RECOVERY_KEY_LENGTH - 1 - at))) & 255n),
  );
}
