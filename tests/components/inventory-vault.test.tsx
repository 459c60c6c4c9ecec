// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type {
  CreateOutcome,
  RecoverOutcome,
  UnlockOutcome,
  VaultStatus,
} from '@/utils/inventory/record-types.ts';
import { EMPTY_DRAFT, fakeInventory, rowOf, SHEET, UNLOCKED } from './inventory-fake.ts';
import { box, click, fill, goTo, hears, openPanel, page, settle } from './inventory-screen.tsx';
import { all, described, eventually, hide, one, spoken } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const NONE: VaultStatus = { kind: 'none' };
const LOCKED: VaultStatus = { kind: 'locked', retryAt: null, because: null };
const GOOD = 'four words of mine';
const KEY = SHEET.groups.join('-');

describe('without a vault', () => {
  it('says what it is and makes one, then shows the recovery sheet until it is on paper', async () => {
    const { fake, print } = await openPanel('#/inventory', fakeInventory({ status: NONE }));
    expect(one('heading', 'A tag for every key')).toBeTruthy();
    await fill('Passphrase', GOOD);
    await hears('3 of 4, strong');
    await fill('Repeat passphrase', GOOD);
    await click('Create the vault');
    const sheet = await eventually(() => one('region', 'Recovery sheet'));
    expect(spoken(sheet)).toContain(KEY);
    expect(spoken(sheet)).toContain(SHEET.vaultMark);
    await click('Print the sheet');
    expect(print).toHaveBeenCalledOnce();
    expect(all('button', 'Add a tag')).toHaveLength(0);
    await click('I have it on paper');
    expect(one('button', 'Add a tag')).toBeTruthy();
    expect(page()).not.toContain(SHEET.groups[0]);
    expect(fake.rows()).toEqual([]);
  });

  it('takes the recovery sheet off the screen when the vault locks before it is on paper', async () => {
    const { fake } = await openPanel('#/inventory', fakeInventory({ status: NONE }));
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Create the vault');
    await eventually(() => one('region', 'Recovery sheet'));
    fake.setStatus(LOCKED);
    await settle();
    expect(page()).not.toContain(SHEET.groups[0]);
    expect(one('button', 'Unlock')).toBeTruthy();
  });

  it('refuses what is weak with the reason, and what was typed differently', async () => {
    const create = vi.fn();
    await openPanel('#/inventory', fakeInventory({ status: NONE }, { create }));
    await click('Create the vault');
    expect(described(box('Passphrase'))).toContain('Enter a passphrase first.');
    await fill('Passphrase', 'summer');
    await hears('1 of 4, weak. A single word is easy to guess. It takes 3 of 4.');
    await click('Create the vault');
    expect(described(box('Passphrase'))).toContain('could be guessed');
    expect(document.activeElement).toBe(box('Passphrase'));
    await fill('Passphrase', GOOD);
    expect(document.activeElement, 'the next problem takes no focus from the typing').toBe(box('Passphrase'));
    await fill('Repeat passphrase', `${GOOD}!`);
    await hears('3 of 4, strong');
    await click('Create the vault');
    expect(described(box('Repeat passphrase'))).toContain('not the same');
    expect(create).not.toHaveBeenCalled();
  });

  it.each<[CreateOutcome, string]>([
    [{ ok: false, kind: 'weak' }, 'could be guessed'],
    [{ ok: false, kind: 'exists' }, 'There is a vault here already'],
    [{ ok: false, kind: 'no-memory' }, 'too little memory'],
    [{ ok: false, kind: 'not-text' }, 'half a character'],
    [{ ok: false, kind: 'too-long' }, 'longer than any passphrase'],
    [{ ok: false, kind: 'unavailable', why: 'full' }, 'The disk is full'],
    [{ ok: false, kind: 'unavailable', why: 'blocked' }, 'Another Keytag window'],
  ])('says that it was not made: %j', async (outcome, text) => {
    await openPanel('#/inventory', fakeInventory({ status: NONE }, { create: async () => outcome }));
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Create the vault');
    await hears(text);
    expect(box('Passphrase').value).toBe(GOOD);
  });

  it('says so when something breaks that nobody expected', async () => {
    const create = () => Promise.reject(new Error('broken world'));
    await openPanel('#/inventory', fakeInventory({ status: NONE }, { create }));
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Create the vault');
    await hears("didn't expect");
  });
});

