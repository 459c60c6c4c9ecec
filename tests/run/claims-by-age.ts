/** Which claims were not looked at for a long time? Pure: the claims and the day are parameters. */

export interface Claim {
  /** The file that makes it, as a path from the root. */
  readonly where: string;
  readonly title: string;
  readonly checked: string;
  readonly certainty: string;
}

export interface AgedClaim extends Claim {
  readonly days: number;
  readonly isStale: boolean;
}

const DAY_MS = 86_400_000;

/** The claims with their age in days, the oldest first; among equals in the order of files and titles. */
export function byAge(claims: readonly Claim[], today: string, staleAfter: number): readonly AgedClaim[] {
  return claims
    .map((claim) => {
      const days = Math.round((Date.parse(today) - Date.parse(claim.checked)) / DAY_MS);
      return { ...claim, days, isStale: days > staleAfter };
    })
    .toSorted(
      (a, b) =>
        b.days - a.days || a.where.localeCompare(b.where, 'en') || a.title.localeCompare(b.title, 'en'),
    );
}

/** One line per claim, and a closing line with the counts. */
export function claimsText(aged: readonly AgedClaim[], staleAfter: number): string {
  const stale = aged.filter(({ isStale }) => isStale).length;
  const lines = aged.map(
    ({ where, title, checked, certainty, days, isStale }) =>
      `${isStale ? 'STALE' : 'ok   '}  ${checked}  ${String(days).padStart(4)} days  ${certainty.padEnd(10)}  ${where}  ${title}`,
  );
  return [...lines, `${aged.length} claims, ${stale} stale after ${staleAfter} days`].join('\n');
}
