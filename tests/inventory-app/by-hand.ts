/** Reading and changing the database behind the extension's back. Only for tests. */
import type { IDBFactory } from 'fake-indexeddb';

type Rows = Map<IDBValidKey, unknown>;

async function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = factory.open('keytag');
    opening.onsuccess = () => resolve(opening.result as unknown as IDBDatabase);
    opening.onerror = () => reject(new Error('database does not open'));
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('request failed'));
  });

async function rowsOf(store: IDBObjectStore): Promise<Rows> {
  const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  return new Map(keys.map((key, at) => [key, values[at]]));
}

export async function readDatabase(factory: IDBFactory): Promise<Map<string, Rows>> {
  const database = await opened(factory);
  const all = new Map<string, Rows>();
  for (const name of database.objectStoreNames) {
    all.set(name, await rowsOf(database.transaction(name).objectStore(name)));
  }
  database.close();
  return all;
}

export async function editDatabase(
  factory: IDBFactory,
  name: string,
  edit: (rows: Rows) => unknown,
): Promise<void> {
  const database = await opened(factory);
  const store = database.transaction(name, 'readwrite').objectStore(name);
  const rows = await rowsOf(store);
  edit(rows);
  await done(store.clear());
  await Promise.all([...rows].map(([key, value]) => done(store.put(value, key))));
  database.close();
}
