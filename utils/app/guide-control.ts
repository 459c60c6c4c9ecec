/**
 * The use cases of a running guide: start, report, leave, stop. Storage, tabs and clock come in as ports.
 * The background is the only writer; calls are carried out one after the other, so that two reports at
 * once can't overwrite each other.
 */

import type { Task } from '../guide/task.ts';
import { witness } from '../guide/witness.ts';
import type { Handlers, ReminderMessage } from '../messages/protocol.ts';
import type { GuideState } from './guide-state.ts';

export interface GuidePorts {
  load(): Promise<GuideState | null>;
  save(state: GuideState | null): Promise<void>;
  /** Tells every open page of Microsoft's which task is running. @returns the tabs that can show it at once */
  push(task: Task | null): Promise<readonly number[]>;
  /** Brings one of `tabIds` to the front, or opens the page a task plays on. */
  showPage(where: Task['where'], tabIds: readonly number[]): Promise<void>;
  /** Shows the panel beside the page as far as the browser lets us. */
  openPanel(tabId: number | null): Promise<void>;
  now(): Date;
  randomId(): string;
}

export interface SenderContext {
  /** The sender's tab; `null` for the side panel. */
  readonly tabId: number | null;
}

export interface GuideControl {
  readonly handlers: Omit<Handlers<SenderContext>, ReminderMessage>;
  /** A tab was closed. */
  tabClosed(tabId: number): Promise<void>;
  /** The inventory was locked: the names that were read to compare them with it are forgotten. */
  inventoryLocked(): Promise<void>;
}

export function createGuideControl(ports: GuidePorts): GuideControl {
  let queue: Promise<unknown> = Promise.resolve();
  /** Runs after everything that was asked for before it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  /** Changes the state of the task `taskId`; a stale page's word on an older task changes nothing. */
  const change = (taskId: string, next: (state: GuideState) => GuideState | null): Promise<void> =>
    inTurn(async () => {
      const state = await ports.load();
      if (state?.task.id !== taskId) return;
      const changed = next(state);
      if (changed === state) return;
      await ports.save(changed);
      if (changed?.task !== state.task) await ports.push(changed?.task ?? null);
    });

  const begin = (make: (base: Pick<Task, 'id' | 'startedAt'>) => Task): Promise<void> =>
    inTurn(async () => {
      const task = make({ id: ports.randomId(), startedAt: ports.now().toISOString() });
      await ports.save({ task, page: null, isInterferedWith: false });
      await ports.showPage(task.where, await ports.push(task));
    });

  /** Changes the running task by a word of the person's. */
  const amend = (next: (task: Task) => Task): Promise<void> =>
    inTurn(async () => {
      const state = await ports.load();
      if (!state) return;
      const task = next(state.task);
      if (task === state.task) return;
      await ports.save({ ...state, task });
      await ports.push(task);
    });

  const stop = (): Promise<void> =>
    inTurn(async () => {
      await ports.save(null);
      await ports.push(null);
    });

  const leave = (state: GuideState, tabId: number | null): GuideState =>
    state.page !== null && state.page.tabId === tabId ? { ...state, page: null } : state;

  return {
    handlers: {
      'page.hello': async () => {
        const task = (await ports.load())?.task;
        return task?.where === 'microsoft' ? task : null;
      },
      'page.report': ({ taskId, sighting }, { tabId }) =>
        tabId === null
          ? Promise.resolve()
          : change(taskId, (state) => ({
              ...state,
              task: witness(state.task, sighting.state),
              page: { tabId, sighting },
            })),
      'page.left': ({ taskId }, { tabId }) => change(taskId, (state) => leave(state, tabId)),
      'page.interferes': ({ taskId }) => change(taskId, (state) => ({ ...state, isInterferedWith: true })),
      'card.stop': ({ taskId }) => change(taskId, () => null),
      'card.open-panel': (_, { tabId }) => ports.openPanel(tabId),
      'guide.start': (request) =>
        begin((base) => ({
          kind: 'create',
          ...base,
          ...request,
          seen: { before: null, rows: null, result: false, made: null },
        })),
      'guide.delete': (request) =>
        begin((base) => ({
          kind: 'delete',
          ...base,
          ...request,
          row: null,
          seen: { before: null, asked: false, gone: false },
        })),
      'guide.review': (request) =>
        begin((base) => ({ kind: 'review', ...base, ...request, tag: null, seen: { names: null } })),
      'guide.choose-row': ({ row }) => amend((task) => (task.kind === 'delete' ? { ...task, row } : task)),
      'guide.done': () => amend(doneByWord),
      'guide.stop': stop,
      'guide.show-page': () =>
        inTurn(async () => {
          const state = await ports.load();
          if (state)
            await ports.showPage(
              state.task.where,
              state.page ? [state.page.tabId] : await ports.push(state.task),
            );
        }),
    },
    inventoryLocked: () =>
      inTurn(async () => {
        if ((await ports.load())?.task.kind !== 'review') return;
        await ports.save(null);
        await ports.push(null);
      }),
    tabClosed: (tabId) =>
      inTurn(async () => {
        const state = await ports.load();
        if (!state) return;
        const left = leave(state, tabId);
        if (left !== state) await ports.save(left);
      }),
  };
}

/** The task as the person says it ended, where the page can't be read. */
function doneByWord(task: Task): Task {
  switch (task.kind) {
    case 'create':
      return { ...task, seen: { ...task.seen, result: true, made: task.name } };
    case 'delete':
      return { ...task, seen: { ...task.seen, gone: true } };
    case 'review':
      return task;
  }
}
