/** RFC 4180, and what programs write instead: other separators, any line end, quotes inside a cell. */
import { LIMITS_OF_FILES, type Separator } from '../outcome.ts';

export interface Row {
  readonly cells: readonly string[];
  /** Line of the text it begins in, from 1. */
  readonly line: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** The text ended inside quotes that were opened in this line; what was begun there is not among the rows. */
  readonly openSince: number | null;
  readonly endsWithLineBreak: boolean;
  /** More rows than asked for; the rest was not looked at. */
  readonly isCutShort: boolean;
  /** Beyond the limit of columns nothing more was looked at. */
  readonly widest: number;
}

export function parseCsv(text: string, separator: Separator, maxRows: number): Table {
  const rows: Row[] = [];
  const special = separator === '\t' ? /[\t\r\n]/g : separator === ';' ? /[;\r\n]/g : /[,\r\n]/g;
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let rowLine = 1;
  let widest = 0;

  const endRow = () => {
    // An empty line is no row.
    if (cells.length > 1 || cells[0] !== '') {
      rows.push({ cells, line: rowLine });
      widest = Math.max(widest, cells.length);
    }
    cells = [];
  };

  while (at < text.length) {
    if (rows.length >= maxRows)
      return { rows, openSince: null, endsWithLineBreak: true, isCutShort: true, widest };
    if (cells.length === 0) rowLine = line;
    let cell = '';
    if (text[at] === '"') {
      const begun = line;
      const end = closingQuote(text, at + 1);
      if (end === -1) return { rows, openSince: begun, endsWithLineBreak: false, isCutShort: false, widest };
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += countBreaks(cell);
      at = end + 1;
    }
    // The cell, or what some programs leave behind a closing quote.
    special.lastIndex = at;
    const next = special.exec(text)?.index ?? text.length;
    cells.push(cell + text.slice(at, next));
    at = next;
    if (at >= text.length) break;
    if (text[at] === separator) {
      if (cells.length > LIMITS_OF_FILES.columns)
        return { rows, openSince: null, endsWithLineBreak: true, isCutShort: false, widest: cells.length };
      at += 1;
      // A separator at the very end opens one more, empty cell.
      if (at >= text.length) cells.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    endRow();
  }
  const endsWithLineBreak = cells.length === 0;
  if (cells.length > 0) endRow();
  return { rows, openSince: null, endsWithLineBreak, isCutShort: false, widest };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** Every cell quoted, lines ended as RFC 4180 says. */
export function writeCsv(rows: readonly (readonly string[])[], separator: Separator): string {
  return rows
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)}\r\n`)
    .join('');
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

/** The separator that gives most columns, the same number in the first rows. */
export function guessSeparator(text: string): Separator {
  // Quoted cells with separators inside are the reason not to count characters.
  const head = text.slice(0, 64_000);
  const scored = SEPARATORS.map((separator) => {
    const { rows } = parseCsv(head, separator, 20);
    const columns = rows[0]?.cells.length ?? 0;
    const even = rows.filter(({ cells }) => cells.length === columns).length;
    return {
      separator,
      columns,
      score: columns < 2 ? 0 : (even / rows.length) * 100 + Math.min(columns, 50),
    };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}
