/** What a policy changes in the parts it touches. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { verdictFor } from '@/utils/advisor/advise.ts';
import { nextStep } from '@/utils/advisor/option-missing.ts';
import { appById } from '@/utils/catalogue/index.ts';
import {
  adminFacts,
  inventoryRules,
  knownCauses,
  managedReminders,
  managedSettings,
  ownReminders,
} from '@/utils/helpdesk/managed.ts';
import { NO_POLICY, type Policy } from '@/utils/helpdesk/policy.ts';
import { USUAL_RULES } from '@/utils/inventory/rules.ts';
import { loadManaged, watchManaged } from '@/utils/platform/policy.ts';
import { DEFAULT_SETTINGS, type ReminderSettings } from '@/utils/rotation/settings.ts';

const policy = (change: Partial<Policy>): Policy => ({ ...NO_POLICY, ...change });

describe('the inventory', () => {
  it('has its usual rules without a policy', () => {
    expect(inventoryRules(NO_POLICY)).toEqual(USUAL_RULES);
  });

  it('has the rules of the policy', () => {
    expect(
      inventoryRules(
        policy({
          minimumPassphraseScore: 4,
          longestAutoLock: 7,
          keepPasswords: false,
          allowExports: false,
          selfMadeLength: 30,
          sensitiveLength: 40,
        }),
      ),
    ).toEqual({
      minimumScore: 4,
      longestIdle: 7,
      mayKeepPasswords: false,
      mayExport: false,
      selfMadeLength: 30,
      sensitiveLength: 40,
    });
  });
});

describe('reminders', () => {
  const own: ReminderSettings = { ...DEFAULT_SETTINGS, hour: 11, lead: 30, interval: 90, showsNames: true };
  const all = policy({
    remindersEnabled: false,
    reminderLead: 1,
    quietHours: { from: 12, to: 13 },
    rotationInterval: 365,
  });

  it('stay the person’s own without a policy', () => {
    expect(managedReminders(own, NO_POLICY)).toEqual(own);
    expect(managedSettings(NO_POLICY).size).toBe(0);
  });

  it('follow the policy in what it decides, and the person in the rest', () => {
    expect(managedReminders(own, all)).toEqual({
      ...own,
      isOn: false,
      lead: 1,
      quiet: { from: 12, to: 13 },
      interval: 365,
    });
    expect([...managedSettings(all)].toSorted()).toEqual(['interval', 'isOn', 'lead', 'quiet']);
  });

  it('have no interval where the policy says so, and a lead of no days', () => {
    const forced = managedReminders(own, policy({ rotationInterval: 'off', reminderLead: 0 }));
    expect(forced).toMatchObject({ interval: null, lead: 0 });
  });

  it('keep what the person chose before, for the day the policy ends', () => {
    const shown = { ...managedReminders(own, all), hour: 15 };
    expect(ownReminders(shown, own, all)).toEqual({ ...own, hour: 15 });
    expect(ownReminders(shown, own, NO_POLICY)).toEqual(shown);
  });
});

describe('what is known of the admin', () => {
  it.each<[Partial<Policy>, ReturnType<typeof adminFacts>]>([
    [{}, { smtpAuth: 'unknown', appPasswords: 'unknown' }],
    [{ smtpAuth: 'on' }, { smtpAuth: 'allowed', smtpAuthBy: 'organisation', appPasswords: 'unknown' }],
    [{ smtpAuth: 'off' }, { smtpAuth: 'blocked', smtpAuthBy: 'organisation', appPasswords: 'unknown' }],
    [{ appPasswords: 'allowed' }, { smtpAuth: 'unknown', appPasswords: 'offered' }],
    [
      { appPasswords: 'forbidden' },
      { smtpAuth: 'unknown', appPasswords: 'missing', missingBecause: 'switched-off' },
    ],
    [{ mfa: 'per-user' }, { smtpAuth: 'unknown', appPasswords: 'unknown' }],
    [
      { mfa: 'conditional-access', appPasswords: 'allowed' },
      { smtpAuth: 'unknown', appPasswords: 'missing', missingBecause: 'conditional-access' },
    ],
    [
      { mfa: 'security-defaults', appPasswords: 'forbidden' },
      { smtpAuth: 'unknown', appPasswords: 'missing', missingBecause: 'security-defaults' },
    ],
  ])('follows from %j', (change, facts) => {
    expect(adminFacts(policy(change))).toEqual(facts);
  });

  const reasons = (change: Partial<Policy>, today: '2026-11-22' | '2027-02-01' = '2026-11-22') => {
    const app = appById('other-device');
    if (!app) throw new Error('no such app');
    const admin = adminFacts(policy(change));
    const verdict = verdictFor({ app, account: 'work', purpose: 'send', admin, today });
    return { kind: verdict.kind, next: verdict.next, keys: verdict.reasons.map(({ key }) => key), verdict };
  };

  it.each<[Partial<Policy>, string, string, string]>([
    [{}, 'only-for-sending', 'guide', 'reason_if_admin_allows'],
    [{ smtpAuth: 'on' }, 'only-for-sending', 'guide', 'reason_organisation_allows'],
    [{ smtpAuth: 'off' }, 'cannot-work', 'ask-admin', 'reason_admin_blocks'],
    [{ appPasswords: 'forbidden' }, 'depends-on-admin', 'ask-admin', 'reason_app_passwords_off'],
    [{ mfa: 'conditional-access' }, 'depends-on-admin', 'ask-admin', 'reason_conditional_access'],
    [{ mfa: 'security-defaults' }, 'depends-on-admin', 'ask-admin', 'reason_security_defaults'],
  ])('sharpens the verdict: %j gives %s', (change, kind, next, reason) => {
    const given = reasons(change);
    expect(given).toMatchObject({ kind, next });
    expect(given.keys).toContain(reason);
  });

  it('says no more who is offered one where the organisation allows app passwords', () => {
    expect(reasons({}).keys).toContain('reason_who_is_offered_one');
    expect(reasons({ appPasswords: 'allowed' }).keys).not.toContain('reason_who_is_offered_one');
  });

  it('settles what is off by default after 2026', () => {
    expect(reasons({}, '2027-02-01').kind).toBe('depends-on-admin');
    expect(reasons({ smtpAuth: 'on' }, '2027-02-01').kind).toBe('only-for-sending');
  });

  it('brings the source of what hides the option', () => {
    const titles = (change: Partial<Policy>) => reasons(change).verdict.sources.map(({ title }) => title);
    expect(titles({ mfa: 'conditional-access' }).length).toBeGreaterThan(
      titles({ appPasswords: 'forbidden' }).length,
    );
    expect(reasons({ mfa: 'security-defaults' }).verdict.certainty).not.toBe('documented');
  });
});

describe('the search for the missing option', () => {
  it.each<[Partial<Policy>, ReturnType<typeof nextStep>['is'], string]>([
    [{}, 'ask', 'personal-account'],
    [{ mfa: 'per-user', appPasswords: 'allowed' }, 'ask', 'personal-account'],
    [{ mfa: 'conditional-access' }, 'found', 'policy-mfa'],
    [{ mfa: 'security-defaults' }, 'found', 'policy-mfa'],
    [{ mfa: 'per-user', appPasswords: 'forbidden' }, 'found', 'setting-off'],
  ])('starts from %j', (change, is, id) => {
    const step = nextStep(knownCauses(policy(change)));
    expect(step.is).toBe(is);
    expect('cause' in step && step.cause.id).toBe(id);
  });

  it('does not ask what the organisation has answered', () => {
    const known = knownCauses(policy({ mfa: 'per-user', appPasswords: 'allowed' }));
    expect([...known]).toEqual([
      ['policy-mfa', 'no'],
      ['setting-off', 'no'],
    ]);
    const asked = nextStep(new Map([...known, ['personal-account', 'no']]));
    expect('cause' in asked && asked.cause.id).toBe('not-enforced');
  });
});

describe('what the browser holds', () => {
  type Listener = (changes: unknown, area: string) => void;
  /** A browser that answers so each time it is asked. */
  function aBrowser(get: () => Promise<unknown>) {
    const listeners = new Set<Listener>();
    vi.spyOn(browser.storage.managed, 'get').mockImplementation(get as never);
    vi.spyOn(browser.storage.onChanged, 'addListener').mockImplementation((each) => {
      listeners.add(each as Listener);
    });
    vi.spyOn(browser.storage.onChanged, 'removeListener').mockImplementation((each) => {
      listeners.delete(each as Listener);
    });
    return { listeners, change: (area: string) => listeners.forEach((each) => void each({}, area)) };
  }
  afterEach(() => vi.restoreAllMocks());

  it('is nothing where it rejects, as Firefox does where nobody manages it', async () => {
    aBrowser(async () => {
      throw new Error('Managed storage manifest not found');
    });
    expect(await loadManaged()).toBeUndefined();
    const heard = vi.fn();
    watchManaged(heard);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(undefined));
  });

  it('is told at once and at each change of it, and no longer than wanted', async () => {
    let name = 'Contoso';
    const { listeners, change } = aBrowser(async () => ({ organisationName: name }));
    const heard = vi.fn();
    const end = watchManaged(heard);
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ organisationName: 'Contoso' }));
    name = 'Fabrikam';
    change('local');
    change('managed');
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith({ organisationName: 'Fabrikam' }));
    expect(heard).toHaveBeenCalledTimes(2);
    change('managed');
    end();
    await Promise.resolve();
    expect(heard).toHaveBeenCalledTimes(2);
    expect(listeners.size).toBe(0);
  });
});
