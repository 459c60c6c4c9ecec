/** Lists every claim with a source by its age. Started by `npm run claims`; `-- --days 90` takes another limit,
 * `-- --stale` lists only what is stale and ends with 1 where there is something. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { byAge, type Claim, claimsText } from './claims-by-age.ts';

const root = path.resolve(import.meta.dirname, '../..');
const APPS = 'utils/catalogue/apps';
/** Files that hold sources beside the apps' own. */
const OTHERS = [
  'utils/advisor/microsoft.ts',
  'utils/catalogue/server.ts',
  'utils/timeline/events.ts',
  'utils/troubleshoot/sources.ts',
];

const { values } = parseArgs({
  options: { days: { type: 'string', default: '180' }, stale: { type: 'boolean', default: false } },
});
const staleAfter = Number(values.days);
if (!Number.isInteger(staleAfter) || staleAfter < 0) {
  console.error('--days takes a whole number of days.');
  process.exit(1);
}

const files = [...readdirSync(path.join(root, APPS)).map((file) => `${APPS}/${file}`), ...OTHERS];
const claims = (await Promise.all(files.map(claimsIn))).flat();
const today = new Date().toISOString().slice(0, 10);
const aged = byAge(claims, today, staleAfter);
const isStaleOnly = values.stale;
console.log(claimsText(isStaleOnly ? aged.filter(({ isStale }) => isStale) : aged, staleAfter));
if (isStaleOnly && aged.some(({ isStale }) => isStale)) process.exitCode = 1;

async function claimsIn(where: string): Promise<Claim[]> {
  const module: unknown = await import(pathToFileURL(path.join(root, where)).href);
  const found = new Map<string, Claim>();
  collect(module, (claim) => found.set(`${claim.title} ${claim.checked}`, { where, ...claim }));
  return [...found.values()];
}

/** Sources stand in lists and inside other data; each is told by its day and its title. */
function collect(value: unknown, found: (claim: Omit<Claim, 'where'>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const { title, checked, certainty } = value as Record<string, unknown>;
  if (typeof title === 'string' && typeof checked === 'string')
    found({ title, checked, certainty: String(certainty) });
  for (const inner of Object.values(value)) collect(inner, found);
}
