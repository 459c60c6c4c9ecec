/**
 * Another day for a browser and all its processes. All clocks are moved by one amount, so that processes that
 * start one after the other agree. Chromium takes libfaketime (the program `faketime`). Firefox 153 never opens
 * its debugging port under libfaketime 0.9.10, so it gets a wall clock of our own (fake-clock.c), compiled here.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserKind } from './find-browser.ts';

const SOURCE = join(import.meta.dirname, 'fake-clock.c');
const LIBRARY = join(import.meta.dirname, '../../.output/fake-clock.so');

/** The environment in which a browser believes that it is `at` when it starts. Local time is UTC there. */
export function envAt(kind: BrowserKind, at: Date): Readonly<Record<string, string>> {
  const seconds = Math.round((at.getTime() - Date.now()) / 1000);
  return { TZ: 'UTC', ...(kind === 'chromium' ? byFaketime(seconds) : byOwnClock(seconds)) };
}

/** Left to count from elsewhere, the clocks that only run forward made Chromium wait for ever. */
function byFaketime(seconds: number): Readonly<Record<string, string>> {
  const shown = execFileSync('faketime', ['-m', '-f', '+0', 'env'], { encoding: 'utf8' });
  const preload = /^((?:LD_PRELOAD|DYLD_INSERT_LIBRARIES)=.+)$/m.exec(shown)?.[1];
  if (!preload) throw new Error('faketime does not say how it gets into a program');
  const [name = '', value = ''] = preload.split(/=(.*)/s);
  return { [name]: value, FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`, NO_FAKE_STAT: '1' };
}

function byOwnClock(seconds: number): Readonly<Record<string, string>> {
  mkdirSync(dirname(LIBRARY), { recursive: true });
  try {
    execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', LIBRARY, SOURCE, '-ldl'], { encoding: 'utf8' });
  } catch (error) {
    const why =
      'Firefox on another day needs a C compiler for Linux (on Debian the packages gcc and libc6-dev)';
    throw new Error(why, { cause: error });
  }
  return { LD_PRELOAD: LIBRARY, FAKE_CLOCK_SECONDS: String(seconds) };
}
