import type { App } from '../app.ts';

export default {
  id: 'nagios',
  name: 'Nagios',
  vendor: 'Nagios',
  aliases: ['Nagios XI', 'Nagios Core'],
  kind: 'service',
  platforms: ['linux', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Admin', 'System Config', 'Email Settings'] },
      { do: 'type', field: 'Host', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Security', option: 'TLS' },
      { do: 'choose', field: 'Mail Method', option: 'SMTP' },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'type', field: 'Send From', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Update Settings' },
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
