/**
 * The background's side of clearing the clipboard. Firefox's background is a page and may do it itself;
 * Chrome's is a worker without a clipboard, so a document is opened beside it for that moment.
 */
import { browser } from 'wxt/browser';
import { createClipboardKeeper } from '../app/clipboard-keeper.ts';
import { type Cleared, clearMarked, type Mark, type OpenClipboard } from '../app/clipboard-mark.ts';
import { readSession } from '../app/vault-session.ts';
import { clearInDocument } from './clipboard-document.ts';
import {
  CLIPBOARD_ALARM,
  clipboardAccess,
  loadKept,
  saveKept,
  wakeForClipboard,
} from './clipboard-session.ts';
import { loadSession, watchSession } from './vault-session.ts';

/** With the permission a background page reads and writes without a press (Firefox). */
const ownClipboard: OpenClipboard = {
  read: () => navigator.clipboard.readText().catch(() => null),
  clear: () =>
    navigator.clipboard.writeText('').then(
      () => true,
      () => false,
    ),
};

/** To be called synchronously when the background starts. */
export function bindClipboardKeeper(): void {
  const keeper = createClipboardKeeper({
    load: loadKept,
    save: saveKept,
    now: () => Date.now(),
    wakeAt: wakeForClipboard,
    async clearMarked(mark: Mark): Promise<Cleared> {
      // Taken back meanwhile.
      if (!(await clipboardAccess.has())) return 'not-cleared';
      const isPage = typeof document !== 'undefined';
      return isPage ? clearMarked(mark, ownClipboard) : clearInDocument(mark);
    },
  });
  browser.alarms.onAlarm.addListener(({ name }) => (name === CLIPBOARD_ALARM ? keeper.check() : undefined));
  watchSession(() => {
    void loadSession().then((session) =>
      readSession(session).kind === 'locked' ? keeper.clearNow() : undefined,
    );
  });
  void keeper.check();
}
