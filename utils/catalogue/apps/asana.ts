import type { App } from '../app.ts';

export default {
  id: 'asana',
  name: 'Asana',
  vendor: 'Asana',
  aliases: ['Asana for Outlook', 'Asana add-in'],
  kind: 'service',
  platforms: ['web'],
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
