/** Bitwarden's CSV export, both ways. Custom fields stand in one cell, a line each. */
import type { Entry } from '../../entry.ts';
import { Collector, Losses } from '../collect.ts';
import { restored } from '../csv/formulas.ts';
import { parseCsv, writeCsv } from '../csv/parse.ts';
import { safeRow } from '../csv/table.ts';
import {
  addTexts,
  customFields,
  expectedCount,
  keyOfFieldName,
  nameFromTitle,
  readMarker,
  type Texts,
  textsOf,
  titleOf,
} from '../fields.ts';
import {
  LIMITS_OF_FILES,
  type ReadOptions,
  type ReadOutcome,
  type WriteOptions,
  type WriteOutcome,
} from '../outcome.ts';
import { decodeText } from '../text.ts';
import { NATIVE } from './json.ts';

const HEADER = [
  'folder',
  'favorite',
  'type',
  'name',
  'notes',
  'fields',
  'reprompt',
  'login_uri',
  'login_username',
  'login_password',
  'login_totp',
] as const;
type Column = (typeof HEADER)[number];
/** Without these it is another table. */
const NEEDED: readonly Column[] = ['type', 'name', 'notes', 'fields', 'login_username', 'login_password'];

export function isBitwardenHeader(cells: readonly string[]): boolean {
  return NEEDED.every((column) => cells.includes(column));
}

export function readBitwardenCsv(bytes: Uint8Array, options: ReadOptions): ReadOutcome {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const table = parseCsv(decoded.text, ',', LIMITS_OF_FILES.entries + 1);
  if (table.isCutShort) return { ok: false, why: 'too-many' };
  if (table.widest > LIMITS_OF_FILES.columns) return { ok: false, why: 'not-known' };
  const [header, ...body] = table.rows;
  if (!header || !isBitwardenHeader(header.cells)) return { ok: false, why: 'not-known' };
  const expected = expectedCount(decoded.text);
  const last = body.at(-1);
  const isLastShort =
    !table.endsWithLineBreak && last !== undefined && last.cells.length < header.cells.length;
  if (table.openSince !== null || isLastShort || decoded.isCut) {
    const whole =
      table.openSince === null && last && !table.endsWithLineBreak ? body.length - 1 : body.length;
    return { ok: false, why: 'cut', whole, expected, at: table.openSince ?? last?.line ?? 1 };
  }

  const collector = new Collector(options);
  let highest = 0;
  for (const { cells, line } of body) {
    const cell = (column: Column) => cells[header.cells.indexOf(column)] ?? '';
    const where = { title: restored(cell('name'), false), line };
    if (cells.length < header.cells.length) {
      collector.skip('short-row', where);
      continue;
    }
    if (cell('type') !== 'login') {
      collector.skip('not-a-login', where);
      continue;
    }
    const { texts, hasStrangers } = readFields(cell('fields'));
    const marker = readMarker(texts.keytag);
    const own = marker !== null;
    highest = Math.max(highest, marker?.of ?? 0);
    texts.account = restored(cell('login_username'), own);
    texts.note = restored(cell('notes'), own);
    texts.password = own ? restored(cell('login_password'), own) : cell('login_password');
    texts.name = nameFromTitle(restored(cell('name'), own), texts);
    if (hasStrangers) collector.losses.add('custom-fields');
    if (cell('login_uri') !== '') collector.losses.add('web-addresses');
    if (cell('login_totp') !== '') collector.losses.add('one-time-codes');
    if (cell('folder') !== '') collector.losses.add('folders');
    addTexts(texts, where, {}, collector);
  }
  collector.losses.add('missing-rows', highest - body.length);
  return collector.done();
}

function readFields(cell: string): { texts: Texts; hasStrangers: boolean } {
  const texts: Texts = {};
  let hasStrangers = false;
  const text = /^Keytag: |\nKeytag: /.test(cell) ? restored(cell, true) : cell;
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    const key = colon === -1 ? undefined : keyOfFieldName(line.slice(0, colon));
    if (key && texts[key] === undefined) texts[key] = fromLine(line.slice(colon + 2));
    else if (line.trim() !== '') hasStrangers = true;
  }
  return { texts, hasStrangers };
}

/** A value of more than one line, or one that looks like JSON text, is written as JSON text. */
const toLine = (value: string): string => (/["\r\n]/.test(value) ? JSON.stringify(value) : value);

function fromLine(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

export function writeBitwardenCsv(entries: readonly Entry[], options: WriteOptions): WriteOutcome {
  const losses = new Losses();
  const rows = entries.map((entry, at) => {
    const texts = textsOf(entry, at + 1, entries.length);
    if (!options.withPasswords && entry.password) losses.add('passwords');
    const cells: Readonly<Record<Column, string>> = {
      folder: '',
      favorite: '',
      type: 'login',
      name: titleOf(entry),
      notes: texts.note,
      fields: customFields(texts, NATIVE)
        .map(([name, value]) => `${name}: ${toLine(value)}`)
        .join('\n'),
      reprompt: '0',
      login_uri: '',
      login_username: texts.account,
      login_password: options.withPasswords ? texts.password : '',
      login_totp: '',
    };
    return safeRow(
      HEADER.map((column) => cells[column]),
      losses,
    );
  });
  const bytes = new TextEncoder().encode(writeCsv([HEADER, ...rows], ','));
  return {
    ok: true,
    bytes,
    fileName: `keytag-bitwarden-${options.today}.csv`,
    mediaType: 'text/csv',
    lost: losses.list(),
  };
}
