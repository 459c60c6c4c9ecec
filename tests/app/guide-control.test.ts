import { beforeEach, describe, expect, it } from 'vitest';
import { createGuideControl, type GuidePorts } from '@/utils/app/guide-control.ts';
import type { GuideState } from '@/utils/app/guide-state.ts';
import { viewOf } from '@/utils/app/panel-client.ts';
import { SETTLED_MS } from '@/utils/guide/sighting.ts';
import { pageLine, readPageLog } from '@/utils/helpdesk/page-log.ts';
import { aSighting, HOW_READ, TASK_ID } from '../support/builders.ts';

const REQUEST = {
  appId: 'msmtp',
  appName: 'msmtp',
  device: 'Server',
  name: 'msmtp Server',
  where: 'microsoft',
  tag: null,
} as const;
const page = { tabId: 7 };

let stored: GuideState | null;
let done: string[];
let alive: number[];
let now: Date;
let ids: number;
let log: unknown;
let answer: unknown;

const ports: GuidePorts = {
  load: async () => stored,
  save: async (state) => {
    stored = state;
  },
  push: async ({ task, offer }) => {
    done.push(`push ${task?.id ?? 'none'}${offer ? ` asks ${offer.link}` : ''}`);
    return alive;
  },
  showPage: async (where, tabs) => void done.push(`show ${where} ${tabs.join()}`),
  openPanel: async (tab) => void done.push(`panel ${tab}`),
  linkedApp: async (id) =>
    id === 'thunderbird'
      ? { appName: 'Thunderbird', device: 'Windows PC', name: 'Thunderbird Windows PC' }
      : null,
  now: () => now,
  randomId: () => TASK_ID.replace('1', String(++ids)),
  loadLog: async () => log,
  saveLog: async (next) => {
    log = next;
  },
  askStructure: async (tab) => {
    done.push(`ask ${tab}`);
    return answer;
  },
};

beforeEach(() => {
  stored = null;
  done = [];
  alive = [7];
  now = new Date('2026-11-22T09:00:00Z');
  ids = 0;
  log = 'spoilt';
  answer = null;
});

