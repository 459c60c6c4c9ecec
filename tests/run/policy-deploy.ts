/** Where the files for administrators stand, and what they are made from besides the list of keys. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PolicySources } from './policy-files.ts';

const ROOT = new URL('../../', import.meta.url);

/** Beside the list of keys they come from; code is bundled from imports, so that none of it is shipped. */
export const DEPLOY_FOLDER = fileURLToPath(new URL('utils/helpdesk/deploy', ROOT));

export function policySources(): PolicySources {
  const messages = (language: string): PolicySources['messages']['en'] =>
    JSON.parse(readFileSync(new URL(`public/_locales/${language}/messages.json`, ROOT), 'utf8'));
  const [, firefoxId] =
    /\bid: '([^']+@[^']+)'/.exec(readFileSync(new URL('wxt.config.ts', ROOT), 'utf8')) ?? [];
  if (firefoxId === undefined) throw new Error("the add-on's id is not in wxt.config.ts");
  return { messages: { en: messages('en'), de: messages('de') }, firefoxId };
}
