import type { App } from '../app.ts';

export default {
  id: 'gmail-fetch',
  name: 'Gmail "Check mail from other accounts"',
  vendor: 'Google',
  aliases: ['Gmailify', 'Gmail POP', 'Gmail mail fetcher', 'Gmail import'],
  kind: 'mail-program',
  platforms: ['web'],
  purposes: ['read'],
  modernSignIn: { support: 'none', certainty: 'reported' },
  passwordSending: { possible: false, certainty: 'reported' },
  retired: { certainty: 'reported' },
  setup: {},
  sources: [
    {
      for: ['retired', 'modern-sign-in', 'password-sending'],
      title: 'Gmail ends fetching mail by POP, keeps "Send mail as" (tech-ish.com, internic.ca)',
      publisher: 'Tech-ish, Internic',
      dated: '2026-03-02',
      checked: '2026-11-22',
      certainty: 'reported',
    },
  ],
} satisfies App;
