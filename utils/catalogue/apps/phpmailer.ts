import type { App } from '../app.ts';

export default {
  id: 'phpmailer',
  name: 'PHPMailer',
  vendor: 'PHPMailer',
  aliases: ['PHP mail', 'PHP script', 'PHP'],
  kind: 'script',
  platforms: ['server', 'linux', 'windows'],
  purposes: ['send'],
  modernSignIn: { support: 'by-hand', certainty: 'documented' },
  passwordSending: { possible: true, certainty: 'documented' },
  setup: {
    password: [
      {
        do: 'file',
        path: 'send-mail.php',
        lines: [
          '<?php',
          'require __DIR__ . "/vendor/autoload.php";',
          '',
          '$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);',
          '$mail->isSMTP();',
          '$mail->Host = "{smtp-server}";',
          '$mail->Port = {smtp-port};',
          '$mail->SMTPSecure = "tls";',
          '$mail->SMTPAuth = true;',
          '$mail->Username = "{address}";',
          '$mail->Password = getenv("SMTP_PASSWORD");',
          '$mail->setFrom("{address}");',
          '$mail->addAddress("{address}");',
          '$mail->Subject = "Test";',
          '$mail->Body = "Sent by PHPMailer.";',
          '$mail->send();',
        ],
      },
      { do: 'paste-password', field: 'SMTP_PASSWORD' },
      { do: 'note', note: 'keep-out-of-code' },
      { do: 'note', note: 'from-must-match' },
      { do: 'run', command: 'php send-mail.php' },
      { do: 'check', what: 'mail-arrives' },
    ],
  },
  sources: [
    {
      for: ['modern-sign-in', 'password-sending', 'menu-path'],
      title: 'PHPMailer examples: xoauth2 for Microsoft, smtp',
      publisher: 'PHPMailer on GitHub',
      url: 'https://github.com/PHPMailer/PHPMailer/tree/master/examples',
      checked: '2026-11-22',
      certainty: 'documented',
    },
  ],
} satisfies App;
