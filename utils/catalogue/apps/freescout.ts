import type { App } from '../app.ts';

export default {
  id: 'freescout',
  name: 'FreeScout',
  vendor: 'FreeScout',
  aliases: ['Free Scout', 'FreeScout help desk'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'some-models', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'observed' },
  setup: {
    password: [
      { do: 'open', path: ['Manage', 'Mailboxes', 'Connection Settings', 'Sending Emails'] },
      { do: 'type', field: 'SMTP Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Encryption', option: 'TLS' },
      { do: 'choose', field: 'Method', option: 'SMTP' },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Save Settings' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['password-sending'],
      title: 'freescout issue 4930: 535 5.7.139, the user credentials were incorrect',
      publisher: 'FreeScout on GitHub',
      dated: '2025-07-21',
      checked: '2026-11-22',
      certainty: 'observed',
    },
    {
      for: ['modern-sign-in', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
