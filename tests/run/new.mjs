/** `npm run new app <id>`: writes an app file and its test line, and says what comes next. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { appFile, idProblem, withRow } from './new-app.mjs';
import { ROOT } from './process.mjs';

const APPS = 'utils/catalogue/apps';
const TABLE = 'tests/advisor/rows.test.ts';

const [what, id] = process.argv.slice(2);
const known = readdirSync(path.join(ROOT, APPS)).map((file) => path.basename(file, '.ts'));
const problem = what === 'app' ? idProblem(id, known) : 'There is one thing to make: npm run new app <id>';
const table = readFileSync(path.join(ROOT, TABLE), 'utf8');
const newTable = id && withRow(table, id);
if (problem || !id) {
  console.error(problem);
  process.exitCode = 1;
} else if (!newTable) {
  console.error(`The place for a new line wasn't found in ${TABLE}. Nothing was changed.`);
  process.exitCode = 1;
} else {
  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(path.join(ROOT, APPS, `${id}.ts`), appFile(id, today), { flag: 'wx' });
  writeFileSync(path.join(ROOT, TABLE), newTable);
  console.log(`${APPS}/${id}.ts: fill it in; utils/catalogue/README.md says how, and how to check a claim.
${TABLE}: its line says "send-only"; change it to the verdicts you expect.
Then: npx vitest run --project unit tests/conventions/catalogue tests/catalogue tests/advisor`);
}
