/** What a person answered on an app's page, beside what their organisation says and what the app suggests. */
import type { Answers } from '@/components/app-page.tsx';
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import type { App } from '@/utils/catalogue/app.ts';

/** What the person chose; `null` as long as they have left it to the app or the organisation. */
export interface Given {
  readonly account: Answers['account'] | null;
  readonly purpose: Answers['purpose'] | null;
  readonly smtpAuth: AdminFacts['smtpAuth'] | null;
  readonly appPasswords: AdminFacts['appPasswords'] | null;
}

export const NOTHING_GIVEN: Given = { account: null, purpose: null, smtpAuth: null, appPasswords: null };

/** The answers for an app: what was chosen, else what fits the app; of the admin, else what the organisation says. */
export function answersFor(app: App, given: Given, facts: AdminFacts): Answers {
  const [usual = 'send'] = app.purposes;
  const { account, purpose } = given;
  return {
    account: account ?? app.needsAppPassword?.account ?? 'work',
    purpose: purpose !== null && app.purposes.includes(purpose) ? purpose : usual,
    admin: adminFor(given, facts),
  };
}

/** A mailbox may be an exception: what the person says of theirs counts more than what holds for all. */
export function adminFor({ smtpAuth, appPasswords }: Given, facts: AdminFacts): AdminFacts {
  const { missingBecause, smtpAuthBy } = facts;
  return {
    smtpAuth: smtpAuth ?? facts.smtpAuth,
    appPasswords: appPasswords ?? facts.appPasswords,
    ...(appPasswords === null && missingBecause && { missingBecause }),
    ...(smtpAuth === null && smtpAuthBy && { smtpAuthBy }),
  };
}

/** What was chosen, out of answers that came back; what still is as the organisation says was not chosen. */
export function givenBy(answers: Answers, before: Given, facts: AdminFacts): Given {
  const { account, purpose, admin } = answers;
  const shown = adminFor(before, facts);
  return {
    account,
    purpose,
    smtpAuth: admin.smtpAuth === shown.smtpAuth ? before.smtpAuth : admin.smtpAuth,
    appPasswords: admin.appPasswords === shown.appPasswords ? before.appPasswords : admin.appPasswords,
  };
}

/** Which questions on the admin the organisation has answered. */
export function answeredBy(given: Given, facts: AdminFacts) {
  return {
    smtpAuth: given.smtpAuth === null && facts.smtpAuth !== 'unknown',
    appPasswords: given.appPasswords === null && facts.appPasswords !== 'unknown',
  };
}
