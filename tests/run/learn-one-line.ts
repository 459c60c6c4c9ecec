/** The reader with one more line: what a maintainer would write for the replica's `addButton: 'renamed'`. The
 * project's reader must never know that variant; a copy learns it, so that the way is shown to work. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { read } from '@/utils/pages/security-info/read.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const READER = path.join(ROOT, 'utils/pages/security-info/read.ts');
export const LEARNED_FOLDER = path.join(ROOT, '.output/learned');

/** Above this line of the reader it belongs: the highest rung of the ladder comes first. */
const BESIDE = '      () => this.document.querySelectorAll(\'button:has(i[data-icon-name="Add"])\'),\n';
export const ONE_LINE =
  '      () => this.document.querySelectorAll(\'[data-testid="method-register-button"]\'),';

/** @returns `read` of a copy of the reader that has this one line more */
export async function learn(): Promise<typeof read> {
  const source = readFileSync(READER, 'utf8');
  if (source.split(BESIDE).length !== 2)
    throw new Error('the reader has changed: say where the line belongs now');
  const copy = source
    .replace(BESIDE, `${BESIDE}${ONE_LINE}\n`)
    .replaceAll("from '../", "from '@/utils/pages/")
    .replaceAll("from './", "from '@/utils/pages/security-info/");
  mkdirSync(LEARNED_FOLDER, { recursive: true });
  const file = path.join(LEARNED_FOLDER, 'read.ts');
  writeFileSync(file, copy);
  const learned = (await import(/* @vite-ignore */ file)) as { read: typeof read };
  return learned.read;
}
