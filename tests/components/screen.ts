/** Renders a view into happy-dom and finds things as a person with a screen reader does: by role and name. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

const ROLES: Readonly<Record<string, string>> = {
  button: 'button, summary',
  checkbox: 'input[type=checkbox]',
  combobox: 'select',
  // Without a role of its own: browsers show it each in its way.
  day: 'input[type=date]',
  heading: 'h1, h2, h3',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  navigation: 'nav',
  radio: 'input[type=radio]',
  region: 'section[aria-label], section[aria-labelledby]',
  searchbox: 'input[type=search]',
  status: '[role=status]',
  alert: '[role=alert]',
  textbox: 'input[type=text], input[type=email], textarea',
};

let root: HTMLElement | null = null;

export async function show(view: ComponentChild): Promise<void> {
  hide();
  root = document.createElement('div');
  document.body.append(root);
  const into = root;
  await act(() => render(view, into));
}

export function hide(): void {
  if (root) render(null, root);
  root?.remove();
  root = null;
}

/** The text a screen reader speaks: without what is hidden from it. */
export function spoken(element: Element): string {
  const parts: string[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === 3) parts.push(node.textContent ?? '');
    else if (node instanceof HTMLElement && node.getAttribute('aria-hidden') !== 'true')
      parts.push(spoken(node));
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) return spokenById(labelledBy);
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
    const around = element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
    return around ? spoken(around) : '';
  }
  return spoken(element);
}

export function described(element: Element): string {
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map(spokenById)
    .join(' ');
}

function spokenById(id: string): string {
  const found = document.getElementById(id);
  return found ? spoken(found) : '';
}

export function all(role: string, name?: string | RegExp): HTMLElement[] {
  const selector = ROLES[role];
  if (!selector) throw new Error(`tests/components/screen.ts knows no role ${role}`);
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (element.closest('[hidden]')) return false;
    if (name === undefined) return true;
    return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The one element with this role and name. */
export function one(role: string, name?: string | RegExp): HTMLElement {
  const found = all(role, name);
  const [only] = found;
  if (!only || found.length > 1) {
    throw new Error(
      `expected one ${role} ${name}, found ${found.length}; there are: ${all(role).map(nameOf).join(' | ')}`,
    );
  }
  return only;
}

export async function press(element: HTMLElement): Promise<void> {
  await act(() => element.click());
}

export async function type(element: HTMLElement, text: string): Promise<void> {
  await act(() => {
    (element as HTMLInputElement).value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Chooses from a list by what the person reads there. */
export async function choose(list: HTMLElement, option: string): Promise<void> {
  const found = [...list.querySelectorAll('option')].find(({ textContent }) => textContent === option);
  if (!found) throw new Error(`no ${option} in ${nameOf(list)}`);
  await act(() => {
    (list as HTMLSelectElement).value = found.value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export async function key(name: string): Promise<void> {
  await act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );
  });
}

/** Of 20 ms: what is loaded for the first time takes seconds on a busy machine. */
const TRIES = 600;

/** Waits until `look` no longer throws: for what loads lazily. */
export async function eventually<T>(look: () => T): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return look();
    } catch (error) {
      if (tries > TRIES) throw error;
      await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    }
  }
}
