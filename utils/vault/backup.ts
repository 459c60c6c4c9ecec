/**
 * The backup file: what it is in plain words, the vault's header, each entry sealed by itself, and a closing
 * box that covers every byte before it. Opens by itself with the passphrase or recovery key of its day.
 * Layout in README.md of this folder. Knows nothing of entries: items are bytes.
 */
import { OVERHEAD, open, STORE, seal } from './box.ts';
import { concat, isEqual, readU32, readU48, sha256, u32, u48, utf8 } from './bytes.ts';
import { HEADER_LENGTH, type Header, readHeader } from './header.ts';
import type { Bytes, DataKey, HeaderBytes, Random } from './types.ts';

const LABEL = utf8('Keytag backup, format ');
const FORMAT = utf8('1\n');
const ID_LENGTH = 16;
const SUM_LENGTH = 32;
const AT_ID = LABEL.length + FORMAT.length;
const AT_MADE = AT_ID + ID_LENGTH;
const AT_LENGTH = AT_MADE + 6;
const AT_COUNT = AT_LENGTH + 6;
const AT_HEADER = AT_COUNT + 4;
const AT_BOXES = AT_HEADER + HEADER_LENGTH;

/** Far more than any inventory; a file beyond is refused before it is read. */
export const BACKUP_MAX_BYTES = 64 * 2 ** 20;
/** More than entries of the least length fit into that. */
const MOST_ENTRIES = 250_000;

export interface Backup {
  readonly header: Header;
  /** ms since 1970 */
  readonly madeAt: number;
  readonly count: number;
  readonly bytes: Bytes;
}

export type ReadBackup =
  | { readonly kind: 'backup'; readonly backup: Backup }
  | { readonly kind: 'not-a-backup' | 'newer' | 'damaged' | 'too-large' | 'refused' }
  /** The file stops in the middle; so many whole boxes are there. */
  | { readonly kind: 'cut'; readonly whole: number; readonly expected: number };

export async function writeBackup(
  key: DataKey,
  header: { readonly bytes: HeaderBytes; readonly vaultId: Bytes },
  items: readonly Bytes[],
  madeAt: number,
  random: Random,
): Promise<Bytes> {
  const { vaultId } = header;
  const id = random(ID_LENGTH);
  const boxes = await Promise.all(
    items.map((item, at) =>
      seal(key, { vaultId, store: STORE.backupEntry, id }, { schema: 1, revision: at }, item, random),
    ),
  );
  const framed = boxes.flatMap((box) => [u32(box.length), box]);
  // The closing box holds one digest, so its length is known before it is made.
  const closingLength = 4 + 9 + 12 + SUM_LENGTH + 16;
  const length = AT_BOXES + framed.reduce((sum, part) => sum + part.length, 0) + closingLength + SUM_LENGTH;
  const front = concat(LABEL, FORMAT, id, u48(madeAt), u48(length), u32(items.length), header.bytes);
  const body = concat(front, ...framed);
  const place = { vaultId, store: STORE.backupEnd, id };
  const closing = await seal(key, place, { schema: 1, revision: items.length }, await sha256(body), random);
  const unsummed = concat(body, u32(closing.length), closing);
  return concat(unsummed, await sha256(unsummed));
}

/** Reads and judges the outside. No key is needed, nothing is derived. */
export async function readBackup(input: Uint8Array): Promise<ReadBackup> {
  if (input.length > BACKUP_MAX_BYTES) return { kind: 'too-large' };
  if (!isEqual(input.subarray(0, LABEL.length), LABEL)) return { kind: 'not-a-backup' };
  if (input.length >= AT_ID && !isEqual(input.subarray(LABEL.length, AT_ID), FORMAT)) {
    return /^\d+\n?$/.test(String.fromCharCode(...input.subarray(LABEL.length, AT_ID)))
      ? { kind: 'newer' }
      : { kind: 'damaged' };
  }
  if (input.length < AT_BOXES)
    return { kind: 'cut', whole: 0, expected: input.length < AT_HEADER ? 0 : readU32(input, AT_COUNT) };
  const count = readU32(input, AT_COUNT);
  const length = readU48(input, AT_LENGTH);
  if (input.length < length)
    return { kind: 'cut', whole: framesOf(input, Math.min(count, MOST_ENTRIES)).length, expected: count };
  const bytes = Uint8Array.from(input);
  const unsummed = bytes.subarray(0, -SUM_LENGTH);
  if (input.length !== length || !isEqual(await sha256(unsummed), bytes.subarray(-SUM_LENGTH)))
    return { kind: 'damaged' };
  if (count > MOST_ENTRIES) return { kind: 'too-large' };
  const read = await readHeader(bytes.subarray(AT_HEADER, AT_BOXES));
  if (read.kind !== 'header') return { kind: read.kind };
  if (framesOf(bytes, count + 1).length !== count + 1) return { kind: 'damaged' };
  return { kind: 'backup', backup: { header: read.header, madeAt: readU48(bytes, AT_MADE), count, bytes } };
}

/** Opens every box and checks the closing one. `null`: the key is another, or the file was made up. */
export async function openBackup(
  key: DataKey,
  { header, count, bytes }: Backup,
): Promise<readonly Bytes[] | null> {
  const id = bytes.slice(AT_ID, AT_MADE);
  const place = { vaultId: header.vaultId, id };
  const frames = framesOf(bytes, count + 1);
  const end = frames.at(-1);
  if (!end) return null;
  const closing = await open(key, { ...place, store: STORE.backupEnd }, bytes.subarray(end.from, end.to));
  const digest = await sha256(bytes.slice(0, end.from - 4));
  if (closing.kind !== 'open' || closing.head.revision !== count || !isEqual(closing.plain, digest))
    return null;
  const items = await Promise.all(
    frames.slice(0, -1).map(async ({ from, to }, at) => {
      const opened = await open(key, { ...place, store: STORE.backupEntry }, bytes.subarray(from, to));
      return opened.kind === 'open' && opened.head.revision === at ? opened.plain : null;
    }),
  );
  const whole = items.filter((item) => item !== null);
  return whole.length === count ? whole : null;
}

/** The whole boxes found one after the other, at most `most`. What is too short for a box ends them. */
function framesOf(
  bytes: Uint8Array,
  most: number,
): readonly { readonly from: number; readonly to: number }[] {
  const frames: { from: number; to: number }[] = [];
  let at = AT_BOXES;
  while (frames.length < most && at + 4 <= bytes.length) {
    const from = at + 4;
    const to = from + readU32(bytes, at);
    if (to - from < OVERHEAD || to > bytes.length) break;
    frames.push({ from, to });
    at = to;
  }
  return frames;
}
