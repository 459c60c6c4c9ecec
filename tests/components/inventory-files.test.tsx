// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FileFormats } from '@/components/inventory/file-port.ts';
import type { CsvPreview } from '@/utils/inventory/formats/outcome.ts';
import type { MergePreview, PreviewOutcome } from '@/utils/inventory/record-types.ts';
import { fakeInventory, idOf, rowOf, SHEET, UNLOCKED } from './inventory-fake.ts';
import { box, chooseFile, click, fill, hears, openPanel, page, settle } from './inventory-screen.tsx';
import { all, described, eventually, hide, one, press, spoken } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const GOOD = 'four words of mine';
const mine = rowOf(1, { appName: 'Canon' });
const PREVIEW: MergePreview = {
  token: 'merge',
  madeAt: '2026-10-02T10:00:00.000Z',
  into: 'this-vault',
  withoutPassword: 0,
  items: [
    {
      kind: 'different',
      id: idOf(1),
      mine,
      theirs: { ...mine.entry, device: 'Basement' },
      newer: 'mine',
      fields: ['device', 'history'],
    },
    { kind: 'new', id: idOf(2), theirs: rowOf(2, { appName: 'Fresh' }).entry },
    { kind: 'new', id: idOf(3), theirs: rowOf(3, { appName: 'Unwanted' }).entry },
    { kind: 'same', id: idOf(4), theirs: rowOf(4).entry },
  ],
};

describe('backing up', () => {
  it('says what was checked and hands the file over', async () => {
    const backupSaved = vi.fn(async () => undefined);
    const { fake } = await openPanel('#/inventory', fakeInventory({ rows: [mine] }, { backupSaved }));
    await click('Back up');
    await hears('opened and checked. Tags in it: 1.');
    expect(fake.saved.map(({ fileName }) => fileName)).toEqual(['keytag-2026-11-22.keytag']);
    expect(backupSaved).toHaveBeenCalledOnce();
  });

  it.each([
    [{ ok: false, kind: 'unchecked' }, "didn't open again"],
    [{ ok: false, kind: 'locked' }, 'The vault is locked'],
    [{ ok: false, kind: 'unavailable', why: 'full' }, 'The disk is full'],
  ] as const)('hands over nothing when it failed: %j', async (outcome, text) => {
    const { fake } = await openPanel('#/inventory', fakeInventory({}, { backup: async () => outcome }));
    await click('Back up');
    await hears(text);
    expect(fake.saved).toEqual([]);
  });

  it('reminds only when something changed', async () => {
    const { fake } = await openPanel('#/inventory');
    expect(page()).not.toContain('since the last backup');
    fake.setStatus({ ...UNLOCKED, backup: { lastAt: '2026-10-02T10:00:00.000Z', isDue: true } });
    await settle();
    expect(page()).toContain('Something changed since the last backup');
    fake.setStatus({ ...UNLOCKED, backup: { lastAt: null, isDue: true } });
    await settle();
    expect(page()).toContain('There is no backup yet');
  });
});

