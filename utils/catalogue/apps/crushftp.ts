import type { App } from '../app.ts';

export default {
  id: 'crushftp',
  name: 'CrushFTP',
  vendor: 'CrushFTP',
  aliases: ['Crush FTP'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'always', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Admin', 'Preferences', 'SMTP'] },
      { do: 'press', button: 'Get Refresh Token' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'SMTP, Graph and XOAUTH2 settings (crushftp.com wiki)',
      publisher: 'CrushFTP',
      dated: '2025',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
