import type { App } from '../app.ts';

export default {
  id: 'teams-rooms',
  name: 'Microsoft Teams Rooms',
  vendor: 'Microsoft',
  aliases: ['Teams Rooms', 'MTR', 'Skype Room System', 'meeting room device'],
  kind: 'device',
  platforms: ['appliance'],
  purposes: ['read'],
  modernSignIn: {
    support: 'always',
    certainty: 'reported',
    personal: { works: false, certainty: 'uncertain' },
  },
  passwordSending: { possible: false, certainty: 'uncertain' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'ZeroSMTP data/devices.json, which links to vendor pages (its author sells a relay)',
      publisher: 'msgwing on GitHub',
      url: 'https://github.com/msgwing/ZeroSMTP',
      dated: '2026-08-16',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending', 'personal-sign-in'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
