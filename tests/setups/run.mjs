/**
 * `npm run test:setups`: runs every set-up that a program on this computer can run, and lets none be missing. As
 * root on Debian or Ubuntu it installs what is missing; elsewhere it says what to install.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import { ROOT, runBin } from '../run/process.mjs';

/** A file that shows that a Debian package is there, as tests/setups/run-setup.ts looks for it. */
const PACKAGES = [
  { name: 'msmtp', shows: ['/usr/bin/msmtp'] },
  { name: 'curl', shows: ['/usr/bin/curl'] },
  { name: 'swaks', shows: ['/usr/bin/swaks'] },
  { name: 'libnet-ssleay-perl', shows: ['/usr/share/doc/libnet-ssleay-perl'] },
  { name: 'libauthen-sasl-perl', shows: ['/usr/share/doc/libauthen-sasl-perl'] },
  { name: 'python3', shows: ['/usr/bin/python3'] },
  { name: 'php-cli', shows: ['/usr/bin/php'] },
  { name: 'libphp-phpmailer', shows: ['/usr/share/php/libphp-phpmailer/autoload.php'] },
  {
    name: 'node-nodemailer',
    shows: ['/usr/share/nodejs/nodemailer/package.json', `${ROOT}/node_modules/nodemailer/package.json`],
  },
];

const missing = PACKAGES.filter(({ shows }) => !shows.some((file) => existsSync(file))).map(
  ({ name }) => name,
);
if (missing.length > 0) {
  if (os.userInfo().uid === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      stdio: 'inherit',
      env,
    });
  } else {
    console.error(`Please install first (Debian's names): ${missing.join(' ')}`);
  }
}

process.env.KEYTAG_ALL_SETUPS = '1';
const { code, output } = await runBin('vitest', 'vitest', ['run', '--project', 'unit', 'tests/setups'], {
  minutes: 5,
});
console.log(output);
process.exitCode = code;
