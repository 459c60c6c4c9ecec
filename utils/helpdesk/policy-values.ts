/** What a policy is, and what stands where there is none. The reader is in policy.ts: it is loaded only where something is managed. */
import type { Lead, QuietHours } from '../rotation/settings.ts';
import type { OrganisationLink, PolicyWhy } from './policy-rules.ts';

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
