/** Backups: opened again before they are handed out, restored with a preview, merged entry by entry (R7, R27, R28). */
import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { newEntry } from '@/utils/inventory/record.ts';
import type { MergeChoice, MergePreview, PreviewOutcome } from '@/utils/inventory/record-types.ts';
import { HEADER_LENGTH } from '@/utils/vault/header.ts';
import { dataKeyByPassphrase, openBackupFile } from '../vault/twin.ts';
import { editDatabase, readDatabase } from './by-hand.ts';
import { aDraft, anOpenVault, aWorld, PASSPHRASE, quickDerive, settled, type Window } from './world.ts';

async function withEntries(names: readonly string[]) {
  const made = await anOpenVault();
  const ids: string[] = [];
  for (const name of names) {
    const saved = await made.window.client.save(aDraft({ name }), null);
    if (saved.ok) ids.push(saved.row.entry.id);
  }
  return { ...made, ids };
}

async function aFile(window: Window) {
  const backup = await window.client.backup();
  if (!backup.ok) throw new Error(backup.kind);
  return backup;
}

function shown(outcome: PreviewOutcome): MergePreview {
  if (!outcome.ok) throw new Error(outcome.kind);
  return outcome.preview;
}

const none = new Map<string, MergeChoice>();
const names = (window: Window) =>
  window
    .rows()
    .map(({ entry }) => entry.name)
    .toSorted();

describe('a backup', () => {
  it('is due only when something changed, and no longer once it is saved', async () => {
    const { window, world } = await anOpenVault();
    expect(window.status()).toMatchObject({ backup: { lastAt: null, isDue: false } });
    await window.client.save(aDraft(), null);
    expect(window.status()).toMatchObject({ backup: { isDue: true } });
    const file = await aFile(window);
    expect(file).toMatchObject({ entries: 1 });
    expect(file.fileName).toMatch(/^keytag-2026-11-2\d\.keytag$/);
    expect(window.status()).toMatchObject({ backup: { isDue: true } });
    await window.client.backupSaved();
    const lastAt = new Date(world.now).toISOString();
    expect(window.status()).toMatchObject({ backup: { lastAt, isDue: false } });
    expect(world.canary).toMatchObject({ lastBackupAt: lastAt });
    await window.client.save(aDraft(), null);
    expect(window.status()).toMatchObject({ backup: { lastAt, isDue: true } });
  });

  it('opens with nothing but Node and the layout', async () => {
    const { window, world } = await withEntries(['A', 'B']);
    const file = Buffer.from((await aFile(window)).bytes);
    const derived = new Map<string, Buffer>();
    const salt = file.subarray(56 + 44, 56 + 60);
    const parameters = {
      memory: file.readUInt32BE(56 + 32),
      passes: file.readUInt32BE(56 + 36),
      lanes: file.readUInt32BE(56 + 40),
    };
    const kek = await quickDerive(new TextEncoder().encode(PASSPHRASE), Uint8Array.from(salt), parameters);
    if (kek.ok) derived.set(salt.toString('hex'), Buffer.from(kek.bytes));
    const twinDerive = (_: Buffer, used: Buffer) => derived.get(used.toString('hex')) ?? Buffer.alloc(32);
    const { items, madeAt } = openBackupFile(file, PASSPHRASE, twinDerive);
    expect(madeAt).toBe(world.now);
    expect(items.map((item) => (JSON.parse(item) as { name: string }).name).toSorted()).toEqual(['A', 'B']);
    const key = dataKeyByPassphrase(file.subarray(56, 296), PASSPHRASE, twinDerive).toString('base64');
    expect((world.session as { key: string }).key).toBe(key);
  });

  it('holds no entry in the clear', async () => {
    const { window } = await withEntries(['PLAINTEXT-MARKER']);
    expect(Buffer.from((await aFile(window)).bytes).includes('PLAINTEXT-MARKER')).toBe(false);
  });

  it('is not handed out when it does not open as it should', async () => {
    let isSpoilt = false;
    const { window } = await anOpenVault({
      random: (length) => {
        const bytes = crypto.getRandomValues(new Uint8Array(length));
        // A source of chance that fails while the file is made: two boxes get the same identity of file.
        return isSpoilt ? new Uint8Array(length - 1) : bytes;
      },
    });
    await window.client.save(aDraft(), null);
    isSpoilt = true;
    const backup = await window.client.backup().catch((error: unknown) => error);
    expect(backup).not.toMatchObject({ ok: true });
  });
});

