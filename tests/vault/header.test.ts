/** The header: what is refused before anything is derived, and that every byte counts (R1, R3, R9). */
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '@/utils/vault/argon2.ts';
import { concat, sha256 } from '@/utils/vault/bytes.ts';
import {
  HEADER_LENGTH,
  type Header,
  newHeader,
  openWithPassphrase,
  openWithRecoveryKey,
  readHeader,
  withPassphrase,
  withRecoveryKey,
} from '@/utils/vault/header.ts';
import { acceptParameters, BASE, chooseParameters, isOutdated } from '@/utils/vault/kdf.ts';
import { PASSPHRASE_MAX, passphraseBytes } from '@/utils/vault/passphrase.ts';
import type { Bytes, Random } from '@/utils/vault/types.ts';

const random: Random = (length) => webcrypto.getRandomValues(new Uint8Array(length)) as Bytes;

async function aHeader(parameters = BASE) {
  const derived = random(32);
  const recoveryKey = random(16);
  const made = await newHeader({ derived, salt: random(16), parameters }, recoveryKey, random);
  return { ...made, derived, recoveryKey, header: await read(made.bytes) };
}

async function read(bytes: Uint8Array): Promise<Header> {
  const found = await readHeader(bytes);
  if (found.kind !== 'header') throw new Error(found.kind);
  return found.header;
}

/** As somebody would who knows the format: the public checksum is made to fit. */
async function summed(bytes: Uint8Array): Promise<Bytes> {
  const body = Uint8Array.from(bytes.subarray(0, HEADER_LENGTH - 32));
  return concat(body, await sha256(body));
}

describe('parameters of the derivation', () => {
  const fine = { memory: 65_536, passes: 3, lanes: 1 };
  it.each([
    ['1 KiB', { ...fine, memory: 1 }],
    ['below the floor', { ...fine, memory: 19 * 1024 - 1 }],
    ['8 GiB', { ...fine, memory: 8 * 2 ** 20 }],
    ['just above the ceiling', { ...fine, memory: 512 * 1024 + 1 }],
    ['one pass', { ...fine, passes: 1 }],
    ['eleven passes', { ...fine, passes: 11 }],
    ['2³¹ passes', { ...fine, passes: 2 ** 31 }],
    ['no lanes', { ...fine, lanes: 0 }],
    ['many lanes', { ...fine, lanes: 255 }],
    ['negative memory', { ...fine, memory: -65_536 }],
    ['negative passes', { ...fine, passes: -3 }],
    ['NaN', { ...fine, memory: Number.NaN }],
    ['infinite', { ...fine, passes: Number.POSITIVE_INFINITY }],
    ['a fraction', { ...fine, passes: 2.5 }],
    ['text', { ...fine, memory: '65536' }],
    ['a missing one', { memory: 65_536, lanes: 1 }],
    ['nothing', null],
    ['an array', [65_536, 3, 1]],
  ])('are refused: %s', (_, parameters) => {
    expect(acceptParameters(parameters)).toBeNull();
  });

  it.each([
    ['memory', 32, 1],
    ['memory', 32, 8 * 2 ** 20],
    ['passes', 36, 2 ** 31],
    ['passes', 36, 0],
    ['passes', 36, 2 ** 32 - 3],
    ['lanes', 40, 0],
  ])('are refused in a whole header within 50 ms: %s at %i is %i', async (_, at, value) => {
    const { bytes } = await aHeader();
    const forged = Uint8Array.from(bytes);
    new DataView(forged.buffer).setUint32(at, value);
    const whole = await summed(forged);
    const begun = performance.now();
    expect(await readHeader(whole)).toEqual({ kind: 'refused' });
    expect(performance.now() - begun).toBeLessThan(50);
  });

  it('are not even tried by the function itself', async () => {
    const huge = { memory: 8 * 2 ** 20, passes: 3, lanes: 1 };
    await expect(derive(random(8), random(16), huge)).rejects.toThrow(RangeError);
    await expect(derive(random(8), random(15), BASE)).rejects.toThrow(RangeError);
  });

  it.each([
    [40, 256, 8],
    [100, 256, 3],
    [225, 128, 3],
    [270, 96, 3],
    [348, 64, 4],
    [500, 64, 3],
    [5_000, 64, 3],
    [0, 64, 3],
    [Number.NaN, 64, 3],
    [-1, 64, 3],
  ])('are chosen for a machine that takes %i ms: %i MiB, %i passes', (ms, mebibytes, passes) => {
    expect(chooseParameters(ms)).toEqual({ memory: mebibytes * 1024, passes, lanes: 1 });
  });

  it('never fall below 64 MiB and three passes, and aim at 400 to 800 ms where they can', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 10_000, noNaN: true }), (ms) => {
        const { memory, passes, lanes } = chooseParameters(ms);
        expect(acceptParameters({ memory, passes, lanes })).not.toBeNull();
        expect(isOutdated({ memory, passes, lanes })).toBe(false);
        const estimate = (ms * memory * passes) / (BASE.memory * BASE.passes);
        if (ms >= 30 && ms <= 800) expect(estimate).toBeGreaterThanOrEqual(390);
        if (ms >= 30 && ms <= 800) expect(estimate).toBeLessThanOrEqual(800);
      }),
    );
  });
});

