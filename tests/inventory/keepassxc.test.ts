/**
 * KeePass files beside keepassxc-cli, a program that shares no code with ours: it opens what we write, we open
 * what it makes. Where it is missing these tests fail and say how to get it: nothing passes unseen.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detect, read, write } from '@/utils/inventory/formats/index.ts';
import { kdbxArgon2 } from '@/utils/inventory/formats/kdbx/argon2.ts';
import { anEntry, readOptions, uuidAt, writeOptions } from './support.ts';

const CLI = 'keepassxc-cli';
/** Each call starts a program, and derives a key. */
const PATIENCE = { timeout: 90_000 };
const PASSWORD = 'corréct horse';
const kdbx = { password: PASSWORD, argon2: kdbxArgon2 };

function cli(input: readonly string[], ...args: string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', QT_QPA_PLATFORM: 'offscreen' };
  try {
    return execFileSync(CLI, args, {
      input: `${input.join('\n')}\n`,
      encoding: 'utf8',
      env,
      stdio: 'pipe',
      timeout: 60_000,
    });
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    throw new Error(
      code === 'ENOENT'
        ? 'keepassxc-cli is missing: install the package keepassxc.'
        : `keepassxc-cli ${args.join(' ')}: ${stderr}`,
    );
  }
}

describe('a KeePass database', PATIENCE, () => {
  let folder = '';
  const file = (name: string) => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'keytag-kdbx-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is opened by keepassxc-cli, with its entries, fields and expiry', async () => {
    const scanner = anEntry({
      id: uuidAt(2),
      appId: null,
      appName: 'Scänner <Flur>',
      name: 'Scanner & Fax',
      rotateBy: null,
      password: null,
      state: 'old-still-valid',
      tags: ['flur', 'größe'],
      note: 'tab\there\nnext line',
      isArchived: true,
    });
    const written = await write('kdbx', [anEntry(), scanner], writeOptions({ kdbx }));
    if (!written.ok) throw new Error(written.why);
    expect(written.lost).toEqual([]);
    writeFileSync(file('ours.kdbx'), written.bytes);

    const list = cli([PASSWORD], 'ls', '-q', '-R', '-f', file('ours.kdbx'));
    expect(list.split('\n')).toEqual(expect.arrayContaining(['Thunderbird Notebook', 'Scanner & Fax']));
    const shown = cli([PASSWORD], 'show', '-q', '--all', '-s', file('ours.kdbx'), 'Thunderbird Notebook');
    for (const line of [
      'UserName: anna@contoso.com',
      'Password: abcdefghijklmnop',
      'Tags: mail,office',
      'App: Thunderbird',
      'Device: Notebook',
      'State: active',
      'Made on: 2026-02-03',
      'Reason: once a year',
      'second line',
      'History: 2026-02-03T10:00:00.000Z tagged',
    ]) {
      expect(shown).toContain(line);
    }
    const other = cli([PASSWORD], 'show', '-q', '--all', file('ours.kdbx'), 'Scanner & Fax');
    expect(other).toContain('App: Scänner <Flur>');
    expect(other).toContain('tab\there');

    const xml = cli([PASSWORD], 'export', '-q', '-f', 'xml', file('ours.kdbx'));
    const of = (title: string) =>
      xml.split('<Entry>').find((part) => part.includes(`<Value>${title}</Value>`)) ?? '';
    expect(of('Thunderbird Notebook')).toContain('<Expires>True</Expires>');
    expect(of('Scanner &amp; Fax')).toContain('<Expires>False</Expires>');
    expect(expiryOf(of('Thunderbird Notebook'))).toBe('2027-02-03T12:00:00.000Z');
    expect(cli([PASSWORD], 'db-info', '-q', file('ours.kdbx'))).toMatch(/KDF: .*Argon2id/);
  });

  it('comes back from keepassxc-cli after an edit there', async () => {
    const written = await write('kdbx', [anEntry()], writeOptions({ kdbx }));
    if (!written.ok) throw new Error(written.why);
    writeFileSync(file('edited.kdbx'), written.bytes);
    cli(
      [PASSWORD],
      'edit',
      '-q',
      '-t',
      'Renamed there',
      '-u',
      'ben@contoso.com',
      file('edited.kdbx'),
      'Thunderbird Notebook',
    );
    const back = await read(
      'kdbx',
      Uint8Array.from(readFileSync(file('edited.kdbx'))),
      readOptions({ kdbx }),
    );
    expect(back).toMatchObject({
      ok: true,
      entries: [
        { ...anEntry(), name: 'Renamed there', account: 'ben@contoso.com', tags: ['mail', 'office'] },
      ],
      skipped: [],
      lost: [{ kind: 'versions', count: 1 }],
    });
  });

  it('made by keepassxc-cli is imported, the recycle bin left closed', async () => {
    const made = file('theirs.kdbx');
    cli([PASSWORD, PASSWORD], 'db-create', '-q', '-p', '-t', '200', made);
    cli([PASSWORD], 'mkdir', '-q', made, 'Work');
    cli(
      [PASSWORD, 'pw of the scanner'],
      'add',
      '-q',
      '-u',
      'anna@contoso.com',
      '--url',
      'https://example.org',
      '--notes',
      'im Flur',
      '-p',
      made,
      'Work/Scänner',
    );
    cli([PASSWORD], 'add', '-q', made, 'Plain');
    cli([PASSWORD], 'add', '-q', made, 'Thrown away');
    cli([PASSWORD], 'rm', '-q', made, 'Thrown away');

    const bytes = Uint8Array.from(readFileSync(made));
    expect(await detect('theirs.kdbx', bytes)).toEqual({ ok: true, format: 'kdbx', ask: 'password' });
    const back = await read('kdbx', bytes, readOptions({ kdbx }));
    if (!back.ok) throw new Error(back.why);
    expect(
      back.entries.map(({ name, appName, account, note, password, state, rotateBy }) => ({
        name,
        appName,
        account,
        note,
        password,
        state,
        rotateBy,
      })),
    ).toEqual([
      {
        name: 'Plain',
        appName: 'Plain',
        account: '',
        note: '',
        password: null,
        state: 'active',
        rotateBy: null,
      },
      {
        name: 'Scänner',
        appName: 'Scänner',
        account: 'anna@contoso.com',
        note: 'im Flur',
        password: 'pw of the scanner',
        state: 'active',
        rotateBy: null,
      },
    ]);
    expect(back.entries.every(({ history }) => history[0]?.event === 'imported')).toBe(true);
    expect(back.skipped).toEqual([{ why: 'in-the-bin', title: 'Thrown away' }]);
    expect(back.lost).toEqual([{ kind: 'web-addresses', count: 1 }]);
    // Read again it is the same entries, not new ones.
    const again = await read('kdbx', bytes, readOptions({ kdbx }));
    expect(again).toMatchObject({ entries: back.entries.map(({ id }) => ({ id })) });
    expect(await read('kdbx', bytes, readOptions({ kdbx: { ...kdbx, password: 'wrong' } }))).toEqual({
      ok: false,
      why: 'wrong-password',
    });
  });

  it('with a key file of keepassxc-cli opens with it and not without', async () => {
    const made = file('keyed.kdbx');
    cli([PASSWORD, PASSWORD], 'db-create', '-q', '-p', '-t', '200', '-k', file('key.keyx'), made);
    cli([PASSWORD], 'add', '-q', '-k', file('key.keyx'), made, 'One');
    const bytes = Uint8Array.from(readFileSync(made));
    const keyFile = Uint8Array.from(readFileSync(file('key.keyx')));
    expect(await read('kdbx', bytes, readOptions({ kdbx }))).toEqual({ ok: false, why: 'wrong-password' });
    expect(await read('kdbx', bytes, readOptions({ kdbx: { ...kdbx, keyFile } }))).toMatchObject({
      ok: true,
      entries: [{ name: 'One' }],
    });
  });
});

