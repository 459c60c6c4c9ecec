/** Chance that can be played again: the same seed, the same moments. */

export interface Chance {
  readonly seed: number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  oneOf<T>(choices: readonly [T, ...T[]]): T;
}

/** With `KEYTAG_SEED` in the environment that one, otherwise another each time. */
export function aChance(): Chance {
  const seed = Number(process.env.KEYTAG_SEED ?? Math.floor(Math.random() * 2 ** 32)) >>> 0;
  let state = seed;
  /** Mulberry32: enough to choose moments by. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    seed,
    between,
    oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
}
