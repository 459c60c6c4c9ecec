/** The switches of the replica that matter to the guide, and how a person with the guide goes through one combination of them. */

import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { DEFAULT_SWITCHES, type Switches } from '../replica/switches.ts';
import { findByRole } from '../support/ax.ts';
import type { TestBrowser } from '../support/browsers.ts';
import { until } from '../support/until.ts';
import type { World } from '../support/world.ts';
import { A_TASK, guideState, type Journey, startTask } from './journey.ts';
import type { Case } from './pairwise.ts';

export const FACTORS = {
  generation: ['A', 'B', 'B-recommended', 'B-fullpage'],
  blocking: [true, false],
  language: ['en', 'de', 'fr', 'ja', 'ar', 'mixed'],
  appPassword: ['offered', 'absent', 'limit'],
  slow: [0, 3_000, 15_000],
  view: ['320', '480', '1280', '200 %'],
  colours: ['light', 'dark', 'forced'],
  testIds: ['present', 'removed', 'renamed'],
  reauth: ['never', 'on-load', 'on-add'],
  remountMs: [0, 200],
  timeoutDialog: [false, true],
} as const;

export type MatrixCase = Case<typeof FACTORS>;

const VIEWS = {
  '320': { width: 320, height: 640 },
  '480': { width: 480, height: 720 },
  '1280': { width: 1280, height: 800 },
  // 200 % zoom halves the CSS pixels of a 1280 px window.
  '200 %': { width: 640, height: 400, deviceScaleFactor: 2 },
} as const;

export function nameOf(each: MatrixCase): string {
  return Object.values(each).join(' · ');
}

function switchesOf(each: MatrixCase): Switches {
  const { slow, view: _view, colours, ...same } = each;
  return {
    ...DEFAULT_SWITCHES,
    ...same,
    colours: colours === 'dark' ? 'dark' : 'light',
    loadDelayMs: slow / 2,
    dataDelayMs: slow / 2,
    rowDelayMs: 600,
    createDelayMs: 400,
    existing: each.appPassword === 'limit' ? [] : ['Old printer'],
  };
}

/** How a case ends, said before it is played. */
function endOf(each: MatrixCase): 'finished' | 'not-offered' | 'limit' | 'words' {
  const isReadable = each.language !== 'ar' || (each.testIds === 'present' && each.generation !== 'A');
  if (each.appPassword === 'limit') return each.language === 'ar' ? 'words' : 'limit';
  if (each.appPassword === 'absent') return each.language === 'ar' ? 'words' : 'not-offered';
  return isReadable ? 'finished' : 'words';
}

export async function play(each: MatrixCase, browser: TestBrowser, world: World, panel: Page): Promise<void> {
  world.configure(switchesOf(each));
  const journey = await startTask(browser, world, panel);
  const { page, person } = journey;
  await page.setViewport(VIEWS[each.view]);
  if (browser.kind === 'chromium') {
    const session = await page.createCDPSession();
    const features = [
      { name: 'prefers-color-scheme', value: each.colours === 'dark' ? 'dark' : 'light' },
      { name: 'forced-colors', value: each.colours === 'forced' ? 'active' : 'none' },
    ];
    await session.send('Emulation.setEmulatedMedia', { features });
  }
  const texts = person.texts;
  const end = endOf(each);

  if (each.reauth === 'on-load') await person.signIn();
  await person.seeList();
  // Slow once is what is looked at; a second load would only cost time.
  world.configure({ loadDelayMs: 0, dataDelayMs: 0 });
  if (end === 'limit') {
    await journey.cardSays('Microsoft allows no more');
    await journey.noRing();
    await journey.cardCoversNothing('button', texts.addMethodButton);
    return;
  }
  await journey.ringIsOn('button', texts.addMethodButton);
  await person.clickAddMethod();
  if (each.reauth === 'on-add') {
    await person.signIn();
    await journey.ringIsOn('button', texts.addMethodButton);
    await person.clickAddMethod();
  }
  if (each.timeoutDialog) {
    await journey.cardSays(
      each.language === 'ar' ? /can't read this dialog|Show$/ : /Microsoft asks you something first|Show$/,
    );
    await journey.noRing();
    await person.staySignedIn();
  }
  if (end === 'words') return inWords(each, journey, panel);

  if (each.generation === 'A') {
    await journey.ringIsOn('combobox');
    await person.openMethodList();
  }
  if (each.generation === 'B-recommended') {
    await journey.ringIsOn('button', texts.showMore);
    await person.showMoreOptions();
  }
  if (end === 'not-offered') {
    await journey.cardSays("I can't find");
    await journey.noRing();
    return;
  }
  await journey.ringHolds(texts.methods.appPassword);
  await person.chooseAppPassword();
  await journey.ringIsOn('textbox');
  await person.typeName(A_TASK.name);
  await person.next();
  await person.seeResult();
  await journey.cardSays('Copy the password now');
  await journey.ringIsOn('button', texts.done);
  await journey.cardCoversNothing('button', texts.done);
  expect(await journey.card()).not.toContain(world.secrets().at(-1));
  await person.done();
  await journey.cardSays('Done: Canon scanner Hall');
  await journey.noRing();
  expect((await guideState(panel))?.task.seen.made).toBe(A_TASK.name);
}

/** In a language nobody told us about and without test ids: no highlight in any dialog, plain words, and
 * the person's own way to the end. */
async function inWords(each: MatrixCase, journey: Journey, panel: Page): Promise<void> {
  const { person } = journey;
  const words =
    /can't read|loading|recognise|reports an error|can't find|Copy the password now|Open this list|Show more|Choose|Give it a name|Waiting|allows no more|Show$/;
  await journey.cardSays(words);
  if (each.appPassword === 'absent') return;
  // With no control to keep clear of, the card may lie over one; a person folds it away.
  if ((await journey.card())?.includes('Hide') ?? false) await journey.press('Hide');
  await person.chooseAppPassword();
  await journey.cardSays(words);
  await person.typeName(A_TASK.name);
  await person.next();
  if (each.appPassword === 'limit') {
    await until(
      'the limit to be reported',
      async () =>
        (await findByRole(journey.page, 'alert')) !== null ||
        (await findByRole(journey.page, 'status')) !== null,
    );
    await journey.cardSays(words);
    return;
  }
  await person.seeResult();
  await journey.cardSays(words);
  await person.done();
  await journey.cardSays(/Check that the list shows|Done: Canon scanner Hall/);
  expect(await guideState(panel)).not.toBeNull();
}
