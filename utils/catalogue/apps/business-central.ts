import type { App } from '../app.ts';

export default {
  id: 'business-central',
  name: 'Dynamics 365 Business Central',
  vendor: 'Microsoft',
  aliases: ['Business Central', 'Dynamics 365'],
  kind: 'service',
  platforms: ['web', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'always', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Search', 'Email Accounts', 'New', 'Add an email account'] },
      { do: 'choose', field: 'Account type', option: 'Microsoft 365' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'ZeroSMTP data/devices.json, which links to vendor pages (its author sells a relay)',
      publisher: 'msgwing on GitHub',
      url: 'https://github.com/msgwing/ZeroSMTP',
      dated: '2026-08-16',
      checked: '2026-11-22',
      certainty: 'reported',
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
