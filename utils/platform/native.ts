/**
 * The few calls of the browser that scripts in pages need, as both browsers offer them themselves: names
 * of messages, sending, receiving. Extension pages and the background use webextension-polyfill through
 * `wxt/browser`; a content script would carry it for these five alone, at three of its twenty KiB.
 */

interface Native {
  readonly runtime: {
    /** Gone once the extension was updated or removed under a page. */
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(
        listener: (message: unknown, sender: unknown, answer: (value: unknown) => void) => void,
      ): void;
    };
  };
  readonly i18n: {
    getMessage(key: string, substitutions?: readonly string[]): string;
  };
}

const world = globalThis as { browser?: Native; chrome?: Native };

/** One of the two is there wherever extension code runs. Looked for at each use: touching it makes the browser set
 * up its side, which a page without a task shouldn't wait for while it loads. */
function present(): Native {
  return (world.browser?.runtime ? world.browser : world.chrome) as Native;
}

export const native: Native = {
  get runtime() {
    return present().runtime;
  },
  get i18n() {
    return present().i18n;
  },
};
