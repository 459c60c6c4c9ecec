/**
 * Chrome only: a document without a window, opened for the moment of looking at the clipboard and closed
 * again. The two speak over a channel of the extension's own origin; the password never goes over it.
 */
import { type Cleared, clearMarked, type Mark, type OpenClipboard } from '../app/clipboard-mark.ts';

const PATH = 'clipboard.html';
const CHANNEL = 'keytag-clipboard';
/** A document that has not answered by then will not. */
const ANSWER_MS = 10_000;

/** Chrome's offscreen API, which webextension-polyfill does not describe. There only with its permission. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

type Word =
  | { readonly is: 'ready' }
  | { readonly is: 'mark'; readonly mark: Mark }
  | { readonly is: 'done'; readonly outcome: Cleared };

/** The background's side. */
export async function clearInDocument(mark: Mark): Promise<Cleared> {
  const { offscreen } = (globalThis as { chrome?: { offscreen?: Offscreen } }).chrome ?? {};
  if (!offscreen) return 'not-cleared';
  const channel = new BroadcastChannel(CHANNEL);
  try {
    const answer = new Promise<Cleared>((resolve) => {
      setTimeout(() => resolve('not-cleared'), ANSWER_MS);
      channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
        if (data.is === 'ready') channel.postMessage({ is: 'mark', mark } satisfies Word);
        else if (data.is === 'done') resolve(data.outcome);
      });
    });
    await offscreen.createDocument({
      url: PATH,
      reasons: ['CLIPBOARD'],
      justification: 'Takes a copied password off the clipboard.',
    });
    return await answer;
  } catch {
    return 'not-cleared';
  } finally {
    channel.close();
    await offscreen.closeDocument().catch(() => undefined);
  }
}

/** The document's side. */
export function serveClipboard(box: HTMLTextAreaElement): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.is !== 'mark') return;
    void clearMarked(data.mark, clipboardBy(box)).then((outcome) =>
      channel.postMessage({ is: 'done', outcome } satisfies Word),
    );
  });
  channel.postMessage({ is: 'ready' } satisfies Word);
}

/** The older way, because the newer one asks for a focus that a document without a window never has. */
function clipboardBy(box: HTMLTextAreaElement): OpenClipboard {
  const run = (command: 'copy' | 'paste'): boolean => {
    box.focus();
    box.select();
    return document.execCommand(command);
  };
  return {
    async read() {
      box.value = '';
      const isDone = run('paste');
      const text = box.value;
      box.value = '';
      return isDone ? text : null;
    },
    async clear() {
      const empty = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', '');
      };
      // Nothing is copied from nothing: the selection is only there to be replaced.
      box.value = '-';
      document.addEventListener('copy', empty, { once: true });
      const isDone = run('copy');
      document.removeEventListener('copy', empty);
      box.value = '';
      return isDone;
    },
  };
}
