/**
 * Makes a bare machine ready: packages, generated types, browsers. Every run script begins here, so that
 * `npm test` and `npm run demo` work straight after cloning. Plain Node without dependencies, and nothing
 * is done twice: a second run takes about a second.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './browsers.mjs';
import { ROOT, run, runBin, runNpm } from './process.mjs';

/** @typedef {import('./browsers.mjs').Family} Family */

/** @type {Readonly<Record<Family, { called: string, variable: 'CHROME_PATH' | 'FIREFOX_PATH', debian: string }>>} */
const BROWSERS = {
  chrome: { called: 'Chrome, Chromium or Edge', variable: 'CHROME_PATH', debian: 'chromium' },
  firefox: { called: 'Firefox 142 or later', variable: 'FIREFOX_PATH', debian: 'firefox-esr' },
};

/** Pictures with any script in them need these on a machine that had no browser. */
const DEBIAN_FONTS = ['fonts-noto-core', 'fonts-noto-cjk'];

/**
 * Sets up what is needed, or says in one line what is missing and ends the process. The paths of the
 * browsers stand in CHROME_PATH and FIREFOX_PATH afterwards, for every program started from here.
 *
 * @param {{ browsers?: readonly Family[], oneOf?: boolean, programs?: boolean, peers?: boolean }} [needs]
 *   `oneOf`: any one of the browsers will do; `programs`: the other programs that tests compare with; `peers`: those
 *   that a bench measures against
 */
export async function setUp({ browsers = [], oneOf = false, programs = false, peers = false } = {}) {
  checkNode();
  await installPackages();
  await prepareTypes();
  await provideBrowsers(browsers, oneOf);
  for (const program of [...(programs ? PROGRAMS : []), ...(peers ? PEERS : [])]) await provide(program);
}

/** @typedef {{ command: string, asks: readonly string[], ends?: number, called: string, debian: readonly string[] }} Program */

/** @type {readonly Program[]} */
const PROGRAMS = [
  // Opens what we export and makes what we import.
  { command: 'keepassxc-cli', asks: ['--version'], called: 'KeePassXC', debian: ['keepassxc'] },
  // Starts Chromium on a later day.
  { command: 'faketime', asks: ['--version'], called: 'libfaketime', debian: ['faketime'] },
  // Compiles the clock that starts Firefox on a later day.
  { command: 'cc', asks: ['--version'], called: 'a C compiler', debian: ['gcc', 'libc6-dev'] },
];

/** What a bench measures against; `argon2` ends with 1 after its help. @type {readonly Program[]} */
const PEERS = [{ command: 'argon2', asks: ['-h'], ends: 1, called: 'argon2', debian: ['argon2'] }];

/** @param {Program} program */
async function provide({ command, asks, ends = 0, called, debian }) {
  const isThere = async () => (await run(command, asks)).code === ends;
  if (await isThere()) return;
  if (process.getuid?.() === 0 && linuxName() !== null) await installDebianPackages(debian);
  if (!(await isThere())) giveUp(`Please install ${called} (the program ${command}), then run this again.`);
}

/** @param {string} line @returns {never} */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!fine) giveUp(`Keytag needs Node 20.19, 22.12, or 24 and later; this is ${process.versions.node}.`);
}

async function installPackages() {
  const stampFile = path.join(ROOT, 'node_modules', '.keytag-stamp');
  const lock = readFileSync(path.join(ROOT, 'package-lock.json'));
  // The platform is part of it: node_modules holds programs built for one system.
  const [major] = process.versions.node.split('.');
  const stamp = [createHash('sha256').update(lock).digest('hex'), major, process.platform, process.arch].join(
    ' ',
  );
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('set-up: installing packages (npm ci)');
  // No package's install script is needed, so none is run (.npmrc says the same to a plain `npm ci`).
  const { code, output } = await runNpm([
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ]);
  if (code !== 0)
    giveUp(`${output}\nInstalling the packages failed: see above, then run \`npm ci\` by hand.`);
  writeFileSync(stampFile, stamp);
}

async function prepareTypes() {
  const { code, output } = await runBin('wxt', 'wxt', ['prepare']);
  if (code !== 0) giveUp(`${output}\n\`wxt prepare\` failed: see above.`);
}

/** @param {readonly Family[]} families @param {boolean} oneOf */
async function provideBrowsers(families, oneOf) {
  for (const { variable } of families.map((family) => BROWSERS[family])) {
    const named = process.env[variable];
    if (named && !existsSync(named)) giveUp(`${variable} names ${named}, and nothing is there.`);
  }
  let missing = families.filter((family) => !adopt(family));
  if (missing.length === 0 || (oneOf && missing.length < families.length)) return;
  if (oneOf) missing = missing.slice(0, 1);
  const system = linuxName();
  if (process.getuid?.() === 0 && system !== null) await installFromDebian(missing);
  const lacking = missing.filter((family) => !adopt(family));
  if (lacking.length > 0) {
    const names = lacking.map((family) => `${BROWSERS[family].called} (or set ${BROWSERS[family].variable})`);
    const hint = system === 'ubuntu' ? ", not from Ubuntu's own packages, which are stand-ins for snaps" : '';
    giveUp(`Please install ${names.join(' and ')}${hint}, then run this again.`);
  }
}

/** Looks for a browser and remembers where it is. @param {Family} family @returns {boolean} whether there is one */
function adopt(family) {
  const file = findBrowser(family);
  if (file !== null) process.env[BROWSERS[family].variable] = file;
  return file !== null;
}

/** @returns {'debian' | 'ubuntu' | null} the family of this system, if apt-get serves it */
function linuxName() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\bubuntu\b/m.test(release)
      ? 'ubuntu'
      : /^ID(_LIKE)?=.*\bdebian\b/m.test(release)
        ? 'debian'
        : null;
  } catch {
    return null;
  }
}

/** @param {readonly Family[]} families */
async function installFromDebian(families) {
  await installDebianPackages(families.map((family) => BROWSERS[family].debian));
  // Fonts only change how pictures look: a machine without them can still run everything.
  await apt(['install', '-y', '--no-install-recommends', ...DEBIAN_FONTS]);
}

/** @param {readonly string[]} args */
const apt = (args) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/** @param {readonly string[]} names */
async function installDebianPackages(names) {
  await apt(['update']);
  for (const name of names) {
    console.log(`set-up: installing ${name} (apt-get)`);
    const { code, output } = await apt(['install', '-y', '--no-install-recommends', name]);
    if (code !== 0) console.error(output.trimEnd().split('\n').slice(-3).join('\n'));
  }
}
