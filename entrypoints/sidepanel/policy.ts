/** What the organisation prescribes, for the panel's screens. */
import { useEffect, useState } from 'preact/hooks';
import { NOTHING_MANAGED } from '@/utils/helpdesk/policy-values.ts';
import type { Managed } from './policy-reading.ts';
import type { Ports } from './ports.ts';

/** `null` until the browser has told what is managed and it is read. */
export type PolicyInForce = Managed | null;

export const NOTHING: Managed = {
  ...NOTHING_MANAGED,
  facts: { smtpAuth: 'unknown', appPasswords: 'unknown' },
};

/**
 * The policy in force now. Most people's browsers are managed by nobody: the reader is loaded where there is something
 * to read.
 */
export function usePolicy({ policy }: Pick<Ports, 'policy'>): PolicyInForce {
  const [managed, setManaged] = useState<PolicyInForce>(policy ? null : NOTHING);
  useEffect(() => {
    let newest: unknown;
    return policy?.watch((told) => {
      newest = told;
      if (
        told === undefined ||
        told === null ||
        (typeof told === 'object' && Object.keys(told).length === 0)
      ) {
        setManaged(NOTHING);
        return;
      }
      import('./policy-reading.ts').then(
        // What was told meanwhile is newer.
        ({ readManaged }) => newest === told && setManaged(readManaged(told)),
        // The inventory reads it by itself and obeys; only the marks are missing.
        () => setManaged((before) => before ?? NOTHING),
      );
    });
  }, [policy]);
  return managed;
}
