/**
 * What a person does on the replica: trusted mouse and keyboard, everything found by its visible role and
 * name in the page's language. Knows nothing of the extension, so it can play the person who follows the
 * guide as well as one who doesn't.
 */
import type { Page } from 'puppeteer-core';
import type { Switches } from '../replica/switches.ts';
import { type MethodKey, type Texts, textsFor } from '../replica/texts.ts';
import {
  type AxNode,
  clickByRole,
  findAll,
  findAllByRole,
  findByRole,
  type Name,
  type Where,
  waitForNoRole,
  waitForRole,
} from './ax.ts';
import { until } from './until.ts';
import { SECURITY_INFO } from './world.ts';

const TRIES = 6;
/** The page reacts to a click at once, if only by a spinner. */
const EFFECT_MS = 2_500;

export class Person {
  readonly page: Page;
  readonly #switches: () => Readonly<Switches>;

  constructor(page: Page, world: { switches(): Readonly<Switches> }) {
    this.page = page;
    this.#switches = world.switches;
  }

  get texts(): Texts {
    return textsFor(this.#switches().language);
  }

  /** Loads the page (by default the list of methods) and waits until it can be used. */
  async open(url = SECURITY_INFO): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    if (new URL(url).pathname === new URL(SECURITY_INFO).pathname) await this.seeList();
  }

