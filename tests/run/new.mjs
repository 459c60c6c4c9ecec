/** `npm run new app <id>` and `npm run new page-variant <report.json> <what>`: write a file and its test line,
 * and say what comes next. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readStructureReport } from '../../utils/helpdesk/structure.ts';
import { appFile, idProblem, withRow } from './new-app.mjs';
import { fixtureOf, variantFile, whatProblem, withVariant } from './page-variant.ts';
import { ROOT } from './process.mjs';

const APPS = 'utils/catalogue/apps';
const ROWS = 'tests/advisor/rows.test.ts';
const PAGES = 'tests/pages/security-info';
const PAGE_TABLE = 'tests/pages/security-info.test.ts';

/** @param {string} file */
const readOwn = (file) => readFileSync(path.join(ROOT, file), 'utf8');
/** @param {string} file */
const noPlace = (file) => `The place for a new line wasn't found in ${file}. Nothing was changed.`;

/**
 * Writes a new file and the table with its line, or neither.
 * @param {string} file
 * @param {string} text
 * @param {string} table
 * @param {string} newTable
 */
function write(file, text, table, newTable) {
  writeFileSync(path.join(ROOT, file), text, { flag: 'wx' });
  writeFileSync(path.join(ROOT, table), newTable);
}

/**
 * @param {string | undefined} id
 * @returns {string | null} what is wrong, or `null` when it is done
 */
function newApp(id) {
  const known = readdirSync(path.join(ROOT, APPS)).map((file) => path.basename(file, '.ts'));
  const problem = idProblem(id, known);
  if (problem || !id) return problem;
  const table = withRow(readOwn(ROWS), id);
  if (!table) return noPlace(ROWS);
  write(`${APPS}/${id}.ts`, appFile(id, new Date().toISOString().slice(0, 10)), ROWS, table);
  console.log(`${APPS}/${id}.ts: fill it in; utils/catalogue/README.md says how, and how to check a claim.
${ROWS}: its line says "send-only"; change it to the verdicts you expect.
Then: npx vitest run --project unit tests/conventions/catalogue tests/catalogue tests/advisor`);
  return null;
}

const REFUSALS = {
  'too-large': 'It is too large for a structure report.',
  'not-json': 'It is no JSON: perhaps only a part of the report was copied.',
  'not-a-report': 'It is no structure report of Keytag.',
  newer: 'A newer version of Keytag made it: update this project first.',
};

/**
 * @param {string | undefined} report
 * @param {string | undefined} what
 * @returns {string | null} what is wrong, or `null` when it is done
 */
function newVariant(report, what) {
  const problem = whatProblem(report && what);
  if (problem || !report || !what) return problem;
  if (!existsSync(report)) return `There is no file ${report}.`;
  const outcome = readStructureReport(readFileSync(report, 'utf8'));
  if (!outcome.ok) return `${report}: ${REFUSALS[outcome.why]}`;
  const name = variantFile(outcome.structure, outcome.day, what);
  const file = `${PAGES}/${name}`;
  if (existsSync(path.join(ROOT, file))) return `${file} is there already. Nothing was changed.`;
  const html = fixtureOf(outcome.structure);
  const table = withVariant(readOwn(PAGE_TABLE), name, html);
  if (!table) return noPlace(PAGE_TABLE);
  write(file, html, PAGE_TABLE, table);
  console.log(`${file}: the page's structure; its texts are made up.
${PAGE_TABLE}: its line says what the reader sees now; change it to what the page is, and see it fail.
Then teach the reader: utils/pages/security-info/README.md, "Adding a variant".
Then: npm run format, and npx vitest run --project unit tests/pages`);
  return null;
}

const [kind, first, second] = process.argv.slice(2);
const problem =
  kind === 'app'
    ? newApp(first)
    : kind === 'page-variant'
      ? newVariant(first, second)
      : 'There are two things to make: npm run new app <id>, npm run new page-variant <report.json> <what>';
if (problem) {
  console.error(problem);
  process.exitCode = 1;
}
