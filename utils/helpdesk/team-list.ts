/**
 * The list a person hands to the helpdesk when they leave or a device is replaced: which app passwords there
 * are, by name. No password, no note, no reason, no history; no account unless the person wants it in. The
 * helpdesk reads such files as what they are: input from anybody.
 */
import type { Entry, EntryState } from '../inventory/entry.ts';
import { LIMITS } from '../inventory/record.ts';
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';
import { type JsonPath, parseWithLines } from '../lib/json-lines.ts';

const TEAM_LIST_VERSION = 1;

export const TEAM_LIST_REASONS = ['leaving', 'device-replaced'] as const;
export type TeamListReason = (typeof TEAM_LIST_REASONS)[number];

/** One app password, as handed over. */
export interface TeamKey {
  readonly app: string;
  readonly device: string;
  /** Its name at Microsoft: what has to be looked for there. */
  readonly name: string;
  readonly state: EntryState;
  /** `null` where nobody knows; an estimated day counts as one. */
  readonly madeOn: Day | null;
  /** `null` unless the person wanted it in. */
  readonly account: string | null;
}

export interface TeamList {
  readonly why: TeamListReason;
  /** What the person wrote for the helpdesk to know whose list it is; may be empty. */
  readonly from: string;
  readonly madeOn: Day;
  readonly keys: readonly TeamKey[];
}

/** Longest `from`, in UTF-16 units. */
export const FROM_LENGTH = 80;
/** A list of 10,000 with the longest names fits. */
export const TEAM_LIST_MOST_BYTES = 12_000_000;
const MOST_KEYS = 10_000;

const MASK = '•••';
/** Shorter ones would be found by chance in ordinary words. */
const LEAST_SECRET = 6;
/** Bounded, so that the work never grows faster than the text. */
const ADDRESS = /[^\s@<>"',;:()]{1,64}@[^\s@<>"',;:()]{1,255}/g;

const STATES = ['active', 'rotating', 'old-still-valid', 'revoked', 'lost'] as const satisfies EntryState[];

/** Whether somebody still has to delete it at Microsoft. */
export const isToRevoke = ({ state }: Pick<TeamKey, 'state'>): boolean => state !== 'revoked';

/**
 * @param entries those the person chose
 * @param all every entry of the inventory: no kept password of any of them may stand in a name
 */
export function teamList(
  entries: readonly Entry[],
  all: readonly Entry[],
  about: Pick<TeamList, 'why' | 'from' | 'madeOn'> & { readonly withAccount: boolean },
): TeamList {
  const secrets = all.flatMap(({ password }) =>
    password !== null && password.length >= LEAST_SECRET ? [password] : [],
  );
  const masked = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, MASK), text);
  const bare = (text: string): string => masked(text).replace(ADDRESS, MASK);
  const { why, madeOn, withAccount } = about;
  return {
    why,
    // What the person typed here is meant for the helpdesk, an address too; a password is not.
    from: masked(about.from.trim()).slice(0, FROM_LENGTH),
    madeOn,
    keys: entries.map((entry) => ({
      app: bare(entry.appName),
      device: bare(entry.device),
      name: bare(entry.name),
      state: entry.state,
      madeOn: entry.madeOn.is === 'unknown' ? null : entry.madeOn.day,
      account: withAccount && entry.account !== '' ? entry.account : null,
    })),
  };
}

/** The file's text: one line for each app password, so that a person can read what is handed over. */
export function writeTeamList({ why, from, madeOn, keys }: TeamList): string {
  const head = JSON.stringify({ keytag: 'team-list', version: TEAM_LIST_VERSION, why, from, madeOn });
  const lines = keys.map(({ account, ...key }) =>
    JSON.stringify(account === null ? key : { ...key, account }),
  );
  return `${head.slice(0, -1)},"keys":[\n${lines.join(',\n')}\n]}\n`;
}

