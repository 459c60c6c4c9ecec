/** Argon2id by hash-wasm. It blocks its thread and is large: only workers import this file. */
import { argon2id } from 'hash-wasm';
import { acceptParameters, DERIVED_LENGTH, type Derive, type KdfParameters, SALT_LENGTH } from './kdf.ts';

export const derive: Derive = async (passphrase, salt, parameters) => {
  const accepted = acceptParameters(parameters);
  if (!accepted) throw new RangeError('key derivation parameters out of bounds');
  if (salt.length < SALT_LENGTH) throw new RangeError('salt too short');
  try {
    return { ok: true, bytes: new Uint8Array(await hash(passphrase, salt, accepted)) };
  } catch (error) {
    if (isOutOfMemory(error)) return { ok: false, kind: 'no-memory' };
    throw error;
  }
};

/** 1 MiB: enough for the engine to compile what it would otherwise compile in the middle of a derivation. */
const WARM_UP: KdfParameters = { memory: 1024, passes: 1, lanes: 1 };

/** Compiles the derivation; what it derives is thrown away. */
export async function warmUp(): Promise<void> {
  const nothing = new Uint8Array(SALT_LENGTH);
  await hash(nothing, nothing, WARM_UP);
}

function hash(
  password: Uint8Array,
  salt: Uint8Array,
  { memory, passes, lanes }: KdfParameters,
): Promise<Uint8Array> {
  return argon2id({
    password,
    salt,
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: DERIVED_LENGTH,
    outputType: 'binary',
  });
}

/** Engines differ: V8 and SpiderMonkey throw a RangeError when WebAssembly memory can't grow or be made. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message));
}
