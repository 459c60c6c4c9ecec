/**
 * Files of other programs, both ways. Pure values: nothing is stored, nothing in a file is believed, and bad
 * input of any kind ends in an outcome, never in an exception. KeePass's library is loaded when it is needed.
 */
import type { Entry } from '../entry.ts';
import { isBitwardenHeader, readBitwardenCsv, writeBitwardenCsv } from './bitwarden/csv.ts';
import { readBitwardenJson, writeBitwardenJson } from './bitwarden/json.ts';
import { parseCsv } from './csv/parse.ts';
import { previewCsv as previewTable, readCsv, writeOwnCsv } from './csv/table.ts';
import { isKdbx, lookOver } from './kdbx/envelope.ts';
import { writeNames } from './names.ts';
import {
  type CsvChoice,
  type CsvPreview,
  type Failure,
  LIMITS_OF_FILES,
  type ReadFormat,
  type ReadOptions,
  type ReadOutcome,
  type WriteFormat,
  type WriteOptions,
  type WriteOutcome,
} from './outcome.ts';
import { decodeText } from './text.ts';

export type Detected =
  | {
      readonly ok: true;
      readonly format: ReadFormat;
      /** What has to be asked for before `read`: its password, or which column is what (`previewCsv`). */
      readonly ask: 'password' | 'mapping' | null;
    }
  | Failure;

/** What a file is, by its content; its name only helps with tables. */
export async function detect(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Detected> {
  const wrong = checkSize(bytes);
  if (wrong) return wrong;
  if (isKdbx(bytes) || /\.kdbx?$/i.test(fileName)) {
    // Said before a password is asked for in vain.
    const envelope = await lookOver(bytes);
    return envelope.ok ? { ok: true, format: 'kdbx', ask: 'password' } : envelope;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded.why === 'not-text' ? { ok: false, why: 'not-known' } : decoded;
  const text = decoded.text.trimStart();
  if (text.startsWith('{')) {
    const isOurs = /"(items|encrypted|passwordProtected)"/.test(text.slice(0, 200_000));
    return isOurs || /\.json$/i.test(fileName)
      ? { ok: true, format: 'bitwarden-json', ask: null }
      : { ok: false, why: 'not-known' };
  }
  if (/^[<[]/.test(text)) return { ok: false, why: 'not-known' };
  const firstRow = parseCsv(decoded.text.slice(0, 64_000), ',', 1).rows[0]?.cells ?? [];
  if (isBitwardenHeader(firstRow)) return { ok: true, format: 'bitwarden-csv', ask: null };
  const isTable = /[,;\t]/.test(text.slice(0, 64_000)) || /\.(csv|tsv|txt)$/i.test(fileName);
  return isTable ? { ok: true, format: 'csv', ask: 'mapping' } : { ok: false, why: 'not-known' };
}

/** What the table holds and what its columns are likely to be. Show it before `read`. */
export function previewCsv(bytes: Uint8Array, choice?: CsvChoice): CsvPreview | Failure {
  return checkSize(bytes) ?? previewTable(bytes, choice);
}

/** Reads a whole file; the entries go on to the preview of a merge. */
export async function read(
  format: ReadFormat,
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const wrong = checkSize(bytes);
  if (wrong) return wrong;
  switch (format) {
    case 'bitwarden-json':
      return readBitwardenJson(bytes, options);
    case 'bitwarden-csv':
      return readBitwardenCsv(bytes, options);
    case 'csv':
      return readCsv(bytes, options);
    case 'kdbx': {
      const { readKdbx } = await import('./kdbx/read.ts');
      return readKdbx(bytes, options);
    }
  }
}

/** Everything but KeePass is written in the clear: ask for the passphrase again before handing it over (R28). */
export async function write(
  format: WriteFormat,
  entries: readonly Entry[],
  options: WriteOptions,
): Promise<WriteOutcome> {
  if (entries.length > LIMITS_OF_FILES.entries) return { ok: false, why: 'too-many' };
  switch (format) {
    case 'bitwarden-json':
      return writeBitwardenJson(entries, options);
    case 'bitwarden-csv':
      return writeBitwardenCsv(entries, options);
    case 'csv':
      return writeOwnCsv(entries, options);
    case 'names':
      return writeNames(entries, options);
    case 'kdbx': {
      const { writeKdbx } = await import('./kdbx/write.ts');
      return writeKdbx(entries, options);
    }
  }
}

function checkSize(bytes: Uint8Array): Failure | null {
  if (bytes.length === 0) return { ok: false, why: 'empty' };
  return bytes.length > LIMITS_OF_FILES.bytes ? { ok: false, why: 'too-large' } : null;
}
