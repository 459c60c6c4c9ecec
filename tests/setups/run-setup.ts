/** Runs a generated set-up with the real program, in a folder of its own, against a server on loopback. */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeSetup } from '@/utils/setups/index.ts';
import type { PasswordSource, SetupId, Way } from '@/utils/setups/setup.ts';
import { ROOT } from '../conventions/project-files.ts';
import type { SmtpServer } from './smtp-server.ts';

export const ADDRESS = 'anna@contoso.example';

/** What the real programs need to be there, and the Debian package that brings it. */
export const PROGRAMS = {
  msmtp: { needs: ['msmtp'], packages: ['msmtp'] },
  curl: { needs: ['curl'], packages: ['curl'] },
  swaks: { needs: ['swaks'], packages: ['swaks', 'libnet-ssleay-perl', 'libauthen-sasl-perl'] },
  python: { needs: ['python3'], packages: ['python3'] },
  phpmailer: { needs: ['php', 'libphp-phpmailer'], packages: ['php-cli', 'libphp-phpmailer'] },
  wordpress: { needs: ['php', 'libphp-phpmailer'], packages: ['php-cli', 'libphp-phpmailer'] },
  nodemailer: { needs: ['nodemailer'], packages: ['node-nodemailer'] },
  zabbix: { needs: ['python3'], packages: ['python3'] },
} as const satisfies Partial<Record<SetupId, { needs: readonly string[]; packages: readonly string[] }>>;
export type RunnableId = keyof typeof PROGRAMS;

/** Libraries are found by a file of theirs, programs on the path. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'libphp-phpmailer': ['/usr/share/php/libphp-phpmailer/autoload.php'],
  nodemailer: [
    path.join(ROOT, 'node_modules/nodemailer/package.json'),
    '/usr/share/nodejs/nodemailer/package.json',
  ],
};

function find(what: string): string | undefined {
  const library = LIBRARIES[what];
  if (library) return library.find((file) => existsSync(file));
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, what))
    .find((file) => existsSync(file));
}

/** What is missing on this computer to run a set-up. */
export function missingFor(id: RunnableId): readonly string[] {
  return PROGRAMS[id].needs.filter((what) => find(what) === undefined);
}

export interface Run {
  readonly code: number;
  /** Everything it printed. */
  readonly output: string;
}

export interface RunOptions {
  readonly server: Pick<SmtpServer, 'port' | 'certificate'>;
  readonly secret: string;
  readonly source?: PasswordSource;
  readonly way?: 'password' | 'oauth';
  readonly address?: string;
  readonly host?: string;
  /** Changes a file's text before the run, as a person who makes a mistake would. */
  readonly change?: (content: string) => string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function runSetup(id: RunnableId, options: RunOptions): Promise<Run> {
  const { server, secret, source = 'environment', way: wanted = 'password' } = options;
  const ready = makeSetup(id, {
    address: options.address ?? ADDRESS,
    host: options.host ?? 'localhost',
    port: server.port,
    appPasswordSource: source,
  });
  const way = wanted === 'password' ? ready.password : ready.oauth;
  if (!way) throw new Error(`${id} has no way with a token`);
  const home = mkdtempSync(path.join(os.tmpdir(), 'keytag-setup-'));
  try {
    const trust = path.join(home, 'trust.pem');
    writeFileSync(trust, server.certificate);
    place(id, way, home, trust, options.change ?? ((content) => content));
    if (source === 'file') writeFileSync(path.join(home, '.smtp-password'), `${secret}\n`, { mode: 0o600 });
    return await sh(commandFor(id, way), home, {
      SSL_CERT_FILE: trust,
      CURL_CA_BUNDLE: trust,
      NODE_EXTRA_CA_CERTS: trust,
      ...(source === 'environment'
        ? { [wanted === 'password' ? 'SMTP_PASSWORD' : 'SMTP_TOKEN']: secret }
        : {}),
      ...options.env,
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function place(
  id: RunnableId,
  way: Way,
  home: string,
  trust: string,
  change: (text: string) => string,
): void {
  for (const file of way.files) {
    const at = path.join(home, file.path.replace(/^~\//, ''));
    mkdirSync(path.dirname(at), { recursive: true });
    // msmtp trusts what its own configuration names; a section before ours leaves ours as it is.
    const before = id === 'msmtp' ? `defaults\ntls_trust_file ${trust}\n\n` : '';
    writeFileSync(at, before + change(file.content));
    chmodSync(at, Number.parseInt(file.mode, 8));
  }
  const php = find('libphp-phpmailer');
  if (php && (id === 'phpmailer' || id === 'wordpress')) {
    mkdirSync(path.join(home, 'vendor'));
    writeFileSync(path.join(home, 'vendor/autoload.php'), `<?php require '${php}';\n`);
  }
  if (id === 'wordpress') {
    writeFileSync(path.join(home, 'wordpress.php'), WORDPRESS_STAND_IN);
  }
  const library = find('nodemailer');
  if (library && id === 'nodemailer') {
    mkdirSync(path.join(home, 'node_modules'));
    symlinkSync(path.dirname(library), path.join(home, 'node_modules/nodemailer'));
  }
}

/** The two functions of WordPress the plug-in calls, and what WordPress does around them when it sends. */
const WORDPRESS_STAND_IN = `<?php
require __DIR__ . '/vendor/autoload.php';
define('ABSPATH', __DIR__ . '/wordpress/');
file_put_contents(__DIR__ . '/smtp-password', getenv('SMTP_PASSWORD') . "\\n");
$hooks = [];
function add_action($name, $do) { global $hooks; $hooks[$name] = $do; }
function add_filter($name, $do) { add_action($name, $do); }
require __DIR__ . '/wp-content/mu-plugins/smtp.php';
$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);
$mail->setFrom($hooks['wp_mail_from']('wordpress@localhost.example'), 'WordPress', false);
$mail->addAddress(KEYTAG_SMTP_ADDRESS);
$mail->Subject = 'Test';
$mail->Body = 'Sent by WordPress.';
$hooks['phpmailer_init']($mail);
$mail->send();
`;

function commandFor(id: RunnableId, way: Way): string {
  return id === 'wordpress' ? 'php wordpress.php' : way.test.join('\n');
}

function sh(command: string, home: string, env: Readonly<Record<string, string>>): Promise<Run> {
  const pyenv = process.env.PYENV_ROOT ?? path.join(os.homedir(), '.pyenv');
  return new Promise((resolve) => {
    execFile(
      'sh',
      ['-c', command],
      {
        cwd: home,
        timeout: 20_000,
        env: {
          PATH: process.env.PATH ?? '',
          HOME: home,
          LC_ALL: 'C.UTF-8',
          ...(existsSync(pyenv) ? { PYENV_ROOT: pyenv } : {}),
          ...env,
        },
      },
      (error, stdout, stderr) =>
        resolve({
          code: error ? (typeof error.code === 'number' ? error.code : 1) : 0,
          output: `${stdout}${stderr}`,
        }),
    );
  });
}
