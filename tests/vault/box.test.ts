/** Boxes, the list and backup files: every change of them is found and named (R4, R5, R28). */
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBackup, readBackup, writeBackup } from '@/utils/vault/backup.ts';
import { importDataKey, open, REVISION_MAX, readHead, STORE, seal } from '@/utils/vault/box.ts';
import { concat, readU48, sha256, u48, uuidBytes, uuidText } from '@/utils/vault/bytes.ts';
import { newHeader } from '@/utils/vault/header.ts';
import { BASE } from '@/utils/vault/kdf.ts';
import { EMPTY_ROOT, openPart, openRoot, sealPart, sealRoot } from '@/utils/vault/manifest.ts';
import type { Bytes, Random, RawKey } from '@/utils/vault/types.ts';

const random: Random = (length) => webcrypto.getRandomValues(new Uint8Array(length)) as Bytes;
const vaultId = random(16);
const key = await importDataKey(random(32) as RawKey);
const place = { vaultId, store: STORE.record, id: uuidBytes('0f6c2a1e-5b7d-4c3a-9e21-7a5b8c9d0e1f') };
const text = (value: string): Bytes => new TextEncoder().encode(value);
const flipped = (bytes: Uint8Array, bit: number): Bytes => {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};

describe('a box', () => {
  it('gives back whatever was sealed, with its head', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.integer({ min: 0, max: 65_535 }),
        fc.integer({ min: 0, max: REVISION_MAX }),
        async (plain, schema, revision) => {
          const box = await seal(key, place, { schema, revision }, Uint8Array.from(plain), random);
          const opened = await open(key, place, box);
          expect(opened).toMatchObject({ kind: 'open', head: { schema, revision } });
          if (opened.kind === 'open') expect([...opened.plain]).toEqual([...plain]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('seals the empty text like any other', async () => {
    const box = await seal(key, place, { schema: 1, revision: 1 }, new Uint8Array(0), random);
    expect(box.length).toBe(37);
    expect(await open(key, place, box)).toMatchObject({ kind: 'open' });
  });

  it('does not open with any bit changed', async () => {
    const box = await seal(key, place, { schema: 1, revision: 3 }, text('{"a":"b"}'), random);
    for (let bit = 0; bit < box.length * 8; bit++) {
      const { kind } = await open(key, place, flipped(box, bit));
      // A higher first byte is a later format; everything else is damage.
      expect(kind, `bit ${bit}`).toBe(bit < 8 && bit !== 0 ? 'newer' : 'damaged');
    }
  });

  it('does not open cut at any byte, or with bytes added', async () => {
    const box = await seal(key, place, { schema: 1, revision: 3 }, text('{"a":"b"}'), random);
    for (let length = 0; length < box.length; length++) {
      expect((await open(key, place, box.slice(0, length))).kind).toBe('damaged');
    }
    expect((await open(key, place, concat(box, random(1)))).kind).toBe('damaged');
  });

  it.each([
    ['another vault', { ...place, vaultId: random(16) }],
    ['another record', { ...place, id: random(16) }],
    ['another store', { ...place, store: STORE.backupEntry }],
  ])('does not open in the place of %s', async (_, elsewhere) => {
    const box = await seal(key, place, { schema: 1, revision: 3 }, text('x'), random);
    expect(await open(key, elsewhere, box)).toEqual({ kind: 'damaged' });
  });

  it('does not open with another key', async () => {
    const box = await seal(key, place, { schema: 1, revision: 3 }, text('x'), random);
    expect(await open(await importDataKey(random(32) as RawKey), place, box)).toEqual({ kind: 'damaged' });
  });

  it('never has the same IV twice', async () => {
    const heads = await Promise.all(
      Array.from(
        { length: 500 },
        async () => readHead(await seal(key, place, { schema: 1, revision: 1 }, text('x'), random)).iv,
      ),
    );
    expect(new Set(heads).size).toBe(500);
  });

  it('gives out no key that can be read', async () => {
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it('holds revisions up to 2⁴⁸ − 1 and no others', async () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: REVISION_MAX }), (value) => readU48(u48(value), 0) === value),
    );
    await expect(
      seal(key, place, { schema: 1, revision: REVISION_MAX + 1 }, text(''), random),
    ).rejects.toThrow(RangeError);
    await expect(seal(key, place, { schema: 1, revision: 0.5 }, text(''), random)).rejects.toThrow(
      RangeError,
    );
  });
});