export type TeamListProblem =
  | { readonly ok: false; readonly why: 'too-large' | 'not-text' | 'not-a-list' | 'newer' | 'too-many' }
  /** The file stops in the middle. */
  | { readonly ok: false; readonly why: 'cut' }
  /** What stands on this line is not as it should be. */
  | { readonly ok: false; readonly why: 'bad-line'; readonly line: number };

export type TeamListOutcome = { readonly ok: true; readonly list: TeamList } | TeamListProblem;

/** A list holds objects in one list in one object. */
const BOUNDS = { depth: 3, values: MOST_KEYS * 7 + 100 };

/**
 * @param bytes the file: hostile input
 * @returns the list as a whole, or what is wrong with it; nothing of a file that is wrong is taken
 */
export function readTeamList(bytes: Uint8Array): TeamListOutcome {
  if (bytes.length > TEAM_LIST_MOST_BYTES) return { ok: false, why: 'too-large' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, why: 'not-text' };
  }
  const json = parseWithLines(text, BOUNDS);
  if (!json.ok) {
    if (json.why === 'cut' && text.trimStart().startsWith('{"keytag":"team-list"'))
      return { ok: false, why: 'cut' };
    if (json.why === 'too-much') return { ok: false, why: 'too-many' };
    const isOurs = text.trimStart().startsWith('{"keytag":"team-list"');
    return isOurs ? { ok: false, why: 'bad-line', line: json.line } : { ok: false, why: 'not-a-list' };
  }
  const { value, lineOf } = json;
  const bad = (...path: JsonPath): TeamListProblem => ({ ok: false, why: 'bad-line', line: lineOf(path) });
  if (!isRecord(value) || value.keytag !== 'team-list') return { ok: false, why: 'not-a-list' };
  const { version, why, from, madeOn, keys } = value;
  if (typeof version === 'number' && version > TEAM_LIST_VERSION) return { ok: false, why: 'newer' };
  if (version !== TEAM_LIST_VERSION) return bad('version');
  const extra = Object.keys(value).find((key) => !HEAD.has(key));
  if (extra !== undefined) return bad(extra);
  const reason = TEAM_LIST_REASONS.find((known) => known === why);
  if (!reason) return bad('why');
  if (!isName(from, FROM_LENGTH)) return bad('from');
  if (typeof madeOn !== 'string' || !isDay(madeOn)) return bad('madeOn');
  if (!Array.isArray(keys)) return bad('keys');
  if (keys.length > MOST_KEYS) return { ok: false, why: 'too-many' };
  const read: TeamKey[] = [];
  for (const [at, input] of (keys as readonly unknown[]).entries()) {
    const key = readKey(input);
    if (!key) return bad('keys', at);
    read.push(key);
  }
  return { ok: true, list: { why: reason, from: shown(from), madeOn, keys: read } };
}

const HEAD: ReadonlySet<string> = new Set(['keytag', 'version', 'why', 'from', 'madeOn', 'keys']);
const KEY: ReadonlySet<string> = new Set(['app', 'device', 'name', 'state', 'madeOn', 'account']);

function readKey(input: unknown): TeamKey | null {
  if (!isRecord(input) || Object.keys(input).some((key) => !KEY.has(key))) return null;
  const { app, device, name, madeOn, account = null } = input;
  const state = STATES.find((known) => known === input.state);
  if (!state || !isName(app, LIMITS.appName) || !isName(device, LIMITS.device)) return null;
  if (!isName(name, LIMITS.name)) return null;
  if (madeOn !== null && (typeof madeOn !== 'string' || !isDay(madeOn))) return null;
  if (account !== null && !isName(account, LIMITS.account)) return null;
  return {
    app: shown(app),
    device: shown(device),
    name: shown(name),
    state,
    madeOn,
    account: account === null ? null : shown(account),
  };
}

const isName = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

/** Without characters that are not seen: line breaks, and marks that turn the direction of what follows. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ');

/** A line a person can tell an app password by: app, device, and the name at Microsoft if it says more. */
export function titleOf({ app, device, name }: Pick<TeamKey, 'app' | 'device' | 'name'>): string {
  const title = [app, device].filter(Boolean).join(' · ');
  return title === '' ? name : title;
}
