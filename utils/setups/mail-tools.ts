/** Set-ups for programs of the command line and for mail servers: msmtp, sendmail's place, Postfix, curl, swaks. */
import { sh } from './quote.ts';
import { PASSWORD, printCommand, type SecretName, storeCommands, TOKEN, testMail } from './secret.ts';
import type { SetupFile, SetupInput, Way } from './setup.ts';

/** An address and servers that are safe to write down. */
export type Values = SetupInput;

export function msmtp({ address, host, port, appPasswordSource }: Values): { password: Way; oauth: Way } {
  const way = (auth: string, name: SecretName): Way => ({
    files: [
      {
        path: '~/.msmtprc',
        mode: '0600',
        content: lines(
          'defaults',
          'tls on',
          'tls_starttls on',
          '',
          'account microsoft365',
          `host ${host}`,
          `port ${port}`,
          `auth ${auth}`,
          `user ${address}`,
          `from ${address}`,
          `passwordeval ${printCommand(appPasswordSource, name)}`,
          '',
          'account default : microsoft365',
        ),
      },
    ],
    store: storeCommands(appPasswordSource, name),
    apply: ['chmod 600 ~/.msmtprc'],
    test: [`${testMail(address, 'msmtp')} | msmtp -a microsoft365 ${sh(address)}`],
  });
  return { password: way('on', PASSWORD), oauth: way('xoauth2', TOKEN) };
}

/** cron, mdadm and the like call `sendmail`; msmtp stands in its place. What they run in knows no variable of a
 * person's session, so the secret comes from a file. */
export function sendmail({ address, host, port }: Values): { password: Way; oauth: Way } {
  const way = (auth: string, secret: string): Way => ({
    files: [
      {
        path: '/etc/msmtprc',
        mode: '0600',
        content: lines(
          'defaults',
          'tls on',
          'tls_starttls on',
          '',
          'account microsoft365',
          `host ${host}`,
          `port ${port}`,
          `auth ${auth}`,
          `user ${address}`,
          `from ${address}`,
          // Mail of every local program leaves as this mailbox: Microsoft takes no other sender.
          'set_from_header on',
          'allow_from_override off',
          'aliases /etc/aliases.msmtp',
          `passwordeval cat ${secret}`,
          '',
          'account default : microsoft365',
        ),
      },
      { path: '/etc/aliases.msmtp', mode: '0644', content: lines(`default: ${address}`) },
    ],
    store: [
      `sudo sh -c 'umask 077; printf "secret: "; stty -echo; read -r secret; stty echo; printf "%s\\n" "$secret" > ${secret}'`,
    ],
    apply: ['sudo apt install msmtp-mta', 'sudo chmod 600 /etc/msmtprc'],
    test: [`${testMail(address, 'sendmail')} | sudo sendmail ${sh(address)}`],
  });
  return { password: way('on', '/etc/msmtp-password'), oauth: way('xoauth2', '/etc/msmtp-token') };
}

/** Postfix keeps the password in a map only root may read. */
export function postfix({ address, host, port }: Values): { password: Way; oauth: Way } {
  const relay = `[${host}]:${port}`;
  const main = (...more: string[]): SetupFile => ({
    path: '/etc/postfix/main.cf',
    mode: '0644',
    content: lines(
      `relayhost = ${relay}`,
      'smtp_tls_security_level = secure',
      'smtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt',
      'smtp_sasl_auth_enable = yes',
      'smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd',
      'sender_canonical_classes = envelope_sender, header_sender',
      `sender_canonical_maps = static:${address}`,
      ...more,
    ),
  });
  const apply = [
    'sudo postmap /etc/postfix/sasl_passwd',
    'sudo chmod 600 /etc/postfix/sasl_passwd /etc/postfix/sasl_passwd.db',
    'sudo systemctl reload postfix',
  ];
  const test = [`${testMail(address, 'Postfix')} | sendmail ${sh(address)}`];
  return {
    password: {
      files: [main('smtp_sasl_security_options = noanonymous')],
      store: [
        `printf 'SMTP_PASSWORD: '; stty -echo; read -r SMTP_PASSWORD; stty echo; printf '%s %s:%s\\n' ${sh(relay)} ${sh(address)} "$SMTP_PASSWORD" | sudo sh -c 'umask 077; cat > /etc/postfix/sasl_passwd'; unset SMTP_PASSWORD`,
      ],
      apply,
      test,
    },
    // The plug-in sasl-xoauth2 reads its tokens from a file named where the password stood.
    oauth: {
      files: [
        main('smtp_sasl_security_options =', 'smtp_sasl_mechanism_filter = xoauth2'),
        {
          path: '/etc/postfix/sasl_passwd',
          mode: '0600',
          content: lines(`${relay} ${address}:/etc/tokens/${address}`),
        },
      ],
      store: [
        `sudo sasl-xoauth2-token-tool get-token outlook --tenant=organizations --client-id="$CLIENT_ID" /etc/tokens/${address}`,
      ],
      apply,
      test,
    },
  };
}

export function curl({ address, host, port, appPasswordSource }: Values): { password: Way; oauth: Way } {
  // curl reads the secret from its standard input: on the command line every user of the computer could see it.
  const way = (name: SecretName, format: string): Way => ({
    files: [
      {
        path: 'mail.txt',
        mode: '0644',
        content: lines(`From: ${address}`, `To: ${address}`, 'Subject: Test', '', 'Sent by curl.'),
      },
      {
        path: 'curl-smtp.conf',
        mode: '0600',
        content: lines(
          `url = "smtp://${host}:${port}"`,
          'ssl-reqd',
          `mail-from = "${address}"`,
          `mail-rcpt = "${address}"`,
          'upload-file = "mail.txt"',
        ),
      },
    ],
    store: storeCommands(appPasswordSource, name),
    apply: [],
    test: [
      `printf '${format}' "$(${printCommand(appPasswordSource, name)} | sed 's/[\\\\"]/\\\\&/g')" | curl --silent --show-error --config curl-smtp.conf --config -`,
    ],
  });
  return {
    password: way(PASSWORD, `user = "${address}:%s"\\n`),
    oauth: way(TOKEN, `user = "${address}:"\\noauth2-bearer = "%s"\\n`),
  };
}

export function swaks({ address, host, port, appPasswordSource }: Values): { password: Way; oauth: null } {
  return {
    password: {
      files: [
        {
          path: '~/.swaksrc',
          mode: '0600',
          content: lines(
            `--server ${host}`,
            `--port ${port}`,
            '--tls',
            '--tls-verify',
            '--auth LOGIN',
            `--auth-user ${address}`,
            `--from ${address}`,
            `--to ${address}`,
            // Keeps the password out of what swaks prints.
            '--auth-hide-password',
            '--protect-prompt',
          ),
        },
      ],
      store: storeCommands(appPasswordSource, PASSWORD),
      apply: [],
      // swaks asks for the password it has not been given, and reads the answer from standard input.
      test: [`${printCommand(appPasswordSource, PASSWORD)} | swaks`],
    },
    oauth: null,
  };
}

export function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
