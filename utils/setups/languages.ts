/** Set-ups for programming languages. Each program reads the secret from its environment. */
import { lines, type Values } from './mail-tools.ts';
import { doubleQuoted, php, powershell } from './quote.ts';
import { PASSWORD, type SecretName, storeCommands, TOKEN, withSecret } from './secret.ts';
import type { Way } from './setup.ts';

function script(values: Values, path: string, command: string, content: string, name: SecretName): Way {
  return {
    files: [{ path, mode: '0644', content }],
    store: storeCommands(values.appPasswordSource, name),
    apply: [],
    test: [withSecret(values.appPasswordSource, name, command)],
  };
}

export function python(values: Values): { password: Way; oauth: Way } {
  const program = (...signIn: string[]) =>
    lines(
      'import os',
      'import smtplib',
      'import ssl',
      'from email.message import EmailMessage',
      '',
      `ADDRESS = ${doubleQuoted(values.address)}`,
      '',
      'message = EmailMessage()',
      'message["From"] = ADDRESS',
      'message["To"] = ADDRESS',
      'message["Subject"] = "Test"',
      'message.set_content("Sent by Python.")',
      '',
      `with smtplib.SMTP(${doubleQuoted(values.host)}, ${values.port}, timeout=30) as smtp:`,
      '    smtp.starttls(context=ssl.create_default_context())',
      ...signIn,
      '    smtp.send_message(message)',
    );
  return {
    password: script(
      values,
      'send_mail.py',
      'python3 send_mail.py',
      program('    smtp.login(ADDRESS, os.environ["SMTP_PASSWORD"])'),
      PASSWORD,
    ),
    oauth: script(
      values,
      'send_mail.py',
      'python3 send_mail.py',
      program(
        '    smtp.ehlo()',
        '    token = os.environ["SMTP_TOKEN"]',
        '    smtp.auth("XOAUTH2", lambda challenge=None: "" if challenge else f"user={ADDRESS}\\x01auth=Bearer {token}\\x01\\x01")',
      ),
      TOKEN,
    ),
  };
}

export function nodemailer(values: Values): { password: Way; oauth: Way } {
  const program = (auth: string) =>
    lines(
      "import nodemailer from 'nodemailer';",
      '',
      `const address = ${doubleQuoted(values.address)};`,
      'const transport = nodemailer.createTransport({',
      `  host: ${doubleQuoted(values.host)},`,
      `  port: ${values.port},`,
      '  secure: false,',
      '  requireTLS: true,',
      `  auth: ${auth},`,
      '});',
      'await transport.sendMail({',
      '  from: address,',
      '  to: address,',
      "  subject: 'Test',",
      "  text: 'Sent by Nodemailer.',",
      '});',
    );
  const run = 'node send-mail.mjs';
  return {
    password: script(
      values,
      'send-mail.mjs',
      run,
      program('{ user: address, pass: process.env.SMTP_PASSWORD }'),
      PASSWORD,
    ),
    oauth: script(
      values,
      'send-mail.mjs',
      run,
      program("{ type: 'OAuth2', user: address, accessToken: process.env.SMTP_TOKEN }"),
      TOKEN,
    ),
  };
}

/** A token that is there already, in the shape PHPMailer asks for. */
const PHP_TOKEN_CLASS = [
  'final class TokenFromEnvironment implements PHPMailer\\PHPMailer\\OAuthTokenProvider',
  '{',
  '    public function __construct(private string $address) {}',
  '',
  '    public function getOauth64(): string',
  '    {',
  '        return base64_encode("user={$this->address}\\x01auth=Bearer " . getenv(\'SMTP_TOKEN\') . "\\x01\\x01");',
  '    }',
  '}',
  '',
];

export function phpmailer(values: Values): { password: Way; oauth: Way } {
  const program = (before: readonly string[], ...auth: string[]) =>
    lines(
      '<?php',
      "require __DIR__ . '/vendor/autoload.php';",
      '',
      ...before,
      `$address = ${php(values.address)};`,
      '$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);',
      '$mail->isSMTP();',
      `$mail->Host = ${php(values.host)};`,
      `$mail->Port = ${values.port};`,
      "$mail->SMTPSecure = 'tls';",
      '$mail->SMTPAuth = true;',
      ...auth,
      '$mail->setFrom($address);',
      '$mail->addAddress($address);',
      "$mail->Subject = 'Test';",
      "$mail->Body = 'Sent by PHPMailer.';",
      '$mail->send();',
    );
  const run = 'php send-mail.php';
  return {
    password: script(
      values,
      'send-mail.php',
      run,
      program([], '$mail->Username = $address;', "$mail->Password = getenv('SMTP_PASSWORD');"),
      PASSWORD,
    ),
    oauth: script(
      values,
      'send-mail.php',
      run,
      program(
        PHP_TOKEN_CLASS,
        "$mail->AuthType = 'XOAUTH2';",
        '$mail->setOAuth(new TokenFromEnvironment($address));',
      ),
      TOKEN,
    ),
  };
}

