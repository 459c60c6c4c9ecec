/** A document without a window, which Chrome's background opens to look at the clipboard. */
import { serveClipboard } from '@/utils/platform/clipboard-document.ts';

const box = document.querySelector('textarea');
if (box) serveClipboard(box);
