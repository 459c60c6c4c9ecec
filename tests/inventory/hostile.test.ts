/** What bad files get: a clear value, whatever was done to them, and never an exception. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '@/utils/inventory/entry.ts';
import { describeFailure, describeLoss, describeSkip } from '@/utils/inventory/formats/describe.ts';
import { detect, previewCsv, read, write } from '@/utils/inventory/formats/index.ts';
import { checkXml, unpack } from '@/utils/inventory/formats/kdbx/envelope.ts';
import { LIMITS_OF_FILES, type ReadFormat, type ReadOutcome } from '@/utils/inventory/formats/outcome.ts';
import { readEntry } from '@/utils/inventory/record.ts';
import { anEntry, readOptions, utf8, uuidAt, writeOptions } from './support.ts';

const FORMATS: readonly ReadFormat[] = ['kdbx', 'bitwarden-json', 'bitwarden-csv', 'csv'];
const ENTRIES: readonly Entry[] = [
  anEntry(),
  anEntry({ id: uuidAt(2), name: 'Größe "2"', account: 'bea@contoso.com', note: 'a\n\nb' }),
  anEntry({ id: uuidAt(3), name: '=cmd', password: null }),
];

/** Deterministic: a failure can be looked at again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}

function isSound(outcome: ReadOutcome): boolean {
  if (!outcome.ok) return describeFailure(outcome).key !== '';
  outcome.skipped.forEach(describeSkip);
  outcome.lost.forEach(describeLoss);
  const ids = new Set(outcome.entries.map(({ id }) => id));
  return ids.size === outcome.entries.length && outcome.entries.every((entry) => readEntry(entry) !== null);
}

describe.each(FORMATS)('a file in %s', { timeout: 60_000 }, (format) => {
  let whole = utf8('');
  beforeAll(async () => {
    const written = await write(format, ENTRIES, writeOptions());
    if (written.ok) whole = written.bytes;
  });

  it('cut at any byte is said to be cut, or gives the entries before and says that some are missing', async () => {
    const kinds = new Map<string, number>();
    for (let length = 0; length < whole.length; length++) {
      const part = whole.slice(0, length);
      const outcome = await read(format, part, readOptions());
      expect(isSound(outcome), `cut at ${length}`).toBe(true);
      const detected = await detect(`file.${format}`, part);
      expect(typeof detected.ok).toBe('boolean');
      if (outcome.ok) {
        // What is there is right, and what is missing is named; the last line break is not missed.
        const isAll = outcome.entries.length === ENTRIES.length;
        const isNamed =
          outcome.lost.some(({ kind }) => kind === 'missing-rows') || outcome.skipped.length > 0;
        expect(isAll || isNamed || outcome.entries.length === 0, `cut at ${length}`).toBe(true);
        for (const entry of outcome.entries) expect(ENTRIES).toContainEqual(entry);
      }
      const kind = outcome.ok ? 'read' : outcome.why;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    // Nearly all cuts are seen as such.
    expect((kinds.get('cut') ?? 0) / whole.length).toBeGreaterThan(0.8);
  });

  it('with a byte changed never gives an exception, and a KeePass file no entry', async () => {
    const random = randomOf(7);
    const samples = format === 'kdbx' ? whole.length : 1500;
    for (let sample = 0; sample < samples; sample++) {
      const at = format === 'kdbx' ? sample : random(whole.length);
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << random(8));
      const outcome = await read(format, changed, readOptions());
      expect(isSound(outcome), `byte ${at}`).toBe(true);
      if (format === 'kdbx') expect(outcome.ok, `byte ${at}`).toBe(false);
    }
  });

  it('survives 10,000 random changes', async () => {
    const random = randomOf(11);
    for (let round = 0; round < 10_000; round++) {
      const changed = mutated(whole, random);
      const outcome = await read(format, changed, readOptions());
      if (!isSound(outcome)) expect.fail(`round ${round}`);
      if (round % 20 === 0) {
        await detect('file', changed);
        previewCsv(changed);
      }
    }
    expect(whole.length).toBeGreaterThan(0);
  });

  it('is refused for its size before anything else', async () => {
    const large = new Uint8Array(LIMITS_OF_FILES.bytes + 1);
    expect(await read(format, large, readOptions())).toEqual({ ok: false, why: 'too-large' });
    expect(await detect('file', large)).toEqual({ ok: false, why: 'too-large' });
    expect(await read(format, utf8(''), readOptions())).toEqual({ ok: false, why: 'empty' });
  });
});

/** Changes, swaps, doubles, drops and fills stretches of a file. */
function mutated(bytes: Uint8Array, random: (below: number) => number): Uint8Array<ArrayBuffer> {
  let list = bytes.slice();
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(list.length);
    const length = 1 + random(24);
    const stretch = list.slice(at, at + length);
    const signs = utf8('"{}[],:;\n\r\t\\=\'0-e.\u0000ü');
    switch (random(6)) {
      case 0:
        list[at] = random(256);
        break;
      case 1:
        list = Uint8Array.from([...list.subarray(0, at), ...list.subarray(at + length)]);
        break;
      case 2:
        list = Uint8Array.from([...list.subarray(0, at), ...stretch, ...list.subarray(at)]);
        break;
      case 3:
        list.fill(random(256), at, at + length);
        break;
      case 4:
        list[at] = signs[random(signs.length)] ?? 0;
        break;
      default:
        list.set(stretch.reverse(), at);
    }
    if (list.length === 0) list = Uint8Array.of(0);
  }
  return list;
}

