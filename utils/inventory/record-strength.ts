/**
 * How easily a passphrase is guessed, by zxcvbn-ts with its language-independent lists. 630 KB and up to a
 * second for hostile input: only a worker imports this file, when a passphrase is chosen.
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { Strength, StrengthReason } from './record-types.ts';

/** The meter looks at no more than this; what a key is derived from is never cut. */
const METER_LENGTH = 100;
/** 3 of 4: about 10⁸ to 10¹⁰ guesses, each as costly as one Argon2id. */
const ENOUGH = 3;
const SHORT = 12;
const ALWAYS_KNOWN = [
  'keytag',
  'microsoft',
  'microsoft365',
  'office365',
  'outlook',
  'office',
  'azure',
  'entra',
  'passwort',
  'kennwort',
];
const OWN_WORDS_MAX = 50;
const OWN_WORD_LENGTH = 100;

const REASONS = {
  straightRow: 'straight-row',
  keyPattern: 'key-pattern',
  simpleRepeat: 'simple-repeat',
  extendedRepeat: 'extended-repeat',
  sequences: 'sequence',
  recentYears: 'recent-year',
  dates: 'date',
  topTen: 'top-ten',
  topHundred: 'top-hundred',
  common: 'common',
  similarToCommon: 'similar-to-common',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'common-name',
  userInputs: 'known-here',
} as const satisfies Readonly<Record<string, StrengthReason>>;

let factory: ZxcvbnFactory | null = null;

/** @param ownWords names and addresses an attacker would try first */
export function estimate(passphrase: string, ownWords: readonly string[]): Strength {
  factory ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: METER_LENGTH });
  const own = ownWords.slice(0, OWN_WORDS_MAX).map((word) => word.slice(0, OWN_WORD_LENGTH));
  // An address is tried as a whole, by its two sides and by each of their words.
  const parts = own.flatMap((word) => [...word.split(/[\s@]+/), ...word.split(/[\s@._+-]+/)]);
  const known = [...ALWAYS_KNOWN, ...own, ...parts].filter((word) => word.length > 2);
  const { score, feedback, sequence } = factory.check(passphrase.normalize('NFC'), known);
  const isEnough = score >= ENOUGH;
  const usesOwn = sequence.some((match) => match.dictionaryName === 'userInputs');
  const named = reasonOf(feedback.warning);
  const fallback = usesOwn ? 'known-here' : passphrase.length < SHORT ? 'short' : null;
  return { score, isEnough, reason: named ?? (isEnough ? null : fallback) };
}

function reasonOf(warning: string | null): StrengthReason | null {
  const isKnown = warning !== null && Object.hasOwn(REASONS, warning);
  return isKnown ? REASONS[warning as keyof typeof REASONS] : null;
}
