/** What somebody else prescribes holds in the use cases themselves, whatever a view offers. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/utils/inventory/entry.ts';
import { draftOf } from '@/utils/inventory/record.ts';
import { aDraft, anOpenVault, aWorld, PASSPHRASE, START, settled } from './world.ts';

const MINUTE = 60_000;
const idleUntil = (session: unknown) => (session as { readonly idleUntil: number }).idleUntil;

const scored = (score: 3 | 4) =>
  ({ strength: async () => ({ score, isEnough: true, reason: null }) }) as const;

describe('the longest time until the lock', () => {
  it('ends a session that a person wants longer', async () => {
    const { world, window } = await anOpenVault();
    await window.client.setIdleMinutes(60);
    world.prescribe({ longestIdle: 10 });
    await settled();
    expect(idleUntil(world.session)).toBe(START + 10 * MINUTE);
    expect(await window.client.idleMinutes()).toBe(10);
    await world.pass(10 * MINUTE);
    await window.until('locked');
  });

  it('holds for a vault that is opened under it, and is not put off beyond by use', async () => {
    const { world, window } = await anOpenVault();
    await window.client.lock();
    world.prescribe({ longestIdle: 3 });
    await window.client.unlock(PASSPHRASE);
    expect(idleUntil(world.session)).toBe(START + 3 * MINUTE);
    await world.pass(MINUTE);
    window.client.touch();
    await settled();
    expect(idleUntil(world.session)).toBe(START + 4 * MINUTE);
  });

  it('is known to a window that was never told', async () => {
    const world = aWorld();
    const untold = { load: async () => world.rules, watch: () => () => undefined };
    const window = world.window({ rules: untold });
    await window.until('none');
    world.prescribe({ longestIdle: 2 });
    await window.client.create(PASSPHRASE);
    expect(idleUntil(world.session)).toBe(START + 2 * MINUTE);
  });

  it('is a limit: a shorter time is the person’s to choose, a longer one is cut', async () => {
    const { world, window } = await anOpenVault();
    world.prescribe({ longestIdle: 10 });
    await window.client.setIdleMinutes(5);
    expect(await window.client.idleMinutes()).toBe(5);
    expect(idleUntil(world.session)).toBe(START + 5 * MINUTE);
    await window.client.setIdleMinutes(60);
    expect(await window.client.idleMinutes()).toBe(10);
    expect(idleUntil(world.session)).toBe(START + 10 * MINUTE);
    world.prescribe({ longestIdle: null });
    expect(await window.client.idleMinutes()).toBe(15);
  });
});

describe('the least strength of a passphrase', () => {
  it('refuses a new vault, a change and a recovery below it', async () => {
    const world = aWorld();
    const window = world.window(scored(3));
    await window.until('none');
    world.prescribe({ minimumScore: 4 });
    expect(await window.client.create(PASSPHRASE)).toEqual({ ok: false, kind: 'weak' });
    world.prescribe({ minimumScore: 3 });
    const made = await window.client.create(PASSPHRASE);
    if (!made.ok) throw new Error('not made');
    world.prescribe({ minimumScore: 4 });
    expect(await window.client.changePassphrase(PASSPHRASE, 'another one')).toEqual({
      ok: false,
      kind: 'weak',
    });
    await window.client.lock();
    const key = made.sheet.groups.join('-');
    expect(await window.client.recover(key, 'another one')).toEqual({ ok: false, kind: 'weak' });
    expect(await window.client.unlock(PASSPHRASE), 'what is there still opens').toEqual({ ok: true });
  });

  it('lets pass what reaches it, and is said to whoever asks', async () => {
    const { world, window } = await anOpenVault(scored(4));
    world.prescribe({ minimumScore: 4 });
    expect(await window.client.strength('x')).toEqual({ score: 4, isEnough: true, reason: null, needed: 4 });
    expect(await window.client.changePassphrase(PASSPHRASE, 'another one')).toEqual({ ok: true });
  });
});

describe('passwords that may not be kept', () => {
  it('are refused in a new tag and in a changed one, and nothing else of it is written', async () => {
    const { world, window } = await anOpenVault();
    const plain = await window.client.save(aDraft({ password: null }), null);
    if (!plain.ok) throw new Error('not saved');
    world.prescribe({ mayKeepPasswords: false });
    const refusal = { ok: false, kind: 'no-passwords', field: 'password' };
    expect(await window.client.save(aDraft({ password: 'abcdefghijklmnop' }), null)).toEqual(refusal);
    const at = { id: plain.row.entry.id, revision: plain.row.revision };
    const pasted = { ...draftOf(plain.row.entry), note: 'new', password: 'abcdefghijklmnop' };
    expect(await window.client.save(pasted, at)).toEqual(refusal);
    expect(window.rows().map(({ entry }) => [entry.note, entry.password])).toEqual([
      [plain.row.entry.note, null],
    ]);
    expect(await window.client.save({ ...pasted, password: null }, at)).toMatchObject({ ok: true });
  });

  it('stay where they are kept already: seen, edited around, and removed', async () => {
    const { world, window } = await anOpenVault();
    const kept = await window.client.save(aDraft({ password: 'abcdefghijklmnop' }), null);
    if (!kept.ok) throw new Error('not saved');
    world.prescribe({ mayKeepPasswords: false });
    const { id } = kept.row.entry;
    const edited = await window.client.save(
      { ...draftOf(kept.row.entry), note: 'changed' },
      { id, revision: kept.row.revision },
    );
    if (!edited.ok) throw new Error('not edited');
    expect(edited.row.entry.password).toBe('abcdefghijklmnop');
    const other = { ...draftOf(edited.row.entry), password: 'ponmlkjihgfedcba' };
    expect(await window.client.save(other, { id, revision: edited.row.revision })).toMatchObject({
      ok: false,
    });
    const bare = await window.client.save(
      { ...draftOf(edited.row.entry), password: null },
      { id, revision: edited.row.revision },
    );
    expect(bare.ok && bare.row.entry.password).toBeNull();
  });

  it('do not come back by a file, from another program or from a backup', async () => {
    const { world, window } = await anOpenVault();
    const saved = await window.client.save(aDraft({ password: 'abcdefghijklmnop' }), null);
    const backup = await window.client.backup();
    if (!saved.ok || !backup.ok) throw new Error('no backup');
    const { entry, revision } = saved.row;
    await window.client.save({ ...draftOf(entry), password: null }, { id: entry.id, revision });
    world.prescribe({ mayKeepPasswords: false });
    const stranger: Entry = { ...entry, id: crypto.randomUUID(), password: 'ponmlkjihgfedcba' };
    for (const preview of [
      () => window.client.previewRestore(backup.bytes, null),
      () => window.client.previewImport([stranger]),
    ]) {
      const outcome = await preview();
      if (!outcome.ok) throw new Error('no preview');
      expect(outcome.preview.withoutPassword).toBe(1);
      const take = new Map(outcome.preview.items.map(({ id }) => [id, 'take'] as const));
      expect(await window.client.applyMerge(outcome.preview.token, take)).toMatchObject({ ok: true });
    }
    expect(window.rows()).toHaveLength(2);
    expect(window.rows().every(({ entry: { password } }) => password === null)).toBe(true);
  });

  it('are not counted as left out where the file holds just what is kept', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft({ password: 'abcdefghijklmnop' }), null);
    const backup = await window.client.backup();
    world.prescribe({ mayKeepPasswords: false });
    if (!backup.ok) throw new Error('no backup');
    const again = await window.client.previewRestore(backup.bytes, null);
    expect(again.ok && [again.preview.withoutPassword, again.preview.items[0]?.kind]).toEqual([0, 'same']);
  });
});

describe('lengths of self-made passwords', () => {
  const hint = async (isSensitive: boolean, rules: { selfMadeLength?: number; sensitiveLength?: number }) => {
    const { world, window } = await anOpenVault(scored(3));
    world.prescribe(rules);
    const found = await window.client.hints(aDraft({ password: 'Abcd1234!efgh567', isSensitive }), null);
    return found.find(({ kind }) => kind === 'too-simple');
  };

  it.each([
    [false, {}, undefined],
    [false, { selfMadeLength: 24 }, { kind: 'too-simple', length: 24, kinds: 3 }],
    [true, {}, { kind: 'too-simple', length: 20, kinds: 4 }],
    [true, { selfMadeLength: 24, sensitiveLength: 30 }, { kind: 'too-simple', length: 30, kinds: 4 }],
    [true, { sensitiveLength: 12 }, undefined],
  ])('are asked for (sensitive: %s, %j)', async (isSensitive, rules, expected) => {
    expect(await hint(isSensitive, rules)).toEqual(expected);
  });
});
