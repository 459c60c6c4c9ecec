/**
 * What an organisation prescribes through the browser's own management. `POLICY_RULES` is the one list of keys: the
 * reader, Chrome's schema and all deployment files come from it. Nothing here carries a value out or knows where it
 * came from.
 */
import { isRecord } from '../lib/is-record.ts';
import { INTERVAL_MAX, LEADS } from '../rotation/settings.ts';
import {
  apps,
  flag,
  hours,
  links,
  logo,
  number,
  oneNumber,
  oneWord,
  pack,
  type Rule,
  text,
} from './policy-rules.ts';
import {
  NO_POLICY,
  NOTHING_MANAGED,
  type Policy,
  type PolicyKey,
  type PolicyProblem,
  type PolicyReading,
} from './policy-values.ts';

export type { OrganisationLink, PolicyWhy } from './policy-rules.ts';
export {
  NO_POLICY,
  NOTHING_MANAGED,
  type Policy,
  type PolicyKey,
  type PolicyProblem,
  type PolicyReading,
} from './policy-values.ts';

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

export const POLICY_RULES: { readonly [Key in PolicyKey]: Rule<NonNullable<Policy[Key]>> } = {
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
