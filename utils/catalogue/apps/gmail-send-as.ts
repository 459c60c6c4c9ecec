import type { App } from '../app.ts';

export default {
  id: 'gmail-send-as',
  name: 'Gmail "Send mail as"',
  vendor: 'Google',
  aliases: ['Gmail web send as', 'Gmail alias sending', 'send from Gmail'],
  kind: 'mail-program',
  platforms: ['web'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      {
        do: 'open',
        path: ['Gmail', 'Settings', 'Accounts and Import', 'Send mail as', 'Add another email address'],
      },
      { do: 'type', field: 'Email address', value: { is: 'address' } },
      { do: 'press', button: 'Next Step' },
      { do: 'type', field: 'SMTP Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'choose', field: 'Secured connection', option: 'TLS' },
      { do: 'press', button: 'Add Account' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'Gmail ends fetching mail by POP, keeps "Send mail as" (tech-ish.com, internic.ca)',
      publisher: 'Tech-ish, Internic',
      dated: '2026-03-02',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
