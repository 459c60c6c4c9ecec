// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { viewOf } from '@/utils/app/panel-client.ts';
import type { Task } from '@/utils/guide/task.ts';
import type { PasswordHint, SaveOutcome } from '@/utils/inventory/record-types.ts';
import { EMPTY_DRAFT, fakeInventory, idOf, rowOf, UNLOCKED } from './inventory-fake.ts';
import { box, click, fill, goTo, hears, openPanel, page, settle } from './inventory-screen.tsx';
import { all, described, eventually, hide, key, one, press, spoken, type } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(() => {
  hide();
  vi.useRealTimers();
});

const SEVERAL = [
  rowOf(1, { appName: 'Canon', device: 'Hall', account: 'b@contoso.example', rotateBy: '2026-11-10' }),
  rowOf(2, { appName: 'Thunderbird', device: 'Laptop', account: 'a@contoso.example', note: 'Für Zoë' }),
  rowOf(3, { appName: 'Postfix', device: 'Server', account: 'a@contoso.example', state: 'old-still-valid' }),
  rowOf(4, { appName: 'Grafana', device: 'Old', account: 'a@contoso.example', isArchived: true }),
];

const list = () => one('list', 'App passwords');
const titles = () => [...list().querySelectorAll('a .shelf-name')].map((title) => spoken(title));
const search = () => one('searchbox', 'Search the inventory');

async function chosen(label: string, value: string): Promise<void> {
  await act(() => {
    const select = [...document.querySelectorAll('select')].find(
      ({ id }) => spoken(document.querySelector(`label[for="${id}"]`) as Element) === label,
    );
    if (!select) throw new Error(`no ${label}`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the list', () => {
  it('groups by account and counts towards what Microsoft allows', async () => {
    await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    expect(titles()).toEqual(['Postfix · Server', 'Thunderbird · Laptop', 'Canon · Hall']);
    const groups = [...list().querySelectorAll('h2')].map((heading) => spoken(heading));
    // One active, one whose old password still works, one archived that nobody deleted at Microsoft.
    expect(groups).toEqual(['a@contoso.example4 of 40', 'b@contoso.example1 of 40']);
  });

  it('does not say that there is no tag where none can be read', async () => {
    const status = { ...UNLOCKED, findings: [{ kind: 'damaged', id: 'a' }] } as const;
    await openPanel('#/inventory', fakeInventory({ status, rows: [] }));
    expect(page()).toContain('None of your tags can be read.');
    expect(page()).not.toContain('No tag yet');
  });

  it('finds as you type, without regard to accents, and says how many', async () => {
    await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    await type(search(), 'fur zoe');
    expect(titles()).toEqual(['Thunderbird · Laptop']);
    await hears('1 of 4 tags');
    await type(search(), 'nothing like it');
    expect(page()).toContain('No tag fits');
    await click('Show all');
    expect(titles()).toHaveLength(3);
  });

  it('filters by account, state, app and due day, and sorts', async () => {
    await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    await click('Filter');
    await chosen('By account', 'b@contoso.example');
    expect(titles()).toEqual(['Canon · Hall']);
    await chosen('By account', '');
    await chosen('By state', 'archived');
    expect(titles()).toEqual(['Grafana · Old']);
    await chosen('By state', 'old-still-valid');
    expect(titles()).toEqual(['Postfix · Server']);
    await chosen('By state', '');
    await chosen('By due day', 'overdue');
    expect(titles()).toEqual(['Canon · Hall']);
    await chosen('By due day', 'any');
    await press(one('checkbox', 'Group by account'));
    expect(titles()).toEqual(['Canon · Hall', 'Postfix · Server', 'Thunderbird · Laptop']);
    await chosen('Sort by', 'due');
    expect(titles()[0]).toBe('Canon · Hall');
  });

  it('walks by the keyboard, back into the search, and takes what is typed there', async () => {
    await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    search().focus();
    await key('ArrowDown');
    const links = () => [...list().querySelectorAll('a')];
    expect(document.activeElement).toBe(links()[0]);
    await key('ArrowDown');
    expect(document.activeElement).toBe(links()[1]);
    await key('End');
    expect(document.activeElement).toBe(links()[2]);
    await key('Home');
    await key('ArrowUp');
    expect(document.activeElement).toBe(search());
    await key('ArrowDown');
    await key('c');
    expect(document.activeElement).toBe(search());
    expect((search() as HTMLInputElement).value).toBe('c');
  });

  it('stays on its entry when another window puts one before it', async () => {
    const { fake } = await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    search().focus();
    await key('ArrowDown');
    const focused = () => spoken(document.activeElement as Element);
    expect(focused()).toContain('Postfix');
    await act(() =>
      fake.setRows([...SEVERAL, rowOf(5, { appName: 'Abacus', account: 'a@contoso.example' })]),
    );
    expect(titles()[0]).toContain('Abacus');
    expect(focused()).toContain('Postfix');
  });

  it('opens the first hit on Enter and clears the box on Escape', async () => {
    await openPanel('#/inventory', fakeInventory({ rows: SEVERAL }));
    await type(search(), 'canon');
    search().focus();
    await key('Escape');
    expect(titles()).toHaveLength(3);
    await type(search(), 'canon');
    await key('Enter');
    await settle();
    expect(one('heading', 'Canon · Hall')).toBeTruthy();
  });

  it('draws only a few of 10,000 entries, says how many there are, and reaches the last one', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      rowOf(at + 1, { appName: `App ${String(at + 1).padStart(5, '0')}`, device: '' }),
    );
    await openPanel('#/inventory', fakeInventory({ rows }));
    const links = () => [...list().querySelectorAll('a')];
    expect(links().length).toBeLessThan(100);
    expect(links()[0]?.closest('li')?.getAttribute('aria-setsize')).toBe('10000');
    expect(links()[0]?.closest('li')?.getAttribute('aria-posinset')).toBe('1');
    // One key press: well under a second even here; bench/inventory measures it in a browser.
    const begun = performance.now();
    await type(search(), 'app 09999');
    expect(performance.now() - begun).toBeLessThan(500);
    expect(titles()).toEqual(['App 09999']);
  });

  it('marks what is due, what is damaged from outside, and what is gone at Microsoft', async () => {
    await openPanel(
      '#/inventory',
      fakeInventory({
        rows: [
          ...SEVERAL,
          rowOf(5, { appName: 'Odd' }, { concern: 'older' }),
          rowOf(6, { appName: 'Gone', state: 'revoked' }),
        ],
      }),
    );
    const line = (title: string) =>
      [...list().querySelectorAll('a')].map(spoken).find((text) => text.includes(title));
    expect(line('Canon')).toContain('12 days late');
    expect(line('Odd')).toContain('Check');
    expect(line('Gone')).toContain('Revoked');
  });

  it('says what to do first when there is nothing', async () => {
    await openPanel('#/inventory');
    expect(one('heading', 'No tag yet')).toBeTruthy();
    await click('Add a tag');
    expect(one('heading', 'New tag')).toBeTruthy();
  });
});

