/** What a bench suite gives back, and how it is told: the table for people, the JSON for machines. */

/** One figure. Times, shares and sizes: less is better. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** What the program we compare with needs for the same. */
  readonly peer?: number;
  /** ours ÷ peer */
  readonly ratio?: number;
  /** The budget in words, e.g. `≤ 17 ms, ≤ 0.5 × driver.js`. */
  readonly budget: string;
  readonly ok: boolean;
}

export interface BenchContext {
  /** The built extension for Chrome. */
  readonly extension: string;
  /** The browser to measure in. */
  readonly chromePath: string;
  /** Says something while measuring. */
  readonly log: (line: string) => void;
}

/** A file `tests/bench/<suite>.ts` exports one of these under the name `run`. */
export type BenchSuite = (context: BenchContext) => Promise<readonly Result[]>;

export interface BenchReport {
  readonly suite: string;
  readonly results: readonly Result[];
}

const HEAD = ['what', 'ours', 'peer', 'ratio', 'budget', ''];

/** The results as a table, figures right-aligned. */
export function formatTable({ suite, results }: BenchReport): string {
  const rows = results.map((result) => [
    result.name,
    withUnit(result.ours, result.unit),
    result.peer === undefined ? '' : withUnit(result.peer, result.unit),
    result.ratio === undefined ? '' : figure(result.ratio),
    result.budget,
    result.ok ? 'ok' : 'MISSED',
  ]);
  const widths = HEAD.map((_, column) =>
    Math.max(...[HEAD, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column >= 1 && column <= 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [suite, line(HEAD), ...rows.map(line)].join('\n');
}

function withUnit(value: number, unit: string): string {
  return `${figure(value)} ${unit}`.trimEnd();
}

/** Three significant digits are what a measurement on a shared machine can carry. */
function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
