/** Rows changed by hand in the database: found and named at unlock, with everything else usable (R4, R5, R32). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryRow, Finding } from '@/utils/inventory/record-types.ts';
import { editDatabase, readDatabase } from './by-hand.ts';
import { aDraft, anOpenVault, PASSPHRASE, type World } from './world.ts';

type Rows = Map<IDBValidKey, unknown>;

async function reopened(world: World) {
  world.closeBrowser();
  const window = world.window();
  await window.until('locked');
  expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  const status = window.status();
  if (status.kind !== 'unlocked') throw new Error(status.kind);
  return { window, findings: status.findings };
}

/** A vault with entries A, B and C, of which A was saved twice, and how all rows looked before that. */
async function three() {
  const { world, window } = await anOpenVault();
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) {
    const saved = await window.client.save(aDraft({ name }), null);
    if (!saved.ok) throw new Error(saved.kind);
    ids.push(saved.row.entry.id);
  }
  const [a = '', b = '', c = ''] = ids;
  const earlier = await readDatabase(world.factory);
  await window.client.save(aDraft({ name: 'A', note: 'second' }), { id: a, revision: 1 });
  return { world, window, a, b, c, earlier, now: await readDatabase(world.factory) };
}

const bytesOf = (rows: Rows | undefined, key: IDBValidKey): Uint8Array => {
  const value = rows?.get(key);
  if (!(value instanceof Uint8Array)) throw new Error(`no bytes at ${JSON.stringify(key)}`);
  return value;
};
const names = (rows: readonly EntryRow[]) => rows.map(({ entry }) => entry.name).toSorted();

describe('a record', () => {
  it('removed by hand is missing', async () => {
    const { world, b } = await three();
    await editDatabase(world.factory, 'records', (rows) => rows.delete(b));
    const { window, findings } = await reopened(world);
    expect(findings).toEqual([{ kind: 'missing', id: b }]);
    expect(names(window.rows())).toEqual(['A', 'C']);
  });

  it('put back to an older revision is named, and saving settles it', async () => {
    const { world, a, earlier } = await three();
    await editDatabase(world.factory, 'records', (rows) => rows.set(a, earlier.get('records')?.get(a)));
    const { window, findings } = await reopened(world);
    expect(findings).toEqual([{ kind: 'older', id: a }]);
    const row = window.rows().find(({ entry }) => entry.id === a);
    expect(row).toMatchObject({ concern: 'older', revision: 1, entry: { note: '' } });
    const saved = await window.client.save(aDraft({ name: 'A' }), { id: a, revision: 1 });
    expect(saved).toMatchObject({ ok: true, row: { revision: 3, concern: null } });
    expect((await reopened(world)).findings).toEqual([]);
  });

  it('that was deleted and is put back is named', async () => {
    const { world, window, c, now } = await three();
    await window.client.remove(c, 1);
    await editDatabase(world.factory, 'records', (rows) => rows.set(c, now.get('records')?.get(c)));
    const next = await reopened(world);
    expect(next.findings).toEqual([{ kind: 'unlisted', id: c }]);
    expect(next.window.rows().find(({ entry }) => entry.id === c)?.concern).toBe('unlisted');
  });

  it('swapped with another is damaged, and so is the other', async () => {
    const { world, a, b, now } = await three();
    await editDatabase(world.factory, 'records', (rows) => {
      rows.set(a, now.get('records')?.get(b));
      rows.set(b, now.get('records')?.get(a));
    });
    const { window, findings } = await reopened(world);
    expect(new Set(findings.map((finding) => JSON.stringify(finding)))).toEqual(
      new Set([a, b].map((id) => JSON.stringify({ kind: 'damaged', id }))),
    );
    expect(names(window.rows())).toEqual(['C']);
  });

  it('from another vault is damaged', async () => {
    const foreign = await three();
    const { world, a } = await three();
    await editDatabase(world.factory, 'records', (rows) =>
      rows.set(a, bytesOf(foreign.now.get('records'), foreign.a)),
    );
    expect((await reopened(world)).findings).toEqual([{ kind: 'damaged', id: a }]);
  });

  it.each([
    ['cut', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['emptied', () => new Uint8Array(0)],
    ['replaced by text', () => 'hello'],
    ['replaced by nothing', () => null],
    ['changed in its last bit', (bytes: Uint8Array) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)],
    ['changed in its revision', (bytes: Uint8Array) => bytes.with(8, 77)],
  ])(
    '%s is damaged; the others are fine; its bytes can be exported, it can be set aside',
    async (_, change) => {
      const { world, b, now } = await three();
      await editDatabase(world.factory, 'records', (rows) =>
        rows.set(b, change(bytesOf(now.get('records'), b))),
      );
      const { window, findings } = await reopened(world);
      expect(findings).toEqual([{ kind: 'damaged', id: b }]);
      expect(names(window.rows())).toEqual(['A', 'C']);
      const file = await window.client.exportDamaged();
      const { records } = JSON.parse(Buffer.from(file?.bytes ?? []).toString()) as {
        records: { id: string }[];
      };
      expect(records.map(({ id }) => id)).toEqual([b]);
      // The others can still be saved.
      expect(await window.client.save(aDraft({ name: 'D' }), null)).toMatchObject({ ok: true });
      expect(await window.client.repair()).toEqual({ ok: true, adopted: 0, quarantined: 1 });
      expect(window.status()).toMatchObject({ kind: 'unlocked', findings: [] });
      expect(await window.client.exportDamaged()).not.toBeNull();
      expect((await reopened(world)).findings).toEqual([]);
    },
  );

  it('is exported with everything else as it was found when the header is gone', async () => {
    const { world, a, b } = await three();
    for (const copy of ['main', 'spare'])
      await editDatabase(world.factory, 'header', (rows) => rows.set(copy, new Uint8Array([1, 2, 3])));
    world.closeBrowser();
    const window = world.window();
    await window.until('damaged');
    const file = await window.client.exportDamaged();
    const found = JSON.parse(Buffer.from(file?.bytes ?? []).toString()) as {
      header: object;
      records: { id: string; sealed: string }[];
    };
    expect(found.header).toEqual({ main: 'AQID', spare: 'AQID' });
    expect(found.records.map(({ id }) => id)).toEqual(expect.arrayContaining([a, b]));
    const stored = (await readDatabase(world.factory)).get('records')?.get(b) as Uint8Array;
    expect(found.records.find(({ id }) => id === b)?.sealed).toBe(Buffer.from(stored).toString('base64'));
  });

  it('of a later schema stays as it is', async () => {
    const { world, b, now } = await three();
    const later = bytesOf(now.get('records'), b).with(0, 2);
    await editDatabase(world.factory, 'records', (rows) => rows.set(b, later));
    const { window, findings } = await reopened(world);
    expect(findings).toEqual([{ kind: 'newer', id: b }]);
    expect(await window.client.repair()).toEqual({ ok: true, adopted: 0, quarantined: 0 });
    expect((await readDatabase(world.factory)).get('records')?.get(b)).toEqual(later);
  });

  it('under a name that is no identity is damaged', async () => {
    const { world, a, now } = await three();
    await editDatabase(world.factory, 'records', (rows) => {
      rows.set('__proto__', now.get('records')?.get(a));
      rows.set(7, now.get('records')?.get(a));
    });
    const { findings } = await reopened(world);
    expect(findings).toEqual([{ kind: 'damaged', id: '__proto__' }]);
  });
});

