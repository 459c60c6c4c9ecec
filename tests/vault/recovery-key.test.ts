/** The recovery key on paper: typing errors are told from wrong keys, and where they are. */
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroups, readRecoveryKey, writeRecoveryKey } from '@/utils/vault/recovery-key.ts';
import type { Bytes } from '@/utils/vault/types.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const aKey = (): Bytes => webcrypto.getRandomValues(new Uint8Array(16)) as Bytes;

describe('a recovery key', () => {
  it('reads back as it was written, however it is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom('-', ' ', '', ' – ', '\n'),
        async (key, between) => {
          const groups = await writeRecoveryKey(Uint8Array.from(key));
          expect(groups).toHaveLength(7);
          expect(groups.every((group) => /^[0-9A-HJKMNP-TV-Z]{5}$/.test(group))).toBe(true);
          for (const typed of [
            groups.join(between),
            groups.join(between).toLowerCase(),
            ` ${groups.join(between)} `,
          ]) {
            const read = await readRecoveryKey(typed);
            expect(read.ok && [...read.key]).toEqual([...key]);
          }
        },
      ),
    );
  });

  it('understands letters written for digits', async () => {
    const key = new Uint8Array(16);
    const typed = (await writeRecoveryKey(key)).join('-').replaceAll('0', 'O').replaceAll('1', 'l');
    expect(await readRecoveryKey(typed)).toEqual({ ok: true, key });
  });

  it('names the group of every single wrong character', async () => {
    const groups = await writeRecoveryKey(aKey());
    for (const [group, characters] of groups.entries()) {
      for (let at = 0; at < 5; at++) {
        for (const char of [...ALPHABET, 'U', '*', 'ß']) {
          if (char === characters[at]) continue;
          const typed = groups.with(group, characters.slice(0, at) + char + characters.slice(at + 1));
          expect(checkGroups(typed.join('')), `${group}/${at}/${char}`).toSatisfy(
            (found: readonly number[] | null) =>
              char === 'ß' ? found !== null : found?.length === 1 && found[0] === group + 1,
          );
        }
      }
    }
  });

  it('finds any two neighbours swapped, in a group and between groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(33), async (key, at) => {
        const typed = (await writeRecoveryKey(Uint8Array.from(key))).join('');
        const swapped = typed.slice(0, at) + typed[at + 1] + typed[at] + typed.slice(at + 2);
        fc.pre(swapped !== typed);
        expect((await readRecoveryKey(swapped)).ok).toBe(false);
      }),
    );
  });

  it('finds two groups swapped', async () => {
    const groups = await writeRecoveryKey(aKey());
    const [first = '', second = '', ...rest] = groups;
    expect(checkGroups([second, first, ...rest].join('-'))).toEqual(first === second ? null : [1, 2]);
  });

  it.each(['', 'ABCDE', 'x'.repeat(34), 'x'.repeat(36), 'x'.repeat(100_000)])(
    'says that the length is wrong',
    async (typed) => {
      expect(await readRecoveryKey(typed)).toEqual({ ok: false, groups: [] });
    },
  );

  it('almost never takes chance for a key', async () => {
    let taken = 0;
    for (let round = 0; round < 3_000; round++) {
      const typed = Array.from(
        webcrypto.getRandomValues(new Uint8Array(35)),
        (byte) => ALPHABET[byte % 32],
      ).join('');
      if ((await readRecoveryKey(typed)).ok) taken += 1;
    }
    expect(taken).toBe(0);
  });
});
