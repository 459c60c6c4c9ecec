/** Microsoft's mail servers. The only place that spells out a host name or a port;
 * each stands with its source and the day it was checked. */
import type { AccountKind, Source } from './app.ts';
import type { SetupContext } from './describe.ts';

/** Microsoft 365 for everyone, for US government tenants, or as 21Vianet runs it in China. */
export type Cloud = 'worldwide' | 'us-government' | 'china';

export interface MailServer {
  readonly protocol: 'smtp' | 'imap' | 'pop';
  readonly account: AccountKind;
  readonly cloud: Cloud;
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls';
  /** How it lets people in. `password` for work accounts' SMTP only, and only while the admin allows it. */
  readonly signIn: readonly ('oauth' | 'password')[];
  readonly source: Omit<Source, 'for'>;
}

const CLIENT_SUBMISSION = {
  title: 'How to set up a multifunction device or application to send email',
  publisher: 'Microsoft, Exchange documentation',
  url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
  dated: '2021-07',
  checked: '2026-11-22',
  certainty: 'documented',
} as const;

const READING = {
  title: 'Deprecation of Basic authentication in Exchange Online',
  publisher: 'Microsoft, Exchange documentation',
  url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  checked: '2026-11-22',
  certainty: 'documented',
} as const;

const PERSONAL = {
  title: 'Outlook.com servers as public projects use them (lingtai-kernel pull request 993)',
  publisher: 'Lingtai-AI on GitHub',
  dated: '2026-07-20',
  checked: '2026-11-22',
  certainty: 'reported',
} as const;

const OTHER_CLOUDS = {
  title: 'General knowledge, not checked',
  publisher: 'Keytag',
  checked: '2026-11-22',
  certainty: 'uncertain',
} as const;

export const MAIL_SERVERS: readonly MailServer[] = [
  {
    protocol: 'smtp',
    account: 'work',
    cloud: 'worldwide',
    host: 'smtp.office365.com',
    port: 587,
    security: 'starttls',
    signIn: ['oauth', 'password'],
    source: CLIENT_SUBMISSION,
  },
  {
    protocol: 'imap',
    account: 'work',
    cloud: 'worldwide',
    host: 'outlook.office365.com',
    port: 993,
    security: 'tls',
    signIn: ['oauth'],
    source: READING,
  },
  {
    protocol: 'pop',
    account: 'work',
    cloud: 'worldwide',
    host: 'outlook.office365.com',
    port: 995,
    security: 'tls',
    signIn: ['oauth'],
    source: READING,
  },
  {
    protocol: 'smtp',
    account: 'personal',
    cloud: 'worldwide',
    host: 'smtp-mail.outlook.com',
    port: 587,
    security: 'starttls',
    signIn: ['oauth'],
    source: PERSONAL,
  },
  {
    protocol: 'imap',
    account: 'personal',
    cloud: 'worldwide',
    host: 'outlook.office365.com',
    port: 993,
    security: 'tls',
    signIn: ['oauth'],
    source: PERSONAL,
  },
  {
    protocol: 'pop',
    account: 'personal',
    cloud: 'worldwide',
    host: 'outlook.office365.com',
    port: 995,
    security: 'tls',
    signIn: ['oauth'],
    source: PERSONAL,
  },
  {
    protocol: 'smtp',
    account: 'work',
    cloud: 'us-government',
    host: 'smtp.office365.us',
    port: 587,
    security: 'starttls',
    signIn: ['oauth', 'password'],
    source: OTHER_CLOUDS,
  },
  {
    protocol: 'smtp',
    account: 'work',
    cloud: 'china',
    host: 'smtp.partner.outlook.cn',
    port: 587,
    security: 'starttls',
    signIn: ['oauth', 'password'],
    source: OTHER_CLOUDS,
  },
  {
    protocol: 'imap',
    account: 'work',
    cloud: 'us-government',
    host: 'outlook.office365.us',
    port: 993,
    security: 'tls',
    signIn: ['oauth'],
    source: OTHER_CLOUDS,
  },
  {
    protocol: 'imap',
    account: 'work',
    cloud: 'china',
    host: 'partner.outlook.cn',
    port: 993,
    security: 'tls',
    signIn: ['oauth'],
    source: OTHER_CLOUDS,
  },
];

/** The server for one protocol, account kind and cloud; `undefined` where none is known. */
export function mailServer(
  protocol: MailServer['protocol'],
  account: AccountKind,
  cloud: Cloud = 'worldwide',
): MailServer | undefined {
  return MAIL_SERVERS.find((s) => s.protocol === protocol && s.account === account && s.cloud === cloud);
}

/** What the steps of a set-up need to know: the person's address, if given, and the servers.
 * Personal accounts have the worldwide cloud only. */
export function setupContext(
  account: AccountKind,
  address?: string,
  cloud: Cloud = 'worldwide',
): SetupContext {
  const where = account === 'personal' ? 'worldwide' : cloud;
  const smtp = mailServer('smtp', account, where);
  const imap = mailServer('imap', account, where);
  // Every account kind has both servers in each cloud it can be in; the table above is tested for it.
  if (!smtp || !imap) throw new Error(`no server for ${account} in ${where}`);
  const context = { smtpServer: smtp.host, smtpPort: smtp.port, imapServer: imap.host };
  return address ? { ...context, address } : context;
}