  /** The list is there and no dialog lies over it. */
  async seeList(): Promise<void> {
    await waitForRole(this.page, 'button', this.#addMethodText(), { timeout: 40_000 });
  }

  async clickAddMethod(): Promise<void> {
    await this.#click(
      'button',
      this.#addMethodText(),
      async () => (await this.#dialogOpen()) || this.#away(),
    );
  }

  /** Only where the recommended method is shown first. */
  async showMoreOptions(): Promise<void> {
    const { showMore, methods } = this.texts;
    await this.#click('button', showMore, () => this.#sees('text', methods.securityQuestions));
  }

  /** Only in the drop-down dialog. */
  async openMethodList(): Promise<void> {
    await this.#click('combobox', undefined, () => this.#sees('option', this.texts.methods.phone));
  }

  /** Picks a method in whichever dialog is open, as far as its own first step. */
  async chooseMethod(method: MethodKey): Promise<void> {
    const { methods, showMore, add } = this.texts;
    if (this.#switches().generation === 'A') {
      if (!(await this.#sees('option', methods[method]))) await this.openMethodList();
      await this.#click(
        'option',
        methods[method],
        async () => !(await this.#sees('option', methods[method])),
      );
      await this.#click('button', add, () => this.#sees('textbox'));
      return;
    }
    // Inside of the dialog: the list behind it has the same words and is hidden only a moment later.
    const within = { role: this.#switches().blocking ? 'alertdialog' : 'dialog' };
    await waitForRole(this.page, 'text', methods.authenticatorApp, { within });
    if (await this.#sees('button', showMore)) await this.showMoreOptions();
    // The name itself is clicked: whether its entry is a button differs.
    await this.#click('text', methods[method], () => this.#sees('textbox'), { within });
  }

  chooseAppPassword(): Promise<void> {
    return this.chooseMethod('appPassword');
  }

  async typeName(name: string): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.#click(
        'textbox',
        undefined,
        async () => (await findByRole(this.page, 'textbox'))?.focused ?? false,
      );
      const selectAll = process.platform === 'darwin' ? 'Meta' : 'Control';
      await this.page.keyboard.down(selectAll);
      await this.page.keyboard.press('a');
      await this.page.keyboard.up(selectAll);
      await this.page.keyboard.press('Backspace');
      await this.page.keyboard.type(name);
      const arrived = await until(
        'the typed name',
        async () => (await findByRole(this.page, 'textbox'))?.value === name,
        { timeout: EFFECT_MS },
      ).catch(() => false);
      if (arrived) return;
      if (tries === TRIES) throw new Error(`the name field did not take ${JSON.stringify(name)}`);
    }
  }

  /** Presses Next and does not wait for what comes of it, only for the page to notice. */
  async next(): Promise<void> {
    await this.#click('button', this.texts.next, async () => {
      const button = await findByRole(this.page, 'button', this.texts.next);
      return !button || button.disabled || (await this.#sees('alert')) || (await this.#sees('status'));
    });
  }

  /** The password is on screen. */
  async seeResult(): Promise<void> {
    await waitForRole(this.page, 'button', this.texts.done, { timeout: 40_000 });
  }

  async done(): Promise<void> {
    await this.#click('button', this.texts.done, async () => !(await this.#sees('button', this.texts.done)));
  }

  async copyPassword(): Promise<void> {
    await clickByRole(this.page, 'button', this.texts.copy);
  }

  async back(): Promise<void> {
    await this.#click('button', this.#switches().generation === 'A' ? this.texts.cancel : this.texts.back);
  }

  /** By the cross in the corner. */
  async closeDialog(): Promise<void> {
    await this.#click('button', this.texts.close, async () => !(await this.#dialogOpen()));
  }

  async pressEscape(): Promise<void> {
    await this.page.keyboard.press('Escape');
  }

  async solveCaptcha(): Promise<void> {
    await waitForRole(this.page, 'textbox', this.texts.captcha);
    await this.typeName('x7Kq');
    await this.next();
  }

  /** In the dialog "your session is about to expire". */
  async staySignedIn(): Promise<void> {
    await clickByRole(this.page, 'button', this.texts.sessionStay);
    await waitForNoRole(this.page, 'button', this.texts.sessionStay);
  }

  /** On the sign-in page: proves who they are and comes back to the list. */
  async signIn(): Promise<void> {
    await clickByRole(this.page, 'button', 'Verify');
    await this.seeList();
  }

  /** All of it, from the list to the row. */
  async makeAppPassword(name: string): Promise<void> {
    await this.clickAddMethod();
    await this.chooseAppPassword();
    await this.typeName(name);
    await this.next();
    await this.seeResult();
    await this.done();
    await this.seeRow(name);
  }

  async seeRow(name: string): Promise<void> {
    await until(`a row ${name}`, () => this.#hasRow(name), { timeout: 40_000 });
  }

  async seeNoRow(name: string): Promise<void> {
    await until(`no row ${name}`, async () => !(await this.#hasRow(name)), { timeout: 40_000 });
  }

  /** Presses Delete in the row of this name; the question whether to do so stays open. */
  async clickDelete(name: string): Promise<void> {
    const within = this.#rowOf(name);
    const asked = async () => (await this.#dialogOpen()) || this.#away();
    await this.#click('button', new RegExp(`^${this.texts.delete}`), asked, { within });
  }

  /**
   * Asks again where the question went without an answer: on a slow machine the second of two impatient
   * clicks lands beside the dialog, which closes it.
   */
  async deleteRow(name: string): Promise<void> {
    const { delete: yesDelete, ok, yes } = this.texts;
    const confirm = { Delete: yesDelete, Ok: ok, Yes: yes }[this.#switches().confirmLabel];
    await until(
      `the question about ${name} to be answered`,
      async () => {
        if (!(await this.#dialogOpen())) {
          if (!(await this.#hasRow(name))) return true;
          await this.clickDelete(name);
        }
        const role = (await this.#sees('alertdialog')) ? 'alertdialog' : 'dialog';
        const inQuestion = { within: { role }, timeout: EFFECT_MS };
        const answered = await clickByRole(this.page, 'button', confirm, inQuestion).then(
          () => true,
          () => false,
        );
        return answered && (await this.#closes());
      },
      { timeout: 40_000 },
    );
    await this.seeNoRow(name);
  }

  async #closes(): Promise<boolean> {
    return until('the dialog to close', async () => !(await this.#dialogOpen()), { timeout: EFFECT_MS }).then(
      () => true,
      () => false,
    );
  }

  /** In the interrupt wizard. */
  async skipSetup(): Promise<void> {
    await clickByRole(this.page, 'button', this.texts.skipSetup);
  }

  /** By the navigation on the left: the address changes without loading. */
  async navigate(label: string): Promise<void> {
    await clickByRole(this.page, 'link', label);
  }

  #addMethodText(): string {
    const old = this.#switches().addButtonText === 'Add method';
    return old ? this.texts.addMethodButtonOld : this.texts.addMethodButton;
  }

  async #sees(role: string, name?: Name): Promise<boolean> {
    return (await findByRole(this.page, role, name)) !== null;
  }

  async #dialogOpen(): Promise<boolean> {
    return (await this.#sees('dialog')) || (await this.#sees('alertdialog'));
  }

  /** Sent to the sign-in page. */
  async #away(): Promise<boolean> {
    return !new URL(this.page.url()).hostname.startsWith('mysignins.');
  }

  async #hasRow(name: string): Promise<boolean> {
    const { role, that } = this.#rowOf(name);
    const rows = await findAllByRole(this.page, role, undefined, { that });
    return rows.length > 0 && !(await this.#dialogOpen());
  }

  /** A row of the list with this name in it: the name may stand elsewhere too. */
  #rowOf(name: string): { role: string; that: (row: AxNode) => boolean } {
    return {
      role: this.#switches().rowContainer === 'grid' ? 'row' : 'listitem',
      that: (row) => findAll(row, (node) => node.role === 'text' && node.name === name).length > 0,
    };
  }

  /**
   * Clicks, and clicks again where nothing came of it: the page may have replaced what was clicked, or a
   * dialog that is fading out may have lain over it.
   */
  async #click(
    role: string,
    name: Name | undefined,
    effect?: () => Promise<boolean>,
    where: Where = {},
  ): Promise<void> {
    await clickByRole(this.page, role, name, where);
    if (!effect) return;
    const what = `an effect of clicking ${role} ${name ?? ''}`;
    for (let tries = 1; tries < TRIES; tries++) {
      if (await until(what, effect, { timeout: EFFECT_MS }).catch(() => false)) return;
      await clickByRole(this.page, role, name, { ...where, timeout: EFFECT_MS }).catch(() => undefined);
    }
    await until(what, effect);
  }
}
