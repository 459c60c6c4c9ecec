/**
 * Elements that leave the panel let go of what they know. Chromium holds on to removed fields and forms for its
 * password manager and for undoing, and an element's handlers hold whatever their view was told: without this a
 * locked panel would still have the texts of tags in its memory.
 */
import { options, type VNode } from 'preact';

interface Drawn extends VNode {
  /** Preact's own names for the element and its handlers; a test notices when they change. */
  readonly __e?: (Element & { l?: object }) | null;
}

/** To be called once, before anything is drawn. */
export function forgetRemoved(): void {
  const before = options.unmount;
  options.unmount = (node) => {
    before?.(node);
    const element = typeof node.type === 'string' ? (node as Drawn).__e : null;
    if (!element) return;
    delete element.l;
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = '';
  };
}
