/** The shape of an answer to "do I need an app password here, and will it work?". Types only. */
import type { AccountKind, App, Purpose, Source } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import type { DayPrecision, Sentence } from '../lib/sentence.ts';

export type VerdictKind = 'not-needed' | 'only-for-sending' | 'cannot-work' | 'depends-on-admin' | 'needed';

/** What the person's admin allows, as far as known. */
export interface AdminFacts {
  /** Name-and-password sending (SMTP AUTH basic) is switched on for the mailbox. */
  readonly smtpAuth: 'allowed' | 'blocked' | 'unknown';
  /** "App password" is offered on the security-info page. */
  readonly appPasswords: 'offered' | 'missing' | 'unknown';
  /** Why it is missing, where the organisation itself says so. */
  readonly missingBecause?: 'switched-off' | 'conditional-access' | 'security-defaults';
  /** Set where `smtpAuth` is what the organisation says, not what the person heard of it. */
  readonly smtpAuthBy?: 'organisation';
}

export interface Question {
  readonly app: App;
  readonly account: AccountKind;
  readonly purpose: Purpose;
  readonly admin: AdminFacts;
  readonly today: Day;
}

export type Alternative =
  | 'modern-sign-in'
  | 'outlook-or-web'
  | 'other-app'
  | 'graph'
  | 'relay-connector'
  | 'high-volume-email'
  | 'azure-communication'
  | 'firmware-update'
  | 'forwarding'
  | 'other-mail-service';

/** `guide`: lead through Microsoft's page; `personal-page`: say where a personal account makes one (Keytag
 * has no pointer there). */
export type VerdictNext = 'guide' | 'modern-setup' | 'ask-admin' | 'alternatives' | 'personal-page';

/** A dated change as a verdict quotes it. */
export interface DatedChange {
  readonly event: string;
  readonly day: Day;
  readonly precision: DayPrecision;
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly reasons: readonly Sentence[];
  /** When this verdict will change next, if a dated change touches it. */
  readonly until?: DatedChange;
  /** Since when it is so. */
  readonly since?: DatedChange;
  readonly sources: readonly Source[];
  /** Best first. */
  readonly instead: readonly Alternative[];
  /** What the panel offers as the main thing to do. */
  readonly next: VerdictNext;
  /** The weakest certainty among the claims the verdict rests on. */
  readonly certainty: Source['certainty'];
  /** The day this verdict is given for. A clock behind the facts is taken for wrong: then it is the day the
   * facts were checked. */
  readonly assumes: Day;
  /** The newest day on which the facts were checked. */
  readonly checked: Day;
}
