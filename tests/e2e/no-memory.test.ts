/**
 * A browser that gives WebAssembly too little memory for the key derivation: it is said in words, and no vault comes
 * of it, not even a weaker one. Chromium alone can be told to be so small.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForRole } from '../support/ax.ts';
import { launchChromium, type TestBrowser } from '../support/browsers.ts';
import { builtExtension } from '../support/built-extension.ts';
import { newProfile, type Profile } from '../support/profile.ts';
import { startWorld, type World } from '../support/world.ts';
import { Keeper } from './inventory-person.ts';

/** Of 64 KiB each: half of what the least vault takes. */
const MOST_PAGES = 512;

let world: World;
let profile: Profile;
let browser: TestBrowser;

beforeAll(async () => {
  [world, profile] = await Promise.all([startWorld(), newProfile()]);
  browser = await launchChromium({
    extensionDir: builtExtension('chromium'),
    proxyPort: world.proxyPort,
    profile,
    args: [`--js-flags=--wasm-max-mem-pages=${MOST_PAGES}`],
  });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await profile?.remove();
});

it('makes no vault, says why, and keeps what was typed', { timeout: 120_000 }, async () => {
  const keeper = new Keeper(await browser.openPanel(), profile);
  await keeper.openInventory();
  await keeper.fill('Passphrase', 'velvet anchor lantern quartz');
  await keeper.fill('Repeat passphrase', 'velvet anchor lantern quartz');
  await keeper.press('Create the vault');
  await waitForRole(keeper.panel, 'text', /^The browser gave too little memory .* makes no weaker vault/, {
    timeout: 40_000,
  });
  await waitForRole(keeper.panel, 'textbox', 'Passphrase', { that: ({ value }) => value !== '' });

  const again = new Keeper(await browser.openPanel(), profile);
  await again.openInventory();
  await again.sees('button', 'Create the vault');
  expect(await again.has('button', 'Unlock')).toBe(false);
});
