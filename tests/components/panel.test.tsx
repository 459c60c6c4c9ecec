// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/entrypoints/sidepanel/panel.tsx';
import type { Ports } from '@/entrypoints/sidepanel/ports.ts';
import { type GuideView, viewOf } from '@/utils/app/panel-client.ts';
import type { Task } from '@/utils/guide/task.ts';
import type { PageState } from '@/utils/pages/security-info/state.ts';
import { openPanel } from './open-panel.tsx';
import { all, eventually, hide, one, press, show, spoken, type } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const task: Task = {
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
};

function sees(state: PageState): GuideView {
  return viewOf({
    task,
    page: { tabId: 1, sighting: { state, labels: {}, languageKnown: true, unchangedFor: 60_000 } },
    isInterferedWith: false,
  });
}

/** A panel with a client that the test plays. */
async function open(hash: string, { hasAccess = true, view = null as GuideView | null } = {}) {
  location.hash = hash;
  let listener: (view: GuideView | null) => void = () => undefined;
  const client = {
    start: vi.fn(async () => undefined),
    stop: vi.fn(async () => undefined),
    startDelete: vi.fn(async () => undefined),
    startReview: vi.fn(async () => undefined),
    chooseRow: vi.fn(async () => undefined),
    goOn: vi.fn(async () => undefined),
    done: vi.fn(async () => undefined),
    answerLink: vi.fn(async () => undefined),
    showPage: vi.fn(async () => undefined),
    watch: (given: typeof listener) => {
      listener = given;
      given(view);
      return () => undefined;
    },
    access: { has: async () => hasAccess, ask: vi.fn(async () => true), watch: () => () => undefined },
  };
  const ports: Ports = {
    client,
    today: () => '2026-11-22',
    copy: vi.fn(async () => true),
    print: vi.fn(),
    openTab: vi.fn(),
    isTab: async () => false,
    lockShortcut: async () => null,
    version: '0.1.0',
    userAgent: '',
  };
  await show(<Panel ports={ports} />);
  return { ...client, ports, push: (next: GuideView | null) => act(() => listener(next)) };
}

