import type { App } from '../app.ts';

export default {
  id: 'kmail',
  name: 'KMail and Kontact',
  vendor: 'KDE',
  aliases: ['KMail', 'Kontact', 'KDE mail'],
  kind: 'mail-program',
  platforms: ['linux'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'Configure KMail', 'Accounts'] },
      { do: 'choose', field: 'Account type', option: 'Exchange (EWS)' },
      { do: 'choose', field: 'Authentication', option: 'OAuth2' },
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
