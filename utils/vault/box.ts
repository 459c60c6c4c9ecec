/**
 * The one way anything is sealed: AES-256-GCM with a fresh random IV, bound to where it belongs. A box that
 * was moved, renamed, replayed from another vault, cut or changed in any bit does not open.
 */
import { concat, readU16, readU48, toHex, u16, u48, utf8 } from './bytes.ts';
import type { Bytes, DataKey, Random, RawKey, Sealed } from './types.ts';

/** What a box holds. Part of what it is bound to; numbers are never used again. */
export const STORE = { record: 1, part: 2, list: 3, backupEntry: 4, backupEnd: 5, drafts: 6 } as const;
export type Store = (typeof STORE)[keyof typeof STORE];

export interface Place {
  readonly vaultId: Bytes;
  readonly store: Store;
  /** 16 bytes */
  readonly id: Bytes;
}

export interface Head {
  readonly schema: number;
  readonly revision: number;
  /** As hex: tells this sealing from every other one of the same thing. */
  readonly iv: string;
}

export type Opened =
  | { readonly kind: 'open'; readonly plain: Bytes; readonly head: Head }
  | { readonly kind: 'damaged' }
  /** Sealed in a later format of the box. */
  | { readonly kind: 'newer' };

const FORMAT = 1;
const HEAD_LENGTH = 9;
const ID_LENGTH = 16;
export const IV_LENGTH = 12;
export const TAG_LENGTH = 16;
/** What a box has beside its contents. */
export const OVERHEAD = HEAD_LENGTH + IV_LENGTH + TAG_LENGTH;
const DOMAIN = utf8('keytag box 1');
export const REVISION_MAX = 2 ** 48 - 1;

/** Box: format u8 ‖ schema u16 ‖ revision u48 ‖ IV (12) ‖ ciphertext ‖ tag (16). */
export async function seal(
  key: DataKey,
  place: Place,
  { schema, revision }: { readonly schema: number; readonly revision: number },
  plain: Bytes,
  random: Random,
): Promise<Sealed> {
  if (!Number.isInteger(revision) || revision < 0 || revision > REVISION_MAX) {
    throw new RangeError('revision out of bounds');
  }
  const head = concat(new Uint8Array([FORMAT]), u16(schema), u48(revision));
  const iv = random(IV_LENGTH);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bind(place, head) },
    key,
    plain,
  );
  return concat(head, iv, new Uint8Array(sealed)) as Sealed;
}

export async function open(key: DataKey, place: Place, box: Uint8Array): Promise<Opened> {
  if (box.length < OVERHEAD) return { kind: 'damaged' };
  if (box[0] !== FORMAT) return (box[0] ?? 0) > FORMAT ? { kind: 'newer' } : { kind: 'damaged' };
  // WebCrypto copies what it is given: views are enough, and there are thousands of boxes at unlock.
  const bytes = box as Bytes;
  const iv = bytes.subarray(HEAD_LENGTH, HEAD_LENGTH + IV_LENGTH);
  const additionalData = bind(place, bytes.subarray(0, HEAD_LENGTH));
  const sealed = bytes.subarray(HEAD_LENGTH + IV_LENGTH);
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed);
    return { kind: 'open', plain: new Uint8Array(plain), head: readHead(box) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return { kind: 'damaged' };
    throw error;
  }
}

/** What stands on the outside of a box; true only once the box has opened. */
export function readHead(box: Uint8Array): Head {
  const iv = toHex(box.subarray(HEAD_LENGTH, HEAD_LENGTH + IV_LENGTH));
  return { schema: readU16(box, 1), revision: readU48(box, 3), iv };
}

/** Additional data: "keytag box 1" ‖ vault id (16) ‖ store u8 ‖ id (16) ‖ head (9). */
function bind({ vaultId, store, id }: Place, head: Uint8Array): Bytes {
  const bound = new Uint8Array(DOMAIN.length + ID_LENGTH + 1 + ID_LENGTH + HEAD_LENGTH);
  if (vaultId.length !== ID_LENGTH || id.length !== ID_LENGTH) throw new RangeError('id of another length');
  bound.set(DOMAIN);
  bound.set(vaultId, DOMAIN.length);
  bound[DOMAIN.length + ID_LENGTH] = store;
  bound.set(id, DOMAIN.length + ID_LENGTH + 1);
  bound.set(head, DOMAIN.length + ID_LENGTH + 1 + ID_LENGTH);
  return bound;
}

export async function importDataKey(raw: RawKey): Promise<DataKey> {
  return (await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])) as DataKey;
}
