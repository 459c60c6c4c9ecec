/// <reference types="vite/client" />
/** The apps by name alone, for the background: what a link may ask for, and what it is called. */
import type { App } from './app.ts';

export type AppCard = Pick<App, 'id' | 'name' | 'kind' | 'platforms'>;

/** Put together by the build (cards-build.ts). */
const files = import.meta.glob<AppCard>('./apps/*.ts', { eager: true, import: 'default', query: '?card' });

const byId: ReadonlyMap<string, AppCard> = new Map(Object.values(files).map((card) => [card.id, card]));

/** The card of the app with this id, or `undefined`. */
export function cardOf(id: string): AppCard | undefined {
  return byId.get(id);
}
