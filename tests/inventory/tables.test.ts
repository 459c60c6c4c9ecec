/** Tables of others: separators, quotes, encodings, columns by their titles; and formulas on the way out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralised, restored } from '@/utils/inventory/formats/csv/formulas.ts';
import { guessMapping } from '@/utils/inventory/formats/csv/headers.ts';
import { guessSeparator, parseCsv, writeCsv } from '@/utils/inventory/formats/csv/parse.ts';
import { readDay, readTags } from '@/utils/inventory/formats/fields.ts';
import { detect, previewCsv, read, write } from '@/utils/inventory/formats/index.ts';
import { anEntry, asText, readOptions, utf8, writeOptions } from './support.ts';

const cellsOf = (text: string, separator: ',' | ';' | '\t' = ',') =>
  parseCsv(text, separator, 1000).rows.map(({ cells }) => cells);

describe('a table', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,""x""","b\r\nc"\n', [['a,"x"', 'b\r\nc']]],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a,', [['a', '']]],
    ['\n\na\n\n', [['a']]],
    ['say "hi",b', [['say "hi"', 'b']]],
    ['"a"b,c', [['ab', 'c']]],
    ['""', []],
    ['"",""', [['', '']]],
  ])('%j is read as %j', (text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('knows the line each row begins in, and of an open quote', () => {
    const table = parseCsv('a,b\n"x\ny",c\nd,"e\n', ',', 100);
    expect(table.rows.map(({ line }) => line)).toEqual([1, 2]);
    expect(table.openSince).toBe(4);
  });

  it('that was written is read as it was', () => {
    const cells = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', '=', ' ') }), {
        minLength: 2,
        maxLength: 4,
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(cells, fc.constantFrom(',' as const, ';' as const, '\t' as const), (rows, separator) => {
        expect(cellsOf(writeCsv(rows, separator), separator)).toEqual(rows);
      }),
    );
  });

  it.each([
    ['Name;Konto\n"a,b";c\n', ';'],
    ['Name\tAccount\na, b\tc\n', '\t'],
    ['Name,Account\na;b,c\n', ','],
    ['"Name;x","Account"\na,b\n', ','],
    ['Name\na\n', ','],
  ])('%j is taken to be separated by %j', (text, separator) => {
    expect(guessSeparator(text)).toBe(separator);
  });

  const german =
    'Bezeichnung;Anwendung;Benutzername;Gerät;Läuft ab am;Bemerkung;Passwort;Farbe\nScanner Flur;Canon;anna@contoso.com;Flur;31.1.2027;"a\nb";geheim;rot\n;;;;;;;\n';
  const utf16 = (text: string, isBig: boolean, withMark: boolean) => {
    const bytes = Buffer.from(`${withMark ? '\uFEFF' : ''}${text}`, 'utf16le');
    return Uint8Array.from(isBig ? bytes.swap16() : bytes);
  };
  it.each([
    ['utf-8', utf8(german)],
    ['utf-8', utf8(`\uFEFF${german}`)],
    ['utf-16le', utf16(german, false, true)],
    ['utf-16be', utf16(german, true, true)],
    ['utf-16le', utf16(german, false, false)],
    ['utf-16be', utf16(german, true, false)],
    ['windows-1252', Uint8Array.from(Buffer.from(german, 'latin1'))],
  ])('in %s is previewed and read', async (encoding, bytes) => {
    expect(await detect('liste.csv', bytes)).toEqual({ ok: true, format: 'csv', ask: 'mapping' });
    expect(previewCsv(bytes)).toMatchObject({
      ok: true,
      encoding,
      separator: ';',
      hasHeader: true,
      rowCount: 2,
      isOwn: false,
      mapping: ['name', 'app', 'account', 'device', 'rotateBy', 'note', 'password', null],
    });
    expect(await read('csv', bytes, readOptions())).toMatchObject({
      ok: true,
      entries: [
        {
          name: 'Scanner Flur',
          appName: 'Canon',
          appId: null,
          account: 'anna@contoso.com',
          device: 'Flur',
          rotateBy: '2027-01-31',
          note: 'a\nb',
          password: 'geheim',
          state: 'active',
        },
      ],
      skipped: [{ why: 'nothing-there', line: 4 }],
      lost: [{ kind: 'columns', count: 1 }],
    });
  });

  it('that mixes broken and proper characters is not guessed at', async () => {
    const bytes = Uint8Array.from([...utf8('Name,Konto\nä,'), 0xff, ...utf8('b\n')]);
    expect(await read('csv', bytes, readOptions())).toEqual({ ok: false, why: 'not-text' });
  });

  it('without titles waits for the columns to be named, and takes what is chosen', async () => {
    const bytes = utf8('Scanner,anna@contoso.com,x\nMail,bo@contoso.com,y\n');
    expect(previewCsv(bytes)).toMatchObject({
      hasHeader: false,
      columns: ['', '', ''],
      mapping: [null, null, null],
      rowCount: 2,
    });
    expect(await read('csv', bytes, readOptions())).toEqual({ ok: false, why: 'no-columns' });
    const csv = { mapping: ['name', 'account', 'name'] as const };
    expect(await read('csv', bytes, readOptions({ csv }))).toMatchObject({
      entries: [{ name: 'Scanner', account: 'anna@contoso.com' }, { name: 'Mail' }],
      lost: [{ kind: 'columns', count: 1 }],
    });
  });

  it.each([
    [
      ['Title', 'Username', 'Password', 'Notes', 'URL'],
      ['name', 'account', 'password', 'note', null],
    ],
    [
      ['name', 'Name at Microsoft'],
      [null, 'name'],
    ],
    [
      ['E-Mail', 'Benutzername', 'Gültig bis'],
      [null, 'account', 'rotateBy'],
    ],
    [
      ['GERÄT', 'geraet', 'Status'],
      ['device', null, 'state'],
    ],
    [
      ['__proto__', 'constructor', ''],
      [null, null, null],
    ],
  ])('with the titles %j is taken as %j', (titles, mapping) => {
    expect(guessMapping(titles)).toEqual(mapping);
  });

  it.each([
    ['2027-01-31', '2027-01-31'],
    ['2027-01-31T10:00:00Z', '2027-01-31'],
    ['2027/1/3', '2027-01-03'],
    ['31.01.2027', '2027-01-31'],
    ['1. 2. 2027', '2027-02-01'],
    ['13/02/2027', '2027-02-13'],
    ['02/13/2027', '2027-02-13'],
    ['04/04/2027', '2027-04-04'],
    ['03/04/2027', 'unreadable'],
    ['31.02.2027', 'unreadable'],
    ['soon', 'unreadable'],
    ['', null],
  ])('reads the day %j as %j', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('with days and states nobody can read leaves them open and says so', async () => {
    const bytes = utf8('App,Rotate by,State,Tags\nA,03/04/2027,broken,"x; y, x"\nB,2027-01-31,Widerrufen,\n');
    expect(await read('csv', bytes, readOptions())).toMatchObject({
      entries: [
        { appName: 'A', rotateBy: null, state: 'active', tags: ['x', 'y'] },
        { rotateBy: '2027-01-31', state: 'revoked' },
      ],
      lost: [
        { kind: 'states', count: 1 },
        { kind: 'days', count: 1 },
      ],
    });
    expect(readTags('[1]', false)).toEqual(['[1]']);
  });
});

describe('cells that look like formulas', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\rx', ' =1', '＝1', "'=1", 'a;=cmd', 'a,@b', 'a"+c'])(
    '%j gets a mark and loses it again',
    (text) => {
      expect(neutralised(text)).not.toBe(text);
      expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r]|[;,\t|"][=+\-@]/);
      expect(restored(neutralised(text), true)).toBe(text);
    },
  );

  it.each(['', 'a', "it's", "'a", 'a-b', 'a = b', '1,5', 'anna@contoso.com'])('%j stays as it is', (text) => {
    expect(neutralised(text)).toBe(text);
    expect(restored(text, true)).toBe(text);
    expect(restored(text, false)).toBe(text);
  });

  it('are found again in any text, without doubt', () => {
    const unit = fc.constantFrom("'", '=', '-', '@', ',', ';', '"', ' ', '\t', '\n', 'a');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => restored(neutralised(text), true) === text),
      { numRuns: 5000 },
    );
  });

  it.each(['csv', 'bitwarden-csv', 'names'] as const)(
    'never begin a cell of %s, and are named',
    async (format) => {
      const entry = anEntry({
        name: '=HYPERLINK("http://x")',
        appName: '@app',
        device: '-d',
        account: '+a',
        note: '\tn',
        password: '=secret',
      });
      const written = await write(format, [entry], writeOptions());
      if (!written.ok) throw new Error(written.why);
      expect(written.lost).toContainEqual({ kind: 'formula-cells', count: 1 });
      for (const cells of cellsOf(asText(written.bytes)))
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    },
  );
});

describe('the hand-over list', () => {
  it('holds names and days, and nothing that may be secret', async () => {
    const entry = anEntry({
      note: 'secret note',
      reason: 'secret reason',
      tags: ['secret tag'],
      name: 'mail abcdefghijklmnop',
      device: 'desk',
    });
    const written = await write('names', [entry], writeOptions({ language: 'de', separator: ';' }));
    if (!written.ok) throw new Error(written.why);
    const text = asText(written.bytes);
    expect(text).toContain('"Name bei Microsoft";"App";"Gerät";"Zustand";"Erstellt am";"Wechseln bis"');
    expect(text).toContain('"mail •••";"Thunderbird";"desk";"active";"2026-02-03";"2027-02-03"');
    for (const secret of ['secret', 'anna@contoso.com', 'abcdefghijklmnop'])
      expect(text).not.toContain(secret);
    expect(written.lost).toEqual([
      { kind: 'masked', count: 1 },
      { kind: 'details', count: 1 },
    ]);
  });
});
