import type { App } from '../app.ts';

export default {
  id: 'outlook-mac',
  name: 'Outlook for Mac',
  vendor: 'Microsoft',
  aliases: ['Outlook macOS', 'Mac Outlook', 'Outlook 2016 Mac'],
  kind: 'mail-program',
  platforms: ['macos'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'reported',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
      { do: 'open', path: ['Tools', 'Accounts', 'Add Account'] },
      { do: 'type', field: 'Email', value: { is: 'address' } },
      { do: 'press', button: 'Sign In' },
      { do: 'sign-in' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Modern authentication and versions of Outlook (knowledge base of Princeton University)',
      publisher: 'Princeton University',
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
