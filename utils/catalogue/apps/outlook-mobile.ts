import type { App } from '../app.ts';

export default {
  id: 'outlook-mobile',
  name: 'Outlook for iOS and Android',
  vendor: 'Microsoft',
  aliases: ['Outlook mobile', 'Outlook app', 'Outlook iPhone', 'Outlook iPad', 'Outlook Android'],
  kind: 'mobile',
  platforms: ['ios', 'android'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'documented',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'Add account', 'Add email account'] },
      { do: 'type', field: 'Enter your email', value: { is: 'address' } },
      { do: 'press', button: 'Continue' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Enable or disable authenticated client SMTP submission in Exchange Online',
      publisher: 'Microsoft, Exchange documentation',
      url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
      dated: '2021-07',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['personal-sign-in', 'password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
