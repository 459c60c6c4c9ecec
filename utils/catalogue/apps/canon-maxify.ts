import type { App } from '../app.ts';

export default {
  id: 'canon-maxify',
  name: 'Canon MAXIFY and small office devices',
  vendor: 'Canon',
  aliases: ['Canon MAXIFY', 'MAXIFY', 'Canon i-SENSYS', 'Canon small printer'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      { do: 'open', path: ['Remote UI', 'Function Settings', 'Send', 'E-Mail Settings'] },
      { do: 'type', field: 'SMTP Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'tick', field: 'SMTP Authentication' },
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
