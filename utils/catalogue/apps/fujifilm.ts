import type { App } from '../app.ts';

export default {
  id: 'fujifilm',
  name: 'FUJIFILM Business Innovation devices',
  vendor: 'FUJIFILM',
  aliases: ['Fuji Xerox', 'Fujifilm scanner', 'Fujifilm printer', 'Apeos', 'Fujifilm Drucker'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'some-models', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    modern: [
      { do: 'note', note: 'model-dependent' },
      { do: 'open', path: ['Internet Services', 'Network', 'SMTP'] },
      { do: 'choose', field: 'Authentication', option: 'OAuth 2.0' },
      { do: 'note', note: 'admin-consent' },
      { do: 'sign-in' },
      { do: 'check', what: 'test-scan' },
      { do: 'note', note: 'labels-may-differ' },
    ],
    password: [
      { do: 'open', path: ['Internet Services', 'Network', 'SMTP'] },
      { do: 'type', field: 'Server Address', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port Number', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'SSL/TLS', option: 'STARTTLS' },
      { do: 'choose', field: 'Login Method', option: 'SMTP AUTH' },
      { do: 'type', field: 'Login Name', value: { is: 'address' } },
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
      title: 'FUJIFILM devices and OAuth2 with Microsoft 365 (itkitchen.info)',
      publisher: 'IT Kitchen',
      dated: '2023-06-04',
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
