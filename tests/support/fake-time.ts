/**
 * Another day for a browser and all its processes, by libfaketime (the program `faketime`). All clocks are moved
 * by one amount, so that processes that start one after the other agree. Left to count from elsewhere, the
 * clocks that only run forward made Chromium and Firefox wait for ever (libfaketime 0.9.10).
 */
import { execFileSync } from 'node:child_process';

/** The environment in which a program believes that it is `at` when it starts. Local time is UTC there. */
export function envAt(at: Date): Readonly<Record<string, string>> {
  const shown = execFileSync('faketime', ['-m', '-f', '+0', 'env'], { encoding: 'utf8' });
  const preload = /^((?:LD_PRELOAD|DYLD_INSERT_LIBRARIES)=.+)$/m.exec(shown)?.[1];
  if (!preload) throw new Error('faketime does not say how it gets into a program');
  const seconds = Math.round((at.getTime() - Date.now()) / 1000);
  const [name = '', value = ''] = preload.split(/=(.*)/s);
  return {
    TZ: 'UTC',
    [name]: value,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}`,
    NO_FAKE_STAT: '1',
  };
}
