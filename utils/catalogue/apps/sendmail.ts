import type { App } from '../app.ts';

export default {
  id: 'sendmail',
  name: 'Sendmail',
  vendor: 'Proofpoint',
  aliases: ['sendmail smart host', 'sendmail.mc'],
  kind: 'script',
  platforms: ['linux', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'by-hand', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
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
