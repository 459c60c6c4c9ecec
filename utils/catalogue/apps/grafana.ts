import type { App } from '../app.ts';

export default {
  id: 'grafana',
  name: 'Grafana',
  vendor: 'Grafana Labs',
  aliases: ['Grafana alerts', 'grafana.ini'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'reported' },
  setup: {
    password: [
      {
        do: 'file',
        path: '/etc/grafana/grafana.ini',
        lines: [
          '[smtp]',
          'enabled = true',
          'host = {smtp-server}:{smtp-port}',
          'user = {address}',
          'password = $__env{SMTP_PASSWORD}',
          'from_address = {address}',
          'startTLS_policy = MandatoryStartTLS',
        ],
      },
      { do: 'paste-password', field: 'SMTP_PASSWORD (/etc/default/grafana-server)' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'run', command: 'sudo systemctl restart grafana-server' },
      { do: 'check', what: 'test-mail' },
    ],
  },
  sources: [
    {
      for: ['password-sending', 'menu-path'],
      title: 'ZeroSMTP docs/APPS.md (its author sells a relay)',
      publisher: 'msgwing on GitHub',
      url: 'https://github.com/msgwing/ZeroSMTP',
      dated: '2026-08-16',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['modern-sign-in'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
