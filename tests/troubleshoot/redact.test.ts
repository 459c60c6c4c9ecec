/** Nothing personal is left in what is copied, and what is left is still recognised. */
import { describe, expect, it } from 'vitest';
import { diagnose, redact } from '@/utils/troubleshoot/index.ts';

/** Made up for these tests. */
const SECRET = 'qwhzkfjvmtxbrdlp';
const ADDRESS = 'anna.miller@contoso.example';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const HOME = ['', 'home', 'annamiller', 'send_mail.py'].join('/');

describe('takes out', () => {
  it.each([
    ['an address', `user ${ADDRESS} refused`, ADDRESS],
    ['an address in angle brackets', `MAIL FROM:<${ADDRESS}>`, ADDRESS],
    ['an address in a link', 'login_hint=anna.miller%40contoso.example', 'anna.miller'],
    ['an address of quoted-printable', 'anna.miller=40contoso.example', 'anna.miller'],
    ['an address with umlauts', 'jürgen@müller.example', 'müller'],
    ['a password by its name', `password=${SECRET}`, SECRET],
    ['a password in JSON', `{"user":"x","pass":"${SECRET}"}`, SECRET],
    ['a password with spaces', '"password": "correct horse battery"', 'horse'],
    ['a password in Python', `'password': '${SECRET}',`, SECRET],
    ['a password of an environment', `export SMTP_PASSWORD=${SECRET}`, SECRET],
    ['a password in XML', `<password>${SECRET}</password>`, SECRET],
    ['a German password', `Kennwort: ${SECRET}`, SECRET],
    ['a French password', `Mot de passe : ${SECRET}`, SECRET],
    ['a Russian password', 'Пароль: секрет123', 'секрет123'],
    ['a Japanese password', 'パスワード：himitsu99', 'himitsu99'],
    ['a password at a prompt', `password for ${ADDRESS} at smtp.office365.com: ${SECRET}`, SECRET],
    ['a password told in a sentence', `my password is ${SECRET} and it worked`, SECRET],
    ['an app password by its shape', `I pasted ${SECRET} there`, SECRET],
    ['four groups of letters', 'I pasted qwhz kfjv mtxb rdlp there', 'kfjv'],
    ['a command line', `swaks -ap ${SECRET} --to x`, SECRET],
    ['a command line of curl', `curl --user '${ADDRESS}:${SECRET}' smtp://x`, SECRET],
    ['a login inside an address of a server', `smtp://anna:${SECRET}@smtp.office365.com:587`, SECRET],
    ['AUTH PLAIN', `AUTH PLAIN ${base64(`\0${ADDRESS}\0${SECRET}`)}`, base64(`\0${ADDRESS}\0${SECRET}`)],
    [
      'AUTH LOGIN, line by line',
      `AUTH LOGIN\n334 VXNlcm5hbWU6\n${base64(ADDRESS)}\n334 UGFzc3dvcmQ6\n${base64('short')}\n`,
      base64('short'),
    ],
    ['AUTH LOGIN as swaks shows it', `<~  334 UGFzc3dvcmQ6\n ~> ${base64(SECRET)}\n`, base64(SECRET)],
    ['a bearer token', 'Authorization: Bearer abcdef123456', 'abcdef123456'],
    ['a token of Microsoft', 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2lnbmF0dXJl', 'eyJ0eXAi'],
    ['a refresh token', 'refresh_token=0.AXoAbC123xyz', '0.AXoAbC123xyz'],
    ['a long mixed run', 'key Ab3dEf6hIj9kLm2nOp5qRs8t here', 'Ab3dEf6hIj9kLm2nOp5qRs8t'],
    ['a user name', 'username=annamiller', 'annamiller'],
    ["a person's folder", `File "${HOME}", line 16`, 'annamiller'],
    ["a person's folder on Windows", String.raw`C:\Users\annamiller\send.ps1`, 'annamiller'],
    ['a network address', 'from 203.0.113.7 port 587', '203.0.113.7'],
    ['a network address of the new kind', 'from 2001:db8:85a3:1:2:8a2e:370:7334', '2001:db8'],
  ])('%s', (_, text, secret) => {
    expect(text).toContain(secret);
    expect(redact(text)).not.toContain(secret);
  });
});

describe('leaves', () => {
  it.each([
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [FR0P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-22T11:00:00.000Z 08DE123456789ABC]',
    'AADSTS50076: Due to a configuration change. Trace ID: 0f8fad5b-d9cb-469f-a165-70867728950e',
    'msmtp: authentication failed (method PLAIN)',
    'échec de l’authentification',
    'curl: (67) Login denied',
    '0x800CCC0E',
    'Connected to smtp.office365.com, port 587',
  ])('%s', (text) => expect(redact(text)).toBe(text));
});

it('changes nothing more when it runs twice, and the rest is still recognised', () => {
  const text = [
    `Sending from ${ADDRESS} with password ${SECRET}`,
    `user=anna.miller pass="${SECRET}"`,
    `smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, the user credentials were incorrect.')`,
  ].join('\n');
  const once = redact(text);
  expect(redact(once)).toBe(once);
  expect(once).not.toContain(SECRET);
  expect(once).not.toContain('anna');
  expect(diagnose(once, { today: '2026-11-22' }).family).toBe('credentials-incorrect');
});

it('says nothing of the text in a diagnosis', () => {
  const text = `${ADDRESS} ${SECRET} 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.`;
  const said = JSON.stringify(diagnose(text, { today: '2026-11-22' }));
  expect(said).not.toContain('anna');
  expect(said).not.toContain(SECRET);
});

it.each([
  'a',
  '@',
  'a@',
  'password=',
  'eyJ.',
  '334 \n',
  'aaaa ',
  'AUTH PLAIN ',
  '<password ',
  'x:y@',
  '1.1.',
  ':::f',
])('takes out of a megabyte of %j in time', (piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const start = performance.now();
  redact(text);
  expect(performance.now() - start).toBeLessThan(4_000);
});
