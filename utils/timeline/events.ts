/**
 * Microsoft's dated changes around app passwords. One entry per change; nothing else in the product
 * spells out one of these dates. Each names its source and the day it was last checked.
 *
 * To take in a change of plan: mark the old entry `superseded`, name its `replacedBy`, add the new entry,
 * and write its `timeline_<id>` message. When Microsoft names the day on which sending by password ends
 * for good, add the entry `FINAL_REMOVAL`; every verdict follows.
 */
import type { TimelineEvent } from './timeline.ts';

/** Everything but sending lost sign-in by password. */
export const PROTOCOLS_CLOSED = 'other-protocols-closed';
/** Mail of personal accounts takes modern sign-in only. */
export const PERSONAL_MAIL_CLOSED = 'personal-mail-closed';
/** Sending by password is off unless the admin switches it on. */
export const DEFAULT_OFF = 'sending-default-off';
/** Microsoft's own codes by text message and call end. */
export const SMS_VOICE_END = 'sms-voice-end';
/** High Volume Email takes OAuth only. */
export const HIGH_VOLUME_PASSWORDS_END = 'high-volume-email-password-end';
/** Microsoft names the day of `FINAL_REMOVAL`. */
export const FINAL_DATE_ANNOUNCED = 'final-date-announced';
/** Sending by password ends for good. Not in the list yet: the day is not known. */
export const FINAL_REMOVAL = 'sending-final-removal';

const EXCHANGE_TEAM_PLAN_2024 = {
  title: 'Exchange Online to retire Basic auth for Client Submission (SMTP AUTH), blog post 4114750',
  publisher: 'Microsoft, Exchange Team',
  dated: '2025-06-11',
  checked: '2026-11-22',
  certainty: 'documented',
} as const;

const EXCHANGE_TEAM_PLAN_2026 = {
  title: 'Updated Exchange Online SMTP AUTH Basic Authentication Deprecation Timeline',
  publisher: 'Microsoft, Exchange Team',
  url: 'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
  dated: '2026-01-29',
  checked: '2026-11-22',
  certainty: 'documented',
} as const;

const ENTRA_SMS_VOICE = {
  title: 'Retirement of Microsoft-provided SMS and voice sign-in (concept-sms-voice-retirement)',
  publisher: 'Microsoft Entra',
  url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-sms-voice-retirement',
  dated: '2026-07-29',
  checked: '2026-11-22',
  certainty: 'documented',
} as const;

/** All changes in the order of their days. */
export const TIMELINE: readonly TimelineEvent[] = [
  {
    id: 'sending-off-for-new-tenants',
    on: '2020-01-31',
    precision: 'month',
    status: 'done',
    touches: ['sending'],
    source: {
      title: 'How to set up a multifunction device or application to send email (2024 mirror)',
      publisher: 'Microsoft, Exchange documentation',
      url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
      dated: '2024',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  },
  {
    id: PROTOCOLS_CLOSED,
    on: '2022-12-31',
    precision: 'month',
    status: 'done',
    touches: ['reading'],
    source: {
      title: 'Deprecation of Basic authentication in Exchange Online',
      publisher: 'Microsoft, Exchange documentation',
      url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  },
  {
    id: PERSONAL_MAIL_CLOSED,
    on: '2024-09-16',
    precision: 'day',
    status: 'done',
    touches: ['personal-mail'],
    source: {
      title:
        'Modern authentication methods now needed to sync Outlook mail in non-Microsoft apps (support article c5d65390)',
      publisher: 'Microsoft Support',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  },
  {
    id: 'sending-ends-2025-plan',
    on: '2025-09-30',
    precision: 'month',
    status: 'superseded',
    touches: ['sending'],
    replacedBy: 'sending-ends-april-2026-plan',
    source: EXCHANGE_TEAM_PLAN_2024,
  },
  {
    id: 'legacy-method-settings-end',
    on: '2025-09-30',
    precision: 'day',
    status: 'done',
    touches: ['multi-factor'],
    source: {
      title: 'Configure Microsoft Entra multifactor authentication settings (howto-mfa-mfasettings)',
      publisher: 'Microsoft Entra',
      url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-mfasettings',
      dated: '2025',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  },
  {
    id: 'sending-rejections-2026-plan',
    on: '2026-03-01',
    precision: 'day',
    status: 'superseded',
    touches: ['sending'],
    replacedBy: DEFAULT_OFF,
    source: EXCHANGE_TEAM_PLAN_2024,
  },
  {
    id: 'sending-ends-april-2026-plan',
    on: '2026-04-30',
    precision: 'day',
    status: 'superseded',
    touches: ['sending'],
    replacedBy: DEFAULT_OFF,
    source: EXCHANGE_TEAM_PLAN_2024,
  },
  {
    id: 'passkey-nudges',
    on: '2026-09-01',
    precision: 'day',
    status: 'done',
    touches: ['multi-factor'],
    source: ENTRA_SMS_VOICE,
  },
  {
    id: DEFAULT_OFF,
    on: '2026-12-31',
    precision: 'month',
    status: 'planned',
    touches: ['sending'],
    source: EXCHANGE_TEAM_PLAN_2026,
  },
  {
    id: 'new-tenants-without-sending',
    on: '2026-12-31',
    precision: 'month',
    status: 'planned',
    touches: ['sending'],
    source: EXCHANGE_TEAM_PLAN_2026,
  },
  {
    id: SMS_VOICE_END,
    on: '2027-02-01',
    precision: 'day',
    status: 'planned',
    touches: ['multi-factor'],
    source: ENTRA_SMS_VOICE,
  },
  {
    id: FINAL_DATE_ANNOUNCED,
    on: '2027-12-31',
    precision: 'half-year',
    status: 'planned',
    touches: ['sending'],
    source: EXCHANGE_TEAM_PLAN_2026,
  },
  {
    id: HIGH_VOLUME_PASSWORDS_END,
    on: '2028-09-30',
    precision: 'month',
    status: 'planned',
    touches: ['high-volume-email'],
    source: {
      title: 'High Volume Email for Microsoft 365 (May 2025)',
      publisher: 'Petri',
      dated: '2025-05',
      checked: '2026-11-22',
      certainty: 'reported',
    },
  },
];
