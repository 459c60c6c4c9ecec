/** What stands at the top level, what is pinned, under which licences, and where READMEs are. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, readJson, readText } from './project-files.ts';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const FOLDERS = ['entrypoints', 'components', 'utils', 'tests', 'public'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts', 'README.md'];
const USUAL_FILES = ['LICENSE', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CHANGELOG.md'];
const TOOL_FILES = ['biome.json', 'knip.json', 'vitest.config.ts'];
/** Made by tools, never committed. */
const MADE = ['node_modules'];

/** Licences under which a package may be shipped inside the extension. */
const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

/** Parts that are hard to understand from their code alone. */
const NEEDS_README = [
  'utils/pages',
  'utils/guide',
  'utils/catalogue',
  'utils/pointer',
  'utils/messages',
  'utils/vault',
  'utils/inventory/formats',
  'tests/replica',
];

const manifest = readJson<Package>('package.json');
const lock = readJson<{ packages: Record<string, LockEntry> }>('package-lock.json');

describe('the top level of the repository', () => {
  it('holds only what is agreed', () => {
    const allowed = [...FOLDERS, ...FILES, ...USUAL_FILES, ...TOOL_FILES, ...MADE];
    const strangers = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !allowed.includes(name));
    expect(strangers, 'Move these below entrypoints, components, utils, tests or public.').toEqual([]);
  });

  it.each([...FILES, ...USUAL_FILES])('has %s', (name) => {
    expect(existsSync(path.join(ROOT, name)), `Write ${name}.`).toBe(true);
  });
});

describe('documentation', () => {
  it.each(NEEDS_README)('explains %s beside the code', (folder) => {
    expect(existsSync(path.join(ROOT, folder, 'README.md')), `Write ${folder}/README.md.`).toBe(true);
  });

  it('names only scripts that exist', () => {
    const named = ['README.md', 'CONTRIBUTING.md']
      .filter((file) => existsSync(path.join(ROOT, file)))
      .flatMap((file) => [...readText(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? ''));
    const wrong = [...new Set(named)].filter((name) => !(name in (manifest.scripts ?? {})));
    expect(wrong, 'Correct the document, or add the script to package.json.').toEqual([]);
  });
});

describe('dependencies', () => {
  it('are pinned exactly', () => {
    const loose = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose, 'Write the exact version: what was tested is what is installed.').toEqual([]);
  });

  it('come from no named host', () => {
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(
      resolved.map(([name]) => name),
      'Install with this .npmrc: the lockfile names no registry.',
    ).toEqual([]);
  });

  it('are named in the lockfile for every system', () => {
    const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => {
        for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
          if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return false;
          if (!at) return true;
        }
      }),
    );
    expect(missing, 'Run `node tests/run/complete-lockfile.mjs`, or `npm ci` refuses the lockfile.').toEqual(
      [],
    );
  });

  it('that are shipped have licences that allow it', () => {
    const shipped = Object.entries(lock.packages).filter(([at, entry]) => at !== '' && !entry.dev);
    const wrong = shipped
      .map(([at]) => ({ at, license: readJson<Package>(`${at}/package.json`).license ?? 'none' }))
      .filter(({ license }) => !LICENCES.includes(license));
    expect(shipped.length).toBeGreaterThan(0);
    expect(wrong, 'Choose another package, or have its licence checked and listed here.').toEqual([]);
  });

  it('that run an install script are known', () => {
    const known = [
      'node_modules/esbuild',
      'node_modules/spawn-sync',
      'node_modules/tsx/node_modules/esbuild',
    ];
    const scripted = Object.entries(lock.packages)
      .filter(([, entry]) => 'hasInstallScript' in entry)
      .map(([at]) => at);
    expect(
      scripted,
      'Install scripts are off (.npmrc): see whether the newcomer works without its own.',
    ).toEqual(known);
  });
});
