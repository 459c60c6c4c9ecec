// @vitest-environment happy-dom
/** What a person sees of their organisation's policy: marked, explained, and not to be changed. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { inventoryRules, managedReminders } from '@/utils/helpdesk/managed.ts';
import { POLICY_KEYS, readPolicy } from '@/utils/helpdesk/policy.ts';
import { DEFAULT_SETTINGS } from '@/utils/rotation/settings.ts';
import { EVERY_VALUE } from '../helpdesk/policy-values.ts';
import { fakeInventory, rowOf, UNLOCKED } from './inventory-fake.ts';
import { goTo, openPanel } from './open-panel.tsx';
import { all, described, eventually, hide, one, press, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const MARK = 'Set by your organisation';
// Loaded once for all, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([
    import('@/entrypoints/sidepanel/inventory.tsx'),
    import('@/entrypoints/sidepanel/advice-rooms.tsx'),
    import('@/entrypoints/sidepanel/knowledge.ts'),
    import('@/entrypoints/sidepanel/policy-reading.ts'),
    import('@/components/policy-card.tsx'),
  ]);
}, 60_000);

const text = () => spoken(document.body);
const region = (name: string) => spoken(one('region', name));

beforeEach(() => {
  setUiLanguage('en');
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

/** The browser has not answered yet. */
const UNTOLD = Symbol('untold');

async function open(hash: string, managed: unknown, rows = [rowOf(1)]) {
  const { policy } = readPolicy(managed === UNTOLD ? undefined : managed);
  const inventory = fakeInventory({ rows, status: UNLOCKED });
  inventory.setRules(inventoryRules(policy));
  const tellers = new Set<(managed: unknown) => void>();
  const change = vi.fn(async () => undefined);
  const reminders = {
    watch(listener: (settings: unknown, memory: unknown) => void) {
      listener(managedReminders(DEFAULT_SETTINGS, policy), null);
      return () => undefined;
    },
    change,
    touched: async () => undefined,
    snooze: async () => undefined,
    trustClock: async () => undefined,
    dues: async () => [],
  };
  await openPanel(hash, {
    inventory: async () => ({ ...inventory.ports, reminders }),
    policy: {
      watch(listener) {
        tellers.add(listener);
        if (managed !== UNTOLD) listener(managed);
        return () => tellers.delete(listener);
      },
    },
  });
  return { inventory, change, tell: (next: unknown) => tellers.forEach((listener) => void listener(next)) };
}

