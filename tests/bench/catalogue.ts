/**
 * The catalogue's budgets, measured in real Chromium on the built panel: a key press in the search until the list
 * is laid out anew, and how much of the panel's first paint the catalogue takes.
 */
import type { Page } from 'puppeteer-core';
import type { BenchSuite, Result } from '../run/bench-report.ts';
import { measure } from '../run/sizes.mjs';
import { clickByRole, waitForRole } from '../support/ax.ts';
import { launchChromium } from '../support/browsers.ts';
import { startWorld } from '../support/world.ts';

/** One frame at 60 frames a second. */
const FRAME_MS = 17;
const ROUNDS = 5;
/** Typed letter by letter: found by name, by alias, by a typing error, by kind, in another script, not at all. */
const TYPED = ['thunderbird', 'iphone mail', 'cannon imagerunr', 'scanner', 'synolgy', 'почта', 'xqzwvxqzwv'];

/** Types one letter more and takes the time until the results are laid out. Runs in the panel. */
const MEASURE = `async (texts, rounds) => {
  const box = document.querySelector('input[type=search]');
  const results = box.closest('.app-list').lastElementChild;
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const text of texts) {
      for (let length = 1; length <= text.length; length++) {
        await settled();
        const changed = new Promise((done) => {
          const observer = new MutationObserver(() => { observer.disconnect(); done(true); });
          observer.observe(results, { subtree: true, childList: true, characterData: true, attributes: true });
          // A letter more that finds the same apps changes nothing.
          setTimeout(() => { observer.disconnect(); done(false); }, 60);
        });
        const start = performance.now();
        setValue.call(box, text.slice(0, length));
        box.dispatchEvent(new Event('input', { bubbles: true }));
        if (!(await changed)) continue;
        results.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      setValue.call(box, '');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  return times;
}`;

export const run: BenchSuite = async ({ extension, log }) => {
  const world = await startWorld();
  const browser = await launchChromium({ extensionDir: extension, proxyPort: world.proxyPort });
  try {
    log('search in the catalogue …');
    const panel = await browser.openPanel();
    await clickByRole(panel, 'link', 'Apps');
    await waitForRole(panel, 'link', /^Thunderbird/);
    return [...(await search(panel)), firstPaint()];
  } finally {
    await browser.close();
    await world.close();
  }
};

async function search(panel: Page): Promise<Result[]> {
  const times = (await panel.evaluate(`(${MEASURE})(${JSON.stringify(TYPED)}, ${ROUNDS})`)) as number[];
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const result = (name: string, ours: number): Result => ({
    name,
    unit: 'ms',
    ours,
    budget: `≤ ${FRAME_MS} ms`,
    ok: ours <= FRAME_MS,
  });
  return [
    result(`key press in search → laid out, median of ${times.length}`, at(0.5)),
    result('key press in search → laid out, p95', at(0.95)),
  ];
}

/** Nothing of the catalogue may be among the files the panel loads before anything lazy; that no text of it is
 * in them is tests/conventions/built/lazy.test.ts. */
function firstPaint(): Result {
  const files = measure('chrome').find(({ name }) => name === 'panel')?.files ?? [];
  const ours = files.filter((file) => /knowledge|server|catalogue/.test(file)).length;
  return {
    name: "files of the catalogue in the panel's first paint",
    unit: '',
    ours,
    budget: '0',
    ok: ours === 0,
  };
}