describe('a header', () => {
  it('tells every changed bit as damage, without a passphrase', async () => {
    const { bytes } = await aHeader();
    const kinds = new Map<string, number>();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { kind } = await readHeader(changed);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    expect(kinds.get('header')).toBeUndefined();
    // Fifteen bits of the version make it a later one; its copy tells.
    expect(kinds.get('newer')).toBeLessThanOrEqual(16);
  });

  it('does not open when any byte was changed and the checksum made to fit', async () => {
    const { bytes, derived, recoveryKey } = await aHeader();
    for (let at = 0; at < HEADER_LENGTH - 32; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const found = await readHeader(await summed(changed));
      if (found.kind !== 'header') continue;
      const [byPassphrase, byRecovery] = [
        await openWithPassphrase(found.header, derived),
        await openWithRecoveryKey(found.header, recoveryKey),
      ];
      expect([byPassphrase.kind, byRecovery.kind], `byte ${at}`).not.toContain('open');
    }
  });

  it.each([0, 1, 7, 8, 100, 239, 241, 10_000])('is damaged when it is %i bytes long', async (length) => {
    const { bytes } = await aHeader();
    const cut = new Uint8Array(length);
    cut.set(bytes.subarray(0, length));
    expect(await readHeader(cut)).toEqual({ kind: 'damaged' });
  });

  it('of a later version is a value', async () => {
    const { bytes } = await aHeader();
    const later = Uint8Array.from(bytes);
    later[7] = 2;
    expect(await readHeader(later)).toEqual({ kind: 'newer', version: 2 });
    expect(await readHeader(concat(later, random(500)))).toEqual({ kind: 'newer', version: 2 });
  });

  it('keeps its recovery key over changes of passphrase, and gives up the old passphrase', async () => {
    const { raw, header, derived, recoveryKey } = await aHeader();
    const wrap = { derived: random(32), salt: random(16), parameters: BASE };
    const changed = await read(await withPassphrase(header, raw, wrap, random));
    expect(changed.generation).toBe(2);
    expect(await openWithPassphrase(changed, derived)).toEqual({ kind: 'wrong' });
    expect(await openWithPassphrase(changed, wrap.derived)).toEqual({ kind: 'open', raw });
    expect(await openWithRecoveryKey(changed, recoveryKey)).toEqual({ kind: 'open', raw });
  });

  it('gives up the old recovery key for a new one', async () => {
    const { raw, header, derived, recoveryKey } = await aHeader();
    const next = random(16);
    const changed = await read(
      await withRecoveryKey(header, raw, { derived, salt: random(16), parameters: BASE }, next, random),
    );
    expect(await openWithRecoveryKey(changed, recoveryKey)).toEqual({ kind: 'wrong' });
    expect(await openWithRecoveryKey(changed, next)).toEqual({ kind: 'open', raw });
    expect(await openWithPassphrase(changed, derived)).toEqual({ kind: 'open', raw });
  });

  it('is different every time, with the same passphrase', async () => {
    const [a, b] = [await aHeader(), await aHeader()];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(false);
    expect(Buffer.from(a.raw).equals(Buffer.from(b.raw))).toBe(false);
  });
});

describe('a passphrase', () => {
  const utf8 = (text: string) => {
    const found = passphraseBytes(text);
    return found.ok ? Buffer.from(found.bytes).toString('utf8') : found.kind;
  };

  it.each([
    ['is the same in every normal form', 'Schlu\u0308ssel', 'Schl\u00fcssel'],
    ['keeps blanks', '  a b  ', '  a b  '],
    ['keeps look-alikes apart', '\uff41', '\uff41'],
    ['keeps marks that have no composed form', 'q\u0308\u0323', 'q\u0323\u0308'],
    ['keeps characters beyond the first plane', '🗝️🔑', '🗝️🔑'],
    ['keeps zero characters', 'a\u0000b', 'a\u0000b'],
    ['is refused empty', '', 'empty'],
    ['is refused with half a pair in front', '\ud83d abc', 'not-text'],
    ['is refused with half a pair behind', 'abc \udd11', 'not-text'],
    ['is refused with halves the wrong way round', '\udd11\ud83d', 'not-text'],
    ['is refused when it is a film', 'x'.repeat(PASSPHRASE_MAX + 1), 'too-long'],
  ])('%s', (_, typed, expected) => {
    expect(utf8(typed)).toBe(expected);
  });

  it('of a megabyte counts to its last character', async () => {
    const long = 'p'.repeat(2 ** 20);
    const [a, b] = [passphraseBytes(`${long}a`), passphraseBytes(`${long}b`)];
    if (!a.ok || !b.ok) throw new Error('refused');
    const salt = random(16);
    const least = { memory: 19 * 1024, passes: 2, lanes: 1 };
    const [one, two] = [await derive(a.bytes, salt, least), await derive(b.bytes, salt, least)];
    expect(one.ok && two.ok && !Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});
