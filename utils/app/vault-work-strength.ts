/** What the strength check's worker does. Loaded by no page: its word lists weigh 430 KB. */
import { estimate } from '../inventory/record-strength.ts';
import type { Strength } from '../inventory/record-types.ts';

export interface StrengthRequest {
  readonly passphrase: string;
  readonly ownWords: readonly string[];
}

export function workStrength({ passphrase, ownWords }: StrengthRequest): Promise<Strength> {
  return Promise.resolve(estimate(passphrase, ownWords));
}
