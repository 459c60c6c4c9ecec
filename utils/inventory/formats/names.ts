/**
 * The hand-over list: what there is, for whoever takes over a device or a desk. No password, no account, no
 * note, no reason: nothing a person may have written a secret into on purpose, and no name that holds one.
 */
import type { Entry } from '../entry.ts';
import { Losses } from './collect.ts';
import { columnTitle } from './csv/headers.ts';
import { writeCsv } from './csv/parse.ts';
import { safeRow } from './csv/table.ts';
import { textsOf } from './fields.ts';
import type { FieldKey, WriteOptions, WriteOutcome } from './outcome.ts';

const COLUMNS: readonly FieldKey[] = ['name', 'app', 'device', 'state', 'made', 'rotateBy'];
const MASK = '•••';
/** Shorter ones would be found by chance in ordinary words. */
const LEAST_SECRET = 6;

export function writeNames(entries: readonly Entry[], options: WriteOptions): WriteOutcome {
  const { language = 'en', separator = ',', today } = options;
  const losses = new Losses();
  const secrets = entries.flatMap(({ password }) =>
    password !== null && password.length >= LEAST_SECRET ? [password] : [],
  );
  const rows = entries.map((entry, at) => {
    const texts = textsOf(entry, at + 1, entries.length);
    const cells = COLUMNS.map((key) => {
      const bare = secrets.reduce((text, secret) => text.replaceAll(secret, MASK), texts[key]);
      if (bare !== texts[key]) losses.add('masked');
      return bare;
    });
    return safeRow(cells, losses);
  });
  losses.add('details', entries.length);
  const titles = COLUMNS.map((key) => columnTitle(key, language));
  const bytes = new TextEncoder().encode(`\uFEFF${writeCsv([titles, ...rows], separator)}`);
  return {
    ok: true,
    bytes,
    fileName: `keytag-names-${today}.csv`,
    mediaType: 'text/csv',
    lost: losses.list(),
  };
}
