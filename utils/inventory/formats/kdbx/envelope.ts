/**
 * The outside of a KDBX file (4, and 3.1, which keepassxc-cli still makes), looked over without its password: is it whole, is its header intact, what does
 * its key derivation ask for. Everything here comes from a stranger; nothing is allocated by a number in it.
 * Byte layout: keepass.info/help/kb/kdbx_4.html (2026-11-22).
 */
import { type Failure, LIMITS_OF_FILES } from '../outcome.ts';

const MAGIC = 0x9aa2d903;
const KDBX = 0xb54bfb67;
const OLD_KDB = 0xb54bfb65;
const NEWEST_MINOR = 1;
const FIELD = {
  end: 0,
  comment: 1,
  cipher: 2,
  compression: 3,
  seed: 4,
  transformSeed: 5,
  rounds: 6,
  iv: 7,
  streamKey: 8,
  startBytes: 9,
  stream: 10,
  derivation: 11,
  custom: 12,
} as const;
/** Which fields belong to one major version alone. */
const ONLY_3: readonly number[] = [
  FIELD.transformSeed,
  FIELD.rounds,
  FIELD.streamKey,
  FIELD.startBytes,
  FIELD.stream,
];
const ONLY_4: readonly number[] = [FIELD.derivation, FIELD.custom];
const HASH = 32;
/** Programs write blocks of a mebibyte; many tiny ones would only cost time. */
export const MAX_BLOCKS = 4096;

const KDF_UUID: Readonly<Record<string, 'aes' | 'argon2d' | 'argon2id'>> = {
  c9d9f39a628a4460bf740d08c18a4fea: 'aes',
  ef636ddf8c29444b91f7a9a403e30a0c: 'argon2d',
  '9e298b1956db4773b23dfc3ec6f0a1e6': 'argon2id',
};
const CIPHERS: Readonly<Record<string, number>> = {
  '31c1f2e6bf714350be5805216afc5aff': 16,
  d6038a2b8b6f4cb5a524339a31dbb59a: 12,
};

/** What a file may ask of this computer. KeePass takes 64 MiB twice; KeePassXC whatever fills a second or five. */
const COST = {
  memory: 512 * 1024,
  /** KiB × passes: some 50 s in a browser on two cores. */
  work: 64 * 1024 * 512,
  lanes: 64,
  /** AES-KDF; KeePassXC's five seconds on a fast machine. */
  rounds: 200_000_000,
} as const;

export type Envelope = {
  readonly ok: true;
  readonly version: 3 | 4;
  /** Where the header ends. */
  readonly headerEnd: number;
  /** Version 4: how many blocks there are before the empty one that ends them. */
  readonly blocks: number;
  readonly compressed: boolean;
};

class Reader {
  at = 0;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  has(count: number): boolean {
    return count >= 0 && this.at + count <= this.bytes.length;
  }
  u8(): number {
    this.at += 1;
    return this.#view.getUint8(this.at - 1);
  }
  u16(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2, true);
  }
  u32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4, true);
  }
  take(count: number): Uint8Array<ArrayBuffer> {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
}

const fail = (why: Exclude<Failure['why'], 'cut'>): Failure => ({ ok: false, why });
/** Entries can't be counted without the password. */
const CUT: Failure = { ok: false, why: 'cut', whole: 0, expected: null };

export function isKdbx(bytes: Uint8Array<ArrayBuffer>): boolean {
  const reader = new Reader(bytes);
  return reader.has(8) && reader.u32() === MAGIC && [KDBX, OLD_KDB].includes(reader.u32());
}

