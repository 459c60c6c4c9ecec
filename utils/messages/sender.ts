/** Who sent a message, from what the browser says of the sender. The message itself is not asked. */
import { isProviderHost } from '../pages/security-info/match.ts';
import type { SenderKind } from './protocol.ts';

/** The part of `runtime.MessageSender` that counts. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  readonly documentLifecycle?: string | undefined;
}

export interface Self {
  /** `runtime.id` */
  readonly id: string;
  /** e.g. `chrome-extension://…`, no trailing slash */
  readonly origin: string;
}

const PANEL_PATH = '/sidepanel.html';
const REHEARSAL_PATH = '/practice.html';

/**
 * @returns what may speak as: one of our own pages in a frame of its own, or the content script in the top
 *   frame of a provider page; `null` for everybody else (other extensions, frames, prerendered pages)
 */
export function senderKind(sender: Sender | undefined, self: Self): SenderKind | null {
  if (sender?.id !== self.id || !sender.url) return null;
  if (sender.frameId !== undefined && sender.frameId !== 0) return null;
  if (sender.documentLifecycle === 'prerender') return null;
  let url: URL;
  try {
    url = new URL(sender.url);
  } catch {
    return null;
  }
  // `URL.origin` is "null" for extension schemes in some engines; compare the parts instead.
  if (`${url.protocol}//${url.host}` === self.origin) {
    if (sender.origin !== undefined && sender.origin !== self.origin) return null;
    if (url.pathname === PANEL_PATH) return 'panel';
    return url.pathname === REHEARSAL_PATH ? 'rehearsal' : null;
  }
  return sender.tab !== undefined && sender.frameId === 0 && isProviderHost(url) ? 'provider-page' : null;
}
