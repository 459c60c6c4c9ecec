/**
 * For Vite, not for the product: `apps/<id>.ts?card` is an app's calling card, which is all the background needs to
 * know of it (cards.ts). Without this it would carry the whole catalogue each time it wakes, to look up one name.
 */
import type { App } from './app.ts';

export const appCards = {
  name: 'app-cards',
  /** @param code of the app's file, the types taken out already */
  async transform(code: string, request: string) {
    if (!request.endsWith('.ts?card')) return null;
    const file: { default: App } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
    );
    const { id, name, kind, platforms } = file.default;
    return { code: `export default ${JSON.stringify({ id, name, kind, platforms })};`, map: null };
  },
};
