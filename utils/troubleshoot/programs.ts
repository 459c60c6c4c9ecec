/** Programs that hide the server's words, and how each can be made to show them. Seen in tests/setups where the
 * program runs there; the others are general knowledge. The first that fits wins. */

export interface Program {
  readonly id: string;
  /** Message key of the step that makes it talk. */
  readonly hint: string;
  /** As in a family. */
  readonly signs: readonly (readonly string[])[];
}

export const PROGRAMS: readonly Program[] = [
  {
    id: 'phpmailer',
    hint: 'fix_hint_phpmailer',
    signs: [['PHPMailer'], ['SMTP Error: Could not authenticate']],
  },
  { id: 'wordpress', hint: 'fix_hint_wordpress', signs: [['wp_mail'], ['WP Mail SMTP'], ['WordPress']] },
  { id: 'msmtp', hint: 'fix_hint_msmtp', signs: [['msmtp']] },
  { id: 'swaks', hint: 'fix_hint_swaks', signs: [['no authentication type succeeded'], ['swaks']] },
  { id: 'python', hint: 'fix_hint_python', signs: [['smtplib'], ['Traceback'], ['SMTPAuthenticationError']] },
  { id: 'nodemailer', hint: 'fix_hint_nodemailer', signs: [['EAUTH'], ['nodemailer'], ['Invalid login']] },
  { id: 'zabbix', hint: 'fix_hint_zabbix', signs: [['Zabbix']] },
  { id: 'grafana', hint: 'fix_hint_grafana', signs: [['Grafana']] },
  { id: 'postfix', hint: 'fix_hint_postfix', signs: [['postfix/smtp'], ['SASL authentication failed']] },
  { id: 'curl', hint: 'fix_hint_curl', signs: [['curl'], ['Login denied']] },
  {
    id: 'java',
    hint: 'fix_hint_java',
    signs: [['javax.mail'], ['jakarta.mail'], ['AuthenticationFailedException']],
  },
  { id: 'mailkit', hint: 'fix_hint_mailkit', signs: [['MailKit'], ['AuthenticationException']] },
  { id: 'outlook', hint: 'fix_hint_outlook', signs: [['#0x800CCC'], ['#0x8004']] },
  {
    id: 'device',
    hint: 'fix_hint_device',
    signs: [
      ['scan to e'],
      ['scanner'],
      ['printer'],
      ['Drucker'],
      ['Kyocera'],
      ['Canon'],
      ['Ricoh'],
      ['Brother'],
    ],
  },
];
