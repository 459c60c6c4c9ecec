import type { App } from '../app.ts';

export default {
  id: 'other-mail-program',
  name: 'Another mail program',
  vendor: 'any vendor',
  aliases: ['other email client', 'IMAP client', 'POP client', 'unknown mail program'],
  kind: 'mail-program',
  platforms: ['windows', 'macos', 'linux'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Account settings', 'Outgoing server'] },
      { do: 'type', field: 'Outgoing server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Security', option: 'STARTTLS' },
      { do: 'tick', field: 'SMTP authentication' },
      { do: 'type', field: 'User name', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'check', what: 'test-mail' },
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
