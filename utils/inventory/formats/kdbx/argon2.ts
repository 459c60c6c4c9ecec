/** Argon2 for KeePass files, by hash-wasm. It blocks its thread: only workers import this file. */
import { argon2d, argon2id } from 'hash-wasm';
import type { KdbxArgon2 } from '../outcome.ts';

export const kdbxArgon2: KdbxArgon2 = async ({ kind, secret, salt, memory, passes, lanes }) => {
  const derive = kind === 'argon2d' ? argon2d : argon2id;
  try {
    return await derive({
      password: secret,
      salt,
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch (error) {
    // Engines differ: V8 and SpiderMonkey throw a RangeError when WebAssembly's memory can't grow or be made.
    if (error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message))) return null;
    throw error;
  }
};