describe('a KeePass database of version 3.1', PATIENCE, () => {
  it('as keepassxc-cli makes it is read, and told from a cut and a damaged one', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'keytag-kdbx-'));
    try {
      const made = path.join(folder, 'old.kdbx');
      cli([PASSWORD, PASSWORD], 'db-create', '-q', '-p', '-t', '100', made);
      cli([PASSWORD], 'add', '-q', '-u', 'anna@contoso.com', made, 'One');
      const bytes = Uint8Array.from(readFileSync(made));
      expect(bytes[10]).toBe(3);
      const readIt = (file: Uint8Array<ArrayBuffer>, password = PASSWORD) =>
        read('kdbx', file, readOptions({ kdbx: { ...kdbx, password } }));
      expect(await readIt(bytes)).toMatchObject({
        ok: true,
        entries: [{ name: 'One', account: 'anna@contoso.com' }],
      });
      expect(await readIt(bytes, 'wrong')).toEqual({ ok: false, why: 'wrong-password' });
      for (let length = 12; length < bytes.length; length += 311) {
        expect(await readIt(bytes.slice(0, length)), `cut at ${length}`).toMatchObject({
          ok: false,
          why: 'cut',
        });
      }
      const body = bytes.length - (bytes.length % 16);
      for (const length of [body - 16, body - 160, body - 480]) {
        const why = (await readIt(bytes.slice(0, length))) as { why?: string };
        expect(['cut', 'damaged']).toContain(why.why);
      }
      for (let at = 0; at < bytes.length; at += 203) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 0x10;
        expect((await readIt(changed)).ok, `byte ${at}`).toBe(false);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** KDBX 4 writes times as seconds since year 1 in base64. */
function expiryOf(xml: string): string {
  const text = /<ExpiryTime>(.*?)<\/ExpiryTime>/.exec(xml)?.[1] ?? '';
  if (text.includes(':')) return new Date(text).toISOString();
  const seconds = Buffer.from(text, 'base64').readBigInt64LE();
  return new Date((Number(seconds) - 62_135_596_800) * 1000).toISOString();
}
