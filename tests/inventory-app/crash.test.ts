/**
 * The window dies at every point where it waits for something: the old or the new state is there afterwards,
 * never neither, and never a mixture (R7, R33).
 */
import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { VaultPorts } from '@/utils/app/vault-ports.ts';
import type { Bytes } from '@/utils/vault/types.ts';
import { editDatabase, readDatabase } from './by-hand.ts';
import { aDraft, anOpenVault, aWorld, PASSPHRASE, settled, type Window, type World } from './world.ts';

const NEXT = 'a louder harbour at dawn 8';
/** What a window that died leaves to whoever waits for it: nothing. */
const never = new Promise<never>(() => undefined);

/** Ports that stop for ever at the `stop`-th call from now on. `count` says how many there were. */
function mortal(ports: VaultPorts) {
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  const life = { stop: Number.POSITIVE_INFINITY, count: 0, isAfter: false, died };
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    life.count += 1;
    const isLast = life.count === life.stop;
    if (life.count > life.stop || (isLast && !life.isAfter)) {
      die();
      return never;
    }
    const value = await work();
    if (!isLast) return value;
    die();
    return never;
  };
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name: string) {
        const value = (object as Record<string, unknown>)[name];
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          step(() => (value as (...all: unknown[]) => Promise<unknown>).apply(object, args));
      },
    });
  const { store, session, canary } = ports;
  const watched = { ...wrap({ load: session.load, save: session.save }), watch: session.watch };
  return {
    life,
    ports: {
      ...ports,
      store: wrap(store),
      derive: (...args: Parameters<VaultPorts['derive']>) => step(() => ports.derive(...args)),
      measure: () => step(() => ports.measure()),
      session: {
        ...session,
        load: () => step(() => session.load()),
        save: (value: object) => step(() => session.save(value)),
        watch: watched.watch,
      },
      canary: wrap(canary),
      // A window that died holds no lock.
      exclusive: <T>(_: string, work: () => Promise<T>) => work(),
    } satisfies VaultPorts,
  };
}

interface Scene {
  readonly world: World;
  readonly window: Window;
}

/** Plays `act` once for every point at which it can be stopped, before and after the call. */
async function atEveryPoint(
  prepare: (world: World) => Promise<void>,
  act: (scene: Scene) => Promise<unknown>,
  check: (world: World, isDone: boolean) => Promise<void>,
): Promise<number> {
  let points = 0;
  for (const isAfter of [false, true]) {
    for (let stop = 1; ; stop++) {
      const world = aWorld();
      await prepare(world);
      const { ports, life } = mortal(world.ports());
      const window = world.window(ports);
      await settled();
      life.count = 0;
      life.stop = stop;
      life.isAfter = isAfter;
      const ended = await Promise.race([
        act({ world, window }).then(() => true),
        life.died.then(() => false),
      ]);
      // What it had begun beside that comes to its end.
      await settled();
      world.closeBrowser();
      await check(world, ended);
      points += 1;
      if (ended && life.count < stop) break;
    }
  }
  return points;
}

async function open(world: World, passphrase: string): Promise<Window | null> {
  world.closeBrowser();
  const window = world.window();
  await window.until('locked');
  return (await window.client.unlock(passphrase)).ok ? window : null;
}