describe('restoring', () => {
  it('into an empty browser brings back entries, passphrase and recovery key', async () => {
    const { window, sheet } = await withEntries(['A', 'B', 'C']);
    const { bytes } = await aFile(window);
    const world = aWorld();
    const next = world.window();
    await next.until('none');
    expect(await next.client.previewRestore(bytes, null)).toEqual({ ok: false, kind: 'needs-passphrase' });
    expect(await next.client.previewRestore(bytes, { passphrase: 'no' })).toEqual({
      ok: false,
      kind: 'wrong',
    });
    expect(await next.client.previewRestore(bytes, { passphrase: '' })).toEqual({ ok: false, kind: 'empty' });
    expect(await next.client.previewRestore(bytes, { recoveryKey: 'x' })).toEqual({
      ok: false,
      kind: 'mistyped',
      groups: [],
    });
    const preview = shown(await next.client.previewRestore(bytes, { passphrase: PASSPHRASE }));
    expect(preview).toMatchObject({
      into: 'new-vault',
      items: [{ kind: 'new' }, { kind: 'new' }, { kind: 'new' }],
    });
    expect(next.status()).toEqual({ kind: 'none' });
    expect(await next.client.applyMerge(preview.token, none)).toEqual({
      ok: true,
      added: 3,
      changed: 0,
      undo: null,
    });
    expect(names(next)).toEqual(['A', 'B', 'C']);
    expect(next.rows()[0]?.entry.history.at(-1)).toMatchObject({ event: 'restored' });
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [], backup: { isDue: false } });
    world.closeBrowser();
    const again = world.window();
    await again.until('locked');
    expect(await again.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    world.closeBrowser();
    const last = world.window();
    await last.until('locked');
    expect(await last.client.recover(sheet.groups.join('-'), 'found the sheet 55')).toEqual({ ok: true });
    expect(names(last)).toEqual(['A', 'B', 'C']);
  });

  it('opens a file with the recovery key too', async () => {
    const { window, sheet } = await withEntries(['A']);
    const { bytes } = await aFile(window);
    const next = aWorld().window();
    await next.until('none');
    shown(await next.client.previewRestore(bytes, { recoveryKey: sheet.groups.join(' ') }));
  });

  it('after the browser cleared everything shows no finding', async () => {
    const { world, window } = await withEntries(['A', 'B']);
    const { bytes } = await aFile(window);
    await window.client.backupSaved();
    await window.client.lock();
    await new Promise((resolve) => {
      world.factory.deleteDatabase('keytag').onsuccess = resolve;
    });
    world.closeBrowser();
    const next = world.window();
    await next.until('wiped');
    const preview = shown(await next.client.previewRestore(bytes, { passphrase: PASSPHRASE }));
    expect(await next.client.applyMerge(preview.token, none)).toMatchObject({ ok: true, added: 2 });
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  });

  it('into the same vault needs no passphrase, shows what differs, and overwrites nothing by itself', async () => {
    const { window, ids, world } = await withEntries(['A', 'B', 'C']);
    const { bytes } = await aFile(window);
    const [a = '', b = ''] = ids;
    await world.pass(60_000);
    await window.client.save(aDraft({ name: 'A', note: 'mine' }), { id: a, revision: 1 });
    await window.client.remove(b, 1);
    const before = await readDatabase(world.factory);
    const preview = shown(await window.client.previewRestore(bytes, null));
    expect(new Map(preview.items.map((item) => [item.theirs.name, item.kind]))).toEqual(
      new Map([
        ['A', 'different'],
        ['B', 'new'],
        ['C', 'same'],
      ]),
    );
    expect(preview.items.find(({ id }) => id === a)).toMatchObject({ newer: 'mine', fields: ['note'] });
    expect(await readDatabase(world.factory)).toEqual(before);
    const applied = await window.client.applyMerge(preview.token, none);
    expect(applied).toMatchObject({ ok: true, added: 1, changed: 0 });
    expect(window.rows().find(({ entry }) => entry.id === a)?.entry.note).toBe('mine');
    expect(names(window)).toEqual(['A', 'B', 'C']);
    if (!applied.ok || !applied.undo) throw new Error('no undo');
    expect(await window.client.undo(applied.undo)).toEqual({ ok: true });
    expect(names(window)).toEqual(['A', 'C']);
  });

  it('takes theirs or both where that is chosen', async () => {
    const { window, ids } = await withEntries(['A', 'B']);
    const { bytes } = await aFile(window);
    const [a = '', b = ''] = ids;
    await window.client.save(aDraft({ name: 'A', note: 'mine' }), { id: a, revision: 1 });
    await window.client.save(aDraft({ name: 'B', note: 'mine' }), { id: b, revision: 1 });
    const preview = shown(await window.client.previewRestore(bytes, null));
    const choices = new Map<string, MergeChoice>([
      [a, 'take'],
      [b, 'both'],
    ]);
    expect(await window.client.applyMerge(preview.token, choices)).toMatchObject({
      ok: true,
      added: 1,
      changed: 1,
    });
    const notes = window
      .rows()
      .map(({ entry }) => `${entry.name}:${entry.note}`)
      .toSorted();
    expect(notes).toEqual(['A:', 'B:', 'B:mine']);
  });

  it('is shown anew when the vault changed since', async () => {
    const { window, ids } = await withEntries(['A']);
    const { bytes } = await aFile(window);
    const [a = ''] = ids;
    await window.client.save(aDraft({ name: 'A', note: '2' }), { id: a, revision: 1 });
    const preview = shown(await window.client.previewRestore(bytes, null));
    await window.client.save(aDraft({ name: 'A', note: '3' }), { id: a, revision: 2 });
    expect(await window.client.applyMerge(preview.token, new Map([[a, 'take' as const]]))).toEqual({
      ok: false,
      kind: 'stale',
    });
    expect(window.rows()).toMatchObject([{ entry: { note: '3' } }]);
    expect(await window.client.applyMerge('another token', none)).toEqual({ ok: false, kind: 'stale' });
  });

  it('of another vault merges with that file’s own passphrase', async () => {
    const other = await withEntries(['X', 'Y']);
    await other.window.client.changePassphrase(PASSPHRASE, 'theirs entirely 77');
    const { bytes } = await aFile(other.window);
    const { window } = await withEntries(['A']);
    expect(await window.client.previewRestore(bytes, null)).toEqual({ ok: false, kind: 'needs-passphrase' });
    const preview = shown(await window.client.previewRestore(bytes, { passphrase: 'theirs entirely 77' }));
    expect(preview.into).toBe('this-vault');
    await window.client.applyMerge(preview.token, none);
    expect(names(window)).toEqual(['A', 'X', 'Y']);
  });

  it('opens old files with the passphrase of their day', async () => {
    const { window } = await withEntries(['A']);
    const { bytes } = await aFile(window);
    await window.client.changePassphrase(PASSPHRASE, 'a louder harbour at dawn 8');
    const next = aWorld().window();
    await next.until('none');
    expect(await next.client.previewRestore(bytes, { passphrase: 'a louder harbour at dawn 8' })).toEqual({
      ok: false,
      kind: 'wrong',
    });
    shown(await next.client.previewRestore(bytes, { passphrase: PASSPHRASE }));
  });

  it('brings back a damaged record and keeps its bytes', async () => {
    const { window, world, ids } = await withEntries(['A', 'B']);
    const { bytes } = await aFile(window);
    const [a = ''] = ids;
    await editDatabase(world.factory, 'records', (rows) => rows.set(a, new Uint8Array(50)));
    world.closeBrowser();
    const next = world.window();
    await next.until('locked');
    await next.client.unlock(PASSPHRASE);
    expect(next.status()).toMatchObject({ findings: [{ kind: 'damaged', id: a }] });
    const preview = shown(await next.client.previewRestore(bytes, null));
    expect(await next.client.applyMerge(preview.token, none)).toMatchObject({ ok: true, added: 1 });
    expect(names(next)).toEqual(['A', 'B']);
    expect(next.status()).toMatchObject({ findings: [] });
    expect(await next.client.exportDamaged()).not.toBeNull();
  });

  it('brings back a vault whose header is lost, with everything saved since', async () => {
    const { window, world } = await withEntries(['A']);
    const { bytes } = await aFile(window);
    await window.client.save(aDraft({ name: 'B' }), null);
    const { bytes: foreign } = await aFile((await withEntries(['X'])).window);
    await editDatabase(world.factory, 'header', (rows) => rows.set('main', new Uint8Array(3)));
    await editDatabase(world.factory, 'header', (rows) => rows.delete('spare'));
    world.closeBrowser();
    globalThis.indexedDB = world.factory;
    const next = world.window();
    await next.until('damaged');
    expect(await next.client.previewRestore(foreign, { passphrase: PASSPHRASE })).toEqual({
      ok: false,
      kind: 'other-vault',
    });
    const preview = shown(await next.client.previewRestore(bytes, { passphrase: PASSPHRASE }));
    expect(preview).toMatchObject({ into: 'this-vault', items: [{ kind: 'same' }] });
    expect(await next.client.applyMerge(preview.token, none)).toMatchObject({
      ok: true,
      added: 0,
      changed: 0,
    });
    expect(names(next)).toEqual(['A', 'B']);
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  });

  it('is refused while locked', async () => {
    const { window } = await withEntries(['A']);
    const { bytes } = await aFile(window);
    await window.client.lock();
    expect(await window.client.previewRestore(bytes, { passphrase: PASSPHRASE })).toEqual({
      ok: false,
      kind: 'locked',
    });
  });

  it('says what is wrong with a file and changes nothing', async () => {
    const { window, world } = await withEntries(['A', 'B', 'C']);
    const { bytes } = await aFile(window);
    const before = await readDatabase(world.factory);
    const preview = (file: Uint8Array) => window.client.previewRestore(file, null);
    expect(await preview(new TextEncoder().encode('{"hello":1}'))).toEqual({
      ok: false,
      kind: 'not-a-backup',
    });
    expect(await preview(bytes.with(-40, (bytes.at(-40) ?? 0) ^ 1))).toEqual({
      ok: false,
      kind: 'file-damaged',
    });
    expect(await preview(bytes.slice(0, -200))).toMatchObject({ ok: false, kind: 'file-cut', expected: 3 });
    expect(await preview(bytes.with(22, 0x32))).toEqual({ ok: false, kind: 'file-newer' });
    expect(await preview(new Uint8Array(65 * 2 ** 20))).toEqual({ ok: false, kind: 'file-too-large' });
    expect(await readDatabase(world.factory)).toEqual(before);
  });

  it('derives nothing for a file whose sums all fit but which asks for eight gigabytes', async () => {
    const { window } = await withEntries(['A']);
    const forged = Uint8Array.from((await aFile(window)).bytes);
    const view = new DataView(forged.buffer);
    // Where the header begins in a backup, and in it the memory.
    const header = 56;
    view.setUint32(header + 32, 8 * 2 ** 20);
    const sum = (from: number, to: number) =>
      forged.set(createHash('sha256').update(forged.subarray(from, to)).digest(), to);
    sum(header, header + HEADER_LENGTH - 32);
    sum(0, forged.length - 32);
    const fresh = aWorld();
    const derive = vi.fn(quickDerive);
    const other = fresh.window({ derive });
    await other.until('none');
    const begun = performance.now();
    const refused = await other.client.previewRestore(forged, { passphrase: PASSPHRASE });
    expect(performance.now() - begun).toBeLessThan(50);
    expect(refused).toEqual({ ok: false, kind: 'file-refused' });
    expect(derive).not.toHaveBeenCalled();
    expect(other.status()).toEqual({ kind: 'none' });
  });
});

