import type { App } from '../app.ts';

export default {
  id: 'power-automate',
  name: 'Power Automate and Logic Apps',
  vendor: 'Microsoft',
  aliases: ['Power Automate', 'Microsoft Flow', 'Logic Apps'],
  kind: 'service',
  platforms: ['web'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'uncertain',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Data', 'Connections', 'New connection', 'Office 365 Outlook'] },
      { do: 'sign-in' },
      { do: 'check', what: 'test-mail' },
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
