/** Plays half of the matrix in one Chromium; two halves run side by side on the two cores CI has. */

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { startWorld, type World } from '../support/world.ts';
import { builtExtension } from './journey.ts';
import { FACTORS, type MatrixCase, nameOf, play } from './matrix.ts';
import { pairwise } from './pairwise.ts';

/** The longest case waits twice 15 s for the page and once half a minute for a row. */
const CASE_MS = 150_000;

export function half(remainder: 0 | 1): MatrixCase[] {
  return pairwise(FACTORS).filter((_, index) => index % 2 === remainder);
}

export function driveMatrix(title: string, kind: 'chromium' | 'firefox', cases: readonly MatrixCase[]): void {
  describe(title, () => {
    let world: World;
    let browser: TestBrowser;
    let panel: Page;
    beforeAll(async () => {
      world = await startWorld();
      browser = await launch(kind, { extensionDir: builtExtension(kind), proxyPort: world.proxyPort });
      panel = await browser.openPanel();
    });
    afterAll(async () => {
      expect(world.refused()).toEqual([]);
      await browser?.close();
      await world?.close();
    });
    it.each(cases.map((each) => [nameOf(each), each] as const))(
      '%s',
      (_, each) => play(each, browser, world, panel),
      CASE_MS,
    );
  });
}
