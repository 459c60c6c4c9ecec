/** Reading what an organisation manages, for the panel. Loaded only where something is managed. */
import { adminFacts } from '@/utils/helpdesk/managed.ts';
import { readPolicy } from '@/utils/helpdesk/policy.ts';
import type { Managed } from './policy.ts';

export function readManaged(told: unknown): Managed {
  const reading = readPolicy(told);
  return { ...reading, facts: adminFacts(reading.policy) };
}
