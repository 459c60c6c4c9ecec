/** The packs that are here, policy's and imported ones together, each read anew from what was stored. */
import type { Stored } from '../inventory/record-store.ts';
import { isRecord } from '../lib/is-record.ts';
import {
  type Pack,
  type PackReading,
  type PackRefusal,
  packText,
  readPack,
  readPackValue,
  refused,
} from './pack.ts';
import { comparePacks, type PackComparison } from './pack-compare.ts';

/** A pack as it is kept: its text, as imported, under the organisation it names. */
export interface StoredPack {
  readonly organisation: string;
  readonly text: string;
}

/** Where imported packs are kept. Each call is all or nothing. */
export interface PackStore {
  /** In the order of the organisations' names. */
  load(): Promise<Stored<readonly StoredPack[]>>;
  /** Replaces the pack of the same organisation. */
  save(pack: StoredPack): Promise<Stored<void>>;
  remove(organisation: string): Promise<Stored<void>>;
}

/** How many packs may be imported; an organisation has one. */
const MOST_PACKS = 10;

export interface Packs {
  readonly stored: readonly StoredPack[];
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
 * @param stored as the store gave them
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
    // The policy's pack may hold one of its ids since: then the policy's counts (catalogue-with.ts).
    const reading = readPack(one.text, { from: 'file', isBuiltIn, ownerOf: () => null });
    if (reading.ok && reading.pack.origin.organisation === one.organisation) files.push(reading.pack);
    else unreadable.push(one);
  }
  return { stored, policy, policyReading, files, unreadable };
}

/** All of them, the policy's first. */
export function allPacks({ policy, files }: Packs): readonly Pack[] {
  return policy ? [policy, ...files] : files;
}

/** A file that could be imported, and what that would change. */
export interface PackImport {
  readonly ok: true;
  readonly pack: Pack;
  readonly store: StoredPack;
  /** What it would replace; `null` for nothing. */
  readonly before: Pack | null;
  readonly comparison: PackComparison;
}

/** Reads a file against the packs that are here. Nothing is kept by it. */
export function readImport(
  bytes: Uint8Array,
  packs: Packs,
  isBuiltIn: (id: string) => boolean,
): PackImport | PackRefusal {
  const found = packText(bytes);
  if (!found.ok) return found;
  const reading = readPack(found.text, { from: 'file', isBuiltIn, ownerOf: ownerIn(packs) });
  if (!reading.ok) return reading;
  const { pack } = reading;
  const { organisation } = pack.origin;
  const before = packs.files.find(({ origin }) => origin.organisation === organisation) ?? null;
  if (before === null && packs.files.length + packs.unreadable.length >= MOST_PACKS) {
    return refused('packs', String(MOST_PACKS));
  }
  const store = { organisation, text: found.text };
  return { ok: true, pack, store, before, comparison: comparePacks(before, pack) };
}

/** Who has an app of an id already, for a pack from a file: it replaces the imported one of its organisation. */
function ownerIn(packs: Packs): (id: string, organisation: string) => string | null {
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