describe('a tag', () => {
  it('is written down, with the app from the catalogue', async () => {
    const { fake } = await openPanel('#/inventory');
    await click('Add a tag');
    await fill('App', 'thunderb');
    await press(await eventually(() => one('button', /^ThunderbirdMozilla/)));
    await fill('Account', 'anna@contoso.example');
    await fill('Device', 'Laptop');
    await click('Take “Thunderbird Laptop”');
    await fill('Note', 'Second drawer');
    await fill('Labels', 'office, mail, office');
    await fill('Change by', '2027-01-31');
    await press(one('radio', 'About'));
    await click('Save');
    await hears('Saved: Thunderbird · Laptop.');
    expect(fake.rows().map(({ entry }) => entry)).toMatchObject([
      {
        appId: 'thunderbird',
        appName: 'Thunderbird',
        account: 'anna@contoso.example',
        name: 'Thunderbird Laptop',
        note: 'Second drawer',
        tags: ['office', 'mail'],
        rotateBy: '2027-01-31',
        madeOn: { is: 'estimated', day: '2026-11-22' },
        password: null,
      },
    ]);
    expect(await eventually(() => one('heading', 'Thunderbird · Laptop'))).toBeTruthy();
  });

  it('may be of an app that nobody knows, but not of nothing', async () => {
    const { fake } = await openPanel('#/inventory/new');
    await click('Save');
    expect(described(box('App'))).toContain('Say which app it opens');
    expect(document.activeElement).toBe(box('App'));
    await fill('App', 'Our own thing');
    await click('Save');
    await hears('Saved');
    expect(fake.rows()[0]?.entry).toMatchObject({ appId: null, appName: 'Our own thing' });
  });

  it('leaves the focus where the person types, also when the next problem is elsewhere', async () => {
    await openPanel('#/inventory/new');
    await fill('Day it was made', '');
    await click('Save');
    expect(document.activeElement).toBe(box('App'));
    await fill('App', 'Our own thing');
    expect(document.activeElement).toBe(box('App'));
    await click('Save');
    expect(document.activeElement).toBe(box('Day it was made'));
  });

  it('suggests accounts that are there already', async () => {
    await openPanel('#/inventory/new', fakeInventory({ rows: SEVERAL }));
    await fill('Account', 'b@');
    await press(one('button', 'b@contoso.example'));
    expect(box('Account').value).toBe('b@contoso.example');
    expect(document.activeElement).toBe(box('Account'));
  });

  it.each<[Extract<SaveOutcome, { ok: false }>, string]>([
    [{ ok: false, kind: 'locked' }, 'The vault is locked'],
    [{ ok: false, kind: 'repair-first' }, 'Have it rebuilt'],
    [{ ok: false, kind: 'wiped' }, 'the window still holds your tags: back them up now'],
    [{ ok: false, kind: 'unavailable', why: 'full' }, 'The disk is full'],
  ])('says that it was not saved and keeps what was typed: %j', async (outcome, text) => {
    await openPanel('#/inventory/new', fakeInventory({}, { save: async () => outcome }));
    await fill('App', 'Mine');
    await click('Save');
    await hears(text);
    expect(box('App').value).toBe('Mine');
  });

  it('says at the field what is too long', async () => {
    const save = async () => ({ ok: false, kind: 'bad-field', field: 'note' }) as const;
    await openPanel('#/inventory/new', fakeInventory({}, { save }));
    await fill('App', 'Mine');
    await click('Save');
    await eventually(() => expect(described(box('Note'))).toContain('too long'));
    expect(document.activeElement).toBe(box('Note'));
  });

  it('keeps a draft while other screens are shown, and says so', async () => {
    await openPanel('#/inventory/new');
    await fill('App', 'Half written');
    await goTo('#/settings');
    await goTo('#/inventory');
    await press(await eventually(() => one('link', /Not saved yet/)));
    await settle();
    expect(box('App').value).toBe('Half written');
    await click('Cancel');
    expect(all('link', /Not saved yet/)).toHaveLength(0);
  });

  it('tells its history in words, newest first', async () => {
    const row = rowOf(1);
    const history = [
      { at: '2026-01-01T10:00:00.000Z', event: 'tagged' },
      { at: '2026-02-01T10:00:00.000Z', event: 'replaced', note: 'by the help desk' },
    ] as const;
    await openPanel(
      `#/inventory/${idOf(1)}`,
      fakeInventory({ rows: [{ ...row, entry: { ...row.entry, history } }] }),
    );
    const lines = [...document.querySelectorAll('.history li')].map((line) => spoken(line));
    expect(lines[0]).toContain('Replaced by a new one');
    expect(lines[0]).toContain('by the help desk');
    expect(lines[1]).toContain('Written down here');
  });

  it('is archived, and taken back', async () => {
    const { fake } = await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: SEVERAL }));
    await click('Archive');
    await hears('Archived: Canon · Hall.');
    expect(fake.rows()[0]?.entry.isArchived).toBe(true);
    await click('Undo');
    await hears('Taken back.');
    expect(fake.rows()[0]?.entry.isArchived).toBe(false);
  });

  it('is deleted, and comes back by Undo', async () => {
    const { fake } = await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: SEVERAL }));
    await click('Delete');
    await hears('Deleted: Canon · Hall.');
    expect(fake.rows()).toHaveLength(3);
    await click('Undo');
    expect(fake.rows()).toHaveLength(4);
  });

  it.each([
    [{ ok: false, kind: 'conflict' }, 'left as it is'],
    [{ ok: false, kind: 'gone' }, 'no longer be taken back'],
    [{ ok: false, kind: 'locked' }, 'The vault is locked'],
  ] as const)('says when that can not be taken back: %j', async (outcome, text) => {
    await openPanel(
      `#/inventory/${idOf(1)}`,
      fakeInventory({ rows: SEVERAL }, { undo: async () => outcome }),
    );
    await click('Delete');
    await click('Undo');
    await hears(text);
  });

  it('is not deleted over a change from another window', async () => {
    const remove = async () => ({ ok: false, kind: 'conflict', theirs: null }) as const;
    await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: SEVERAL }, { remove }));
    await click('Delete');
    await hears('changed in another window');
  });

  it('says that an address leads to no tag', async () => {
    await openPanel(`#/inventory/${idOf(77)}`, fakeInventory({ rows: SEVERAL }));
    expect(await eventually(() => one('heading', "This tag isn't here"))).toBeTruthy();
  });

  it.each([
    ['older', 'An older version of this tag'],
    ['unlisted', 'had been deleted and is back'],
  ] as const)('says that it was changed from outside: %s', async (concern, text) => {
    await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: [rowOf(1, {}, { concern })] }));
    await eventually(() => expect(page()).toContain(text));
  });
});

