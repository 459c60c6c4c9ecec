/** Exports as Bitwarden writes them, by its published schema. */
import { describe, expect, it } from 'vitest';
import { detect, read, write } from '@/utils/inventory/formats/index.ts';
import { anEntry, asText, readOptions, utf8, writeOptions } from './support.ts';

const ID = 'b5c1f1a2-1111-4222-8333-444455556666';
const item = {
  passwordHistory: [{ lastUsedDate: '2026-01-01T00:00:00.000Z', password: 'old' }],
  revisionDate: '2026-05-01T10:00:00.000Z',
  creationDate: '2026-01-01T10:00:00.000Z',
  deletedDate: null,
  id: ID,
  organizationId: null,
  folderId: '11112222-3333-4444-8555-666677778888',
  type: 1,
  reprompt: 0,
  name: 'Outlook on the old laptop',
  notes: 'made in spring',
  favorite: false,
  fields: [
    { name: 'Device', value: 'Laptop', type: 0, linkedId: null },
    { name: 'Colour', value: 'red', type: 0, linkedId: null },
  ],
  login: {
    fido2Credentials: [],
    uris: [{ match: null, uri: 'https://outlook.office.com' }],
    username: 'anna@contoso.com',
    password: 'abcd',
    totp: null,
  },
  collectionIds: null,
};

describe("Bitwarden's exports", () => {
  it('in JSON give logins, and name what stays behind', async () => {
    const bytes = utf8(
      JSON.stringify({
        encrypted: false,
        folders: [{ id: item.folderId, name: 'Mail' }],
        items: [item, { ...item, type: 2, secureNote: {}, name: 'a note' }],
      }),
    );
    expect(await detect('bitwarden_export.json', bytes)).toEqual({
      ok: true,
      format: 'bitwarden-json',
      ask: null,
    });
    const outcome = await read('bitwarden-json', bytes, readOptions());
    expect(outcome).toMatchObject({
      ok: true,
      entries: [
        {
          id: ID,
          name: item.name,
          appName: item.name,
          account: 'anna@contoso.com',
          device: 'Laptop',
          note: 'made in spring',
          password: 'abcd',
        },
      ],
      skipped: [{ why: 'not-a-login', title: 'a note' }],
    });
    expect(outcome.ok && outcome.lost.map(({ kind }) => kind).toSorted()).toEqual([
      'custom-fields',
      'folders',
      'versions',
      'web-addresses',
    ]);
  });

  it('in CSV give logins too', async () => {
    const bytes = utf8(
      'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\n' +
        'Mail,,login,Outlook,"two\nlines","Device: Laptop\nColour: red: dark",0,https://outlook.office.com,anna@contoso.com,-abcd,\n' +
        ',,note,A note,text,,0,,,,\n',
    );
    expect(await detect('bitwarden_export.csv', bytes)).toEqual({
      ok: true,
      format: 'bitwarden-csv',
      ask: null,
    });
    const outcome = await read('bitwarden-csv', bytes, readOptions());
    expect(outcome).toMatchObject({
      entries: [
        {
          name: 'Outlook',
          note: 'two\nlines',
          device: 'Laptop',
          account: 'anna@contoso.com',
          password: '-abcd',
        },
      ],
      skipped: [{ why: 'not-a-login', title: 'A note', line: 5 }],
    });
    expect(outcome.ok && outcome.lost.map(({ kind }) => kind).toSorted()).toEqual([
      'custom-fields',
      'folders',
      'web-addresses',
    ]);
  });

  it('are written with every key that Bitwarden writes', async () => {
    const written = await write('bitwarden-json', [anEntry()], writeOptions());
    if (!written.ok) throw new Error(written.why);
    const root: unknown = JSON.parse(asText(written.bytes));
    expect(root).toMatchObject({
      encrypted: false,
      folders: [],
      items: [
        {
          type: 1,
          name: 'Thunderbird Notebook',
          notes: 'first line\nsecond line',
          login: { username: 'anna@contoso.com', password: 'abcdefghijklmnop' },
        },
      ],
    });
    const [made] = (root as { items: object[] }).items;
    expect(Object.keys(made ?? {}).toSorted()).toEqual(Object.keys(item).toSorted());
    expect(written.fileName).toBe('keytag-bitwarden-2026-11-22.json');
  });
});
