/** Looking through every file under a folder for byte patterns: what a thief of the disk could do. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** @returns the files in which a pattern was found, with the pattern's name, sorted */
export async function searchFiles(
  folder: string,
  patterns: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // An open browser takes files away while they are looked through.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    for (const [name, pattern] of patterns) {
      if (bytes.includes(pattern)) found.push(`${name} in ${relative(folder, path)}`);
    }
  }
  return found.sort();
}

/** The ways in which programs write a text down. */
export function asWritten(name: string, text: string): readonly (readonly [string, Buffer])[] {
  return [
    [`${name} (UTF-8)`, Buffer.from(text, 'utf8')],
    [`${name} (UTF-16)`, Buffer.from(text, 'utf16le')],
    [`${name} (base64)`, Buffer.from(Buffer.from(text, 'utf8').toString('base64').slice(0, -4), 'utf8')],
  ];
}
