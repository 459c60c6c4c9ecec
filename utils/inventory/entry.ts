/**
 * One app password's tag: what it opens, when it was made, where it hangs, when to change it. The tag
 * does not need to hold the key. Types only; everything a person wrote is text of theirs, shown as text.
 */
import type { Day } from '../lib/day.ts';
import type { RotationReasonId } from '../rotation/reasons.ts';

export type EntryState = 'active' | 'rotating' | 'old-still-valid' | 'revoked' | 'lost';

/** Whether the day it was made is known. Microsoft shows no dates, so an old one's often isn't. */
export type MadeOn =
  | { readonly is: 'known'; readonly day: Day }
  | { readonly is: 'estimated'; readonly day: Day }
  | { readonly is: 'unknown' };

export type HistoryEvent =
  | 'tagged' // written down here
  | 'made' // made at Microsoft
  | 'edited'
  | 'password-kept' // the person pasted the password
  | 'password-dropped'
  | 'rotation-started'
  | 'replaced'
  | 'old-deleted'
  | 'revoked'
  | 'lost'
  | 'archived'
  | 'unarchived'
  | 'imported'
  | 'restored';

export interface HistoryLine {
  /** ISO instant. */
  readonly at: string;
  readonly event: HistoryEvent;
  readonly note?: string;
}

/** A step of replacing or giving up a key, in words that stay in records: never rename one. */
export type ReplacingStep = 'make' | 'enter' | 'test' | 'switch' | 'delete';

/** A replacement under way: which steps are done. It may take days, so it is a part of the tag. */
export interface Replacing {
  readonly why: RotationReasonId;
  /** `delete-first`: the account holds as many as Microsoft allows. `retire`: no new one is made. */
  readonly order: 'make-first' | 'delete-first' | 'retire';
  /** Name at Microsoft of the one that goes. */
  readonly oldName: string;
  readonly done: readonly ReplacingStep[];
}

export interface Entry {
  /** Random UUID; also the record's identity in the vault. */
  readonly id: string;
  /** Catalogue id, or `null` for an app named freely. */
  readonly appId: string | null;
  readonly appName: string;
  /** The account's address. */
  readonly account: string;
  readonly device: string;
  /** The name as shown at Microsoft. */
  readonly name: string;
  readonly purpose: 'send' | 'other';
  readonly madeOn: MadeOn;
  readonly rotateBy: Day | null;
  /** Why it has to change, in the person's words. */
  readonly reason: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly isSensitive: boolean;
  readonly state: EntryState;
  /** `null` while nothing is being replaced. */
  readonly replacing: Replacing | null;
  readonly isArchived: boolean;
  /** Kept only by the person's choice, pasted by them; `null` otherwise. */
  readonly password: string | null;
  readonly history: readonly HistoryLine[];
  /** ISO instant of the last change. */
  readonly changedAt: string;
}