describe('two windows', () => {
  const theirs = rowOf(1, { appName: 'Canon', device: 'First floor', note: 'Theirs' }, { revision: 5 });

  it('shows both versions side by side and saves what was chosen, at the revision that stands there', async () => {
    const save = vi.fn(
      async (_draft: unknown, at: unknown): Promise<SaveOutcome> =>
        JSON.stringify(at).includes(':5')
          ? { ok: true, row: theirs, undo: 'token' }
          : { ok: false, kind: 'conflict', theirs },
    );
    await openPanel(
      `#/inventory/${idOf(1)}`,
      fakeInventory({ rows: [rowOf(1, { appName: 'Canon' })] }, { save }),
    );
    await click('Edit');
    await fill('Note', 'Mine');
    await click('Save');
    expect(await eventually(() => one('heading', 'Two versions of one tag'))).toBe(document.activeElement);
    expect(page()).toContain('First floor');
    const radio = (text: string) =>
      all('radio').filter((input) => spoken(input.closest('label') as Element).includes(text));
    expect((radio('Mine')[0] as HTMLInputElement).checked).toBe(true);
    await press(radio('First floor')[0] as HTMLElement);
    await click('Save');
    await hears('Saved');
    expect(save).toHaveBeenCalledTimes(2);
    expect(save.mock.calls[1]).toEqual([
      expect.objectContaining({ note: 'Mine', device: 'First floor' }),
      { id: idOf(1), revision: 5 },
    ]);
  });

  it('offers to save as a new tag what was deleted there', async () => {
    const save = vi.fn(
      async (_draft: unknown, at: unknown): Promise<SaveOutcome> =>
        at === null ? { ok: true, row: theirs, undo: 'x' } : { ok: false, kind: 'conflict', theirs: null },
    );
    await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: [rowOf(1)] }, { save }));
    await click('Edit');
    await click('Save');
    expect(page()).toContain('deleted in another window');
    await click('Save as a new tag');
    expect(save).toHaveBeenLastCalledWith(EMPTY_DRAFT, null);
  });

  it('warns while writing that the tag has moved on', async () => {
    const { fake } = await openPanel(`#/inventory/${idOf(1)}`, fakeInventory({ rows: [rowOf(1)] }));
    await click('Edit');
    await act(() => fake.setRows([rowOf(1, { note: 'x' }, { revision: 2 })]));
    expect(page()).toContain('changed in another window since you began');
  });
});

