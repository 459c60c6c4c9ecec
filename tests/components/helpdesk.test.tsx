// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewOf } from '@/utils/app/panel-client.ts';
import type { ReviewTask } from '@/utils/guide/task.ts';
import { aReview, aSighting, aTask } from '../support/builders.ts';
import { openPanel } from './open-panel.tsx';
import { all, eventually, hide, nameOf, one, press, spoken, type } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

// The rooms and the catalogue are loaded once, before anything waits for them.
beforeAll(async () => {
  await import('@/entrypoints/sidepanel/helpdesk-rooms.tsx');
  await import('@/entrypoints/sidepanel/knowledge.ts');
}, 60_000);
beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

/** Not those to delete and to compare. */
const COPY_LINK = /^Copy link(?! *:)/;
const LINK = 'https://mysignins.microsoft.com/security-info#keytag=canon-imagerunner';
const CANON = 'Canon imageRUNNER and imagePRESS';

async function openHandouts() {
  const print = vi.fn();
  const panel = await openPanel('#/helpdesk/hand-outs', { print });
  await eventually(() => one('checkbox', CANON));
  return { ...panel, print };
}

describe('Helpdesk', () => {
  it('leads to each of its rooms', async () => {
    await openPanel('#/helpdesk');
    await eventually(() => one('heading', 'Helpdesk'));
    expect(one('link', /^Hand-outs/).getAttribute('href')).toBe('#/helpdesk/hand-outs');
    expect(one('link', 'Helpdesk').getAttribute('aria-current')).toBe('page');
  });
});

describe('hand-outs', () => {
  it('appear when an app is chosen, and go when it is not', async () => {
    await openHandouts();
    expect(all('button', 'Copy link')).toEqual([]);
    await press(one('checkbox', CANON));
    await eventually(() => one('heading', 'Make the app password'));
    expect(spoken(document.body)).toContain(`Chosen: ${CANON}`);
    await press(one('checkbox', CANON));
    expect(all('heading', 'Make the app password')).toEqual([]);
  });

  it('are copied as link, Markdown and text, and printed', async () => {
    const { copied, print } = await openHandouts();
    await press(one('checkbox', CANON));
    await eventually(() => one('button', COPY_LINK));
    for (const name of [COPY_LINK, /^Copy as Markdown/, /^Copy as text/]) {
      await press(one('button', name));
    }
    await press(one('button', 'Print'));
    expect(copied[0]).toBe(LINK);
    expect(copied[1]).toContain('# Canon imageRUNNER and imagePRESS');
    expect(copied[1]).toContain(`<${LINK}>`);
    expect(copied[2]).toContain(`1. Open ${LINK} `);
    expect(print).toHaveBeenCalledOnce();
  });

  it('speak the reader’s language, whatever the panel’s is', async () => {
    await openHandouts();
    await press(one('checkbox', CANON));
    await press(one('radio', 'Deutsch'));
    await eventually(() => one('heading', 'App-Kennwort erstellen'));
    expect(one('heading', 'Hand-outs')).toBeDefined();
    expect(document.querySelector('.handout')?.getAttribute('lang')).toBe('de');
  });

  it('carry the organisation’s name and contact as text', async () => {
    await openHandouts();
    await press(one('checkbox', CANON));
    await type(one('textbox', 'Name of your organisation'), '<b>Contoso</b>');
    await type(one('textbox', 'Who people can ask'), 'Helpdesk, 030 901820');
    await eventually(() => one('heading', 'Make the app password'));
    expect(document.querySelector('.handout-head')?.textContent).toBe('<b>Contoso</b>');
    expect(document.querySelector('.handout-foot')?.textContent).toContain('Questions? Helpdesk, 030 901820');
  });

  it('for several apps give all links, each with its app', async () => {
    const { copied } = await openHandouts();
    await press(one('checkbox', CANON));
    await press(one('checkbox', 'msmtp'));
    await eventually(() => one('button', COPY_LINK));
    await press(one('button', COPY_LINK));
    expect(copied[0]?.split('\n')).toEqual([
      `${CANON}: ${LINK}`,
      `msmtp: ${LINK.replace('canon-imagerunner', 'msmtp')}`,
    ]);
  });

  it('offer no link where an app password helps nobody, and say so', async () => {
    await openHandouts();
    await press(one('checkbox', 'Thunderbird'));
    await eventually(() => one('button', 'Print'));
    expect(all('button', COPY_LINK)).toEqual([]);
    expect(spoken(document.body)).toContain("An app password doesn't help here");
  });

  it('list what is searched for, and keep what is chosen on top', async () => {
    await openHandouts();
    await press(one('checkbox', CANON));
    await type(one('textbox', 'Find an app'), 'msmtp');
    await eventually(() => {
      const names = all('checkbox').map(nameOf);
      expect(names.slice(0, 2)).toEqual([CANON, 'msmtp']);
    });
  });
});

describe('a link to the guide, in the panel', () => {
  const read = (purpose: ReviewTask['purpose'], names: readonly string[]) =>
    viewOf({
      task: { ...aReview(names), purpose },
      page: {
        tabId: 1,
        sighting: aSighting({ kind: 'list', names, rows: 3 }, { unchangedFor: 60_000 }),
      },
      isInterferedWith: false,
      link: { id: purpose, until: null },
    });

  it('asks which app password to delete', async () => {
    await openPanel('#/guide', {}, read('delete', ['Scanner', 'Old laptop', 'Scanner']));
    await eventually(() => one('heading', 'Delete an app password'));
    expect(all('button', 'Scanner')).toHaveLength(1);
    expect(all('button', 'Old laptop')).toHaveLength(1);
  });

  it('leads from a list that was read to the comparison', async () => {
    await openPanel('#/guide', {}, read('compare', ['Scanner']));
    await eventually(() => one('heading', 'Compare with Microsoft'));
    expect(one('link', 'Show the comparison').getAttribute('href')).toBe('#/inventory/compare');
  });

  it('opens the guide at once in a panel that was just opened, and leaves other screens alone', async () => {
    await openPanel('', {}, read('delete', ['Scanner']));
    expect(location.hash).toBe('#/guide');
    await openPanel('#/settings', {}, read('delete', ['Scanner']));
    expect(location.hash).toBe('#/settings');
  });

  it('asks on every screen before a running guide is replaced', async () => {
    const state = { task: aTask(), page: null, isInterferedWith: false };
    await openPanel('#/settings', {}, viewOf({ ...state, offer: { link: 'msmtp', appName: 'msmtp' } }));
    expect(spoken(one('alert'))).toContain('A link asks for the guide for msmtp.');
    expect(all('button', 'Begin the new one')).toHaveLength(1);
    expect(all('button', 'Go on as before')).toHaveLength(1);
  });
});
