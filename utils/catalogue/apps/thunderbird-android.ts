import type { App } from '../app.ts';

export default {
  id: 'thunderbird-android',
  name: 'Thunderbird and K-9 Mail on Android',
  vendor: 'Mozilla (MZLA)',
  aliases: ['K-9 Mail', 'K9 Mail', 'Thunderbird mobile', 'Thunderbird Android'],
  kind: 'mobile',
  platforms: ['android'],
  purposes: ['read', 'send'],
  modernSignIn: {
    support: 'always',
    certainty: 'observed',
    personal: { works: true, certainty: 'observed' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'Add account'] },
      { do: 'type', field: 'Email address', value: { is: 'address' } },
      { do: 'press', button: 'Next' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'personal-sign-in'],
      title: 'K-9 Mail issue 1753 and the OAuth work linked there',
      publisher: 'Thunderbird on GitHub',
      url: 'https://github.com/thundernest/k-9/issues/1753',
      dated: '2022-06',
      checked: '2026-11-22',
      certainty: 'observed',
    },
    {
      for: ['password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
