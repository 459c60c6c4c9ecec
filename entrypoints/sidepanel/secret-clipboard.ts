/**
 * Copies a password and takes it off the clipboard again after thirty seconds. The clipboard is never read:
 * a page learns that it changed, where the browser says so, but not what to. Holds no password: only when
 * one was copied.
 */
import type { ClipboardNews } from '@/components/inventory/secret.tsx';
import type { SecretClipboard } from './ports.ts';

const HOLD_MS = 30_000;
/** News of a change made elsewhere come when the page has the focus again, not before it. */
const NEWS_MS = 400;
/** Our own writing is a change too; its event comes soon after. */
const OWN_EVENT_MS = 1_500;

/** The part of `navigator.clipboard` that is used. */
export interface ClipboardApi extends EventTarget {
  writeText(text: string): Promise<void>;
}

export interface ClipboardWorld {
  readonly clipboard: ClipboardApi;
  /** Whether the browser fires `clipboardchange`. */
  readonly tellsChanges: boolean;
  /** The window. */
  readonly page: EventTarget;
  hasFocus(): boolean;
  now(): number;
}

export function createSecretClipboard(world: ClipboardWorld): SecretClipboard {
  const { clipboard, tellsChanges, page, hasFocus, now } = world;
  let news: ClipboardNews = { kind: 'idle' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = 0;
  /** Nobody was elsewhere since the copying, so nothing else was copied there. */
  let wasHereAllTheTime = true;
  const listeners = new Set<(news: ClipboardNews) => void>();
  const tell = (next: ClipboardNews): void => {
    news = next;
    for (const listener of listeners) listener(next);
  };
  const isHeld = () => news.kind === 'held' || news.kind === 'not-cleared';

  /** Something else was copied: that is the person's, and stays. */
  const onOther = (): void => {
    if (!isHeld() || now() - writtenAt < OWN_EVENT_MS) return;
    clearTimeout(timer);
    tell({ kind: 'replaced' });
  };
  if (tellsChanges) clipboard.addEventListener('clipboardchange', onOther);
  // Copying on this very page is seen in every browser.
  for (const event of ['copy', 'cut']) page.addEventListener(event, onOther);

  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    writtenAt = now();
    try {
      await clipboard.writeText('');
      tell({ kind: 'cleared' });
    } catch {
      tell({ kind: 'not-cleared' });
    }
  };

  const clearOwn = async (): Promise<void> => {
    if (!isHeld()) return;
    // A page without the focus may not write: it is made up for when the person comes back.
    if (!hasFocus()) tell({ kind: 'not-cleared' });
    else if (tellsChanges || wasHereAllTheTime) await clear();
    else tell({ kind: 'unsure' });
  };
  page.addEventListener('blur', () => {
    wasHereAllTheTime = false;
  });
  page.addEventListener('focus', () => {
    if (news.kind === 'not-cleared') setTimeout(() => void clearOwn(), NEWS_MS);
  });

  return {
    async copy(text) {
      clearTimeout(timer);
      writtenAt = now();
      try {
        await clipboard.writeText(text);
      } catch {
        tell({ kind: 'refused' });
        return;
      }
      writtenAt = now();
      wasHereAllTheTime = hasFocus();
      tell({ kind: 'held', until: now() + HOLD_MS, survivesClosing: false });
      timer = setTimeout(() => void clearOwn(), HOLD_MS);
    },
    clear,
    forget() {
      clearTimeout(timer);
      void clearOwn();
    },
    dismiss: () => tell({ kind: 'idle' }),
    watch(listener) {
      listeners.add(listener);
      listener(news);
      return () => listeners.delete(listener);
    },
  };
}
