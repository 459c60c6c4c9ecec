/**
 * The text a person sends to their admin, as sentences and literal commands; a view puts them into the
 * person's language and one string. The rules behind it and their sources are in microsoft.ts.
 */
import { isOther } from '../catalogue/other.ts';
import type { Sentence } from '../lib/sentence.ts';
import { DEFAULT_OFF, FINAL_REMOVAL, TIMELINE } from '../timeline/events.ts';
import { eventById, hasHappened } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import {
  APP_PASSWORDS,
  type Fact,
  MAILBOX_SWITCH,
  MAILBOX_SWITCH_PATH,
  PER_USER_MFA,
  SENDING_SWITCHES,
} from './microsoft.ts';
import type { Question } from './verdict.ts';

export type AdminPart =
  | { readonly is: 'sentence'; readonly sentence: Sentence }
  /** A menu path in Microsoft's admin pages, in their English labels. */
  | { readonly is: 'path'; readonly path: readonly string[] }
  /** A line for PowerShell, to be copied as it is. */
  | { readonly is: 'command'; readonly command: string };

export interface AdminMessage {
  readonly subject: Sentence;
  readonly parts: readonly AdminPart[];
  readonly sources: readonly Fact[];
}

/** Stands for the mailbox where the person gave no address. */
const EXAMPLE_MAILBOX = 'you@example.com';

const AUTHENTICATED_SMTP = [
  'Microsoft 365 admin center',
  'Users',
  'Active users',
  'Mail',
  'Manage email apps',
  'Authenticated SMTP',
];
const PER_USER_STATE = ['Microsoft Entra admin center', 'Entra ID', 'Users', 'Per-user MFA'];
const APP_PASSWORD_BOX = [
  'Microsoft Entra admin center',
  'Entra ID',
  'Users',
  'Per-user MFA',
  'Service settings',
  'Allow users to create app passwords to sign in to non-browser apps',
];

/**
 * @param question the same question the verdict was given for; the account must be a work account, personal
 * ones have no admin
 * @param address the mailbox that shall send, if the person gave it
 * @returns the message, or `null` where no admin can help: personal accounts, reading by password, and
 * sending after its final removal
 */
export function adminMessage(
  question: Question,
  address?: string,
  timeline: readonly TimelineEvent[] = TIMELINE,
): AdminMessage | null {
  const { app, account, purpose, admin, today } = question;
  const removal = eventById(FINAL_REMOVAL, timeline);
  if (account === 'personal' || purpose !== 'send') return null;
  if (removal && hasHappened(removal, today)) return null;
  const defaultOff = eventById(DEFAULT_OFF, timeline);
  const mailbox = address ?? EXAMPLE_MAILBOX;

  const sending: AdminPart[] =
    admin.smtpAuth === 'allowed'
      ? []
      : [
          sentence('admin_allow_sending'),
          { is: 'path', path: AUTHENTICATED_SMTP },
          sentence('admin_or_powershell'),
          {
            is: 'command',
            command: `Set-CASMailbox -Identity ${quoted(mailbox)} -SmtpClientAuthenticationDisabled $false`,
          },
          sentence('admin_what_overrules'),
        ];
  const offering: AdminPart[] =
    admin.appPasswords === 'offered'
      ? []
      : [
          sentence('admin_allow_app_passwords'),
          { is: 'path', path: APP_PASSWORD_BOX },
          sentence('admin_per_user_state'),
          { is: 'path', path: PER_USER_STATE },
          sentence('admin_not_with_policies'),
        ];

  // Also where sending is allowed today: the switch by default may take that away.
  const change: AdminPart[] =
    defaultOff && !(admin.smtpAuth === 'allowed' && hasHappened(defaultOff, today))
      ? [
          sentence(hasHappened(defaultOff, today) ? 'admin_default_off_done' : 'admin_default_off_ahead', {
            day: defaultOff.on,
            precision: defaultOff.precision,
          }),
        ]
      : [];

  return {
    subject: isOther(app.id) ? { key: 'admin_subject_any' } : { key: 'admin_subject', args: [app.name] },
    parts: [
      isOther(app.id)
        ? sentence('admin_greeting_any', mailbox)
        : sentence('admin_greeting', app.name, mailbox),
      ...sending,
      ...change,
      ...offering,
      ...(sending.length + offering.length === 0 ? [sentence('admin_all_allowed')] : []),
      sentence('admin_risk'),
      sentence('admin_better_way'),
    ],
    sources: [
      ...(sending.length > 0 ? [SENDING_SWITCHES, MAILBOX_SWITCH, MAILBOX_SWITCH_PATH] : []),
      ...(change.length > 0 && defaultOff ? [defaultOff.source] : []),
      ...(offering.length > 0 ? [APP_PASSWORDS, PER_USER_MFA] : []),
    ],
  };
}

function sentence(key: string, ...args: NonNullable<Sentence['args']>): AdminPart {
  return { is: 'sentence', sentence: args.length === 0 ? { key } : { key, args } };
}

/** A text as PowerShell takes it literally: single quotes, inner ones doubled (all four kinds it knows). */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
