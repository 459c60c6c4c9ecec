import type { App } from '../app.ts';

export default {
  id: 'the-bat',
  name: 'The Bat!',
  vendor: 'Ritlabs',
  aliases: ['The Bat', 'TheBat'],
  kind: 'mail-program',
  platforms: ['windows'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Account', 'Properties', 'Transport'] },
      { do: 'choose', field: 'Authentication', option: 'OAuth 2.0' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
