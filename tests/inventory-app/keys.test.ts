/** Creating, unlocking, changing and recovering: passphrases, delays, clocks, and what is never written. */
import { describe, expect, it } from 'vitest';
import { createVaultGuard } from '@/utils/app/vault-guard.ts';
import { startSession, touched } from '@/utils/app/vault-session.ts';
import { delayAfter } from '@/utils/app/vault-tries.ts';
import type { VaultStore } from '@/utils/inventory/record-store.ts';
import {
  aDraft,
  anOpenVault,
  aWorld,
  PASSPHRASE,
  quickDerive,
  START,
  settled,
  tampered,
  type World,
} from './world.ts';

async function lockedWindow(world: World, overrides = {}) {
  world.closeBrowser();
  const window = world.window(overrides);
  await window.until('locked');
  return window;
}

describe('creating', () => {
  it.each([
    ['empty', '', 'empty'],
    ['half a character', 'abc\ud83d', 'not-text'],
    ['a weak one', 'summer2026', 'weak'],
  ])('refuses %s', async (_, passphrase, kind) => {
    const world = aWorld();
    world.weak.add('summer2026');
    const window = world.window();
    await window.until('none');
    expect(await window.client.create(passphrase)).toEqual({ ok: false, kind });
    expect(window.status()).toEqual({ kind: 'none' });
  });

  it('makes a sheet whose key is typed rightly, and a mark', async () => {
    const { window, sheet } = await anOpenVault();
    expect(sheet.groups).toHaveLength(7);
    expect(sheet.vaultMark).toMatch(/^[0-9A-F]{8}$/);
    expect(window.client.checkRecoveryKey(sheet.groups.join(' '))).toEqual({ ok: true });
    expect(window.status()).toMatchObject({ isSheetMissing: true });
    await window.client.confirmSheet();
    expect(window.status()).toMatchObject({ isSheetMissing: false });
  });

  it('does not make a second vault over the first', async () => {
    const { world, window } = await anOpenVault();
    expect(await window.client.create('another passphrase 99')).toEqual({ ok: false, kind: 'exists' });
    const other = await lockedWindow(world);
    expect(await other.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  });

  it('makes no weaker vault where memory is refused', async () => {
    const window = aWorld().window({ measure: async () => null });
    await window.until('none');
    expect(await window.client.create(PASSPHRASE)).toEqual({ ok: false, kind: 'no-memory' });
    expect(window.status()).toEqual({ kind: 'none' });
  });

  it('takes the least when memory beyond it is refused', async () => {
    const world = aWorld();
    const asked: number[] = [];
    const window = world.window({
      measure: async () => 100,
      derive: async (passphrase, salt, parameters) => {
        asked.push(parameters.memory);
        return parameters.memory > 65_536
          ? { ok: false, kind: 'no-memory' }
          : quickDerive(passphrase, salt, parameters);
      },
    });
    await window.until('none');
    expect((await window.client.create(PASSPHRASE)).ok).toBe(true);
    expect(asked).toEqual([262_144, 65_536]);
  });
});

describe('unlocking', () => {
  it('opens with the passphrase in any normal form', async () => {
    const world = aWorld();
    const window = world.window();
    await window.until('none');
    await window.client.create('Schlüssel für Türen 12');
    const next = await lockedWindow(world);
    expect(await next.client.unlock('Schlüssel für Türen 12'.normalize('NFD'))).toEqual({ ok: true });
  });

  it('with another passphrase writes nothing but the count of tries', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft(), null);
    const calls: string[] = [];
    const store = tampered(world.store(), (name) => {
      if (/^(write|erase)/.test(name)) calls.push(name);
    });
    const next = await lockedWindow(world, { store });
    for (const wrong of [
      'a quiet harbour at noon 8',
      ' a quiet harbour at noon 7',
      'A quiet harbour at noon 7',
    ]) {
      expect(await next.client.unlock(wrong)).toMatchObject({ ok: false, kind: 'wrong' });
    }
    expect(new Set(calls)).toEqual(new Set(['writeTries']));
    expect(next.status()).toMatchObject({ kind: 'locked' });
    expect(world.session).toBeUndefined();
  });

  it('waits longer after each failure, keeps that over a restart, and never gives up', async () => {
    const { world } = await anOpenVault();
    let window = await lockedWindow(world);
    const waits: number[] = [];
    for (let failures = 1; failures <= 14; failures++) {
      const failed = await window.client.unlock('no');
      if (failed.ok || failed.kind !== 'wrong') throw new Error(JSON.stringify(failed));
      waits.push((failed.retryAt ?? world.now) - world.now);
      if (failed.retryAt !== null) {
        window = await lockedWindow(world);
        expect(window.status()).toEqual({ kind: 'locked', retryAt: failed.retryAt, because: null });
        expect(await window.client.unlock(PASSPHRASE)).toEqual({
          ok: false,
          kind: 'wait',
          retryAt: failed.retryAt,
        });
        await world.pass(failed.retryAt - world.now);
      }
    }
    expect(waits.slice(0, 6)).toEqual([0, 0, 2_000, 4_000, 8_000, 16_000]);
    expect(waits.at(-1)).toBe(300_000);
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    expect((await lockedWindow(world)).status()).toMatchObject({ retryAt: null });
  });

  it('counts tries of several windows at once one by one', async () => {
    const { world } = await anOpenVault();
    const windows = [await lockedWindow(world), world.window(), world.window(), world.window()];
    await settled();
    const tries = await Promise.all(windows.map(({ client }) => client.unlock('no')));
    expect(tries.map((each) => (each.ok ? 'open' : each.kind))).toEqual(['wrong', 'wrong', 'wrong', 'wait']);
  });

  it('does not lock anybody out for years when the clock was wrong', async () => {
    const { world } = await anOpenVault();
    world.now += 20 * 365 * 86_400_000;
    let window = await lockedWindow(world);
    for (let failures = 0; failures < 6; failures++) {
      const failed = await window.client.unlock('no');
      if (!failed.ok && failed.kind === 'wrong' && failed.retryAt)
        await world.pass(failed.retryAt - world.now);
    }
    await window.client.unlock('no');
    world.now = START;
    window = await lockedWindow(world);
    const status = window.status();
    if (status.kind !== 'locked') throw new Error(status.kind);
    expect((status.retryAt ?? 0) - world.now).toBeLessThanOrEqual(delayAfter(7));
    const waiting = await window.client.unlock(PASSPHRASE);
    if (waiting.ok || waiting.kind !== 'wait') throw new Error('no wait');
    await world.pass(waiting.retryAt - world.now);
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  });

  it('does not count a try that had no memory', async () => {
    const { world } = await anOpenVault();
    const window = await lockedWindow(world, { derive: async () => ({ ok: false, kind: 'no-memory' }) });
    for (let times = 0; times < 5; times++) {
      expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: false, kind: 'no-memory' });
    }
  });

  it.each([
    ['empty', '', 'empty'],
    ['half a character', '\ud800', 'not-text'],
  ])('says that it is %s without counting', async (_, passphrase, kind) => {
    const { world } = await anOpenVault();
    const window = await lockedWindow(world);
    for (let times = 0; times < 5; times++)
      expect(await window.client.unlock(passphrase)).toEqual({ ok: false, kind });
  });

  it('takes a passphrase of a megabyte and knows it from one that ends otherwise', async () => {
    const world = aWorld();
    const window = world.window();
    await window.until('none');
    const long = 'wörter '.repeat(150_000);
    expect((await window.client.create(`${long}a`)).ok).toBe(true);
    const next = await lockedWindow(world);
    expect(await next.client.unlock(`${long}b`)).toMatchObject({ kind: 'wrong' });
    expect(await next.client.unlock(`${long}a`)).toEqual({ ok: true });
  });
});

