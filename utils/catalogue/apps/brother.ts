import type { App } from '../app.ts';

export default {
  id: 'brother',
  name: 'Brother printers and scanners',
  vendor: 'Brother',
  aliases: ['Brother scanner', 'Brother printer', 'Brother MFC', 'Brother DCP', 'Brother Drucker'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      { do: 'open', path: ['Web Based Management', 'Network', 'Protocol', 'SMTP', 'Advanced Settings'] },
      { do: 'type', field: 'SMTP Server Address', value: { is: 'smtp-server' } },
      { do: 'type', field: 'SMTP Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'SSL/TLS', option: 'TLS' },
      { do: 'choose', field: 'SMTP Server Authentication Method', option: 'SMTP-AUTH' },
      { do: 'type', field: 'SMTP-AUTH Account Name', value: { is: 'address' } },
      { do: 'paste-password', field: 'SMTP-AUTH Account Password' },
      { do: 'type', field: 'Device E-mail Address', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
      { do: 'press', button: 'Submit' },
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
