import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/utils/inventory/entry.ts';
import { detect, read, write } from '@/utils/inventory/formats/index.ts';
import type { ReadFormat, Separator } from '@/utils/inventory/formats/outcome.ts';
import { anEntry, anyEntries, readOptions, uuidAt, writeOptions } from './support.ts';

const FORMATS: readonly ReadFormat[] = ['kdbx', 'bitwarden-json', 'bitwarden-csv', 'csv'];

async function thereAndBack(
  format: ReadFormat,
  entries: readonly Entry[],
  options: { separator?: Separator; language?: 'en' | 'de' } = {},
) {
  const written = await write(format, entries, writeOptions(options));
  if (!written.ok) throw new Error(written.why);
  const detected = await detect(written.fileName, written.bytes);
  const back = await read(format, written.bytes, readOptions());
  return { written, detected, back };
}

describe.each(FORMATS)('an inventory in %s', { timeout: 60_000 }, (format) => {
  it('comes back as it was', async () => {
    const entries = [
      anEntry(),
      anEntry({
        id: uuidAt(2),
        name: '',
        appId: null,
        password: null,
        tags: [],
        history: [],
        state: 'revoked',
        purpose: 'send',
      }),
      anEntry({
        id: uuidAt(3),
        madeOn: { is: 'estimated', day: '2020-02-29' },
        rotateBy: null,
        tags: ['a,b', ' c '],
        isArchived: true,
        isSensitive: true,
        state: 'old-still-valid',
      }),
    ];
    const { written, detected, back } = await thereAndBack(format, entries);
    expect(written).toMatchObject({ ok: true, lost: [] });
    expect(detected).toMatchObject({ ok: true, format });
    expect(back).toEqual({ ok: true, entries, skipped: [], lost: [] });
  });

  it('keeps every entry whatever its texts hold, or names what it could not carry', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const { written, back } = await thereAndBack(format, entries);
        const kinds = new Set(written.lost.map(({ kind }) => kind));
        if (!back.ok) {
          // An inventory without entries makes a table with nothing to map.
          expect(entries).toEqual([]);
          return;
        }
        const plain = (entry: Entry) =>
          kinds.has('line-endings') || kinds.has('control-characters') ? untidied(entry) : entry;
        expect(back.skipped).toEqual([]);
        expect(back.entries.map(plain)).toEqual(entries.map(plain));
      }),
      { numRuns: format === 'kdbx' ? 150 : 400 },
    );
  });

  it('leaves passwords out of the file, and out of what is read, unless they are asked for', async () => {
    const secret = 'qzjxkvbwqzjxkvbw';
    const written = await write(
      format,
      [anEntry({ password: secret })],
      writeOptions({ withPasswords: false }),
    );
    expect(written).toMatchObject({ ok: true, lost: [{ kind: 'passwords', count: 1 }] });
    if (!written.ok) return;
    expect(new TextDecoder().decode(written.bytes)).not.toContain(secret);
    expect(await read(format, written.bytes, readOptions())).toMatchObject({
      entries: [{ password: null }],
      lost: [],
    });

    const full = await write(format, [anEntry({ password: secret })], writeOptions());
    if (!full.ok) return;
    const back = await read(format, full.bytes, readOptions({ withPasswords: false }));
    expect(back).toMatchObject({ entries: [{ password: null }], lost: [{ kind: 'passwords', count: 1 }] });
  });
});

/** KeePass files are XML: one kind of line break, no control characters. */
function untidied(entry: Entry): unknown {
  return JSON.parse(
    JSON.stringify(entry)
      .replaceAll('\\r\\n', '\\n')
      .replaceAll('\\r', '\\n')
      .replace(/\\u00[01][0-9a-f]|\\[bf]/g, ''),
  );
}

describe('a table of Keytag', () => {
  it.each([',', ';', '\t'] as const)(
    'comes back with %j between its cells, in both languages',
    async (separator) => {
      for (const language of ['en', 'de'] as const) {
        const { back } = await thereAndBack('csv', [anEntry()], { separator, language });
        expect(back).toEqual({ ok: true, entries: [anEntry()], skipped: [], lost: [] });
      }
    },
  );
});
