/**
 * Starting other programs. Plain Node without dependencies: this runs before anything is installed.
 * Nothing here knows what is started or why.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WINDOWS = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {import('node:child_process').ChildProcess} child */
function killTree(child) {
  if (child.pid === undefined) return;
  try {
    if (WINDOWS) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    for (const child of running) killTree(child);
    process.exit(130);
  });
}

/**
 * Runs a program to its end. Its output is collected, or shown as it comes with `show`. A program that is
 * still running after `minutes` is stopped and counts as failed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, minutes?: number, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run(
  command,
  args,
  { cwd = ROOT, env = process.env, show = false, minutes = 10, shell = false } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      // What is collected is shown later, on whatever takes our output: no colours.
      env: show ? env : { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
      shell,
      // A group of its own, so that stopping it stops the browsers it started. A program that is shown
      // stays in the terminal's group: Ctrl-C reaches it by itself.
      detached: !WINDOWS && !show,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    const timer = setTimeout(() => {
      output += `\nStopped: it was still running after ${minutes} minutes.\n`;
      killTree(child);
    }, minutes * 60_000);
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output, stdout });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a program that an installed package brings, by way of Node: no shell, the same on every system.
 *
 * @param {string} packageName
 * @param {string} bin
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runBin(packageName, bin, args, options) {
  return run(process.execPath, [binPath(packageName, bin), ...args], options);
}

/**
 * @param {string} packageName
 * @param {string} bin
 */
export function binPath(packageName, bin) {
  const folder = path.join(ROOT, 'node_modules', packageName);
  const { bin: bins } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bins === 'string' ? bins : bins[bin]);
}

/** Runs npm, the one that started this script where there is one. @param {readonly string[]} args @param {Parameters<typeof run>[2]} [options] */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /\.c?js$/.test(cli) && /npm/.test(path.basename(cli))) {
    return run(process.execPath, [cli, ...args], options);
  }
  return run('npm', args, { ...options, shell: WINDOWS });
}

/** @param {string} name */
export function requireFromRoot(name) {
  return createRequire(path.join(ROOT, 'package.json'))(name);
}
