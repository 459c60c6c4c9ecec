import type { App } from '../app.ts';

export default {
  id: 'codetwo',
  name: 'CodeTwo tools',
  vendor: 'CodeTwo',
  aliases: ['CodeTwo Backup', 'CodeTwo Office 365 Migration'],
  kind: 'service',
  platforms: ['windows', 'server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
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
