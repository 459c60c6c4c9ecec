import type { App } from '../app.ts';

export default {
  id: 'dynamics-nav',
  name: 'Dynamics NAV (on your own server)',
  vendor: 'Microsoft',
  aliases: ['Navision', 'NAV 2018', 'Dynamics NAV'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      { do: 'open', path: ['Departments', 'Administration', 'IT Administration', 'SMTP Mail Setup'] },
      { do: 'type', field: 'SMTP Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'SMTP Server Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Authentication', option: 'Basic' },
      { do: 'type', field: 'User ID', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'tick', field: 'Secure Connection' },
      { do: 'check', what: 'test-mail' },
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
