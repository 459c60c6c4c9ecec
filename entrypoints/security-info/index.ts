/**
 * The content script of Microsoft's security-info page. An unlisted script named in the manifest
 * (wxt.config.ts) instead of a WXT content script: WXT's wrapper announces itself to the page with
 * window.postMessage, and Keytag says nothing to a page (SECURITY.md R15).
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isStructureQuestion, type Push, receivePush } from '@/utils/messages/push.ts';
import { realSight } from '@/utils/pages/dom.ts';
import { isProviderHost, isSecurityInfo } from '@/utils/pages/security-info/match.ts';
import { describePage } from '@/utils/pages/structure.ts';
import { native } from '@/utils/platform/native.ts';
import { browserPorts } from '@/utils/platform/page-session.ts';
import { send } from '@/utils/platform/send.ts';
import { removeStale } from '@/utils/pointer/host.ts';
import { createSession, type Session } from '@/utils/pointer/session.ts';

/** The page's own work goes first, but whoever was sent here by the panel doesn't wait longer than this. */
const ASK_WITHIN_MS = 100;

export default defineUnlistedScript(() => {
  if (window.top !== window || !isProviderHost(new URL(location.href))) return;
  removeStale(document);
  let session: Session | null = null;
  // Made with the first task: until then a page pays for nothing but this script's evaluation.
  const take = (push: Push | null): void => {
    const task = push?.task ?? null;
    if (!task && !session) return;
    session ??= createSession(browserPorts(window, () => isSecurityInfo(new URL(location.href))));
    session.setTask(task, push?.offer ?? null);
  };
  const start = (): void => {
    native.runtime.onMessage.addListener((input, _, answer) => {
      if (isStructureQuestion(input)) {
        answer(isSecurityInfo(new URL(location.href)) ? describePage(document, realSight) : null);
        return;
      }
      const push = receivePush(input);
      if (!push) return;
      take(push);
      answer(true);
    });
    send('page.hello', {}).then(
      (push) => take(receivePush(push)),
      // Nobody there to ask: an installation in progress. The next load asks again.
      () => undefined,
    );
  };
  // The browser makes its message channel when it is first touched, which costs as much as all of this script:
  // it waits until the page has nothing to do. A task that begins meanwhile is in the answer.
  const startAtRest = (): void => {
    window.requestIdleCallback(start, { timeout: ASK_WITHIN_MS });
  };
  // A page loaded ahead of a visit is nobody's page yet.
  const prerendered = document as Document & { prerendering?: boolean };
  if (prerendered.prerendering) document.addEventListener('prerenderingchange', startAtRest, { once: true });
  else startAtRest();
});
