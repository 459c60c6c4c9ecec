/**
 * A check that finds nothing may be one that looks at nothing. Here each tool gets a copy of the project
 * with mistakes planted in it, and must find every one of them.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, readJson } from './project-files.ts';

/** One file each, named after what is wrong with it. */
const PLANTED: Readonly<Record<string, string>> = {
  // Borders. The vault does not exist yet in every copy: these bring their own.
  'utils/vault/planted.ts': 'export const secret = 1;\n',
  'utils/app/planted.ts': "export { secret } from '../vault/planted.ts';\n",
  'utils/storage/planted.ts': "export { usesPorts } from '../app/planted-ports.ts';\n",
  'utils/app/planted-ports.ts': "import '../platform/planted.ts';\nexport const usesPorts = 1;\n",
  'utils/platform/planted.ts': "import { secret } from '../vault/planted.ts';\nexport default secret;\n",
  'utils/pages/planted-hop.ts': "export { secret } from '../vault/planted.ts';\n",
  'entrypoints/security-info/planted.ts': "export { secret } from '@/utils/pages/planted-hop.ts';\n",
  'entrypoints/practice/planted.ts': "export { secret } from '@/utils/app/planted.ts';\n",
  'entrypoints/sidepanel/planted.ts': "export * from '../practice/planted.ts';\n",
  'utils/rotation/planted.ts':
    "import '@/entrypoints/practice/planted.ts';\nimport '@/components/planted.ts';\nimport 'wxt/browser';\n",
  'components/planted.ts': "import '@/utils/storage/planted.ts';\nimport 'wxt/browser';\nimport 'node:fs';\n",
  'utils/lib/planted.ts': "import '../vault/planted.ts';\n",
  'utils/lib/planted-circle-a.ts': "import './planted-circle-b.ts';\n",
  'utils/lib/planted-circle-b.ts': "import './planted-circle-a.ts';\n",
  'utils/catalogue/apps/planted.ts': "import '../../lib/planted.ts';\n",
  'utils/guide/planted.ts': "import './not-there.ts';\nimport 'fast-check';\nimport '@/tests/planted.ts';\n",
  'tests/planted.ts': 'export const test = 1;\n',
  // Style and promises.
  'utils/advisor/planted-clock.ts':
    'export const today = () => new Date();\nexport const now = () => Date.now();\n',
  'utils/advisor/planted-chance.ts': 'export const chance = () => Math.random();\n',
  'utils/advisor/planted-page.ts': 'export const title = () => document.title;\n',
  'utils/advisor/planted-network.ts': "export const load = () => fetch('https://contoso.example/');\n",
  'utils/platform/planted-promise.ts':
    "import { browser } from 'wxt/browser';\nexport const save = () => {\n  browser.storage.local.set({ a: 1 });\n};\n",
};

const BORDERS: readonly [rule: string, file: string][] = [
  ['content-script-reach', 'entrypoints/security-info/planted.ts'],
  ['pointer-reach', 'utils/pages/planted-hop.ts'],
  ['practice-reach', 'entrypoints/practice/planted.ts'],
  ['entrypoints-stay-apart', 'entrypoints/sidepanel/planted.ts'],
  ['nothing-imports-entrypoints', 'utils/rotation/planted.ts'],
  ['utils-import-no-components', 'utils/rotation/planted.ts'],
  ['core-is-pure', 'utils/rotation/planted.ts'],
  ['components-take-props', 'components/planted.ts'],
  ['only-platform-knows-the-browser', 'components/planted.ts'],
  ['product-uses-no-node', 'components/planted.ts'],
  ['lib-has-no-domain', 'utils/lib/planted.ts'],
  ['platform-decides-nothing', 'utils/platform/planted.ts'],
  ['use-cases-take-ports', 'utils/app/planted-ports.ts'],
  ['storage-knows-no-use-case', 'utils/storage/planted.ts'],
  ['an-app-is-data', 'utils/catalogue/apps/planted.ts'],
  ['no-circular', 'utils/lib/planted-circle-a.ts'],
  ['must-resolve', 'utils/guide/planted.ts'],
  ['product-uses-no-dev-dependency', 'utils/guide/planted.ts'],
  ['product-imports-no-tests', 'utils/guide/planted.ts'],
];

const COPIED = [
  'entrypoints',
  'components',
  'utils',
  'public',
  '.wxt',
  '.gitignore',
  '.dependency-cruiser.mjs',
  '.oxlintrc.json',
  'biome.json',
  'tests/conventions/pure-core.grit',
  'package.json',
  'tsconfig.json',
];

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), 'keytag-planted-'));
  for (const name of COPIED) {
    if (existsSync(path.join(ROOT, name)))
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(PLANTED)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What a tool says about the copy, however it ends. */
async function ask(packageName: string, bin: string, ...args: string[]): Promise<string> {
  const folder = `node_modules/${packageName}`;
  const { bin: bins } = readJson<{ bin: string | Record<string, string> }>(`${folder}/package.json`);
  const program = path.join(ROOT, folder, typeof bins === 'string' ? bins : (bins[bin] ?? ''));
  return new Promise((resolve) => {
    const options = { cwd: copy, maxBuffer: 2 ** 26 };
    execFile(process.execPath, [program, ...args], options, (_, stdout) => resolve(stdout));
  });
}

describe('the border check', () => {
  let violations: string[];

  beforeAll(async () => {
    const folders = ['entrypoints', 'components', 'utils', 'tests'];
    const answer = await ask('dependency-cruiser', 'depcruise', '--output-type', 'json', ...folders);
    const { summary }: { summary: { violations: { rule: { name: string }; from: string }[] } } =
      JSON.parse(answer);
    violations = summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);
  }, 60_000);

  it.each(BORDERS)('finds %s', (rule, file) => {
    expect(violations).toContain(`${rule} in ${file}`);
  });

  it('has a planted violation for each of its rules', async () => {
    const config: { default: { forbidden: { name: string }[] } } = await import(
      path.join(ROOT, '.dependency-cruiser.mjs')
    );
    expect(BORDERS.map(([rule]) => rule).sort()).toEqual(
      config.default.forbidden.map(({ name }) => name).sort(),
    );
  });
});

it('the style check finds what the pure core may not use', async () => {
  const answer = await ask('@biomejs/biome', 'biome', 'lint', '--reporter=json', 'utils/advisor');
  const { diagnostics }: { diagnostics: unknown[] } = JSON.parse(answer);
  const about = (file: string) => diagnostics.filter((found) => JSON.stringify(found).includes(file)).length;
  expect(about('planted-clock.ts')).toBe(2);
  expect(about('planted-chance.ts')).toBe(1);
  expect(about('planted-page.ts')).toBe(1);
  expect(about('planted-network.ts')).toBe(1);
}, 60_000);

it('the promise check finds a floating promise', async () => {
  const answer = await ask(
    'oxlint',
    'oxlint',
    '--type-aware',
    '--format=unix',
    'utils/platform/planted-promise.ts',
  );
  expect(answer).toContain('no-floating-promises');
}, 60_000);
