import type { App } from '../app.ts';

export default {
  id: 'gmail-android',
  name: 'Gmail on Android',
  vendor: 'Google',
  aliases: ['Gmail', 'Gmail app', 'Android mail', 'Google Mail app', 'Android phone'],
  kind: 'mobile',
  platforms: ['android'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'reported',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
      { do: 'open', path: ['Settings', 'Add account', 'Exchange and Office 365'] },
      { do: 'type', field: 'Enter your email', value: { is: 'address' } },
      { do: 'press', button: 'Next' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Modern authentication and mail apps (eightwone.com)',
      publisher: 'EighTwOne',
      dated: '2020',
      checked: '2026-11-22',
      certainty: 'reported',
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