describe('the guide control', () => {
  const { handlers, tabClosed } = createGuideControl(ports);

  it('starts a task, tells the pages and shows one', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    expect(stored?.task).toMatchObject({ ...REQUEST, kind: 'create', startedAt: '2026-11-22T09:00:00.000Z' });
    expect(done).toEqual([`push ${TASK_ID}`, 'show microsoft 7']);
    expect(await handlers['page.hello']({}, page)).toEqual({ push: 'task', task: stored?.task, offer: null });
  });

  it("keeps a rehearsal off Microsoft's pages", async () => {
    await handlers['guide.start']({ ...REQUEST, where: 'rehearsal' }, { tabId: null });
    expect(await handlers['page.hello']({}, page)).toMatchObject({ task: null });
  });

  it('records what a page reports, all reports in turn', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const report = (state: Parameters<typeof aSighting>[0]) =>
      handlers['page.report']({ taskId: TASK_ID, sighting: aSighting(state), how: HOW_READ }, page);
    await Promise.all([
      report({ kind: 'list', names: ['A'], rows: 3 }),
      report({ kind: 'result' }),
      report({ kind: 'list', names: ['A', 'msmtp Server'], rows: 3 }),
    ]);
    expect(stored?.task.seen).toEqual({ before: ['A'], rows: null, result: true, made: 'msmtp Server' });
    expect(stored && viewOf(stored)).toMatchObject({ page: 'list', advice: { tone: 'finished' } });
  });

  it('ignores a page that speaks of an older task', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const before = stored;
    const taskId = TASK_ID.replace('1', '2');
    await handlers['page.report']({ taskId, sighting: aSighting({ kind: 'result' }), how: HOW_READ }, page);
    await handlers['card.stop']({ taskId }, page);
    await handlers['page.interferes']({ taskId }, page);
    expect(stored).toBe(before);
  });

  it('forgets the page when it goes, not when another does', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const report = () =>
      handlers['page.report'](
        { taskId: TASK_ID, sighting: aSighting({ kind: 'creating' }), how: HOW_READ },
        page,
      );
    await report();
    await tabClosed(8);
    expect(stored && viewOf(stored).page).toBe('creating');
    await tabClosed(7);
    expect(stored && viewOf(stored)).toMatchObject({ page: 'closed', advice: { step: 'open' } });
    await report();
    await handlers['page.left']({ taskId: TASK_ID }, page);
    expect(stored?.page).toBeNull();
  });

  it('stops from the card and from the panel', async () => {
    for (const stop of [
      () => handlers['card.stop']({ taskId: TASK_ID }, page),
      () => handlers['guide.stop']({}, { tabId: null }),
    ]) {
      await handlers['guide.start'](REQUEST, { tabId: null });
      await stop();
      expect(stored).toBeNull();
      expect(done.at(-1)).toBe('push none');
    }
  });

  it("takes the person's word where no page proves it", async () => {
    await handlers['guide.done']({}, { tabId: null });
    expect(stored).toBeNull();
    await handlers['guide.start'](REQUEST, { tabId: null });
    await handlers['guide.done']({}, { tabId: null });
    expect(stored && viewOf(stored).advice.tone).toBe('finished');
  });

  it('goes on to the wanted row once the person has seen which one went by mistake', async () => {
    const list = (...names: string[]) =>
      handlers['page.report'](
        {
          taskId: TASK_ID,
          sighting: aSighting({ kind: 'list', names, rows: names.length }, { unchangedFor: SETTLED_MS }),
          how: HOW_READ,
        },
        page,
      );
    await handlers['guide.delete']({ name: 'Scanner', where: 'microsoft', tag: null }, { tabId: null });
    await list('Printer', 'Scanner');
    await handlers['page.report'](
      { taskId: TASK_ID, sighting: aSighting({ kind: 'confirm' }), how: HOW_READ },
      page,
    );
    await list('Scanner');
    expect(stored && viewOf(stored).advice).toMatchObject({ help: 'wrong-row', row: 0 });
    await handlers['guide.go-on']({}, { tabId: null });
    expect(stored && viewOf(stored).advice).toMatchObject({ help: null, tone: 'do', row: 0 });
    await list('Scanner');
    expect(stored && viewOf(stored).advice).toMatchObject({ help: null, tone: 'do', row: 0 });
  });

  it('remembers which pages were seen and how, and nothing that stands on them', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const report = (sighting: ReturnType<typeof aSighting>, how = HOW_READ) =>
      handlers['page.report']({ taskId: TASK_ID, sighting, how }, page);
    const list = aSighting({ kind: 'list', names: ['Scanner of Anna'], rows: 3 });
    await report(list);
    await report({ ...list, unchangedFor: 900 });
    await report(aSighting({ kind: 'unrecognised', open: true }), {
      layer: 'none',
      missed: 'add-method',
      language: null,
    });
    expect(readPageLog(log).map(pageLine)).toEqual([
      'list readable 1 · test-id · en · create',
      'unrecognised open · none · ? · no add-method · create',
    ]);
    expect(JSON.stringify(log)).not.toContain('Anna');
    await handlers['guide.stop']({}, { tabId: null });
    await report(aSighting({ kind: 'result' }));
    expect(readPageLog(log)).toHaveLength(2);
  });

  it('asks the page of the guide what it is built of, and takes its answer apart', async () => {
    expect(await handlers['guide.structure']({}, { tabId: null })).toBeNull();
    await handlers['guide.start'](REQUEST, { tabId: null });
    const sighting = aSighting({ kind: 'creating' });
    await handlers['page.report']({ taskId: TASK_ID, sighting, how: HOW_READ }, page);
    answer = {
      state: 'list',
      layer: 'name',
      language: 'en',
      nodes: ['body', ' anna role=anna'],
      more: 'Anna',
    };
    const structure = await handlers['guide.structure']({}, { tabId: null });
    expect(structure).toEqual({
      state: 'list',
      layer: 'name',
      language: 'en',
      nodes: ['body', ' x role=x'],
    });
    expect(JSON.stringify(structure)).not.toMatch(/anna/i);
    expect(done.slice(-2)).toContain('ask 7');
  });

  it('hands over to the panel when a page interferes', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    await handlers['page.interferes']({ taskId: TASK_ID }, page);
    expect(stored && viewOf(stored).advice.help).toBe('page-interferes');
  });
});