async function goTo(href: string): Promise<void> {
  await act(async () => {
    location.hash = href;
    dispatchEvent(new Event('hashchange'));
  });
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

describe('the panel', () => {
  it('names its sections and the one that is shown', async () => {
    await open('#/');
    expect(
      all('link')
        .filter((link) => link.closest('nav'))
        .map((link) => spoken(link)),
    ).toEqual(['Home', 'Apps', 'Inventory', 'Fix a problem', 'Helpdesk', 'Settings']);
    expect(one('link', 'Home').getAttribute('aria-current')).toBe('page');
  });

  it('moves the focus to the heading and names the document after a navigation', async () => {
    await open('#/');
    expect(document.activeElement).toBe(document.body);
    await goTo('#/apps/thunderbird');
    const heading = await eventually(() => one('heading', 'Thunderbird'));
    expect(document.activeElement).toBe(heading);
    expect(document.title).toBe('Thunderbird – Keytag');
  });

  it('tells on Home what changes at Microsoft and how long is left', async () => {
    await open('#/');
    const changes = await eventually(() => {
      const text = spoken(one('region', 'What changes at Microsoft'));
      if (!text.includes('checked on')) throw new Error(text);
      return text;
    });
    expect(changes).toContain('within 39 days');
    expect(changes).toContain('in 71 days');
  });

  it.each([
    ['1999-01-01', "That can't be right, so this is said for November 22, 2026."],
    ['2041-05-01', 'This is said for May 1, 2041, the date of this device.'],
  ] as const)('says on an app’s page which date it assumes when the clock shows %s', async (today, words) => {
    await openPanel('#/apps/zabbix', { today: () => today });
    await eventually(() => one('region', 'Verdict'));
    expect(spoken(document.body)).toContain(words);
  });

  it('judges anew when the answers change', async () => {
    await open('#/apps/thunderbird');
    const verdict = () => spoken(one('region', 'Verdict'));
    expect(await eventually(verdict)).toMatch(/^Not needed/);
    await goTo('#/apps/canon-imagerunner');
    expect(await eventually(verdict)).toMatch(/^Only for sending/);
    await press(one('radio', 'Personal'));
    expect(verdict()).toMatch(/^Can't work/);
    expect(all('button', 'Start the guide')).toHaveLength(0);
  });

  it.each(['Start the guide', 'Try it first'])('starts by “%s” and shows the guide', async (name) => {
    const { start } = await open('#/apps/canon-imagerunner');
    await type(await eventually(() => one('textbox', 'Device')), 'Hall');
    await press(one('button', name));
    expect(start).toHaveBeenCalledExactlyOnceWith({
      appId: 'canon-imagerunner',
      appName: expect.stringContaining('Canon'),
      tag: null,
      device: 'Hall',
      name: 'Canon imageRUNNER Hall',
      where: name === 'Try it first' ? 'rehearsal' : 'microsoft',
    });
    expect(location.hash).toBe('#/guide');
  });

  it('asks for lost access in the very click that starts the guide', async () => {
    const { access, start } = await open('#/apps/canon-imagerunner', { hasAccess: false });
    const button = await eventually(() => one('button', 'Start the guide'));
    button.click();
    // Before anything else could run: browsers take the question only inside the click.
    expect(access.ask).toHaveBeenCalledOnce();
    await eventually(() => expect(start).toHaveBeenCalledOnce());
  });

  it('does not start, and says why, when access is refused', async () => {
    const { access, start } = await open('#/apps/canon-imagerunner', { hasAccess: false });
    access.ask.mockResolvedValue(false);
    await press(await eventually(() => one('button', 'Start the guide')));
    expect(spoken(await eventually(() => one('alert')))).toContain('The browser said no');
    expect(start).not.toHaveBeenCalled();
  });

  it('says so when the guide did not start', async () => {
    const { start } = await open('#/apps/canon-imagerunner');
    start.mockRejectedValue(new Error('no background'));
    await press(await eventually(() => one('button', 'Start the guide')));
    expect(spoken(await eventually(() => one('alert')))).toContain("The guide didn't start");
  });

  it('offers access back on Home', async () => {
    const { access } = await open('#/', { hasAccess: false });
    await press(await eventually(() => one('button', 'Allow access again')));
    expect(access.ask).toHaveBeenCalledOnce();
    expect(all('button', 'Allow access again')).toHaveLength(0);
  });

  it('says during the guide that it can not see the page', async () => {
    const { access } = await open('#/guide', {
      hasAccess: false,
      view: sees({ kind: 'list', names: [], rows: 0 }),
    });
    access.ask.mockResolvedValue(false);
    await press(await eventually(() => one('button', 'Allow access again')));
    expect(spoken(await eventually(() => one('alert')))).toContain('The browser said no');
  });

  it('follows the page: steps, what it shows, what to do', async () => {
    const { push, stop, showPage } = await open('#/guide', {
      view: sees({ kind: 'list', names: [], rows: 3 }),
    });
    const current = () => spoken(document.querySelector('[aria-current=step]') as Element);
    expect(current()).toContain('The page shows the list of your sign-in methods.');
    await push(sees({ kind: 'name', refused: false, ready: false }));
    expect(current()).toContain('Give it a name');
    expect(all('button', 'Copy name')).toHaveLength(1);
    await press(one('button', 'Show the page'));
    expect(showPage).toHaveBeenCalledOnce();
    await press(one('button', 'Stop the guide'));
    expect(stop).toHaveBeenCalledOnce();
  });

  it('reads every new advice out once, in a place that stays', async () => {
    const { push } = await open('#/guide', { view: sees({ kind: 'list', names: [], rows: 3 }) });
    const live = all('status').at(-1) as HTMLElement;
    const before = spoken(live);
    await push(sees({ kind: 'result' }));
    expect(all('status').at(-1)).toBe(live);
    expect(spoken(live)).not.toBe(before);
  });

  it('offers nothing to copy while the app password may lie on the clipboard', async () => {
    await open('#/guide', { view: sees({ kind: 'result' }) });
    expect(all('button', /Copy/)).toHaveLength(0);
  });

  it('explains a missing option, most likely cause first, with a text for the admin', async () => {
    const picker = {
      kind: 'picker',
      form: 'cards',
      appPassword: 'not-listed',
      more: false,
      entries: 4,
    } as const;
    const { ports } = await open('#/guide', { view: sees(picker) });
    const copy = await eventually(() => one('button', 'Copy for the admin'));
    expect(document.querySelectorAll('.cause')).toHaveLength(8);
    await press(copy);
    expect(vi.mocked(ports.copy).mock.calls[0]?.[0]).toContain('Set-CASMailbox');
  });

  it('takes the word of a person who got there on a page it can not read', async () => {
    const { done } = await open('#/guide', { view: sees({ kind: 'unrecognised', open: true }) });
    await press(one('button', 'I have the app password'));
    expect(done).toHaveBeenCalledOnce();
  });

  it('leads back to a running task from Home', async () => {
    await open('#/', { view: sees({ kind: 'list', names: [], rows: 3 }) });
    expect(one('link', /The guide is running: step 2 of 6/).getAttribute('href')).toBe('#/guide');
  });

  it('says on an unknown app that it is unknown', async () => {
    await open('#/apps/no-such-app');
    expect(await eventually(() => one('heading', "I don't know that app yet"))).toBeTruthy();
  });
});
