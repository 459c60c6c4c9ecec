import type { App } from '../app.ts';

export default {
  id: 'konica-minolta',
  name: 'Konica Minolta and DEVELOP',
  vendor: 'Konica Minolta',
  aliases: [
    'Konica scanner',
    'Konica printer',
    'bizhub',
    'DEVELOP ineo',
    'Konica Minolta MFP',
    'Konica Minolta Drucker',
  ],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      { do: 'open', path: ['Web Connection', 'Network', 'E-mail Setting', 'E-mail TX (SMTP)'] },
      { do: 'type', field: 'SMTP Server Address', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port Number', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Use SSL/TLS', option: 'Start TLS' },
      { do: 'tick', field: 'SMTP Authentication' },
      { do: 'type', field: 'User ID', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
      { do: 'press', button: 'OK' },
      { do: 'check', what: 'test-scan' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'ZeroSMTP data/devices.json, which links to vendor pages (its author sells a relay)',
      publisher: 'msgwing on GitHub',
      url: 'https://github.com/msgwing/ZeroSMTP',
      dated: '2026-08-16',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
