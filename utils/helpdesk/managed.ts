/**
 * What a policy changes: the inventory's rules, the reminders' settings, what is known of the admin, the answers in
 * the search for the missing option. Each is a function from the policy to a value of the part it touches; those
 * parts know no policy.
 */
import type { CauseAnswer, CauseId } from '../advisor/option-missing.ts';
import type { AdminFacts } from '../advisor/verdict.ts';
import { type InventoryRules, USUAL_RULES } from '../inventory/rules.ts';
import type { ReminderSettings } from '../rotation/settings.ts';
import type { Policy, PolicyKey } from './policy.ts';

/** The inventory's rules: the usual ones where the policy says nothing. It can ask for more, never for less. */
export function inventoryRules(policy: Policy): InventoryRules {
  return {
    minimumScore: Math.max(policy.minimumPassphraseScore ?? 0, USUAL_RULES.minimumScore),
    longestIdle: policy.longestAutoLock,
    mayKeepPasswords: policy.keepPasswords ?? USUAL_RULES.mayKeepPasswords,
    mayExport: policy.allowExports ?? USUAL_RULES.mayExport,
    selfMadeLength: policy.selfMadeLength,
    sensitiveLength: policy.sensitiveLength,
  };
}

/** Which setting of reminders each key decides. */
const REMINDER_KEYS = {
  remindersEnabled: 'isOn',
  reminderLead: 'lead',
  quietHours: 'quiet',
  rotationInterval: 'interval',
} as const satisfies Partial<Record<PolicyKey, keyof ReminderSettings>>;

/** The settings of reminders that the policy decides. */
export function managedSettings(policy: Policy): ReadonlySet<keyof ReminderSettings> {
  const keys = Object.keys(REMINDER_KEYS) as (keyof typeof REMINDER_KEYS)[];
  return new Set(keys.filter((key) => policy[key] !== null).map((key) => REMINDER_KEYS[key]));
}

/** The settings in force: the person's own, except what the policy decides. */
export function managedReminders(own: ReminderSettings, policy: Policy): ReminderSettings {
  return {
    ...own,
    isOn: policy.remindersEnabled ?? own.isOn,
    lead: policy.reminderLead ?? own.lead,
    quiet: policy.quietHours ?? own.quiet,
    interval: policy.rotationInterval === 'off' ? null : (policy.rotationInterval ?? own.interval),
  };
}

/**
 * What is stored of settings that came back from a screen which shows those in force: what the policy decides is not
 * the person's choice, so their own stays as it was and holds again when the policy ends.
 */
export function ownReminders(
  shown: ReminderSettings,
  own: ReminderSettings,
  policy: Policy,
): ReminderSettings {
  const kept = [...managedSettings(policy)].map((setting) => [setting, own[setting]]);
  return { ...shown, ...(Object.fromEntries(kept) as Partial<ReminderSettings>) };
}

/**
 * What the organisation says of its tenant, as far as a verdict asks for it. Microsoft offers no app passwords where
 * the second step comes from Conditional Access or security defaults, whatever the setting for them is.
 */
export function adminFacts({ appPasswords, smtpAuth, mfa }: Policy): AdminFacts {
  const byPolicy = mfa === 'conditional-access' || mfa === 'security-defaults' ? mfa : null;
  const why = byPolicy ?? (appPasswords === 'forbidden' ? 'switched-off' : null);
  return {
    smtpAuth: smtpAuth === null ? 'unknown' : smtpAuth === 'on' ? 'allowed' : 'blocked',
    appPasswords: why ? 'missing' : appPasswords === 'allowed' ? 'offered' : 'unknown',
    ...(why && { missingBecause: why }),
    ...(smtpAuth !== null && { smtpAuthBy: 'organisation' }),
  };
}

/** The answers to the search for the missing option that the organisation has given already. */
export function knownCauses({ appPasswords, mfa }: Policy): ReadonlyMap<CauseId, CauseAnswer> {
  const known: [CauseId, CauseAnswer][] = [];
  if (mfa !== null) known.push(['policy-mfa', mfa === 'per-user' ? 'no' : 'yes']);
  if (appPasswords !== null) known.push(['setting-off', appPasswords === 'forbidden' ? 'yes' : 'no']);
  return new Map(known);
}
