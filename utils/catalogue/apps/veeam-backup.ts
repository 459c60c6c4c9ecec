import type { App } from '../app.ts';

export default {
  id: 'veeam-backup',
  name: 'Veeam Backup & Replication',
  vendor: 'Veeam',
  aliases: ['VBR', 'Veeam', 'Veeam Backup'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'since', since: 'Veeam Backup & Replication 12', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Options', 'E-mail Settings'] },
      { do: 'choose', field: 'Mail server type', option: 'Microsoft 365' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
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
