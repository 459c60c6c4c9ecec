/** Every error text the fact sheet names, and what programs and devices around it print: each text in at least three forms
 * as real programs show it. Forms marked "run" come from tests/setups. */
import { describe, expect, it } from 'vitest';
import { isFirmer } from '@/utils/catalogue/certainty.ts';
import { FINAL_REMOVAL, TIMELINE } from '@/utils/timeline/events.ts';
import type { FixedBy, NewPassword } from '@/utils/troubleshoot/diagnosis.ts';
import { FAMILIES, UNKNOWN } from '@/utils/troubleshoot/families.ts';
import { diagnose, diagnoseFamily, diagnoseSymptom, SYMPTOMS } from '@/utils/troubleshoot/index.ts';
import { WITH_REMOVAL } from '../advisor/support.ts';

const TODAY = { today: '2026-11-22' } as const;
const JANUARY = { today: '2027-01-15' } as const;
const TRACE = '[FR0P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-22T11:00:00.000Z 08DE123456789ABC]';

/** A server's answer as programs print it: as it is, as a Python pair (run), by Nodemailer (run), msmtp (run), swaks
 * (run), Postfix's log, JSON, HTML with entities, a mail in quoted-printable, broken lines. */
function forms(code: string, status: string, words: string): string[] {
  return [
    `${code} ${status} ${words} ${TRACE}`,
    `smtplib.SMTPAuthenticationError: (${code}, b'${status} ${words.replaceAll("'", "\\'")} ${TRACE}')`,
    `Error: Invalid login: ${code} ${status} ${words} ${TRACE}\n    at SMTPConnection._formatError (index.js:790:19) {\n  code: 'EAUTH',\n  responseCode: ${code},\n  command: 'AUTH PLAIN'\n}`,
    `msmtp: authentication failed (method PLAIN)\nmsmtp: server message: ${code} ${status} ${words} ${TRACE}`,
    `<~* ${code} ${status} ${words} ${TRACE}\n*** No authentication type succeeded\n ~> QUIT`,
    `Nov 22 10:00:00 mail postfix/smtp[1234]: 4F2A1: SASL authentication failed; server smtp.office365.com[52.97.1.1] said: ${code} ${status} ${words} ${TRACE}`,
    JSON.stringify({ level: 'error', msg: `${code} ${status} ${words}\r\n` }),
    `<p>The server said:&nbsp;<b>${code}</b>&#32;${status}<br/>${words.replaceAll(' ', '&nbsp;').replaceAll("'", '&#39;')}</p>`,
    `${code}=20${status}=20${words.replace(/(.{30})/g, '$1=\n')}`,
    `> ${code}-${status}\n> ${words.replaceAll(' ', '\n> ')}`,
    `${code}  ${status.slice(0, -1)}\n${status.slice(-1)}   ${words.toUpperCase()}`,
  ];
}

