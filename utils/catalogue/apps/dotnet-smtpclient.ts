import type { App } from '../app.ts';

export default {
  id: 'dotnet-smtpclient',
  name: '.NET System.Net.Mail',
  vendor: 'Microsoft',
  aliases: ['System.Net.Mail', 'SmtpClient', 'VB.NET mail'],
  kind: 'script',
  platforms: ['windows', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'uncertain' },
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
