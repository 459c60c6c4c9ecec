import type { App } from '../app.ts';

export default {
  id: 'jira-data-center',
  name: 'Jira Data Center',
  vendor: 'Atlassian',
  aliases: ['Jira Server', 'Jira on-premises'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'since', since: 'Jira 9.2.0', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Administration', 'System', 'Outgoing Mail', 'Configure new SMTP mail server'] },
      { do: 'choose', field: 'Authentication method', option: 'OAuth 2.0' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'OAuth 2.0 for incoming and outgoing mail: POP3 8.15.0, SMTP 9.2.0 (confluence.atlassian.com)',
      publisher: 'Atlassian knowledge base',
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