describe('the settings', () => {
  it('say nothing of an organisation where nothing is managed', async () => {
    await open('#/settings', undefined);
    await eventually(() => one('region', 'Reminders'));
    expect(text()).not.toContain(MARK);
    expect(all('region', 'What your organisation manages')).toEqual([]);
  });

  it('list each managed value in words, each with its mark', async () => {
    await open('#/settings', EVERY_VALUE);
    const card = await eventually(() => one('region', 'What your organisation manages'));
    const rows = [...card.querySelectorAll('dl > div')].map((row) =>
      [...row.querySelectorAll('dt, dd > *')].map(spoken).join(' '),
    );
    expect(rows).toHaveLength(POLICY_KEYS.length);
    expect(rows.every((row) => row.includes(MARK))).toBe(true);
    for (const said of [
      'Name of the organisation Contoso',
      'Contacts Service desk, desk@contoso.example',
      'Day suggested to replace new app passwords After 180 days',
      'First reminder 7 days before',
      'Quiet hours From 6:00 PM to 9:00 AM',
      'Least strength of a passphrase 4 of 4',
      'Longest time until the inventory locks 10 minutes',
      'Passwords themselves may be kept No',
      'Length of self-made passwords At least 20 characters',
      'Hidden apps the-bat',
      'Where the second sign-in step comes from Per user',
      'Language of hand-outs German',
    ]) {
      expect(
        rows.some((row) => row.replace(/\s/g, ' ').includes(said)),
        said,
      ).toBe(true);
    }
    expect(text()).not.toContain('Values that are ignored');
  });

  it('name what is ignored, where it stands and why, and keep the rest', async () => {
    await open('#/settings', {
      organisationName: 'Contoso',
      organisationLogo: 'data:image/svg+xml,<svg onload=alert(1)>',
      links: [
        { label: 'Good', url: 'https://contoso.example' },
        { label: 'Bad', url: 'javascript:alert(1)' },
      ],
      longestAutoLock: '10',
      'a<b>c': 1,
    });
    const card = await eventually(() => one('region', 'What your organisation manages'));
    const items = [...card.querySelectorAll('li')].map((item) => spoken(item).replace(/\s+/g, ' '));
    expect(items).toEqual([
      'organisationLogo: This is no PNG image, or it is too large.',
      'links[2]: Only plain addresses with https, mailto or tel are opened.',
      'longestAutoLock: This is another kind of value than the one expected.',
      "a<b>c: This version of Keytag doesn't know this key.",
    ]);
    expect(spoken(card)).toContain('Contoso');
    expect(card.querySelector('b, svg[onload], a')).toBeNull();
  });

  it('follow a policy that comes and goes while they are open', async () => {
    const { tell } = await open('#/settings', undefined);
    tell({ organisationName: 'Contoso' });
    await eventually(() => expect(region('What your organisation manages')).toContain('Contoso'));
    tell(undefined);
    await eventually(() => expect(all('region', 'What your organisation manages')).toEqual([]));
  });

  it('show reminders as they are managed, their controls disabled and explained', async () => {
    await open('#/settings', {
      remindersEnabled: false,
      reminderLead: 30,
      quietHours: { from: 17, to: 7 },
      rotationInterval: 45,
    });
    const card = await eventually(() => one('region', 'Reminders'));
    const on = one('checkbox', 'Remind me by notification') as HTMLInputElement;
    expect([on.checked, on.disabled]).toEqual([false, true]);
    expect(described(on)).toContain(MARK);
    const selects = [...card.querySelectorAll('select')];
    const state = selects.map(({ value, disabled }) => [value, disabled]);
    expect(state).toEqual([
      ['30', true],
      ['9', false],
      ['17', true],
      ['7', true],
      ['45', true],
    ]);
    expect(selects.filter((select) => described(select).includes(MARK))).toHaveLength(4);
    expect(spoken(card)).toContain('After 45 days');
  });

  it('leave to the person what is not managed', async () => {
    const { change } = await open('#/settings', { reminderLead: 30 });
    const on = await eventually(() => one('checkbox', 'Remind me by notification'));
    await press(on);
    expect(change).toHaveBeenCalledWith({ ...DEFAULT_SETTINGS, lead: 30, isOn: false });
  });

  it('offer no longer time until the lock than allowed, and say so', async () => {
    await open('#/settings', { longestAutoLock: 10 });
    await eventually(() => one('radio', '10 minutes'));
    const choices = all('radio').map((radio) => (radio as HTMLInputElement).value);
    expect(choices).toEqual(['1', '5', '10']);
    const card = region('When the inventory locks');
    expect(card).toContain(MARK);
    expect(card).toContain('at most 10 minutes');
  });
});

describe('keeping passwords', () => {
  it('is not offered in a new tag where it is forbidden, and the reason stands there', async () => {
    await open('#/inventory/new', { keepPasswords: false });
    await eventually(() => one('heading', 'New tag'));
    expect(document.querySelector('input[type="password"]')).toBeNull();
    expect(text()).toContain("doesn't allow Keytag to keep passwords");
    expect(text()).toContain(MARK);
  });

  it('that were kept before can still be removed', async () => {
    const kept = rowOf(1, { password: 'abcdefghijklmnop' });
    const { inventory } = await open(`#/inventory/${kept.entry.id}`, { keepPasswords: false }, [kept]);
    await press(await eventually(() => one('button', 'Edit')));
    await press(await eventually(() => one('button', 'Remove the kept password')));
    await press(one('button', 'Save'));
    await eventually(() => expect(inventory.rows()[0]?.entry.password).toBeNull());
  });
});

