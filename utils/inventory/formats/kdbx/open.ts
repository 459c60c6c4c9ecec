/**
 * Opens a KDBX file step by step with the parts of kdbxweb, so that each step is bounded: its own `load`
 * would unpack and parse whatever a file holds. Large; loaded only when such a file is read or written.
 */
import {
  BinaryStream,
  CryptoEngine,
  HmacBlockTransform,
  Int64,
  Kdbx,
  KdbxContext,
  KdbxCredentials,
  KdbxError,
  KdbxHeader,
  KeyEncryptorAes,
  KeyEncryptorKdf,
  ProtectedValue,
  ProtectSaltGenerator,
  XmlUtils,
} from 'kdbxweb';
import type { Failure, KdbxArgon2, KdbxKey } from '../outcome.ts';
import { checkXml, type Envelope, MAX_BLOCKS, unpack } from './envelope.ts';

const AES = 'McHy5r9xQ1C+WAUhavxa/w==';
const HASH = 32;

/** Told apart from what kdbxweb throws. */
class NoMemory extends Error {}

const fail = (why: Exclude<Failure['why'], 'cut'>): Failure => ({ ok: false, why });

/** kdbxweb keeps one Argon2 for all files. */
export function installArgon2(argon2: KdbxArgon2): void {
  CryptoEngine.setArgon2Impl(async (password, salt, memory, passes, _length, lanes, type) => {
    const kind = type === CryptoEngine.Argon2TypeArgon2d ? 'argon2d' : 'argon2id';
    const derived = await argon2({
      kind,
      secret: new Uint8Array(password),
      salt: new Uint8Array(salt),
      memory,
      passes,
      lanes,
    });
    if (!derived) throw new NoMemory();
    return Uint8Array.from(derived).buffer;
  });
}

export const isNoMemory = (error: unknown): boolean => error instanceof NoMemory;

/** @returns `null` for a key file that is none */
export async function credentialsOf(key: KdbxKey): Promise<KdbxCredentials | null> {
  try {
    // A file without a password, with a key file alone, is opened with none rather than with an empty one.
    const password = key.password === '' && key.keyFile ? null : ProtectedValue.fromString(key.password);
    return await new KdbxCredentials(password, key.keyFile ? Uint8Array.from(key.keyFile) : null).ready;
  } catch {
    return null;
  }
}

export async function openKdbx(
  bytes: Uint8Array<ArrayBuffer>,
  envelope: Envelope,
  key: KdbxKey,
): Promise<{ readonly ok: true; readonly kdbx: Kdbx } | Failure> {
  installArgon2(key.argon2);
  const credentials = await credentialsOf(key);
  if (!credentials) return fail('bad-key-file');
  try {
    return await unlock(bytes, envelope, credentials);
  } catch (error) {
    if (error instanceof NoMemory) return fail('no-memory');
    // After the check of its header and of each block only a program that writes other things than KeePass
    // gets here, whatever it makes the parser throw.
    return fail(error instanceof KdbxError && error.code === 'Unsupported' ? 'unsupported' : 'damaged');
  }
}

type Plain = { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> } | Failure;

async function unlock(
  bytes: Uint8Array<ArrayBuffer>,
  envelope: Envelope,
  credentials: KdbxCredentials,
): Promise<{ readonly ok: true; readonly kdbx: Kdbx } | Failure> {
  const file = bytes.slice();
  const kdbx = new Kdbx();
  kdbx.credentials = credentials;
  const context = new KdbxContext({ kdbx });
  kdbx.header = KdbxHeader.read(new BinaryStream(file.buffer), context);
  const { header } = kdbx;

  const opened = await (envelope.version === 4
    ? decrypt4(file, envelope, kdbx)
    : decrypt3(file, envelope, kdbx));
  if (!opened.ok) return opened;
  const plain = envelope.compressed ? await unpack(opened.bytes) : opened.bytes;
  if (plain === 'too-large' || plain === null) return fail(plain ?? 'damaged');

  let xmlBytes = plain;
  if (envelope.version === 4) {
    const inner = new BinaryStream(plain.buffer);
    header.readInnerHeader(inner, context);
    xmlBytes = plain.subarray(inner.pos);
  }
  const xml = new TextDecoder().decode(xmlBytes);
  const wrong = checkXml(xml);
  if (wrong) return wrong;
  if (!header.protectedStreamKey || !header.crsAlgorithm) return fail('damaged');
  kdbx.xml = XmlUtils.parse(withTabs(xml));
  const salts = await ProtectSaltGenerator.create(header.protectedStreamKey, header.crsAlgorithm);
  XmlUtils.setProtectedValues(kdbx.xml.documentElement, salts);
  await kdbx.loadFromXml(context);
  kdbx.xml = undefined;
  // Version 3 says in its inside what its header was.
  const said = kdbx.meta.headerHash;
  if (
    envelope.version === 3 &&
    said &&
    !isSame(said, await CryptoEngine.sha256(file.slice(0, envelope.headerEnd).buffer))
  ) {
    return fail('damaged');
  }
  return { ok: true, kdbx };
}

