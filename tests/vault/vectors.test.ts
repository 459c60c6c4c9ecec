/** Format v1, byte for byte: what was sealed once opens for ever, here and by other means. */
import { beforeAll, describe, expect, it } from 'vitest';
import { derive } from '@/utils/vault/argon2.ts';
import { openBackup, readBackup } from '@/utils/vault/backup.ts';
import { importDataKey, open, STORE } from '@/utils/vault/box.ts';
import { toHex, uuidBytes } from '@/utils/vault/bytes.ts';
import { type Header, openWithPassphrase, openWithRecoveryKey, readHeader } from '@/utils/vault/header.ts';
import { openPart, openRoot, partOf } from '@/utils/vault/manifest.ts';
import { passphraseBytes } from '@/utils/vault/passphrase.ts';
import { readRecoveryKey } from '@/utils/vault/recovery-key.ts';
import type { Bytes, RawKey } from '@/utils/vault/types.ts';
import { makeVectors } from './make-vectors.ts';
import {
  dataKeyByPassphrase,
  dataKeyByRecovery,
  headerParts,
  isChecksumRight,
  listPart,
  openBackupFile,
  openBox,
  uuid,
} from './twin.ts';
import vector from './vectors/v1.json' with { type: 'json' };

const bytes = (hex: string): Bytes => Uint8Array.from(Buffer.from(hex, 'hex'));
const buffer = (hex: string): Buffer => Buffer.from(hex, 'hex');

async function headerOf(hex: string): Promise<Header> {
  const read = await readHeader(bytes(hex));
  if (read.kind !== 'header') throw new Error(read.kind);
  return read.header;
}

async function derived(passphrase: string, { salt, parameters }: Header): Promise<Bytes> {
  const input = passphraseBytes(passphrase);
  if (!input.ok) throw new Error(input.kind);
  const done = await derive(input.bytes, salt, parameters);
  if (!done.ok) throw new Error(done.kind);
  return done.bytes;
}

describe('what the extension reads', () => {
  it('opens the header with the passphrase, also typed in another normal form', async () => {
    const header = await headerOf(vector.header);
    const kek = await derived(vector.passphrase.normalize('NFD'), header);
    expect(toHex(kek)).toBe(vector.derived);
    const opened = await openWithPassphrase(header, kek);
    expect(opened.kind === 'open' && toHex(opened.raw)).toBe(vector.dataKey);
  });

  it('opens the header with the recovery key, before and after a change of passphrase', async () => {
    const key = await readRecoveryKey(vector.recoveryGroups.join('-'));
    if (!key.ok) throw new Error('mistyped');
    expect(toHex(key.key)).toBe(vector.recoveryKey);
    for (const hex of [vector.header, vector.headerAfterChange]) {
      const opened = await openWithRecoveryKey(await headerOf(hex), key.key);
      expect(opened.kind === 'open' && toHex(opened.raw)).toBe(vector.dataKey);
    }
  });

  it('opens the changed header with the new passphrase only', async () => {
    const header = await headerOf(vector.headerAfterChange);
    expect(header.generation).toBe(2);
    expect(await openWithPassphrase(header, await derived(vector.passphrase, header))).toEqual({
      kind: 'wrong',
    });
    const opened = await openWithPassphrase(header, await derived(vector.secondPassphrase, header));
    expect(opened.kind === 'open' && toHex(opened.raw)).toBe(vector.dataKey);
  });

  it('opens the record, its part of the list, the root and the backup', async () => {
    const { vaultId } = await headerOf(vector.header);
    const key = await importDataKey(bytes(vector.dataKey) as RawKey);
    const place = { vaultId, store: STORE.record, id: uuidBytes(vector.recordId) };
    const record = await open(key, place, bytes(vector.record));
    if (record.kind !== 'open') throw new Error(record.kind);
    expect(new TextDecoder().decode(record.plain)).toBe(vector.recordPlain);
    expect(record.head).toMatchObject({ schema: 1, revision: 3 });
    const part = await openPart(key, vaultId, partOf(vector.recordId), bytes(vector.part));
    expect(part.kind === 'open' && [...part.value]).toEqual([
      [vector.recordId, { revision: 3, iv: record.head.iv }],
    ]);
    const root = await openRoot(key, vaultId, bytes(vector.root));
    if (root.kind !== 'open' || part.kind !== 'open') throw new Error(root.kind);
    expect(root.value).toMatchObject({ generation: 5, count: 1 });
    expect(root.value.parts[partOf(vector.recordId)]).toBe(part.head.iv);
    const backup = await readBackup(bytes(vector.backup));
    if (backup.kind !== 'backup') throw new Error(backup.kind);
    const items = await openBackup(key, backup.backup);
    expect(items?.map((item) => new TextDecoder().decode(item))).toEqual([vector.recordPlain, '{}']);
  });
});

