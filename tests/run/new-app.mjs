/** What `npm run new app <id>` writes: a catalogue file with nothing claimed yet, and the app's line in the table
 * of verdicts. Texts in, texts out; new.mjs reads and writes the files. */

/** As ids of apps are written; the file carries the same name. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where the table's own apps end and the entries for everything else begin. */
const LAST_ROW = /^ {2}\['what nobody named',/m;

/**
 * @param {string | undefined} id
 * @param {readonly string[]} known ids that are taken
 * @returns {string | null} what is wrong with it, or `null`
 */
export function idProblem(id, known) {
  if (!id) return 'Name the app: npm run new app <id>, for example: npm run new app acme-scanner';
  if (!ID.test(id)) return `"${id}" is no id: small letters, digits and single hyphens, like acme-scanner.`;
  if (known.includes(id)) return `utils/catalogue/apps/${id}.ts is there already. Nothing was changed.`;
  return null;
}

/**
 * @param {string} id
 * @param {string} today
 * @returns {string} a file that claims nothing firmly: every check of the conventions then names what to find out
 */
export function appFile(id, today) {
  const name = id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  return `import type { App } from '../app.ts';

export default {
  id: '${id}',
  name: '${name}',
  vendor: '${name}',
  aliases: [],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '${today}',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
`;
}

/**
 * @param {string} table the text of tests/advisor/rows.test.ts
 * @param {string} id
 * @returns {string | null} the table with a line for the app, or `null` where its place was not found
 */
export function withRow(table, id) {
  if (!LAST_ROW.test(table)) return null;
  return table.replace(LAST_ROW, (row) => `  ['${id}', 'send-only', 'no', '${id}'],\n${row}`);
}
