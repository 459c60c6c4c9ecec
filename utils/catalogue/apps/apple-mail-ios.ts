import type { App } from '../app.ts';

export default {
  id: 'apple-mail-ios',
  name: 'Apple Mail on iPhone and iPad',
  vendor: 'Apple',
  aliases: ['iPhone mail', 'iPad mail', 'iOS Mail', 'Mail app iPhone', 'iPhone', 'iPad'],
  kind: 'mobile',
  platforms: ['ios'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'since',
    since: 'iOS 11',
    certainty: 'documented',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
      { do: 'open', path: ['Settings', 'Mail', 'Accounts', 'Add Account', 'Microsoft Exchange'] },
      { do: 'type', field: 'Email', value: { is: 'address' } },
      { do: 'press', button: 'Next' },
      { do: 'press', button: 'Sign In' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Exchange Online and the Apple Mail app move to modern authentication (blog post 3513846)',
      publisher: 'Microsoft, Exchange Team',
      dated: '2022-06-16',
      checked: '2026-11-22',
      certainty: 'documented',
    },
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
      for: ['personal-sign-in', 'password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