interface Row {
  readonly family: string;
  readonly helps: NewPassword;
  readonly by: FixedBy;
  readonly texts: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    family: 'sending-off-tenant',
    helps: 'no',
    by: 'admin',
    texts: forms(
      '535',
      '5.7.139',
      'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ),
  },
  {
    family: 'sending-off-mailbox',
    helps: 'no',
    by: 'admin',
    texts: forms(
      '535',
      '5.7.139',
      'Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
    ),
  },
  {
    family: 'basic-auth-off',
    helps: 'no',
    by: 'admin',
    texts: forms('535', '5.7.139', 'Authentication unsuccessful, basic authentication is disabled.'),
  },
  {
    family: 'credentials-incorrect',
    helps: 'yes',
    by: 'you',
    texts: forms('535', '5.7.139', 'Authentication unsuccessful, the user credentials were incorrect.'),
  },
  {
    family: 'criteria-not-met',
    helps: 'maybe',
    by: 'admin',
    texts: forms(
      '535',
      '5.7.139',
      'Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.',
    ),
  },
  {
    family: 'security-defaults',
    helps: 'no',
    by: 'admin',
    texts: forms(
      '535',
      '5.7.139',
      "Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.",
    ),
  },
  {
    family: 'unsuccessful-139',
    helps: 'maybe',
    by: 'either',
    texts: [
      '535 5.7.139 Authentication unsuccessful',
      "(535, b'5.7.139 Authentication unsuccessful')",
      'Error 535-5.7.139: something Microsoft will say one day',
    ],
  },
  {
    family: 'unsuccessful-3',
    helps: 'maybe',
    by: 'either',
    texts: forms('535', '5.7.3', 'Authentication unsuccessful'),
  },
  {
    family: 'not-authenticated',
    helps: 'no',
    by: 'you',
    texts: [
      `530 5.7.57 Client not authenticated to send mail. ${TRACE}`,
      "smtplib.SMTPSenderRefused: (530, b'5.7.57 Client not authenticated to send mail.', 'anna@contoso.example')",
      '5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
      'Send-MailMessage : The server response was: 5.7.57 Client not authenticated to send mail.',
    ],
  },
  {
    family: 'retired-sending',
    helps: 'no',
    by: 'nobody',
    texts: forms('550', '5.7.30', 'Basic authentication is not supported for Client Submission.'),
  },
  {
    family: 'send-as',
    helps: 'no',
    by: 'you',
    texts: [
      '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      "smtplib.SMTPDataError: (550, b'5.7.60 SMTP; Client does not have permissions to send as this sender')",
      'msmtp: the server did not accept the mail\nmsmtp: server message: 550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      '554 5.2.252 SendAsDenied; anna@contoso.example not allowed to send as other@contoso.example',
    ],
  },
  {
    family: 'direct-send-refused',
    helps: 'no',
    by: 'admin',
    texts: [
      '550 5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization from unauthorized sources',
      'said: 550-5.7.68 TenantInboundAttribution; Direct Send not\n550 5.7.68 allowed for this organization',
      '{"error":"550 5.7.68 TenantInboundAttribution"}',
    ],
  },
  {
    family: 'reading-closed',
    helps: 'no',
    by: 'nobody',
    texts: [
      'A1 NO Basic authentication is disabled.',
      "imaplib.IMAP4.error: b'Basic authentication is disabled.'",
      'IMAP: LOGIN failed: NO Basic authentication is disabled.',
      '* BYE\r\n2 NO Basic\r\nauthentication is\r\ndisabled.',
    ],
  },
  {
    family: 'reading-refused',
    helps: 'no',
    by: 'nobody',
    texts: [
      'a001 NO LOGIN failed.',
      '-ERR Logon failure: unknown user name or bad password.',
      "imaplib.IMAP4.error: b'LOGIN failed.'",
    ],
  },
  {
    family: 'endless-prompt',
    helps: 'no',
    by: 'you',
    texts: [
      'HTTP/1.1 401 Unauthorized',
      'The remote server returned an error: (401) Unauthorized.',
      'ActiveSync: HTTP 401',
    ],
  },
  ...(
    [
      [
        '50076',
        'no',
        'you',
        'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication',
      ],
      ['50079', 'no', 'you', 'you must enroll in multi-factor authentication'],
      [
        '50053',
        'no',
        'you',
        'The account is locked, you have tried to sign in too many times with an incorrect user ID or password.',
      ],
      ['50126', 'no', 'you', 'Error validating credentials due to invalid username or password.'],
      ['53003', 'no', 'admin', 'Access has been blocked by Conditional Access policies.'],
      ['50055', 'no', 'you', 'The password is expired.'],
      [
        '50056',
        'no',
        'admin',
        'Invalid or null password: password does not exist in the directory for this user.',
      ],
      ['50057', 'no', 'admin', 'The user account is disabled.'],
    ] as const
  ).map(
    ([code, helps, by, words]): Row => ({
      family: `aadsts-${code}`,
      helps,
      by,
      texts: [
        `AADSTS${code}: ${words}`,
        `{"error":"invalid_grant","error_description":"AADSTS${code}: ${words}\\r\\nTrace ID: 0f8fad5b-d9cb-469f-a165-70867728950e","error_codes":[${code}]}`,
        `aadsts ${code}`,
        `error_description=AADSTS${code}%3a+${words.replaceAll(' ', '+')}`,
        `<div>AADSTS${code.slice(0, 3)}<wbr>${code.slice(3)}</div>`,
      ],
    }),
  ),
  {
    family: 'aadsts-other',
    helps: 'no',
    by: 'admin',
    texts: [
      'AADSTS700016: Application not found in the directory',
      'AADSTS65001',
      'aadsts-9002313: Invalid request.',
    ],
  },
  {
    family: 'kyocera-1102',
    helps: 'maybe',
    by: 'either',
    texts: [
      '1102',
      'Kyocera TASKalfa 3253ci\nScan to E-mail: Error 1102',
      'Fehler-Code: 1102',
      'ECOSYS M5526\r\nSend error.\r\n1102',
    ],
  },
  {
    family: 'refused-no-detail',
    helps: 'maybe',
    by: 'either',
    texts: [
      'curl: (67) Login denied',
      'Zabbix: Login denied',
      'PHP Fatal error:  Uncaught PHPMailer\\PHPMailer\\Exception: SMTP Error: Could not authenticate. in PHPMailer.php:2186',
      "{ code: 'EAUTH', command: 'AUTH PLAIN' }",
      'msmtp: authentication failed (method PLAIN)',
      'jakarta.mail.AuthenticationFailedException: failed to connect, no password specified?',
      'MailKit.Security.AuthenticationException: 535: 5.7.1',
      'Fehler (0x800CCC92): Ihr E-Mail-Server hat Ihre Anmeldung zurückgewiesen.',
      'SMTP-Fehler: Authentifizierung fehlgeschlagen.',
      'Erreur SMTP : échec de l’authentification.',
      'Error SMTP: Imposible autentificar.',
      'Errore SMTP: Impossibile autenticarsi.',
      'Erro de SMTP: Não foi possível autenticar.',
      'SMTP-fout: authenticatie mislukt.',
      'Błąd SMTP: Nie można przeprowadzić uwierzytelnienia.',
      'SMTP fel: Autentiseringen misslyckades.',
      'Ошибка SMTP: ошибка авторизации.',
      'SMTPエラー: 認証に失敗しました。',
      'SMTP 错误：登录失败。',
      'SMTP 오류: 인증 실패',
    ],
  },
  {
    family: 'port-465',
    helps: 'no',
    by: 'you',
    texts: [
      'connect to smtp.office365.com:465: Operation timed out',
      'Failed to connect to smtp.office365.com port 465 after 75000 ms',
      'dial tcp 52.97.1.1:465: i/o timeout',
    ],
  },
  {
    family: 'tls-too-early',
    helps: 'no',
    by: 'you',
    texts: [
      'ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)',
      'Error: 40A7:error:1408F10B:SSL routines:ssl3_get_record:wrong version number',
      'msmtp: TLS handshake failed: An unexpected TLS packet was received.',
      'tls: first record does not look like a TLS handshake',
      'javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?',
    ],
  },
  {
    family: 'starttls-missing',
    helps: 'no',
    by: 'you',
    texts: [
      '451 5.7.3 STARTTLS is required to send mail',
      'smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.',
      '504 5.7.4 Unrecognized authentication type',
      'msmtp: the server does not support TLS via the STARTTLS command',
      'curl: (64) STARTTLS not supported.',
      '*** Host did not advertise STARTTLS',
    ],
  },
  {
    family: 'tls-too-old',
    helps: 'no',
    by: 'you',
    texts: [
      '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls.',
      'error:1409442E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version',
      'ssl.SSLError: [SSL: NO_PROTOCOLS_AVAILABLE] no protocols available',
    ],
  },
  {
    family: 'certificate',
    helps: 'no',
    by: 'you',
    texts: [
      'curl: (60) SSL certificate problem: self-signed certificate',
      'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate',
      'msmtp: TLS certificate verification failed: the certificate has expired',
      'PKIX path building failed: unable to find valid certification path to requested target',
    ],
  },
  {
    family: 'name-not-found',
    helps: 'no',
    by: 'you',
    texts: [
      'curl: (6) Could not resolve host: smtp.ofice365.com',
      'Error: getaddrinfo ENOTFOUND smtp.ofice365.com',
      'socket.gaierror: [Errno -2] Name or service not known',
      'msmtp: cannot locate host smtp.ofice365.com: Name or service not known',
    ],
  },
  {
    family: 'connection-refused',
    helps: 'no',
    by: 'you',
    texts: [
      'Error: connect ECONNREFUSED 127.0.0.1:25',
      'ConnectionRefusedError: [Errno 111] Connection refused',
      'No connection could be made because the target machine actively refused it',
      // As the C library of GNU/Linux says it to curl, msmtp and Postfix.
      'curl: (7) Failed to connect to localhost port 25 after 0 ms: Verbindungsaufbau abgelehnt',
      'curl: (7) Failed to connect to localhost port 25 after 0 ms: Connexion refusée',
      'msmtp: cannot connect to localhost, port 25: Conexión rehusada',
      'msmtp: cannot connect to localhost, port 25: Connessione rifiutata',
      'msmtp: cannot connect to localhost, port 25: Conexão recusada',
      'connect to localhost[127.0.0.1]:25: Verbinding is geweigerd',
      'connect to localhost[127.0.0.1]:25: Połączenie odrzucone',
      'connect to ::1 port 25 failed: В соединении отказано',
      'curl: (7) Failed to connect to localhost port 25 after 0 ms: 接続を拒否されました',
      'curl: (7) Failed to connect to localhost port 25 after 0 ms: 拒绝连接',
      'Fehler (0x800CCC0E): Outlook kann keine Verbindung mit dem Postausgangsserver herstellen.',
    ],
  },
  {
    family: 'timeout',
    helps: 'no',
    by: 'you',
    texts: [
      'TimeoutError: timed out',
      'Error: connect ETIMEDOUT 52.97.1.1:587',
      'curl: (28) Connection timed out after 30001 milliseconds',
      'Error (0x800CCC19)',
    ],
  },
  {
    family: 'connection-cut',
    helps: 'no',
    by: 'you',
    texts: [
      'smtplib.SMTPServerDisconnected: Connection unexpectedly closed',
      'read ECONNRESET',
      'Connection reset by peer',
    ],
  },
  {
    family: 'server-busy',
    helps: 'no',
    by: 'microsoft',
    texts: [
      '451 4.7.0 Temporary server error. Please try again later. PRX2',
      '421 4.3.2 Service not available',
      '454 4.7.0 Temporary authentication failure',
    ],
  },
  {
    family: 'sending-off',
    helps: 'no',
    by: 'admin',
    texts: [
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled',
      "(535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disab\nled for the')",
      'SMTP server said: … Visit https://aka.ms/smtp_auth_disabled for more information. (535)',
    ],
  },
  {
    family: 'personal-mail-closed',
    helps: 'no',
    by: 'nobody',
    texts: [
      'smtp-mail.outlook.com: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      'Connecting to smtp-mail.outlook.com:587\n(535, b"5.7.139 Authentication unsuccessful")',
      'host smtp-mail.outlook.com[52.97.1.1] said: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox',
    ],
  },
];

