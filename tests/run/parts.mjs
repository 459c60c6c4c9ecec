/**
 * The parts of `npm test`, in order. A part is a name and something to run; it comes to a tally, and to an
 * output that is shown when it failed. Each part can be run alone: `npm test -- style types`.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, builtFolder, OUTPUT, writeSbom } from './build.mjs';
import { differences } from './fingerprint.mjs';
import { binPath, ROOT, run, runBin } from './process.mjs';
import { describe, measure } from './sizes.mjs';
import { one, tallyReport } from './tally.mjs';

/** @typedef {import('./browsers.mjs').Family} Family */
/** @typedef {{ tally: import('./tally.mjs').Tally, output: string, remark?: string }} Outcome */
/**
 * `isLight`: one program, and nothing that another part writes; may run beside its neighbours of this kind.
 * @typedef {{ name: string, about: string, run: () => Promise<Outcome>, isLight?: boolean }} Part
 */

/** Warnings of the store lint we know and accept: one rule, one file kind, one reason each. */
const KNOWN_STORE_WARNINGS = [
  // Preact sets innerHTML for dangerouslySetInnerHTML, which no source of ours uses (tests/conventions).
  { code: 'UNSAFE_VAR_ASSIGNMENT', about: 'innerHTML', most: 1 },
];

/** @param {{ code: number, output: string }} result @returns {Outcome} */
const asCheck = ({ code, output }) => ({ tally: one(code === 0), output });

/**
 * A program of an installed package that ends with 0 when all is well.
 * @param {string} packageName
 * @param {string} bin
 * @param {...string} args
 */
const tool =
  (packageName, bin, ...args) =>
  async () =>
    asCheck(await runBin(packageName, bin, args));

/**
 * A project of vitest.config.ts.
 * @param {string} project @param {number} minutes
 */
async function vitest(project, minutes) {
  const reportFile = path.join(OUTPUT, 'test', `${project}.json`);
  mkdirSync(path.dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const args = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ];
  const { code, output } = await runBin('vitest', 'vitest', args, { minutes });
  const tally = tallyReport(reportFile, code);
  return { tally, output, remark: `${tally.passed} of ${tally.passed + tally.failed}` };
}

async function types() {
  const [product, scripts] = await Promise.all([
    runBin('typescript', 'tsc', ['--noEmit']),
    runBin('typescript', 'tsc', ['--noEmit', '--project', 'tests/run']),
  ]);
  return asCheck({ code: product.code || scripts.code, output: product.output + scripts.output });
}

/** The linter the Firefox add-on store runs, without the parts that ask the network. */
async function storeLint() {
  const folder = builtFolder('firefox');
  if (!existsSync(folder)) return notBuilt('firefox');
  const { stdout, output } = await run(process.execPath, [
    binPath('addons-linter', 'addons-linter'),
    '--output=json',
    folder,
  ]);
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return { tally: one(false), output };
  }
  /** @type {{ code: string, message: string, file?: string, line?: number }[]} */
  const warnings = report.warnings;
  const unknown = warnings.filter((warning) => {
    const known = KNOWN_STORE_WARNINGS.find(
      ({ code, about }) => code === warning.code && warning.message.includes(about),
    );
    return !known || warnings.filter(({ code }) => code === known.code).length > known.most;
  });
  const found = [...report.errors, ...unknown];
  return {
    tally: one(found.length === 0),
    output: found
      .map(({ code, file, line, message }) => `${code} ${file ?? ''}:${line ?? ''} ${message}`)
      .join('\n'),
    remark: `${warnings.length - unknown.length} known, ${report.errors.length + unknown.length} new warnings`,
  };
}

async function sizes() {
  if (!existsSync(builtFolder('chrome'))) return notBuilt('chrome');
  const measured = measure('chrome');
  const tooBig = measured.filter(({ bytes, budget }) => bytes > budget);
  return {
    tally: one(tooBig.length === 0),
    output: tooBig
      .map((size) => `${describe([size])}: over budget. It is made of ${size.files.join(', ')}.`)
      .join('\n'),
    remark: describe(measured),
  };
}

/** Builds once more, from a copy in another folder: path, time and order must leave no mark on the result. */
async function reproducible() {
  if (!existsSync(builtFolder('chrome'))) return notBuilt('chrome');
  const copy = mkdtempSync(path.join(os.tmpdir(), 'keytag-rebuild-'));
  try {
    for (const name of [
      'entrypoints',
      'components',
      'utils',
      'public',
      'package.json',
      'tsconfig.json',
      'wxt.config.ts',
    ]) {
      if (existsSync(path.join(ROOT, name)))
        cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const { code, output } = await runBin('wxt', 'wxt', ['build', '--browser', 'chrome'], { cwd: copy });
    if (code !== 0) return asCheck({ code, output });
    const different = differences(builtFolder('chrome'), path.join(copy, '.output', 'chrome-mv3'));
    return {
      tally: one(different.length === 0),
      output: `Two builds of the same sources differ in: ${different.join(', ')}`,
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function endToEnd() {
  const missing = /** @type {const} */ (['chrome', 'firefox']).find(
    (family) => !existsSync(builtFolder(family)),
  );
  return missing ? notBuilt(missing) : vitest('e2e', 25);
}

/** @param {Family} family @returns {Outcome} */
const notBuilt = (family) => ({
  tally: one(false),
  output: `The build for ${family} is missing: it failed above.`,
});

/** Without browsers: what `npm run check` does. @type {readonly Part[]} */
export const QUICK_PARTS = [
  { name: 'types', about: 'TypeScript, strict', run: types, isLight: true },
  {
    name: 'style',
    about: 'format and lint',
    isLight: true,
    run: tool(
      '@biomejs/biome',
      'biome',
      'ci',
      '--colors=off',
      '--error-on-warnings',
      '--max-diagnostics=200',
    ),
  },
  {
    name: 'promises',
    isLight: true,
    about: 'no promise is left floating',
    run: tool('oxlint', 'oxlint', '--type-aware', '--deny-warnings'),
  },
  {
    name: 'borders',
    isLight: true,
    about: 'who may import whom',
    run: tool(
      'dependency-cruiser',
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'entrypoints',
      'components',
      'utils',
      'tests',
      'wxt.config.ts',
      'vitest.config.ts',
    ),
  },
  {
    name: 'dead-code',
    isLight: true,
    about: 'nothing unused',
    run: tool('knip', 'knip', '--no-progress', '--treat-config-hints-as-errors'),
  },
  { name: 'unit', about: 'unit and convention tests', run: () => vitest('unit', 20) },
];

/** With builds and browsers: what `npm test` does after the quick parts. @type {readonly Part[]} */
export const BUILT_PARTS = [
  {
    name: 'build-chrome',
    about: 'the extension for Chrome and Edge',
    run: async () => asCheck(await build('chrome')),
  },
  {
    name: 'build-firefox',
    about: 'the extension for Firefox',
    run: async () => asCheck(await build('firefox')),
  },
  { name: 'reproducible', about: 'the same build twice', run: reproducible, isLight: true },
  { name: 'built', about: 'manifest and bundles', run: () => vitest('built', 2), isLight: true },
  { name: 'store-lint', about: "the add-on store's linter", run: storeLint, isLight: true },
  { name: 'sizes', about: 'the budgets of what is loaded', run: sizes, isLight: true },
  {
    name: 'sbom',
    about: 'the list of shipped packages',
    run: async () => asCheck(await writeSbom()),
    isLight: true,
  },
  { name: 'support', about: 'the test tools themselves', run: () => vitest('support', 6) },
  { name: 'e2e', about: 'the built extension in both browsers', run: endToEnd },
];
