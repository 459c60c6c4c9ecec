/**
 * Names the programs for other systems in package-lock.json. Tools such as Biome or Rollup bring one
 * optional package per system; npm leaves those out that the registry in use doesn't serve, and `npm ci`
 * then refuses the whole lockfile. Run it after changing dependencies: `node tests/run/complete-lockfile.mjs`.
 * Entries added here carry no integrity hash, since the package couldn't be seen; npm adds it where it can.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './process.mjs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, optionalDependencies?: Record<string, string>, os?: string[], cpu?: string[], libc?: string[] }} LockEntry */
/** @typedef {Record<string, LockEntry>} LockEntries */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Where npm finds `name` when the package at `from` asks for it. @param {LockEntries} entries @param {string} from @param {string} name */
function resolve(entries, from, name) {
  for (let at = from; ; ) {
    const candidate = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (entries[candidate]) return candidate;
    if (!at) return null;
    at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '';
  }
}

/**
 * The optional dependencies that a lockfile doesn't name.
 * @param {LockEntries} entries
 * @returns {{ name: string, version: string, dev: boolean }[]}
 */
export function missingOptional(entries) {
  return Object.entries(entries).flatMap(([from, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => resolve(entries, from, name) === null)
      .map(([name, version]) => ({ name, version, dev })),
  );
}

/** The entry of a package for another system, read from its name. @param {{ name: string, version: string, dev: boolean }} missing @returns {LockEntry} */
function entryFor({ name, version, dev }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${name}@${version} is no exact version: add its entry to package-lock.json by hand.`);
  }
  const words = name.split(/[-/]/);
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system || !processor) {
    throw new Error(
      `${name} doesn't say which system it is for: add its entry to package-lock.json by hand.`,
    );
  }
  const musl = words.some((word) => word.startsWith('musl'));
  const gnu = system === 'linux' && words.some((word) => word.startsWith('gnu'));
  return {
    version,
    cpu: [processor],
    ...(dev ? { dev } : {}),
    ...(musl || gnu ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [system],
  };
}

function main() {
  const file = path.join(ROOT, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock.packages);
  for (const each of missing) lock.packages[`node_modules/${each.name}`] = entryFor(each);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages for other systems added to package-lock.json`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
