/** Saving, deleting, taking back, and several windows at once. */
import { describe, expect, it } from 'vitest';
import { aDraft, anOpenVault, aWorld, PASSPHRASE, settled, tampered } from './world.ts';

describe('entries', () => {
  it('saves a new one and lists it', async () => {
    const { window } = await anOpenVault();
    const saved = await window.client.save(aDraft(), null);
    expect(saved).toMatchObject({
      ok: true,
      row: { revision: 1, concern: null, entry: { name: 'Scanner hall' } },
    });
    expect(window.rows()).toHaveLength(1);
    expect(window.rows()[0]?.entry.history).toMatchObject([{ event: 'tagged' }]);
    expect(window.status()).toMatchObject({
      kind: 'unlocked',
      findings: [],
      backup: { lastAt: null, isDue: true },
    });
  });

  it('is there again after lock, after the browser was closed, and unlock', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft({ note: 'Ünïcode 🗝 ✓' }), null);
    await window.client.lock();
    expect(window.rows()).toEqual([]);
    world.closeBrowser();
    const next = world.window();
    expect(await next.until('locked')).toEqual({ kind: 'locked', retryAt: null, because: null });
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(next.rows()).toMatchObject([{ entry: { note: 'Ünïcode 🗝 ✓' }, revision: 1, concern: null }]);
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  });

  it('writes what happened into the history', async () => {
    const { window } = await anOpenVault();
    const first = await window.client.save(aDraft(), null);
    if (!first.ok) throw new Error(first.kind);
    const { id } = first.row.entry;
    const kept = await window.client.save(aDraft({ password: 'abcdefghijklmnop', note: 'x' }), {
      id,
      revision: 1,
    });
    if (!kept.ok) throw new Error(kept.kind);
    await window.client.save(aDraft({ state: 'revoked' }), { id, revision: 2 });
    const events = window.rows()[0]?.entry.history.map(({ event }) => event);
    expect(events).toEqual(['tagged', 'password-kept', 'revoked', 'password-dropped']);
  });

  it('writes nothing when nothing differs', async () => {
    const { window } = await anOpenVault();
    const first = await window.client.save(aDraft(), null);
    if (!first.ok) throw new Error(first.kind);
    const again = await window.client.save(aDraft(), { id: first.row.entry.id, revision: 1 });
    expect(again).toMatchObject({ ok: true, undo: null, row: { revision: 1 } });
  });

  it.each([
    ['a note beyond its limit', { note: 'x'.repeat(10_001) }, 'note'],
    ['a day that is none', { rotateBy: '2027-02-31' }, 'rotateBy'],
    ['a lone surrogate', { device: 'x\ud800' }, 'device'],
    ['a state that is none', { state: 'fine' as never }, 'state'],
    ['a password that is no text', { password: 7 as never }, 'password'],
  ] as const)('refuses %s', async (_, change, field) => {
    const { window } = await anOpenVault();
    expect(await window.client.save(aDraft(change as never), null)).toEqual({
      ok: false,
      kind: 'bad-field',
      field,
    });
    expect(window.rows()).toEqual([]);
  });

  it('deletes and takes it back, above the old revision', async () => {
    const { world, window } = await anOpenVault();
    const saved = await window.client.save(aDraft(), null);
    if (!saved.ok) throw new Error(saved.kind);
    const before = saved.row.entry;
    const removed = await window.client.remove(before.id, 1);
    expect(window.rows()).toEqual([]);
    expect(await world.store().readDues()).toEqual({ ok: true, value: [] });
    if (!removed.ok) throw new Error(removed.kind);
    expect(await window.client.undo(removed.undo)).toEqual({ ok: true });
    expect(window.rows()).toEqual([{ entry: before, revision: 3, concern: null }]);
    expect(await window.client.undo(removed.undo)).toEqual({ ok: false, kind: 'gone' });
    expect(await world.store().readDues()).toEqual({
      ok: true,
      value: [{ id: before.id, day: '2027-05-22' }],
    });
  });

  it('does nothing while locked', async () => {
    const { window } = await anOpenVault();
    await window.client.lock();
    expect(await window.client.save(aDraft(), null)).toEqual({ ok: false, kind: 'locked' });
    expect(await window.client.remove('x', 1)).toEqual({ ok: false, kind: 'locked' });
    expect(await window.client.backup()).toEqual({ ok: false, kind: 'locked' });
    expect(await window.client.undo('x')).toEqual({ ok: false, kind: 'locked' });
  });
});

