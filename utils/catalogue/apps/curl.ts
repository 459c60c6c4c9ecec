import type { App } from '../app.ts';

export default {
  id: 'curl',
  name: 'curl',
  vendor: 'Daniel Stenberg',
  aliases: ['libcurl', 'curl smtp'],
  kind: 'script',
  platforms: ['linux', 'macos', 'windows', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'by-hand', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {
    modern: [
      {
        do: 'run',
        command: "printf 'From: {address}\\nTo: {address}\\nSubject: Test\\n\\nSent by curl.\\n' > mail.txt",
      },
      {
        do: 'run',
        command:
          'printf \'user = "%s"\\noauth2-bearer = "%s"\\n\' "{address}" "$SMTP_TOKEN" | curl --config - --ssl-reqd --url smtp://{smtp-server}:{smtp-port} --mail-from {address} --mail-rcpt {address} --upload-file mail.txt',
      },
      { do: 'note', note: 'token-command' },
      { do: 'note', note: 'admin-consent' },
      { do: 'note', note: 'smtp-auth-switch' },
      { do: 'check', what: 'mail-arrives' },
    ],
    password: [
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      {
        do: 'run',
        command: "printf 'From: {address}\\nTo: {address}\\nSubject: Test\\n\\nSent by curl.\\n' > mail.txt",
      },
      {
        do: 'run',
        command:
          'printf \'user = "%s:%s"\\n\' "{address}" "$SMTP_PASSWORD" | curl --config - --ssl-reqd --url smtp://{smtp-server}:{smtp-port} --mail-from {address} --mail-rcpt {address} --upload-file mail.txt',
      },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'check', what: 'mail-arrives' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'menu-path'],
      title: 'curl manual: --user, --oauth2-bearer, --ssl-reqd, --mail-from',
      publisher: 'curl documentation',
      url: 'https://curl.se/docs/manpage.html',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
