/** A KeePass database of the inventory: AES-256, Argon2id, the fields of README.md in the folder above. */
import { Consts, Int64, Kdbx, type KdbxEntry, KdbxUuid, ProtectedValue, VarDictionary } from 'kdbxweb';
import type { Entry } from '../../entry.ts';
import { Losses } from '../collect.ts';
import { customFields, textsOf, titleOf } from '../fields.ts';
import type { FieldKey, WriteOptions, WriteOutcome } from '../outcome.ts';
import { credentialsOf, installArgon2, isNoMemory } from './open.ts';
import { clean, simpleTags } from './read.ts';

/** As for a new vault: RFC 9106's second choice with one lane, which is what a browser has. */
const DERIVATION = { memory: 64 * 1024, passes: 3, lanes: 1 } as const;
const NATIVE: readonly FieldKey[] = ['account', 'note', 'password', 'rotateBy', 'tags'];

export async function writeKdbx(entries: readonly Entry[], options: WriteOptions): Promise<WriteOutcome> {
  const key = options.kdbx;
  if (!key || key.password === '') return { ok: false, why: 'needs-password' };
  installArgon2(key.argon2);
  const credentials = await credentialsOf(key);
  if (!credentials) return { ok: false, why: 'needs-password' };

  const losses = new Losses();
  const kdbx = Kdbx.create(credentials, 'Keytag');
  kdbx.setKdf(Consts.KdfId.Argon2id);
  const { UInt32, UInt64 } = VarDictionary.ValueType;
  kdbx.header.kdfParameters?.set('M', UInt64, new Int64(DERIVATION.memory * 1024));
  kdbx.header.kdfParameters?.set('I', UInt64, new Int64(DERIVATION.passes));
  kdbx.header.kdfParameters?.set('P', UInt32, DERIVATION.lanes);
  const group = kdbx.getDefaultGroup();
  const now = new Date(options.now);
  for (const [at, entry] of entries.entries())
    fill(kdbx.createEntry(group), entry, at + 1, entries.length, now, options, losses);

  try {
    const bytes = new Uint8Array(await kdbx.save());
    return {
      ok: true,
      bytes,
      fileName: `keytag-${options.today}.kdbx`,
      mediaType: 'application/octet-stream',
      lost: losses.list(),
    };
  } catch (error) {
    if (isNoMemory(error)) return { ok: false, why: 'no-memory' };
    throw error;
  }
}

function fill(
  item: KdbxEntry,
  entry: Entry,
  place: number,
  of: number,
  now: Date,
  options: WriteOptions,
  losses: Losses,
): void {
  const texts = textsOf(entry, place, of);
  // Readable as it is where KeePass's own tags say the same.
  const tags = simpleTags(entry.tags);
  const isSimple = JSON.stringify(tags) === JSON.stringify(entry.tags) && new Set(tags).size === tags.length;
  const native = isSimple ? NATIVE : NATIVE.filter((key) => key !== 'tags');
  const fields = [
    ['Title', titleOf(entry)] as const,
    ['UserName', texts.account] as const,
    ['Notes', texts.note] as const,
    ...customFields(texts, native),
  ];
  const written = fields.map(([name, text]) => [name, clean(text)] as const);
  if (fields.some(([, text]) => text.includes('\r'))) losses.add('line-endings');
  if (fields.some(([, text], at) => text.replace(/\r\n?/g, '\n') !== written[at]?.[1]))
    losses.add('control-characters');
  for (const [name, text] of written) item.fields.set(name, text);
  if (entry.password && options.withPasswords)
    item.fields.set('Password', ProtectedValue.fromString(entry.password));
  else if (entry.password) losses.add('passwords');

  item.uuid = new KdbxUuid(
    Uint8Array.from(entry.id.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
      .buffer,
  );
  item.tags = tags;
  const changed = new Date(entry.changedAt);
  item.times.creationTime = new Date(entry.history[0]?.at ?? entry.changedAt);
  item.times.lastModTime = changed;
  item.times.lastAccessTime = changed;
  item.times.locationChanged = changed;
  item.times.expires = entry.rotateBy !== null;
  // Noon UTC is the same day from the Americas to Japan.
  item.times.expiryTime = entry.rotateBy === null ? now : new Date(`${entry.rotateBy}T12:00:00Z`);
}
