/**
 * Saves as quick as the panel takes them: its own form, its own buttons, worked by a script in the page instead
 * of a mouse. What counts as saved is what the panel's status says.
 */
import type { Page } from 'puppeteer-core';

export type Step =
  | { readonly do: 'add' | 'edit'; readonly app: string; readonly device: string }
  | { readonly do: 'delete'; readonly app: string };

/** Carries out one step and resolves when the panel says that it is done; never, when the browser dies. */
export function play(panel: Page, step: Step): Promise<void> {
  return panel.evaluate(async (wanted) => {
    const until = async <T>(what: string, look: () => T): Promise<NonNullable<T>> => {
      for (const end = Date.now() + 10_000; ; ) {
        const found = look();
        if (found) return found as NonNullable<T>;
        if (Date.now() > end) throw new Error(`no ${what}: ${document.body.textContent?.slice(0, 400)}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    };
    const button = (name: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('main button')].find(
        (each) => each.textContent?.trim() === name && each.getAttribute('aria-disabled') !== 'true',
      );
    const press = async (name: string): Promise<void> => (await until(name, () => button(name))).click();
    const fill = async (name: string, text: string): Promise<void> => {
      const field = await until(name, () => {
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent === name);
        return label?.control as HTMLInputElement | null | undefined;
      });
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // The form draws anew what was typed before it takes more.
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    const told = (text: string) =>
      until(text, () =>
        [...document.querySelectorAll('[role=status]')].some((each) => each.textContent === text),
      );
    const open = async (): Promise<void> => {
      location.hash = '#/inventory';
      const links = () => document.querySelectorAll<HTMLElement>('.entries a');
      const search = await until('search', () =>
        document.querySelector<HTMLInputElement>('input[type=search]'),
      );
      search.value = wanted.app;
      search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const name = () => document.querySelector('.entries .shelf-name')?.textContent ?? '';
      await until(wanted.app, () => links().length === 1 && name().startsWith(`${wanted.app} `));
      links()[0]?.click();
      await until('tag', () => document.querySelector('h1')?.textContent?.startsWith(`${wanted.app} `));
    };

    if (wanted.do === 'delete') {
      await open();
      const title = document.querySelector('h1')?.textContent;
      await press('Delete');
      await told(`Deleted: ${title}.`);
      return;
    }
    if (wanted.do === 'add') {
      location.hash = '#/inventory/new';
      await until('form', () => document.querySelector('h1')?.textContent === 'New tag');
      await fill('App', wanted.app);
    } else {
      await open();
      await press('Edit');
    }
    await fill('Device', wanted.device);
    await press('Save');
    await told(`Saved: ${wanted.app} · ${wanted.device}.`);
  }, step);
}
