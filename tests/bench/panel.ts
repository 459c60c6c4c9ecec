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
    const paints: Paints[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) paints.push(await paintsOf(browser));
    return [
      row('panel opened → first paint, median', paints, 'first', 0.5, BUDGET_MS),
      row('panel opened → first paint, p95', paints, 'first', 0.95, BUDGET_MS),
      row('panel opened → first screen whole, median', paints, 'whole', 0.5),
      row('panel opened → first screen whole, p95', paints, 'whole', 0.95),
    ];
  } finally {
    await browser.close();
    await world.close();
  }
};

/** Milliseconds from the start of loading. */
interface Paints {
  /** The head with the product's name, which stands in the page itself. */
  readonly first: number;
  /** The largest text of the screen: the panel draws all of it at once. */
  readonly whole: number;
}

function row(
  name: string,
  paints: readonly Paints[],
  of: keyof Paints,
  share: number,
  budget?: number,
): Result {
  const times = paints.map((each) => each[of]).toSorted((a, b) => a - b);
  const ours = times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  const isWithin = budget === undefined || ours <= budget;
  return { name, unit: 'ms', ours, budget: budget === undefined ? '' : `≤ ${budget} ms`, ok: isWithin };
}

/** Each time in a new tab, with whatever the browser does for one. */
async function paintsOf(browser: TestBrowser): Promise<Paints> {
  const panel = await browser.openPanel();
  await panel.bringToFront();
  await waitForRole(panel, 'link', 'Apps');
  const paints = (await panel.evaluate(`new Promise((done) => {
    const times = {};
    const look = (type, take) => new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
      if (times.whole > times.first) done(times);
    }).observe({ type, buffered: true });
    look('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') times.first = startTime;
    });
    look('largest-contentful-paint', ({ startTime }) => {
      times.whole = startTime;
    });
  })`)) as Paints;
  await panel.close();
  return paints;
}
