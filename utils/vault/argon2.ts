/** Argon2id by hash-wasm. It blocks its thread and is large: only workers import this file. */
import { argon2id } from 'hash-wasm';
import { acceptParameters, DERIVED_LENGTH, type Derive, SALT_LENGTH } from './kdf.ts';

export const derive: Derive = async (passphrase, salt, parameters) => {
  const accepted = acceptParameters(parameters);
  if (!accepted) throw new RangeError('key derivation parameters out of bounds');
  if (salt.length < SALT_LENGTH) throw new RangeError('salt too short');
  try {
    const bytes = await argon2id({
      password: passphrase,
      salt,
      memorySize: accepted.memory,
      iterations: accepted.passes,
      parallelism: accepted.lanes,
      hashLength: DERIVED_LENGTH,
      outputType: 'binary',
    });
    return { ok: true, bytes: new Uint8Array(bytes) };
  } catch (error) {
    if (isOutOfMemory(error)) return { ok: false, kind: 'no-memory' };
    throw error;
  }
};

/** 1 MiB: enough for the engine to compile what it would otherwise compile in the middle of a derivation. */
const WARM_UP_KIB = 1024;

/** Compiles the derivation; what it derives is thrown away. */
export async function warmUp(): Promise<void> {
  const nothing = new Uint8Array(SALT_LENGTH);
  await argon2id({
    password: nothing,
    salt: nothing,
    memorySize: WARM_UP_KIB,
    iterations: 1,
    parallelism: 1,
    hashLength: DERIVED_LENGTH,
    outputType: 'binary',
  });
}

/** Engines differ: V8 and SpiderMonkey throw a RangeError when WebAssembly memory can't grow or be made. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message));
}