describe('a locked vault', () => {
  it('opens with the passphrase', async () => {
    const unlock = vi.fn();
    const fake = fakeInventory({ status: LOCKED, rows: [rowOf(1)] }, { unlock });
    unlock.mockImplementation(async () => {
      fake.setStatus(UNLOCKED);
      return { ok: true };
    });
    await openPanel('#/inventory', fake);
    await fill('Passphrase', 'open sesame');
    await click('Unlock');
    expect(unlock).toHaveBeenCalledExactlyOnceWith('open sesame');
    expect(await eventually(() => one('list', 'App passwords'))).toBeTruthy();
  });

  it.each<[UnlockOutcome, string]>([
    [{ ok: false, kind: 'wrong', retryAt: null }, "didn't open the vault"],
    [{ ok: false, kind: 'damaged' }, 'first page is damaged'],
    [{ ok: false, kind: 'newer' }, 'A newer version of Keytag made this vault'],
    [{ ok: false, kind: 'empty' }, 'Enter a passphrase first'],
    [{ ok: false, kind: 'no-memory' }, 'too little memory'],
    [{ ok: false, kind: 'none' }, 'no open vault'],
    [{ ok: false, kind: 'unavailable', why: 'refused' }, "doesn't let Keytag store"],
    [{ ok: false, kind: 'unavailable', why: 'newer-database' }, 'has used this data'],
  ])('tells wrong from damaged: %j', async (outcome, text) => {
    await openPanel('#/inventory', fakeInventory({ status: LOCKED }, { unlock: async () => outcome }));
    await fill('Passphrase', 'x');
    await click('Unlock');
    await hears(text);
    expect(all('list', 'App passwords')).toHaveLength(0);
  });

  it('counts down after wrong tries and takes no other one meanwhile', async () => {
    const unlock = vi.fn(async (): Promise<UnlockOutcome> => {
      return { ok: false, kind: 'wrong', retryAt: Date.now() + 9_500 };
    });
    await openPanel('#/inventory', fakeInventory({ status: LOCKED }, { unlock }));
    await fill('Passphrase', 'x');
    await click('Unlock');
    await eventually(() => expect(page()).toContain('Next try in 10 seconds'));
    expect(one('button', 'Unlock').getAttribute('aria-disabled')).toBe('true');
    await click('Unlock');
    expect(unlock).toHaveBeenCalledOnce();
  });

  it.each([
    ['asked', 'Your passphrase opens it.'],
    ['idle', 'nothing happened here for a while'],
    ['system', 'together with this computer'],
    ['clock', 'clock was set back'],
    ['time-limit', 'open for 12 hours'],
  ] as const)('says why it is locked: %s', async (because, text) => {
    await openPanel('#/inventory', fakeInventory({ status: { kind: 'locked', retryAt: null, because } }));
    expect(page()).toContain(text);
  });

  it('points at mistyped groups of the recovery key and then sets a new passphrase', async () => {
    const recover = vi.fn(async (): Promise<RecoverOutcome> => ({ ok: true }));
    await openPanel('#/inventory', fakeInventory({ status: LOCKED }, { recover }));
    await click('Use recovery key');
    await fill('Recovery key', KEY.replace('D4E5F', 'D4!5F'));
    expect(described(box('Recovery key'))).toContain('groups 2 and 5');
    await click('Use recovery key');
    expect(recover).not.toHaveBeenCalled();
    await fill('Recovery key', KEY);
    expect(described(box('Recovery key'))).toContain('Typed without errors');
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Use recovery key');
    expect(recover).toHaveBeenCalledExactlyOnceWith(KEY, GOOD);
    await hears('Your new passphrase is set');
  });

  it.each<[RecoverOutcome, string]>([
    [{ ok: false, kind: 'wrong', retryAt: null }, "doesn't open this vault"],
    [{ ok: false, kind: 'mistyped', groups: [3] }, 'group 3'],
    [{ ok: false, kind: 'mistyped', groups: [] }, 'seven groups of five'],
    [{ ok: false, kind: 'wait', retryAt: Date.now() + 60_000 }, 'The next try is possible at'],
    [{ ok: false, kind: 'damaged' }, 'first page is damaged'],
  ])('tells what the recovery key did not do: %j', async (outcome, text) => {
    await openPanel(
      '#/inventory/recover',
      fakeInventory({ status: LOCKED }, { recover: async () => outcome }),
    );
    await fill('Recovery key', KEY);
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Use recovery key');
    await hears(text);
  });
});

