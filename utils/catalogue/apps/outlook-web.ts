import type { App } from '../app.ts';

export default {
  id: 'outlook-web',
  name: 'Outlook on the web',
  vendor: 'Microsoft',
  aliases: ['OWA', 'Outlook Web App', 'Webmail', 'Outlook in the browser', 'outlook.com website'],
  kind: 'mail-program',
  platforms: ['web'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'documented',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in'],
      title:
        'Enforce Microsoft Entra multifactor authentication with legacy applications using app passwords',
      publisher: 'Microsoft Entra',
      url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
      dated: '2025-03-04',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['password-sending', 'personal-sign-in'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
