import type { App } from '../app.ts';

export default {
  id: 'mailbird',
  name: 'Mailbird',
  vendor: 'Mailbird',
  aliases: ['Mail Bird'],
  kind: 'mail-program',
  platforms: ['windows', 'macos'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'reported',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'Accounts', 'Add'] },
      { do: 'type', field: 'Email', value: { is: 'address' } },
      { do: 'press', button: 'Continue' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Pages about Microsoft sign-in at getmailbird.com (some dates there are out of date)',
      publisher: 'Mailbird',
      dated: '2026',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending', 'personal-sign-in', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
