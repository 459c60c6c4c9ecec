/** What people ask most about app passwords, each with its answer, who says so, and where to go on. Data only. */
import type { Certainty } from '../catalogue/app.ts';
import {
  APP_PASSWORDS,
  type Fact,
  GENERAL_KNOWLEDGE,
  METHODS_OF_USERS,
  ONLY_SENDING_IS_LEFT,
  PER_USER_MFA,
  SENDING_SWITCHES,
  SMTP_WITH_OAUTH_STAYS,
  USER_PAGE,
} from './microsoft.ts';

export interface CommonQuestion {
  /** Message keys, spelled out so that a search finds them. */
  readonly ask: string;
  readonly answer: string;
  /** The address of the screen that goes on from here, and what its link says. */
  readonly leads: { readonly to: string; readonly say: string };
  readonly sources: readonly Fact[];
  /** How firmly the answer as a whole may be said. */
  readonly certainty: Certainty;
}

export const QUESTIONS: readonly CommonQuestion[] = [
  {
    ask: 'question_how',
    answer: 'question_how_answer',
    leads: { to: 'adviser', say: 'adviser_open' },
    sources: [APP_PASSWORDS, ONLY_SENDING_IS_LEFT],
    certainty: 'documented',
  },
  {
    ask: 'question_replace',
    answer: 'question_replace_answer',
    leads: { to: 'inventory', say: 'nav_inventory' },
    sources: [APP_PASSWORDS],
    certainty: 'documented',
  },
  {
    ask: 'question_legacy',
    answer: 'question_legacy_answer',
    leads: { to: 'apps/outlook-2010', say: 'question_legacy_leads' },
    sources: [ONLY_SENDING_IS_LEFT, SENDING_SWITCHES],
    certainty: 'documented',
  },
  {
    ask: 'question_mobile',
    answer: 'question_mobile_answer',
    leads: { to: 'apps/apple-mail-ios', say: 'question_mobile_leads' },
    sources: [ONLY_SENDING_IS_LEFT, GENERAL_KNOWLEDGE],
    certainty: 'reported',
  },
  {
    ask: 'question_services',
    answer: 'question_services_answer',
    leads: { to: 'apps', say: 'nav_apps' },
    sources: [ONLY_SENDING_IS_LEFT, GENERAL_KNOWLEDGE],
    certainty: 'reported',
  },
  {
    ask: 'question_automation',
    answer: 'question_automation_answer',
    leads: { to: 'apps/python-smtplib', say: 'question_automation_leads' },
    sources: [SMTP_WITH_OAUTH_STAYS, GENERAL_KNOWLEDGE],
    certainty: 'reported',
  },
  {
    ask: 'question_safe',
    answer: 'question_safe_answer',
    leads: { to: 'inventory', say: 'nav_inventory' },
    sources: [APP_PASSWORDS, USER_PAGE],
    certainty: 'documented',
  },
  {
    ask: 'question_rotate',
    answer: 'question_rotate_answer',
    leads: { to: 'inventory', say: 'nav_inventory' },
    sources: [APP_PASSWORDS, USER_PAGE],
    certainty: 'documented',
  },
  {
    ask: 'question_revoke',
    answer: 'question_revoke_answer',
    leads: { to: 'inventory', say: 'nav_inventory' },
    sources: [USER_PAGE, METHODS_OF_USERS, APP_PASSWORDS],
    certainty: 'documented',
  },
  {
    ask: 'question_trouble',
    answer: 'question_trouble_answer',
    leads: { to: 'fix', say: 'fix_title' },
    sources: [APP_PASSWORDS],
    certainty: 'documented',
  },
  {
    ask: 'question_ways',
    answer: 'question_ways_answer',
    leads: { to: 'adviser', say: 'adviser_open' },
    sources: [SMTP_WITH_OAUTH_STAYS],
    certainty: 'documented',
  },
  {
    ask: 'question_company',
    answer: 'question_company_answer',
    leads: { to: 'option-missing', say: 'help_option_missing_title' },
    sources: [APP_PASSWORDS, SENDING_SWITCHES, PER_USER_MFA],
    certainty: 'documented',
  },
];
