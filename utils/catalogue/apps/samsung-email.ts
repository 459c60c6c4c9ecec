import type { App } from '../app.ts';

export default {
  id: 'samsung-email',
  name: 'Samsung Email',
  vendor: 'Samsung',
  aliases: ['Samsung Mail', 'Galaxy email', 'Samsung phone mail'],
  kind: 'mobile',
  platforms: ['android'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'uncertain',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
      { do: 'open', path: ['Settings', 'Add account', 'Exchange'] },
      { do: 'press', button: 'Sign in' },
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
