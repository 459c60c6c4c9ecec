/** Entries of a KeePass database. Groups are flattened; the recycle bin stays closed. */
import type { KdbxEntry, KdbxEntryField, KdbxGroup } from 'kdbxweb';
import type { Day } from '../../../lib/day.ts';
import { Collector } from '../collect.ts';
import { addTexts, keyOfFieldName, nameFromTitle, readMarker, readTags, type Texts } from '../fields.ts';
import { LIMITS_OF_FILES, type ReadOptions, type ReadOutcome } from '../outcome.ts';
import { lookOver } from './envelope.ts';
import { openKdbx } from './open.ts';

const STANDARD = ['Title', 'UserName', 'Password', 'URL', 'Notes'];
/** Where KeePass and KeePassXC keep what makes one-time codes. */
const ONE_TIME = /^(otp|TOTP .*|HmacOtp-.*|TimeOtp-.*|KeeOtp.*)$/;

export async function readKdbx(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<ReadOutcome> {
  const envelope = await lookOver(bytes);
  if (!envelope.ok) return envelope;
  if (!options.kdbx) return { ok: false, why: 'needs-password' };
  const opened = await openKdbx(bytes, envelope, options.kdbx);
  if (!opened.ok) return opened;
  const { kdbx } = opened;
  const collector = new Collector(options);
  const bin = kdbx.meta.recycleBinEnabled ? kdbx.meta.recycleBinUuid : undefined;

  const waiting: { group: KdbxGroup; isInBin: boolean }[] = kdbx.groups
    .toReversed()
    .map((group) => ({ group, isInBin: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { group } = next;
    const isInBin = next.isInBin || (bin !== undefined && !bin.empty && group.uuid.equals(bin));
    for (const entry of group.entries) {
      if (isInBin) collector.skip('in-the-bin', { title: textOf(entry.fields.get('Title')) });
      else readOne(entry, collector);
    }
    if (collector.size > LIMITS_OF_FILES.entries) return { ok: false, why: 'too-many' };
    waiting.push(...group.groups.toReversed().map((inner) => ({ group: inner, isInBin })));
  }
  return collector.done();
}

function readOne(entry: KdbxEntry, collector: Collector): void {
  const { losses, options } = collector;
  const title = textOf(entry.fields.get('Title'));
  const texts: Texts = {};
  let hasStrangers = false;
  let hasCodes = false;
  for (const [name, value] of entry.fields) {
    const key = keyOfFieldName(name);
    if (key) texts[key] = textOf(value);
    else if (ONE_TIME.test(name)) hasCodes = true;
    else if (!STANDARD.includes(name)) hasStrangers = true;
  }
  texts.account = textOf(entry.fields.get('UserName'));
  texts.note = textOf(entry.fields.get('Notes'));
  texts.password = textOf(entry.fields.get('Password'));
  texts.name = nameFromTitle(title, texts);
  if (hasStrangers) losses.add('custom-fields');
  if (hasCodes) losses.add('one-time-codes');
  if (textOf(entry.fields.get('URL')) !== '') losses.add('web-addresses');
  if (entry.binaries.size > 0) losses.add('attachments');
  if (entry.history.length > 0) losses.add('versions');

  const own = readMarker(texts.keytag) !== null;
  const { expires, expiryTime } = entry.times;
  let rotateBy: Day | null = null;
  if (expires && expiryTime) {
    const day = Number.isNaN(expiryTime.getTime()) ? null : dayOfExpiry(expiryTime, own, options);
    if (day === null) losses.add('days');
    rotateBy = day;
  }
  addTexts(
    texts,
    { title },
    { id: uuidOf(entry), rotateBy, tags: tagsOf(entry, texts.tags, own) },
    collector,
  );
}

/** What Keytag wrote stands at noon UTC and is that day everywhere; other instants are a day where the person is. */
function dayOfExpiry(at: Date, own: boolean, { dayOf = localDay }: ReadOptions): Day | null {
  const year = at.getUTCFullYear();
  if (year < 1970 || year > 9998) return null;
  const iso = at.toISOString();
  return own && /T12:00:00\.000Z$/.test(iso) ? (iso.slice(0, 10) as Day) : dayOf(at);
}

function localDay(at: Date): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}` as Day;
}

/** KeePass knows tags without separators. Ours with such stand in a field, as long as nobody changed the tags. */
function tagsOf(entry: KdbxEntry, exact: string | undefined, own: boolean): readonly string[] {
  if (!own || exact === undefined) return [...new Set(entry.tags)];
  const kept = readTags(exact, true);
  // KeePassXC sorts them.
  return simpleTags(kept).toSorted().join() === entry.tags.toSorted().join() ? kept : entry.tags;
}

/** Tags as KeePass can hold them. */
export function simpleTags(tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => tag.split(/[;,:]/))
    .map((tag) => clean(tag).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** XML holds no other control characters than tab and line break, and knows one line break. */
export function clean(text: string): string {
  return Array.from(text.replace(/\r\n?/g, '\n'))
    .filter(
      (char) =>
        char === '\n' ||
        char === '\t' ||
        (char >= ' ' &&
          char !== '\uFFFE' &&
          char !== '\uFFFF' &&
          !/[\uD800-\uDFFF]/.test(char.length === 1 ? char : ' ')),
    )
    .join('');
}

function uuidOf(entry: KdbxEntry): string | null {
  if (entry.uuid.empty) return null;
  const hex = Array.from(new Uint8Array(entry.uuid.toBytes()), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function textOf(field: KdbxEntryField | undefined): string {
  if (field === undefined) return '';
  // kdbxweb's own decoding drops a byte order mark, which a password may begin with.
  return typeof field === 'string'
    ? field
    : new TextDecoder('utf-8', { ignoreBOM: true }).decode(field.getBinary());
}
