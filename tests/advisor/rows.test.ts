/** Every app of the catalogue, in rows of like ones: the verdict for both account kinds and both purposes,
 * today, on 15 January 2027 with and without the admin's re-enabling, and after a final removal. */
import { describe, expect, it } from 'vitest';
import { verdictFor } from '@/utils/advisor/advise.ts';
import type { AdminFacts, VerdictKind } from '@/utils/advisor/verdict.ts';
import type { AccountKind, Purpose } from '@/utils/catalogue/app.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import type { Day } from '@/utils/lib/day.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';
import { ALLOWED, BLOCKED, MISSING, question, UNKNOWN, WITH_REMOVAL } from './support.ts';

/** The column "Needs app pw?": `no` (Never, No), `send-only`, `cannot` (Can't, No/Can't). */
type Need = 'no' | 'send-only' | 'cannot';
/** Whether a personal account gets in by modern sign-in; everything else can't work there. */
type Personal = 'signs in' | 'no';

const ROWS: [row: string, need: Need, personal: Personal, ...ids: string[]][] = [
  ['1', 'cannot', 'no', 'outlook-2010'],
  ['2', 'cannot', 'no', 'outlook-2013'],
  ['3', 'no', 'no', 'outlook-2016-2019'],
  ['4', 'no', 'signs in', 'outlook'],
  ['5', 'no', 'signs in', 'outlook-new'],
  ['6', 'no', 'signs in', 'outlook-mac'],
  ['7', 'no', 'signs in', 'outlook-mobile'],
  ['8', 'no', 'signs in', 'outlook-web'],
  ['9', 'no', 'signs in', 'apple-mail-ios'],
  ['10', 'no', 'signs in', 'apple-mail-macos'],
  ['11', 'no', 'signs in', 'gmail-android'],
  ['12', 'send-only', 'no', 'gmail-send-as'],
  ['13', 'cannot', 'no', 'gmail-fetch'],
  ['14', 'no', 'signs in', 'samsung-email'],
  ['15', 'no', 'no', 'nine'],
  ['16', 'no', 'signs in', 'thunderbird'],
  ['17', 'no', 'signs in', 'em-client'],
  ['18', 'no', 'signs in', 'mailbird'],
  ['19', 'cannot', 'no', 'postbox'],
  ['20', 'no', 'no', 'the-bat'],
  ['21', 'no', 'no', 'evolution'],
  ['22', 'no', 'no', 'kmail'],
  ['23', 'send-only', 'no', 'mutt'],
  ['24', 'send-only', 'no', 'msmtp'],
  ['24 (isync only reads)', 'cannot', 'no', 'isync'],
  ['25', 'send-only', 'no', 'postfix', 'sendmail'],
  ['26', 'send-only', 'no', 'python-smtplib', 'nodemailer', 'phpmailer', 'mailkit', 'jakarta-mail'],
  ['27', 'send-only', 'no', 'wp-mail-smtp', 'post-smtp', 'fluent-smtp'],
  ['28', 'send-only', 'no', 'powershell'],
  ['29', 'no', 'signs in', 'power-automate'],
  ['30', 'send-only', 'no', 'hp-mfp'],
  ['31', 'send-only', 'no', 'canon-imagerunner', 'canon-maxify'],
  ['32', 'send-only', 'no', 'xerox'],
  ['33', 'send-only', 'no', 'ricoh'],
  ['34', 'send-only', 'no', 'brother'],
  ['35', 'send-only', 'no', 'konica-minolta'],
  ['36', 'send-only', 'no', 'kyocera'],
  ['37', 'send-only', 'no', 'epson'],
  ['38', 'send-only', 'no', 'sharp'],
  ['39', 'send-only', 'no', 'fujifilm'],
  ['40', 'send-only', 'no', 'synology-dsm'],
  ['41', 'no', 'signs in', 'qnap'],
  [
    '42',
    'send-only',
    'no',
    'apc-ups',
    'eaton-ups',
    'ip-camera',
    'zabbix',
    'prtg',
    'nagios',
    'grafana',
    'proxmox',
  ],
  ['43', 'no', 'no', 'veeam-m365'],
  ['43b', 'no', 'no', 'veeam-backup'],
  ['44', 'send-only', 'no', 'home-assistant'],
  ['45', 'no', 'no', 'salesforce'],
  ['46', 'no', 'no', 'hubspot'],
  ['47', 'no', 'no', 'zoho'],
  ['48', 'no', 'no', 'jira-cloud'],
  ['48b', 'no', 'no', 'jira-data-center'],
  ['49', 'no', 'no', 'zendesk'],
  ['50', 'no', 'no', 'freshdesk'],
  ['51', 'no', 'no', 'trello', 'asana', 'slack'],
  ['52', 'no', 'no', 'n8n', 'make', 'zapier'],
  ['53', 'send-only', 'no', 'freescout', 'osticket', 'nextcloud-mail', 'wekan', 'optscale', 'authentik'],
  ['54', 'no', 'no', 'crushftp'],
  ['55', 'no', 'no', 'opmanager'],
  ['56', 'no', 'no', 'kaseya-vsa'],
  ['57 (NAV)', 'send-only', 'no', 'dynamics-nav'],
  ['57 (Business Central)', 'no', 'no', 'business-central'],
  ['58', 'no', 'no', 'teams-rooms'],
  ['59', 'no', 'no', 'codetwo'],
  // Apps of the other kinds; the same rules.
  ['more mail programs', 'no', 'signs in', 'thunderbird-android'],
  ['more programs and devices', 'send-only', 'no', 'lexmark', 'curl', 'swaks', 'dotnet-smtpclient'],
  ['what nobody named', 'send-only', 'no', 'other-mail-program', 'other-service', 'other-device'],
];

