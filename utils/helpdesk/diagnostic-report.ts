/**
 * The diagnostic report: what a helpdesk needs to see why somebody is stuck, and nothing about who it is. It is
 * not a dump with parts taken out: each field below is built from a closed set, a count or a checked form
 * (SECURITY.md R30). Pure; words for people belong to the view.
 */
import { HELPS, STEPS, TONES } from '../guide/advice.ts';
import type { Task } from '../guide/task.ts';
import type { VaultStatus } from '../inventory/record-types.ts';
import type { Day } from '../lib/day.ts';
import { PROVIDER_HOSTS } from '../pages/hosts.ts';
import type { ReminderSettings } from '../rotation/settings.ts';
import { pageLine, readPageLog } from './page-log.ts';
import { POLICY_KEYS, type PolicyReading } from './policy.ts';
import { browserOf, languagesOf, systemOf, versionOf } from './product.ts';

/** What is known where the report is made. Anything in it may be hostile or hold a secret. */
export interface DiagnosticFacts {
  readonly version: string;
  readonly userAgent: string;
  /** Of Keytag's own words. */
  readonly language: string;
  /** As the browser is set, best first. */
  readonly languages: readonly string[];
  readonly today: Day;
  readonly surface: 'panel' | 'tab';
  /** As the browser lists them. */
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
  readonly notifications: 'allowed' | 'forbidden' | 'unknown';
  readonly reminders: Pick<ReminderSettings, 'isOn' | 'lead'> | null;
  /** How many days are kept for reminding; `null` where nothing is known. */
  readonly dues: number | null;
  readonly vault: VaultStatus | null;
  /** `null` while the inventory is locked. */
  readonly entries: readonly { readonly state: string; readonly isArchived: boolean }[] | null;
  readonly policy: Pick<PolicyReading, 'keys' | 'problems'>;
  readonly guide: {
    readonly task: Task['kind'];
    readonly where: Task['where'];
    readonly step: string;
    readonly tone: string;
    readonly help: string | null;
  } | null;
  /** As stored (utils/helpdesk/page-log.ts). */
  readonly pages: unknown;
}

/** The allow-list: a report has these lines and no other. */
export const DIAGNOSTIC_FIELDS = [
  'version',
  'browser',
  'languages',
  'day',
  'surface',
  'permissions',
  'notifications',
  'reminders',
  'inventory',
  'policy',
  'guide',
  'pages',
] as const;
export type DiagnosticField = (typeof DIAGNOSTIC_FIELDS)[number];

export interface DiagnosticLine {
  readonly field: DiagnosticField;
  /** One or more; empty where there is nothing to say. */
  readonly values: readonly string[];
}

/** As in the manifest (wxt.config.ts), asked for there or offered as a choice. */
const PERMISSIONS = [
  'alarms',
  'clipboardRead',
  'clipboardWrite',
  'idle',
  'notifications',
  'offscreen',
  'sidePanel',
  'storage',
  'unlimitedStorage',
];
const ENTRY_STATES = ['active', 'rotating', 'old-still-valid', 'revoked', 'lost'];
const TASKS: readonly Task['kind'][] = ['create', 'delete', 'review'];
const STEP_NAMES: readonly string[] = Object.values(STEPS).flat();

export function diagnosticReport(facts: DiagnosticFacts): readonly DiagnosticLine[] {
  return DIAGNOSTIC_FIELDS.map((field) => ({ field, values: FIELDS[field](facts) }));
}

const FIELDS: { readonly [Field in DiagnosticField]: (facts: DiagnosticFacts) => readonly string[] } = {
  version: ({ version }) => [versionOf(version)],
  browser: ({ userAgent }) => [browserOf(userAgent), systemOf(userAgent)],
  languages: ({ language, languages }) => [...new Set(languagesOf([language, ...languages]))],
  day: ({ today }) => (/^\d{4}-\d{2}-\d{2}$/.test(today) ? [today] : []),
  surface: ({ surface }) => [surface === 'tab' ? 'tab' : 'panel'],
  permissions: ({ permissions, origins }) => [
    ...PERMISSIONS.filter((name) => permissions.includes(name)),
    ...PROVIDER_HOSTS.map((host) => (origins.includes(`https://${host}/*`) ? host : `no access to ${host}`)),
  ],
  notifications: ({ notifications }) => [
    ['allowed', 'forbidden'].find((known) => known === notifications) ?? 'unknown',
  ],
  reminders: ({ reminders, dues }) => [
    ...(reminders ? [reminders.isOn ? 'on' : 'off', `lead ${count(reminders.lead)}`] : []),
    ...(dues === null ? [] : [`days kept ${count(dues)}`]),
  ],
  inventory: ({ vault, entries }) => [
    ...(vault ? vaultWords(vault) : []),
    ...(entries ? entryWords(entries) : []),
  ],
  policy: ({ policy }) => [
    ...POLICY_KEYS.filter((key) => policy.keys.includes(key)),
    ...POLICY_KEYS.filter((key) => policy.problems.some((problem) => problem.key === key)).map(
      (key) => `${key} ignored`,
    ),
  ],
  guide: ({ guide }) =>
    guide
      ? [
          ...TASKS.filter((task) => task === guide.task),
          guide.where === 'rehearsal' ? 'rehearsal' : 'microsoft',
          ...STEP_NAMES.filter((step, at) => step === guide.step && STEP_NAMES.indexOf(step) === at).map(
            (step) => `step ${step}`,
          ),
          ...TONES.filter((tone) => tone === guide.tone),
          ...HELPS.filter((help) => help === guide.help),
        ]
      : [],
  pages: ({ pages }) => readPageLog(pages).map(pageLine),
};

const count = (number: number): string =>
  Number.isInteger(number) && number >= 0 && number < 1_000_000 ? String(number) : '?';

const STATUSES: readonly VaultStatus['kind'][] = [
  'opening',
  'none',
  'wiped',
  'locked',
  'unlocked',
  'damaged',
  'newer',
  'unavailable',
];
const FINDINGS = ['damaged', 'newer', 'missing', 'older', 'unlisted', 'list-damaged', 'rolled-back'];
const REASONS = ['blocked', 'refused', 'full', 'newer-database'];

function vaultWords(status: VaultStatus): readonly string[] {
  const kind = STATUSES.find((known) => known === status.kind) ?? 'unavailable';
  if (status.kind === 'unavailable') return [kind, ...REASONS.filter((why) => why === status.why)];
  if (status.kind !== 'unlocked') return [kind];
  return [
    kind,
    ...FINDINGS.flatMap((known) => {
      const found = status.findings.filter((finding) => finding.kind === known).length;
      return found > 0 ? [`found ${known} ${found}`] : [];
    }),
    ...(status.backup.isDue ? ['backup due'] : []),
  ];
}

function entryWords(entries: NonNullable<DiagnosticFacts['entries']>): readonly string[] {
  const archived = entries.filter(({ isArchived }) => isArchived).length;
  return [
    `entries ${entries.length}`,
    ...ENTRY_STATES.flatMap((state) => {
      const those = entries.filter((entry) => entry.state === state).length;
      return those > 0 ? [`${state} ${those}`] : [];
    }),
    ...(archived > 0 ? [`archived ${archived}`] : []),
  ];
}
