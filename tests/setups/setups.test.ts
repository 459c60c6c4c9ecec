/** Every set-up with every source of the password and every kind of address: nothing secret inside, nothing that
 * breaks out of its place. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_ADDRESS } from '@/utils/catalogue/describe.ts';
import { appById } from '@/utils/catalogue/index.ts';
import { setupForApp } from '@/utils/setups/for-app.ts';
import { makeSetup, SETUP_IDS } from '@/utils/setups/index.ts';
import { doubleQuoted, php, powershell, sh } from '@/utils/setups/quote.ts';
import type { PasswordSource, ReadySetup, Way } from '@/utils/setups/setup.ts';

const ADDRESS = 'anna.miller+scan@contoso.example';
const SOURCES: readonly PasswordSource[] = ['environment', 'file', 'secret-store'];
const server = { host: 'smtp.contoso.example', port: 587 };

/** What somebody might type or paste into the address field. */
const HOSTILE = [
  '',
  'anna',
  '$(touch pwned)@contoso.example',
  '`id`@contoso.example',
  "anna'; rm -rf ~ #@contoso.example",
  'anna"@contoso.example',
  'anna\\@contoso.example',
  'anna@contoso.example\npasswordeval touch pwned',
  'anna@contoso.example; id',
  '-oQ/tmp@contoso.example',
  '--to=x@contoso.example',
  '%s%n@contoso.example',
  '\u0024{jndi:x}@contoso.example',
  '<?php system("id"); ?>@contoso.example',
  'anna@contoso.example" --config /tmp/x',
  `${'a'.repeat(50_000)} @x`,
] as const;

const ways = ({ password, oauth }: ReadySetup): Way[] => (oauth ? [password, oauth] : [password]);
const textsOf = (way: Way) => [
  ...way.files.flatMap((file) => [file.path, file.content]),
  ...way.store,
  ...way.apply,
  ...way.test,
];
const commandsOf = (way: Way) => [...way.store, ...way.apply, ...way.test];

describe.each(SETUP_IDS)('%s', (id) => {
  describe.each(SOURCES)('with the password from: %s', (appPasswordSource) => {
    const ready = makeSetup(id, { address: ADDRESS, ...server, appPasswordSource });

    it('is filled with address, server and port', () => {
      const all = textsOf(ready.password).join('\n');
      expect(all).toContain(ADDRESS);
      expect(all).toContain(server.host);
      expect(all).toContain('587');
      expect(all).not.toContain('465');
      expect(ready.addressIsExample).toBe(false);
    });

    it('says how the secret gets in, and holds none', () => {
      for (const way of ways(ready)) {
        for (const { content } of way.files) {
          // What stands right behind a password's name is a look-up, never a value.
          for (const [, value = ''] of content.matchAll(/\bpass(?:word|wd)?["']?\s*(?:=>|[:=])\s*(.+)/gi))
            expect(value).toMatch(
              /getenv|environ|process\.env|\$__file|file_get_contents|\$env:|SMTP_PASSWORD/,
            );
          expect(content).not.toMatch(/(?<![\w/.-])[a-z]{16}(?![\w/.-])/);
        }
        for (const command of commandsOf(way)) {
          expect(command).not.toMatch(/(?:--(?:auth-)?password|--user)[ =](?!["']?\$)/);
          expect(command).not.toMatch(/https?:/);
        }
      }
      expect(ready.password.store.join('\n')).toMatch(/SMTP_PASSWORD|secret|smtp-password|Credential/);
    });

    it('keeps what holds a secret, or leads to one, to its owner', () => {
      for (const way of ways(ready)) {
        for (const file of way.files)
          if (/sasl_passwd$|msmtprc$|swaksrc$|curl-smtp|grafana\.ini/.test(file.path))
            expect(file.mode, file.path).toBe('0600');
        for (const command of way.store)
          if (/> *[~/.]/.test(command)) expect(command, 'writes under tight rights').toContain('umask 077');
      }
    });

    it.each(HOSTILE)('puts the example in the place of %j', (address) => {
      const hostile = makeSetup(id, { address, ...server, appPasswordSource });
      const plain = makeSetup(id, { address: EXAMPLE_ADDRESS, ...server, appPasswordSource });
      expect(hostile.addressIsExample).toBe(true);
      expect(ways(hostile)).toEqual(ways(plain));
    });
  });

  it('belongs to an app of the catalogue', () => {
    const { app } = makeSetup(id, { address: ADDRESS, ...server, appPasswordSource: 'file' });
    expect(appById(app), `no app "${app}"`).toBeDefined();
    expect(setupForApp(app)).toBe(id);
  });

  it.skipIf(process.platform === 'win32' || id === 'powershell')('has commands a shell can read', () => {
    for (const appPasswordSource of SOURCES) {
      for (const way of ways(makeSetup(id, { address: ADDRESS, ...server, appPasswordSource })))
        for (const command of commandsOf(way))
          expect(() => execFileSync('sh', ['-n', '-c', command], { stdio: 'pipe' }), command).not.toThrow();
    }
  });
});

it('gives programs that run by themselves a file of their own', () => {
  for (const id of ['sendmail', 'postfix', 'grafana', 'wordpress'] as const)
    expect(
      makeSetup(id, { address: ADDRESS, ...server, appPasswordSource: 'environment' }).appPasswordSource,
    ).toBe('file');
});

it('takes no host and no port that is none', () => {
  const make = (host: string, port: number) => () =>
    makeSetup('curl', { address: ADDRESS, host, port, appPasswordSource: 'file' });
  for (const host of ['', 'a b', 'x;id', '-x', 'x\ny', '$(id)', 'x'.repeat(300)])
    expect(make(host, 587), host).toThrow(RangeError);
  for (const port of [0, -1, 65_536, 1.5, Number.NaN]) expect(make('localhost', port)).toThrow(RangeError);
});

it('knows no set-up for an app that has none', () => {
  expect(setupForApp('outlook')).toBeUndefined();
});

describe('quoting', () => {
  const NASTY = [
    'plain',
    "o'brien",
    'a"b',
    'a\\b',
    '$(id)',
    '`id`',
    'a b',
    '%s',
    'ü',
    '\u2019',
    'x\ny',
    '#',
    '!x',
    '',
  ];

  it.skipIf(process.platform === 'win32').each(NASTY)('%j comes out of a shell as it went in', (text) => {
    if (text === '') expect(sh(text)).toBe("''");
    const printed = execFileSync('sh', ['-c', `printf '%s' ${sh(text)}`], { encoding: 'utf8' });
    expect(printed).toBe(text);
  });

  it.each(NASTY)('%j comes out of JavaScript as it went in', (text) => {
    expect(JSON.parse(doubleQuoted(text))).toBe(text);
  });

  it.each(NASTY)('%j ends no text of PHP or PowerShell early', (text) => {
    expect(
      php(text)
        .slice(1, -1)
        .replace(/\\['\\]/g, ''),
    ).not.toMatch(/'|\\$/);
    expect(
      powershell(text)
        .slice(1, -1)
        .replace(/['\u2019]{2}/g, ''),
    ).not.toMatch(/['\u2018\u2019\u201a\u201b]/);
  });
});
