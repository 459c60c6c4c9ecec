/**
 * The list of what the vault holds: for each record its revision and the IV of its latest sealing, in 256
 * parts by the first byte of the record's id, and a root that names the latest sealing of each part. One
 * change writes one record, one part and the root, however many records there are. README.md in this folder
 * says what it detects.
 */
import { type Head, IV_LENGTH, open, type Place, STORE, seal } from './box.ts';
import { concat, readU16, readU32, readU48, toHex, u16, u32, u48, uuidBytes, uuidText } from './bytes.ts';
import type { Bytes, DataKey, Random, Sealed } from './types.ts';

const PARTS = 256;
const SCHEMA = 1;
const ID_LENGTH = 16;
const LINE_LENGTH = ID_LENGTH + 6 + IV_LENGTH;
/** Stands for a part without records. No sealing has it: its chance is one in 2⁹⁶. */
const NO_PART = '0'.repeat(IV_LENGTH * 2);

/** What the list says of one record. */
export interface Line {
  readonly revision: number;
  readonly iv: string;
}

export type Part = ReadonlyMap<string, Line>;

export interface Root {
  /** Counts every change of the vault's content. */
  readonly generation: number;
  /** Number of records. */
  readonly count: number;
  /** The IV of each part's latest sealing, by part number. */
  readonly parts: readonly string[];
}

export type OpenedList<T> =
  | { readonly kind: 'open'; readonly value: T; readonly head: Head }
  | { readonly kind: 'damaged' | 'newer' };

export const EMPTY_ROOT: Root = {
  generation: 0,
  count: 0,
  parts: Array.from({ length: PARTS }, () => NO_PART),
};

export const partOf = (id: string): number => Number.parseInt(id.slice(0, 2), 16);
export const isPartEmpty = (root: Root, part: number): boolean => root.parts[part] === NO_PART;

/** The root after `part` was sealed as `head` (`null`: no records left in it). */
export function withParts(
  root: Root,
  changed: ReadonlyMap<number, Head | null>,
  count: number,
  generation: number,
): Root {
  const parts = root.parts.map((iv, part) => (changed.has(part) ? (changed.get(part)?.iv ?? NO_PART) : iv));
  return { generation, count, parts };
}

export function sealPart(
  key: DataKey,
  vaultId: Bytes,
  part: number,
  lines: Part,
  generation: number,
  random: Random,
): Promise<Sealed> {
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = concat(
    u16(sorted.length),
    ...sorted.flatMap(([id, { revision, iv }]) => [uuidBytes(id), u48(revision), ivBytes(iv)]),
  );
  return seal(key, partPlace(vaultId, part), { schema: SCHEMA, revision: generation }, plain, random);
}

export function sealRoot(key: DataKey, vaultId: Bytes, root: Root, random: Random): Promise<Sealed> {
  const plain = concat(u32(root.count), ...root.parts.map(ivBytes));
  return seal(key, rootPlace(vaultId), { schema: SCHEMA, revision: root.generation }, plain, random);
}

export async function openPart(
  key: DataKey,
  vaultId: Bytes,
  part: number,
  box: Uint8Array,
): Promise<OpenedList<Part>> {
  const opened = await open(key, partPlace(vaultId, part), box);
  if (opened.kind !== 'open') return opened;
  if (opened.head.schema > SCHEMA) return { kind: 'newer' };
  const { plain, head } = opened;
  if (plain.length < 2 || plain.length !== 2 + readU16(plain, 0) * LINE_LENGTH) return { kind: 'damaged' };
  const value = new Map<string, Line>();
  for (let at = 2; at < plain.length; at += LINE_LENGTH) {
    value.set(uuidText(plain.subarray(at, at + ID_LENGTH)), {
      revision: readU48(plain, at + ID_LENGTH),
      iv: toHex(plain.subarray(at + ID_LENGTH + 6, at + LINE_LENGTH)),
    });
  }
  return { kind: 'open', value, head };
}

export async function openRoot(key: DataKey, vaultId: Bytes, box: Uint8Array): Promise<OpenedList<Root>> {
  const opened = await open(key, rootPlace(vaultId), box);
  if (opened.kind !== 'open') return opened;
  if (opened.head.schema > SCHEMA) return { kind: 'newer' };
  const { plain, head } = opened;
  if (plain.length !== 4 + PARTS * IV_LENGTH) return { kind: 'damaged' };
  const parts = Array.from({ length: PARTS }, (_, part) =>
    toHex(plain.subarray(4 + part * IV_LENGTH, 4 + (part + 1) * IV_LENGTH)),
  );
  return { kind: 'open', value: { generation: head.revision, count: readU32(plain, 0), parts }, head };
}

function partPlace(vaultId: Bytes, part: number): Place {
  const id = new Uint8Array(ID_LENGTH);
  id[ID_LENGTH - 1] = part;
  return { vaultId, store: STORE.part, id };
}

function rootPlace(vaultId: Bytes): Place {
  return { vaultId, store: STORE.list, id: new Uint8Array(ID_LENGTH) };
}

function ivBytes(iv: string): Bytes {
  return Uint8Array.from({ length: IV_LENGTH }, (_, at) => Number.parseInt(iv.slice(at * 2, at * 2 + 2), 16));
}
