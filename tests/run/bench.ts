/** Runs bench suites, prints their tables and writes .output/bench/<suite>.json. Started by bench.mjs. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchContext, type BenchSuite, formatTable, type Result } from './bench-report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const suiteFolder = path.join(root, 'tests/bench');
const reportFolder = path.join(root, '.output/bench');

const { values, positionals } = parseArgs({
  options: { strict: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const known = readdirSync(suiteFolder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => path.basename(entry.name, '.ts'))
  .sort();
const unknown = positionals.filter((suite) => !known.includes(suite));
if (unknown.length > 0) {
  console.error(`No suite is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}

const context: BenchContext = {
  extension: path.join(root, '.output/chrome-mv3'),
  chromePath: process.env.CHROME_PATH ?? '',
  log: (line) => console.error(line),
};

let missed = 0;
mkdirSync(reportFolder, { recursive: true });
for (const suite of positionals.length > 0 ? positionals : known) {
  const results = await measure(suite);
  missed += results.filter(({ ok }) => !ok).length;
  const file = path.join(reportFolder, `${suite}.json`);
  writeFileSync(file, `${JSON.stringify({ suite, results }, null, 2)}\n`);
  console.log(`${formatTable({ suite, results })}\n${path.relative(root, file)}\n`);
}
if (missed > 0) console.log(`${missed} ${missed === 1 ? 'budget was' : 'budgets were'} missed.`);
if (values.strict && missed > 0) process.exitCode = 1;

async function measure(suite: string): Promise<readonly Result[]> {
  const module: { run: BenchSuite } = await import(pathToFileURL(path.join(suiteFolder, `${suite}.ts`)).href);
  return module.run(context);
}