const TODAY = '2026-11-22';
const JANUARY = '2027-01-15';
const LATER = '2030-01-01';
const ADMINS = [UNKNOWN, BLOCKED, ALLOWED, MISSING];

const cases = ROWS.flatMap(([row, need, personal, ...ids]) => ids.map((id) => ({ row, need, personal, id })));

describe.each(cases)('row $row, $id: $need', ({ id, need, personal }) => {
  const kind = (
    account: AccountKind,
    purpose: Purpose,
    admin: AdminFacts,
    today: Day,
    timeline = TIMELINE,
  ): VerdictKind => verdictFor(question(id, { account, purpose, admin, today }), timeline).kind;
  const reading = need === 'no' ? 'not-needed' : 'cannot-work';
  /** What sending is worth where a password may send. */
  const sending = (kindWhereItMay: VerdictKind): VerdictKind =>
    need === 'no' ? 'not-needed' : need === 'cannot' ? 'cannot-work' : kindWhereItMay;

  it('reads with modern sign-in or not at all, on every day, whatever the admin does', () => {
    for (const admin of ADMINS) {
      for (const today of [TODAY, JANUARY, LATER] as const)
        expect(kind('work', 'read', admin, today)).toBe(reading);
      expect(kind('work', 'read', admin, LATER, WITH_REMOVAL)).toBe(reading);
    }
  });

  it('sends today', () => {
    expect(kind('work', 'send', UNKNOWN, TODAY)).toBe(sending('only-for-sending'));
    expect(kind('work', 'send', ALLOWED, TODAY)).toBe(sending('only-for-sending'));
    expect(kind('work', 'send', BLOCKED, TODAY)).toBe(sending('cannot-work'));
    expect(kind('work', 'send', MISSING, TODAY)).toBe(sending('depends-on-admin'));
  });

  it('sends on 15 January 2027 with the admin’s re-enabling, and not without', () => {
    expect(kind('work', 'send', ALLOWED, JANUARY)).toBe(sending('only-for-sending'));
    expect(kind('work', 'send', BLOCKED, JANUARY)).toBe(sending('cannot-work'));
    expect(kind('work', 'send', UNKNOWN, JANUARY)).toBe(sending('depends-on-admin'));
  });

  it('no longer sends by password after the final removal', () => {
    for (const admin of ADMINS)
      expect(kind('work', 'send', admin, LATER, WITH_REMOVAL)).toBe(sending('cannot-work'));
  });

  it('gets into a personal mailbox by modern sign-in only', () => {
    for (const purpose of ['read', 'send'] as const) {
      for (const today of [TODAY, JANUARY] as const) {
        expect(kind('personal', purpose, UNKNOWN, today)).toBe(
          personal === 'signs in' ? 'not-needed' : 'cannot-work',
        );
      }
      expect(kind('personal', purpose, ALLOWED, LATER, WITH_REMOVAL)).toBe(
        personal === 'signs in' ? 'not-needed' : 'cannot-work',
      );
    }
  });
});

describe('row 60, xbox-360', () => {
  it('needs one for its own sign-in with a personal account, and has nothing to do with mail', () => {
    const ask = (account: AccountKind, purpose: Purpose) =>
      verdictFor(question('xbox-360', { account, purpose }));
    expect(ask('personal', 'sign-in')).toMatchObject({
      kind: 'needed',
      certainty: 'documented',
      next: 'personal-page',
    });
    expect(ask('personal', 'send').kind).toBe('cannot-work');
    expect(ask('personal', 'read').kind).toBe('cannot-work');
    expect(ask('work', 'sign-in').kind).toBe('cannot-work');
  });

  it('is not touched by what ends for mail', () => {
    const ask = (today: Day, timeline = TIMELINE) =>
      verdictFor(question('xbox-360', { account: 'personal', purpose: 'sign-in', today }), timeline).kind;
    expect([ask(JANUARY), ask(LATER), ask(LATER, WITH_REMOVAL)]).toEqual(['needed', 'needed', 'needed']);
  });
});

it('leaves none of the numbered rows out', () => {
  const numbers = new Set(['60', ...ROWS.flatMap(([row]) => row.match(/^\d+b?/) ?? [])]);
  const all = [...Array.from({ length: 60 }, (_, index) => String(index + 1)), '43b', '48b'];
  expect(all.filter((number) => !numbers.has(number))).toEqual([]);
});

it('has a row for every app of the catalogue, and at least sixty apps', () => {
  expect(['xbox-360', ...cases.map((entry) => entry.id)].toSorted()).toEqual(
    APPS.map((app) => app.id).toSorted(),
  );
  expect(APPS.length).toBeGreaterThanOrEqual(60);
});

it('needs an app password nearly nowhere', () => {
  const needed = APPS.filter((app) =>
    (['work', 'personal'] as const).some((account) =>
      (['read', 'send', 'sign-in'] as const).some(
        (purpose) =>
          verdictFor({ ...question('zabbix', { account, purpose, admin: ALLOWED }), app }).kind === 'needed',
      ),
    ),
  );
  expect(needed.map((app) => app.id)).toEqual(['xbox-360']);
});