export async function lookOver(bytes: Uint8Array<ArrayBuffer>): Promise<Envelope | Failure> {
  if (bytes.length === 0) return fail('empty');
  const reader = new Reader(bytes);
  if (!reader.has(12)) return isBeginning(bytes) ? CUT : fail('not-known');
  if (reader.u32() !== MAGIC) return fail('not-known');
  const kind = reader.u32();
  if (kind === OLD_KDB) return fail('older');
  if (kind !== KDBX) return fail('not-known');
  const minor = reader.u16();
  const major = reader.u16();
  if (major < 3) return fail(major === 0 ? 'damaged' : 'older');
  if (major > 4 || minor > NEWEST_MINOR) return fail('newer');
  const version = major === 4 ? 4 : 3;

  const fields = new Map<number, Uint8Array>();
  for (;;) {
    if (!reader.has(version === 4 ? 5 : 3)) return CUT;
    const id = reader.u8();
    const size = version === 4 ? reader.u32() : reader.u16();
    if (!reader.has(size)) return CUT;
    if (!Object.values<number>(FIELD).includes(id) || (version === 4 ? ONLY_3 : ONLY_4).includes(id))
      return fail('damaged');
    fields.set(id, reader.take(size));
    if (id === FIELD.end) break;
  }
  const headerEnd = reader.at;
  return version === 4 ? lookOver4(reader, fields, headerEnd) : lookOver3(reader, fields, headerEnd);
}

async function lookOver4(reader: Reader, fields: Fields, headerEnd: number): Promise<Envelope | Failure> {
  if (!reader.has(2 * HASH)) return CUT;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', reader.bytes.slice(0, headerEnd)));
  if (!reader.take(HASH).every((byte, at) => byte === digest[at])) return fail('damaged');
  reader.take(HASH);

  // The header is as it was written; from here on "unsupported" is what was meant.
  const header = checkHeader(fields);
  if (!header.ok) return header;
  const custom = fields.get(FIELD.custom);
  if (custom && !readDictionary(custom)) return fail('damaged');
  const asked = readDictionary(fields.get(FIELD.derivation) ?? new Uint8Array());
  const wrong = asked ? checkDerivation(asked) : fail('damaged');
  if (wrong) return wrong;
  let blocks = 0;
  for (;;) {
    if (blocks > MAX_BLOCKS) return fail('unsupported');
    if (!reader.has(HASH + 4)) return CUT;
    reader.take(HASH);
    const size = reader.u32();
    if (!reader.has(size)) return CUT;
    if (size === 0) break;
    reader.take(size);
    blocks += 1;
  }
  // Nothing comes behind the empty block.
  if (reader.at !== reader.bytes.length) return fail('damaged');
  return { ok: true, version: 4, headerEnd, blocks, compressed: header.compressed };
}

/** Version 3 has no hash of its header outside, so that damage there may look like a wrong password. */
function lookOver3(reader: Reader, fields: Fields, headerEnd: number): Envelope | Failure {
  const header = checkHeader(fields);
  if (!header.ok) return header;
  if (fields.get(FIELD.transformSeed)?.length !== 32 || fields.get(FIELD.startBytes)?.length !== 32)
    return fail('damaged');
  if (fields.get(FIELD.stream)?.length !== 4 || !fields.get(FIELD.streamKey)?.length) return fail('damaged');
  const asked = fields.get(FIELD.rounds);
  const rounds = asked?.length === 8 ? readNumber(asked) : 0;
  if (rounds < 1) return fail('damaged');
  if (rounds > COST.rounds) return fail('too-costly');
  const left = reader.bytes.length - headerEnd;
  // AES works on blocks of sixteen bytes.
  const isWhole = left >= 48 && (header.ivLength !== 16 || left % 16 === 0);
  return isWhole ? { ok: true, version: 3, headerEnd, blocks: 0, compressed: header.compressed } : CUT;
}

type Fields = ReadonlyMap<number, Uint8Array>;

function isBeginning(bytes: Uint8Array): boolean {
  const start = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5];
  return bytes.subarray(0, 8).every((byte, at) => byte === start[at]);
}

function checkHeader(fields: Fields): { ok: true; compressed: boolean; ivLength: number } | Failure {
  const compression = fields.get(FIELD.compression);
  const ivLength = CIPHERS[hex(fields.get(FIELD.cipher))];
  if (ivLength === undefined) return fail('unsupported');
  if (compression?.length !== 4 || fields.get(FIELD.seed)?.length !== 32) return fail('damaged');
  if (fields.get(FIELD.iv)?.length !== ivLength) return fail('damaged');
  const flags = readNumber(compression);
  return flags > 1 ? fail('unsupported') : { ok: true, compressed: flags === 1, ivLength };
}

