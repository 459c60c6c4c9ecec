/**
 * The slow, obvious twin of utils/vault: opens what the extension sealed with nothing but Node's crypto and
 * the byte layout in utils/vault/README.md. It shares no code with the product, on purpose. Only for tests.
 */
import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';

export type Derive = (
  passphrase: Buffer,
  salt: Buffer,
  memory: number,
  passes: number,
  lanes: number,
) => Buffer;

function gcm(key: Buffer, iv: Buffer, aad: Buffer, data: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAAD(aad);
  decipher.setAuthTag(data.subarray(-16));
  return Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
}

export function headerParts(header: Buffer) {
  return {
    magic: header.toString('latin1', 0, 6),
    version: header.readUInt16BE(6),
    vaultId: header.subarray(8, 24),
    generation: header.readUInt32BE(24),
    kdf: header[28],
    reserved: header.readUIntBE(29, 3),
    memory: header.readUInt32BE(32),
    passes: header.readUInt32BE(36),
    lanes: header.readUInt32BE(40),
    salt: header.subarray(44, 60),
    passphraseSlot: header.subarray(60, 120),
    recoverySlot: header.subarray(120, 180),
    seal: header.subarray(180, 208),
    checksum: header.subarray(208, 240),
  };
}

export function isChecksumRight(header: Buffer): boolean {
  return createHash('sha256').update(header.subarray(0, 208)).digest().equals(header.subarray(208));
}

function checkSeal(header: Buffer, dataKey: Buffer): void {
  const aad = Buffer.concat([Buffer.from('keytag header seal 1'), header.subarray(0, 180)]);
  gcm(dataKey, header.subarray(180, 192), aad, header.subarray(192, 208));
}

export function dataKeyByPassphrase(header: Buffer, passphrase: string, derive: Derive): Buffer {
  const { memory, passes, lanes, salt, passphraseSlot } = headerParts(header);
  const kek = derive(Buffer.from(passphrase.normalize('NFC'), 'utf8'), salt, memory, passes, lanes);
  const key = gcm(kek, passphraseSlot.subarray(0, 12), header.subarray(0, 60), passphraseSlot.subarray(12));
  checkSeal(header, key);
  return key;
}

export function dataKeyByRecovery(header: Buffer, groups: readonly string[]): Buffer {
  const { vaultId, recoverySlot } = headerParts(header);
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let value = 0n;
  for (const group of groups)
    for (const char of group.slice(0, 4)) value = value * 32n + BigInt(alphabet.indexOf(char));
  const recoveryKey = Buffer.from((value >> 12n).toString(16).padStart(32, '0'), 'hex');
  const kek = Buffer.from(hkdfSync('sha256', recoveryKey, vaultId, 'keytag recovery key 1', 32));
  const aad = Buffer.concat([Buffer.from('keytag recovery slot 1'), vaultId]);
  const key = gcm(kek, recoverySlot.subarray(0, 12), aad, recoverySlot.subarray(12));
  checkSeal(header, key);
  return key;
}

/** @param id 16 bytes */
export function openBox(dataKey: Buffer, vaultId: Buffer, store: number, id: Buffer, box: Buffer) {
  const head = box.subarray(0, 9);
  const aad = Buffer.concat([Buffer.from('keytag box 1'), vaultId, Buffer.from([store]), id, head]);
  const iv = box.subarray(9, 21);
  const plain = gcm(dataKey, iv, aad, box.subarray(21));
  return { plain, schema: head.readUInt16BE(1), revision: head.readUIntBE(3, 6), iv: iv.toString('hex') };
}

export const uuid = (text: string): Buffer => Buffer.from(text.replaceAll('-', ''), 'hex');

export function listPart(plain: Buffer): Map<string, { revision: number; iv: string }> {
  const lines = new Map<string, { revision: number; iv: string }>();
  const count = plain.readUInt16BE(0);
  for (let line = 0; line < count; line++) {
    const at = 2 + line * 34;
    lines.set(plain.toString('hex', at, at + 16), {
      revision: plain.readUIntBE(at + 16, 6),
      iv: plain.toString('hex', at + 22, at + 34),
    });
  }
  return lines;
}

/** The plaintexts in a backup file, after checking everything that can be checked. */
export function openBackupFile(
  file: Buffer,
  passphrase: string,
  derive: Derive,
): { madeAt: number; items: string[] } {
  const label = file.toString('latin1', 0, 24);
  if (label !== 'Keytag backup, format 1\n') throw new Error('label');
  const id = file.subarray(24, 40);
  const madeAt = file.readUIntBE(40, 6);
  if (file.readUIntBE(46, 6) !== file.length) throw new Error('length');
  const count = file.readUInt32BE(52);
  const header = file.subarray(56, 296);
  const sum = createHash('sha256').update(file.subarray(0, -32)).digest();
  if (!sum.equals(file.subarray(-32))) throw new Error('sum');
  const key = dataKeyByPassphrase(header, passphrase, derive);
  const { vaultId } = headerParts(header);
  const items: string[] = [];
  let at = 296;
  for (let index = 0; index < count; index++) {
    const length = file.readUInt32BE(at);
    const { plain, revision } = openBox(key, vaultId, 4, id, file.subarray(at + 4, at + 4 + length));
    if (revision !== index) throw new Error('order');
    items.push(plain.toString('utf8'));
    at += 4 + length;
  }
  const end = openBox(key, vaultId, 5, id, file.subarray(at + 4, at + 4 + file.readUInt32BE(at)));
  if (!end.plain.equals(createHash('sha256').update(file.subarray(0, at)).digest())) throw new Error('end');
  return { madeAt, items };
}
