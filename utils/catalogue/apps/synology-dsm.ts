import type { App } from '../app.ts';

export default {
  id: 'synology-dsm',
  name: 'Synology DSM notifications',
  vendor: 'Synology',
  aliases: ['Synology', 'Synology NAS', 'DSM', 'DiskStation', 'NAS'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Control Panel', 'Notification', 'Email'] },
      { do: 'choose', field: 'Service provider', option: 'Outlook' },
      { do: 'sign-in' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
    password: [
      { do: 'open', path: ['Control Panel', 'Notification', 'Email'] },
      { do: 'choose', field: 'Service provider', option: 'Custom SMTP server' },
      { do: 'type', field: 'SMTP server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'SMTP port', value: { is: 'smtp-port' } },
      { do: 'tick', field: 'Secure connection (SSL/TLS) is required' },
      { do: 'tick', field: 'Authentication required' },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'type', field: 'Sender email', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
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