type Dictionary = ReadonlyMap<string, { readonly type: number; readonly value: Uint8Array }>;

function readDictionary(field: Uint8Array): Dictionary | null {
  const reader = new Reader(Uint8Array.from(field));
  const found = new Map<string, { type: number; value: Uint8Array }>();
  if (!reader.has(2) || reader.u16() >>> 8 !== 1) return null;
  for (;;) {
    if (!reader.has(1)) return null;
    const type = reader.u8();
    if (type === 0) return found;
    if (!reader.has(4)) return null;
    const keyLength = reader.u32();
    if (keyLength === 0 || !reader.has(keyLength)) return null;
    const key = new TextDecoder().decode(reader.take(keyLength));
    if (!reader.has(4)) return null;
    const length = reader.u32();
    if (!reader.has(length)) return null;
    found.set(key, { type, value: reader.take(length) });
  }
}

function checkDerivation(asked: Dictionary): Failure | null {
  const kind = KDF_UUID[hex(asked.get('$UUID')?.value)];
  if (!kind) return fail('unsupported');
  if (asked.get('S')?.value.length !== 32) return fail('damaged');
  if (kind === 'aes') {
    const rounds = numberOf(asked, 'R');
    if (rounds === null || rounds < 1) return fail('damaged');
    return rounds > COST.rounds ? fail('too-costly') : null;
  }
  const memory = numberOf(asked, 'M');
  const passes = numberOf(asked, 'I');
  const lanes = numberOf(asked, 'P');
  if (memory === null || passes === null || lanes === null) return fail('damaged');
  if (memory % 1024 !== 0 || passes < 1 || lanes < 1 || memory < 8 * 1024 * lanes) return fail('damaged');
  // Version 1.0 of Argon2, secret keys and associated data: KeePass writes none of them.
  if (numberOf(asked, 'V') !== 0x13 || asked.has('K') || asked.has('A')) return fail('unsupported');
  const kibibytes = memory / 1024;
  const isCheap = kibibytes <= COST.memory && kibibytes * passes <= COST.work && lanes <= COST.lanes;
  return isCheap ? null : fail('too-costly');
}

/** Whole numbers of four or eight bytes. */
function numberOf(dictionary: Dictionary, key: string): number | null {
  const value = dictionary.get(key)?.value;
  if (value?.length !== 4 && value?.length !== 8) return null;
  return readNumber(value);
}

/** Four or eight bytes. */
function readNumber(value: Uint8Array): number {
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  return view.getUint32(0, true) + (value.length === 8 ? view.getUint32(4, true) * 2 ** 32 : 0);
}

const hex = (bytes: Uint8Array = new Uint8Array()): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Unpacks gzip, but no further than `most` bytes. @returns `null` when it is broken, `'too-large'` beyond */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  most = LIMITS_OF_FILES.unpacked,
): Promise<Uint8Array<ArrayBuffer> | null | 'too-large'> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > most) {
        await reader.cancel();
        return 'too-large';
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Looks over the XML before a parser sees it. A document type could define entities that unfold without end;
 * KeePass never writes one. @returns `null` when it may be parsed
 */
export function checkXml(xml: string): Failure | null {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return fail('damaged');
  let depth = 0;
  let entries = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) {
    const next = xml.charCodeAt(at + 1);
    if (next === 0x2f) depth -= 1;
    else if (next !== 0x21 && next !== 0x3f) {
      const end = xml.indexOf('>', at);
      if (end === -1) return fail('damaged');
      if (xml[end - 1] !== '/') depth += 1;
      if (depth > LIMITS_OF_FILES.xmlDepth) return fail('too-deep');
      if (xml.startsWith('<Entry>', at)) entries += 1;
      // Earlier versions of entries are entries too.
      if (entries > LIMITS_OF_FILES.entries * 4) return fail('too-many');
    }
  }
  return null;
}