describe('the password itself', () => {
  const kept = fakeInventory({ rows: [rowOf(1, { password: 'qwjfkzmblpxrtvnd' })] });

  it('is kept only when it is pasted', async () => {
    const { fake } = await openPanel('#/inventory/new');
    await fill('App', 'Canon');
    expect(box('Password (optional)').type).toBe('password');
    await fill('Password (optional)', 'abcdefghijklmnop');
    await click('Save');
    await hears('Saved');
    expect(fake.rows()[0]?.entry.password).toBe('abcdefghijklmnop');
  });

  it('is covered, shows for 20 seconds with a countdown, and covers itself again', async () => {
    await openPanel(`#/inventory/${idOf(1)}`, kept);
    expect(page()).not.toContain('qwjfkz');
    await eventually(() => one('button', 'Reveal'));
    vi.useFakeTimers();
    await press(one('button', 'Reveal'));
    expect(page()).toContain('qwjfkzmblpxrtvnd');
    expect(page()).toContain('Covered again in 20 seconds');
    await act(async () => void (await vi.advanceTimersByTimeAsync(15_000)));
    expect(page()).toContain('Covered again in 5 seconds');
    await act(async () => void (await vi.advanceTimersByTimeAsync(5_500)));
    expect(page()).not.toContain('qwjfkz');
    expect(one('button', 'Reveal')).toBeTruthy();
  });

  it('tells what becomes of a copied one', async () => {
    const { fake } = await openPanel(`#/inventory/${idOf(1)}`, kept);
    await click('Copy');
    expect(fake.copied).toEqual(['qwjfkzmblpxrtvnd']);
    await hears('The password is on the clipboard');
    expect(page()).toMatch(/It is cleared in (30|29) seconds/);
    for (const [news, text] of [
      [{ kind: 'cleared' }, 'The clipboard is cleared'],
      [{ kind: 'replaced' }, 'You copied something else meanwhile'],
      [{ kind: 'unsure' }, "doesn't tell whether you copied"],
      [{ kind: 'not-cleared' }, 'may still be on the clipboard'],
      [{ kind: 'refused' }, "didn't let me copy"],
    ] as const) {
      await act(() => fake.setClipboard(news));
      await hears(text);
    }
  });

  it('gets soft hints that forbid nothing', async () => {
    const hints: readonly PasswordHint[] = [
      { kind: 'blanks-around' },
      { kind: 'groups-of-four' },
      { kind: 'is-address' },
      { kind: 'looks-like-own' },
      { kind: 'kept-elsewhere', id: idOf(2) },
      { kind: 'too-simple', length: 16, kinds: 3 },
      { kind: 'guessable', reason: 'date' },
    ];
    await openPanel(
      '#/inventory/new',
      fakeInventory({ rows: [rowOf(2, { appName: 'Other' })] }, { hints: async () => hints }),
    );
    await fill('App', 'Canon');
    await fill('Password (optional)', 'abcd efgh ijkl mnop');
    const text = await eventually(() => spoken(one('list', 'Worth a look')));
    for (const part of [
      'blank before or after',
      "Google's",
      'an address',
      "account's own",
      'Other · Laptop',
      '16 characters of 3',
      'Dates are easy',
    ])
      expect(text).toContain(part);
    await click('Save');
    await hears('Saved');
  });
});

