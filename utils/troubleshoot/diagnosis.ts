/** The shape of an answer to "what does this error mean, and what now?". Types only. */
import type { Fact } from '../advisor/microsoft.ts';
import type { Certainty } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import type { Sentence } from '../lib/sentence.ts';

/** Whether making a new app password can help. */
export type NewPassword = 'yes' | 'no' | 'maybe';

/** Who can change it. `either`: the person or the admin, depending on the cause; `nobody`: Microsoft has ended it; there is another way, not a repair. */
export type FixedBy = 'you' | 'admin' | 'either' | 'microsoft' | 'nobody';

/** A question that tells two causes apart. Each answer is another diagnosis. */
export interface NextQuestion {
  readonly ask: Sentence;
  readonly answers: readonly { readonly say: Sentence; readonly family: string }[];
}

/** What the panel shows under the steps. `admin-text`: the text for the admin; `option-missing`: the causes. */
export type Extra = 'admin-text' | 'option-missing';

export interface Diagnosis {
  /** The family's or symptom's id; `unknown` where nothing fits. */
  readonly family: string;
  /** `exact`: a text Keytag knows; `nearest`: only its kind was recognised; `no`: nothing was. */
  readonly recognised: 'exact' | 'nearest' | 'no';
  /** In a few words. */
  readonly title: Sentence;
  readonly means: readonly Sentence[];
  readonly newPassword: NewPassword;
  readonly fixedBy: FixedBy;
  /** In the order in which to try them. */
  readonly steps: readonly Sentence[];
  readonly question: NextQuestion | null;
  /** Other things the text also shows, by their titles. */
  readonly also: readonly Sentence[];
  readonly extra: Extra | null;
  readonly sources: readonly Fact[];
  /** How firmly the meaning may be said. */
  readonly certainty: Certainty;
  /** The day this is said for; never before the day the facts were checked. */
  readonly assumes: Day;
  /** The newest day on which the facts were checked. */
  readonly checked: Day;
}

/** Steps that name Microsoft's server get its name and port as arguments. */
export type Step = string | { readonly key: string; readonly args: 'server' };

/** One kind of failure as data. Message keys are spelled out, so that a search finds them. */
export interface Family {
  readonly id: string;
  readonly title: string;
  readonly means: readonly string[];
  readonly newPassword: NewPassword;
  readonly fixedBy: FixedBy;
  readonly steps: readonly Step[];
  readonly question?: {
    readonly ask: string;
    readonly answers: readonly { readonly say: string; readonly family: string }[];
  };
  readonly extra?: Extra;
  /** It is about sending with a name and a password, so Microsoft's dated changes touch it: `likelier`, the
   * switch by default may be the cause; `ends`, it holds until the final removal. */
  readonly dated?: 'likelier' | 'ends';
  /** The firmer sign wins: 3 a text of its own, 2 a code or text shared by several causes, 1 what programs say
   * when they hide the answer, 0 only the kind of trouble. */
  readonly rank: number;
  /** Any of these; each is a list of parts that must all be there. A part is a phrase (letters count, nothing
   * else) or, after `#`, a code. */
  readonly signs: readonly (readonly string[])[];
  readonly sources: readonly Fact[];
  readonly certainty: Certainty;
}
