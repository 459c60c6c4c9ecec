/**
 * Projects: `unit` (everything that needs neither a build nor a browser), `built` (looks at .output after a
 * build), `support` (the test tools themselves) and `e2e` (the built extension in real browsers) are what
 * `npm test` runs; `faults` kills browsers by the dozen and is run by `npm run test:faults`.
 * A test file that needs a DOM says so in its first line: `// @vitest-environment happy-dom`.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { appCards } from './utils/catalogue/cards-build.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const NEEDS_MORE = [
  'tests/e2e/**',
  'tests/faults/**',
  'tests/bench/**',
  'tests/support/selfcheck/**',
  'tests/conventions/built/**',
];

/**
 * Short files that take long. Vitest begins with the largest files where it remembers no times, and whatever long
 * one comes last is waited for alone.
 */
const LONG = /matrix|killed/u;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [appCards],
  resolve: {
    alias: [
      // In tests the browser's API is a fake one that a test can play (tests/run/fake-browser.ts).
      { find: /^wxt\/browser$/, replacement: `${root}tests/run/fake-browser.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    // Two cores are what CI has.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    restoreMocks: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx,mjs}'],
          exclude: NEEDS_MORE,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: 'built', include: ['tests/conventions/built/**/*.test.ts'] },
      },
      {
        // The drivers and the replica by themselves: for whoever changes tests/support or tests/replica.
        extends: true,
        test: {
          name: 'support',
          include: ['tests/support/selfcheck/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file drives a browser of its own and waits for conditions, never for a time. Two side by side keep
          // the two cores busy; a third was an eighth faster, and now and then a browser did not answer in time.
        },
      },
      {
        // Many kills, one after the other: `npm run test:faults`.
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 1_200_000,
        },
      },
    ],
  },
});