describe('restoring', () => {
  it('shows what would change, takes choices entry by entry, and can be taken back', async () => {
    const applyMerge = vi.fn(async () => ({ ok: true, added: 1, changed: 1, undo: 'token' }) as const);
    await openPanel(
      '#/inventory',
      fakeInventory(
        { rows: [mine] },
        { previewRestore: async () => ({ ok: true, preview: PREVIEW }), applyMerge },
      ),
    );
    await click('Restore');
    await chooseFile();
    await hears('New from the file: 2');
    expect(page()).toContain('Different here and there: 1');
    expect(page()).toContain('The same: 1');
    expect(page()).toContain('Basement');
    expect(page()).toContain('Yours is newer');
    await press(one('radio', "Take the file's"));
    await press(one('checkbox', 'Unwanted · Laptop'));
    await click('Restore');
    expect(applyMerge).toHaveBeenCalledExactlyOnceWith(
      'merge',
      new Map([
        [idOf(1), 'take'],
        [idOf(3), 'keep'],
      ]),
    );
    await hears('Added: 1. Changed: 1.');
    await click('Undo');
    await hears('Taken back');
  });

  it('asks for the passphrase or the recovery key of the file', async () => {
    const previewRestore = vi.fn(
      async (_file: unknown, secret: unknown): Promise<PreviewOutcome> =>
        secret === null
          ? { ok: false, kind: 'needs-passphrase' }
          : JSON.stringify(secret).includes('right') || JSON.stringify(secret).includes('recoveryKey')
            ? { ok: true, preview: PREVIEW }
            : { ok: false, kind: 'wrong' },
    );
    await openPanel('#/inventory/restore', fakeInventory({ rows: [mine] }, { previewRestore }));
    await chooseFile();
    await fill('Passphrase', 'not it');
    await click('Open the file');
    await eventually(() => expect(described(box('Passphrase'))).toContain("didn't open the backup"));
    await press(one('radio', 'Recovery key'));
    await fill('Recovery key', `${SHEET.groups.join('-')}!`);
    await click('Open the file');
    expect(described(box('Recovery key'))).toContain('seven groups');
    await fill('Recovery key', SHEET.groups.join('-'));
    await click('Open the file');
    await hears('New from the file: 2');
    expect(previewRestore).toHaveBeenLastCalledWith(expect.anything(), {
      recoveryKey: SHEET.groups.join('-'),
    });
  });

  it.each<[PreviewOutcome, string]>([
    [{ ok: false, kind: 'not-a-backup' }, 'not a Keytag backup'],
    [{ ok: false, kind: 'file-newer' }, 'A newer version of Keytag made this file'],
    [{ ok: false, kind: 'file-damaged' }, 'was changed after it was made'],
    [{ ok: false, kind: 'file-too-large' }, 'too large to be a backup'],
    [{ ok: false, kind: 'file-refused' }, "asks for something Keytag doesn't do"],
    [
      { ok: false, kind: 'file-cut', whole: 12, expected: 30 },
      '12 of 30 tags are there. Nothing was changed.',
    ],
    [{ ok: false, kind: 'other-vault' }, 'of another vault'],
    [{ ok: false, kind: 'no-memory' }, 'too little memory'],
    [{ ok: false, kind: 'locked' }, 'The vault is locked'],
  ])('says what is wrong with the file: %j', async (outcome, text) => {
    await openPanel('#/inventory/restore', fakeInventory({}, { previewRestore: async () => outcome }));
    await chooseFile();
    await hears(text);
    expect(all('button', 'Restore')).toHaveLength(0);
  });

  it('compares again when the vault changed since', async () => {
    const previewRestore = vi.fn(async (): Promise<PreviewOutcome> => ({ ok: true, preview: PREVIEW }));
    const applyMerge = async () => ({ ok: false, kind: 'stale' }) as const;
    await openPanel('#/inventory/restore', fakeInventory({ rows: [mine] }, { previewRestore, applyMerge }));
    await chooseFile();
    await click('Restore');
    await hears('Something changed meanwhile');
    expect(previewRestore).toHaveBeenCalledTimes(2);
  });

  it('works without a vault, and says that the file becomes it', async () => {
    const preview = { ...PREVIEW, into: 'new-vault', items: PREVIEW.items.slice(1) } as const;
    const fake = fakeInventory(
      { status: { kind: 'none' } },
      { previewRestore: async () => ({ ok: true, preview }) },
    );
    await openPanel('#/inventory', fake);
    await click('Restore');
    await chooseFile();
    await hears('The file becomes yours');
  });

  it('refuses a file that is larger than any backup, without reading it', async () => {
    const previewRestore = vi.fn();
    await openPanel('#/inventory/restore', fakeInventory({}, { previewRestore, backupMaxBytes: 3 }));
    await chooseFile('big.keytag', 'xxxx');
    await hears('too large');
    expect(previewRestore).not.toHaveBeenCalled();
  });
});

const TABLE: CsvPreview = {
  ok: true,
  encoding: 'utf-8',
  separator: ';',
  hasHeader: true,
  columns: ['Program', 'Key', 'Remark'],
  mapping: [null, 'password', null],
  rows: [['Thunderbird', 'topsecret', 'x']],
  rowCount: 1,
  isOwn: false,
};
const READ = async () =>
  ({
    ok: true,
    entries: [rowOf(9, { appName: 'Imported' }).entry],
    skipped: [{ why: 'in-the-bin', title: 'old' }],
    lost: [{ kind: 'attachments', count: 2 }],
  }) as const;

