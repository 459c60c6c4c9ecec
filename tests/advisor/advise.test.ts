import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictFor } from '@/utils/advisor/advise.ts';
import type { AdminFacts, Question, VerdictKind } from '@/utils/advisor/verdict.ts';
import type { AccountKind, App, Purpose } from '@/utils/catalogue/app.ts';
import { APPS, appById } from '@/utils/catalogue/index.ts';
import type { Day } from '@/utils/lib/day.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';
import { ALLOWED, app, BLOCKED, MISSING, question, REMOVAL, UNKNOWN, WITH_REMOVAL } from './support.ts';

const TODAY = '2026-11-22';
const JANUARY = '2027-01-15';
const AFTER_REMOVAL = '2029-01-01';

/** Work account, today: reading; and sending with the admin unknown, blocking, allowing, not offering. */
const WORK_TODAY: [string, VerdictKind, VerdictKind, VerdictKind, VerdictKind, VerdictKind][] = [
  // app, read, send: unknown, blocked, allowed, option missing
  ['outlook', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
  ['outlook-mobile', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
  ['apple-mail-ios', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
  ['gmail-android', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
  ['thunderbird', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed'],
  ['msmtp', 'cannot-work', 'only-for-sending', 'cannot-work', 'only-for-sending', 'depends-on-admin'],
  [
    'python-smtplib',
    'cannot-work',
    'only-for-sending',
    'cannot-work',
    'only-for-sending',
    'depends-on-admin',
  ],
  ['nodemailer', 'cannot-work', 'only-for-sending', 'cannot-work', 'only-for-sending', 'depends-on-admin'],
  ['wp-mail-smtp', 'cannot-work', 'only-for-sending', 'cannot-work', 'only-for-sending', 'depends-on-admin'],
  [
    'canon-imagerunner',
    'cannot-work',
    'only-for-sending',
    'cannot-work',
    'only-for-sending',
    'depends-on-admin',
  ],
  ['synology-dsm', 'cannot-work', 'only-for-sending', 'cannot-work', 'only-for-sending', 'depends-on-admin'],
  ['zabbix', 'cannot-work', 'only-for-sending', 'cannot-work', 'only-for-sending', 'depends-on-admin'],
];

const kind = (
  id: string,
  account: AccountKind,
  purpose: Purpose,
  admin: AdminFacts,
  today: Day,
  timeline = TIMELINE,
) => verdictFor(question(id, { account, purpose, admin, today }), timeline).kind;

describe.each(WORK_TODAY)('%s with a work account', (id, read, unknown, blocked, allowed, missing) => {
  const sends = unknown === 'only-for-sending';

  it('today', () => {
    expect(kind(id, 'work', 'read', UNKNOWN, TODAY)).toBe(read);
    expect(kind(id, 'work', 'send', UNKNOWN, TODAY)).toBe(unknown);
    expect(kind(id, 'work', 'send', BLOCKED, TODAY)).toBe(blocked);
    expect(kind(id, 'work', 'send', ALLOWED, TODAY)).toBe(allowed);
    expect(kind(id, 'work', 'send', MISSING, TODAY)).toBe(missing);
  });

  it('on 15 January 2027: as before where the admin allows it again, unknown depends on the admin', () => {
    expect(kind(id, 'work', 'read', UNKNOWN, JANUARY)).toBe(read);
    expect(kind(id, 'work', 'send', UNKNOWN, JANUARY)).toBe(sends ? 'depends-on-admin' : unknown);
    expect(kind(id, 'work', 'send', BLOCKED, JANUARY)).toBe(blocked);
    expect(kind(id, 'work', 'send', ALLOWED, JANUARY)).toBe(allowed);
    expect(kind(id, 'work', 'send', MISSING, JANUARY)).toBe(missing);
  });

  it('after the final removal: no admin helps', () => {
    for (const admin of [UNKNOWN, BLOCKED, ALLOWED, MISSING]) {
      expect(kind(id, 'work', 'read', admin, AFTER_REMOVAL, WITH_REMOVAL)).toBe(read);
      expect(kind(id, 'work', 'send', admin, AFTER_REMOVAL, WITH_REMOVAL)).toBe(
        sends ? 'cannot-work' : unknown,
      );
    }
  });
});

describe.each(WORK_TODAY)('%s with a personal account', (id, read) => {
  it.each([TODAY, JANUARY, AFTER_REMOVAL] as const)('on %s: modern sign-in or nothing', (today) => {
    for (const purpose of ['read', 'send'] as const) {
      for (const admin of [UNKNOWN, BLOCKED, ALLOWED, MISSING]) {
        expect(kind(id, 'personal', purpose, admin, today)).toBe(
          read === 'not-needed' ? 'not-needed' : 'cannot-work',
        );
      }
    }
  });
});

describe('what a verdict says', () => {
  it('names the end of December 2026 as the end of today’s answer', () => {
    for (const admin of [UNKNOWN, ALLOWED]) {
      expect(verdictFor(question('canon-imagerunner', { admin })).until).toEqual({
        event: 'sending-default-off',
        day: '2026-12-31',
        precision: 'month',
      });
    }
  });

  it('is still true on the last day of that month', () => {
    expect(verdictFor(question('zabbix', { today: '2026-12-31' })).kind).toBe('only-for-sending');
    expect(verdictFor(question('zabbix', { today: '2027-01-01' })).kind).toBe('depends-on-admin');
  });

  it('names no end that nobody knows', () => {
    expect(verdictFor(question('zabbix', { admin: ALLOWED, today: JANUARY })).until).toBeUndefined();
  });

  it('says so when the announcement is overdue and the day still unknown', () => {
    const keys = (today: Day) =>
      verdictFor(question('zabbix', { admin: ALLOWED, today })).reasons.map((reason) => reason.key);
    expect(keys(JANUARY)).toContain('reason_final_date_unknown');
    expect(keys('2028-01-01')).toContain('reason_final_date_overdue');
    expect(keys('2028-01-01')).not.toContain('reason_final_date_unknown');
  });

  it('names the final removal once the timeline knows it', () => {
    const question_ = question('zabbix', { admin: ALLOWED, today: JANUARY });
    expect(verdictFor(question_, WITH_REMOVAL).until).toEqual({
      event: 'sending-final-removal',
      day: '2028-06-30',
      precision: 'day',
    });
    expect(verdictFor(question('zabbix', { admin: UNKNOWN, today: JANUARY }), WITH_REMOVAL)).toMatchObject({
      kind: 'depends-on-admin',
      until: { event: 'sending-final-removal' },
      since: { event: 'sending-default-off' },
    });
    expect(verdictFor({ ...question_, today: '2028-06-29' }, WITH_REMOVAL).kind).toBe('only-for-sending');
    expect(verdictFor({ ...question_, today: '2028-06-30' }, WITH_REMOVAL)).toMatchObject({
      kind: 'cannot-work',
      since: { event: 'sending-final-removal' },
      next: 'alternatives',
    });
  });

  it('says since when reading and personal mail are closed', () => {
    expect(verdictFor(question('zabbix', { purpose: 'read' })).since?.event).toBe('other-protocols-closed');
    expect(verdictFor(question('zabbix', { account: 'personal' })).since).toEqual({
      event: 'personal-mail-closed',
      day: '2024-09-16',
      precision: 'day',
    });
  });

  it.each([
    ['thunderbird', {}, 'modern-setup'],
    ['canon-imagerunner', {}, 'guide'],
    ['canon-imagerunner', { admin: BLOCKED }, 'ask-admin'],
    ['canon-imagerunner', { admin: MISSING }, 'ask-admin'],
    ['canon-imagerunner', { today: JANUARY }, 'ask-admin'],
    ['canon-imagerunner', { account: 'personal' }, 'alternatives'],
    ['python-smtplib', { purpose: 'read' }, 'alternatives'],
    ['msmtp', { purpose: 'read' }, 'modern-setup'],
  ] as const)('offers for %s %j as the next thing %s', (id, change, next) => {
    expect(verdictFor(question(id, change)).next).toBe(next);
  });

  it.each([
    ['thunderbird', {}, 'modern-sign-in'],
    ['canon-imagerunner', {}, 'modern-sign-in'],
    ['python-smtplib', {}, 'graph'],
    ['python-smtplib', { account: 'personal' }, 'modern-sign-in'],
  ] as const)('names for %s %j as the best way out %s', (id, change, best) => {
    expect(verdictFor(question(id, change)).instead[0]).toBe(best);
  });

  it('is as certain as the weakest claim it rests on', () => {
    expect(verdictFor(question('thunderbird')).certainty).toBe('reported');
    expect(verdictFor(question('thunderbird', { account: 'personal' })).certainty).toBe('uncertain');
    expect(verdictFor(question('outlook', { account: 'personal' })).certainty).toBe('documented');
    expect(verdictFor(question('canon-imagerunner')).certainty).toBe('reported');
    expect(verdictFor(question('synology-dsm')).certainty).toBe('uncertain');
    // That no password reads mail is certain whatever the program is.
    expect(verdictFor(question('synology-dsm', { purpose: 'read' })).certainty).toBe('documented');
  });

  it('takes a clock that is behind the facts for wrong, and says which day it assumes', () => {
    expect(verdictFor(question('zabbix', { today: '2019-05-05' })).assumes).toBe('2026-11-22');
    expect(verdictFor(question('zabbix', { today: '2031-05-05' })).assumes).toBe('2031-05-05');
  });

  it('follows the timeline: without the default switch nothing ends in December', () => {
    const withdrawn = TIMELINE.map((event) =>
      event.id === 'sending-default-off'
        ? { ...event, status: 'superseded' as const, replacedBy: 'x' }
        : event,
    );
    const verdict = verdictFor(question('zabbix', { today: JANUARY }), withdrawn);
    expect(verdict.kind).toBe('only-for-sending');
    expect(verdict.until).toBeUndefined();
  });

  it('never sends a retired app anywhere but away', () => {
    const retired = app('zabbix', { retired: { certainty: 'documented' } });
    for (const account of ['work', 'personal'] as const) {
      const verdict = verdictFor({ ...question('zabbix', { account }), app: retired });
      expect(verdict).toMatchObject({ kind: 'cannot-work', next: 'alternatives' });
    }
  });

  it('says "needed" where Microsoft does: an old console with a personal account', () => {
    const console_ = app('zabbix', {
      purposes: ['sign-in'],
      needsAppPassword: { account: 'personal', certainty: 'documented' },
    });
    const ask = (account: AccountKind, purpose: Purpose) =>
      verdictFor({ ...question('zabbix', { account, purpose }), app: console_ });
    expect(ask('personal', 'sign-in')).toMatchObject({ kind: 'needed', next: 'personal-page' });
    expect(ask('personal', 'send').kind).toBe('cannot-work');
    expect(ask('work', 'sign-in').kind).toBe('cannot-work');
  });
});

describe('every verdict', () => {
  const days = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as Day);
  const supports = ['always', 'since', 'some-models', 'by-hand', 'none', 'unknown'] as const;
  const anyApp: fc.Arbitrary<App> = fc
    .tuple(
      fc.constantFrom(...APPS),
      fc.constantFrom(...supports),
      fc.boolean(),
      fc.option(fc.boolean(), { nil: undefined }),
      fc.boolean(),
    )
    .map(([base, support, possible, personal, isRetired]) => ({
      ...base,
      modernSignIn: {
        support,
        certainty: base.modernSignIn.certainty,
        ...(support === 'since' && { since: 'version 2' }),
        ...(personal !== undefined && { personal: { works: personal, certainty: 'reported' as const } }),
      },
      passwordSending: { possible, certainty: 'reported' },
      ...(isRetired && { retired: { certainty: 'reported' as const } }),
    }));
  const questions: fc.Arbitrary<Question> = fc.record({
    app: fc.oneof(fc.constantFrom(...APPS), anyApp),
    account: fc.constantFrom('work', 'personal'),
    purpose: fc.constantFrom('read', 'send', 'sign-in'),
    admin: fc.record({
      smtpAuth: fc.constantFrom('allowed', 'blocked', 'unknown'),
      appPasswords: fc.constantFrom('offered', 'missing', 'unknown'),
    }),
    today: days,
  });
  // What happened stays in every timeline; plans come and go.
  const withoutPlans = TIMELINE.filter((event) => event.status === 'done');
  const timelines = fc.constantFrom(TIMELINE, WITH_REMOVAL, withoutPlans, [...withoutPlans, REMOVAL]);
  const holds = (check: (question: Question, verdict: ReturnType<typeof verdictFor>) => void) => {
    fc.assert(
      fc.property(questions, timelines, (question, timeline) =>
        check(question, verdictFor(question, timeline)),
      ),
      { numRuns: 2000 },
    );
  };

  it('has reasons and sources', () => {
    holds((_, verdict) => {
      expect(verdict.reasons.length).toBeGreaterThan(0);
      expect(verdict.sources.length).toBeGreaterThan(0);
    });
  });

  it('names an end that is not over and a beginning that is', () => {
    holds((question, verdict) => {
      if (verdict.until) expect(verdict.until.day >= question.today).toBe(true);
      if (verdict.since) expect(verdict.since.day <= verdict.assumes).toBe(true);
      expect(verdict.assumes >= question.today).toBe(true);
    });
  });

  it('never lets a password read mail, and none send for a personal account', () => {
    holds((question, verdict) => {
      if (question.purpose === 'read' || question.account === 'personal') {
        expect(['not-needed', 'cannot-work', ...(question.app.needsAppPassword ? ['needed'] : [])]).toContain(
          verdict.kind,
        );
      }
      if (question.purpose === 'read') expect(verdict.kind).not.toBe('needed');
    });
  });

  it('leads to Microsoft’s page only where an app password can work', () => {
    holds((_, verdict) => {
      expect(verdict.next === 'guide').toBe(verdict.kind === 'only-for-sending');
      expect(verdict.next === 'personal-page').toBe(verdict.kind === 'needed');
    });
  });

  it('names no alternative twice and always one where a password fails', () => {
    holds((question, verdict) => {
      expect(new Set(verdict.instead).size).toBe(verdict.instead.length);
      if (verdict.kind === 'cannot-work' && !question.app.needsAppPassword)
        expect(verdict.instead.length).toBeGreaterThan(0);
    });
  });

  it('asks the admin of work accounts only', () => {
    holds((question, verdict) => {
      if (verdict.next === 'ask-admin') expect(question.account).toBe('work');
    });
  });

  it('leaves the question as it was', () => {
    const frozen = Object.freeze(question('zabbix'));
    expect(() => verdictFor(frozen)).not.toThrow();
  });
});

it('covers the twelve apps the product started with', () => {
  for (const [id] of WORK_TODAY) expect(appById(id), id).toBeDefined();
});
