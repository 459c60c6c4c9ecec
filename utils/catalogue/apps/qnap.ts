import type { App } from '../app.ts';

export default {
  id: 'qnap',
  name: 'QNAP Notification Center',
  vendor: 'QNAP',
  aliases: ['QNAP', 'QNAP NAS', 'QTS'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['send'],
  modernSignIn: {
    support: 'always',
    certainty: 'documented',
    personal: { works: true, certainty: 'uncertain' },
  },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      {
        do: 'open',
        path: ['Notification Center', 'Service Account and Device Pairing', 'Email', '+ Add SMTP Service'],
      },
      { do: 'choose', field: 'Select an email account', option: 'Outlook.com' },
      { do: 'press', button: 'Add account' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'menu-path'],
      title: 'How to set up e-mail notifications with Outlook.com (FAQ)',
      publisher: 'QNAP',
      dated: '2022-11-25',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['personal-sign-in', 'password-sending'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
