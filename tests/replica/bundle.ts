/**
 * Builds the replica's bundle with esbuild and keeps it under `.output/replica/`, named after what went
 * into it, so that the second test run of a day does not build again.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const CACHE = join(ROOT, '.output', 'replica');

export interface Bundle {
  /** As on the live page: `main.<eight hex digits>.js`. */
  readonly name: string;
  readonly code: Buffer;
}

let cached: Promise<Bundle> | undefined;

/** The same bundle for every replica of this process. */
export function replicaBundle(): Promise<Bundle> {
  cached ??= findOrBuild();
  return cached;
}

async function findOrBuild(): Promise<Bundle> {
  const name = `main.${await fingerprint()}.js`;
  const file = join(CACHE, name);
  const found = await readFile(file).catch(() => null);
  if (found) return { name, code: found };

  const built = await build({
    entryPoints: [join(HERE, 'app', 'main.tsx')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'react',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    // The project's own settings are for Preact.
    tsconfigRaw: '{}',
  });
  const output = built.outputFiles[0];
  if (!output) throw new Error('esbuild wrote nothing');
  const code = Buffer.from(output.contents);
  await mkdir(CACHE, { recursive: true });
  // Test files run in parallel processes: nobody may meet a half-written bundle.
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return { name, code };
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const sources = (await readdir(join(HERE, 'app'))).map((name) => join(HERE, 'app', name));
  const manifests = ['@fluentui/react', 'react', 'react-dom', 'esbuild'].map((name) =>
    join(ROOT, 'node_modules', name, 'package.json'),
  );
  const files = [
    ...sources,
    join(HERE, 'texts.ts'),
    join(HERE, 'switches.ts'),
    join(HERE, 'bundle.ts'),
    ...manifests,
  ];
  for (const file of files.sort()) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 8);
}