describe.each(ROWS.map((row) => [row.family, row] as const))('%s', (family, row) => {
  it('is known in at least three forms', () => expect(row.texts.length).toBeGreaterThanOrEqual(3));

  it.each(row.texts)('is seen in: %s', (text) => {
    const diagnosis = diagnose(text, TODAY);
    expect(diagnosis).toMatchObject({
      family,
      recognised: 'exact',
      newPassword: row.helps,
      fixedBy: row.by,
    });
    expect(diagnosis.steps.length).toBeGreaterThan(0);
    expect(diagnosis.sources.length).toBeGreaterThan(0);
  });

  it('is seen in the middle of a long log, in capitals and without spaces', () => {
    const noise = 'Nov 22 10:00:01 host cron[12]: (root) CMD (run-parts /etc/cron.hourly)\n'.repeat(3_000);
    const [text = ''] = row.texts;
    if (text.length > 10) expect(diagnose(`${noise}${text}\n${noise}`, TODAY).family).toBe(family);
    expect(diagnose(text.toUpperCase(), TODAY).family).toBe(family);
    expect(diagnose(`"${text.replaceAll(' ', '\\n')}"`, TODAY).family).toBe(family);
  });
});

it('has a row for every family that is recognised by a text of its own', () => {
  const tested = new Set(ROWS.map((row) => row.family));
  const without = FAMILIES.filter(({ id, rank }) => rank >= 1 && !tested.has(id)).map(({ id }) => id);
  expect(without).toEqual(['too-many']);
  for (const text of [
    '554 5.2.0 SubmissionQuotaExceeded',
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    '432 4.3.2 Concurrent connections limit exceeded',
  ])
    expect(diagnose(text, TODAY).family).toBe('too-many');
});