describe('importing', () => {
  it('takes a table in after its columns were named, and says what was left out', async () => {
    const read = vi.fn(READ);
    const formats: Partial<FileFormats> = {
      detect: async () => ({ ok: true, format: 'csv', ask: 'mapping' }),
      previewCsv: async () => TABLE,
      read,
    };
    await openPanel('#/inventory/import', fakeInventory({}, {}, formats));
    await chooseFile('list.csv');
    await eventually(() => one('heading', 'Which column is what'));
    expect(page()).not.toContain('topsecret');
    expect(page()).toContain('No column is chosen yet');
    const select = document.querySelector<HTMLSelectElement>('.csv-columns select');
    if (!select) throw new Error('no column');
    select.value = 'app';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle();
    await click('Show what would come in');
    await hears('New from the file: 1');
    expect(read).toHaveBeenLastCalledWith(
      expect.objectContaining({
        withPasswords: false,
        csv: { separator: ';', hasHeader: true, mapping: ['app', 'password', null] },
      }),
    );
    expect(page()).toContain('It lies in the recycle bin.');
    expect(page()).toContain('attachments stay behind: 2');
    await press(one('checkbox', 'Take the passwords over too'));
    await settle();
    expect(read).toHaveBeenLastCalledWith(expect.objectContaining({ withPasswords: true }));
    await click('Import');
    await hears('Added: 1. Changed: 1.');
  });

  it('forgets what was said of the columns of one table when another is chosen', async () => {
    const formats: Partial<FileFormats> = {
      detect: async () => ({ ok: true, format: 'csv', ask: 'mapping' }),
      previewCsv: async (bytes) =>
        new TextDecoder().decode(bytes) === 'another'
          ? { ...TABLE, columns: ['Account', 'Where', 'Since'], mapping: ['account', 'device', 'made'] }
          : TABLE,
    };
    await openPanel('#/inventory/import', fakeInventory({}, {}, formats));
    await chooseFile('list.csv');
    await eventually(() => one('combobox', 'Program'));
    await chooseFile('other.csv', 'another');
    await eventually(() => one('combobox', 'Account'));
    const chosen = [...document.querySelectorAll<HTMLSelectElement>('.csv-columns select')];
    expect(chosen.map(({ value }) => value)).toEqual(['account', 'device', 'made']);
    expect(page()).not.toContain('No column is chosen yet');
  });

  it('asks for the password of a KeePass database, again when it was not it', async () => {
    const read: FileFormats['read'] = async ({ password }) =>
      password === 'right' ? READ() : { ok: false, why: 'wrong-password' };
    await openPanel(
      '#/inventory/import',
      fakeInventory({}, {}, { detect: async () => ({ ok: true, format: 'kdbx', ask: 'password' }), read }),
    );
    await chooseFile('mine.kdbx');
    await fill('Password of the database', 'wrong');
    await click('Open the file');
    await eventually(() => expect(described(box('Password of the database'))).toContain('does not open'));
    await fill('Password of the database', 'right');
    await click('Open the file');
    await hears('New from the file: 1');
  });

  it('takes a key file with a KeePass database, and another one when that was not it', async () => {
    const read = vi.fn<FileFormats['read']>(async ({ password, keyFile }) =>
      keyFile && new TextDecoder().decode(keyFile) === 'the key' && password === ''
        ? READ()
        : { ok: false, why: 'bad-key-file' },
    );
    await openPanel(
      '#/inventory/import',
      fakeInventory({}, {}, { detect: async () => ({ ok: true, format: 'kdbx', ask: 'password' }), read }),
    );
    await chooseFile('mine.kdbx');
    await eventually(() => box('Password of the database'));
    await chooseFile('other.keyx', 'another', 1);
    await click('Open the file');
    await eventually(() => expect(page()).toContain('key file is damaged'));
    await chooseFile('mine.keyx', 'the key', 1);
    await click('Open the file');
    await hears('New from the file: 1');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['not-known', 'does not know this kind of file'],
    ['encrypted', 'only Bitwarden can open'],
    ['too-large', 'larger than'],
    ['damaged', 'is damaged'],
  ] as const)('says that a file can not be taken: %s', async (why, text) => {
    await openPanel(
      '#/inventory/import',
      fakeInventory({}, {}, { detect: async () => ({ ok: false, why }) }),
    );
    await chooseFile('x');
    await hears(text);
  });

  it('says how far a cut file goes', async () => {
    const cut = async () => ({ ok: false, why: 'cut', whole: 12, expected: 30 }) as const;
    await openPanel('#/inventory/import', fakeInventory({}, {}, { detect: cut }));
    await chooseFile('x.csv');
    await hears('12 of 30');
  });
});

