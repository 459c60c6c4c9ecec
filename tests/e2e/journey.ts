/**
 * A person with the guide: the panel in one tab, Microsoft's page (the replica) in another. Looks at what
 * the person sees, the card and the ring, and says clearly what was expected when it is not so.
 */
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { clickByRole, findAllByRole, findByRole, type Name, type Rect, textOf } from '../support/ax.ts';
import type { TestBrowser } from '../support/browsers.ts';
import { ringRect } from '../support/closed-root.ts';
import { Person } from '../support/page-actions.ts';
import { until } from '../support/until.ts';
import type { World } from '../support/world.ts';

export const CARD = 'Keytag guide';

/** Ring: 3 px wide, 4 px away from its target; rounding may move an edge by a pixel. */
const RING_OUTSET = 7;
const ROUNDING = 2;

export interface TaskRequest {
  readonly appId: string;
  readonly appName: string;
  readonly device: string;
  readonly name: string;
  readonly where: 'microsoft' | 'rehearsal';
  /** Id of an inventory's entry. */
  readonly tag: string | null;
}

export const A_TASK: TaskRequest = {
  appId: 'canon-imagerunner',
  appName: 'Canon scanner',
  device: 'Hall',
  name: 'Canon scanner Hall',
  where: 'microsoft',
  tag: null,
};

/** The built extension, as an absolute path, which Firefox asks for. */
export function builtExtension(kind: 'chromium' | 'firefox'): string {
  return path.resolve(
    import.meta.dirname,
    '../../.output',
    kind === 'firefox' ? 'firefox-mv3' : 'chrome-mv3',
  );
}

export class Journey {
  readonly panel: Page;
  readonly page: Page;
  readonly person: Person;

  constructor(panel: Page, page: Page, world: World) {
    this.panel = panel;
    this.page = page;
    this.person = new Person(page, world);
  }

  /** All text of the card; `null` when there is none. */
  card(): Promise<string | null> {
    return textOf(this.page, 'region', CARD);
  }

  async cardSays(what: string | RegExp, timeout = 40_000): Promise<void> {
    let last: string | null = null;
    await until(
      `the card to say ${what}; it says: ${last}`,
      async () => {
        last = await this.card();
        return last !== null && (typeof what === 'string' ? last.includes(what) : what.test(last));
      },
      { timeout },
    ).catch((error: unknown) => {
      throw new Error(`the card should say ${what}, but says: ${last}`, { cause: error });
    });
  }

  /**
   * Makes an app password as a person does: whoever copies it gives the guide the time to see it. The list alone
   * proves nothing, because it may be short for a moment while it is drawn.
   */
  async makeAppPassword(name: string): Promise<void> {
    const { person } = this;
    await person.clickAddMethod();
    await person.chooseAppPassword();
    await person.typeName(name);
    await person.next();
    await person.seeResult();
    await this.cardSays('Copy the password now');
    await person.done();
    await person.seeRow(name);
  }

  async noCard(): Promise<void> {
    await until('no card', async () => (await this.card()) === null);
  }

  /** The ring stands around exactly this control. */
  async ringIsOn(role: string, name?: Name): Promise<void> {
    let seen: unknown;
    await until('the ring', async () => {
      const [ring, target] = [await ringRect(this.page), await findByRole(this.page, role, name)];
      seen = { ring, target: target?.box };
      return ring !== null && target?.box != null && surrounds(ring, target.box);
    }).catch((error: unknown) => {
      throw new Error(`the ring should be on ${role} ${name}: ${JSON.stringify(seen)}`, { cause: error });
    });
  }

  /** The ring stands around a thing that contains this text, and is no bigger than an entry of a list. */
  async ringHolds(text: string): Promise<void> {
    let seen: unknown;
    await until('the ring', async () => {
      const ring = await ringRect(this.page);
      // The same words may stand in the list behind the dialog.
      const targets = await findAllByRole(this.page, 'text', text);
      seen = { ring, targets: targets.map(({ box }) => box) };
      return (
        ring !== null && ring.height < 140 && targets.some(({ box }) => box !== null && contains(ring, box))
      );
    }).catch((error: unknown) => {
      throw new Error(`the ring should hold ${text}: ${JSON.stringify(seen)}`, { cause: error });
    });
  }

  /** Where the card is, it lies over nothing of this control. */
  async cardCoversNothing(role: string, name?: Name): Promise<void> {
    let seen: unknown;
    await until('the card beside it', async () => {
      const [card, target] = [
        await findByRole(this.page, 'region', CARD),
        await findByRole(this.page, role, name),
      ];
      seen = { card: card?.box, target: target?.box };
      return card?.box != null && target?.box != null && !overlap(card.box, target.box);
    }).catch((error: unknown) => {
      throw new Error(`the card covers ${role} ${name}: ${JSON.stringify(seen)}`, { cause: error });
    });
  }

  async noRing(): Promise<void> {
    await until('no ring', async () => (await ringRect(this.page)) === null);
  }

  async press(name: string): Promise<void> {
    await clickByRole(this.page, 'button', name, { within: { role: 'region', name: CARD } });
  }
}

function surrounds(ring: Rect, target: Rect): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING;
  return (
    near(ring.x, target.x - RING_OUTSET) &&
    near(ring.y, target.y - RING_OUTSET) &&
    near(ring.width, target.width + RING_OUTSET * 2) &&
    near(ring.height, target.height + RING_OUTSET * 2)
  );
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(ring: Rect, inner: Rect): boolean {
  return (
    ring.x <= inner.x &&
    ring.y <= inner.y &&
    ring.x + ring.width >= inner.x + inner.width &&
    ring.y + ring.height >= inner.y + inner.height
  );
}

/** Starts a task as the panel does and waits for the page it opens. */
export async function startTask(
  browser: TestBrowser,
  world: World,
  panel: Page,
  request = A_TASK,
): Promise<Journey> {
  for (const page of await browser.browser.pages()) {
    if (page.url().startsWith('https:')) await page.close();
  }
  await panel.evaluate(async (payload) => {
    const api =
      (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
      (globalThis as unknown as { chrome: Api }).chrome;
    await api.runtime.sendMessage({ type: 'guide.start', payload });
  }, request);
  const page = await until('the page of the task', async () => {
    const pages = await browser.browser.pages();
    return pages.find((each) => each.url().startsWith('https:')) ?? null;
  });
  return new Journey(panel, page, world);
}

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { session: { get(): Promise<Record<string, unknown>> } };
}

/** What the background keeps of the running task. */
export async function guideState(panel: Page): Promise<{ task: { seen: { made: string | null } } } | null> {
  const stored = await panel.evaluate(async () => {
    const api =
      (globalThis as unknown as { browser?: Api; chrome: Api }).browser ??
      (globalThis as unknown as { chrome: Api }).chrome;
    return api.storage.session.get();
  });
  return (stored.guide ?? null) as never;
}