describe('a text with several errors', () => {
  it('is not made of one answer that says more than one thing', () => {
    for (const row of ROWS.slice(0, 9))
      for (const text of row.texts) expect(diagnose(text, TODAY).also, text).toEqual([]);
  });

  it('is diagnosed by the firmest, and names the others', () => {
    const text = `${ROWS[2]?.texts[0]}\n530 5.7.57 Client not authenticated to send mail.`;
    const diagnosis = diagnose(text, TODAY);
    expect(diagnosis.family).toBe('basic-auth-off');
    expect(diagnosis.also.map(({ key }) => key)).toEqual(['diagnosis_not_authenticated_title']);
  });

  it('is diagnosed by the latest of equals', () => {
    const noise = 'Nov 22 10:00:01 host cron[12]: run-parts\n'.repeat(100);
    const [off, wrong] = [ROWS[0]?.texts[0] ?? '', ROWS[3]?.texts[0] ?? ''];
    expect(diagnose(`${off}\n${noise}${wrong}`, TODAY).family).toBe('credentials-incorrect');
    expect(diagnose(`${wrong}\n${noise}${off}`, TODAY).family).toBe('sending-off-tenant');
  });
});

describe('a text nobody knows', () => {
  it.each([
    ['Falsches Kennwort für anna', 'something-sign-in'],
    ['Ihre Anmeldung war nicht möglich', 'something-sign-in'],
    ['Le mot de passe est refusé', 'something-sign-in'],
    ['SSL-Fehler 12', 'something-encryption'],
    ['Die Verbindung wurde getrennt', 'something-connection'],
    ['Outlook 0x800CCC99', 'something-connection'],
  ])('%s gets the nearest family', (text, family) => {
    expect(diagnose(text, TODAY)).toMatchObject({ family, recognised: 'nearest', certainty: 'uncertain' });
  });

  it.each([
    '',
    ' ',
    'Hello',
    '42',
    'Lorem ipsum dolor',
    '1.1.0.2',
    '2026-11-02',
    'Order 51102 shipped',
    '\u0000\u0001',
    '💥',
    '漢',
  ])('%j gets none', (text) => {
    const diagnosis = diagnose(text, TODAY);
    expect(diagnosis).toMatchObject({ family: 'unknown', recognised: 'no', certainty: 'uncertain' });
    expect(diagnosis.steps[0]?.key).toBe('fix_step_look_for_number');
  });
});