describe('exporting', () => {
  const kept = [rowOf(1, { password: 'aaaa' }), rowOf(2, { password: 'bbbb' }), rowOf(3)];

  it('gives a KeePass database a passphrase of its own', async () => {
    const write = vi.fn<FileFormats['write']>(async () => ({
      ok: true,
      fileName: 'keytag.kdbx',
      bytes: new Uint8Array([1]),
      mediaType: '',
      lost: [],
    }));
    const { fake } = await openPanel('#/inventory/export', fakeInventory({ rows: kept }, {}, { write }));
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Export');
    await hears('keytag.kdbx');
    expect(fake.saved).toHaveLength(1);
    expect(write).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ format: 'kdbx', withPasswords: false, password: GOOD }),
    );
  });

  it('asks for the passphrase again before anything readable is written, and says what it is', async () => {
    const verifyPassphrase = vi.fn(async (passphrase: string) =>
      passphrase === 'mine'
        ? ({ ok: true } as const)
        : ({ ok: false, kind: 'wrong', retryAt: null } as const),
    );
    const { fake } = await openPanel(
      '#/inventory/export',
      fakeInventory({ rows: kept }, { verifyPassphrase }),
    );
    await press(await eventually(() => one('radio', /^Table/)));
    expect(page()).toContain('Anybody can read this file');
    await press(one('checkbox', 'With the kept passwords (2)'));
    expect(page()).toContain('it holds your passwords');
    await fill('Passphrase', 'not mine');
    await click('Export');
    await eventually(() => expect(described(box('Passphrase'))).toContain("didn't open the vault"));
    expect(fake.saved).toEqual([]);
    await fill('Passphrase', 'mine');
    await click('Export');
    await hears('delete it when it has done its work');
    expect(fake.saved).toHaveLength(1);
    // Of an encrypted file it must not stay said.
    await press(one('radio', /^KeePass/));
    expect(page()).not.toContain('delete it when it has done its work');
  });

  it('moves the passwords out and keeps the tags', async () => {
    const { fake } = await openPanel('#/inventory/export', fakeInventory({ rows: kept }));
    await press(await eventually(() => one('radio', /^Bitwarden \(JSON\)/)));
    await press(one('checkbox', 'Move the passwords to your password manager'));
    await fill('Passphrase', 'mine');
    await click('Export');
    await click('Remove the passwords here (2)');
    await hears('Passwords removed here: 2. The tags stayed.');
    expect(fake.rows()).toHaveLength(3);
    expect(fake.rows().filter(({ entry }) => entry.password !== null)).toEqual([]);
  });

  it('says why nothing was written', async () => {
    const write: FileFormats['write'] = async () => ({ ok: false, why: 'no-memory' });
    const { fake } = await openPanel('#/inventory/export', fakeInventory({ rows: kept }, {}, { write }));
    await press(await eventually(() => one('radio', /^Table/)));
    await fill('Passphrase', 'mine');
    await click('Export');
    await hears('not enough memory');
    expect(fake.saved).toEqual([]);
  });

  it('hands over a list of names without asking what to leave out', async () => {
    await openPanel('#/inventory/export', fakeInventory({ rows: kept }));
    await press(await eventually(() => one('radio', /^List of names/)));
    expect(all('checkbox')).toHaveLength(0);
    expect(spoken(document.body)).toContain('without passwords');
  });
});
