import type { App } from '../app.ts';

export default {
  id: 'postfix',
  name: 'Postfix as a relay',
  vendor: 'Postfix',
  aliases: ['Postfix', 'smart host', 'relayhost', 'sasl_passwd'],
  kind: 'script',
  platforms: ['linux', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'by-hand', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {
    password: [
      {
        do: 'file',
        path: '/etc/postfix/main.cf',
        lines: [
          'relayhost = [{smtp-server}]:{smtp-port}',
          'smtp_tls_security_level = encrypt',
          'smtp_sasl_auth_enable = yes',
          'smtp_sasl_security_options = noanonymous',
          'smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd',
        ],
      },
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      {
        do: 'run',
        command:
          'printf "[{smtp-server}]:{smtp-port} {address}:%s\\n" "$SMTP_PASSWORD" | sudo sh -c "umask 077; cat > /etc/postfix/sasl_passwd"',
      },
      { do: 'run', command: 'sudo postmap /etc/postfix/sasl_passwd && sudo systemctl reload postfix' },
      { do: 'note', note: 'from-must-match' },
      { do: 'check', what: 'mail-arrives' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'sasl-xoauth2: a plug-in for Postfix',
      publisher: 'dechamps on GitHub',
      url: 'https://github.com/dechamps/sasl-xoauth2',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending', 'menu-path'],
      title: 'Postfix SASL how-to',
      publisher: 'Postfix documentation',
      url: 'https://www.postfix.org/SASL_README.html',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
