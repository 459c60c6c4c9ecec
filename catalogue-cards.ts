/**
 * For Vite: `apps/<id>.ts?card` is an app's calling card, which is all the background needs to know of it.
 * Without this it would carry the whole catalogue each time it wakes, to look up one name.
 */
import { readFile } from 'node:fs/promises';
import { transformWithEsbuild } from 'vite';

const QUERY = '?card';

export const appCards = {
  name: 'app-cards',
  async load(request: string) {
    if (!request.endsWith(QUERY)) return null;
    const file = request.slice(0, -QUERY.length);
    const { code } = await transformWithEsbuild(await readFile(file, 'utf8'), file);
    const { default: app } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const { id, name, kind, platforms } = app;
    return `export default ${JSON.stringify({ id, name, kind, platforms })};`;
  },
};
