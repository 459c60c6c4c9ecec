/** Where an app of a pack comes from, in words: they stand wherever the app does. */
import type { Sentence } from '../lib/sentence.ts';
import type { PackOrigin } from './pack.ts';

/** "From your organisation: NAME" only where the browser's management says so, else "From a file: NAME". */
export function originSentence({ from, organisation }: PackOrigin): Sentence {
  return { key: from === 'policy' ? 'own_from_organisation' : 'own_from_file', args: [organisation] };
}
