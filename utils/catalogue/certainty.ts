/** Weighing certainties against each other. */
import type { Certainty } from './app.ts';

/** From the weakest to the firmest. */
export const CERTAINTIES = [
  'uncertain',
  'observed',
  'reported',
  'documented',
] as const satisfies readonly Certainty[];

/** Whether a claim made with `claim` says more than a source of `source` carries. */
export function isFirmer(claim: Certainty, source: Certainty): boolean {
  return CERTAINTIES.indexOf(claim) > CERTAINTIES.indexOf(source);
}

/** The weakest of `certainties`; `documented` for none. */
export function weakest(certainties: readonly Certainty[]): Certainty {
  return CERTAINTIES.find((certainty) => certainties.includes(certainty)) ?? 'documented';
}

/** The firmest of `certainties`; `uncertain` for none. */
export function firmest(certainties: readonly Certainty[]): Certainty {
  return CERTAINTIES.findLast((certainty) => certainties.includes(certainty)) ?? 'uncertain';
}
