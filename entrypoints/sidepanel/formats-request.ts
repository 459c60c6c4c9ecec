/** What the panel asks its worker for other programs' files. */
import type { ReadRequest, WriteRequest } from '@/components/inventory/file-port.ts';
import type { CsvChoice, Language } from '@/utils/inventory/formats/outcome.ts';
import type { Day } from '@/utils/lib/day.ts';

export type FormatsRequest =
  | { readonly do: 'detect'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly do: 'preview'; readonly bytes: Uint8Array<ArrayBuffer>; readonly choice: CsvChoice }
  | { readonly do: 'read'; readonly what: ReadRequest; readonly now: string }
  | {
      readonly do: 'write';
      readonly what: WriteRequest;
      readonly now: string;
      readonly today: Day;
      readonly language: Language;
    };
