/**
 * What the background says to pages: the running task, that there is none, or that a person wants to know
 * what the page is built of. Read by hand and not with
 * the schemas of protocol.ts: this is the one thing the content script receives, and the library alone
 * would cost it two of its twenty KiB.
 */

import type { LinkOffer } from '../guide/offer.ts';
import {
  type CreateTask,
  type DeleteSeen,
  type DeleteTask,
  NAME_MAX_LENGTH,
  NAME_MIN_LENGTH,
  type ReviewTask,
  type Seen,
  type Task,
} from '../guide/task.ts';
import { isRecord } from '../lib/is-record.ts';

export interface Push {
  readonly push: 'task';
  readonly task: Task | null;
  /** What a link asks for while the task is running; `null` mostly. */
  readonly offer: LinkOffer | null;
}

/** Asks a page what it is built of, without its text (utils/pages/structure.ts). */
export const STRUCTURE_QUESTION = { push: 'structure' } as const;

/** Whether the background asks that, and nothing else. */
export function isStructureQuestion(input: unknown): boolean {
  return isRecord(input) && hasOnly(input, ['push']) && input.push === STRUCTURE_QUESTION.push;
}

/** What a page accepts from the background; `null` for anything else. Only known keys are carried over. */
export function receivePush(input: unknown): Push | null {
  if (!isRecord(input) || !hasOnly(input, ['push', 'task', 'offer']) || input.push !== 'task') return null;
  const offer = input.offer == null ? null : readOffer(input.offer);
  if (input.offer != null && offer === null) return null;
  if (input.task === null) return { push: 'task', task: null, offer };
  const task = readTask(input.task);
  return task && { push: 'task', task, offer };
}

function readOffer(input: unknown): LinkOffer | null {
  if (!isRecord(input) || !hasOnly(input, ['link', 'appName'])) return null;
  const { link, appName } = input;
  return isText(link) && isText(appName) ? { link, appName } : null;
}

/** A task as it arrives; `null` when anything in it is not as it should be. */
function readTask(input: unknown): Task | null {
  if (!isRecord(input)) return null;
  const { kind, id, where, startedAt, tag } = input;
  if (where !== 'microsoft' && where !== 'rehearsal') return null;
  if (!isText(id) || !isText(startedAt) || (tag !== null && !isText(tag))) return null;
  const base: Base = { id, where, startedAt, tag };
  if (kind === 'create') return readCreate(base, input);
  if (kind === 'delete') return readDelete(base, input);
  return kind === 'review' ? readReview(base, input) : null;
}

const BASE_KEYS = ['kind', 'id', 'where', 'startedAt', 'tag', 'seen'];
type Base = Pick<Task, 'id' | 'where' | 'startedAt' | 'tag'>;
type Input = Record<string, unknown>;

function readCreate(base: Base, input: Input): CreateTask | null {
  const { appId, appName, device, name, seen } = input;
  if (!hasOnly(input, [...BASE_KEYS, 'appId', 'appName', 'device', 'name']) || !isSeen(seen)) return null;
  const isTask =
    isText(appId) &&
    isText(appName) &&
    isText(device) &&
    isText(name) &&
    name.length >= NAME_MIN_LENGTH &&
    name.length <= NAME_MAX_LENGTH;
  return isTask ? { kind: 'create', ...base, appId, appName, device, name, seen } : null;
}

function readDelete(base: Base, input: Input): DeleteTask | null {
  const { name, row, seen } = input;
  const isTask =
    hasOnly(input, [...BASE_KEYS, 'name', 'row']) && isText(name) && (row === null || isCount(row));
  return isTask && isDeleteSeen(seen) ? { kind: 'delete', ...base, name, row, seen } : null;
}

function readReview(base: Base, input: Input): ReviewTask | null {
  const { purpose, seen } = input;
  if (purpose !== 'compare' && purpose !== 'delete') return null;
  return hasOnly(input, [...BASE_KEYS, 'purpose']) &&
    isRecord(seen) &&
    hasOnly(seen, ['names']) &&
    isNames(seen.names)
    ? { kind: 'review', ...base, purpose, seen: { names: seen.names } }
    : null;
}

function isSeen(input: unknown): input is Seen {
  return (
    isRecord(input) &&
    hasOnly(input, ['before', 'rows', 'result', 'made']) &&
    isNames(input.before) &&
    (input.rows === null || isCount(input.rows)) &&
    (input.made === null || isText(input.made)) &&
    typeof input.result === 'boolean'
  );
}

function isDeleteSeen(input: unknown): input is DeleteSeen {
  if (!isRecord(input) || !hasOnly(input, ['before', 'asked', 'gone', 'others', 'lost'])) return false;
  const { before, asked, gone, others, lost } = input;
  const isBefore =
    before === null ||
    (isRecord(before) &&
      hasOnly(before, ['same', 'others']) &&
      isCount(before.same) &&
      isCount(before.others));
  const areNames = Array.isArray(others) && Array.isArray(lost) && isNames(others) && isNames(lost);
  return isBefore && areNames && typeof asked === 'boolean' && typeof gone === 'boolean';
}

function isNames(value: unknown): value is readonly string[] | null {
  return value === null || (Array.isArray(value) && value.length <= 200 && value.every(isText));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** A short text; nothing in a task is longer than a row's name (fields.ts). */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 256;
}

function hasOnly(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(record).every((key) => keys.includes(key));
}