describe('the header in the database', () => {
  async function withHeader(change: (main: Uint8Array, spare: Uint8Array) => (Uint8Array | null)[]) {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft(), null);
    const store = world.store();
    const stored = await store.readHeader();
    if (!stored.ok || !stored.value.main || !stored.value.spare) throw new Error('no header');
    const [main, spare] = change(stored.value.main, stored.value.spare);
    await put(world, 'header', { main: main ?? undefined, spare: spare ?? undefined });
    world.closeBrowser();
    return { world, next: world.window(), store };
  }

  const spoilt = (bytes: Uint8Array) => bytes.with(100, (bytes[100] ?? 0) ^ 4);

  it.each([
    ['the main copy is damaged', (main: Uint8Array, spare: Uint8Array) => [spoilt(main), spare]],
    ['the main copy is gone', (_: Uint8Array, spare: Uint8Array) => [null, spare]],
    ['the second copy is damaged', (main: Uint8Array, spare: Uint8Array) => [main, spoilt(spare)]],
    ['the second copy is gone', (main: Uint8Array) => [main, null]],
    [
      'the main copy claims a later version',
      (main: Uint8Array, spare: Uint8Array) => [main.with(7, 9), spare],
    ],
  ])('opens when %s, and is whole again', async (_, change) => {
    const { next, store } = await withHeader(change);
    await next.until('locked');
    expect(await next.client.unlock('no')).toMatchObject({ kind: 'wrong' });
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    const after = await store.readHeader();
    expect(after.ok && after.value.main).toEqual(after.ok && after.value.spare);
    expect(next.rows()).toHaveLength(1);
  });

  it.each([
    [
      'both copies are damaged',
      (main: Uint8Array, spare: Uint8Array) => [spoilt(main), spoilt(spare)],
      'damaged',
    ],
    ['both copies are gone, but the records are there', () => [null, null], 'damaged'],
    [
      'both copies claim a later version',
      (main: Uint8Array, spare: Uint8Array) => [main.with(7, 9), spare.with(7, 9)],
      'newer',
    ],
  ] as const)('says so when %s', async (_, change, kind) => {
    const { next } = await withHeader(change as never);
    expect(await next.until(kind)).toEqual({ kind });
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: false, kind });
    expect(await next.client.create(PASSPHRASE)).toEqual({ ok: false, kind: 'exists' });
  });
});

