/**
 * The last pages a guide has seen, as a diagnostic report tells them: what each was taken for, how it was
 * recognised, what could not be marked. Closed sets and numbers; no name, label or address of a page.
 */
import type { Task } from '../guide/task.ts';
import { isRecord } from '../lib/is-record.ts';
import { labelLanguages } from '../pages/labels.ts';
import {
  LAYERS,
  type Layer,
  PAGE_STATE_KINDS,
  type PageState,
  type PageStateKind,
  TARGET_NAMES,
  type TargetName,
} from '../pages/security-info/state.ts';

/** What a state's own fields say, without any text. */
const DETAILS = [
  'loading',
  'open',
  'readable',
  'unreadable',
  'offered',
  'chosen',
  'not-listed',
  'refused',
  'ready',
  'empty',
  'limit',
  'error',
] as const;
type Detail = (typeof DETAILS)[number];

const TASKS = ['create', 'delete', 'review'] as const satisfies readonly Task['kind'][];
const PLACES = ['microsoft', 'rehearsal'] as const satisfies readonly Task['where'][];

export interface PageSeen {
  readonly where: Task['where'];
  readonly task: Task['kind'];
  readonly state: PageStateKind;
  readonly detail: Detail | null;
  /** App passwords whose names could be read, and rows of any kind; `null` where there is no list. */
  readonly count: number | null;
  readonly layer: Layer;
  readonly missed: TargetName | null;
  readonly language: string | null;
}

/** How many are remembered; older ones go. */
export const PAGES_SEEN = 30;

/** The counted part of a list is told up to this number; Microsoft allows 40. */
const MOST_COUNTED = 200;

export function pageSeen(
  { where, kind }: Pick<Task, 'where' | 'kind'>,
  state: PageState,
  how: Pick<PageSeen, 'layer' | 'missed' | 'language'>,
): PageSeen {
  const count = state.kind === 'list' ? Math.min(state.names?.length ?? state.rows, MOST_COUNTED) : null;
  const { layer, missed, language } = how;
  return { where, task: kind, state: state.kind, detail: detailOf(state), count, layer, missed, language };
}

function detailOf(state: PageState): Detail | null {
  switch (state.kind) {
    case 'unrecognised':
      return state.open ? 'open' : 'loading';
    case 'list':
      return state.names === null ? 'unreadable' : 'readable';
    case 'picker':
      return state.appPassword;
    case 'name':
      return state.refused ? 'refused' : state.ready ? 'ready' : 'empty';
    case 'failed':
      return state.limit ? 'limit' : 'error';
    default:
      return null;
  }
}

/** The log with one more; the same sight twice in a row counts once. */
export function withPage(log: readonly PageSeen[], seen: PageSeen): readonly PageSeen[] {
  if (JSON.stringify(log.at(-1)) === JSON.stringify(seen)) return log;
  return [...log, seen].slice(-PAGES_SEEN);
}

/** The log as stored: whatever in it is no page as above is left out. */
export function readPageLog(stored: unknown): readonly PageSeen[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(-PAGES_SEEN).flatMap((input: unknown) => {
    if (!isRecord(input)) return [];
    const where = one(PLACES, input.where);
    const task = one(TASKS, input.task);
    const state = one(PAGE_STATE_KINDS, input.state);
    const layer = one(LAYERS, input.layer);
    if (!where || !task || !state || !layer) return [];
    const { count } = input;
    const isCount =
      typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_COUNTED;
    return {
      where,
      task,
      state,
      detail: one(DETAILS, input.detail),
      count: isCount ? count : null,
      layer,
      missed: one(TARGET_NAMES, input.missed),
      language: one(labelLanguages(), input.language),
    };
  });
}

function one<Known extends string>(known: readonly Known[], value: unknown): Known | null {
  return known.find((each) => each === value) ?? null;
}

/** e.g. `picker not-listed · test-id · en · no show-more`. */
export function pageLine({ where, task, state, detail, count, layer, missed, language }: PageSeen): string {
  const what = [state, detail, count].filter((part) => part !== null).join(' ');
  const parts = [
    what,
    layer,
    language ?? '?',
    missed && `no ${missed}`,
    task,
    where === 'rehearsal' && where,
  ];
  return parts.filter(Boolean).join(' · ');
}
