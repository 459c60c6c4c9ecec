/** Sending messages to the background, from any page. */
import type { MessageType, Payload } from '../messages/protocol.ts';
import { native } from './native.ts';

/** @returns the background's answer; rejects when the extension is gone */
export function send<T extends MessageType>(type: T, payload: Payload<T>): Promise<unknown> {
  return native.runtime.sendMessage({ type, payload });
}