export function javaMail(values: Values): { password: Way; oauth: Way } {
  const program = (secret: string, ...properties: string[]) =>
    lines(
      'import jakarta.mail.*;',
      'import jakarta.mail.internet.*;',
      'import java.util.Properties;',
      '',
      'public class SendMail {',
      '  public static void main(String[] args) throws MessagingException {',
      `    String address = ${doubleQuoted(values.address)};`,
      '    Properties settings = new Properties();',
      `    settings.put("mail.smtp.host", ${doubleQuoted(values.host)});`,
      `    settings.put("mail.smtp.port", "${values.port}");`,
      '    settings.put("mail.smtp.auth", "true");',
      '    settings.put("mail.smtp.starttls.enable", "true");',
      '    settings.put("mail.smtp.starttls.required", "true");',
      '    settings.put("mail.smtp.ssl.checkserveridentity", "true");',
      ...properties,
      '    Session session = Session.getInstance(settings);',
      '    MimeMessage message = new MimeMessage(session);',
      '    message.setFrom(new InternetAddress(address));',
      '    message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));',
      '    message.setSubject("Test");',
      '    message.setText("Sent by Jakarta Mail.");',
      `    Transport.send(message, address, System.getenv("${secret}"));`,
      '  }',
      '}',
    );
  // Jakarta Mail and its implementation (Eclipse Angus) lie beside the program as jar files.
  const run = 'java -cp "lib/*" SendMail.java';
  return {
    password: script(values, 'SendMail.java', run, program('SMTP_PASSWORD'), PASSWORD),
    oauth: script(
      values,
      'SendMail.java',
      run,
      program('SMTP_TOKEN', '    settings.put("mail.smtp.auth.mechanisms", "XOAUTH2");'),
      TOKEN,
    ),
  };
}

export function mailkit(values: Values): { password: Way; oauth: Way } {
  const program = (signIn: string) =>
    lines(
      'using MailKit.Net.Smtp;',
      'using MailKit.Security;',
      'using MimeKit;',
      '',
      `var address = ${doubleQuoted(values.address)};`,
      'var message = new MimeMessage();',
      'message.From.Add(MailboxAddress.Parse(address));',
      'message.To.Add(MailboxAddress.Parse(address));',
      'message.Subject = "Test";',
      'message.Body = new TextPart("plain") { Text = "Sent by MailKit." };',
      '',
      'using var client = new SmtpClient();',
      `await client.ConnectAsync(${doubleQuoted(values.host)}, ${values.port}, SecureSocketOptions.StartTls);`,
      signIn,
      'await client.SendAsync(message);',
      'await client.DisconnectAsync(true);',
    );
  const way = (content: string, name: SecretName): Way => ({
    ...script(values, 'Program.cs', 'dotnet run', content, name),
    apply: ['dotnet add package MailKit'],
  });
  return {
    password: way(
      program(
        'await client.AuthenticateAsync(address, Environment.GetEnvironmentVariable("SMTP_PASSWORD"));',
      ),
      PASSWORD,
    ),
    oauth: way(
      program(
        'await client.AuthenticateAsync(new SaslMechanismOAuth2(address, Environment.GetEnvironmentVariable("SMTP_TOKEN")));',
      ),
      TOKEN,
    ),
  };
}

/** PowerShell has its own ways to ask for and to keep a secret. */
export function powershellMail(values: Values): { password: Way; oauth: Way } {
  const fetch = {
    environment: [
      '$secret = ConvertTo-SecureString $env:SMTP_PASSWORD -AsPlainText -Force',
      '$credential = [PSCredential]::new($address, $secret)',
    ],
    // Readable only by the same person on the same Windows computer.
    file: ['$credential = Import-Clixml "$HOME/smtp-credential.xml"'],
    'secret-store': ['$credential = [PSCredential]::new($address, (Get-Secret -Name smtp-password))'],
  }[values.appPasswordSource];
  const store = {
    environment: [
      "$env:SMTP_PASSWORD = [Net.NetworkCredential]::new('', (Read-Host 'SMTP_PASSWORD' -AsSecureString)).Password",
    ],
    file: [
      `Get-Credential -UserName ${powershell(values.address)} | Export-Clixml "$HOME/smtp-credential.xml"`,
    ],
    'secret-store': ["Set-Secret -Name smtp-password -Secret (Read-Host 'SMTP_PASSWORD' -AsSecureString)"],
  }[values.appPasswordSource];
  return {
    password: {
      files: [
        {
          path: 'Send-TestMail.ps1',
          mode: '0644',
          content: lines(
            `$address = ${powershell(values.address)}`,
            ...fetch,
            'Send-MailMessage -From $address -To $address -Subject "Test" -Body "Sent by PowerShell." `',
            `  -SmtpServer ${powershell(values.host)} -Port ${values.port} -UseSsl -Credential $credential`,
          ),
        },
      ],
      store,
      apply: [],
      test: ['./Send-TestMail.ps1'],
    },
    // Microsoft Graph takes the place of SMTP; the window that opens is Microsoft's.
    oauth: {
      files: [
        {
          path: 'Send-TestMail.ps1',
          mode: '0644',
          content: lines(
            `$address = ${powershell(values.address)}`,
            'Connect-MgGraph -Scopes "Mail.Send" -NoWelcome',
            '$mail = @{',
            '  message = @{',
            '    subject = "Test"',
            '    body = @{ contentType = "Text"; content = "Sent by PowerShell." }',
            '    toRecipients = @(@{ emailAddress = @{ address = $address } })',
            '  }',
            '}',
            'Send-MgUserMail -UserId $address -BodyParameter $mail',
          ),
        },
      ],
      store: [],
      apply: [
        'Install-Module Microsoft.Graph.Authentication, Microsoft.Graph.Users.Actions -Scope CurrentUser',
      ],
      test: ['./Send-TestMail.ps1'],
    },
  };
}
