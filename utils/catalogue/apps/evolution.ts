import type { App } from '../app.ts';

export default {
  id: 'evolution',
  name: 'GNOME Evolution',
  vendor: 'GNOME',
  aliases: ['Evolution', 'Evolution EWS', 'Ubuntu mail'],
  kind: 'mail-program',
  platforms: ['linux'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Edit', 'Accounts', 'Receiving Email'] },
      { do: 'choose', field: 'Authentication', option: 'OAuth2 (Office365)' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
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