function whole(window: Window | null): Window {
  if (!window) throw new Error('does not open');
  expect(window.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  return window;
}

async function aVault(world: World, entries = 2): Promise<void> {
  const window = world.window();
  await window.until('none');
  await window.client.create(PASSPHRASE);
  for (let at = 0; at < entries; at++)
    await window.client.save(aDraft({ name: `N${at}`, note: 'first' }), null);
}

const nothing = async (): Promise<void> => undefined;

describe('a window that dies', () => {
  it('while the vault is created leaves none or a whole one', async () => {
    const outcomes = new Set<string>();
    const points = await atEveryPoint(
      nothing,
      ({ window }) => window.client.create(PASSPHRASE),
      async (world) => {
        const next = world.window();
        await settled();
        const { kind } = next.status();
        outcomes.add(kind);
        if (kind === 'none') expect(await next.client.create(PASSPHRASE)).toMatchObject({ ok: true });
        else expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
        whole(next);
      },
    );
    expect(points).toBeGreaterThan(10);
    expect(outcomes).toEqual(new Set(['none', 'locked']));
  }, 60_000);

  it('while an entry is saved leaves the old or the new one, and every one that was acknowledged', async () => {
    const outcomes = new Set<string>();
    await atEveryPoint(
      async (world) => {
        await aVault(world);
      },
      async ({ window }) => {
        const [row] = window.rows();
        if (!row) throw new Error('no row');
        await window.client.save(
          { ...aDraft({ name: row.entry.name, note: 'second' }) },
          { id: row.entry.id, revision: row.revision },
        );
      },
      async (world, isDone) => {
        const window = whole(await open(world, PASSPHRASE));
        const notes = window
          .rows()
          .map(({ entry }) => entry.note)
          .toSorted();
        outcomes.add(notes.join());
        expect([
          ['first', 'first'],
          ['first', 'second'],
        ]).toContainEqual(notes);
        if (isDone) expect(notes).toEqual(['first', 'second']);
      },
    );
    expect(outcomes.size).toBe(2);
  }, 60_000);

  it('while the passphrase is changed leaves the old or the new one working', async () => {
    const outcomes = new Set<string>();
    const points = await atEveryPoint(
      (world) => aVault(world),
      ({ window }) => window.client.changePassphrase(PASSPHRASE, NEXT),
      async (world, isDone) => {
        const before = await open(world, PASSPHRASE);
        if (before) expect(whole(before).rows()).toHaveLength(2);
        const after = await open(world, NEXT);
        if (after) expect(whole(after).rows()).toHaveLength(2);
        expect([before === null, after === null].filter(Boolean), 'exactly one opens').toHaveLength(1);
        if (isDone) expect(after).not.toBeNull();
        outcomes.add(after ? 'new' : 'old');
      },
    );
    expect(points).toBeGreaterThan(10);
    expect(outcomes).toEqual(new Set(['old', 'new']));
  }, 120_000);

  it('while the recovery key is used leaves the old or the new passphrase working', async () => {
    const sheets = new Map<World, string>();
    await atEveryPoint(
      async (world) => {
        const window = world.window();
        await window.until('none');
        const made = await window.client.create(PASSPHRASE);
        if (made.ok) sheets.set(world, made.sheet.groups.join('-'));
        await window.client.save(aDraft(), null);
        world.closeBrowser();
      },
      ({ world, window }) => window.client.recover(sheets.get(world) ?? '', NEXT),
      async (world) => {
        const opened = (await open(world, PASSPHRASE)) ?? (await open(world, NEXT));
        expect(whole(opened).rows()).toHaveLength(1);
      },
    );
  }, 120_000);

  it('while a backup is restored leaves nothing or everything', async () => {
    const { window: source } = await anOpenVault();
    for (let at = 0; at < 5; at++) await source.client.save(aDraft({ name: `N${at}` }), null);
    const backup = await source.client.backup();
    if (!backup.ok) throw new Error(backup.kind);
    const outcomes = new Set<number>();
    await atEveryPoint(
      nothing,
      async ({ window }) => {
        const shown = await window.client.previewRestore(backup.bytes, { passphrase: PASSPHRASE });
        if (!shown.ok) throw new Error(shown.kind);
        await window.client.applyMerge(shown.preview.token, new Map());
      },
      async (world, isDone) => {
        const next = world.window();
        await settled();
        if (next.status().kind === 'locked') whole(await open(world, PASSPHRASE));
        const count =
          next.status().kind === 'none'
            ? 0
            : ((await readDatabase(world.factory)).get('records')?.size ?? -1);
        expect([0, 5]).toContain(count);
        if (isDone) expect(count).toBe(5);
        outcomes.add(count);
      },
    );
    expect(outcomes).toEqual(new Set([0, 5]));
  }, 120_000);

  it('while a merge into a vault is written leaves all of it or none', async () => {
    const { window: source } = await anOpenVault();
    for (let at = 0; at < 5; at++) await source.client.save(aDraft({ name: `N${at}` }), null);
    const backup = await source.client.backup();
    if (!backup.ok) throw new Error(backup.kind);
    const outcomes = new Set<number>();
    await atEveryPoint(
      (world) => aVault(world, 1),
      async ({ window }) => {
        const shown = await window.client.previewRestore(backup.bytes, { passphrase: PASSPHRASE });
        if (shown.ok) await window.client.applyMerge(shown.preview.token, new Map());
      },
      async (world) => {
        outcomes.add(whole(await open(world, PASSPHRASE)).rows().length);
      },
    );
    expect(outcomes).toEqual(new Set([1, 6]));
  }, 120_000);
});

describe('a window that dies while it takes in a file', () => {
  it('of another program leaves all of it or none', async () => {
    const { window: source } = await anOpenVault();
    for (let at = 0; at < 5; at++) await source.client.save(aDraft({ name: `N${at}` }), null);
    const entries = source.rows().map(({ entry }) => ({ ...entry, id: crypto.randomUUID() }));
    const outcomes = new Set<number>();
    await atEveryPoint(
      (world) => aVault(world, 1),
      async ({ window }) => {
        const shown = await window.client.previewImport(entries);
        if (shown.ok) await window.client.applyMerge(shown.preview.token, new Map());
      },
      async (world, isDone) => {
        const count = whole(await open(world, PASSPHRASE)).rows().length;
        outcomes.add(count);
        if (isDone) expect(count).toBe(6);
      },
    );
    expect(outcomes).toEqual(new Set([1, 6]));
  }, 120_000);

  it('that brings back a lost header leaves the damaged vault or a whole one, with no record changed', async () => {
    const files = new Map<World, Bytes>();
    const outcomes = new Set<string>();
    await atEveryPoint(
      async (world) => {
        await aVault(world);
        const window = whole(await open(world, PASSPHRASE));
        const backup = await window.client.backup();
        if (backup.ok) files.set(world, backup.bytes);
        await window.client.save(aDraft({ name: 'Since then' }), null);
        world.closeBrowser();
        await editDatabase(world.factory, 'header', (rows) => {
          for (const key of rows.keys()) rows.set(key, new Uint8Array(240));
        });
      },
      async ({ world, window }) => {
        const file = files.get(world) ?? new Uint8Array(0);
        const shown = await window.client.previewRestore(file, { passphrase: PASSPHRASE });
        if (!shown.ok) throw new Error(shown.kind);
        await window.client.applyMerge(shown.preview.token, new Map());
      },
      async (world, isDone) => {
        const next = world.window();
        await settled();
        outcomes.add(next.status().kind);
        if (isDone) expect(next.status().kind).toBe('locked');
        if (next.status().kind !== 'locked') return;
        const names = whole(await open(world, PASSPHRASE))
          .rows()
          .map(({ entry }) => entry.name);
        expect(names.toSorted()).toEqual(['N0', 'N1', 'Since then']);
      },
    );
    expect(outcomes).toEqual(new Set(['damaged', 'locked']));
  }, 120_000);
});

describe('a write that fails in the middle of its transaction', () => {
  type FDBStore = InstanceType<typeof FDBObjectStore>;
  const put = FDBObjectStore.prototype.put;
  afterEach(() => {
    FDBObjectStore.prototype.put = put;
  });

  it.each([
    ['saving', (window: Window) => window.client.save(aDraft({ note: 'new' }), null)],
    ['changing the passphrase', (window: Window) => window.client.changePassphrase(PASSPHRASE, NEXT)],
    ['making a new recovery sheet', (window: Window) => window.client.newRecoverySheet(PASSPHRASE)],
    [
      'deleting',
      (window: Window) =>
        window.client.remove(window.rows()[0]?.entry.id ?? '', window.rows()[0]?.revision ?? 0),
    ],
    [
      'taking in a file',
      async (window: Window) => {
        const entries = window.rows().map(({ entry }) => ({ ...entry, id: crypto.randomUUID() }));
        const shown = await window.client.previewImport(entries);
        return shown.ok ? window.client.applyMerge(shown.preview.token, new Map()) : shown;
      },
    ],
  ])('leaves the old state: %s', async (_, act) => {
    for (let failing = 1; failing <= 4; failing++) {
      const { world, window } = await anOpenVault();
      await window.client.save(aDraft({ note: 'first' }), null);
      const before = await readDatabase(world.factory);
      let count = 0;
      FDBObjectStore.prototype.put = function failingPut(this: FDBStore, ...args: Parameters<typeof put>) {
        if (this.name !== 'notes') count += 1;
        if (count === failing) throw new DOMException('disk full', 'QuotaExceededError');
        return put.apply(this, args);
      };
      const done = await act(window);
      FDBObjectStore.prototype.put = put;
      if (count < failing) {
        expect(done).toMatchObject({ ok: true });
        break;
      }
      expect(done).toEqual({ ok: false, kind: 'unavailable', why: 'full' });
      const after = await readDatabase(world.factory);
      for (const name of ['header', 'records', 'list', 'dues'])
        expect(after.get(name), name).toEqual(before.get(name));
      whole(await open(world, PASSPHRASE));
    }
  });
});

describe('a disk that is full from the beginning', () => {
  type FDBStore = InstanceType<typeof FDBObjectStore>;
  const put = FDBObjectStore.prototype.put;
  afterEach(() => {
    FDBObjectStore.prototype.put = put;
  });
  const fillDisk = () => {
    FDBObjectStore.prototype.put = function failingPut(this: FDBStore) {
      throw new DOMException('disk full', 'QuotaExceededError');
    };
  };
  const full = { ok: false, kind: 'unavailable', why: 'full' };

  it('leaves no half of a vault, neither made nor restored, and both work once there is room', async () => {
    const { window: source } = await anOpenVault();
    await source.client.save(aDraft({ name: 'Kept' }), null);
    const backup = await source.client.backup();
    if (!backup.ok) throw new Error(backup.kind);
    const world = aWorld();
    const window = world.window();
    await window.until('none');
    const restore = async () => {
      const shown = await window.client.previewRestore(backup.bytes, { passphrase: PASSPHRASE });
      return shown.ok ? window.client.applyMerge(shown.preview.token, new Map()) : shown;
    };
    fillDisk();
    expect(await window.client.create(NEXT)).toEqual(full);
    expect(await restore()).toEqual(full);
    expect(window.status()).toEqual({ kind: 'none' });
    for (const [name, rows] of await readDatabase(world.factory)) expect(rows.size, name).toBe(0);
    expect(world.canary).toBeNull();
    FDBObjectStore.prototype.put = put;
    expect(await restore()).toMatchObject({ ok: true, added: 1 });
    expect(whole(await open(world, PASSPHRASE)).rows()).toMatchObject([{ entry: { name: 'Kept' } }]);
  });

  it('leaves the passphrase as it was when the recovery key can’t set a new one', async () => {
    const { world, sheet } = await anOpenVault();
    world.closeBrowser();
    const window = world.window();
    await window.until('locked');
    fillDisk();
    expect(await window.client.recover(sheet.groups.join('-'), NEXT)).toEqual(full);
    FDBObjectStore.prototype.put = put;
    expect(await open(world, NEXT)).toBeNull();
    whole(await open(world, PASSPHRASE));
  });
});

describe('a clock that is years off', () => {
  it.each([
    ['1970-01-01T00:00:00Z', '2026-11-29T09:00:00Z'],
    ['2099-06-01T12:00:00Z', '2026-11-29T09:00:00Z'],
    ['2026-11-29T09:00:00Z', '1970-01-01T00:00:00Z'],
    ['2026-11-29T09:00:00Z', '2099-06-01T12:00:00Z'],
  ])('made in %s and opened in %s keeps everything, saves, backs up and restores', async (made, opened) => {
    const world = aWorld();
    world.now = Date.parse(made);
    await aVault(world);
    const file = await whole(await open(world, PASSPHRASE)).client.backup();
    if (!file.ok) throw new Error(file.kind);
    world.now = Date.parse(opened);
    const window = whole(await open(world, PASSPHRASE));
    expect(window.rows()).toHaveLength(2);
    expect(await window.client.save(aDraft({ name: 'Saved now' }), null)).toMatchObject({ ok: true });
    const shown = await window.client.previewRestore(file.bytes, null);
    if (!shown.ok) throw new Error(shown.kind);
    expect(shown.preview.madeAt).toBe(new Date(made).toISOString());
    expect(shown.preview.items.filter(({ kind }) => kind === 'new')).toEqual([]);
    const again = await window.client.backup();
    expect(again).toMatchObject({ ok: true, entries: 3 });
    const names = whole(await open(world, PASSPHRASE))
      .rows()
      .map(({ entry }) => entry.name);
    expect(names.toSorted()).toEqual(['N0', 'N1', 'Saved now']);
  });
});

it('keeps what a simple list would keep, over any sequence of acts', async () => {
  type Act = { do: 'add' | 'edit' | 'remove' | 'undo' | 'lock' | 'restart' | 'passphrase'; at: number };
  const act: fc.Arbitrary<Act> = fc.record({
    do: fc.constantFrom('add', 'add', 'edit', 'edit', 'remove', 'undo', 'lock', 'restart', 'passphrase'),
    at: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const first = await anOpenVault();
      const { world } = first;
      let { window } = first;
      let passphrase = PASSPHRASE;
      const model = new Map<string, string>();
      let last: { token: string; before: Map<string, string> } | null = null;
      const unlock = async () => {
        await window.until('locked');
        expect(await window.client.unlock(passphrase)).toEqual({ ok: true });
        last = null;
      };
      for (const [step, { do: what, at }] of acts.entries()) {
        const rows = window.rows();
        const row = rows[at % Math.max(1, rows.length)];
        const before = new Map(model);
        if (what === 'add') {
          const saved = await window.client.save(aDraft({ note: `${step}` }), null);
          if (!saved.ok) throw new Error(saved.kind);
          model.set(saved.row.entry.id, `${step}`);
          last = saved.undo ? { token: saved.undo, before } : null;
        } else if (what === 'edit' && row) {
          const saved = await window.client.save(aDraft({ note: `${step}` }), {
            id: row.entry.id,
            revision: row.revision,
          });
          if (!saved.ok) throw new Error(saved.kind);
          model.set(row.entry.id, `${step}`);
          last = saved.undo ? { token: saved.undo, before } : null;
        } else if (what === 'remove' && row) {
          const removed = await window.client.remove(row.entry.id, row.revision);
          if (!removed.ok) throw new Error(removed.kind);
          model.delete(row.entry.id);
          last = { token: removed.undo, before };
        } else if (what === 'undo' && last) {
          const undo: { token: string; before: Map<string, string> } = last;
          expect(await window.client.undo(undo.token)).toEqual({ ok: true });
          model.clear();
          for (const [id, note] of undo.before) model.set(id, note);
          last = null;
        } else if (what === 'lock') {
          await window.client.lock();
          await unlock();
        } else if (what === 'restart') {
          world.closeBrowser();
          window = world.window();
          await unlock();
        } else if (what === 'passphrase') {
          const next = `another harbour ${step}`;
          expect(await window.client.changePassphrase(passphrase, next)).toEqual({ ok: true });
          passphrase = next;
        }
        expect(new Map(window.rows().map(({ entry }) => [entry.id, entry.note]))).toEqual(model);
        expect(window.status()).toMatchObject({ kind: 'unlocked', findings: [] });
      }
      const next = whole(await open(world, passphrase));
      expect(new Map(next.rows().map(({ entry }) => [entry.id, entry.note]))).toEqual(model);
    }),
    { numRuns: 25 },
  );
}, 60_000);
