/** What stands in the vault's files and databases, seen past the product. */
import { argon2id } from 'hash-wasm';
import type { Page } from 'puppeteer-core';
import { headerParts, openBackupFile } from '../vault/twin.ts';

export interface SeenTag {
  readonly id: string;
  readonly name: string;
  readonly appName: string;
  readonly device: string;
  readonly note: string;
}

/** Every tag of a backup, opened by the twin of tests/vault. */
export async function tagsIn(file: Buffer, passphrase: string): Promise<readonly SeenTag[]> {
  const { salt, memory, passes, lanes } = headerParts(file.subarray(56, 296));
  const key = await argon2id({
    password: Buffer.from(passphrase.normalize('NFC'), 'utf8'),
    salt,
    parallelism: lanes,
    iterations: passes,
    memorySize: memory,
    hashLength: 32,
    outputType: 'binary',
  });
  const { items } = openBackupFile(file, passphrase, () => Buffer.from(key));
  return items.map((item) => JSON.parse(item) as SeenTag);
}

/** As the browser does when it clears data: under the feet of whoever has it open. */
export function deleteVaultDatabase(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('keytag');
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error ?? new Error('not deleted'));
      }),
  );
}
