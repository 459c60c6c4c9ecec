import type { App } from '../app.ts';

export default {
  id: 'outlook-2013',
  name: 'Outlook 2013',
  vendor: 'Microsoft',
  aliases: ['Office 2013'],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'some-models', certainty: 'reported' },
  passwordSending: { possible: false, certainty: 'documented' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Modern authentication and versions of Outlook (knowledge base of Princeton University)',
      publisher: 'Princeton University',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending'],
      title:
        'Enforce Microsoft Entra multifactor authentication with legacy applications using app passwords',
      publisher: 'Microsoft Entra',
      url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
      dated: '2025-03-04',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
