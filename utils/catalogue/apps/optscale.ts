import type { App } from '../app.ts';

export default {
  id: 'optscale',
  name: 'OptScale',
  vendor: 'Hystax',
  aliases: ['Hystax OptScale'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'observed' },
  passwordSending: { possible: true, certainty: 'observed' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'optscale discussion 129: login and password only',
      publisher: 'Hystax on GitHub',
      url: 'https://github.com/hystax/optscale/discussions/129',
      checked: '2026-11-22',
      certainty: 'observed',
    },
  ],
} satisfies App;
