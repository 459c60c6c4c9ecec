import type { App } from '../app.ts';

export default {
  id: 'powershell',
  name: 'PowerShell Send-MailMessage',
  vendor: 'Microsoft',
  aliases: ['PowerShell', 'Send-MailMessage', 'PowerShell script', 'Task Scheduler mail'],
  kind: 'script',
  platforms: ['windows', 'server'],
  purposes: ['send'],
  modernSignIn: { support: 'none', certainty: 'reported' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {
    password: [
      {
        do: 'file',
        path: 'send-mail.ps1',
        lines: [
          '$address = "{address}"',
          '$secret = ConvertTo-SecureString $env:SMTP_PASSWORD -AsPlainText -Force',
          '$credential = New-Object System.Management.Automation.PSCredential($address, $secret)',
          '[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12',
          'Send-MailMessage -SmtpServer "{smtp-server}" -Port {smtp-port} -UseSsl -Credential $credential -From $address -To $address -Subject "Test" -Body "Sent by PowerShell."',
        ],
      },
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'run', command: 'powershell -File send-mail.ps1' },
      { do: 'check', what: 'mail-arrives' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in'],
      title: 'Send-MailMessage and the end of basic authentication (mirror of office365itpros.com)',
      publisher: 'Office 365 for IT Pros',
      checked: '2026-11-22',
      certainty: 'reported',
    },
    {
      for: ['password-sending', 'menu-path'],
      title: 'Send-MailMessage (marked obsolete)',
      publisher: 'Microsoft, PowerShell documentation',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.utility/send-mailmessage',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
