import type { App } from '../app.ts';

export default {
  id: 'authentik',
  name: 'authentik',
  vendor: 'Authentik Security',
  aliases: ['goauthentik'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'observed' },
  passwordSending: { possible: true, certainty: 'observed' },
  setup: {
    password: [
      {
        do: 'file',
        path: '.env',
        lines: [
          'AUTHENTIK_EMAIL__HOST={smtp-server}',
          'AUTHENTIK_EMAIL__PORT={smtp-port}',
          'AUTHENTIK_EMAIL__USE_TLS=true',
          'AUTHENTIK_EMAIL__USERNAME={address}',
          'AUTHENTIK_EMAIL__FROM={address}',
        ],
      },
      { do: 'paste-password', field: 'AUTHENTIK_EMAIL__PASSWORD' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'run', command: 'docker compose up -d' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'authentik issue 6819: a request for OAuth2 in SMTP sending',
      publisher: 'authentik on GitHub',
      url: 'https://github.com/goauthentik/authentik/issues/6819',
      checked: '2026-11-22',
      certainty: 'observed',
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