/** Writes into the database behind the extension's back. */
async function put(world: World, store: string, values: Record<string, unknown>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const opening = world.factory.open('keytag');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(store, 'readwrite');
      for (const [key, value] of Object.entries(values)) {
        if (value === undefined) transaction.objectStore(store).delete(key);
        else transaction.objectStore(store).put(value, key);
      }
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      transaction.onerror = () => reject(new Error('put failed'));
    };
  });
}

describe('changing the passphrase', () => {
  it('opens with the new one only, and with the same recovery key', async () => {
    const { world, window, sheet } = await anOpenVault();
    await window.client.save(aDraft(), null);
    expect(await window.client.changePassphrase(PASSPHRASE, 'a louder harbour at dawn 8')).toEqual({
      ok: true,
    });
    const next = await lockedWindow(world);
    expect(await next.client.unlock(PASSPHRASE)).toMatchObject({ kind: 'wrong' });
    expect(await next.client.unlock('a louder harbour at dawn 8')).toEqual({ ok: true });
    expect(next.rows()).toHaveLength(1);
    const again = await lockedWindow(world);
    expect(await again.client.recover(sheet.groups.join('-'), 'third time lucky 33')).toEqual({ ok: true });
  });

  it('refuses a wrong, an empty and a weak one', async () => {
    const { world, window } = await anOpenVault();
    world.weak.add('weak');
    expect(await window.client.changePassphrase('no', 'another one entirely')).toMatchObject({
      kind: 'wrong',
    });
    expect(await window.client.changePassphrase(PASSPHRASE, '')).toEqual({ ok: false, kind: 'empty' });
    expect(await window.client.changePassphrase(PASSPHRASE, 'weak')).toEqual({ ok: false, kind: 'weak' });
    const next = await lockedWindow(world);
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  });

  it('raises parameters that have become too low, at the next unlock', async () => {
    const { world, window } = await anOpenVault({ measure: async () => 300 });
    await window.client.save(aDraft(), null);
    // A vault of a time when 19 MiB were thought enough.
    const { withPassphrase, readHeader, openWithPassphrase } = await import('@/utils/vault/header.ts');
    const { passphraseBytes } = await import('@/utils/vault/passphrase.ts');
    const store = world.store();
    const stored = await store.readHeader();
    const read = stored.ok && stored.value.main && (await readHeader(stored.value.main));
    const bytes = passphraseBytes(PASSPHRASE);
    if (!read) throw new Error('no header');
    if (read.kind !== 'header' || !bytes.ok) throw new Error('no header');
    const { header } = read;
    const kek = await quickDerive(bytes.bytes, header.salt, header.parameters);
    const opened = kek.ok && (await openWithPassphrase(header, kek.bytes));
    if (!opened) throw new Error('no memory');
    if (opened.kind !== 'open') throw new Error('not open');
    const low = { memory: 19 * 1024, passes: 2, lanes: 1 };
    const lowKek = await quickDerive(bytes.bytes, header.salt, low);
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
    const lowered = await withPassphrase(
      header,
      opened.raw,
      { derived: lowKek.ok ? lowKek.bytes : random(32), salt: header.salt, parameters: low },
      random,
    );
    await store.writeHeader({ header: lowered, expected: header.bytes });
    const next = await lockedWindow(world);
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    const after = await store.readHeader();
    const now = after.ok && after.value.main && (await readHeader(after.value.main));
    expect(now && now.kind === 'header' && now.header.parameters.memory).toBeGreaterThanOrEqual(65_536);
    const again = await lockedWindow(world);
    expect(await again.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  });
});

describe('the recovery key', () => {
  it('tells a typing error from the key of another vault', async () => {
    const { sheet: foreign } = await anOpenVault();
    const { world, sheet } = await anOpenVault();
    const window = await lockedWindow(world);
    const typed = sheet.groups.join('-');
    const mistyped = `${typed.slice(0, 6)}${typed[6] === '0' ? '1' : '0'}${typed.slice(7)}`;
    expect(await window.client.recover(mistyped, 'a new one for today 1')).toEqual({
      ok: false,
      kind: 'mistyped',
      groups: [2],
    });
    expect(await window.client.recover(typed.slice(0, -1), 'x')).toEqual({
      ok: false,
      kind: 'mistyped',
      groups: [],
    });
    expect(await window.client.recover(foreign.groups.join('-'), 'a new one for today 1')).toMatchObject({
      kind: 'wrong',
    });
    expect(await window.client.unlock(PASSPHRASE)).toEqual({ ok: true });
  });

  it('opens, and sets the new passphrase in the same step', async () => {
    const { world, window, sheet } = await anOpenVault();
    await window.client.save(aDraft(), null);
    const next = await lockedWindow(world);
    world.weak.add('weak');
    expect(await next.client.recover(sheet.groups.join(' '), 'weak')).toEqual({ ok: false, kind: 'weak' });
    expect(await next.client.recover(sheet.groups.join(' ').toLowerCase(), 'found the sheet 55')).toEqual({
      ok: true,
    });
    expect(next.rows()).toHaveLength(1);
    const again = await lockedWindow(world);
    expect(await again.client.unlock(PASSPHRASE)).toMatchObject({ kind: 'wrong' });
    expect(await again.client.unlock('found the sheet 55')).toEqual({ ok: true });
  });

  it('is replaced by a new sheet', async () => {
    const { world, window, sheet } = await anOpenVault();
    await window.client.confirmSheet();
    const renewed = await window.client.newRecoverySheet(PASSPHRASE);
    if (!renewed.ok) throw new Error(renewed.kind);
    expect(window.status()).toMatchObject({ isSheetMissing: true });
    expect(renewed.sheet.vaultMark).toBe(sheet.vaultMark);
    const next = await lockedWindow(world);
    expect(await next.client.recover(sheet.groups.join('-'), 'found the sheet 55')).toMatchObject({
      kind: 'wrong',
    });
    expect(await next.client.recover(renewed.sheet.groups.join('-'), 'found the sheet 55')).toEqual({
      ok: true,
    });
  });
});

describe('an unlocked vault', () => {
  it('locks after a quarter of an hour without activity', async () => {
    const { world, window } = await anOpenVault();
    await world.pass(14 * 60_000);
    expect(window.status().kind).toBe('unlocked');
    await world.pass(60_000);
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'idle' });
    expect(window.rows()).toEqual([]);
    expect(world.session).toEqual({ locked: 'idle' });
  });

  it('stays open while somebody is there, but not for ever', async () => {
    const { world, window } = await anOpenVault();
    for (let minutes = 0; minutes < 11 * 60; minutes += 10) {
      await world.pass(10 * 60_000);
      window.client.touch();
      await settled();
      expect(window.status().kind).toBe('unlocked');
    }
    for (let minutes = 0; minutes < 70; minutes += 10) {
      await world.pass(10 * 60_000);
      window.client.touch();
      await settled();
    }
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'time-limit' });
  });

  it('locks when the clock is moved back, whether a window saw it or not', async () => {
    const { world, window } = await anOpenVault();
    await world.pass(60_000);
    world.now -= 30_000;
    expect(await window.client.save(aDraft(), null)).toEqual({ ok: false, kind: 'locked' });
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'clock' });
    const second = await anOpenVault();
    second.world.now -= 3_600_000;
    const other = second.world.window();
    expect(await other.until('locked')).toMatchObject({ because: 'clock' });
  });

  it('locks when the clock jumps years ahead', async () => {
    const { world, window } = await anOpenVault();
    world.now += 5 * 365 * 86_400_000;
    expect(await window.client.save(aDraft(), null)).toEqual({ ok: false, kind: 'locked' });
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'time-limit' });
  });

  it('is locked for a window opened after the time was over', async () => {
    const { world } = await anOpenVault();
    world.now += 16 * 60_000;
    const other = world.window();
    expect(await other.until('locked')).toMatchObject({ because: 'idle' });
    expect(world.session).toEqual({ locked: 'idle' });
  });

  it.each([
    ['nonsense', 'x'],
    [
      'a key of another length',
      { vaultId: '00', key: 'AAAA', seenAt: START, idleUntil: START + 60_000, endsAt: START + 60_000 },
    ],
    ['text for times', { vaultId: '00', key: 'AAAA', seenAt: 'x', idleUntil: 'y', endsAt: 'z' }],
  ])('is not believed when session storage holds %s', async (_, stored) => {
    const { world } = await anOpenVault();
    world.closeBrowser();
    world.session = stored;
    const window = world.window();
    await window.until('locked');
    expect(window.rows()).toEqual([]);
  });

  it('keeps its key in session storage as text and nowhere else', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft({ note: 'PLAINTEXT-MARKER' }), null);
    const { key } = world.session as { key: string };
    const raw = Buffer.from(key, 'base64');
    expect(raw).toHaveLength(32);
    const everything = await dump(world);
    expect(everything.includes(raw)).toBe(false);
    expect(everything.includes('PLAINTEXT-MARKER')).toBe(false);
    expect(everything.includes(PASSPHRASE)).toBe(false);
    expect(everything.includes('2027-05-22')).toBe(true);
    expect(JSON.stringify(world.canary)).not.toContain(key);
    await window.client.lock();
    expect(JSON.stringify(world.session)).toBe('{"locked":"asked"}');
  });

  it('is not prolonged beyond the default by a setting', () => {
    const session = startSession('v', 'k', 0, 600);
    expect(session.idleUntil).toBe(15 * 60_000);
    expect(touched(session, 60_000, 5).idleUntil).toBe(6 * 60_000);
  });
});

