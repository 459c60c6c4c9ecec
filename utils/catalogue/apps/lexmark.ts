import type { App } from '../app.ts';

export default {
  id: 'lexmark',
  name: 'Lexmark multifunction devices',
  vendor: 'Lexmark',
  aliases: ['Lexmark scanner', 'Lexmark printer', 'Lexmark Drucker'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Embedded Web Server', 'Settings', 'E-mail', 'E-mail Setup'] },
      { do: 'type', field: 'Primary SMTP Gateway', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Primary SMTP Gateway Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Use SSL/TLS', option: 'Required' },
      { do: 'choose', field: 'SMTP Server Authentication', option: 'Login / Plain' },
      { do: 'type', field: 'Device Userid', value: { is: 'address' } },
      { do: 'paste-password', field: 'Device Password' },
      { do: 'type', field: 'Reply Address', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
      { do: 'press', button: 'Save' },
      { do: 'check', what: 'test-scan' },
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
