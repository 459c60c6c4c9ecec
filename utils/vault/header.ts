/**
 * The vault's header: how the data key is wrapped, once by the passphrase and once by the recovery key.
 * 240 bytes, layout in README.md of this folder. No storage and no derivation happen here: the key-encryption
 * key comes in from kdf.ts's `Derive`.
 */
import { IV_LENGTH, importDataKey, TAG_LENGTH } from './box.ts';
import { concat, isEqual, readU16, readU32, sha256, u16, u32, utf8 } from './bytes.ts';
import { acceptParameters, type KdfParameters, SALT_LENGTH } from './kdf.ts';
import type { Bytes, HeaderBytes, Random, RawKey } from './types.ts';

const MAGIC = utf8('KEYTAG');
const VERSION = 1;
const ARGON2ID = 1;
const KEY_LENGTH = 32;
const SLOT_LENGTH = IV_LENGTH + KEY_LENGTH + TAG_LENGTH;
const SEAL_LENGTH = IV_LENGTH + TAG_LENGTH;

/** Offsets. */
const AT = { version: 6, vaultId: 8, generation: 24, kdf: 28, memory: 32, passes: 36, lanes: 40, salt: 44 };
const PASSPHRASE_SLOT = AT.salt + SALT_LENGTH;
const RECOVERY_SLOT = PASSPHRASE_SLOT + SLOT_LENGTH;
const SEAL = RECOVERY_SLOT + SLOT_LENGTH;
const CHECKSUM = SEAL + SEAL_LENGTH;
export const HEADER_LENGTH = CHECKSUM + 32;

export interface Header {
  readonly vaultId: Bytes;
  /** Grows by one with every change of passphrase, parameters or recovery key. */
  readonly generation: number;
  readonly parameters: KdfParameters;
  readonly salt: Bytes;
  readonly bytes: HeaderBytes;
}

export type ReadHeader =
  | { readonly kind: 'header'; readonly header: Header }
  /** Not what was written: the public checksum fails. */
  | { readonly kind: 'damaged' }
  /** Whole, but it asks for a derivation no vault of ours asks for: too weak or too costly. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'newer'; readonly version: number };

export type UnlockedHeader =
  | { readonly kind: 'open'; readonly raw: RawKey }
  /** The key does not fit: another passphrase or recovery key. */
  | { readonly kind: 'wrong' }
  /** The key fits, but something else in the header was changed since it was written. */
  | { readonly kind: 'altered' };

/** Reads and judges a header without deriving or allocating anything. */
export async function readHeader(input: Uint8Array): Promise<ReadHeader> {
  if (input.length < AT.vaultId || !isEqual(input.subarray(0, MAGIC.length), MAGIC))
    return { kind: 'damaged' };
  const version = readU16(input, AT.version);
  if (version > VERSION) return { kind: 'newer', version };
  if (version !== VERSION || input.length !== HEADER_LENGTH) return { kind: 'damaged' };
  const bytes = Uint8Array.from(input);
  if (!isEqual(await sha256(bytes.slice(0, CHECKSUM)), bytes.subarray(CHECKSUM))) return { kind: 'damaged' };
  const parameters = acceptParameters({
    memory: readU32(bytes, AT.memory),
    passes: readU32(bytes, AT.passes),
    lanes: readU32(bytes, AT.lanes),
  });
  if (bytes[AT.kdf] !== ARGON2ID || !parameters) return { kind: 'refused' };
  const header: Header = {
    vaultId: bytes.slice(AT.vaultId, AT.generation),
    generation: readU32(bytes, AT.generation),
    parameters,
    salt: bytes.slice(AT.salt, PASSPHRASE_SLOT),
    bytes: bytes as HeaderBytes,
  };
  return { kind: 'header', header };
}

/** What a passphrase slot is made of: `derived` is Argon2id of the passphrase with these very values. */
export interface PassphraseWrap {
  readonly derived: Bytes;
  readonly salt: Bytes;
  readonly parameters: KdfParameters;
}

/** A new vault: new identity, new data key. */
export async function newHeader(
  wrap: PassphraseWrap,
  recoveryKey: Bytes,
  random: Random,
): Promise<{ readonly bytes: HeaderBytes; readonly raw: RawKey; readonly vaultId: Bytes }> {
  const vaultId = random(16);
  const raw = random(KEY_LENGTH) as RawKey;
  const front = frontOf(vaultId, 1, wrap);
  const bytes = await writeHeader({
    front,
    passphraseSlot: await wrapKey(wrap.derived, front, raw, random),
    recoverySlot: await wrapKey(
      await recoveryKek(recoveryKey, vaultId),
      recoveryBinding(vaultId),
      raw,
      random,
    ),
    raw,
    random,
  });
  return { bytes, raw, vaultId };
}

/** The same vault under another passphrase or other parameters. The recovery key stays as it is. */
export async function withPassphrase(
  header: Header,
  raw: RawKey,
  wrap: PassphraseWrap,
  random: Random,
): Promise<HeaderBytes> {
  const front = frontOf(header.vaultId, header.generation + 1, wrap);
  return writeHeader({
    front,
    passphraseSlot: await wrapKey(wrap.derived, front, raw, random),
    recoverySlot: header.bytes.slice(RECOVERY_SLOT, SEAL),
    raw,
    random,
  });
}

