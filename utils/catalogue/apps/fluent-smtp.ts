import type { App } from '../app.ts';

export default {
  id: 'fluent-smtp',
  name: 'WordPress with FluentSMTP',
  vendor: 'WPManageNinja',
  aliases: ['FluentSMTP', 'Fluent SMTP'],
  kind: 'service',
  platforms: ['web', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'FluentSMTP', 'Connections'] },
      { do: 'choose', field: 'Connection Provider', option: 'Outlook' },
      { do: 'note', note: 'admin-consent' },
      { do: 'sign-in' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
    password: [
      { do: 'open', path: ['Settings', 'FluentSMTP', 'Connections'] },
      { do: 'type', field: 'SMTP Host', value: { is: 'smtp-server' } },
      { do: 'type', field: 'SMTP Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Encryption', option: 'TLS' },
      { do: 'tick', field: 'Authentication' },
      { do: 'type', field: 'SMTP Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'SMTP Password' },
      { do: 'type', field: 'From Email', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Save Connection Settings' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'FluentSMTP read-me: Outlook OAuth among the connections',
      publisher: 'WPManageNinja on GitHub',
      url: 'https://github.com/WPManageNinja/fluent-smtp',
      checked: '2026-11-22',
      certainty: 'documented',
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
