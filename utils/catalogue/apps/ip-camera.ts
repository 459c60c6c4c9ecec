import type { App } from '../app.ts';

export default {
  id: 'ip-camera',
  name: 'IP cameras and video recorders',
  vendor: 'several vendors',
  aliases: ['IP camera', 'security camera', 'NVR', 'Hikvision', 'Dahua', 'Axis camera', 'Reolink'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Configuration', 'Network', 'Email'] },
      { do: 'type', field: 'SMTP server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Security', option: 'STARTTLS' },
      { do: 'tick', field: 'SMTP authentication' },
      { do: 'type', field: 'User name', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'note', note: 'from-must-match' },
      { do: 'note', note: 'tls-12' },
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
