/**
 * Soft hints about a password that a person keeps. None forbids anything: Microsoft nowhere says what an app
 * password looks like (it is usually 16 lower-case letters), so shape alone is no error.
 */
import type { EntryDraft, EntryRow, PasswordHint, Strength } from './record-types.ts';
import { type InventoryRules, USUAL_RULES } from './rules.ts';

interface SelfMadeRule {
  readonly length: number;
  /** Of lower-case, upper-case, digits, others. */
  readonly kinds: number;
}

/** A password made by a person; an entry marked sensitive asks for more. A rule may ask for other lengths. */
const SELF_MADE: SelfMadeRule = { length: 16, kinds: 3 };
const SELF_MADE_SENSITIVE: SelfMadeRule = { length: 20, kinds: 4 };

/** Microsoft's own: 16 letters by chance, all lower-case, in one piece. */
const MACHINE_MADE = /^[a-z]{16}$/;
const GROUPS_OF_FOUR = /^\s*[a-z]{4}(\s[a-z]{4}){3}\s*$/i;

/** Random by its looks: no lecture about strength for it. zxcvbn gives such letters the full score. */
function looksMachineMade(password: string, strength: Strength | null): boolean {
  const core = password.trim();
  const isSolid =
    MACHINE_MADE.test(core) || GROUPS_OF_FOUR.test(core) || (core.length >= 12 && !/\s/.test(core));
  return isSolid && strength?.score === 4 && strength.reason === null;
}

export function kindsOf(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];
  return kinds.filter((kind) => kind.test(password)).length;
}

/**
 * @param strength of this password, or `null` when it was not estimated
 * @param rows all entries, for values kept twice
 * @param id the entry being edited
 * @param rules what somebody else prescribes for self-made passwords
 */
export function passwordHints(
  draft: EntryDraft,
  id: string | null,
  rows: Iterable<EntryRow>,
  strength: Strength | null,
  rules: Pick<InventoryRules, 'selfMadeLength' | 'sensitiveLength'> = USUAL_RULES,
): readonly PasswordHint[] {
  const { password } = draft;
  const usual = draft.isSensitive ? SELF_MADE_SENSITIVE : SELF_MADE;
  const ruled = draft.isSensitive ? rules.sensitiveLength : rules.selfMadeLength;
  const rule = { ...usual, length: ruled ?? usual.length };
  if (password === null || password === '') return [];
  const hints: PasswordHint[] = [];
  if (password !== password.trim()) hints.push({ kind: 'blanks-around' });
  if (GROUPS_OF_FOUR.test(password)) hints.push({ kind: 'groups-of-four' });
  const own = likeTheAccount(password, draft.account);
  if (own) hints.push({ kind: own });
  const twin = sameElsewhere(password, id, rows);
  if (twin !== null) hints.push({ kind: 'kept-elsewhere', id: twin });
  if (!looksMachineMade(password, strength)) {
    const isShort = [...password].length < rule.length || kindsOf(password) < rule.kinds;
    if (isShort) hints.push({ kind: 'too-simple', ...rule });
    if (strength && !strength.isEnough) hints.push({ kind: 'guessable', reason: strength.reason });
  }
  return hints;
}

/** The account's own address, or something a person would choose as the account's own password. */
function likeTheAccount(password: string, account: string): 'is-address' | 'looks-like-own' | null {
  const [typed, address] = [fold(password.trim()), fold(account.trim())];
  if (address === '') return null;
  if (typed === address || /^\S+@\S+\.\S+$/.test(typed)) return 'is-address';
  const words = address.split(/[@._+-]+/).filter((word) => word.length >= 4 && !COMMON_PARTS.has(word));
  return words.some((word) => typed.includes(word)) ? 'looks-like-own' : null;
}

const COMMON_PARTS: ReadonlySet<string> = new Set(['mail', 'info', 'outlook', 'onmicrosoft']);

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Blanks don't tell two values apart: one may have been pasted in groups. */
function sameElsewhere(password: string, id: string | null, rows: Iterable<EntryRow>): string | null {
  const bare = password.replace(/\s/g, '');
  for (const { entry } of rows) {
    if (entry.id !== id && entry.password !== null && entry.password.replace(/\s/g, '') === bare)
      return entry.id;
  }
  return null;
}
