/** What the organisation prescribes, value by value, and what of it was ignored and why. */
import type { Policy, PolicyKey, PolicyProblem, PolicyReading, PolicyWhy } from '@/utils/helpdesk/policy.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { ManagedMark, Notice } from './controls.tsx';
import { numberText } from './inventory/time.ts';
import { hourText } from './moment-text.ts';

export type PolicyCardProps = Pick<PolicyReading, 'policy' | 'problems' | 'keys'>;

const LABELS: Readonly<Record<PolicyKey, MessageKey>> = {
  organisationName: 'policy_key_organisation_name',
  organisationLogo: 'policy_key_organisation_logo',
  contacts: 'policy_key_contacts',
  links: 'policy_key_links',
  rotationInterval: 'policy_key_rotation_interval',
  reminderLead: 'policy_key_reminder_lead',
  quietHours: 'policy_key_quiet_hours',
  remindersEnabled: 'policy_key_reminders_enabled',
  minimumPassphraseScore: 'policy_key_minimum_passphrase_score',
  longestAutoLock: 'policy_key_longest_auto_lock',
  keepPasswords: 'policy_key_keep_passwords',
  allowExports: 'policy_key_allow_exports',
  selfMadeLength: 'policy_key_self_made_length',
  sensitiveLength: 'policy_key_sensitive_length',
  hiddenApps: 'policy_key_hidden_apps',
  recommendedApps: 'policy_key_recommended_apps',
  walkthroughs: 'policy_key_walkthroughs',
  appPasswords: 'policy_key_app_passwords',
  smtpAuth: 'policy_key_smtp_auth',
  mfa: 'policy_key_mfa',
  handOutLanguage: 'policy_key_hand_out_language',
};

const PROBLEMS: Readonly<Record<PolicyWhy, MessageKey>> = {
  type: 'policy_problem_type',
  range: 'policy_problem_range',
  choice: 'policy_problem_choice',
  text: 'policy_problem_text',
  url: 'policy_problem_url',
  logo: 'policy_problem_logo',
  too_many: 'policy_problem_too_many',
  json: 'policy_problem_json',
  app: 'policy_problem_app',
  unknown: 'policy_problem_unknown',
};

const MFA: Readonly<Record<NonNullable<Policy['mfa']>, MessageKey>> = {
  'per-user': 'policy_mfa_per_user',
  'conditional-access': 'policy_mfa_conditional_access',
  'security-defaults': 'policy_mfa_security_defaults',
};

export function PolicyCard({ policy, problems, keys }: PolicyCardProps) {
  return (
    <section class="card policy" aria-labelledby="settings-policy">
      <h2 id="settings-policy">{t('policy_title')}</h2>
      <p class="quiet">{t('policy_text')}</p>
      {keys.length > 0 && (
        <dl class="pairs policy-values">
          {keys.map((key) => (
            <div key={key}>
              <dt>{t(LABELS[key])}</dt>
              <dd>
                <bdi>{valueText(policy, key)}</bdi>
                <ManagedMark />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {problems.length > 0 && (
        <Notice tone="caution" title={t('policy_ignored_title')}>
          <p>{t('policy_ignored_text')}</p>
          <ul class="plain">
            {problems.map((problem) => (
              <li key={`${problem.key} ${problem.item} ${problem.why}`}>
                {problem.key !== '' && (
                  <>
                    <code dir="ltr">{where(problem)}</code>:{' '}
                  </>
                )}
                {t(PROBLEMS[problem.why])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}

/** As an administrator finds it again: the key, and the place in its list. */
function where({ key, item }: PolicyProblem): string {
  return item === null ? key : `${key}[${item}]`;
}

function valueText(policy: Policy, key: PolicyKey): string {
  switch (key) {
    case 'organisationName':
      return policy.organisationName ?? '';
    case 'organisationLogo':
      return t('policy_value_logo');
    case 'contacts':
    case 'links':
      return policy[key].map(({ label }) => label).join(', ');
    case 'hiddenApps':
    case 'recommendedApps':
      return policy[key].join(', ');
    case 'walkthroughs':
      return t('policy_value_pack');
    case 'rotationInterval':
      return typeof policy.rotationInterval === 'number'
        ? t('rs_interval_n', numberText(policy.rotationInterval))
        : t('rs_interval_off');
    case 'reminderLead':
      return policy.reminderLead === 0
        ? t('rs_lead_0')
        : policy.reminderLead === 1
          ? t('rs_lead_1')
          : t('rs_lead_n', numberText(policy.reminderLead ?? 0));
    case 'quietHours':
      return quietText(policy.quietHours);
    case 'longestAutoLock':
      return policy.longestAutoLock === 1
        ? t('settings_lock_minute')
        : t('settings_lock_minutes', numberText(policy.longestAutoLock ?? 0));
    case 'minimumPassphraseScore':
      return t('policy_value_score', numberText(policy.minimumPassphraseScore ?? 0));
    case 'selfMadeLength':
    case 'sensitiveLength':
      return t('policy_value_characters', numberText(policy[key] ?? 0));
    case 'remindersEnabled':
    case 'keepPasswords':
    case 'allowExports':
      return t(policy[key] ? 'inventory_yes' : 'inventory_no');
    case 'appPasswords':
      return t(policy.appPasswords === 'allowed' ? 'inventory_yes' : 'inventory_no');
    case 'smtpAuth':
      return t(policy.smtpAuth === 'on' ? 'inventory_yes' : 'inventory_no');
    case 'mfa':
      return policy.mfa === null ? '' : t(MFA[policy.mfa]);
    case 'handOutLanguage':
      return t(policy.handOutLanguage === 'de' ? 'policy_value_german' : 'policy_value_english');
  }
}

function quietText(quiet: Policy['quietHours']): string {
  if (quiet === null || quiet.from === quiet.to) return t('policy_value_no_quiet');
  return t('policy_value_quiet', hourText(quiet.from), hourText(quiet.to));
}
