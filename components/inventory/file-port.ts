/**
 * What the inventory's screens need of files in other programs' formats. The panel passes it in, with the
 * clock, chance and KeePass's key derivation already in place.
 */
import type { Entry } from '@/utils/inventory/entry.ts';
import type { Detected } from '@/utils/inventory/formats/index.ts';
import type {
  CsvChoice,
  CsvPreview,
  Failure,
  ReadFormat,
  ReadOutcome,
  WriteFormat,
  WriteOutcome,
} from '@/utils/inventory/formats/outcome.ts';

export interface ReadRequest {
  readonly format: ReadFormat;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly withPasswords: boolean;
  /** Of a KeePass database. */
  readonly password: string;
  /** What opens a KeePass database beside its password, or in place of it. */
  readonly keyFile: Uint8Array<ArrayBuffer> | null;
  readonly csv: CsvChoice | null;
}

export interface WriteRequest {
  readonly format: WriteFormat;
  readonly entries: readonly Entry[];
  /** Otherwise only the tags. */
  readonly withPasswords: boolean;
  /** Of the new KeePass database. */
  readonly password: string;
}

export interface FileFormats {
  detect(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Detected>;
  previewCsv(bytes: Uint8Array<ArrayBuffer>, choice: CsvChoice): Promise<CsvPreview | Failure>;
  read(request: ReadRequest): Promise<ReadOutcome>;
  write(request: WriteRequest): Promise<WriteOutcome>;
}

/** What a person chose: name and content. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
