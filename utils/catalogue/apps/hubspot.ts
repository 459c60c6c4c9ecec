import type { App } from '../app.ts';

export default {
  id: 'hubspot',
  name: 'HubSpot',
  vendor: 'HubSpot',
  aliases: ['HubSpot CRM', 'HubSpot inbox'],
  kind: 'service',
  platforms: ['web'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Settings', 'General', 'Email', 'Connect personal email'] },
      { do: 'choose', field: 'Provider', option: 'Office 365' },
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
