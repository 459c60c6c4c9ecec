import type { App } from '../app.ts';

export default {
  id: 'swaks',
  name: 'swaks',
  vendor: 'John Jetmore',
  aliases: ['Swiss Army Knife for SMTP', 'SMTP test tool'],
  kind: 'script',
  platforms: ['linux', 'macos', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      {
        do: 'run',
        command:
          'printf \'%s\\n\' "$SMTP_PASSWORD" | swaks --server {smtp-server} --port {smtp-port} --tls --auth LOGIN --auth-user {address} --protect-prompt --from {address} --to {address}',
      },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'check', what: 'mail-arrives' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
