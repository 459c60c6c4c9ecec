/** The packs that are here, policy's and imported ones together, each read anew from what was stored. */
import { isRecord } from '../lib/is-record.ts';
import { type Pack, type PackReading, readPack, readPackValue } from './pack.ts';

/** A pack as it is kept: its text, as imported, under the organisation it names. */
export interface StoredPack {
  readonly organisation: string;
  readonly text: string;
}

/** How many packs may be imported; an organisation has one. */
export const MOST_PACKS = 10;

export interface Packs {
  /** The policy's; `null` where there is none or it is refused. */
  readonly policy: Pack | null;
  /** Why the policy's was refused. */
  readonly policyReading: PackReading | null;
  readonly files: readonly Pack[];
  /** What is stored and can't be read any more: an id has become taken, or the storage was tampered with. */
  readonly unreadable: readonly StoredPack[];
}

/**
 * @param walkthroughs the policy's value; `null` for none
 * @param stored in the order in which they were imported
 * @param isBuiltIn whether an app of Keytag's own has this id
 */
export function gatherPacks(
  walkthroughs: unknown,
  stored: readonly StoredPack[],
  isBuiltIn: (id: string) => boolean,
): Packs {
  const policyReading =
    walkthroughs === null || walkthroughs === undefined
      ? null
      : readPackValue(walkthroughs, { from: 'policy', isBuiltIn, ownerOf: () => null });
  const policy = policyReading?.ok ? policyReading.pack : null;
  const files: Pack[] = [];
  const unreadable: StoredPack[] = [];
  for (const one of stored) {
    // Two packs may have come to hold one id since: the earlier one keeps it (catalogue-with.ts).
    const reading = readPack(one.text, { from: 'file', isBuiltIn, ownerOf: () => null });
    if (reading.ok && reading.pack.origin.organisation === one.organisation) files.push(reading.pack);
    else unreadable.push(one);
  }
  return { policy, policyReading, files, unreadable };
}

/** All of them, the policy's first. */
export function allPacks({ policy, files }: Packs): readonly Pack[] {
  return policy ? [policy, ...files] : files;
}

/** Who has an app of an id already, for a pack from a file: it replaces the imported one of its organisation. */
export function ownerIn(packs: Packs): (id: string, organisation: string) => string | null {
  return (id, organisation) => {
    const owner = allPacks(packs).find(
      ({ origin, apps }) =>
        !(origin.from === 'file' && origin.organisation === organisation) &&
        apps.some((app) => app.id === id),
    );
    return owner?.origin.organisation ?? null;
  };
}

/** What was stored, as far as it has the shape; anything else is dropped. */
export function readStored(input: unknown): StoredPack | null {
  if (!isRecord(input)) return null;
  const { organisation, text } = input;
  return typeof organisation === 'string' && typeof text === 'string' ? { organisation, text } : null;
}
