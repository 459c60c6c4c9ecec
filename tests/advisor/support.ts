/** Builders for questions. Only tests import this file. */
import type { AdminFacts, Question } from '@/utils/advisor/verdict.ts';
import type { App } from '@/utils/catalogue/app.ts';
import { appById } from '@/utils/catalogue/index.ts';
import { FINAL_REMOVAL, TIMELINE } from '@/utils/timeline/events.ts';
import type { TimelineEvent } from '@/utils/timeline/timeline.ts';

export const UNKNOWN: AdminFacts = { smtpAuth: 'unknown', appPasswords: 'unknown' };
export const BLOCKED: AdminFacts = { smtpAuth: 'blocked', appPasswords: 'unknown' };
export const ALLOWED: AdminFacts = { smtpAuth: 'allowed', appPasswords: 'offered' };
export const MISSING: AdminFacts = { smtpAuth: 'unknown', appPasswords: 'missing' };

/** A final removal that Microsoft has not announced: 30 June 2028. */
export const REMOVAL: TimelineEvent = {
  id: FINAL_REMOVAL,
  on: '2028-06-30',
  precision: 'day',
  status: 'planned',
  touches: ['sending'],
  source: {
    title: 'Made up for tests',
    publisher: 'Keytag tests',
    checked: '2026-11-22',
    certainty: 'documented',
  },
};
export const WITH_REMOVAL: readonly TimelineEvent[] = [...TIMELINE, REMOVAL];

/** The app from the catalogue, changed as told. */
export function app(id: string, change: Partial<App> = {}): App {
  const found = appById(id);
  if (!found) throw new Error(`no app "${id}" in the catalogue`);
  return { ...found, ...change };
}

/** Sending from a work account on 22 November 2026, nothing known of the admin; changed as told. */
export function question(id: string, change: Partial<Omit<Question, 'app'>> = {}): Question {
  return { app: app(id), account: 'work', purpose: 'send', admin: UNKNOWN, today: '2026-11-22', ...change };
}

/** Apps of every kind the rules tell apart, whether or not the catalogue has such a one. */
export function everyKindOfApp(): readonly App[] {
  const documented = { certainty: 'documented' } as const;
  const withSignIn = (modernSignIn: Partial<App['modernSignIn']>) =>
    app('zabbix', { modernSignIn: { support: 'none', ...documented, ...modernSignIn } });
  return [
    ...(['always', 'some-models', 'by-hand', 'none', 'unknown'] as const).map((support) =>
      withSignIn({ support }),
    ),
    withSignIn({ support: 'since', since: 'version 2' }),
    withSignIn({ support: 'always', personal: { works: true, ...documented } }),
    withSignIn({ support: 'always', personal: { works: false, ...documented } }),
    app('zabbix', { passwordSending: { possible: false, ...documented } }),
    app('zabbix', { retired: documented }),
    app('zabbix', { purposes: ['sign-in'], needsAppPassword: { account: 'personal', ...documented } }),
  ];
}
