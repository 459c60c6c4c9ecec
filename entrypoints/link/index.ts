/**
 * The content script that notices a link to the guide (`#keytag=<id>`). It runs before the page's own
 * scripts, which may lead to a sign-in at once: by then the background knows what was asked for. Separate
 * from the guide's script so that nothing more than this runs that early. It says nothing to the page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { linkIn } from '@/utils/pages/security-info/link.ts';
import { send } from '@/utils/platform/send.ts';

export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const look = async (): Promise<void> => {
    // Nearly always there is none: then this is all that happens.
    if (!location.hash.startsWith('#keytag=')) return;
    const { href } = location;
    const link = linkIn(new URL(href));
    if (link === null) return;
    const isKnown = await send('link.opened', { link });
    // The fragment has done its work; a page that went elsewhere meanwhile is left alone.
    if (isKnown === true && location.href === href)
      history.replaceState(history.state, '', location.pathname + location.search);
  };
  // Nobody there to tell: an installation or an update in progress. Then it is simply Microsoft's page.
  const start = (): void => void look().catch(() => undefined);
  addEventListener('hashchange', start);
  // A page loaded ahead of a visit is nobody's page yet.
  const prerendered = document as Document & { prerendering?: boolean };
  if (prerendered.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
});
