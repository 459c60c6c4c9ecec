/** Receiving messages. What arrives is checked by the protocol before anybody sees it. */
import { browser } from 'wxt/browser';
import {
  type Handlers,
  type Message,
  type MessageType,
  type Payload,
  receive,
} from '../messages/protocol.ts';
import { type Sender, senderKind } from '../messages/sender.ts';

/** Hands each allowed message to its handler. Everything else gets no answer at all. */
export function serve<Context>(handlers: Handlers<Context>, contextOf: (sender: Sender) => Context): void {
  const self = { id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') };
  browser.runtime.onMessage.addListener((input: unknown, sender: Sender) => {
    const received = receive(input, senderKind(sender, self));
    if (!received.ok) return undefined;
    return dispatch(handlers, received.message, contextOf(sender));
  });
}

function dispatch<Context, T extends MessageType>(
  handlers: Handlers<Context>,
  message: Extract<Message, { type: T }>,
  context: Context,
): Promise<unknown> {
  const handler = handlers[message.type as T];
  return handler(message.payload as Payload<T>, context);
}
