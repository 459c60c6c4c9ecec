/** Reading what an organisation manages, for the panel. Loaded only where something is managed. */
import type { AdminFacts } from '@/utils/advisor/verdict.ts';
import { adminFacts } from '@/utils/helpdesk/managed.ts';
import { type PolicyReading, readPolicy } from '@/utils/helpdesk/policy.ts';

export interface Managed extends PolicyReading {
  /** What the organisation says of its tenant. */
  readonly facts: AdminFacts;
}

export function readManaged(told: unknown): Managed {
  const reading = readPolicy(told);
  return { ...reading, facts: adminFacts(reading.policy) };
}
