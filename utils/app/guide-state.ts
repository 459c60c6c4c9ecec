/** What the background keeps of a running guide, in session storage: gone when the browser closes. */

import type { LinkOffer } from '../guide/offer.ts';
import type { Task } from '../guide/task.ts';
import type { SightingReport } from '../messages/protocol.ts';

export interface GuideState {
  readonly task: Task;
  /** The page that reported last; `null` when none is open. */
  readonly page: { readonly tabId: number; readonly sighting: SightingReport } | null;
  /** A page would not leave the pointer alone: the panel says so and takes over. */
  readonly isInterferedWith: boolean;
  /** The link that started it; absent when the person did so in the panel. */
  readonly link?: {
    readonly id: string;
    /** ISO instant. Until then the page has to have come up, or the task is forgotten; `null` once it has. */
    readonly until: string | null;
  };
  /** A link that was opened meanwhile and waits for the person's word. */
  readonly offer?: LinkOffer;
}

/** How long a link is remembered while the person signs in, in milliseconds. */
export const LINK_MS = 30 * 60_000;

/** What is left of a stored state at `now`: a link whose page never came up is forgotten in time. */
export function remembered(state: GuideState | null, now: Date): GuideState | null {
  const until = state?.link?.until;
  return until != null && now.getTime() >= Date.parse(until) ? null : state;
}