describe('entries from another format', () => {
  it('are previewed and merged like a backup, and can be taken back', async () => {
    const { window } = await withEntries(['A']);
    const [row] = window.rows();
    if (!row) throw new Error('no row');
    const imported = { ...row.entry, id: crypto.randomUUID(), name: 'From KeePass' };
    const preview = shown(await window.client.previewImport([imported]));
    expect(preview).toMatchObject({ into: 'this-vault', madeAt: null, items: [{ kind: 'new' }] });
    const applied = await window.client.applyMerge(preview.token, none);
    expect(names(window)).toEqual(['A', 'From KeePass']);
    expect(window.rows().at(-1)?.entry.history.at(-1)).toMatchObject({ event: 'imported' });
    if (!applied.ok || !applied.undo) throw new Error('no undo');
    await window.client.undo(applied.undo);
    expect(names(window)).toEqual(['A']);
  });

  it('say once that they were imported', async () => {
    const { world, window } = await withEntries([]);
    const at = new Date(world.now).toISOString();
    const entry = newEntry(aDraft({ password: 'qwmzkfjrptlxvbnd' }), crypto.randomUUID(), at, 'imported');
    const preview = shown(await window.client.previewImport([entry]));
    world.now += 60_000;
    world.running += 60_000;
    await window.client.applyMerge(preview.token, none);
    const history = window.rows()[0]?.entry.history.map(({ event }) => event);
    expect(history).toEqual(['imported', 'password-kept']);
  });

  it('are refused as a whole when one is no entry or two are the same', async () => {
    const { window } = await withEntries(['A']);
    const [row] = window.rows();
    if (!row) throw new Error('no row');
    const refused = { ok: false, kind: 'file-refused' };
    expect(await window.client.previewImport([{ ...row.entry, rotateBy: '2026-13-01' as never }])).toEqual(
      refused,
    );
    expect(await window.client.previewImport([row.entry, row.entry])).toEqual(refused);
    expect(await window.client.previewImport([{ ...row.entry, id: '__proto__' }])).toEqual(refused);
  });

  it('may be ten thousand', async () => {
    const { window, world } = await withEntries(['A']);
    const [row] = window.rows();
    if (!row) throw new Error('no row');
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...row.entry,
      id: crypto.randomUUID(),
      name: `N${at}`,
    }));
    const preview = shown(await window.client.previewImport(many));
    expect(await window.client.applyMerge(preview.token, none)).toMatchObject({ ok: true, added: 10_000 });
    expect(window.rows()).toHaveLength(10_001);
    expect(window.status()).toMatchObject({ kind: 'unlocked', findings: [] });
    await settled();
    const [one] = window.rows();
    if (!one) throw new Error('no row');
    // One save writes one record, one part of the list and the root, however many there are.
    const before = await readDatabase(world.factory);
    await window.client.save(aDraft({ note: 'x' }), { id: one.entry.id, revision: one.revision });
    const after = await readDatabase(world.factory);
    const changed = ['records', 'list', 'dues', 'header'].flatMap((name) =>
      [...(after.get(name) ?? [])].flatMap(([key, value]) => {
        const isSame = JSON.stringify(value) === JSON.stringify(before.get(name)?.get(key));
        return isSame ? [] : [[name, (value as Uint8Array).length] as const];
      }),
    );
    expect(changed.map(([name]) => name).toSorted()).toEqual(['list', 'list', 'records']);
    expect(changed.reduce((sum, [, length]) => sum + length, 0)).toBeLessThan(8_000);
  }, 60_000);
});
