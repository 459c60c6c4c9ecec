import type { App } from '../app.ts';

export default {
  id: 'outlook-2016-2019',
  name: 'Outlook 2016 and 2019',
  vendor: 'Microsoft',
  aliases: ['Outlook 2016', 'Outlook 2019', 'Office 2016', 'Office 2019'],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'reported' },
  passwordSending: { possible: false, certainty: 'documented' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
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
      for: ['modern-sign-in'],
      title: 'Modern authentication and versions of Outlook (knowledge base of Princeton University)',
      publisher: 'Princeton University',
      checked: '2026-11-22',
      certainty: 'reported',
    },
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
      for: ['menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
