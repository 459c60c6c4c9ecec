import type { App } from '../app.ts';

export default {
  id: 'proxmox',
  name: 'Proxmox VE',
  vendor: 'Proxmox',
  aliases: ['Proxmox', 'Proxmox Backup Server', 'PVE'],
  kind: 'service',
  platforms: ['server'],
  purposes: ['send'],
  modernSignIn: { support: 'unknown', certainty: 'uncertain' },
  passwordSending: { possible: true, certainty: 'uncertain' },
  setup: {
    password: [
      { do: 'open', path: ['Datacenter', 'Notifications', 'Add', 'SMTP'] },
      { do: 'type', field: 'Server', value: { is: 'smtp-server' } },
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { do: 'choose', field: 'Encryption', option: 'STARTTLS' },
      { do: 'tick', field: 'Authenticate' },
      { do: 'type', field: 'Username', value: { is: 'address' } },
      { do: 'paste-password', field: 'Password' },
      { do: 'type', field: 'From Address', value: { is: 'address' } },
      { do: 'note', note: 'from-must-match' },
      { do: 'press', button: 'Add' },
      { do: 'check', what: 'test-mail' },
      { do: 'note', note: 'labels-may-differ' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'menu-path'],
      title: 'General knowledge, not checked',
      publisher: 'Keytag',
      checked: '2026-11-22',
      certainty: 'uncertain',
    },
  ],
} satisfies App;
