/**
 * Whether a press on the card counts (SECURITY.md R19). A page can't read the card, but it can try to get
 * it pressed unseen: covered, faded, moved under the pointer at the last moment, or by a made-up event.
 */

/** After anything disturbed the card, presses don't count for this long. */
export const POISON_MS = 150;
/** The card must have been on screen for this long before a press counts. */
export const SEEN_MS = 500;
/** Below this opacity a person can't be said to see it. */
export const LEAST_OPACITY = 0.9;
/** After this many disturbances the pointer gives up and the panel takes over. */
export const DISTURBANCES_BORNE = 3;

export interface PressFacts {
  /** The browser made the event, not a script. */
  readonly isTrusted: boolean;
  readonly isConnected: boolean;
  readonly isPopoverOpen: boolean;
  /** No other element is in the top layer, so nothing can lie above the card. */
  readonly isAloneOnTop: boolean;
  readonly hasOwnAttributesOnly: boolean;
  readonly opacity: number;
  readonly filter: string;
  readonly blendMode: string;
  /** Milliseconds on screen without a break. */
  readonly shownFor: number;
  /** Milliseconds since the last disturbance; infinite when there was none. */
  readonly sinceDisturbance: number;
}

export type Refusal = 'untrusted' | 'gone' | 'covered' | 'altered' | 'faded' | 'too-early';

/** Why a press does not count; `null` when it does. */
export function refusalOf(facts: PressFacts): Refusal | null {
  if (!facts.isTrusted) return 'untrusted';
  if (!facts.isConnected || !facts.isPopoverOpen) return 'gone';
  if (!facts.isAloneOnTop) return 'covered';
  if (!facts.hasOwnAttributesOnly) return 'altered';
  // NaN (a style that can't be read) is refused too.
  if (!(facts.opacity >= LEAST_OPACITY) || facts.filter !== 'none' || facts.blendMode !== 'normal')
    return 'faded';
  if (facts.shownFor < SEEN_MS || facts.sinceDisturbance < POISON_MS) return 'too-early';
  return null;
}
