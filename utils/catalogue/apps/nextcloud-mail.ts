import type { App } from '../app.ts';

export default {
  id: 'nextcloud-mail',
  name: 'Nextcloud',
  vendor: 'Nextcloud',
  aliases: ['Nextcloud Mail', 'Nextcloud notifications'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'some-models', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Administration settings', 'Basic settings', 'Email server'] },
      { do: 'type', field: 'Server address', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Encryption', option: 'None/STARTTLS' },
      { do: 'tick', field: 'Authentication required' },
      { do: 'type', field: 'Login', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'type', field: 'From address', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Save' },
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
