import type { App } from '../app.ts';

export default {
  id: 'outlook-2010',
  name: 'Outlook 2007 and 2010',
  vendor: 'Microsoft',
  aliases: ['Outlook 2010', 'Outlook 2007', 'Office 2010', 'Office 2007'],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'none', certainty: 'documented' },
  passwordSending: { possible: false, certainty: 'documented' },
  retired: { certainty: 'documented' },
  setup: {},
  sources: [
    {
      for: ['retired', 'modern-sign-in', 'password-sending'],
      title: 'Deprecation of Basic authentication in Exchange Online',
      publisher: 'Microsoft, Exchange documentation',
      url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['retired', 'modern-sign-in'],
      title: 'Outlook 2010 and Exchange Online (Medium, naqashahmed036)',
      publisher: 'Medium',
      dated: '2022-02-17',
      checked: '2026-11-22',
      certainty: 'reported',
    },
  ],
} satisfies App;
