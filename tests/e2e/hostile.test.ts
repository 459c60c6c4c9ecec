/**
 * A page that fights the pointer (SECURITY.md R19, R20): it may get rid of it, and then the panel takes over
 * and says why. It never learns what the card says, nothing is thrown, and the page stays as it was.
 */
import { describe, expect, it } from 'vitest';
import { POINTER_HOST } from '../support/closed-root.ts';
import { storageText } from '../support/extension-api.ts';
import { pressSeen } from '../support/press.ts';
import { type Attack, Stage } from './hostile-stage.ts';
import { A_TASK } from './journey.ts';

const LOOPS: readonly (readonly [string, Attack])[] = [
  [
    'removes it in a loop',
    (pointer) => void setInterval(() => document.querySelector(pointer)?.remove(), 30),
  ],
  [
    'removes it the moment it comes',
    (pointer) => {
      const remove = () => document.querySelector(pointer)?.remove();
      new MutationObserver(remove).observe(document.documentElement, { childList: true });
      remove();
    },
  ],
  [
    'closes it in a loop',
    (pointer) => void setInterval(() => document.querySelector<HTMLElement>(pointer)?.hidePopover(), 30),
  ],
  [
    'restyles it in a loop',
    (pointer) => {
      const push = () =>
        document.querySelector<HTMLElement>(pointer)?.style.setProperty('left', '-9999px', 'important');
      setInterval(push, 30);
    },
  ],
];

/** Elements of ours have no name that a page could define; these tests keep it so. */
const SQUATTERS: readonly (readonly [string, Attack])[] = [
  [
    'a shadow root of its own',
    () =>
      customElements.define(
        'keytag-guide',
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'open' });
          }
        },
      ),
  ],
  [
    'no shadow root allowed',
    () =>
      customElements.define(
        'keytag-guide',
        class extends HTMLElement {
          static disabledFeatures = ['shadow'];
        },
      ),
  ],
  [
    'a way into closed shadow roots',
    () =>
      customElements.define(
        'keytag-guide',
        class extends HTMLElement {
          internals = this.attachInternals();
        },
      ),
  ],
  [
    'a removal at once',
    () =>
      customElements.define(
        'keytag-guide',
        class extends HTMLElement {
          connectedCallback() {
            this.remove();
          }
        },
      ),
  ],
];

describe.each(['chromium', 'firefox'] as const)('%s', (kind) => {
  const stage = Stage.of(kind);
  const isChromium = kind === 'chromium';

  it.each(isChromium ? LOOPS : LOOPS.slice(0, 2))(
    'a page that %s is left alone, and the panel says why',
    async (_, attack) => {
      await stage.page.evaluate(attack, POINTER_HOST);
      await stage.handedOver();
    },
  );

  it('a page that bent its own classes beforehand changes nothing', async () => {
    await stage.openAfter(() => {
      const spied: string[] = [];
      Object.assign(globalThis, { spied });
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        spied.push('shadow');
        return attachShadow.call(this, { ...options, mode: 'open' });
      };
      HTMLElement.prototype.showPopover = () => undefined;
      Object.defineProperty(Event.prototype, 'isTrusted', { get: () => true });
      Document.prototype.querySelectorAll = () =>
        document.createDocumentFragment().childNodes as NodeListOf<Element>;
    });
    await stage.journey.cardSays('above the list', 10_000);
    const spied = await stage.page.evaluate(() => (globalThis as unknown as { spied: string[] }).spied);
    expect(spied).toEqual([]);
    expect(await stage.page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
    await pressSeen(stage.journey, 'Stop');
    await stage.ended();
  });

  it.each(isChromium ? SQUATTERS : SQUATTERS.slice(2))(
    'a page that defined an element of our name with %s changes nothing',
    async (_, attack) => {
      await stage.openAfter(attack);
      await stage.journey.cardSays('above the list', 10_000);
      const roots = await stage.page.evaluate(() => {
        const host = document.documentElement.lastElementChild as Element & { internals?: ElementInternals };
        return [host.shadowRoot, host.internals?.shadowRoot ?? null];
      });
      expect(roots).toEqual([null, null]);
    },
  );

  it.each<[string, Attack]>([
    [
      'forbids it to open',
      () => document.addEventListener('beforetoggle', (event) => event.preventDefault(), true),
    ],
    [
      'takes it away while it opens',
      () => document.addEventListener('beforetoggle', (event) => (event.target as Element).remove(), true),
    ],
  ])('a page that %s is left alone, and the panel says why', async (_, attack) => {
    await stage.openAfter(attack);
    await stage.handedOver();
  });

  it('dialogs made anew every 200 ms don’t shake it off', async () => {
    stage.world.configure({ remountMs: 200 });
    const { journey } = stage;
    await journey.person.open();
    await journey.cardSays('above the list');
    await journey.person.clickAddMethod();
    await journey.cardSays('Choose App password');
    await journey.ringHolds('App password');
    await journey.person.chooseAppPassword();
    await journey.cardSays(A_TASK.name);
    await journey.person.typeName(A_TASK.name);
    // A press that falls into the moment between two nodes is lost, for people too.
    for (let presses = 0; presses < 4 && !(await journey.card())?.includes('Copy the password'); presses++) {
      await journey.person.next();
      await journey.cardSays('Copy the password now', 4_000).catch(() => undefined);
    }
    await journey.cardSays('Copy the password now');
    await journey.ringIsOn('button', 'Done');
    await journey.person.done();
    await journey.cardSays('Done:');
    expect(await storageText(stage.panel)).toContain('"isInterferedWith":false');
  });
});
