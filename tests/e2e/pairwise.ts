/**
 * Every pair of values of any two factors in few cases (pairwise testing): greedy, and the same cases every
 * time, so that a failure can be run again.
 */

export type Factors = Readonly<Record<string, readonly unknown[]>>;
export type Case<F extends Factors> = { readonly [K in keyof F]: F[K][number] };

/** Candidates looked at for each case; more make fewer cases and cost time. */
const CANDIDATES = 60;

/** mulberry32, a small seeded generator (public domain, Tommy Ettinger): numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns cases such that each two values of two different factors meet in at least one of them */
export function pairwise<F extends Factors>(factors: F, seed = 1): Case<F>[] {
  const names = Object.keys(factors);
  const random = seeded(seed);
  const open = new Set<string>();
  const key = (a: string, x: number, b: string, y: number): string =>
    a < b ? `${a}=${x}&${b}=${y}` : `${b}=${y}&${a}=${x}`;
  for (const [index, a] of names.entries()) {
    for (const b of names.slice(index + 1)) {
      for (const x of (factors[a] ?? []).keys())
        for (const y of (factors[b] ?? []).keys()) open.add(key(a, x, b, y));
    }
  }
  const pairsOf = (picks: ReadonlyMap<string, number>): string[] => {
    const entries = [...picks];
    return entries.flatMap(([a, x], index) => entries.slice(index + 1).map(([b, y]) => key(a, x, b, y)));
  };
  const cases: Case<F>[] = [];
  while (open.size > 0) {
    let best = new Map<string, number>();
    let bestNew = -1;
    for (let tries = 0; tries < CANDIDATES; tries++) {
      // Start from a pair that is still missing, then give each other factor the value that adds most.
      const start = [...open][Math.floor(random() * open.size)] ?? '';
      const picks = new Map(
        start.split('&').map((part) => {
          const [name = '', value = '0'] = part.split('=');
          return [name, Number(value)];
        }),
      );
      for (const name of [...names].sort(() => random() - 0.5)) {
        if (picks.has(name)) continue;
        const gains = (factors[name] ?? []).map(
          (_, value) =>
            [...picks].filter(([other, at]) => open.has(key(name, value, other, at))).length + random() / 2,
        );
        picks.set(name, gains.indexOf(Math.max(...gains)));
      }
      const fresh = pairsOf(picks).filter((pair) => open.has(pair)).length;
      if (fresh > bestNew) [best, bestNew] = [picks, fresh];
    }
    for (const pair of pairsOf(best)) open.delete(pair);
    cases.push(
      Object.fromEntries(names.map((name) => [name, factors[name]?.[best.get(name) ?? 0]])) as Case<F>,
    );
  }
  return cases;
}
