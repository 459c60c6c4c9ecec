/**
 * Finds the browsers of this machine: CHROME_PATH and FIREFOX_PATH first, then the places where Chrome,
 * Chromium, Edge and Firefox are usually installed. Plain Node without dependencies. Installs nothing:
 * that is setup.mjs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @typedef {'chrome' | 'firefox'} Family */

/**
 * The oldest browsers the tests can drive: Chrome 128 is the first that loads an extension over the
 * debugging pipe, Firefox 142 the first the manifest admits (wxt.config.ts).
 * @type {Readonly<Record<Family, number>>}
 */
const OLDEST = { chrome: 128, firefox: 142 };

/** @type {Readonly<Record<Family, string>>} */
const VARIABLE = { chrome: 'CHROME_PATH', firefox: 'FIREFOX_PATH' };

/** @type {Readonly<Record<Family, readonly string[]>>} */
const ON_PATH = {
  chrome: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** @type {Readonly<Record<Family, readonly string[]>>} */
const MAC_APPS = {
  chrome: ['Google Chrome', 'Chromium', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

/** @type {Readonly<Record<Family, readonly string[]>>} */
const WINDOWS_FILES = {
  chrome: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
  firefox: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
};

/**
 * The path of a browser of that family which starts and is new enough, or null.
 * @param {Family} family
 * @returns {string | null}
 */
export function findBrowser(family) {
  const named = process.env[VARIABLE[family]];
  if (named) return existsSync(named) ? named : null;
  return candidates(family).find((file) => existsSync(file) && !isSnap(file) && works(family, file)) ?? null;
}

/** @param {Family} family @returns {string[]} */
function candidates(family) {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS[family].map((app) =>
        path.join(folder, `${app}.app/Contents/MacOS`, family === 'firefox' ? 'firefox' : app),
      ),
    );
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_FILES[family].map((file) => path.join(folder, file)));
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return ON_PATH[family].flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** A snap can't read the profiles and extensions that tests put into the temporary folder. @param {string} file */
function isSnap(file) {
  const program = realpathSync(file);
  if (program.includes('/snap')) return true;
  return statSync(program).size < 10_000 && readFileSync(program, 'utf8').includes('/snap/bin/');
}

/**
 * Ubuntu puts a script in a browser's place that only says how to get the snap: ask for the version.
 * Windows browsers open a window instead of answering, and there are no stubs there.
 * @param {Family} family
 * @param {string} file
 */
function works(family, file) {
  if (process.platform === 'win32') return true;
  try {
    const answer = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const version = /(\d+)\.\d/.exec(answer)?.[1];
    return version !== undefined && Number(version) >= OLDEST[family];
  } catch {
    return false;
  }
}