describe('a link to the guide', () => {
  const { handlers } = createGuideControl(ports);
  const open = (link: string) => handlers['link.opened']({ link }, page);
  const answer = (take: boolean) => handlers['link.answer']({ take }, page);
  const minutes = (count: number) => {
    now = new Date(now.getTime() + count * 60_000);
  };
  const reports = (state: Parameters<typeof aSighting>[0]) =>
    handlers['page.report'](
      { taskId: stored?.task.id ?? '', sighting: aSighting(state), how: HOW_READ },
      page,
    );
  const LIST = { kind: 'list', names: ['A'], rows: 2 } as const;

  it('starts the walkthrough of an app and brings nothing to the front', async () => {
    expect(await open('thunderbird')).toBe(true);
    expect(stored?.task).toMatchObject({
      kind: 'create',
      appId: 'thunderbird',
      name: 'Thunderbird Windows PC',
    });
    expect(done).toEqual([`push ${TASK_ID}`]);
  });

  it.each(['delete', 'compare'] as const)('reads the list for "%s"', async (link) => {
    expect(await open(link)).toBe(true);
    expect(stored?.task).toMatchObject({ kind: 'review', purpose: link });
  });

  it.each(['nothing-like-it', 'constructor', 'to-string'])('changes nothing for "%s"', async (link) => {
    expect(await open(link)).toBe(false);
    expect(stored).toBeNull();
    expect(done).toEqual([]);
  });

  it('is remembered for half an hour of signing in, and then no more', async () => {
    await open('thunderbird');
    await reports({ kind: 'unrecognised', open: false });
    minutes(29);
    expect(await handlers['page.hello']({}, page)).toMatchObject({ task: { appId: 'thunderbird' } });
    minutes(1);
    expect(await handlers['page.hello']({}, page)).toMatchObject({ task: null });
  });

  it('is a task like any other once its page has come up', async () => {
    await open('thunderbird');
    await reports(LIST);
    minutes(600);
    expect(await handlers['page.hello']({}, page)).toMatchObject({ task: { appId: 'thunderbird' } });
  });

  it('goes on where it was when the sign-in leads back to the same link', async () => {
    await open('thunderbird');
    await reports(LIST);
    const before = stored;
    expect(await open('thunderbird')).toBe(true);
    expect(stored).toBe(before);
  });

  it('asks, once one was made, whether the same link is about another', async () => {
    await open('thunderbird');
    await reports({ kind: 'list', names: [], rows: 2 });
    await reports({ kind: 'result' });
    await reports({ kind: 'list', names: ['Thunderbird Windows PC'], rows: 3 });
    await open('thunderbird');
    expect(stored?.task).toMatchObject({ seen: { made: 'Thunderbird Windows PC' } });
    expect(stored?.offer).toMatchObject({ link: 'thunderbird' });
  });

  it('asks before it takes the place of a running guide', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    await reports(LIST);
    expect(await open('thunderbird')).toBe(true);
    expect(stored?.task).toMatchObject({ appId: 'msmtp' });
    expect(stored?.offer).toEqual({ link: 'thunderbird', appName: 'Thunderbird' });
    expect(done.at(-1)).toBe(`push ${TASK_ID} asks thunderbird`);
    await answer(false);
    expect(stored?.task).toMatchObject({ appId: 'msmtp' });
    expect(stored).not.toHaveProperty('offer');
    await open('thunderbird');
    await answer(true);
    expect(stored?.task).toMatchObject({ appId: 'thunderbird' });
    expect(stored).not.toHaveProperty('offer');
  });

  it('takes the place of a rehearsal, and of a link whose page never came up', async () => {
    await handlers['guide.start']({ ...REQUEST, where: 'rehearsal' }, { tabId: null });
    await open('delete');
    expect(stored?.task.kind).toBe('review');
    await open('thunderbird');
    expect(stored?.task.kind).toBe('create');
  });

  it('hears no answer to a question nobody asked', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const before = stored;
    await answer(true);
    expect(stored).toBe(before);
  });
});
