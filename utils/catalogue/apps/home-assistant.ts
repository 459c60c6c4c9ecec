import type { App } from '../app.ts';

export default {
  id: 'home-assistant',
  name: 'Home Assistant',
  vendor: 'Nabu Casa',
  aliases: ['Hass', 'Home Assistant SMTP', 'HASSIO'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      {
        do: 'file',
        path: 'configuration.yaml',
        lines: [
          'notify:',
          '  - name: mail',
          '    platform: smtp',
          '    server: {smtp-server}',
          '    port: {smtp-port}',
          '    encryption: starttls',
          '    sender: {address}',
          '    username: {address}',
          '    password: !secret smtp_password',
          '    recipient: {address}',
        ],
      },
      { do: 'paste-password', field: 'smtp_password (secrets.yaml)' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'check', what: 'test-mail' },
    ],
  },
  sources: [
    {
      for: ['password-sending', 'menu-path'],
      title: 'ZeroSMTP docs/APPS.md (its author sells a relay)',
      publisher: 'msgwing on GitHub',
      url: 'https://github.com/msgwing/ZeroSMTP',
      dated: '2026-08-16',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['modern-sign-in'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
