/**
 * Parameters of Argon2id: what is accepted, what is chosen for a new vault. The function itself is in
 * argon2.ts, which runs in a worker. README.md in this folder names the sources of the numbers.
 */
import type { Bytes } from './types.ts';

export interface KdfParameters {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What a vault or a file may ask for. Floor: OWASP. Ceiling: what a small machine can still give. */
const LIMITS = {
  memory: { least: 19 * 1024, most: 512 * 1024 },
  passes: { least: 2, most: 10 },
  lanes: { least: 1, most: 4 },
} as const;

/** No new vault is weaker than this, however slow the machine. */
export const BASE: KdfParameters = { memory: 64 * 1024, passes: 3, lanes: 1 };

/** Sizes to choose from, and the time one unlock should take. */
const MEMORY_STEPS = [64, 96, 128, 192, 256].map((mebibytes) => mebibytes * 1024);
const AIM_MS = 500;
const LEAST_MS = 400;

export const SALT_LENGTH = 16;
export const DERIVED_LENGTH = 32;

/** Derives 32 bytes. `no-memory`: the browser refused the memory; nothing weaker is tried in silence. */
export type Derive = (
  passphrase: Bytes,
  salt: Bytes,
  parameters: KdfParameters,
) => Promise<
  { readonly ok: true; readonly bytes: Bytes } | { readonly ok: false; readonly kind: 'no-memory' }
>;

/** The parameters in `input`, or `null` when one is missing, not a whole number or out of bounds. */
export function acceptParameters(input: unknown): KdfParameters | null {
  if (typeof input !== 'object' || input === null) return null;
  const { memory, passes, lanes } = input as Record<string, unknown>;
  return isWithin(memory, LIMITS.memory) && isWithin(passes, LIMITS.passes) && isWithin(lanes, LIMITS.lanes)
    ? { memory, passes, lanes }
    : null;
}

function isWithin(value: unknown, { least, most }: { least: number; most: number }): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/**
 * Parameters for a new vault.
 * @param baseMs how long one derivation with `BASE` takes here; its cost grows with memory × passes
 */
export function chooseParameters(baseMs: number): KdfParameters {
  if (!(baseMs > 0)) return BASE;
  const at = (memory: number, passes: number) => (baseMs * memory * passes) / (BASE.memory * BASE.passes);
  const memory = MEMORY_STEPS.findLast((step) => at(step, BASE.passes) <= AIM_MS) ?? BASE.memory;
  let passes = BASE.passes;
  while (at(memory, passes) < LEAST_MS && passes < LIMITS.passes.most) passes += 1;
  return { memory, passes, lanes: BASE.lanes };
}

/** Whether a vault made with `parameters` should be made stronger at the next unlock. */
export function isOutdated(parameters: KdfParameters): boolean {
  return parameters.memory * parameters.passes < BASE.memory * BASE.passes || parameters.memory < BASE.memory;
}
