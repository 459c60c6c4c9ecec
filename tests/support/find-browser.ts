/** Where a browser is on this machine: what the environment says first, then the usual places. */
import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export type BrowserKind = 'chromium' | 'firefox';

const OVERRIDE: Readonly<Record<BrowserKind, string>> = {
  chromium: 'CHROME_PATH',
  firefox: 'FIREFOX_PATH',
};

/** Found through PATH. Firefox as a snap is left out: it can't read profiles in the temporary folder. */
const COMMANDS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

/** The path of a browser's program, or `null` if there is none. */
export function findBrowser(kind: BrowserKind): string | null {
  const told = process.env[OVERRIDE[kind]];
  if (told) return existsSync(told) ? told : null;
  return candidates(kind).find((path) => existsSync(path)) ?? null;
}

/**
 * The path of a browser's program itself, links followed: what a system puts on the path can be a script that starts
 * the program elsewhere (Debian's `firefox` starts `firefox-esr`).
 */
export function findProgram(kind: BrowserKind): string | null {
  const found = [findBrowser(kind), ...candidates(kind)].filter((path) => path !== null && existsSync(path));
  return found.map((path) => realpathSync(path as string)).find((path) => !isScript(path)) ?? null;
}

function isScript(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(file, start);
    return start.toString('latin1') === '#!';
  } finally {
    closeSync(file);
  }
}

function candidates(kind: BrowserKind): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        MAC_APPS[kind].map((app) => join(folder, app)),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_PROGRAMS[kind].map((program) => join(folder, program)));
    default: {
      const folders = (process.env.PATH ?? '')
        .split(delimiter)
        .filter((folder) => !folder.includes('/snap/'));
      return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
    }
  }
}
