/** The panel's budget for a person's first look, measured in real Chromium on the built panel. */
import type { BenchSuite, Result } from '../run/bench-report.ts';
import { waitForRole } from '../support/ax.ts';
import { launchChromium, type TestBrowser } from '../support/browsers.ts';
import { startWorld } from '../support/world.ts';

const BUDGET_MS = 100;
const OPENINGS = 20;

export const run: BenchSuite = async ({ extension, log }) => {
  const world = await startWorld();
  const browser = await launchChromium({ extensionDir: extension, proxyPort: world.proxyPort });
  try {
    log('first paint of the panel …');
    const times: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) times.push(await firstPaint(browser));
    times.sort((a, b) => a - b);
    const result = (name: string, share: number): Result => {
      const ours = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
      return { name, unit: 'ms', ours, budget: `≤ ${BUDGET_MS} ms`, ok: ours <= BUDGET_MS };
    };
    return [
      result(`panel opened → first content painted, median of ${OPENINGS}`, 0.5),
      result('panel opened → first content painted, p95', 0.95),
    ];
  } finally {
    await browser.close();
    await world.close();
  }
};

/** Milliseconds from the start of loading to the first painted content, which is the whole first screen: nothing is
 * painted before the panel draws itself. Each time in a new tab, and so in a new process. */
async function firstPaint(browser: TestBrowser): Promise<number> {
  const panel = await browser.openPanel();
  await panel.bringToFront();
  const time = (await panel.evaluate(`new Promise((done) => new PerformanceObserver((entries) => {
    const [paint] = entries.getEntriesByName('first-contentful-paint');
    if (paint) done(paint.startTime);
  }).observe({ type: 'paint', buffered: true }))`)) as number;
  await waitForRole(panel, 'link', 'Apps');
  await panel.close();
  return time;
}
