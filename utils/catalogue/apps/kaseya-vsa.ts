import type { App } from '../app.ts';

export default {
  id: 'kaseya-vsa',
  name: 'Kaseya VSA 10',
  vendor: 'Kaseya',
  aliases: ['Kaseya', 'VSA X', 'VSA 10'],
  kind: 'service',
  platforms: ['web'],
  purposes: ['send'],
  modernSignIn: { support: 'always', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {},
  sources: [
    {
      for: ['modern-sign-in', 'password-sending'],
      title: 'VSA 10: outbound email with modern Microsoft 365 authentication',
      publisher: 'Kaseya',
      url: 'https://www.kaseya.com/innovations/vsa10-outbound-email-modern-m365-authentication/',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
