/** A person with the encrypted inventory: everything by role and name, in either browser. */
import type { Page } from 'puppeteer-core';
import { clickByRole, findAllByRole, findByRole, textOf, type Where, waitForRole } from '../support/ax.ts';
import { chooseFile, takeDownload } from '../support/files.ts';
import type { Profile } from '../support/profile.ts';
import { until } from '../support/until.ts';

/** Strong by any estimate, and nowhere else on this machine. */
export const PASSPHRASE = 'velvet anchor lantern quartz';
const SELECT_ALL = process.platform === 'darwin' ? 'Meta' : 'Control';
/** Deriving a key on a busy machine. */
const KEY_MS = 40_000;

export class Keeper {
  readonly panel: Page;
  readonly profile: Profile;

  constructor(panel: Page, profile: Profile) {
    this.panel = panel;
    this.profile = profile;
  }

  async openInventory(): Promise<void> {
    await clickByRole(this.panel, 'link', 'Inventory');
  }

  press(name: string | RegExp, where: Where & { timeout?: number } = {}): Promise<void> {
    return clickByRole(this.panel, 'button', name, where);
  }

  async fill(field: string, text: string, where: Where = {}): Promise<void> {
    await clickByRole(this.panel, 'textbox', field, where);
    await this.panel.keyboard.down(SELECT_ALL);
    await this.panel.keyboard.press('a');
    await this.panel.keyboard.up(SELECT_ALL);
    if (text === '') await this.panel.keyboard.press('Backspace');
    else await this.panel.keyboard.type(text);
  }

  /** A region that tells what happened says this. */
  async hears(what: string | RegExp, timeout = KEY_MS): Promise<string> {
    let said: string[] = [];
    return until(
      `a status that says ${what}`,
      async () => {
        said = (await findAllByRole(this.panel, 'status')).map(({ text }) => text).filter(Boolean);
        return said.find((text) => (typeof what === 'string' ? text.includes(what) : what.test(text)));
      },
      { timeout },
    ).catch((error: unknown) => {
      throw new Error(`a status should say ${what}; they say ${JSON.stringify(said)}`, { cause: error });
    });
  }

  sees(role: string, name?: string | RegExp): Promise<unknown> {
    return waitForRole(this.panel, role, name, { timeout: KEY_MS });
  }

  /** All that a screen reader finds on the page. */
  async page(): Promise<string> {
    return (await textOf(this.panel, 'document')) ?? '';
  }

  /** As far as the sheet. @returns the recovery key as it stands there */
  async createVault(passphrase = PASSPHRASE): Promise<string> {
    await this.fill('Passphrase', passphrase);
    await this.fill('Repeat passphrase', passphrase);
    await this.press('Create the vault');
    await waitForRole(this.panel, 'heading', 'Your recovery sheet', { timeout: KEY_MS });
    const sheet = (await textOf(this.panel, 'region', 'Recovery sheet')) ?? '';
    const groups = sheet.match(/\b[0-9A-HJKMNP-TV-Z]{5}\b/g) ?? [];
    await this.press('I have it on paper');
    return groups.join('-');
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.fill('Passphrase', passphrase);
    await this.press('Unlock');
  }

  /** Unlocks, and waits until the tags are there. */
  async enter(passphrase = PASSPHRASE): Promise<void> {
    await this.unlock(passphrase);
    await this.isOpen();
  }

  async isOpen(): Promise<void> {
    await waitForRole(this.panel, 'button', 'Lock now', { timeout: KEY_MS });
  }

  async lock(): Promise<void> {
    await this.press('Lock now');
    await this.isLocked();
  }

  async isLocked(): Promise<void> {
    await waitForRole(this.panel, 'button', 'Unlock');
  }

  /** Text of the list's items, as far as they are drawn. */
  async listed(): Promise<readonly string[]> {
    const items = await findAllByRole(this.panel, 'link', undefined, {
      within: { role: 'list', name: 'App passwords' },
    });
    return items.map(({ text }) => text);
  }

  async lists(name: string): Promise<void> {
    await until(`${name} in the list`, async () => (await this.listed()).some((text) => text.includes(name)));
  }

  async openTag(name: string): Promise<void> {
    await clickByRole(this.panel, 'link', new RegExp(name), {
      within: { role: 'list', name: 'App passwords' },
    });
    await waitForRole(this.panel, 'button', 'Edit');
  }

  async addTag(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.press('Add a tag');
    await waitForRole(this.panel, 'heading', 'New tag');
    for (const [field, text] of Object.entries(fields)) await this.fill(field, text);
    await this.save();
  }

  async save(): Promise<void> {
    await this.press('Save');
    await this.hears(/^Saved: /);
  }

  async deleteTag(name: string): Promise<void> {
    await this.openInventory();
    await this.openTag(name);
    await this.press('Delete');
    await this.hears('Deleted: ');
  }

  async backUp(): Promise<Buffer> {
    await this.openInventory();
    await this.press('Back up');
    await this.hears('The backup was opened and checked.');
    return (await takeDownload(this.profile, /\.keytag$/)).bytes;
  }

  chooseFile(label: string, path: string): Promise<void> {
    return chooseFile(this.panel, label, path);
  }

  async has(role: string, name?: string | RegExp): Promise<boolean> {
    return (await findByRole(this.panel, role, name)) !== null;
  }
}
