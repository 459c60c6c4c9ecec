/** The project's own files, for tests that read them. Only for tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What is shipped. */
const PRODUCT_FOLDERS = ['entrypoints', 'components', 'utils'] as const;

/** The files below these folders or files, as paths from the root with forward slashes. */
export function filesBelow(...names: readonly string[]): string[] {
  return names
    .filter((name) => existsSync(path.join(ROOT, name)))
    .flatMap((name) =>
      readdirSync(path.join(ROOT, name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    .sort();
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

export function readJson<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}

/** The product's own TypeScript. */
export function productSources(): string[] {
  return filesBelow(...PRODUCT_FOLDERS).filter((file) => /\.tsx?$/.test(file));
}

/** Every text file somebody of the project wrote. */
export function ownTexts(): string[] {
  const rootFiles = readdirSync(ROOT, { withFileTypes: true })
    // In a second working tree of one clone `.git` is a file, with a path of the machine in it.
    .filter((entry) => entry.isFile() && entry.name !== '.git')
    .map((entry) => entry.name);
  return [...rootFiles, ...filesBelow(...PRODUCT_FOLDERS, 'tests', 'public', '.ci', '.github')].filter(
    (file) => !/\.(png|ico|webp|jpg|gif|bin)$/.test(file),
  );
}
