import type { App } from '../app.ts';

export default {
  id: 'isync',
  name: 'isync, fetchmail, getmail, OfflineIMAP',
  vendor: 'several projects',
  aliases: ['isync', 'mbsync', 'OfflineIMAP', 'fetchmail', 'getmail'],
  kind: 'mail-program',
  platforms: ['linux', 'macos'],
  purposes: ['read'],
  modernSignIn: { support: 'by-hand', certainty: 'uncertain' },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
