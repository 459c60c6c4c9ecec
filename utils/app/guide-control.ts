/**
 * The use cases of a running guide: start, report, leave, stop. Storage, tabs and clock come in as ports.
 * The background is the only writer; calls are carried out one after the other, so that two reports at
 * once can't overwrite each other.
 */

import { isPlainLink, type LinkOffer } from '../guide/offer.ts';
import type { ReviewTask, Task } from '../guide/task.ts';
import { addedNames, witness } from '../guide/witness.ts';
import { type PageSeen, pageSeen, readPageLog, withPage } from '../helpdesk/page-log.ts';
import { readStructure, wireOf } from '../helpdesk/structure.ts';
import type { Handlers, Payload, ReminderMessage, SightingReport } from '../messages/protocol.ts';
import type { Push } from '../messages/push.ts';
import { type GuideState, LINK_MS, remembered } from './guide-state.ts';

/** What a task for one app is made of, when a link asks for it. */
export interface LinkedApp {
  readonly appName: string;
  readonly device: string;
  readonly name: string;
}

export interface GuidePorts {
  load(): Promise<GuideState | null>;
  save(state: GuideState | null): Promise<void>;
  /** Tells every open page of Microsoft's what is running. @returns the tabs that can show it at once */
  push(push: Push): Promise<readonly number[]>;
  /** Brings one of `tabIds` to the front, or opens the page a task plays on. */
  showPage(where: Task['where'], tabIds: readonly number[]): Promise<void>;
  /** Shows the panel beside the page as far as the browser lets us. */
  openPanel(tabId: number | null): Promise<void>;
  /** @returns `null` when a link may not ask for it: nothing built in or given by the organisation has this id, or it is hidden */
  linkedApp(id: string): Promise<LinkedApp | null>;
  /** The pages seen lately, as stored. */
  loadLog(): Promise<unknown>;
  saveLog(log: readonly PageSeen[]): Promise<void>;
  /** Asks open pages what they are built of, this tab first. @returns the first answer, whatever it is */
  askStructure(tabId: number | null): Promise<unknown>;
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

  const current = async (): Promise<GuideState | null> => remembered(await ports.load(), ports.now());
  const push = (state: GuideState | null): Promise<readonly number[]> => ports.push(pushOf(state));

  /** Changes the state of the task `taskId`; a stale page's word on an older task changes nothing. */
  const change = (taskId: string, next: (state: GuideState) => GuideState | null): Promise<void> =>
    inTurn(async () => {
      const state = await current();
      if (state?.task.id !== taskId) return;
      const changed = next(state);
      if (changed === state) return;
      await ports.save(changed);
      if (changed?.task !== state.task) await push(changed);
    });

  const stateOf = (make: MakeTask): GuideState => ({
    task: make({ id: ports.randomId(), startedAt: ports.now().toISOString() }),
    page: null,
    isInterferedWith: false,
  });
  const begin = (make: MakeTask): Promise<void> =>
    inTurn(async () => {
      const state = stateOf(make);
      await ports.save(state);
      await ports.showPage(state.task.where, await push(state));
    });

  /** Starts what a link asks for. The page is there already or will be; nothing is brought to the front. */
  const follow = async (link: string, make: MakeTask): Promise<void> => {
    const until = new Date(ports.now().getTime() + LINK_MS).toISOString();
    const state = { ...stateOf(make), link: { id: link, until } };
    await ports.save(state);
    await push(state);
  };

  const opened = async (link: string): Promise<boolean> => {
    const wanted = await taskOf(link, ports);
    if (!wanted) return false;
    const state = await current();
    // The same link once more, as when a sign-in leads back to it: the guide goes on.
    if (state?.link?.id === link && !isMade(state.task)) return true;
    if (state === null || !isInUse(state)) await follow(link, wanted.make);
    else {
      const asking = { ...state, offer: { link, appName: wanted.appName } };
      await ports.save(asking);
      await push(asking);
    }
    return true;
  };

  const answer = async (take: boolean): Promise<void> => {
    const state = await current();
    if (!state?.offer) return;
    const { offer, ...others } = state;
    const wanted = take ? await taskOf(offer.link, ports) : null;
    if (wanted) await follow(offer.link, wanted.make);
    else {
      await ports.save(others);
      await push(others);
    }
  };

  /** Changes the running task by a word of the person's. */
  const amend = (next: (task: Task) => Task): Promise<void> =>
    inTurn(async () => {
      const state = await current();
      if (!state) return;
      const task = next(state.task);
      if (task === state.task) return;
      const amended = { ...state, task };
      await ports.save(amended);
      await push(amended);
    });

  const stop = (): Promise<void> =>
    inTurn(async () => {
      await ports.save(null);
      await push(null);
    });

  const leave = (state: GuideState, tabId: number | null): GuideState =>
    state.page !== null && state.page.tabId === tabId ? { ...state, page: null } : state;

