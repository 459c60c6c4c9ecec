/**
 * Copies a password and takes it off the clipboard again after thirty seconds. This page never reads the
 * clipboard: it learns that it changed, where the browser says so, but not what to. Holds no password: only
 * when one was copied. Where the person allowed it, the background does the clearing, also without this page.
 */
import type { ClipboardNews } from '@/components/inventory/secret.tsx';
import type { Kept } from '@/utils/app/clipboard-keeper.ts';
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

/** The background's clearing, which outlives this page. */
export interface LastingClipboard {
  isAllowed(): Promise<boolean>;
  load(): Promise<Kept>;
  watch(listener: (kept: Kept) => void): () => void;
  /** From here on the background clears `text`, and only that, at `until`. */
  hold(text: string, until: number): Promise<void>;
  /** Nothing is held any more, and what became of it was seen. */
  letGo(): Promise<void>;
}

export interface ClipboardWorld {
  readonly clipboard: ClipboardApi;
  /** Whether the browser fires `clipboardchange`. */
  readonly tellsChanges: boolean;
  /** The window. */
  readonly page: EventTarget;
  hasFocus(): boolean;
  readonly lasting: LastingClipboard;
  now(): number;
}

export function createSecretClipboard(world: ClipboardWorld): SecretClipboard {
  const { clipboard, tellsChanges, page, hasFocus, now, lasting } = world;
  let news: ClipboardNews = { kind: 'idle' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writtenAt = 0;
  /** Nobody was elsewhere since the copying, so nothing else was copied there. */
  let wasHereAllTheTime = true;
  /** The background has it in hand. */
  let isLasting = false;
  const listeners = new Set<(news: ClipboardNews) => void>();
  const tell = (next: ClipboardNews): void => {
    news = next;
    for (const listener of listeners) listener(next);
  };
  const isHeld = () => !isLasting && (news.kind === 'held' || news.kind === 'not-cleared');

  /** Something else was copied: that is the person's, and stays. */
  const onOther = (): void => {
    if (!isHeld() || now() - writtenAt < OWN_EVENT_MS) return;
    clearTimeout(timer);
    tell({ kind: 'replaced' });
  };
  if (tellsChanges) clipboard.addEventListener('clipboardchange', onOther);
  // Copying on this very page is seen in every browser.
  for (const event of ['copy', 'cut']) page.addEventListener(event, onOther);

  const follow = (kept: Kept): void => {
    if (kept.is === 'nothing') {
      if (isLasting) tell({ kind: 'idle' });
      isLasting = false;
      return;
    }
    isLasting = true;
    clearTimeout(timer);
    if (kept.is === 'held') tell({ kind: 'held', until: kept.until, survivesClosing: true });
    else tell({ kind: kept.outcome === 'not-cleared' ? 'stuck' : kept.outcome });
  };
  lasting.watch(follow);
  void lasting.load().then(follow);
  const letGo = async (): Promise<void> => {
    if (!isLasting) return;
    isLasting = false;
    await lasting.letGo();
  };

  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    await letGo();
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
        // First of all: browsers take it only in the turn of the click.
        await clipboard.writeText(text);
      } catch {
        tell({ kind: 'refused' });
        return;
      }
      writtenAt = now();
      if (await lasting.isAllowed()) {
        await lasting.hold(text, writtenAt + HOLD_MS);
        return;
      }
      await letGo();
      wasHereAllTheTime = hasFocus();
      tell({ kind: 'held', until: now() + HOLD_MS, survivesClosing: false });
      timer = setTimeout(() => void clearOwn(), HOLD_MS);
    },
    clear,
    forget() {
      clearTimeout(timer);
      void clearOwn();
    },
    dismiss() {
      void letGo();
      tell({ kind: 'idle' });
    },
    watch(listener) {
      listeners.add(listener);
      listener(news);
      return () => listeners.delete(listener);
    },
  };
}
