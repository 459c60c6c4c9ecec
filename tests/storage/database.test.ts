/** The database: its shape from empty to now, other windows, full disks, wholes and parts of transactions (R33). */
import 'fake-indexeddb/auto';
import { IDBObjectStore as FDBObjectStore, IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContentChange } from '@/utils/inventory/record-store.ts';
import { connect, DATABASE, reasonOf } from '@/utils/storage/database.ts';
import { MIGRATIONS } from '@/utils/storage/migrations/index.ts';
import type { Migration } from '@/utils/storage/migrations/migration.ts';
import { openVaultStore } from '@/utils/storage/vault-store.ts';
import type { HeaderBytes, Sealed } from '@/utils/vault/types.ts';

const sealed = (...bytes: number[]) => Uint8Array.from(bytes) as Sealed;
const header = (...bytes: number[]) => Uint8Array.from(bytes) as HeaderBytes;
const ID = '0f6c2a1e-5b7d-4c3a-9e21-7a5b8c9d0e1f';

function aChange(changes: Partial<ContentChange> = {}): ContentChange {
  return {
    expectedRoot: null,
    root: sealed(1),
    parts: new Map([[15, sealed(2)]]),
    records: new Map([[ID, sealed(3)]]),
    dues: new Map([[ID, '2027-05-22']]),
    ...changes,
  };
}

const ok = <T>(value: T) => ({ ok: true, value });

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the migrations', () => {
  it('are numbered one after the other', () => {
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  it('0001: from nothing to the first shape', async () => {
    const database = await openDB(DATABASE, 1, {
      upgrade: (opened, _from, _to, transaction) => void MIGRATIONS[0]?.run(opened, transaction),
    });
    expect([...database.objectStoreNames]).toEqual([
      'dues',
      'header',
      'list',
      'notes',
      'quarantine',
      'records',
    ]);
    database.close();
  });

  const extra: Migration = {
    to: 2,
    async run(_database, transaction) {
      await transaction.objectStore('notes').put('here', 'extra');
    },
  };

  it('run only where they are missing, and keep what is there', async () => {
    const first = connect(DATABASE, MIGRATIONS);
    await first.use((database) => database.put('records', sealed(9), ID));
    first.close();
    const second = connect(DATABASE, [...MIGRATIONS, extra]);
    expect(await second.use((database) => database.get('records', ID))).toEqual(ok(sealed(9)));
    expect(await second.use((database) => database.get('notes', 'extra'))).toEqual(ok('here'));
  });

  it('leave the old shape when one of them fails', async () => {
    const first = connect(DATABASE, MIGRATIONS);
    await first.use((database) => database.put('records', sealed(9), ID));
    first.close();
    const broken: Migration = {
      to: 2,
      run(database) {
        database.createObjectStore('half');
        throw new Error('half way');
      },
    };
    await expect(connect(DATABASE, [...MIGRATIONS, broken]).use(async () => 1)).rejects.toThrow(
      'migration failed',
    );
    const again = connect(DATABASE, MIGRATIONS);
    expect(await again.use((database) => database.get('records', ID))).toEqual(ok(sealed(9)));
    expect(await again.use(async (database) => [...database.objectStoreNames])).toMatchObject({
      value: expect.not.arrayContaining(['half']),
    });
  });

  it('of a newer version are a value', async () => {
    const newer = connect(DATABASE, [...MIGRATIONS, extra]);
    await newer.use(async () => 1);
    newer.close();
    expect(await connect(DATABASE, MIGRATIONS).use(async () => 1)).toEqual({
      ok: false,
      why: 'newer-database',
    });
  });
});

describe('another window', () => {
  it('with an older version lets go, and opens again when needed', async () => {
    const old = connect(DATABASE, MIGRATIONS);
    await old.use(async () => 1);
    const newer = connect(DATABASE, [...MIGRATIONS, { to: 2, run: () => undefined }]);
    expect(await newer.use(async () => 2)).toEqual(ok(2));
    expect(await old.use(async () => 1)).toEqual({ ok: false, why: 'newer-database' });
  });

  it('that does not let go makes the database blocked, not lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const stubborn = await openDB(DATABASE, 1, {
        upgrade: (opened, _f, _t, transaction) => void MIGRATIONS[0]?.run(opened, transaction),
      });
      const blocked = connect(DATABASE, [...MIGRATIONS, { to: 2, run: () => undefined }]).use(async () => 2);
      let result: unknown;
      void blocked.then((value) => {
        result = value;
      });
      for (let turn = 0; turn < 50 && result === undefined; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        await vi.advanceTimersByTimeAsync(200);
      }
      expect(result).toEqual({ ok: false, why: 'blocked' });
      stubborn.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('may delete it while it is open here', async () => {
    const store = openVaultStore();
    await store.writeTries({ failures: 1, until: 2 });
    const other = openVaultStore();
    expect(await other.erase()).toEqual(ok('done'));
    expect(await store.readTries()).toEqual(ok({ failures: 0, until: 0 }));
  });
});

describe('the reasons of a browser', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer-database'],
    ['InvalidStateError', 'refused'],
    ['SecurityError', 'refused'],
    ['UnknownError', 'refused'],
    ['DataError', null],
    ['TypeError', null],
  ])('%s is %s', (name, why) => {
    expect(reasonOf(new DOMException('x', name))).toBe(why);
  });

  it('that has no database at all is refused', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException(
        'A mutation operation was attempted on a database that did not allow mutations.',
        'InvalidStateError',
      );
    });
    expect(await openVaultStore().readHeader()).toEqual({ ok: false, why: 'refused' });
  });

  it('that are none of these are errors', async () => {
    await expect(connect().use(() => Promise.reject(new TypeError('broken')))).rejects.toThrow('broken');
  });
});