describe('two windows', () => {
  it('share the unlocked vault, each change, and the lock', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    await other.until('unlocked');
    await window.client.save(aDraft({ name: 'One' }), null);
    await settled();
    expect(other.rows()).toMatchObject([{ entry: { name: 'One' } }]);
    await other.client.save(aDraft({ name: 'Two' }), null);
    await settled();
    expect(
      window
        .rows()
        .map(({ entry }) => entry.name)
        .toSorted(),
    ).toEqual(['One', 'Two']);
    await other.client.lock();
    await settled();
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'asked' });
    expect(window.rows()).toEqual([]);
  });

  it('see a conflict instead of overwriting each other', async () => {
    const { world, window } = await anOpenVault();
    const saved = await window.client.save(aDraft(), null);
    if (!saved.ok) throw new Error(saved.kind);
    const at = { id: saved.row.entry.id, revision: 1 };
    // Deaf: it does not hear of the other window's change.
    const deaf = world.window({ changes: { tell: () => undefined, watch: () => () => undefined } });
    await deaf.until('unlocked');
    expect(await window.client.save(aDraft({ note: 'mine' }), at)).toMatchObject({ ok: true });
    const second = await deaf.client.save(aDraft({ note: 'theirs' }), at);
    expect(second).toMatchObject({
      ok: false,
      kind: 'conflict',
      theirs: { revision: 2, entry: { note: 'mine' } },
    });
    expect(deaf.rows()).toMatchObject([{ entry: { note: 'mine' }, revision: 2 }]);
    const gone = await window.client.remove(at.id, 2);
    expect(gone.ok).toBe(true);
    expect(await deaf.client.save(aDraft({ note: 'x' }), { id: at.id, revision: 2 })).toEqual({
      ok: false,
      kind: 'conflict',
      theirs: null,
    });
  });

  it('do not lose a save made while the other one unlocks', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    const saving = window.client.save(aDraft(), null);
    await Promise.all([saving, other.until('unlocked')]);
    await settled();
    expect(other.rows()).toHaveLength(1);
  });

  it('unlock at once without harm', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft(), null);
    world.closeBrowser();
    const [a, b] = [world.window(), world.window()];
    await Promise.all([a.until('locked'), b.until('locked')]);
    expect(await Promise.all([a.client.unlock(PASSPHRASE), b.client.unlock(PASSPHRASE)])).toEqual([
      { ok: true },
      { ok: true },
    ]);
    await settled();
    expect([a.rows().length, b.rows().length]).toEqual([1, 1]);
  });

  it('save 30 entries at the same time from two sides and keep them all', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    await other.until('unlocked');
    const saves = Array.from({ length: 30 }, (_, at) =>
      (at % 2 ? window : other).client.save(aDraft({ name: `N${at}` }), null),
    );
    expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true);
    await settled();
    world.closeBrowser();
    const next = world.window();
    await next.until('locked');
    await next.client.unlock(PASSPHRASE);
    expect(next.rows()).toHaveLength(30);
    expect(next.status()).toMatchObject({ findings: [] });
  });
});

it('knows of no vault where there never was one', async () => {
  const window = aWorld().window();
  expect(await window.until('none')).toEqual({ kind: 'none' });
});

describe('reading while the passphrase is typed', () => {
  /** A locked window over one saved tag, that counts how often everything is read. */
  async function aLockedWindow() {
    const { world, window: first } = await anOpenVault();
    await first.client.save(aDraft({ name: 'One' }), null);
    await first.client.lock();
    const reads = { count: 0, fails: false, prepared: 0 };
    const store = tampered(world.store(), (name) => {
      if (name !== 'readAll') return;
      reads.count += 1;
      if (reads.fails) throw new Error('the disk is gone for a moment');
    });
    const prepare = () => {
      reads.prepared += 1;
    };
    const window = world.window({ store, prepare });
    await window.until('locked');
    return { world, window, reads };
  }
  const names = (window: { rows(): readonly { entry: { name: string } }[] }) =>
    window
      .rows()
      .map(({ entry }) => entry.name)
      .toSorted();

  it('is done once, and unlocking takes it', async () => {
    const { window, reads } = await aLockedWindow();
    window.client.readAhead();
    window.client.readAhead();
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(names(window)).toEqual(['One']);
    expect(reads).toMatchObject({ count: 1, prepared: 1 });
  });

  it('is kept for the next try after a wrong passphrase', async () => {
    const { window, reads } = await aLockedWindow();
    window.client.readAhead();
    expect(await window.client.unlock('no such passphrase')).toMatchObject({ ok: false, kind: 'wrong' });
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(names(window)).toEqual(['One']);
    expect(reads.count).toBe(1);
  });

  it('is done anew when another window has changed something since', async () => {
    const { world, window } = await aLockedWindow();
    window.client.readAhead();
    await settled();
    let session: unknown;
    const other = world.window({
      session: {
        load: async () => session,
        async save(value) {
          session = value;
        },
        watch: () => () => undefined,
      },
    });
    await other.until('locked');
    expect(await other.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    await other.client.save(aDraft({ name: 'Two' }), null);
    await settled();
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(names(window)).toEqual(['One', 'Two']);
  });

  it('is let go of after a minute', async () => {
    const { world, window, reads } = await aLockedWindow();
    window.client.readAhead();
    await world.pass(60_000);
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(names(window)).toEqual(['One']);
    expect(reads.count).toBe(2);
  });

  it('may fail, and is done again', async () => {
    const { window, reads } = await aLockedWindow();
    reads.fails = true;
    window.client.readAhead();
    await settled();
    reads.fails = false;
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect(names(window)).toEqual(['One']);
    expect(reads.count).toBe(2);
  });
});
