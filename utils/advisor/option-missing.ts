/**
 * Why Microsoft's page may not offer "App password": what rules most people out comes
 * first. Used by the guide when the option is not there, and by the assistant that asks.
 */
import type { Certainty } from '../catalogue/app.ts';
import { weakest } from '../catalogue/certainty.ts';
import type { Sentence } from '../lib/sentence.ts';
import {
  APP_PASSWORDS,
  COMBINED_REGISTRATION,
  type Fact,
  MFA_SETTINGS,
  NEW_METHOD_PICKER,
  PER_USER_MFA,
  PERSONAL_APP_PASSWORDS,
  REGISTRATION_TROUBLE,
  SECURITY_DEFAULTS,
  USER_PAGE,
} from './microsoft.ts';

export interface Cause {
  readonly id: CauseId;
  /** What it is, in a few words: `cause_<id>`. */
  readonly title: Sentence;
  /** How to tell whether it is this one: `cause_<id>_check`. */
  readonly check: Sentence;
  /** What helps: `cause_<id>_fix`. */
  readonly fix: Sentence;
  /** Who can change it. `nobody`: it is meant to be so. */
  readonly fixedBy: 'you' | 'admin' | 'nobody';
  readonly sources: readonly Fact[];
  /** The weakest certainty of the claim that this hides the option. */
  readonly certainty: Certainty;
}

export type CauseId =
  | 'personal-account'
  | 'policy-mfa'
  | 'not-enforced'
  | 'setting-off'
  | 'limit-reached'
  | 'behind-show-more'
  | 'wrong-tenant'
  | 'changed-recently';

export const CAUSES: readonly Cause[] = [
  cause('personal-account', 'nobody', [PERSONAL_APP_PASSWORDS]),
  // For Conditional Access Microsoft documents it; for security defaults others report it (codetwo.com).
  cause('policy-mfa', 'admin', [COMBINED_REGISTRATION, SECURITY_DEFAULTS], 'reported'),
  cause('not-enforced', 'admin', [PER_USER_MFA]),
  cause('setting-off', 'admin', [APP_PASSWORDS, MFA_SETTINGS]),
  // That there is a limit is documented; that the option disappears is not.
  cause('limit-reached', 'you', [USER_PAGE, REGISTRATION_TROUBLE], 'uncertain'),
  // That the list is shortened is documented; that app passwords are among the hidden ones is not.
  cause('behind-show-more', 'you', [NEW_METHOD_PICKER], 'uncertain'),
  cause('wrong-tenant', 'you', [COMBINED_REGISTRATION]),
  cause('changed-recently', 'you', [REGISTRATION_TROUBLE]),
];

/** The cause with this id, or `undefined`. */
export function causeById(id: string): Cause | undefined {
  return CAUSES.find((candidate) => candidate.id === id);
}

/** What a person says to one cause's check. */
export type CauseAnswer = 'yes' | 'no' | 'unknown';

/** Where the search stands: the next check; the cause; or what is left when everything was asked. */
export type SearchStep =
  | { readonly is: 'ask'; readonly cause: Cause; readonly number: number }
  | { readonly is: 'found'; readonly cause: Cause }
  /** The causes only an admin can tell or rule out; none of them where everything was answered with no. */
  | { readonly is: 'ask-admin'; readonly open: readonly Cause[] };

/** The next step of the search. Causes come in their order; the first one that is answered with yes is it. */
export function nextStep(answers: ReadonlyMap<CauseId, CauseAnswer>): SearchStep {
  const found = CAUSES.find(({ id }) => answers.get(id) === 'yes');
  if (found) return { is: 'found', cause: found };
  const index = CAUSES.findIndex(({ id }) => !answers.has(id));
  const asked = CAUSES[index];
  if (asked) return { is: 'ask', cause: asked, number: index + 1 };
  return { is: 'ask-admin', open: CAUSES.filter(({ id }) => answers.get(id) === 'unknown') };
}

function cause(
  id: CauseId,
  fixedBy: Cause['fixedBy'],
  sources: readonly Fact[],
  certainty?: Certainty,
): Cause {
  const key = `cause_${id.replaceAll('-', '_')}`;
  return {
    id,
    title: { key },
    check: { key: `${key}_check` },
    fix: { key: `${key}_fix` },
    fixedBy,
    sources,
    certainty: certainty ?? weakest(sources.map((source) => source.certainty)),
  };
}
