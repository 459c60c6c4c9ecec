/** Why a key has to be replaced. An event is a reason; time alone is one only where somebody chose so. */
import type { Sentence } from '../lib/sentence.ts';

/** What `urgency` says: whether the old key may be in other hands now, or there is time to plan. */
export interface RotationReason {
  readonly id: string;
  readonly urgency: 'now' | 'plan';
  /** The app or device goes: delete the old key, make no new one. */
  readonly isRetirement: boolean;
}

/** In the order a person looks for them: what hurts first. */
export const ROTATION_REASONS = [
  { id: 'leak', urgency: 'now', isRetirement: false },
  { id: 'device-lost', urgency: 'now', isRetirement: false },
  { id: 'shared', urgency: 'now', isRetirement: false },
  { id: 'person-left', urgency: 'now', isRetirement: false },
  { id: 'deleted-by-mistake', urgency: 'now', isRetirement: false },
  { id: 'app-replaced', urgency: 'plan', isRetirement: true },
  { id: 'modern-sign-in', urgency: 'plan', isRetirement: true },
  { id: 'microsoft-date', urgency: 'plan', isRetirement: false },
  { id: 'interval', urgency: 'plan', isRetirement: false },
] as const satisfies readonly RotationReason[];

export type RotationReasonId = (typeof ROTATION_REASONS)[number]['id'];

/** The reason in a few words: message `rotation_reason_<id>`. */
export function describeReason({ id }: { readonly id: RotationReasonId }): Sentence {
  return { key: `rotation_reason_${id.replaceAll('-', '_')}` };
}