describe('the list', () => {
  it('gives back its lines', async () => {
    const line = fc.record({
      revision: fc.integer({ min: 1, max: REVISION_MAX }),
      iv: fc.uint8Array({ minLength: 12, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.uuid(), line), { maxLength: 60 }),
        fc.integer({ min: 0, max: 255 }),
        async (lines, part) => {
          const map = new Map(
            lines.map(([id, { revision, iv }]) => [id, { revision, iv: Buffer.from(iv).toString('hex') }]),
          );
          const opened = await openPart(
            key,
            vaultId,
            part,
            await sealPart(key, vaultId, part, map, 7, random),
          );
          if (opened.kind !== 'open') throw new Error(opened.kind);
          expect(new Map(opened.value)).toEqual(map);
          expect(opened.head.revision).toBe(7);
          const wrong = await openPart(
            key,
            vaultId,
            (part + 1) % 256,
            await sealPart(key, vaultId, part, map, 7, random),
          );
          expect(wrong.kind).toBe('damaged');
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives back its root', async () => {
    const root = { ...EMPTY_ROOT, generation: 77, count: 12 };
    const opened = await openRoot(key, vaultId, await sealRoot(key, vaultId, root, random));
    expect(opened).toMatchObject({ kind: 'open', value: root });
  });

  it('writes as much for one record of 40 as for one of 10,000, but for its part', async () => {
    const small = await sealRoot(key, vaultId, { ...EMPTY_ROOT, count: 40 }, random);
    const large = await sealRoot(key, vaultId, { ...EMPTY_ROOT, count: 10_000 }, random);
    expect(large.length).toBe(small.length);
  });

  it('reads identities back as they were', () => {
    fc.assert(fc.property(fc.uuid(), (id) => uuidText(uuidBytes(id)) === id));
  });
});

describe('a backup file', async () => {
  const made = await newHeader(
    { derived: random(32), salt: random(16), parameters: BASE },
    random(16),
    random,
  );
  const own = await importDataKey(made.raw);
  const items = Array.from({ length: 30 }, (_, at) => text(`{"n":${at}}`));
  const file = await writeBackup(own, made, items, 1_795_000_000_000, random);

  const judged = async (bytes: Uint8Array): Promise<string> => {
    const read = await readBackup(bytes);
    if (read.kind !== 'backup') return read.kind;
    return (await openBackup(own, read.backup)) ? 'open' : 'made-up';
  };

  it('gives back its items', async () => {
    const read = await readBackup(file);
    if (read.kind !== 'backup') throw new Error(read.kind);
    expect(read.backup).toMatchObject({ madeAt: 1_795_000_000_000, count: 30 });
    const opened = await openBackup(own, read.backup);
    expect(opened?.map((item) => Buffer.from(item).toString())).toEqual(
      items.map((item) => Buffer.from(item).toString()),
    );
  });

  it('says what it is to whoever looks into it', () => {
    expect(Buffer.from(file).toString('latin1', 0, 23)).toBe('Keytag backup, format 1');
  });

  it('may be empty', async () => {
    expect(await judged(await writeBackup(own, made, [], 0, random))).toBe('open');
  });

  it('does not pass cut at any byte, and says how many are there', async () => {
    for (let length = 0; length < file.length; length += 1) {
      const read = await readBackup(file.subarray(0, length));
      expect(read.kind, `at ${length}`).toBe(length < 22 ? 'not-a-backup' : 'cut');
    }
    const half = await readBackup(file.subarray(0, 296 + 12 * (4 + 37 + 7) + 20));
    expect(half).toEqual({ kind: 'cut', whole: 12, expected: 30 });
  });

  it('does not pass with any bit changed', async () => {
    const kinds = new Set<string>();
    for (let bit = 0; bit < file.length * 8; bit += 1) {
      if (bit > 400 * 8 && bit % 5 !== 0) continue;
      kinds.add(await judged(flipped(file, bit)));
    }
    expect([...kinds]).not.toContain('open');
    expect([...kinds]).not.toContain('made-up');
  });

  it('does not pass with its public sum made to fit', async () => {
    for (let at = 24; at < file.length - 32; at += 3) {
      const changed = Uint8Array.from(file.subarray(0, -32));
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(await judged(concat(changed, await sha256(changed))), `byte ${at}`).not.toBe('open');
    }
  });

  it.each([
    [
      'a file of something else',
      text('PK\u0003\u0004 hello, this is no backup at all, but long enough'),
      'not-a-backup',
    ],
    ['an empty file', new Uint8Array(0), 'not-a-backup'],
    ['a later format', concat(text('Keytag backup, format 2\n'), random(500)), 'newer'],
    ['a file beyond all bounds', new Uint8Array(64 * 2 ** 20 + 1), 'too-large'],
  ])('is told from %s', async (_, bytes, kind) => {
    expect(await judged(bytes)).toBe(kind);
  });

  it.each([
    ['nothing but lengths of nothing', 0, 2 ** 32 - 2],
    ['the shortest boxes there are', 37, 2 ** 32 - 2],
  ])(
    'of %s, up to the bound and with its sum made to fit, is refused in a moment',
    async (_, size, count) => {
      const large = new Uint8Array(64 * 2 ** 20);
      large.set(file.subarray(0, 296));
      const view = new DataView(large.buffer);
      view.setUint16(46, 0);
      view.setUint32(48, large.length);
      view.setUint32(52, count);
      for (let at = 296; size > 0 && at + 4 + size <= large.length - 32; at += 4 + size)
        view.setUint32(at, size);
      const before = process.cpuUsage();
      // Cut, as if its end were missing; and whole.
      expect(await readBackup(large.subarray(0, -1))).toMatchObject({ kind: 'cut', expected: count });
      large.set(await sha256(large.subarray(0, -32)), large.length - 32);
      expect((await readBackup(large)).kind).toBe('too-large');
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1_000).toBeLessThan(3_000);
    },
  );

  it('stands 10,000 random mutations', async () => {
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 10_000; round++) {
      const changed = Uint8Array.from(file.subarray(0, next(8) === 0 ? next(file.length) : file.length));
      for (let times = 1 + next(4); times > 0 && changed.length > 0; times--)
        changed[next(changed.length)] = next(256);
      const same = changed.length === file.length && changed.every((byte, at) => byte === file[at]);
      const { kind } = await readBackup(changed);
      if (!same) expect(kind).not.toBe('backup');
    }
  });
});
