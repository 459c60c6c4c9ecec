import type { App } from '../app.ts';

export default {
  id: 'osticket',
  name: 'osTicket',
  vendor: 'Enhancesoft',
  aliases: ['OS Ticket', 'osTicket help desk'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'some-models', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Admin Panel', 'Emails', 'Outgoing (SMTP)'] },
      { do: 'type', field: 'Hostname', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port Number', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Authentication', option: 'Basic Authentication' },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Passphrase' },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Save Changes' },
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