/** The same vault and passphrase with another recovery key; `derived` is needed to wrap the key anew. */
export async function withRecoveryKey(
  header: Header,
  raw: RawKey,
  wrap: PassphraseWrap,
  recoveryKey: Bytes,
  random: Random,
): Promise<HeaderBytes> {
  const front = frontOf(header.vaultId, header.generation + 1, wrap);
  return writeHeader({
    front,
    passphraseSlot: await wrapKey(wrap.derived, front, raw, random),
    recoverySlot: await wrapKey(
      await recoveryKek(recoveryKey, header.vaultId),
      recoveryBinding(header.vaultId),
      raw,
      random,
    ),
    raw,
    random,
  });
}

/** @param derived Argon2id of the passphrase with the header's own salt and parameters */
export function openWithPassphrase(header: Header, derived: Bytes): Promise<UnlockedHeader> {
  return unwrap(header, PASSPHRASE_SLOT, derived, header.bytes.slice(0, PASSPHRASE_SLOT));
}

export async function openWithRecoveryKey(header: Header, recoveryKey: Bytes): Promise<UnlockedHeader> {
  const kek = await recoveryKek(recoveryKey, header.vaultId);
  return unwrap(header, RECOVERY_SLOT, kek, recoveryBinding(header.vaultId));
}

/** All that stands before the slots: magic, version, vault id, generation, derivation, salt. */
function frontOf(vaultId: Bytes, generation: number, { salt, parameters }: PassphraseWrap): Bytes {
  if (salt.length !== SALT_LENGTH) throw new RangeError('salt of another length');
  return concat(
    MAGIC,
    u16(VERSION),
    vaultId,
    u32(generation),
    new Uint8Array([ARGON2ID, 0, 0, 0]),
    u32(parameters.memory),
    u32(parameters.passes),
    u32(parameters.lanes),
    salt,
  );
}

/** The recovery slot outlives changes of passphrase, so only what never changes binds it. */
function recoveryBinding(vaultId: Bytes): Bytes {
  return concat(utf8('keytag recovery slot 1'), vaultId);
}

/** The recovery key has its 128 bits of chance already: HKDF, not Argon2id. */
async function recoveryKek(recoveryKey: Bytes, vaultId: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', recoveryKey, 'HKDF', false, ['deriveBits']);
  const info = utf8('keytag recovery key 1');
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: vaultId, info }, key, 256),
  );
}

async function wrapKey(kek: Bytes, binding: Bytes, raw: RawKey, random: Random): Promise<Bytes> {
  const iv = random(IV_LENGTH);
  const key = await crypto.subtle.importKey('raw', kek, 'AES-GCM', false, ['encrypt']);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: binding }, key, raw);
  return concat(iv, new Uint8Array(wrapped));
}

async function unwrap(header: Header, slot: number, kek: Bytes, binding: Bytes): Promise<UnlockedHeader> {
  const key = await crypto.subtle.importKey('raw', kek, 'AES-GCM', false, ['decrypt']);
  const iv = header.bytes.slice(slot, slot + IV_LENGTH);
  const wrapped = header.bytes.slice(slot + IV_LENGTH, slot + SLOT_LENGTH);
  const raw = await decrypted({ name: 'AES-GCM', iv, additionalData: binding }, key, wrapped);
  if (!raw) return { kind: 'wrong' };
  return (await isSealed(header, raw as RawKey)) ? { kind: 'open', raw: raw as RawKey } : { kind: 'altered' };
}

interface Parts {
  readonly front: Bytes;
  readonly passphraseSlot: Bytes;
  readonly recoverySlot: Bytes;
  readonly raw: RawKey;
  readonly random: Random;
}

/** The seal is a GCM tag over nothing but the header itself, under the data key: it covers every byte. */
async function writeHeader({
  front,
  passphraseSlot,
  recoverySlot,
  raw,
  random,
}: Parts): Promise<HeaderBytes> {
  const covered = concat(front, passphraseSlot, recoverySlot);
  const iv = random(IV_LENGTH);
  const key = await importDataKey(raw);
  const tag = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: sealBinding(covered) },
    key,
    new Uint8Array(0),
  );
  const unsummed = concat(covered, iv, new Uint8Array(tag));
  return concat(unsummed, await sha256(unsummed)) as HeaderBytes;
}

async function isSealed(header: Header, raw: RawKey): Promise<boolean> {
  const covered = header.bytes.slice(0, SEAL);
  const iv = header.bytes.slice(SEAL, SEAL + IV_LENGTH);
  const tag = header.bytes.slice(SEAL + IV_LENGTH, CHECKSUM);
  const key = await importDataKey(raw);
  return (await decrypted({ name: 'AES-GCM', iv, additionalData: sealBinding(covered) }, key, tag)) !== null;
}

function sealBinding(covered: Bytes): Bytes {
  return concat(utf8('keytag header seal 1'), covered);
}

async function decrypted(algorithm: AesGcmParams, key: CryptoKey, data: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