async function decrypt4(
  file: Uint8Array<ArrayBuffer>,
  { headerEnd, blocks }: Envelope,
  { header, credentials }: Kdbx,
): Promise<Plain> {
  const { kdfParameters, masterSeed, encryptionIV } = header;
  if (!kdfParameters || !masterSeed || !encryptionIV) return fail('damaged');
  const secret = await credentials.getHash();
  const derived = await KeyEncryptorKdf.encrypt(secret, kdfParameters);
  const seeded = join(masterSeed, derived, Uint8Array.of(1));
  const cipherKey = await CryptoEngine.sha256(seeded.slice(0, 64).buffer);
  const hmacKey = await CryptoEngine.sha512(seeded.buffer);
  for (const used of [secret, derived, seeded.buffer]) new Uint8Array(used).fill(0);

  const headerKey = await HmacBlockTransform.getHmacKey(hmacKey, new Int64(0xffffffff, 0xffffffff));
  const mac = await CryptoEngine.hmacSha256(headerKey, file.slice(0, headerEnd).buffer);
  if (!isSame(file.slice(headerEnd + HASH, headerEnd + 2 * HASH).buffer, mac)) return fail('wrong-password');
  // kdbxweb leaves the empty block at the end unchecked, which says that no block was taken away before it.
  const endKey = await HmacBlockTransform.getHmacKey(hmacKey, new Int64(blocks));
  const end = new Uint8Array(12);
  new DataView(end.buffer).setUint32(0, blocks, true);
  const endMac = await CryptoEngine.hmacSha256(endKey, end.buffer);
  if (!isSame(file.slice(file.length - HASH - 4, file.length - 4).buffer, endMac)) return fail('damaged');
  const sealed = await HmacBlockTransform.decrypt(file.slice(headerEnd + 2 * HASH).buffer, hmacKey);
  const plain = isAes(header)
    ? await openAes(sealed, cipherKey, encryptionIV)
    : await CryptoEngine.chacha20(sealed, cipherKey, encryptionIV);
  return { ok: true, bytes: new Uint8Array(plain) };
}

async function decrypt3(
  file: Uint8Array<ArrayBuffer>,
  { headerEnd }: Envelope,
  { header, credentials }: Kdbx,
): Promise<Plain> {
  const { masterSeed, transformSeed, keyEncryptionRounds, encryptionIV, streamStartBytes } = header;
  if (!masterSeed || !transformSeed || !keyEncryptionRounds || !encryptionIV || !streamStartBytes)
    return fail('damaged');
  const secret = await credentials.getHash();
  const transformed = await KeyEncryptorAes.encrypt(
    new Uint8Array(secret),
    transformSeed,
    keyEncryptionRounds,
  );
  const derived = await CryptoEngine.sha256(Uint8Array.from(transformed).buffer);
  const cipherKey = await CryptoEngine.sha256(join(masterSeed, derived).buffer);
  for (const used of [secret, derived, transformed]) new Uint8Array(used).fill(0);

  const sealed = file.slice(headerEnd).buffer;
  const plain = new Uint8Array(
    isAes(header)
      ? await openAesWithoutPadding(sealed, cipherKey, encryptionIV)
      : await CryptoEngine.chacha20(sealed, cipherKey, encryptionIV),
  );
  if (!isSame(plain.slice(0, streamStartBytes.byteLength).buffer, streamStartBytes))
    return fail('wrong-password');
  return readHashedBlocks(plain.slice(streamStartBytes.byteLength));
}

/** Index, hash, length, bytes; an empty block ends the list. */
async function readHashedBlocks(data: Uint8Array<ArrayBuffer>): Promise<Plain> {
  const view = new DataView(data.buffer);
  const blocks: Uint8Array[] = [];
  for (let at = 0; ; ) {
    if (at + HASH + 8 > data.length) return { ok: false, why: 'cut', whole: 0, expected: null };
    const hash = data.slice(at + 4, at + 4 + HASH).buffer;
    const size = view.getUint32(at + 4 + HASH, true);
    at += HASH + 8;
    if (size === 0) return { ok: true, bytes: join(...blocks) };
    if (at + size > data.length) return { ok: false, why: 'cut', whole: 0, expected: null };
    const block = data.slice(at, at + size);
    if (!isSame(await CryptoEngine.sha256(block.buffer), hash)) return fail('damaged');
    blocks.push(block);
    if (blocks.length > MAX_BLOCKS) return fail('unsupported');
    at += size;
  }
}

const isAes = (header: KdbxHeader): boolean => header.dataCipherUuid?.toString() === AES;

async function openAes(data: ArrayBuffer, key: ArrayBuffer, iv: ArrayBuffer): Promise<ArrayBuffer> {
  const aes = CryptoEngine.createAesCbc();
  await aes.importKey(key);
  return aes.decrypt(data, iv);
}

/**
 * WebCrypto refuses data without proper padding, which a cut file has not; then a cut could not be told from
 * a wrong password. A block that opens as padding is put behind the data.
 */
async function openAesWithoutPadding(
  data: ArrayBuffer,
  key: ArrayBuffer,
  iv: ArrayBuffer,
): Promise<ArrayBuffer> {
  const aes = CryptoEngine.createAesCbc();
  await aes.importKey(key);
  const padding = await aes.encrypt(new ArrayBuffer(0), data.slice(-16));
  return aes.decrypt(join(data, padding).buffer, iv);
}

function join(...parts: readonly (ArrayBuffer | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part instanceof Uint8Array ? part : new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole;
}

function isSame(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const other = new Uint8Array(b);
  return a.byteLength === b.byteLength && new Uint8Array(a).every((byte, at) => byte === other[at]);
}

/** kdbxweb drops tabs before it parses: in texts they are kept by writing them another way. */
function withTabs(xml: string): string {
  return xml.includes('\t')
    ? xml.replace(/>([^<]*)<\//g, (text) => (text.includes('\t') ? text.replaceAll('\t', '&#9;') : text))
    : xml;
}
