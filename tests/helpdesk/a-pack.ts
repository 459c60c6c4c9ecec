/** A valid pack to change: the example that the README teaches. Pure data; for tests alone. */

import { type PackSurroundings, readPack } from '@/utils/helpdesk/pack.ts';
import { readText } from '../conventions/project-files.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const readme = readText('utils/helpdesk/README.md');

/** As it stands in the README, with its line ends. */
export const EXAMPLE = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

/** A copy to change at will. */
export const example = (): JsonObject => JSON.parse(EXAMPLE) as JsonObject;

export const AROUND: PackSurroundings = {
  from: 'file',
  isBuiltIn: (id) => id === 'thunderbird' || id === 'own-built-in',
  ownerOf: () => null,
};

/** The example with `value` at `path`, as text with a line for every value; `undefined` takes the key away. */
export function changed(path: readonly (string | number)[], value: Json | undefined): string {
  const pack = example();
  let inside: Json = pack;
  for (const key of path.slice(0, -1)) inside = (inside as JsonObject)[key] as Json;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete (inside as JsonObject)[last];
  else (inside as JsonObject)[last] = value;
  return JSON.stringify(pack, null, 2);
}

/** The pack in a text that is known to be right. */
export function packFrom(text: string, around: PackSurroundings = AROUND) {
  const reading = readPack(text, around);
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.problems)}`);
  return reading.pack;
}

/** `count` copies of the example's app, each with an id of its own. */
export function appsLike(count: number): Json[] {
  const [app] = example().apps as JsonObject[];
  return Array.from({ length: count }, (_, at) => ({ ...app, id: `own-app-${at}` }));
}
