/**
 * The only ways this project looks at a provider page's nodes. Text is read from labels (buttons,
 * headings, list entries), never from a region as a whole, and never from a place where a secret may
 * stand: see KEEP_OUT. No `value`, no `textContent` or `innerText` of anything that may contain one.
 */

/** Whether a person can see an element; layout comes in as a parameter so that fixtures can be read without one. */
export interface Sight {
  isVisible(element: Element): boolean;
  /** Whether a text field is known to hold something. The style engine is asked; the value is not read. */
  isFilled(field: Element): boolean;
}

/** A label is short; anything longer is prose and is cut, so that a hostile page can't make reading slow. */
const LABEL_LIMIT = 160;

/** Where Microsoft puts secrets (`.ms-pii`, seen for the secret of one-time codes) and where any page would. */
export const KEEP_OUT =
  '.ms-pii, input, textarea, output, code, pre, [contenteditable]:not([contenteditable="false"])';

/** Kinds of elements by their roles, as selectors. */
export const DIALOG = '[role="dialog"], [role="alertdialog"]';
export const BUTTON = 'button, [role="button"]';
export const HEADING = 'h1, h2, h3, [role="heading"]';
export const ROW = '[role="listitem"], [role="row"], li, tr';

/** The smallest size of something a person can aim at, in CSS pixels. */
const SMALLEST = 4;

export const realSight: Sight = {
  isVisible(element) {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > SMALLEST && box.height > SMALLEST;
  },
  isFilled: (field) => field.hasAttribute('placeholder') && !field.matches(':placeholder-shown'),
};

/** Icon fonts write private-use characters into their elements; they are no part of a label. */
const SKIPPED = `${KEEP_OUT}, i, svg`;

/** The text of a label: its text nodes in order, nothing from a keep-out or an icon, cut at LABEL_LIMIT. */
export function textOf(element: Element): string {
  let text = '';
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child && text.length < LABEL_LIMIT; child = child.nextSibling) {
      if (child.nodeType === 3) text += `${(child as Text).data} `;
      else if (child.nodeType === 1 && !(child as Element).matches(SKIPPED)) visit(child);
    }
  };
  if (!element.matches(KEEP_OUT)) visit(element);
  return text.slice(0, LABEL_LIMIT).replace(/\s+/g, ' ').trim();
}

/** The first non-empty line of an entry that has a name and a description: its first text node. */
export function firstLineOf(element: Element): string {
  const visit = (node: Node): string => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = (child as Text).data.trim();
        if (text) return text;
      } else if (child.nodeType === 1 && !(child as Element).matches(SKIPPED)) {
        const text = visit(child);
        if (text) return text;
      }
    }
    return '';
  };
  return visit(element).slice(0, LABEL_LIMIT);
}

/** The name of a control: its `aria-label`, else its text. */
export function nameOf(element: Element): string {
  return element.getAttribute('aria-label')?.slice(0, LABEL_LIMIT) || textOf(element);
}

export function isEnabled(element: Element): boolean {
  return (
    !element.hasAttribute('disabled') &&
    element.getAttribute('aria-disabled') !== 'true' &&
    // Fluent UI marks its own disabled buttons this way.
    !element.classList.contains('is-disabled')
  );
}

/** All visible elements matching `selector`, in document order. */
export function visibleAll(root: ParentNode, selector: string, sight: Sight): Element[] {
  return [...root.querySelectorAll(selector)].filter((element) => sight.isVisible(element));
}

/** The only visible element matching `selector`; `null` when there is none or more than one. */
export function onlyVisible(root: ParentNode, selector: string, sight: Sight): Element | null {
  const found = visibleAll(root, selector, sight);
  return found.length === 1 ? (found[0] ?? null) : null;
}
