import type { App } from '../app.ts';

export default {
  id: 'hp-mfp',
  name: 'HP LaserJet and PageWide (FutureSmart, Pro)',
  vendor: 'HP',
  aliases: ['HP scanner', 'HP printer', 'HP MFP', 'HP LaserJet', 'HP Drucker', 'HP copier'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      {
        do: 'open',
        path: ['Embedded Web Server', 'Scan/Digital Send', 'E-mail Setup', 'Outgoing E-mail Servers (SMTP)'],
      },
      { do: 'type', field: 'Server name', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port number', value: { is: 'smtp-port' } },
      { do: 'tick', field: 'Server requires authentication' },
      { do: 'type', field: 'User name', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
      { do: 'press', button: 'Apply' },
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