describe('locking', () => {
  it('is in the header of every screen while unlocked, and only then', async () => {
    const { fake } = await openPanel('#/inventory');
    await goTo('#/settings');
    await click('Lock now');
    expect(all('button', 'Lock now')).toHaveLength(0);
    await goTo('#/inventory');
    expect(await eventually(() => one('heading', 'The inventory is locked'))).toBeTruthy();
    expect(fake.rows()).toEqual([]);
  });

  it('takes entries, drafts and revealed passwords off every screen', async () => {
    const { fake } = await openPanel(
      '#/inventory/new',
      fakeInventory({ rows: [rowOf(1, { appName: 'Secret app' })] }),
    );
    await fill('App', 'Half written');
    await click('Lock now');
    expect(page()).not.toContain('Secret app');
    fake.setStatus(UNLOCKED);
    await settle();
    await eventually(() => expect(box('App').value).toBe(''));
  });
});

describe('a view that was closed in the middle of an edit', () => {
  it('finds it again when it is opened', async () => {
    const draft = { ...EMPTY_DRAFT, appName: 'Half a scanner' };
    const keepDraft = vi.fn(async () => undefined);
    await openPanel(
      '#/inventory/new',
      fakeInventory({}, { drafts: async () => new Map([['new', { at: null, draft }]]), keepDraft }),
    );
    await eventually(() => expect((box('App') as HTMLInputElement).value).toBe('Half a scanner'));
    await fill('Device', 'Hall');
    expect(keepDraft).toHaveBeenLastCalledWith('new', { at: null, draft: { ...draft, device: 'Hall' } });
    await click('Cancel');
    expect(keepDraft).toHaveBeenLastCalledWith('new', null);
  });
});

describe('what is wrong with what is stored', () => {
  it('says when the browser has cleared it, and offers restore instead of a welcome', async () => {
    const status: VaultStatus = {
      kind: 'wiped',
      createdAt: '2026-05-04T10:00:00.000Z',
      lastBackupAt: '2026-10-02T10:00:00.000Z',
    };
    await openPanel('#/inventory', fakeInventory({ status }));
    expect(page()).toContain('The browser has cleared');
    expect(page()).toMatch(/October 2, 2026|2 October 2026/);
    expect(all('button', 'Create the vault')).toHaveLength(0);
    await click('Restore');
    expect(one('heading', 'Restore a backup')).toBeTruthy();
  });

  it('knows of no backup', async () => {
    await openPanel(
      '#/inventory',
      fakeInventory({ status: { kind: 'wiped', createdAt: null, lastBackupAt: null } }),
    );
    expect(page()).toContain('knows of no backup');
    await click('Begin with an empty vault');
    expect(one('button', 'Create the vault')).toBeTruthy();
  });

  it('tries again when storage was not there', async () => {
    const retry = vi.fn();
    const fake = fakeInventory({ status: { kind: 'unavailable', why: 'blocked' } }, { retry });
    retry.mockImplementation(async () => fake.setStatus(NONE));
    await openPanel('#/inventory', fake);
    expect(spoken(one('alert'))).toContain('Another Keytag window');
    await click('Try again');
    expect(await eventually(() => one('button', 'Create the vault'))).toBeTruthy();
  });

  it('says that a newer version made it', async () => {
    await openPanel('#/inventory', fakeInventory({ status: { kind: 'newer' } }));
    expect(page()).toContain('Update Keytag to open it');
  });

  it('offers restore, the raw bytes and a new beginning when the header is damaged', async () => {
    const { fake } = await openPanel('#/inventory', fakeInventory({ status: { kind: 'damaged' } }));
    await click('Export what is damaged');
    await eventually(() => expect(fake.saved).toHaveLength(1));
    expect(one('button', 'Restore')).toBeTruthy();
    await click('Erase everything');
    expect(one('heading', 'Erase everything')).toBeTruthy();
  });

  it('counts damaged records above the others, exports and repairs them', async () => {
    const repair = vi.fn(async () => ({ ok: true, adopted: 2, quarantined: 1 }) as const);
    const { fake } = await openPanel(
      '#/inventory',
      fakeInventory(
        {
          status: {
            ...UNLOCKED,
            findings: [
              { kind: 'damaged', id: 'a' },
              { kind: 'damaged', id: 'b' },
              { kind: 'missing', id: 'c' },
              { kind: 'older', id: 'd' },
              { kind: 'unlisted', id: 'e' },
              { kind: 'newer', id: 'f' },
              { kind: 'list-damaged', part: 3 },
              { kind: 'rolled-back' },
            ],
          },
          rows: [rowOf(1, { appName: 'Still here' })],
        },
        { repair },
      ),
    );
    const found = spoken(one('region', 'Something is wrong with what is stored'));
    for (const text of [
      'Damaged tags: 2',
      'gone: 1',
      'older version lies here: 1',
      'had been deleted: 1',
      'newer version of Keytag: 1',
      'list is damaged',
      'earlier state',
    ])
      expect(found).toContain(text);
    expect(page()).toContain('Still here');
    await click('Export what is damaged');
    await hears('keytag-damaged.bin');
    expect(fake.saved).toHaveLength(1);
    await click('Go on with what is there');
    await hears('Set aside as damaged: 1. Taken over: 2.');
  });

  it('reminds of the sheet that nobody has confirmed', async () => {
    await openPanel('#/inventory', fakeInventory({ status: { ...UNLOCKED, isSheetMissing: true } }));
    expect(page()).toContain("recovery sheet isn't printed yet");
    expect(one('link', 'New recovery sheet')).toBeTruthy();
  });
});

