import type { App } from '../app.ts';

export default {
  id: 'other-service',
  name: 'Another program or service',
  vendor: 'any vendor',
  aliases: ['other service', 'other software', 'ERP', 'CRM', 'unknown service'],
  kind: 'service',
  platforms: ['server', 'web'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Settings', 'Email', 'SMTP'] },
      { do: 'type', field: 'SMTP server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Security', option: 'STARTTLS' },
      { do: 'tick', field: 'SMTP authentication' },
      { do: 'type', field: 'User name', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
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
