/** Sending messages to the background. Apart from messaging.ts, so that pages don't carry what only a
 * receiver needs. */
import { browser } from 'wxt/browser';
import type { MessageType, Payload } from '../messages/protocol.ts';

/** @returns the background's answer; rejects when the extension is gone */
export function send<T extends MessageType>(type: T, payload: Payload<T>): Promise<unknown> {
  return browser.runtime.sendMessage({ type, payload });
}
