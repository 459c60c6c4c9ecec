import type { App } from '../app.ts';

export default {
  id: 'prtg',
  name: 'PRTG Network Monitor',
  vendor: 'Paessler',
  aliases: ['PRTG', 'Paessler'],
  kind: 'service',
  platforms: ['windows', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Setup', 'System Administration', 'Notification Delivery'] },
      { do: 'type', field: 'SMTP Relay Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'SMTP Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'SMTP Encryption', option: 'Use SSL/TLS' },
      { do: 'choose', field: 'SMTP Relay Authentication', option: 'Standard SMTP authentication' },
      { do: 'type', field: 'SMTP User Name', value: { is: 'address' } },
      { do: 'paste-password', field: 'SMTP Password' },
      { do: 'type', field: 'Sender Email', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Save' },
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
