/** Opens the whole panel at an address of the inventory, with a vault that the test plays. */
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { Panel } from '@/entrypoints/sidepanel/panel.tsx';
import type { Ports } from '@/entrypoints/sidepanel/ports.ts';
import type { GuideView } from '@/utils/app/panel-client.ts';
import { type FakeInventory, fakeInventory } from './inventory-fake.ts';
import { all, eventually, nameOf, one, press, show, spoken, type } from './screen.ts';

export async function openPanel(
  hash: string,
  fake: FakeInventory = fakeInventory(),
  view: GuideView | null = null,
): Promise<{ readonly fake: FakeInventory; readonly print: ReturnType<typeof vi.fn> }> {
  vi.stubGlobal('scrollTo', vi.fn());
  location.hash = hash;
  const print = vi.fn();
  const ports: Ports = {
    client: {
      start: async () => undefined,
      stop: async () => undefined,
      startDelete: async () => undefined,
      startReview: async () => undefined,
      chooseRow: async () => undefined,
      goOn: async () => undefined,
      done: async () => undefined,
      answerLink: async () => undefined,
      showPage: async () => undefined,
      watch(listener) {
        listener(view);
        return () => undefined;
      },
      access: { has: async () => true, ask: async () => true, watch: () => () => undefined },
    },
    today: () => '2026-11-22',
    copy: async () => true,
    print,
    openTab: () => undefined,
    isTab: async () => false,
    lockShortcut: async () => 'Alt+Shift+L',
    version: '0.1.0',
    userAgent: '',
    inventory: async () => fake.ports,
  };
  await show(<Panel ports={ports} />);
  // The screens are loaded when the inventory is opened.
  await eventually(() => {
    if (
      all('heading').length === 0 ||
      (location.hash.includes('inventory') && !document.querySelector('.inventory'))
    )
      throw new Error('not loaded');
  });
  return { fake, print };
}

/** Follows the address, which happy-dom changes without telling. */
export async function settle(): Promise<void> {
  await act(async () => {
    dispatchEvent(new Event('hashchange'));
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

export async function goTo(href: string): Promise<void> {
  await act(async () => {
    location.hash = href;
  });
  await settle();
}

export async function click(name: string | RegExp): Promise<void> {
  await press(await eventually(() => one('button', name)));
  await settle();
}

/** Any text field with this label, passphrases and days too: those have no role of their own in HTML. */
export function box(name: string): HTMLInputElement {
  const found = [
    ...document.querySelectorAll<HTMLInputElement>('input:not([type=radio]):not([type=checkbox]), textarea'),
  ].filter((input) => labelOf(input) === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`expected one field ${name}, found ${found.length}`);
  return only;
}

function labelOf(input: HTMLElement): string {
  const label = document.querySelector(`label[for="${input.id}"]`);
  return label ? spoken(label) : nameOf(input);
}

export async function fill(name: string, text: string): Promise<void> {
  await type(await eventually(() => box(name)), text);
}

/** All that status regions and alerts say now. */
function told(): string {
  return [...all('status'), ...all('alert')].map(spoken).filter(Boolean).join(' | ');
}

export async function hears(text: string | RegExp): Promise<void> {
  await eventually(() => {
    const all = told();
    if (!(typeof text === 'string' ? all.includes(text) : text.test(all)))
      throw new Error(`heard only: ${all}`);
  });
}

/** Chooses a file in the only file field. */
/** @param at which of the file fields on the page */
export async function chooseFile(name = 'file.keytag', content = 'x', at = 0): Promise<void> {
  const input = await eventually(() => {
    const found = document.querySelectorAll<HTMLInputElement>('input[type=file]')[at];
    if (!found) throw new Error('no file field');
    return found;
  });
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], name)] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

export const page = (): string => spoken(document.body);
