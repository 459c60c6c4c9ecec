/** What people notice where no error text is shown. The same data as families, chosen by hand,
 * with the same kinds of sources. */
import {
  APP_PASSWORDS,
  GENERAL_KNOWLEDGE,
  ONLY_SENDING_IS_LEFT,
  PER_USER_MFA,
  RELAY_CONNECTOR,
  USER_PAGE,
} from '../advisor/microsoft.ts';
import type { Family } from './diagnosis.ts';
import { BASIC_AUTH_ENDED, ENTRA_CODES, FIRST_MINUTES } from './sources.ts';

export interface Symptom extends Omit<Family, 'rank' | 'signs'> {
  /** As the person would say it. */
  readonly label: string;
}

const SERVER = { key: 'fix_step_server', args: 'server' } as const;

/** In the order of the list, the most frequent first. */
export const SYMPTOMS: readonly Symptom[] = [
  {
    id: 'asked-again',
    label: 'symptom_asked_again',
    title: 'symptom_asked_again_title',
    means: ['symptom_asked_again_means'],
    newPassword: 'no',
    fixedBy: 'you',
    steps: ['fix_step_readd', 'fix_step_old_outlook', 'fix_step_other_ways'],
    question: {
      ask: 'fix_ask_reads',
      answers: [
        { say: 'fix_answer_reads', family: 'endless-prompt' },
        { say: 'fix_answer_sends_only', family: 'refused-no-detail' },
      ],
    },
    sources: [BASIC_AUTH_ENDED, ONLY_SENDING_IS_LEFT],
    certainty: 'documented',
  },
  {
    id: 'option-missing',
    label: 'symptom_option_missing',
    title: 'symptom_option_missing_title',
    means: ['symptom_option_missing_means'],
    newPassword: 'no',
    fixedBy: 'admin',
    steps: ['fix_step_causes', 'fix_step_other_ways'],
    extra: 'option-missing',
    sources: [APP_PASSWORDS, PER_USER_MFA],
    certainty: 'documented',
  },
  {
    id: 'worked-until-yesterday',
    label: 'symptom_worked',
    title: 'symptom_worked_title',
    means: ['symptom_worked_means'],
    newPassword: 'maybe',
    fixedBy: 'either',
    steps: ['fix_step_full_text', 'fix_step_admin_changed', 'fix_step_still_listed', 'fix_step_has_network'],
    question: {
      ask: 'fix_ask_answer',
      answers: [
        { say: 'fix_answer_disabled', family: 'basic-auth-off' },
        { say: 'fix_answer_incorrect', family: 'credentials-incorrect' },
        { say: 'fix_answer_criteria', family: 'criteria-not-met' },
        { say: 'fix_answer_no_answer', family: 'timeout' },
      ],
    },
    extra: 'admin-text',
    dated: 'likelier',
    sources: [APP_PASSWORDS],
    certainty: 'documented',
  },
  {
    id: 'locked-out',
    label: 'symptom_locked_out',
    title: 'diagnosis_locked_title',
    means: ['symptom_locked_out_means'],
    newPassword: 'no',
    fixedBy: 'you',
    steps: ['fix_step_stop_retrying', 'fix_step_find_old', 'fix_step_admin_unlock'],
    sources: [ENTRA_CODES],
    certainty: 'documented',
  },
  {
    id: 'copied-wrongly',
    label: 'symptom_copied',
    title: 'symptom_copied_title',
    means: ['symptom_copied_means'],
    newPassword: 'yes',
    fixedBy: 'you',
    steps: ['fix_step_repaste', 'fix_step_lost_make_new', 'fix_step_fresh'],
    dated: 'ends',
    sources: [USER_PAGE, FIRST_MINUTES],
    certainty: 'reported',
  },
  {
    id: 'wrong-app',
    label: 'symptom_wrong_app',
    title: 'symptom_wrong_app_title',
    means: ['symptom_wrong_app_means'],
    newPassword: 'no',
    fixedBy: 'you',
    steps: ['fix_step_name_only', 'fix_step_make_named', 'fix_step_delete_wrong'],
    sources: [USER_PAGE, GENERAL_KNOWLEDGE],
    certainty: 'uncertain',
  },
  {
    id: 'network-down',
    label: 'symptom_network',
    title: 'symptom_network_title',
    means: ['symptom_network_means'],
    newPassword: 'no',
    fixedBy: 'you',
    steps: ['fix_step_has_network', 'fix_step_dns', SERVER, 'fix_step_firewall'],
    sources: [RELAY_CONNECTOR, GENERAL_KNOWLEDGE],
    certainty: 'uncertain',
  },
  {
    id: 'service-down',
    label: 'symptom_service',
    title: 'symptom_service_title',
    means: ['symptom_service_means'],
    newPassword: 'no',
    fixedBy: 'microsoft',
    steps: ['fix_step_web_mail', 'fix_step_health', 'fix_step_wait'],
    sources: [GENERAL_KNOWLEDGE],
    certainty: 'uncertain',
  },
  {
    id: 'old-browser',
    label: 'symptom_browser',
    title: 'symptom_browser_title',
    means: ['symptom_browser_means'],
    newPassword: 'no',
    fixedBy: 'you',
    steps: ['fix_step_update_browser', 'fix_step_other_device', 'fix_step_clean_cookies'],
    sources: [GENERAL_KNOWLEDGE],
    certainty: 'uncertain',
  },
];