/** All bytes and texts of the database. */
async function dump(world: World): Promise<Buffer> {
  return new Promise((resolve) => {
    const opening = world.factory.open('keytag');
    opening.onsuccess = async () => {
      const parts: Buffer[] = [];
      for (const name of opening.result.objectStoreNames) {
        const all = await new Promise<unknown[]>((done) => {
          const request = opening.result.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => done(request.result as unknown[]);
        });
        for (const value of all)
          parts.push(value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value)));
      }
      opening.result.close();
      resolve(Buffer.concat(parts));
    };
  });
}

describe('the guard in the background', () => {
  const guarded = (session: unknown, longest: number | null = null) => {
    const state = { session, now: START, wake: undefined as number | null | undefined };
    const guard = createVaultGuard({
      load: async () => state.session,
      save: async (value) => {
        state.session = value;
      },
      now: () => state.now,
      longestIdle: async () => longest,
      wakeAt: async (when) => {
        state.wake = when;
      },
    });
    return { state, guard };
  };

  it('asks to be woken at the deadline and locks there', async () => {
    const { state, guard } = guarded(startSession('v', 'k', START, 15));
    await guard.check();
    expect(state.wake).toBe(START + 15 * 60_000);
    state.now = START + 15 * 60_000;
    await guard.check();
    expect(state.session).toEqual({ locked: 'idle' });
    expect(state.wake).toBeNull();
  });

  it('keeps the deadline of a rule that came after the session began', async () => {
    const { state, guard } = guarded(startSession('v', 'k', START, 60), 10);
    await guard.check();
    expect(state.wake).toBe(START + 10 * 60_000);
    state.now = START + 10 * 60_000;
    await guard.check();
    expect(state.session).toEqual({ locked: 'idle' });
  });

  it('locks with the machine, and leaves a locked vault alone', async () => {
    const { state, guard } = guarded(startSession('v', 'k', START, 15));
    await guard.lock('system');
    expect(state.session).toEqual({ locked: 'system' });
    await guard.lock('idle');
    expect(state.session).toEqual({ locked: 'system' });
  });
});

