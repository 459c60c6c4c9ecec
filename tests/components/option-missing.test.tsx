// @vitest-environment happy-dom
/** The assistant for a missing option: from its doors to its ends. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAUSES } from '@/utils/advisor/option-missing.ts';
import { viewOf } from '@/utils/app/panel-client.ts';
import { goTo, openPanel } from './open-panel.tsx';
import { all, eventually, hide, one, press, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

beforeEach(() => {
  setUiLanguage('en');
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

const HREF = '#/option-missing';
const question = () => spoken(document.querySelector('.missing-step h2') as Element);
const opened = () => eventually(() => one('heading', 'Why the option is missing'));
async function open() {
  const panel = await openPanel(HREF);
  await opened();
  return panel;
}

describe('the assistant', () => {
  it('asks one cause after the other, in their order, and moves the focus along', async () => {
    await open();
    for (const [index, cause] of CAUSES.entries()) {
      expect(spoken(document.querySelector('.missing-step') as Element)).toContain(
        `Question ${index + 1} of ${CAUSES.length}`,
      );
      const before = question();
      await press(one('button', index % 2 ? "Don't know" : 'No'));
      expect(question(), cause.id).not.toBe(before);
      expect(document.activeElement).toBe(document.querySelector('.missing-step h2'));
    }
    expect(question()).toBe('Your admin can tell');
    expect(all('listitem', undefined).filter((item) => item.closest('.plain'))).toHaveLength(4);
  });

  it('ends at what is so, says who can change it, and gives the text for the admin', async () => {
    const { copied } = await open();
    await press(one('button', 'No'));
    await press(one('button', 'No'));
    await press(one('button', 'Yes'));
    expect(question()).toBe('Multi-factor sign-in is not enforced for you');
    expect(document.body.textContent).toContain('Your admin can change this');
    await press(one('button', 'Copy for the admin'));
    expect(copied[0]).toContain('Per-user MFA');
    expect(copied[0]).toContain('Set-CASMailbox');
  });

  it('gives no text for the admin where the person can do it themselves', async () => {
    await open();
    for (let index = 0; index < 4; index += 1) await press(one('button', 'No'));
    await press(one('button', 'Yes'));
    expect(question()).toBe('You already have 40');
    expect(all('button', 'Copy for the admin')).toHaveLength(0);
    await press(one('button', "That wasn't it"));
    expect(question()).toBe('It is further down the list');
  });

  it('lets an answer be changed', async () => {
    await open();
    await press(one('button', 'No'));
    await press(one('button', 'No'));
    await press(one('button', 'Change: It is a personal account'));
    expect(question()).toBe('It is a personal account');
    expect(all('list', 'What you said')).toHaveLength(0);
  });

  it('says so when it is none of the causes', async () => {
    await open();
    for (const _ of CAUSES) await press(one('button', 'No'));
    expect(question()).toBe('None of the causes we know');
    expect(all('button', 'Copy for the admin')).toHaveLength(1);
  });

  it('says who claims it and how sure that is', async () => {
    await open();
    expect(spoken(document.querySelector('.missing-step .sources') as Element)).toMatch(
      /Documented.*checked on/,
    );
    for (let index = 0; index < 5; index += 1) await press(one('button', 'No'));
    expect(spoken(document.querySelector('.missing-step .sources') as Element)).toContain(
      "We don't know for sure",
    );
  });
});

describe('its doors', () => {
  it('open from Fix a problem', async () => {
    await openPanel('#/fix');
    await press(await eventually(() => one('button', /isn't offered/)));
    expect(one('link', /^Find out why/).getAttribute('href')).toBe(HREF);
  });

  it('open from the guide when it sees that the option is not offered', async () => {
    const view = viewOf({
      task: {
        kind: 'create',
        tag: null,
        id: '11111111-1111-4111-8111-111111111111',
        where: 'microsoft',
        appId: 'canon-imagerunner',
        appName: 'Canon',
        device: 'Hall',
        name: 'Canon Hall',
        startedAt: '2026-11-22T09:00:00.000Z',
        seen: { before: null, rows: null, result: false, made: null },
      },
      page: {
        tabId: 1,
        sighting: {
          state: { kind: 'picker', form: 'cards', appPassword: 'not-listed', more: false, entries: 4 },
          labels: {},
          languageKnown: true,
          unchangedFor: 60_000,
        },
      },
      isInterferedWith: false,
    });
    await openPanel('#/guide', {}, view);
    expect((await eventually(() => one('link', /^Find out why/))).getAttribute('href')).toBe(HREF);
  });

  it('belong to Fix a problem in the navigation, and name the document', async () => {
    await openPanel('#/');
    await goTo(HREF);
    await opened();
    expect(one('link', 'Fix a problem').getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe('Why the option is missing – Keytag');
  });
});
