/** SECURITY.md and README.md are true: each requirement names a test that is there, each permission its reason. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import config from '@/wxt.config.ts';
import { ROOT, readText } from './project-files.ts';

const SECURITY = readText('SECURITY.md');
const README = readText('README.md');
const LAST = 35;

/** `R1–R3, R9` as numbers. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/R(\d+)(?:–R?(\d+))?/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  );
}

interface Row {
  readonly which: string;
  readonly tests: readonly string[];
}

/** The tables' rows, with what their last cell names in code type. */
const ROWS: readonly Row[] = SECURITY.split('\n')
  .filter((line) => /^\| R\d/.test(line))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const named = (cells.at(-2) ?? '').matchAll(/`([^`]+)`/g);
    return { which: cells[1] ?? '', tests: [...named].map(([, name = '']) => name) };
  });

/** What is named beside tests: a part of `npm test`, a tool's file at the top. */
const OTHERS = ['npm test', 'reproducible', 'sbom', 'biome.json'];

/** A file or folder below tests/, with or without its ending, or the beginning of one before a star. */
function isTest(name: string): boolean {
  const whole = path.join(ROOT, 'tests', name);
  if (existsSync(whole) || existsSync(`${whole}.test.ts`)) return true;
  if (!name.endsWith('*')) return false;
  const folder = path.dirname(whole);
  return existsSync(folder) && readdirSync(folder).some((file) => file.startsWith(path.basename(name, '*')));
}

describe('SECURITY.md', () => {
  it.each(ROWS.map((row) => [row.which, row] as const))('%s: what it names is there', (_, { tests }) => {
    const wrong = tests.filter((name) => !OTHERS.includes(name) && !isTest(name));
    expect(wrong, 'Name the test that fails without it, as a path below tests/.').toEqual([]);
    expect(tests.some(isTest), 'Name at least one test.').toBe(true);
  });

  it('says of every requirement by what it is met, or that it is not', () => {
    const notMet = SECURITY.slice(
      SECURITY.indexOf('Not met or not shown yet'),
      SECURITY.indexOf('## Known limits'),
    );
    const told = new Set([...ROWS.flatMap(({ which }) => numbersIn(which)), ...numbersIn(notMet)]);
    const missing = Array.from({ length: LAST }, (_, index) => index + 1).filter(
      (number) => !told.has(number),
    );
    expect(missing).toEqual([]);
  });
});

describe('the permissions in README.md', () => {
  const table = README.slice(README.indexOf('## Permissions'), README.indexOf('## Commands'));

  it.each(['chrome', 'firefox'] as const)('are those asked for in %s', async (browser) => {
    const make = config.manifest;
    if (typeof make !== 'function') throw new Error('wxt.config.ts makes the manifest by a function');
    const manifest = await make({ browser, manifestVersion: 3, mode: 'production', command: 'build' });
    const asked = [
      ...(manifest.permissions ?? []),
      ...(manifest.optional_permissions ?? []),
      ...(manifest.host_permissions ?? []).map((host) => new URL(host.replace('*', '')).hostname),
    ];
    expect(asked.length).toBeGreaterThan(5);
    for (const name of asked) expect(table, `Say in README.md what ${name} is for.`).toContain(`\`${name}\``);
  });
});
