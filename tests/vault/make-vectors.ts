/**
 * How tests/vault/vectors/v1.json was made, for whoever wants to see that it can be made: everything that is
 * random counts up instead. Format v1 is fixed: the file is never written again, a new format gets its own.
 */
import { argon2id } from 'hash-wasm';
import { writeBackup } from '@/utils/vault/backup.ts';
import { importDataKey, readHead, STORE, seal } from '@/utils/vault/box.ts';
import { uuidBytes } from '@/utils/vault/bytes.ts';
import { newHeader, readHeader, withPassphrase } from '@/utils/vault/header.ts';
import { EMPTY_ROOT, partOf, sealPart, sealRoot, withParts } from '@/utils/vault/manifest.ts';
import { writeRecoveryKey } from '@/utils/vault/recovery-key.ts';
import type { Bytes, Random } from '@/utils/vault/types.ts';

/** Bytes that count up: every call another IV, and the same ones each time it is run. */
function countingRandom(): Random {
  let calls = 0;
  return (length) => {
    calls += 1;
    return Uint8Array.from({ length }, (_, at) => (calls * 31 + at * 7) % 256) as Bytes;
  };
}

const VECTOR = {
  passphrase: 'Füchse zählen 7 Schlüssel',
  second: 'zweite Tür, dritter Riegel',
  parameters: { memory: 19 * 1024, passes: 2, lanes: 1 },
  id: '0f6c2a1e-5b7d-4c3a-9e21-7a5b8c9d0e1f',
  text: '{"a":"b"}',
} as const;

async function argon2(
  passphrase: Uint8Array,
  salt: Uint8Array,
  memory: number,
  passes: number,
  lanes: number,
): Promise<Bytes> {
  return new Uint8Array(
    await argon2id({
      password: passphrase,
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );
}

export async function makeVectors(): Promise<Record<string, unknown>> {
  const random = countingRandom();
  const salt = random(16);
  const { memory, passes, lanes } = VECTOR.parameters;
  const text = (value: string) => new TextEncoder().encode(value.normalize('NFC'));
  const derived = await argon2(text(VECTOR.passphrase), salt, memory, passes, lanes);
  const recoveryKey = random(16);
  const made = await newHeader({ derived, salt, parameters: VECTOR.parameters }, recoveryKey, random);
  const read = await readHeader(made.bytes);
  if (read.kind !== 'header') throw new Error(read.kind);
  const secondSalt = random(16);
  const secondDerived = await argon2(text(VECTOR.second), secondSalt, memory, passes, lanes);
  const changed = await withPassphrase(
    read.header,
    made.raw,
    { derived: secondDerived, salt: secondSalt, parameters: VECTOR.parameters },
    random,
  );
  const key = await importDataKey(made.raw);
  const place = { vaultId: made.vaultId, store: STORE.record, id: uuidBytes(VECTOR.id) };
  const record = await seal(key, place, { schema: 1, revision: 3 }, text(VECTOR.text), random);
  const lines = new Map([[VECTOR.id, { revision: 3, iv: readHead(record).iv }]]);
  const part = await sealPart(key, made.vaultId, partOf(VECTOR.id), lines, 5, random);
  const root = withParts(EMPTY_ROOT, new Map([[partOf(VECTOR.id), readHead(part)]]), 1, 5);
  const backup = await writeBackup(key, made, [text(VECTOR.text), text('{}')], 1_795_000_000_000, random);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  return {
    about: 'Format v1 of utils/vault, byte for byte. Never changed: what opens today opens for ever.',
    passphrase: VECTOR.passphrase,
    secondPassphrase: VECTOR.second,
    recoveryGroups: await writeRecoveryKey(recoveryKey),
    recoveryKey: hex(recoveryKey),
    derived: hex(derived),
    dataKey: hex(made.raw),
    header: hex(made.bytes),
    headerAfterChange: hex(changed),
    recordId: VECTOR.id,
    recordPlain: VECTOR.text,
    record: hex(record),
    part: hex(part),
    root: hex(await sealRoot(key, made.vaultId, root, random)),
    backup: hex(backup),
  };
}
