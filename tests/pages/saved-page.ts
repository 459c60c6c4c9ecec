/** Reads a saved page from this folder. Saved pages have no layout: `hidden` alone hides. */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import type { Sight } from '@/utils/pages/dom.ts';

export const layoutFree: Sight = {
  isVisible: (element) => element.closest('[hidden]') === null,
  isFilled: () => false,
};

export function savedPage(file: string): Document {
  return pageFrom(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export function pageFrom(html: string): Document {
  const window = new Window({ url: 'https://mysignins.microsoft.com/security-info' });
  window.document.write(html);
  // happy-dom's Document has the DOM's shape but not its nominal type.
  return window.document as unknown as Document;
}