describe('a table of nothing but separators, as large as a file may be', () => {
  const TITLES =
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n';
  it.each([
    ['csv', ''],
    ['bitwarden-csv', TITLES],
  ] as const)('is refused in %s before its cells are counted out', async (format, head) => {
    const bytes = new Uint8Array(LIMITS_OF_FILES.bytes).fill(0x2c);
    bytes.set(utf8(head));
    const before = process.cpuUsage();
    expect(await read(format, bytes, readOptions())).toEqual({ ok: false, why: 'not-known' });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
});

describe('hostile JSON', () => {
  const readJson = (text: string) => read('bitwarden-json', utf8(text), readOptions());
  const login = (more: string) => `{"type":1,"name":"x","login":{}${more}}`;

  it.each([
    ['too deep', `{"encrypted":false,"items":${'['.repeat(100_000)}`, 'too-deep'],
    ['no object', '"items"', 'not-known'],
    ['a list', '[]', 'not-known'],
    ['no items', '{"encrypted":false}', 'not-known'],
    ['items that are no list', '{"items":{"length":5}}', 'not-known'],
    ['an encrypted export', '{"encrypted":true,"passwordProtected":true,"items":[]}', 'encrypted'],
    ['broken inside', '{"items":[{]}', 'damaged'],
    ['a text left open', '{"items":[{"name":"x}]}', 'damaged'],
    ['only the beginning', '{"items":[{"name":"x"},{"na', 'cut'],
    ['too many items', `{"items":[${'{},'.repeat(LIMITS_OF_FILES.entries)}{}]}`, 'too-many'],
  ])('with %s is refused', async (_, text, why) => {
    expect(await readJson(text)).toMatchObject({ ok: false, why });
  });

  it('with prototype keys changes nothing but itself', async () => {
    const text = `{"__proto__":{"encrypted":true,"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[${login(',"__proto__":{"name":"evil"},"fields":[{"name":"__proto__","value":"x"},{"name":"constructor","value":"y"},null,5]')}]}`;
    const outcome = await readJson(text);
    expect(outcome).toMatchObject({
      ok: true,
      entries: [{ name: 'x' }],
      lost: [{ kind: 'custom-fields', count: 1 }],
    });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('with wrong types everywhere skips what is no login and takes texts alone', async () => {
    const items = [
      '1e999',
      'null',
      '[]',
      '"x"',
      '{"type":1e999}',
      '{"type":1,"name":7,"login":[]}',
      login(',"notes":{"a":1},"fields":{"a":1},"id":5'),
      login(',"deletedDate":"2026-01-01"'),
    ];
    const outcome = await readJson(`{"encrypted":0,"items":[${items.join(',')}]}`);
    expect(outcome).toMatchObject({ ok: true, entries: [{ name: 'x', note: '' }] });
    if (outcome.ok) {
      expect(outcome.skipped.map(({ why }) => why)).toEqual([
        'nothing-there',
        'nothing-there',
        'nothing-there',
        'nothing-there',
        'not-a-login',
        'nothing-there',
        'in-the-bin',
      ]);
    }
  });

  it('keeps both entries of one identity, and drops an exact double', async () => {
    const id = '"id":"aaaaaaaa-0000-4000-8000-000000000001"';
    const one = `{"type":1,${id},"name":"one","login":{}}`;
    const outcome = await readJson(`{"items":[${one},${one},{"type":1,${id},"name":"two","login":{}}]}`);
    expect(outcome).toMatchObject({
      entries: [
        { name: 'one', id: 'aaaaaaaa-0000-4000-8000-000000000001' },
        { name: 'two', id: '11111111-0000-4000-8000-000000000000' },
      ],
      skipped: [{ why: 'duplicate', title: 'one' }],
      lost: [{ kind: 'ids', count: 1 }],
    });
  });

  it('with texts longer than an entry may hold, or no text at all, skips the entry and says which', async () => {
    const outcome = await readJson(
      `{"items":[{"type":1,"name":"${'x'.repeat(300)}","login":{}},{"type":1,"name":"\\ud800","login":{}},${login('')}]}`,
    );
    expect(outcome).toMatchObject({
      entries: [{ name: 'x' }],
      skipped: [{ why: 'too-long' }, { why: 'bad-text' }],
    });
  });

  it('of a newer Keytag skips the entry instead of guessing', async () => {
    const outcome = await readJson(
      `{"items":[${login(`,"fields":[{"name":"Keytag","value":"2 ${uuidAt(5)} 1/1"}]`)}]}`,
    );
    expect(outcome).toMatchObject({ ok: true, entries: [], skipped: [{ why: 'newer', title: 'x' }] });
  });
});

describe('a hostile KeePass file', () => {
  /** Signature, version and fields, as far as they are looked at before the hash of the header. */
  const header = (minor: number, major: number) =>
    Uint8Array.of(0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5, minor, 0, major, 0);

  it.each([
    ['of KeePass 1', Uint8Array.of(0x03, 0xd9, 0xa2, 0x9a, 0x65, 0xfb, 0x4b, 0xb5, 0, 0, 0, 0), 'older'],
    ['of version 2', header(0, 2), 'older'],
    ['of version 5', header(0, 5), 'newer'],
    ['of version 4.9', header(9, 4), 'newer'],
    ['with nothing behind its version', header(0, 4), 'cut'],
    ['with a field of four gigabytes', Uint8Array.of(...header(0, 4), 2, 255, 255, 255, 255), 'cut'],
    ['with an unknown field', Uint8Array.of(...header(0, 4), 99, 0, 0, 0, 0), 'damaged'],
    ['that is a text', utf8('not a database at all'), 'not-known'],
    ['that is the beginning of one', header(0, 4).slice(0, 5), 'cut'],
  ])('%s is told before a password is asked for', async (_, bytes, why) => {
    expect(await detect('a.kdbx', bytes)).toMatchObject({ ok: false, why });
    expect(await read('kdbx', bytes, readOptions())).toMatchObject({ ok: false, why });
  });

  it('that asks for too much memory, time or lanes is refused before anything is derived', async () => {
    const written = await write('kdbx', [anEntry()], writeOptions());
    if (!written.ok) throw new Error(written.why);
    for (const [key, value] of [
      ['M', 2 ** 40],
      ['M', 600 * 2 ** 20],
      ['I', 2 ** 31],
      ['P', 1000],
    ] as const) {
      const asked = await withParameter(written.bytes, key, value);
      const argon2 = () => expect.fail('nothing is derived');
      expect(await read('kdbx', asked, readOptions({ kdbx: { password: 'x', argon2 } })), key).toEqual({
        ok: false,
        why: 'too-costly',
      });
    }
  });

  it('that a browser has no memory for says so, both ways', async () => {
    const written = await write('kdbx', [anEntry()], writeOptions());
    if (!written.ok) throw new Error(written.why);
    const kdbx = { password: 'open sesame', argon2: async () => null };
    expect(await read('kdbx', written.bytes, readOptions({ kdbx }))).toEqual({ ok: false, why: 'no-memory' });
    expect(await write('kdbx', [anEntry()], writeOptions({ kdbx }))).toEqual({ ok: false, why: 'no-memory' });
  });

  it('is told from one with another password, and asks for one', async () => {
    const written = await write('kdbx', [anEntry()], writeOptions());
    if (!written.ok) throw new Error(written.why);
    const { kdbx: _, ...bare } = readOptions();
    expect(await read('kdbx', written.bytes, bare)).toEqual({ ok: false, why: 'needs-password' });
    const kdbx = { ...writeOptions().kdbx, password: 'Open sesame' };
    expect(
      await read(
        'kdbx',
        written.bytes,
        readOptions({ kdbx: { ...kdbx, argon2: (await import('./support.ts')).quickArgon2 } }),
      ),
    ).toEqual({ ok: false, why: 'wrong-password' });
    const { kdbx: __, ...keyless } = writeOptions();
    expect(await write('kdbx', [anEntry()], keyless)).toEqual({ ok: false, why: 'needs-password' });
  });

  it('unfolds no further than allowed', async () => {
    const bomb = Uint8Array.from(gzipSync(new Uint8Array(3_000_000)));
    expect(await unpack(bomb, 1_000_000)).toBe('too-large');
    expect((await unpack(bomb, 3_000_000))?.length).toBe(3_000_000);
    expect(await unpack(bomb.slice(0, -9), 4_000_000)).toBeNull();
    expect(await unpack(utf8('no gzip'), 1000)).toBeNull();
  });

  it.each([
    ['entities that unfold', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', 'damaged'],
    ['a document type in small letters', '<!doctype a><a/>', 'damaged'],
    ['groups in groups without end', '<Group>'.repeat(1000), 'too-deep'],
    [
      'entries without end',
      `<a>${'<Entry></Entry>'.repeat(LIMITS_OF_FILES.entries * 4 + 1)}</a>`,
      'too-many',
    ],
    ['a tag left open', '<a><b', 'damaged'],
  ])('with %s is not parsed', (_, xml, why) => {
    expect(checkXml(xml)).toMatchObject({ ok: false, why });
  });

  it('as KeePass writes it is parsed', () => {
    expect(
      checkXml(
        '<?xml version="1.0"?><!-- c --><KeePassFile><Meta/><Root><Group><Entry></Entry></Group></Root></KeePassFile>',
      ),
    ).toBeNull();
  });
});

/** Changes a number of the key derivation and makes the hash of the header right again. */
async function withParameter(
  bytes: Uint8Array,
  key: string,
  value: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const changed = Uint8Array.from(bytes);
  const view = new DataView(changed.buffer);
  const name = [1, 0, 0, 0, key.charCodeAt(0)];
  const at = changed.findIndex(
    (_, start) =>
      start > 12 &&
      name.every((byte, index) => changed[start + index] === byte) &&
      [4, 8].includes(changed[start + 5] ?? 0),
  );
  const size = view.getUint32(at + 5, true);
  view.setUint32(at + 9, value % 2 ** 32, true);
  if (size === 8) view.setUint32(at + 13, Math.floor(value / 2 ** 32), true);
  let end = 12;
  for (let id = -1; id !== 0; ) {
    id = changed[end] ?? 0;
    end += 5 + view.getUint32(end + 1, true);
  }
  changed.set(new Uint8Array(await crypto.subtle.digest('SHA-256', changed.slice(0, end))), end);
  return changed;
}
