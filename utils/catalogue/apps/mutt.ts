import type { App } from '../app.ts';

export default {
  id: 'mutt',
  name: 'mutt and NeoMutt',
  vendor: 'Mutt',
  aliases: ['mutt', 'NeoMutt', 'muttrc'],
  kind: 'mail-program',
  platforms: ['linux', 'macos'],
  purposes: ['read', 'send'],
  modernSignIn: { support: 'by-hand', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      {
        do: 'file',
        path: '~/.muttrc',
        lines: [
          'set from = "{address}"',
          'set folder = "imaps://{address}@{imap-server}:993/"',
          'set imap_user = "{address}"',
          'set imap_authenticators = "xoauth2"',
          'set imap_oauth_refresh_command = "your-token-command"',
          'set smtp_url = "smtp://{address}@{smtp-server}:{smtp-port}/"',
          'set smtp_authenticators = "xoauth2"',
          'set smtp_oauth_refresh_command = "your-token-command"',
          'set ssl_starttls = yes',
          'set ssl_force_tls = yes',
        ],
      },
      { do: 'note', note: 'token-command' },
      { do: 'note', note: 'admin-consent' },
      { do: 'note', note: 'smtp-auth-switch' },
      { do: 'check', what: 'send-and-receive' },
    ],
    password: [
      {
        do: 'file',
        path: '~/.muttrc',
        lines: [
          'set from = "{address}"',
          'set smtp_url = "smtp://{address}@{smtp-server}:{smtp-port}/"',
          'set smtp_pass = "`printenv SMTP_PASSWORD`"',
          'set ssl_starttls = yes',
          'set ssl_force_tls = yes',
        ],
      },
      { do: 'run', command: 'chmod 600 ~/.muttrc' },
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'check', what: 'test-mail' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'menu-path'],
      title: 'mutt_oauth2.py and its read-me in NeoMutt',
      publisher: 'NeoMutt on GitHub',
      url: 'https://github.com/neomutt/neomutt/tree/main/contrib/oauth2',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['modern-sign-in'],
      title:
        'Public set-ups of mutt with XOAUTH2 for Microsoft 365 (gnuunixchad/dotfiles, ork/mutt-office365)',
      publisher: 'GitHub',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