describe('a database that is gone', () => {
  it('is told from one that never was', async () => {
    const { world, window } = await anOpenVault();
    await window.client.save(aDraft(), null);
    await window.client.backup();
    await window.client.backupSaved();
    await new Promise((resolve) => {
      const deleting = world.factory.deleteDatabase('keytag');
      deleting.onsuccess = resolve;
    });
    world.closeBrowser();
    const next = world.window();
    const at = new Date(START).toISOString();
    expect(await next.until('wiped')).toEqual({ kind: 'wiped', createdAt: at, lastBackupAt: at });
    expect((await next.client.create('starting over again 12')).ok).toBe(true);
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  });

  it('under an open window is said at the next save, and the window still backs up what it shows', async () => {
    const { world, window, sheet } = await anOpenVault();
    const saved = await window.client.save(aDraft({ name: 'Kept here' }), null);
    if (!saved.ok) throw new Error(saved.kind);
    await new Promise((resolve) => {
      const deleting = world.factory.deleteDatabase('keytag');
      deleting.onsuccess = resolve;
    });
    const wiped = { ok: false, kind: 'wiped' };
    const { id } = saved.row.entry;
    expect(await window.client.save(aDraft({ name: 'New' }), null)).toEqual(wiped);
    expect(await window.client.save(aDraft({ note: 'x' }), { id, revision: 1 })).toEqual(wiped);
    expect(await window.client.remove(id, 1)).toEqual(wiped);
    expect(await window.client.undo(saved.undo ?? '')).toEqual(wiped);
    expect(window.rows()).toMatchObject([{ entry: { name: 'Kept here' } }]);
    const file = await window.client.backup();
    if (!file.ok) throw new Error(file.kind);
    expect(file.entries).toBe(1);
    await window.client.backupSaved();
    await window.client.lock();
    expect(await window.client.unlock(PASSPHRASE)).toMatchObject({ ok: false });
    const lastBackupAt = new Date(world.now).toISOString();
    expect(await window.until('wiped')).toMatchObject({ lastBackupAt });
    const shown = await window.client.previewRestore(file.bytes, { passphrase: PASSPHRASE });
    if (!shown.ok) throw new Error(shown.kind);
    expect(await window.client.applyMerge(shown.preview.token, new Map())).toMatchObject({
      ok: true,
      added: 1,
    });
    const next = await lockedWindow(world);
    const recovered = await next.client.recover(sheet.groups.join('-'), 'found the sheet 55');
    expect(recovered).toEqual({ ok: true });
    expect(next.rows()).toMatchObject([{ entry: { name: 'Kept here' } }]);
    expect(next.status()).toMatchObject({ kind: 'unlocked', findings: [] });
  });

  it('under an open window is backed up with the passphrase and the sheet of that moment', async () => {
    const { world, window, sheet } = await anOpenVault();
    await window.client.save(aDraft({ name: 'Kept here' }), null);
    expect(await window.client.changePassphrase(PASSPHRASE, 'a louder harbour at dawn 8')).toEqual({
      ok: true,
    });
    const renewed = await window.client.newRecoverySheet('a louder harbour at dawn 8');
    if (!renewed.ok) throw new Error(renewed.kind);
    await new Promise((resolve) => {
      const deleting = world.factory.deleteDatabase('keytag');
      deleting.onsuccess = resolve;
    });
    const file = await window.client.backup();
    if (!file.ok) throw new Error(file.kind);
    await window.client.lock();
    await window.client.unlock(PASSPHRASE);
    await window.until('wiped');
    const opens = async (secret: Parameters<typeof window.client.previewRestore>[1]) =>
      (await window.client.previewRestore(file.bytes, secret)).ok;
    expect(await opens({ passphrase: PASSPHRASE })).toBe(false);
    expect(await opens({ passphrase: 'a louder harbour at dawn 8' })).toBe(true);
    expect(await opens({ recoveryKey: sheet.groups.join('-') })).toBe(false);
    expect(await opens({ recoveryKey: renewed.sheet.groups.join('-') })).toBe(true);
  });

  it('is none after everything was erased on purpose', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    await other.until('unlocked');
    expect(await window.client.eraseEverything()).toEqual({ ok: true });
    expect(window.status()).toEqual({ kind: 'none' });
    expect(await other.until('none')).toEqual({ kind: 'none' });
    expect(world.canary).toBeNull();
  });
});

