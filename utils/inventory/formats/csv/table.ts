/** Tables as text: preview with a guess at the columns, reading with the mapping a person chose, writing. */
import type { Entry } from '../../entry.ts';
import { Collector, Losses } from '../collect.ts';
import { addTexts, expectedCount, readMarker, type Texts, textsOf } from '../fields.ts';
import {
  type CsvChoice,
  type CsvPreview,
  type Encoding,
  type Failure,
  FIELD_KEYS,
  type FieldKey,
  LIMITS_OF_FILES,
  type ReadOptions,
  type ReadOutcome,
  type Separator,
  type WriteOptions,
  type WriteOutcome,
} from '../outcome.ts';
import { decodeText } from '../text.ts';
import { neutralised, restored } from './formulas.ts';
import { columnTitle, guessMapping } from './headers.ts';
import { guessSeparator, parseCsv, type Row, writeCsv } from './parse.ts';

const PREVIEW_ROWS = 20;
/** One of them has to be there for an entry to mean anything. */
const TELLING: readonly FieldKey[] = ['name', 'app', 'account', 'device'];

interface Opened {
  readonly ok: true;
  readonly text: string;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly columns: readonly string[];
  readonly mapping: readonly (FieldKey | null)[];
  readonly hasHeader: boolean;
  readonly body: readonly Row[];
  readonly endsWithLineBreak: boolean;
  readonly isOwn: boolean;
}

/** What a person decides on before reading; nothing is made of the rows yet. */
export function previewCsv(bytes: Uint8Array, choice: CsvChoice = {}): CsvPreview | Failure {
  const opened = open(bytes, choice);
  if (!opened.ok) return opened;
  const { encoding, separator, hasHeader, columns, mapping, body, isOwn } = opened;
  const rows = body.slice(0, PREVIEW_ROWS).map(({ cells }) => columns.map((_, at) => cells[at] ?? ''));
  return { ok: true, encoding, separator, hasHeader, columns, mapping, rows, rowCount: body.length, isOwn };
}

export function readCsv(bytes: Uint8Array, options: ReadOptions): ReadOutcome {
  const opened = open(bytes, options.csv ?? {});
  if (!opened.ok) return opened;
  const { mapping, columns, body, isOwn } = opened;
  if (!mapping.some((key) => key !== null && TELLING.includes(key))) return { ok: false, why: 'no-columns' };

  const collector = new Collector(options);
  const leftOut = columns.filter(
    (_, at) => mapping[at] === null && body.some(({ cells }) => (cells[at] ?? '').trim() !== ''),
  );
  collector.losses.add('columns', leftOut.length);
  const last = body.at(-1);
  let highest = 0;
  for (const row of body) {
    const texts: Texts = {};
    mapping.forEach((key, at) => {
      const cell = row.cells[at];
      // A password is taken as it stands, unless Keytag wrote the mark.
      if (key !== null && cell !== undefined)
        texts[key] = isOwn || key !== 'password' ? restored(cell, isOwn) : cell;
    });
    const marker = readMarker(texts.keytag);
    // Every row that Keytag writes is as wide as its header, and ends with the marker.
    if (isOwn && row === last && !opened.endsWithLineBreak && !marker) {
      return {
        ok: false,
        why: 'cut',
        whole: body.length - 1,
        expected: expectedCount(opened.text),
        at: row.line,
      };
    }
    if (isOwn && row.cells.length < columns.length) {
      collector.skip('short-row', { title: texts.name ?? '', line: row.line });
      continue;
    }
    highest = Math.max(highest, marker?.of ?? 0);
    addTexts(texts, { title: texts.name || texts.app || texts.account || '', line: row.line }, {}, collector);
  }
  collector.losses.add('missing-rows', highest - body.length);
  return collector.done();
}

function open(bytes: Uint8Array, choice: CsvChoice): Opened | Failure {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded;
  const separator = choice.separator ?? guessSeparator(text);
  const table = parseCsv(text, separator, LIMITS_OF_FILES.entries + 1);
  if (table.isCutShort) return { ok: false, why: 'too-many' };
  if (table.widest > LIMITS_OF_FILES.columns) return { ok: false, why: 'not-known' };

  const first = table.rows[0];
  const guess = guessMapping(first?.cells ?? []);
  const hasHeader = choice.hasHeader ?? guess.some((key) => key !== null);
  const body = hasHeader ? table.rows.slice(1) : table.rows;
  if (table.openSince !== null || decoded.isCut) {
    const whole = Math.max(
      0,
      table.openSince === null && !table.endsWithLineBreak ? body.length - 1 : body.length,
    );
    const at = table.openSince ?? table.rows.at(-1)?.line ?? 1;
    return { ok: false, why: 'cut', whole, expected: expectedCount(text), at };
  }
  if (!first) return { ok: false, why: 'empty' };
  const columns = Array.from({ length: table.widest }, (_, at) => (hasHeader ? (first.cells[at] ?? '') : ''));
  const chosen = choice.mapping ?? (hasHeader ? guess : []);
  // A mapping made for another separator may have another width.
  const mapping = columns.map((_, at) => {
    const key = chosen[at] ?? null;
    return key !== null && FIELD_KEYS.includes(key) && chosen.indexOf(key) === at ? key : null;
  });
  const isOwn = hasHeader && guess.includes('keytag');
  return {
    ok: true,
    text,
    encoding,
    separator,
    columns,
    mapping,
    hasHeader,
    body,
    endsWithLineBreak: table.endsWithLineBreak,
    isOwn,
  };
}

/** Cells as a spreadsheet may open them; counts in `losses` the entries whose cells had to be marked. */
export function safeRow(cells: readonly string[], losses: Losses): string[] {
  const safe = cells.map(neutralised);
  if (safe.some((cell, at) => cell !== cells[at])) losses.add('formula-cells');
  return safe;
}

export function writeOwnCsv(entries: readonly Entry[], options: WriteOptions): WriteOutcome {
  const { language = 'en', separator = ',', withPasswords, today } = options;
  const losses = new Losses();
  const keys = FIELD_KEYS.filter((key) => withPasswords || key !== 'password');
  const rows = entries.map((entry, at) => {
    if (!withPasswords && entry.password) losses.add('passwords');
    const texts = textsOf(entry, at + 1, entries.length);
    return safeRow(
      keys.map((key) => texts[key]),
      losses,
    );
  });
  const titles = keys.map((key) => columnTitle(key, language));
  // The mark tells Excel that this is UTF-8.
  const bytes = new TextEncoder().encode(`\uFEFF${writeCsv([titles, ...rows], separator)}`);
  return { ok: true, bytes, fileName: `keytag-${today}.csv`, mediaType: 'text/csv', lost: losses.list() };
}
