import type { App } from '../app.ts';

export default {
  id: 'veeam-m365',
  name: 'Veeam Backup for Microsoft 365',
  vendor: 'Veeam',
  aliases: ['VB365', 'VBO365', 'Veeam Office 365'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'since', since: 'Veeam Backup for Microsoft 365 7', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    modern: [
      { do: 'open', path: ['Main menu', 'General Options', 'Notifications'] },
      { do: 'tick', field: 'Enable e-mail notifications' },
      { do: 'choose', field: 'Mail server', option: 'Microsoft 365' },
      { do: 'sign-in' },
      { do: 'note', note: 'admin-consent' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Set-VBOEmailSettings (PowerShell reference, version 7)',
      publisher: 'Veeam help center',
      checked: '2026-11-22',
      certainty: 'documented',
    },
    {
      for: ['modern-sign-in'],
      title: 'VeeamHub: vb365-AuditEmailSettings-OAuth.ps1',
      publisher: 'VeeamHub on GitHub',
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
