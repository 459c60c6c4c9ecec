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

/** Everything in the vault's database as text, to compare what was before with what is after. */
export function databaseText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('keytag');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    const all: unknown[] = [];
    for (const name of [...database.objectStoreNames].sort()) {
      const store = database.transaction(name).objectStore(name);
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('not read'));
        });
      all.push(name, await answer(store.getAllKeys()), await answer(store.getAll()));
    }
    database.close();
    return JSON.stringify(all, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value));
  });
}

/** Flips a bit in the middle of every value of a store, as a failing disk or a stranger may. */
export function damageStore(page: Page, name: 'header' | 'records'): Promise<void> {
  return page.evaluate(async (storeName) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('keytag');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('not opened'));
    });
    const transaction = database.transaction(storeName, 'readwrite');
    const walking = transaction.objectStore(storeName).openCursor();
    walking.onsuccess = () => {
      const cursor = walking.result;
      if (!cursor) return;
      const bytes = new Uint8Array(cursor.value as Uint8Array);
      const middle = bytes.length >> 1;
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      cursor.update(bytes);
      cursor.continue();
    };
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
    });
    database.close();
  }, name);
}

/** What a version of Keytag from the future leaves behind. */
export function raiseDatabaseVersion(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keytag', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error ?? new Error('not raised'));
      }),
  );
}

/** From now on this page's writes meet a full disk: the browser's own quota doesn't hold for extensions. */
export function fillDisk(page: Page): Promise<void> {
  return page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
}