describe('the date', () => {
  const keys = (text: string, when: typeof TODAY | typeof JANUARY) =>
    diagnose(text, when).means.map(({ key }) => key);

  it.each(['535 5.7.3 Authentication unsuccessful', 'curl: (67) Login denied', '1102'])(
    'makes the switch likelier after December 2026: %s',
    (text) => {
      expect(keys(text, TODAY)).toContain('diagnosis_default_off_ahead');
      expect(keys(text, JANUARY)).toContain('diagnosis_default_off_done');
      expect(keys(text, JANUARY)).not.toContain('diagnosis_default_off_ahead');
    },
  );

  it('changes nothing where the server named the reason', () => {
    const text = '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.';
    expect(diagnose(text, TODAY).newPassword).toBe('yes');
    expect(diagnose(text, JANUARY).newPassword).toBe('yes');
  });

  it('lets no new password help after the final removal', () => {
    expect(TIMELINE.some((event) => event.id === FINAL_REMOVAL)).toBe(false);
    const after = { today: '2028-07-01', timeline: WITH_REMOVAL } as const;
    for (const family of FAMILIES) expect(diagnoseFamily(family.id, after)?.newPassword).not.toBe('yes');
    const diagnosis = diagnose(
      '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
      after,
    );
    expect(diagnosis).toMatchObject({ newPassword: 'no', fixedBy: 'nobody', question: null, extra: null });
    expect(diagnosis.means.at(-1)?.key).toBe('diagnosis_removed');
  });

  it('takes a clock behind the facts for wrong', () => {
    expect(diagnose('x', { today: '1999-01-01' }).assumes).toBe('2026-11-22');
    expect(diagnose('x', { today: '2031-01-01' }).assumes).toBe('2031-01-01');
  });
});

