import type { App } from '../app.ts';

export default {
  id: 'jira-cloud',
  name: 'Jira, Confluence and Service Management (Cloud)',
  vendor: 'Atlassian',
  aliases: ['Jira', 'Jira Cloud', 'Jira Service Management', 'JSM', 'Confluence Cloud'],
  kind: 'service',
  platforms: ['web'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'documented' },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Project settings', 'Email requests'] },
      { do: 'press', button: 'Connect with Microsoft' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'mail-arrives' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Connect a Microsoft mail account with OAuth (support.atlassian.com)',
      publisher: 'Atlassian Support',
      checked: '2026-11-22',
      certainty: 'documented',
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
