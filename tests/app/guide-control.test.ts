import { beforeEach, describe, expect, it } from 'vitest';
import { createGuideControl, type GuidePorts } from '@/utils/app/guide-control.ts';
import type { GuideState } from '@/utils/app/guide-state.ts';
import { viewOf } from '@/utils/app/panel-client.ts';
import { aSighting, TASK_ID } from '../support/builders.ts';

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

const ports: GuidePorts = {
  load: async () => stored,
  save: async (state) => {
    stored = state;
  },
  push: async (task) => {
    done.push(`push ${task?.id ?? 'none'}`);
    return alive;
  },
  showPage: async (where, tabs) => void done.push(`show ${where} ${tabs.join()}`),
  openPanel: async (tab) => void done.push(`panel ${tab}`),
  now: () => new Date('2026-11-22T09:00:00Z'),
  randomId: () => TASK_ID,
};

beforeEach(() => {
  stored = null;
  done = [];
  alive = [7];
});

describe('the guide control', () => {
  const { handlers, tabClosed } = createGuideControl(ports);

  it('starts a task, tells the pages and shows one', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    expect(stored?.task).toMatchObject({ ...REQUEST, kind: 'create', startedAt: '2026-11-22T09:00:00.000Z' });
    expect(done).toEqual([`push ${TASK_ID}`, 'show microsoft 7']);
    expect(await handlers['page.hello']({}, page)).toEqual(stored?.task);
  });

  it("keeps a rehearsal off Microsoft's pages", async () => {
    await handlers['guide.start']({ ...REQUEST, where: 'rehearsal' }, { tabId: null });
    expect(await handlers['page.hello']({}, page)).toBeNull();
  });

  it('records what a page reports, all reports in turn', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const report = (state: Parameters<typeof aSighting>[0]) =>
      handlers['page.report']({ taskId: TASK_ID, sighting: aSighting(state) }, page);
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
    await handlers['page.report']({ taskId, sighting: aSighting({ kind: 'result' }) }, page);
    await handlers['card.stop']({ taskId }, page);
    await handlers['page.interferes']({ taskId }, page);
    expect(stored).toBe(before);
  });

  it('forgets the page when it goes, not when another does', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    const report = () =>
      handlers['page.report']({ taskId: TASK_ID, sighting: aSighting({ kind: 'creating' }) }, page);
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

  it('hands over to the panel when a page interferes', async () => {
    await handlers['guide.start'](REQUEST, { tabId: null });
    await handlers['page.interferes']({ taskId: TASK_ID }, page);
    expect(stored && viewOf(stored).advice.help).toBe('page-interferes');
  });
});
