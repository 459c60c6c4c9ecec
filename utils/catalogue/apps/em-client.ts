import type { App } from '../app.ts';

export default {
  id: 'em-client',
  name: 'eM Client',
  vendor: 'eM Client',
  aliases: ['eMClient'],
  kind: 'mail-program',
  platforms: ['windows', 'macos'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'since',
    since: 'eM Client 8',
    certainty: 'uncertain',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Menu', 'Accounts', 'Add Account'] },
      { do: 'type', field: 'Email address', value: { is: 'address' } },
      { do: 'press', button: 'Next' },
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
