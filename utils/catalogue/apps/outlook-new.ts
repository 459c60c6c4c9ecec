import type { App } from '../app.ts';

export default {
  id: 'outlook-new',
  name: 'New Outlook for Windows',
  vendor: 'Microsoft',
  aliases: ['New Outlook', 'Outlook (new)'],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'uncertain',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'Accounts', 'Add account'] },
      { do: 'type', field: 'Email address', value: { is: 'address' } },
      { do: 'press', button: 'Continue' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'personal-sign-in', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
