/** What the key derivation's worker does. Loaded by no page: it blocks its thread for half a second. */
import { derive, warmUp } from '../vault/argon2.ts';
import { BASE, DERIVED_LENGTH, type KdfParameters, SALT_LENGTH } from '../vault/kdf.ts';
import type { Bytes } from '../vault/types.ts';

export type KdfRequest =
  | {
      readonly do: 'derive';
      readonly passphrase: Bytes;
      readonly salt: Bytes;
      readonly parameters: KdfParameters;
    }
  | { readonly do: 'measure' }
  | { readonly do: 'warm-up' };

export type KdfAnswer =
  | { readonly ok: true; readonly bytes: Bytes }
  | { readonly ok: true; readonly ms: number }
  | { readonly ok: true }
  | { readonly ok: false; readonly kind: 'no-memory' };

/** The least a vault may ask for: enough to compile and warm up everything. */
const WARM_UP: KdfParameters = { memory: 19 * 1024, passes: 2, lanes: 1 };

export async function workKdf(request: KdfRequest): Promise<KdfAnswer> {
  if (request.do === 'derive') return derive(request.passphrase, request.salt, request.parameters);
  if (request.do === 'warm-up') {
    await warmUp();
    return { ok: true };
  }
  const some = new Uint8Array(Math.max(SALT_LENGTH, DERIVED_LENGTH));
  await derive(some, some, WARM_UP);
  const begun = performance.now();
  const done = await derive(some, some, BASE);
  return done.ok ? { ok: true, ms: performance.now() - begun } : done;
}
