/** One profile through many lives of a browser: start, unlock, look what is there by other eyes, die. */

import { Keeper } from '../e2e/inventory-person.ts';
import { type SeenTag, tagsIn } from '../e2e/vault-data.ts';
import { launch, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import type { BrowserKind } from '../support/find-browser.ts';
import { newProfile } from '../support/profile.ts';
import { startWorld } from '../support/world.ts';

export interface Scene {
  readonly keeper: Keeper;
  readonly folder: string;
  /** A new browser on the same profile, with the inventory open. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** Every tag there is, out of a backup that the twin of tests/vault opened. Nothing may be reported as wrong. */
  wholeTags(passphrase: string): Promise<readonly SeenTag[]>;
  end(): Promise<void>;
}

export async function aScene(kind: BrowserKind): Promise<Scene> {
  const [world, profile] = await Promise.all([startWorld(), newProfile()]);
  let browser: TestBrowser | null = null;
  let keeper: Keeper | null = null;
  const present = (): Keeper => {
    if (!keeper) throw new Error('the browser is not running');
    return keeper;
  };
  return {
    get keeper() {
      return present();
    },
    folder: profile.folder,
    async start() {
      browser = await launch(kind, {
        extensionDir: builtExtension(kind),
        proxyPort: world.proxyPort,
        profile,
      });
      keeper = new Keeper(await browser.openPanel(), profile);
      await keeper.openInventory();
    },
    async kill() {
      await browser?.kill();
      browser = null;
      keeper = null;
    },
    async wholeTags(passphrase) {
      const tags = await tagsIn(await present().backUp(), passphrase);
      const wrong = 'Something is wrong with what is stored';
      if (await present().has('heading', wrong)) throw new Error(`${wrong}: ${await present().page()}`);
      return tags;
    },
    async end() {
      await browser?.close();
      await world.close();
      await profile.remove();
    },
  };
}