describe('the vault store', () => {
  it('writes content as a whole and reads it back', async () => {
    const store = openVaultStore();
    expect(await store.writeContent(aChange({ header: { header: header(7), expected: null } }))).toEqual(
      ok('done'),
    );
    expect(await store.readHeader()).toEqual(ok({ main: header(7), spare: header(7), hasRecords: true }));
    const all = { root: sealed(1), parts: new Map([[15, sealed(2)]]), records: new Map([[ID, sealed(3)]]) };
    expect(await store.readAll()).toEqual(ok(all));
    expect(await store.read([ID])).toEqual(ok(all));
    expect(await store.read(['ff000000-0000-4000-8000-000000000000'])).toEqual(
      ok({ root: sealed(1), parts: new Map(), records: new Map() }),
    );
    expect(await store.readDues()).toEqual(ok([{ id: ID, day: '2027-05-22' }]));
  });

  it('removes what is named as gone', async () => {
    const store = openVaultStore();
    await store.writeContent(aChange());
    const quarantine = new Map([[ID, sealed(3)]]);
    const gone = {
      expectedRoot: sealed(1),
      root: sealed(4),
      parts: new Map([[15, null]]),
      records: new Map([[ID, null]]),
      dues: new Map([[ID, null]]),
      quarantine,
    };
    expect(await store.writeContent(gone)).toEqual(ok('done'));
    expect(await store.readAll()).toEqual(ok({ root: sealed(4), parts: new Map(), records: new Map() }));
    expect(await store.readDues()).toEqual(ok([]));
    expect(await store.readQuarantine()).toEqual(ok(quarantine));
  });

  it.each([
    ['content based on another root', aChange({ expectedRoot: sealed(9) })],
    ['content based on no root', aChange()],
    [
      'a header based on another one',
      aChange({ expectedRoot: sealed(1), header: { header: header(8), expected: header(6) } }),
    ],
  ])('changes nothing for %s', async (_, change) => {
    const store = openVaultStore();
    await store.writeContent(aChange({ header: { header: header(7), expected: null } }));
    const before = await store.readAll();
    expect(await store.writeContent({ ...change, records: new Map([[ID, sealed(99)]]) })).toEqual(
      ok('stale'),
    );
    expect(await store.readAll()).toEqual(before);
    expect(await store.readHeader()).toMatchObject({ value: { main: header(7) } });
  });

  it('writes a header only over the one it knows', async () => {
    const store = openVaultStore();
    expect(await store.writeHeader({ header: header(1), expected: null })).toEqual(ok('done'));
    expect(await store.writeHeader({ header: header(2), expected: null })).toEqual(ok('stale'));
    expect(await store.writeHeader({ header: header(2), expected: header(1) })).toEqual(ok('done'));
    expect(await store.readHeader()).toEqual(ok({ main: header(2), spare: header(2), hasRecords: false }));
  });

  it('asks for strict durability with every write', async () => {
    const store = openVaultStore();
    await store.readTries();
    const asked: unknown[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function spied(
      this: IDBDatabase,
      ...args
    ) {
      if (args[1] === 'readwrite') asked.push(args[2]);
      return transaction.apply(this, args);
    });
    await store.writeContent(aChange());
    await store.writeHeader({ header: header(1), expected: null });
    await store.writeTries({ failures: 1, until: 1 });
    expect(asked).toEqual([{ durability: 'strict' }, { durability: 'strict' }, { durability: 'strict' }]);
  });

  it.each([
    ['text where bytes should be', { tries: 'x', notes: 7 }],
    [
      'numbers that are none',
      {
        tries: { failures: -1, until: Number.NaN },
        notes: { backupGeneration: 0.5, isSheetConfirmed: 'yes' },
      },
    ],
    ['nothing', {}],
  ])('reads %s as nothing', async (_, values) => {
    const connection = connect();
    for (const [key, value] of Object.entries(values))
      await connection.use((database) => database.put('notes', value, key));
    const store = openVaultStore();
    expect(await store.readTries()).toEqual(ok({ failures: 0, until: 0 }));
    expect(await store.readNotes()).toEqual(
      ok({ backupGeneration: null, backupAt: null, isSheetConfirmed: false, idleMinutes: null }),
    );
  });

  it('leaves out due days that are none', async () => {
    const connection = connect();
    await connection.use((database) => database.put('dues', '2027-02-31', 'a'));
    await connection.use((database) => database.put('dues', { day: 1 }, 'b'));
    expect(await openVaultStore().readDues()).toEqual(ok([]));
  });

  describe('on a full disk', () => {
    type FDBStore = InstanceType<typeof FDBObjectStore>;
    const put = FDBObjectStore.prototype.put;
    afterEach(() => {
      FDBObjectStore.prototype.put = put;
    });

    it.each([1, 2, 3, 4])(
      'keeps the old state when write %i of a change fails, and goes on later',
      async (failing) => {
        const store = openVaultStore();
        await store.writeContent(aChange());
        const before = await store.readAll();
        let count = 0;
        FDBObjectStore.prototype.put = function failingPut(this: FDBStore, ...args: Parameters<typeof put>) {
          count += 1;
          if (count === failing) throw new DOMException('disk full', 'QuotaExceededError');
          return put.apply(this, args);
        };
        const next = aChange({
          expectedRoot: sealed(1),
          root: sealed(5),
          records: new Map([[ID, sealed(6)]]),
          parts: new Map([[15, sealed(7)]]),
        });
        expect(await store.writeContent(next)).toEqual({ ok: false, why: 'full' });
        FDBObjectStore.prototype.put = put;
        expect(await store.readAll()).toEqual(before);
        expect(await store.writeContent(next)).toEqual(ok('done'));
      },
    );
  });
});
