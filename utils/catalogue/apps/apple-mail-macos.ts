import type { App } from '../app.ts';

export default {
  id: 'apple-mail-macos',
  name: 'Apple Mail on Mac',
  vendor: 'Apple',
  aliases: ['Mac Mail', 'Mail.app', 'macOS Mail', 'Apple Mail'],
  kind: 'mail-program',
  platforms: ['macos'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'since',
    since: 'macOS 10.14',
    certainty: 'reported',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'note', note: 'remove-old-account' },
      { do: 'open', path: ['System Settings', 'Internet Accounts', 'Add Account', 'Microsoft Exchange'] },
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
      title: 'Which mail apps support modern authentication (help pages of HKUST and UMass)',
      publisher: 'HKUST, UMass',
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
