import type { App } from '../app.ts';

export default {
  id: 'xbox-360',
  name: 'Xbox 360',
  vendor: 'Microsoft',
  aliases: ['Xbox', 'old Xbox console'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['sign-in'],
  modernSignIn: { support: 'none', certainty: 'documented' },
  passwordSending: { possible: false, certainty: 'uncertain' },
  needsAppPassword: { account: 'personal', certainty: 'documented' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in', 'needs-app-password'],
      title: "How to get and use app passwords (archived copy of Microsoft's page)",
      publisher: 'Microsoft Support',
      url: 'https://archive.md/5fRQS',
      dated: '2025-01-19',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['password-sending'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
