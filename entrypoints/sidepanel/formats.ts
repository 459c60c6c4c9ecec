/** The panel's side of reading and writing other programs' files: questions to formats-worker.ts. */
import type { FileFormats, ReadRequest, WriteRequest } from '@/components/inventory/file-port.ts';
import type { CsvChoice, Language } from '@/utils/inventory/formats/outcome.ts';
import type { Day } from '@/utils/lib/day.ts';
import { workerClient } from '@/utils/platform/vault-worker.ts';

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

/** @param language of the titles in a table */
export function createFormats(today: () => Day, language: Language): FileFormats {
  const worker = workerClient<FormatsRequest>(
    () => new Worker(new URL('./formats-worker.ts', import.meta.url), { type: 'module' }),
  );
  const now = () => new Date().toISOString();
  return {
    detect: (fileName, bytes) => worker.ask({ do: 'detect', fileName, bytes }),
    previewCsv: (bytes, choice) => worker.ask({ do: 'preview', bytes, choice }),
    read: (what) => worker.ask({ do: 'read', what, now: now() }),
    write: (what) => worker.ask({ do: 'write', what, now: now(), today: today(), language }),
  };
}