  return {
    handlers: {
      'page.hello': async () => {
        return pushOf(await current());
      },
      'link.opened': ({ link }) => inTurn(() => opened(link)),
      'link.answer': ({ take }) => inTurn(() => answer(take)),
      'page.report': async ({ taskId, sighting, how }, { tabId }) => {
        if (tabId === null) return;
        await change(taskId, (state) => ({
          ...arrived(state, sighting.state.kind),
          task: witness(state.task, sighting.state),
          page: { tabId, sighting },
        }));
        await inTurn(async () => {
          const task = (await ports.load())?.task;
          if (task?.id !== taskId) return;
          const log = readPageLog(await ports.loadLog());
          const next = withPage(log, pageSeen(task, sighting.state, how));
          if (next !== log) await ports.saveLog(next);
        });
      },
      'page.left': ({ taskId }, { tabId }) => change(taskId, (state) => leave(state, tabId)),
      'page.interferes': ({ taskId }) => change(taskId, (state) => ({ ...state, isInterferedWith: true })),
      'card.stop': ({ taskId }) => change(taskId, () => null),
      'card.open-panel': (_, { tabId }) => ports.openPanel(tabId),
      'guide.start': (request) => begin((base) => create(base, request)),
      'guide.delete': (request) =>
        begin((base) => ({
          kind: 'delete',
          ...base,
          ...request,
          row: null,
          seen: { before: null, asked: false, gone: false, others: [], lost: [] },
        })),
      'guide.review': (request) => begin((base) => review(base, 'compare', request.where)),
      'guide.choose-row': ({ row }) => amend((task) => (task.kind === 'delete' ? { ...task, row } : task)),
      'guide.go-on': () => amend(pastMistake),
      'guide.done': () => amend(doneByWord),
      'guide.stop': stop,
      'guide.structure': async () => {
        const answer = await ports.askStructure((await ports.load())?.page?.tabId ?? null);
        const structure = readStructure(answer);
        return structure && wireOf(structure);
      },
      'guide.show-page': () =>
        inTurn(async () => {
          const state = await current();
          if (state)
            await ports.showPage(state.task.where, state.page ? [state.page.tabId] : await push(state));
        }),
    },
    inventoryLocked: () =>
      inTurn(async () => {
        if ((await current())?.task.kind !== 'review') return;
        await ports.save(null);
        await push(null);
      }),
    tabClosed: (tabId) =>
      inTurn(async () => {
        const state = await current();
        if (!state) return;
        const left = leave(state, tabId);
        if (left !== state) await ports.save(left);
      }),
  };
}

/** The task once the person has seen what was deleted by mistake: it begins again at the wanted row. */
function pastMistake(task: Task): Task {
  if (task.kind !== 'delete' || task.seen.lost.length === 0) return task;
  const others = addedNames(task.seen.lost, task.seen.others);
  return { ...task, seen: { ...task.seen, asked: false, others, lost: [] } };
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

type Base = Pick<Task, 'id' | 'startedAt'>;
type MakeTask = (base: Base) => Task;

function create(base: Base, request: Payload<'guide.start'>): Task {
  return {
    kind: 'create',
    ...base,
    ...request,
    seen: { before: null, rows: null, result: false, made: null },
  };
}

function review(base: Base, purpose: ReviewTask['purpose'], where: Task['where']): Task {
  return { kind: 'review', ...base, purpose, where, tag: null, seen: { names: null } };
}

/** What a link asks for; `null` when nothing has this id. */
async function taskOf(
  link: string,
  { linkedApp }: Pick<GuidePorts, 'linkedApp'>,
): Promise<{ readonly make: MakeTask; readonly appName: LinkOffer['appName'] } | null> {
  if (isPlainLink(link)) return { make: (base) => review(base, link, 'microsoft'), appName: '' };
  const app = await linkedApp(link);
  if (!app) return null;
  return {
    make: (base) => create(base, { appId: link, ...app, where: 'microsoft', tag: null }),
    appName: app.appName,
  };
}

/** One was made: the same link once more is about another one. */
function isMade(task: Task): boolean {
  return task.kind === 'create' && task.seen.made !== null;
}

/** Whether a person would miss it: a rehearsal and a link whose page never came up are nothing yet. */
function isInUse({ task, link }: GuideState): boolean {
  return task.where === 'microsoft' && (link === undefined || link.until === null);
}

/** A page that shows something has come up: from then on the task is one like any other. */
function arrived(state: GuideState, kind: SightingReport['state']['kind']): GuideState {
  if (!state.link?.until || kind === 'elsewhere' || kind === 'unrecognised') return state;
  return { ...state, link: { id: state.link.id, until: null } };
}

/** What pages of Microsoft's are told. */
function pushOf(state: GuideState | null): Push {
  const isTheirs = state?.task.where === 'microsoft';
  return {
    push: 'task',
    task: isTheirs ? state.task : null,
    offer: (isTheirs && state.offer) || null,
  };
}
