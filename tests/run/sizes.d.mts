/** What sizes.mjs offers, for tests in TypeScript. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly budget: number;
  readonly files: readonly string[];
}
export function measure(family: 'chrome' | 'firefox'): Size[];
export function describe(sizes: readonly Size[]): string;