describe('the guide', () => {
  const task: Task = {
    kind: 'create',
    tag: null,
    id: '11111111-1111-4111-8111-111111111111',
    where: 'microsoft',
    appId: 'msmtp',
    appName: 'msmtp',
    device: 'Server',
    name: 'msmtp Server',
    startedAt: '2026-11-20T12:00:00.000Z',
    seen: { before: [], rows: null, result: true, made: 'msmtp Server' },
  };
  const view = viewOf({
    task,
    page: {
      tabId: 1,
      sighting: {
        state: { kind: 'list', names: ['msmtp Server'], rows: 1 },
        labels: {},
        languageKnown: true,
        unchangedFor: 60_000,
      },
    },
    isInterferedWith: false,
  });

  it('ends with a card that saves a tag with a click', async () => {
    const { fake } = await openPanel('#/guide', fakeInventory(), view);
    await click('Save a tag');
    await eventually(() => expect(box('Name at Microsoft').value).toBe('msmtp Server'));
    expect(box('Device').value).toBe('Server');
    await click('Save');
    await hears('Saved: msmtp · Server.');
    expect(fake.rows()[0]?.entry).toMatchObject({
      appId: 'msmtp',
      madeOn: { is: 'known', day: '2026-11-20' },
    });
    expect(one('link', /Back to putting it into the app/).getAttribute('href')).toBe('#/guide');
  });

  it('opens the vault first when it is locked', async () => {
    await openPanel(
      '#/guide',
      fakeInventory({ status: { kind: 'locked', retryAt: null, because: null } }),
      view,
    );
    await click('Save a tag');
    await eventually(() => expect(page()).toContain('the tag for msmtp goes in'));
    await fill('Passphrase', 'x');
    await click('Unlock');
    await settle();
    await eventually(() => expect(box('Name at Microsoft').value).toBe('msmtp Server'));
  });

  it('makes the vault first when there is none', async () => {
    await openPanel('#/guide', fakeInventory({ status: { kind: 'none' } }), view);
    await click('Save a tag');
    await fill('Passphrase', 'four words of mine');
    await fill('Repeat passphrase', 'four words of mine');
    await hears('3 of 4, strong');
    await click('Create the vault');
    await click('I have it on paper');
    await settle();
    await eventually(() => expect(box('Name at Microsoft').value).toBe('msmtp Server'));
  });
});

describe('the day of an open vault', () => {
  it('puts the automatic lock off at every key and click', async () => {
    const touch = vi.fn();
    await openPanel('#/inventory', fakeInventory({ status: UNLOCKED }, { touch }));
    dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    dispatchEvent(new Event('pointerdown'));
    expect(touch).toHaveBeenCalledTimes(2);
  });
});
