import type { App } from '../app.ts';

export default {
  id: 'n8n',
  name: 'n8n',
  vendor: 'n8n',
  aliases: ['n8n.io', 'n8n workflow'],
  kind: 'service',
  platforms: ['web', 'server'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'always', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Credentials', 'Add credential', 'Microsoft Outlook OAuth2 API'] },
      { do: 'press', button: 'Connect my account' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'send-and-receive' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'n8n-docs pull request 4364: the app password guide for Outlook.com IMAP removed',
      publisher: 'n8n on GitHub',
      url: 'https://github.com/n8n-io/n8n-docs/pull/4364',
      dated: '2026-03-17',
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