it('writes these very bytes when chance is taken out', async () => {
  expect(await makeVectors()).toEqual(vector);
});

describe("Node's crypto, which knows only the layout,", () => {
  const known = new Map<string, Buffer>();
  const twinDerive = (_: Buffer, salt: Buffer): Buffer => known.get(salt.toString('hex')) ?? Buffer.alloc(32);

  // Argon2id is not in this Node; its output is the vector's (checked with the program argon2 when it was made).
  beforeAll(async () => {
    known.set(headerParts(buffer(vector.header)).salt.toString('hex'), buffer(vector.derived));
    const second = await headerOf(vector.headerAfterChange);
    known.set(toHex(second.salt), Buffer.from(await derived(vector.secondPassphrase, second)));
  });

  it('reads the header as documented', () => {
    expect(isChecksumRight(buffer(vector.header))).toBe(true);
    expect(headerParts(buffer(vector.header))).toMatchObject({
      magic: 'KEYTAG',
      version: 1,
      generation: 1,
      kdf: 1,
      reserved: 0,
      memory: 19_456,
      passes: 2,
      lanes: 1,
    });
  });

  it('unwraps the data key both ways', () => {
    const header = buffer(vector.header);
    expect(dataKeyByPassphrase(header, vector.passphrase, twinDerive).toString('hex')).toBe(vector.dataKey);
    expect(dataKeyByRecovery(header, vector.recoveryGroups).toString('hex')).toBe(vector.dataKey);
    const changed = buffer(vector.headerAfterChange);
    expect(dataKeyByPassphrase(changed, vector.secondPassphrase, twinDerive).toString('hex')).toBe(
      vector.dataKey,
    );
    expect(dataKeyByRecovery(changed, vector.recoveryGroups).toString('hex')).toBe(vector.dataKey);
  });

  it('opens the record, the list and the backup', () => {
    const key = buffer(vector.dataKey);
    const { vaultId } = headerParts(buffer(vector.header));
    const record = openBox(key, vaultId, 1, uuid(vector.recordId), buffer(vector.record));
    expect(record.plain.toString('utf8')).toBe(vector.recordPlain);
    const partId = Buffer.alloc(16);
    partId[15] = Number.parseInt(vector.recordId.slice(0, 2), 16);
    const part = openBox(key, vaultId, 2, partId, buffer(vector.part));
    expect(listPart(part.plain).get(vector.recordId.replaceAll('-', ''))).toEqual({
      revision: 3,
      iv: record.iv,
    });
    const root = openBox(key, vaultId, 3, Buffer.alloc(16), buffer(vector.root));
    expect(root.plain.readUInt32BE(0)).toBe(1);
    expect(root.plain.toString('hex', 4 + 15 * 12, 4 + 16 * 12)).toBe(part.iv);
    const file = openBackupFile(buffer(vector.backup), vector.passphrase, twinDerive);
    expect(file).toEqual({ madeAt: 1_795_000_000_000, items: [vector.recordPlain, '{}'] });
  });
});
