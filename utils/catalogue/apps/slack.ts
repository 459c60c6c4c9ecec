import type { App } from '../app.ts';

export default {
  id: 'slack',
  name: 'Slack',
  vendor: 'Salesforce (Slack)',
  aliases: ['Slack for Outlook', 'Outlook calendar in Slack'],
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