describe('symptoms', () => {
  it('are the nine of the list', () => {
    expect(SYMPTOMS.map(({ id }) => id)).toEqual([
      'asked-again',
      'option-missing',
      'worked-until-yesterday',
      'locked-out',
      'copied-wrongly',
      'wrong-app',
      'network-down',
      'service-down',
      'old-browser',
    ]);
  });

  it.each(SYMPTOMS.map(({ id }) => id))('%s has a diagnosis', (id) => {
    const diagnosis = diagnoseSymptom(id, TODAY);
    expect(diagnosis).toMatchObject({ family: id, recognised: 'exact' });
    expect(diagnosis?.steps.length).toBeGreaterThan(1);
  });

  it('lead on to the text of the error after December 2026', () => {
    const diagnosis = diagnoseSymptom('worked-until-yesterday', JANUARY);
    expect(diagnosis?.means.map(({ key }) => key)).toContain('diagnosis_default_off_done');
    expect(diagnosis?.question?.answers).toHaveLength(4);
  });

  it('have no other ids', () => {
    expect(diagnoseSymptom('nonsense', TODAY)).toBeUndefined();
    expect(diagnoseFamily('nonsense', TODAY)).toBeUndefined();
  });
});

describe('the families as data', () => {
  const all = [...FAMILIES, ...SYMPTOMS, UNKNOWN];

  it('have ids of their own', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(all.map((family) => [family.id, family] as const))(
    '%s says no more than its sources',
    (_, family) => {
      expect(family.sources.length).toBeGreaterThan(0);
      expect(family.sources.some((source) => !isFirmer(family.certainty, source.certainty))).toBe(true);
      for (const source of family.sources) expect(source.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    },
  );

  it('ask questions whose answers lead somewhere', () => {
    for (const { question } of all)
      for (const answer of question?.answers ?? [])
        expect(diagnoseFamily(answer.family, TODAY), answer.family).toBeDefined();
  });

  it('offer a new app password only where the secret may be wrong', () => {
    const helped = all.filter(({ newPassword }) => newPassword === 'yes').map(({ id }) => id);
    expect(helped.toSorted()).toEqual(['copied-wrongly', 'credentials-incorrect']);
  });

  it('never advise a new app password where it cannot help', () => {
    for (const family of all.filter(({ newPassword }) => newPassword === 'no'))
      expect(family.steps, family.id).not.toContain('fix_step_make_new');
  });
});

describe('one megabyte', () => {
  const MEGABYTE = 1_000_000;
  const filled = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
  /** The processor's time, not the clock's: other tests run beside this one. */
  const cpuMs = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };

  it.each([
    ['one letter', filled('a')],
    ['dots', filled('.')],
    ['digits', filled('5')],
    ['open tags', filled('<b ')],
    ['closed tags', filled('<td>535</td>')],
    ['entities', filled('&#53;')],
    ['escapes', filled('\\u0035\\n')],
    ['quoted-printable', filled('=20=35=\n')],
    ['a log', filled('Nov 22 10:00:00 host app: login ok for anna@contoso.example 535 5.7.3 x\n')],
    ['almost a code', filled('5.7.13 5.7.1 39 ')],
    ['Russian', filled('ошибка аутентификации ')],
    ['Japanese', filled('認証に失敗しました ')],
    ['combining marks', filled('e\u0301\u0302\u0303')],
    ['binary', Array.from({ length: MEGABYTE }, () => String.fromCharCode(random() % 65_536)).join('')],
    ['bytes', Array.from({ length: MEGABYTE }, () => String.fromCharCode(random() % 256)).join('')],
  ])('of %s is read in time', (_, text) => {
    const times = Array.from({ length: 4 }, () => cpuMs(() => diagnose(text, TODAY)));
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('is searched at its end', () => {
    const text = `${filled('all is well, the timeout is 30 s\n')}${ROWS[0]?.texts[0]}`;
    expect(diagnose(text, TODAY).family).toBe('sending-off-tenant');
  });
});
