import type { App } from '../app.ts';

export default {
  id: 'other-device',
  name: 'Another printer, scanner or device',
  vendor: 'any vendor',
  aliases: [
    'other printer',
    'other scanner',
    'multifunction printer',
    'MFP',
    'copier',
    'scan to email',
    'unknown device',
    'Drucker',
    'Scanner',
    'Kopierer',
  ],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Device web page', 'Network', 'E-mail (SMTP)'] },
      { do: 'type', field: 'SMTP server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Security', option: 'STARTTLS' },
      { do: 'tick', field: 'SMTP authentication' },
      { do: 'type', field: 'User name', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
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
