import type { App } from '../app.ts';

export default {
  id: 'outlook',
  name: 'Outlook (classic, Microsoft 365)',
  vendor: 'Microsoft',
  aliases: [
    'Outlook',
    'Outlook desktop',
    'Outlook for Windows',
    'Outlook 365',
    'Microsoft 365 Apps',
    'Office 365 Outlook',
  ],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'documented',
    personal: { works: true, certainty: 'documented' },
  },
  passwordSending: { possible: false, certainty: 'documented' },
  setup: {
    modern: [
      { do: 'open', path: ['File', 'Add Account'] },
      { do: 'type', field: 'Email address', value: { is: 'address' } },
      { do: 'press', button: 'Connect' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title:
        'Enforce Microsoft Entra multifactor authentication with legacy applications using app passwords',
      publisher: 'Microsoft Entra',
      url: 'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
      dated: '2025-03-04',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['personal-sign-in'],
      title: 'Modern authentication for Outlook mail of personal accounts (support article c5d65390)',
      publisher: 'Microsoft Support',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