describe('passphrase and safety', () => {
  it('changes the passphrase', async () => {
    const changePassphrase = vi.fn(async () => ({ ok: true }) as const);
    await openPanel('#/inventory/safe', fakeInventory({}, { changePassphrase }));
    await click('Change passphrase');
    const [current] = [...document.querySelectorAll<HTMLInputElement>('.safe input[type=password]')];
    if (!current) throw new Error('no field');
    current.value = 'old';
    current.dispatchEvent(new Event('input', { bubbles: true }));
    await fill('Passphrase', GOOD);
    await fill('Repeat passphrase', GOOD);
    await hears('3 of 4, strong');
    await click('Change passphrase');
    expect(changePassphrase).toHaveBeenCalledExactlyOnceWith('old', GOOD);
    await hears('The new passphrase is set');
  });

  it('makes a new sheet after asking for the passphrase', async () => {
    await openPanel('#/inventory/safe');
    await fill('Current passphrase', 'mine');
    await click('New recovery sheet');
    expect(await eventually(() => one('region', 'Recovery sheet'))).toBeTruthy();
    expect(page()).toContain('no longer opens the vault');
  });

  it('says when that passphrase was not it', async () => {
    const newRecoverySheet = async () => ({ ok: false, kind: 'wrong', retryAt: null }) as const;
    await openPanel('#/inventory/safe', fakeInventory({}, { newRecoverySheet }));
    await fill('Current passphrase', 'not mine');
    await click('New recovery sheet');
    await eventually(() => expect(described(box('Current passphrase'))).toContain("didn't open"));
  });

  it('erases only when asked twice', async () => {
    const { fake } = await openPanel('#/inventory/erase', fakeInventory({ rows: [rowOf(1), rowOf(2)] }));
    expect(page()).toContain('all 2 tags');
    const erase = () =>
      all('button', 'Erase everything').filter((button) => button.closest('.pane-detail'))[0];
    expect(erase()?.getAttribute('aria-disabled')).toBe('true');
    one('checkbox', /I have a backup/).click();
    await settle();
    erase()?.click();
    await settle();
    expect(fake.rows()).toHaveLength(2);
    await click('Yes, erase it');
    await hears('Everything is erased');
    expect(await eventually(() => one('button', 'Create the vault'))).toBeTruthy();
  });

  it('says when not everything could be erased', async () => {
    await openPanel('#/inventory/erase', fakeInventory({}, { eraseEverything: async () => ({ ok: false }) }));
    one('checkbox', /I have a backup/).click();
    await settle();
    all('button', 'Erase everything')[0]?.click();
    await settle();
    await click('Yes, erase it');
    await hears('Not everything could be erased');
  });
});
