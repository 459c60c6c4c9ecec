/// <reference types="vite/client" />
/**
 * The catalogue: every file in `apps/` is in it, so adding an app touches one file. The panel loads this
 * module when it is first used (`await import`); no content script may reach it.
 */
import type { App, AppKind } from './app.ts';
import { isOther } from './other.ts';

const files = import.meta.glob<App>('./apps/*.ts', { eager: true, import: 'default' });

/** The kinds in the order in which lists show them. */
export const APP_KINDS = [
  'mail-program',
  'mobile',
  'device',
  'service',
  'script',
] as const satisfies readonly AppKind[];

/** Every app, by kind and then by name. In each kind apps that can't reach Microsoft 365 any more come after the
 * others, and the entry for what is in no list comes last. */
export const APPS: readonly App[] = inListOrder(Object.values(files));

const byId = new Map(APPS.map((app) => [app.id, app]));

/** The app with this id, or `undefined`. */
export function appById(id: string): App | undefined {
  return byId.get(id);
}

/** Sorts apps as lists show them; the given array stays as it is. */
function inListOrder(apps: readonly App[]): readonly App[] {
  return apps.toSorted(
    (a, b) =>
      APP_KINDS.indexOf(a.kind) - APP_KINDS.indexOf(b.kind) ||
      Number(isOther(a.id)) - Number(isOther(b.id)) ||
      Number(a.retired !== undefined) - Number(b.retired !== undefined) ||
      a.name.localeCompare(b.name, 'en'),
  );
}