describe('storage that can not be reached', () => {
  const failing = (
    store: VaultStore,
    when: (name: keyof VaultStore) => boolean,
    why: 'full' | 'blocked' | 'refused',
  ): VaultStore =>
    new Proxy(store, {
      get: (target, name: keyof VaultStore) =>
        when(name) ? async () => ({ ok: false, why }) : (target[name] as () => unknown).bind(target),
    });

  it('shows as such and comes back on retry', async () => {
    const world = aWorld();
    let isBlocked = true;
    const window = world.window({ store: failing(world.store(), () => isBlocked, 'blocked') });
    expect(await window.until('unavailable')).toEqual({ kind: 'unavailable', why: 'blocked' });
    isBlocked = false;
    await window.client.retry();
    expect(window.status()).toEqual({ kind: 'none' });
  });

  it('when the disk is full, changes nothing and says so', async () => {
    const world = aWorld();
    let isFull = false;
    const store = failing(world.store(), (name) => isFull && name.startsWith('write'), 'full');
    const window = world.window({ store });
    await window.until('none');
    await window.client.create(PASSPHRASE);
    const saved = await window.client.save(aDraft(), null);
    if (!saved.ok) throw new Error(saved.kind);
    isFull = true;
    const full = { ok: false, kind: 'unavailable', why: 'full' };
    expect(await window.client.save(aDraft({ note: 'x' }), { id: saved.row.entry.id, revision: 1 })).toEqual(
      full,
    );
    expect(await window.client.remove(saved.row.entry.id, 1)).toEqual(full);
    expect(await window.client.changePassphrase(PASSPHRASE, 'a louder harbour at dawn 8')).toEqual(full);
    expect(window.rows()).toMatchObject([{ revision: 1, entry: { note: '' } }]);
    const next = await lockedWindow(world, { store });
    // A full disk keeps nobody out.
    expect(await next.client.unlock(PASSPHRASE)).toEqual({ ok: true });
    isFull = false;
    expect(
      await next.client.save(aDraft({ note: 'x' }), { id: saved.row.entry.id, revision: 1 }),
    ).toMatchObject({ ok: true });
  });
});

