/**
 * What an organisation prescribes through the browser's own management. `POLICY_RULES` is the one list of keys: the
 * reader, Chrome's schema and all deployment files come from it. Nothing here carries a value out or knows where it
 * came from.
 */
import { isRecord } from '../lib/is-record.ts';
import { INTERVAL_MAX, LEADS, type Lead, type QuietHours } from '../rotation/settings.ts';
import {
  apps,
  flag,
  hours,
  links,
  logo,
  number,
  type OrganisationLink,
  oneNumber,
  oneWord,
  type PolicyWhy,
  pack,
  type Rule,
  text,
} from './policy-rules.ts';

export type { OrganisationLink, PolicyWhy } from './policy-rules.ts';

/** `null`, or an empty list, wherever the organisation says nothing. */
export interface Policy {
  readonly organisationName: string | null;
  /** `data:image/png;base64,…` */
  readonly organisationLogo: string | null;
  readonly contacts: readonly OrganisationLink[];
  readonly links: readonly OrganisationLink[];
  /** Days; `off` for no interval. */
  readonly rotationInterval: number | 'off' | null;
  /** Days before the day. */
  readonly reminderLead: Lead | null;
  readonly quietHours: QuietHours | null;
  readonly remindersEnabled: boolean | null;
  readonly minimumPassphraseScore: 3 | 4 | null;
  /** Minutes; people may choose a shorter time. */
  readonly longestAutoLock: number | null;
  /** `false` forbids keeping passwords themselves. */
  readonly keepPasswords: boolean | null;
  /** `false` forbids files for other programs; the encrypted backup stays. */
  readonly allowExports: boolean | null;
  /** Characters a password that a person made should have; the second for entries marked sensitive. */
  readonly selfMadeLength: number | null;
  readonly sensitiveLength: number | null;
  readonly hiddenApps: readonly string[];
  readonly recommendedApps: readonly string[];
  /** A pack, not looked into yet. */
  readonly walkthroughs: Readonly<Record<string, unknown>> | null;
  /** Known facts of the tenant. */
  readonly appPasswords: 'allowed' | 'forbidden' | null;
  readonly smtpAuth: 'on' | 'off' | null;
  readonly mfa: 'per-user' | 'conditional-access' | 'security-defaults' | null;
  readonly handOutLanguage: 'en' | 'de' | null;
}

export type PolicyKey = keyof Policy;

export const NO_POLICY: Policy = {
  organisationName: null,
  organisationLogo: null,
  contacts: [],
  links: [],
  rotationInterval: null,
  reminderLead: null,
  quietHours: null,
  remindersEnabled: null,
  minimumPassphraseScore: null,
  longestAutoLock: null,
  keepPasswords: null,
  allowExports: null,
  selfMadeLength: null,
  sensitiveLength: null,
  hiddenApps: [],
  recommendedApps: [],
  walkthroughs: null,
  appPasswords: null,
  smtpAuth: null,
  mfa: null,
  handOutLanguage: null,
};

const MOST_LINKS = 20;
/** Several times the catalogue. */
const MOST_APPS = 500;
/** Keytag's own bound is longer than no policy: one working hour without a hand on the keyboard. */
const LONGEST_LOCK = 60;
/** A password below the first is nobody's rule any more; above the second nothing can be typed on a device. */
const SELF_MADE = [12, 64] as const;

/** Written as a whole number of days; 0 stands for `off`, since every schema knows one type for one key. */
const interval: Rule<number | 'off'> = {
  ...number(0, INTERVAL_MAX),
  read(input) {
    const { value, problems } = number(0, INTERVAL_MAX).read(input);
    return { value: value === 0 ? 'off' : value, problems };
  },
};

const POLICY_RULES: { readonly [Key in PolicyKey]: Rule<NonNullable<Policy[Key]>> } = {
  organisationName: text(80),
  organisationLogo: logo(65_536, 1_024),
  contacts: links(MOST_LINKS),
  links: links(MOST_LINKS),
  rotationInterval: interval,
  reminderLead: oneNumber(LEADS),
  quietHours: hours(),
  remindersEnabled: flag(),
  minimumPassphraseScore: oneNumber([3, 4]),
  longestAutoLock: number(1, LONGEST_LOCK),
  keepPasswords: flag(),
  allowExports: flag(),
  selfMadeLength: number(...SELF_MADE),
  sensitiveLength: number(...SELF_MADE),
  hiddenApps: apps(MOST_APPS),
  recommendedApps: apps(MOST_APPS),
  walkthroughs: pack(),
  appPasswords: oneWord(['allowed', 'forbidden']),
  smtpAuth: oneWord(['on', 'off']),
  mfa: oneWord(['per-user', 'conditional-access', 'security-defaults']),
  handOutLanguage: oneWord(['en', 'de']),
};

/** All keys, in the order in which they are shown and written down. */
export const POLICY_KEYS = Object.keys(POLICY_RULES) as readonly PolicyKey[];

/** One ignored value, or one ignored item of a list. */
export interface PolicyProblem {
  /** As the organisation wrote it, cut when it is long; empty when all of it was no object. */
  readonly key: string;
  /** Which item of a list, counted from 1; `null` for the whole value. */
  readonly item: number | null;
  readonly why: PolicyWhy;
}

export interface PolicyReading {
  readonly policy: Policy;
  readonly problems: readonly PolicyProblem[];
  /** Known keys that are in force, in the order of `POLICY_KEYS`. */
  readonly keys: readonly PolicyKey[];
}

/** What is read where nothing is managed. */
export const NOTHING_MANAGED: PolicyReading = { policy: NO_POLICY, problems: [], keys: [] };

/** More would only fill the screen. */
const MOST_PROBLEMS = 50;
const LONGEST_KEY = 80;

/**
 * The policy out of what the browser's management holds. Each value is judged by itself: a bad one is ignored with
 * the reason, and the others stay. Never throws.
 *
 * @param managed `storage.managed` as a whole; `undefined` or `null` where there is none
 * @returns the policy, at most 50 problems, and which keys are in force
 */
export function readPolicy(managed: unknown): PolicyReading {
  if (managed === undefined || managed === null) return NOTHING_MANAGED;
  if (!isRecord(managed)) {
    return { ...NOTHING_MANAGED, problems: [{ key: '', item: null, why: 'type' }] };
  }
  const given = new Map(Object.entries(managed));
  const problems: PolicyProblem[] = [];
  const values: [PolicyKey, unknown][] = [];
  for (const key of POLICY_KEYS) {
    if (!given.has(key)) continue;
    const reading = POLICY_RULES[key].read(given.get(key));
    problems.push(...reading.problems.map(({ why, item = null }) => ({ key, item, why })));
    const isSaid = Array.isArray(reading.value) ? reading.value.length > 0 : reading.value !== null;
    if (isSaid) values.push([key, reading.value]);
    given.delete(key);
  }
  for (const key of given.keys()) {
    problems.push({ key: key.slice(0, LONGEST_KEY), item: null, why: 'unknown' });
  }
  return {
    // Each value came out of the rule of its own key.
    policy: { ...NO_POLICY, ...(Object.fromEntries(values) as Partial<Policy>) },
    problems: problems.slice(0, MOST_PROBLEMS),
    keys: values.map(([key]) => key),
  };
}
