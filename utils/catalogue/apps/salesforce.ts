import type { App } from '../app.ts';

export default {
  id: 'salesforce',
  name: 'Salesforce',
  vendor: 'Salesforce',
  aliases: ['Sales Cloud', 'Salesforce Email Relay', 'Einstein Activity Capture'],
  kind: 'service',
  platforms: ['web'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Setup', 'Outlook Integration and Sync'] },
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
