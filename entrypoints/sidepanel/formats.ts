/** The panel's side of reading and writing other programs' files: questions to formats-worker.ts. */
import type { FileFormats } from '@/components/inventory/file-port.ts';
import type { Language } from '@/utils/inventory/formats/outcome.ts';
import type { Day } from '@/utils/lib/day.ts';
import { workerClient } from '@/utils/platform/vault-worker.ts';
import type { FormatsRequest } from './formats-request.ts';
import FormatsWorker from './formats-worker.ts?worker';

/** @param language of the titles in a table */
export function createFormats(today: () => Day, language: Language): FileFormats {
  const worker = workerClient<FormatsRequest>(() => new FormatsWorker());
  const now = () => new Date().toISOString();
  return {
    detect: (fileName, bytes) => worker.ask({ do: 'detect', fileName, bytes }),
    previewCsv: (bytes, choice) => worker.ask({ do: 'preview', bytes, choice }),
    read: (what) => worker.ask({ do: 'read', what, now: now() }),
    write: (what) => worker.ask({ do: 'write', what, now: now(), today: today(), language }),
  };
}
