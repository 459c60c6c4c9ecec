import type { App } from '../app.ts';

export default {
  id: 'postbox',
  name: 'Postbox',
  vendor: 'Postbox',
  aliases: ['Postbox mail'],
  kind: 'mail-program',
  platforms: ['windows', 'macos'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
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
