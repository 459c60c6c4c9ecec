/** Where the built extension is. The path is absolute: Firefox installs from no other. */
import { fileURLToPath } from 'node:url';
import type { BrowserKind } from './find-browser.ts';

const FOLDER: Readonly<Record<BrowserKind, string>> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

export function builtExtension(kind: BrowserKind): string {
  return fileURLToPath(new URL(`../../.output/${FOLDER[kind]}`, import.meta.url));
}
