/// <reference types="vite/client" />
/**
 * The catalogue: every file in `apps/` is in it, so adding an app touches one file. The panel loads this
 * module when it is first used (`await import`); no content script may reach it.
 */
import type { App } from './app.ts';
import { inListOrder } from './list-order.ts';

const files = import.meta.glob<App>('./apps/*.ts', { eager: true, import: 'default' });

/** Every app, in list order. */
export const APPS: readonly App[] = inListOrder(Object.values(files));

const byId = new Map(APPS.map((app) => [app.id, app]));

/** The app with this id, or `undefined`. */
export function appById(id: string): App | undefined {
  return byId.get(id);
}
