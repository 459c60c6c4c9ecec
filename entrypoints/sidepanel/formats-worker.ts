/** Reads and writes other programs' files away from the page: KeePass's key derivation blocks its thread. */
import { detect, previewCsv, read, write } from '@/utils/inventory/formats/index.ts';
import { kdbxArgon2 } from '@/utils/inventory/formats/kdbx/argon2.ts';
import { serveWorker } from '@/utils/platform/vault-worker.ts';
import type { FormatsRequest } from './formats-request.ts';

async function work(request: FormatsRequest): Promise<unknown> {
  switch (request.do) {
    case 'detect':
      return detect(request.fileName, request.bytes);
    case 'preview':
      return previewCsv(request.bytes, request.choice);
    case 'read': {
      const { format, bytes, withPasswords, password, keyFile, csv } = request.what;
      return read(format, bytes, {
        now: request.now,
        newId: () => crypto.randomUUID(),
        withPasswords,
        kdbx: { password, keyFile, argon2: kdbxArgon2 },
        ...(csv === null ? {} : { csv }),
      });
    }
    case 'write': {
      const { format, entries, withPasswords, password } = request.what;
      const { now, today, language } = request;
      return write(format, entries, {
        now,
        today,
        language,
        withPasswords,
        kdbx: { password, argon2: kdbxArgon2 },
      });
    }
  }
}

serveWorker<FormatsRequest>(work);