describe('files for other programs', () => {
  it('are not offered where they are forbidden; the backup is', async () => {
    await open('#/inventory', { allowExports: false });
    await eventually(() => one('button', 'Back up'));
    expect(all('button', 'Export')).toEqual([]);
    await goTo('#/inventory/export');
    await eventually(() => expect(text()).toContain("doesn't allow files for other programs"));
    expect(document.querySelector('form')).toBeNull();
  });
});

describe('hidden apps', () => {
  const HIDES = { hiddenApps: ['the-bat'] };
  const APP = 'The Bat!';
  const isLoading = () => expect(document.querySelector('.loading')).not.toBeNull();

  /** Whether its name stood anywhere in the panel at any moment. */
  function watchFor(name: string): () => boolean {
    let wasSeen = false;
    const look = () => {
      wasSeen ||= (document.body.textContent ?? '').includes(name);
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    return () => {
      look();
      observer.disconnect();
      return wasSeen;
    };
  }

  it('are never in the list, not even before the policy is read', async () => {
    const wasSeen = watchFor(APP);
    const { tell } = await open('#/apps', UNTOLD);
    one('heading', 'Apps');
    await eventually(isLoading);
    tell(HIDES);
    await eventually(() => one('link', /^Thunderbird(?! )/));
    expect(wasSeen()).toBe(false);
  });

  it('are shown as not in the list where a link leads to them, and nothing before', async () => {
    const wasSeen = watchFor('Start the guide');
    const { tell } = await open('#/apps/the-bat', UNTOLD);
    await eventually(isLoading);
    tell(HIDES);
    await eventually(() => expect(text()).toContain('Not in your list'));
    expect(wasSeen()).toBe(false);
  });

  it('are not offered by the adviser', async () => {
    const { tell } = await open('#/adviser', UNTOLD);
    await eventually(isLoading);
    expect(all('radio')).toEqual([]);
    tell(HIDES);
    await eventually(() => expect(all('radio').length).toBeGreaterThan(0));
  });

  it('make nobody else wait: the rest is there before the policy, and the list where there is none', async () => {
    const { tell } = await open('#/', UNTOLD);
    one('heading', 'What matters today');
    await goTo('#/apps');
    tell(undefined);
    await eventually(() => one('link', new RegExp(`^${APP}`)));
  });
});

describe('an app’s page', () => {
  const radio = (name: RegExp, value: string) =>
    all('radio').find(
      (each) =>
        (each as HTMLInputElement).value === value && name.test(spoken(each.closest('fieldset') as Element)),
    ) as HTMLInputElement;

  it('has the questions on the admin answered and marked, and the verdict follows', async () => {
    await open('#/apps/other-device', { smtpAuth: 'off', mfa: 'conditional-access' });
    await eventually(() =>
      expect(text()).toContain('Your organisation has switched off sending by password'),
    );
    expect(radio(/SMTP AUTH/, 'blocked').checked).toBe(true);
    expect(radio(/offered on/, 'missing').checked).toBe(true);
    expect(document.querySelectorAll('fieldset .managed')).toHaveLength(2);
    expect(document.querySelector('details[open]')).not.toBeNull();
  });

  it('lets the person say otherwise of their own mailbox', async () => {
    await open('#/apps/other-device', { smtpAuth: 'off' });
    await eventually(() => expect(radio(/SMTP AUTH/, 'blocked').checked).toBe(true));
    await press(radio(/SMTP AUTH/, 'allowed'));
    expect(text()).toContain('You said your admin allows sending');
    expect(document.querySelectorAll('fieldset .managed')).toHaveLength(0);
  });

  it('names why the option is missing', async () => {
    await open('#/apps/other-device', { appPasswords: 'forbidden' });
    await eventually(() => expect(text()).toContain('has app passwords switched off'));
  });
});

describe('the adviser and the search for the option', () => {
  it('start from what the organisation says', async () => {
    await open('#/option-missing', { mfa: 'security-defaults' });
    await eventually(() => one('heading', 'Your second step comes from a policy'));
    expect(text()).toContain(MARK);
    await press(one('button', "That wasn't it"));
    await eventually(() => expect(text()).not.toContain(MARK));
  });
});