describe('the list', () => {
  const part = (id: string) => Number.parseInt(id.slice(0, 2), 16);

  it.each([
    ['a part is gone', (rows: Rows, id: string) => rows.delete(part(id)), 'part'],
    [
      'a part is spoilt',
      (rows: Rows, id: string) => rows.set(part(id), bytesOf(rows, part(id)).with(40, 1)),
      'part',
    ],
    ['the root is gone', (rows: Rows) => rows.delete('root'), 'root'],
    ['the root is spoilt', (rows: Rows) => rows.set('root', bytesOf(rows, 'root').with(40, 1)), 'root'],
  ])('when %s: says so, shows all entries, and saves again after a repair', async (_, change, what) => {
    const { world, a } = await three();
    await editDatabase(world.factory, 'list', (rows) => change(rows, a));
    const { window, findings } = await reopened(world);
    expect(findings).toEqual([{ kind: 'list-damaged', part: what === 'root' ? null : part(a) }]);
    expect(names(window.rows())).toEqual(['A', 'B', 'C']);
    expect(await window.client.save(aDraft({ name: 'A', note: 'x' }), { id: a, revision: 2 })).toEqual({
      ok: false,
      kind: 'repair-first',
    });
    expect(await window.client.repair()).toMatchObject({ ok: true, quarantined: 0 });
    expect(await window.client.save(aDraft({ name: 'A', note: 'x' }), { id: a, revision: 2 })).toMatchObject({
      ok: true,
      row: { revision: 3 },
    });
    expect((await reopened(world)).findings).toEqual([]);
  });

  it('when an older part comes back together with its record: says so', async () => {
    const { world, a, earlier } = await three();
    await editDatabase(world.factory, 'records', (rows) => rows.set(a, earlier.get('records')?.get(a)));
    await editDatabase(world.factory, 'list', (rows) => rows.set(part(a), earlier.get('list')?.get(part(a))));
    expect((await reopened(world)).findings).toEqual([{ kind: 'list-damaged', part: part(a) }]);
  });

  it('when the whole database is put back to an earlier state: says so', async () => {
    const { world, window, earlier } = await three();
    await window.client.lock();
    for (const name of ['records', 'list']) {
      await editDatabase(world.factory, name, (rows) => {
        rows.clear();
        for (const [key, value] of earlier.get(name) ?? []) rows.set(key, value);
      });
    }
    const { findings, window: next } = await reopened(world);
    expect(findings).toEqual([{ kind: 'rolled-back' }]);
    expect(await next.client.repair()).toMatchObject({ ok: true });
    expect((await reopened(world)).findings).toEqual([]);
  });

  it('finds any subset of rows removed, replayed or swapped, and names each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('leave', 'remove', 'replay', 'spoil'), { minLength: 8, maxLength: 8 }),
        async (fates) => {
          const { world, window } = await anOpenVault();
          const ids: string[] = [];
          for (let at = 0; at < 8; at++) {
            const saved = await window.client.save(aDraft({ name: `N${at}` }), null);
            if (saved.ok) ids.push(saved.row.entry.id);
          }
          const earlier = await readDatabase(world.factory);
          for (const id of ids) await window.client.save(aDraft({ note: 'second' }), { id, revision: 1 });
          await editDatabase(world.factory, 'records', (rows) => {
            for (const [at, id] of ids.entries()) {
              if (fates[at] === 'remove') rows.delete(id);
              if (fates[at] === 'replay') rows.set(id, earlier.get('records')?.get(id));
              if (fates[at] === 'spoil')
                rows.set(id, bytesOf(rows, id).with(30, (bytesOf(rows, id)[30] ?? 0) ^ 8));
            }
          });
          const kinds = { remove: 'missing', replay: 'older', spoil: 'damaged' } as const;
          const expected = ids.flatMap((id, at): Finding[] => {
            const fate = fates[at];
            return fate === 'remove' || fate === 'replay' || fate === 'spoil'
              ? [{ kind: kinds[fate], id }]
              : [];
          });
          const { findings } = await reopened(world);
          const sorted = (list: readonly Finding[]) => list.map((each) => JSON.stringify(each)).toSorted();
          expect(sorted(findings)).toEqual(sorted(expected));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('an open window', () => {
  it('whose list is destroyed shows the damage at the next save, keeps its tags, and saves after a repair', async () => {
    const { world, window } = await three();
    await editDatabase(world.factory, 'list', (rows) => rows.clear());
    const draft = aDraft({ name: 'D' });
    expect(await window.client.save(draft, null)).toEqual({ ok: false, kind: 'repair-first' });
    const status = window.status();
    expect(status.kind === 'unlocked' && status.findings.length).toBeGreaterThan(0);
    expect(names(window.rows())).toEqual(['A', 'B', 'C']);
    expect(await window.client.repair()).toMatchObject({ ok: true, quarantined: 0 });
    expect(await window.client.save(draft, null)).toMatchObject({ ok: true });
    expect((await reopened(world)).findings).toEqual([]);
  });

  it('whose header is destroyed still saves, and backs up into a file that brings everything back', async () => {
    const { world, window } = await three();
    await editDatabase(world.factory, 'header', (rows) => {
      for (const key of rows.keys()) rows.set(key, new Uint8Array(240));
    });
    expect(await window.client.save(aDraft({ name: 'D' }), null)).toMatchObject({ ok: true });
    const file = await window.client.backup();
    if (!file.ok) throw new Error(file.kind);
    expect(file.entries).toBe(4);
    world.closeBrowser();
    const next = world.window();
    await next.until('damaged');
    const shown = await next.client.previewRestore(file.bytes, { passphrase: PASSPHRASE });
    if (!shown.ok) throw new Error(shown.kind);
    expect(await next.client.applyMerge(shown.preview.token, new Map())).toMatchObject({ ok: true });
    expect(names(next.rows())).toEqual(['A', 'B', 'C', 'D']);
    expect((await reopened(world)).findings).toEqual([]);
  });
});

it('sets due days right that were changed by hand', async () => {
  const { world, a, b, c } = await three();
  await editDatabase(world.factory, 'dues', (rows) => {
    rows.set(a, '1999-01-01');
    rows.delete(b);
    rows.set('00000000-0000-4000-8000-000000000000', '2030-01-01');
  });
  await reopened(world);
  await world.pass(1_000);
  const dues = await world.store().readDues();
  expect(new Map(dues.ok ? dues.value.map(({ id, day }) => [id, day]) : [])).toEqual(
    new Map([a, b, c].map((id) => [id, '2027-05-22'])),
  );
});
