/** What the organisation prescribes, for the panel's screens. */
import { useEffect, useState } from 'preact/hooks';
import { NOTHING_MANAGED, type PolicyReading, readPolicy } from '@/utils/helpdesk/policy.ts';
import type { Ports } from './ports.ts';

/** The policy in force now; until the browser has told it, nothing is managed. */
export function usePolicy({ policy }: Pick<Ports, 'policy'>): PolicyReading {
  const [reading, setReading] = useState(NOTHING_MANAGED);
  useEffect(() => policy?.watch((managed) => setReading(readPolicy(managed))), [policy]);
  return reading;
}