describe('the time until the automatic lock', () => {
  it('is 15 minutes until another is chosen, and then counts from now, in every window', async () => {
    const { world, window } = await anOpenVault();
    const other = world.window();
    await other.until('unlocked');
    expect(await window.client.idleMinutes()).toBe(15);
    expect(await window.client.setIdleMinutes(1)).toEqual({ ok: true });
    await settled();
    expect(await other.client.idleMinutes()).toBe(1);
    await world.pass(60_000);
    expect(await other.until('locked')).toMatchObject({ because: 'idle' });
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'idle' });
  });

  it('is kept over a lock', async () => {
    const { world, window } = await anOpenVault();
    await window.client.setIdleMinutes(60);
    await window.client.lock();
    await window.client.unlock(PASSPHRASE);
    await window.until('unlocked');
    await world.pass(50 * 60_000);
    expect(window.status().kind).toBe('unlocked');
    await world.pass(10 * 60_000);
    expect(window.status()).toMatchObject({ kind: 'locked', because: 'idle' });
  });

  it.each([0, -1, 2, 61, 1e9, Number.NaN, Number.POSITIVE_INFINITY])('is never %s', async (minutes) => {
    const { window } = await anOpenVault();
    await window.client.setIdleMinutes(minutes);
    expect(await window.client.idleMinutes()).toBe(15);
  });
});
