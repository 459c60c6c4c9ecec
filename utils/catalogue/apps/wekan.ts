import type { App } from '../app.ts';

export default {
  id: 'wekan',
  name: 'Wekan',
  vendor: 'Wekan',
  aliases: ['Wekan board'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'observed' },
  setup: {},
  sources: [
    {
      for: ['password-sending'],
      title: 'wekan pull request 6668',
      publisher: 'Wekan on GitHub',
      url: 'https://github.com/wekan/wekan/pull/6668',
      dated: '2026-09-01',
      checked: '2026-11-22',
      certainty: 'observed',
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
