import { describe, expect, it } from 'vitest';
import {
  createClipboardKeeper,
  type KeeperPorts,
  type Kept,
  readKept,
} from '@/utils/app/clipboard-keeper.ts';
import { type Cleared, clearMarked, isMarked, type Mark, markOf } from '@/utils/app/clipboard-mark.ts';
import type { Bytes } from '@/utils/vault/types.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length)) as Bytes;
const START = 1_000_000;

/** Session storage, a clock and a clipboard that a test plays. Background after background runs on them. */
async function aMachine(text = 'abcdefghijklmnop') {
  const machine = {
    now: START,
    clipboard: text,
    readable: true,
    writable: true,
    reads: 0,
    alarm: null as number | null,
    session: { is: 'held', until: START + 30_000, ...(await markOf(text, random)) } as unknown,
    background(change: Partial<KeeperPorts> = {}) {
      return createClipboardKeeper({
        load: async () => machine.session,
        async save(kept) {
          machine.session = kept;
        },
        now: () => machine.now,
        async wakeAt(when) {
          machine.alarm = when;
        },
        clearMarked: (mark: Mark): Promise<Cleared> =>
          clearMarked(mark, {
            async read() {
              machine.reads += 1;
              return machine.readable ? machine.clipboard : null;
            },
            async clear() {
              if (machine.writable) machine.clipboard = '';
              return machine.writable;
            },
          }),
        ...change,
      });
    },
  };
  return machine;
}

describe('a mark', () => {
  it('knows its text and no other, and is another each time', async () => {
    const mark = await markOf('abcdefghijklmnop', random);
    expect(await isMarked(mark, 'abcdefghijklmnop')).toBe(true);
    for (const other of ['', 'abcdefghijklmno', 'abcdefghijklmnop ', 'ABCDEFGHIJKLMNOP'])
      expect(await isMarked(mark, other), other).toBe(false);
    expect((await markOf('abcdefghijklmnop', random)).hash).not.toBe(mark.hash);
    expect(JSON.stringify(mark)).not.toContain('abcd');
  });

  it('that is broken knows nothing', async () => {
    expect(await isMarked({ key: '%', hash: '' }, '')).toBe(false);
  });
});

describe('the keeper', () => {
  it('waits for the time, also when the background was started anew, without looking before', async () => {
    const machine = await aMachine();
    await machine.background().check();
    expect(machine.alarm).toBe(START + 30_000);
    machine.now += 20_000;
    await machine.background().check();
    expect([machine.clipboard, machine.reads]).toEqual(['abcdefghijklmnop', 0]);
    machine.now += 10_000;
    await machine.background().check();
    expect([machine.clipboard, machine.session]).toEqual(['', { is: 'done', outcome: 'cleared' }]);
  });

  it('leaves alone what was copied since', async () => {
    const machine = await aMachine();
    machine.clipboard = 'a shopping list';
    machine.now += 30_000;
    await machine.background().check();
    expect([machine.clipboard, machine.session]).toEqual([
      'a shopping list',
      { is: 'done', outcome: 'replaced' },
    ]);
  });

  it.each(['readable', 'writable'] as const)('says when the clipboard is not %s', async (part) => {
    const machine = await aMachine();
    machine[part] = false;
    machine.now += 30_000;
    await machine.background().check();
    expect(machine.session).toEqual({ is: 'done', outcome: 'not-cleared' });
  });

  it('clears at once when the vault is locked', async () => {
    const machine = await aMachine();
    await machine.background().clearNow();
    expect([machine.clipboard, machine.session]).toEqual(['', { is: 'done', outcome: 'cleared' }]);
  });

  it('looks once, however many wakings come together', async () => {
    const machine = await aMachine();
    machine.now += 30_000;
    const keeper = machine.background();
    await Promise.all([keeper.check(), keeper.clearNow(), keeper.check()]);
    expect(machine.reads).toBe(1);
  });

  it('forgets nothing about a password that is copied while the one before is cleared', async () => {
    const machine = await aMachine();
    machine.now += 30_000;
    const next: Kept = { is: 'held', until: machine.now + 30_000, ...(await markOf('the next one', random)) };
    await machine
      .background({
        async clearMarked() {
          machine.session = next;
          return 'replaced';
        },
      })
      .check();
    expect(machine.session).toEqual(next);
  });

  it('goes on after a failure', async () => {
    const machine = await aMachine();
    machine.now += 30_000;
    const keeper = machine.background({
      clearMarked: () => Promise.reject(new Error('no document')),
    });
    await expect(keeper.check()).rejects.toThrow('no document');
    await expect(keeper.check()).rejects.toThrow('no document');
    expect(readKept(machine.session).is).toBe('held');
  });
});

describe('what stands in session storage', () => {
  it.each([
    undefined,
    null,
    'held',
    { is: 'held' },
    { is: 'held', key: 'a', hash: 'b', until: Number.NaN },
    { is: 'held', key: 1, hash: 'b', until: 5 },
    { is: 'done', outcome: 'toString' },
    { is: 'done' },
    [],
  ])('is nothing when it is %j', (input) => {
    expect(readKept(input)).toEqual({ is: 'nothing' });
  });
});
