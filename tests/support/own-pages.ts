/** The extension's own pages among the open tabs; the same in both browsers. */
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from './browsers.ts';
import { until } from './until.ts';

/** Waits for a tab that shows this page of the extension and that is not one of `known`. */
export function newOwnPage(browser: TestBrowser, url: string, known: readonly Page[] = []): Promise<Page> {
  return until(`a tab with ${url}`, async () => {
    for (const page of await browser.browser.pages()) {
      if (known.includes(page)) continue;
      // Not `page.url()`: in Firefox Puppeteer never learns that a tab shows an extension page.
      const shown = await page
        .evaluate(() => (document.readyState === 'complete' ? location.href : ''))
        .catch(() => '');
      if (shown.startsWith(url)) return page;
    }
    return null;
  });
}
