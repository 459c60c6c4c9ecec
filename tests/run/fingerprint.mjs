/** One hash for a folder: the names and bytes of all its files, in one order. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @param {string} folder @returns {Map<string, string>} the hash of each file under its path */
function fingerprint(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return new Map(files.map((file) => [file, hash(path.join(folder, file))]));
}

/** The files that differ between two folders, or stand in one of them only. @param {string} one @param {string} other */
export function differences(one, other) {
  const [left, right] = [fingerprint(one), fingerprint(other)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((file) => left.get(file) !== right.get(file));
}

/** @param {string} file */
function hash(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
