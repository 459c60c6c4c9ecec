/**
 * What the background says to pages: the running task, or that there is none. Read by hand and not with
 * the schemas of protocol.ts: this is the one thing the content script receives, and the library alone
 * would cost it two of its twenty KiB.
 */
import { NAME_MAX_LENGTH, NAME_MIN_LENGTH, type Seen, type Task } from '../guide/task.ts';

export interface Push {
  readonly push: 'task';
  readonly task: Task | null;
}

/** What a page accepts from the background; `null` for anything else. Only known keys are carried over. */
export function receivePush(input: unknown): Push | null {
  if (!isRecord(input) || !hasOnly(input, ['push', 'task']) || input.push !== 'task') return null;
  if (input.task === null) return { push: 'task', task: null };
  const task = readTask(input.task);
  return task && { push: 'task', task };
}

const TASK_KEYS = ['kind', 'id', 'where', 'appId', 'appName', 'device', 'name', 'startedAt', 'seen'];

/** A task as it arrives; `null` when anything in it is not as it should be. */
function readTask(input: unknown): Task | null {
  if (!isRecord(input) || !hasOnly(input, TASK_KEYS)) return null;
  const { kind, id, where, appId, appName, device, name, startedAt } = input;
  const seen = readSeen(input.seen);
  const isTask =
    kind === 'create' &&
    (where === 'microsoft' || where === 'rehearsal') &&
    isText(id) &&
    isText(appId) &&
    isText(appName) &&
    isText(device) &&
    isText(startedAt) &&
    isText(name) &&
    name.length >= NAME_MIN_LENGTH &&
    name.length <= NAME_MAX_LENGTH;
  return isTask && seen ? { kind, id, where, appId, appName, device, name, startedAt, seen } : null;
}

function readSeen(input: unknown): Seen | null {
  if (!isRecord(input) || !hasOnly(input, ['before', 'rows', 'result', 'made'])) return null;
  const { before, rows, result, made } = input;
  const isRows = rows === null || (typeof rows === 'number' && rows >= 0);
  const isNames = before === null || (Array.isArray(before) && before.length <= 200 && before.every(isText));
  const isMade = made === null || isText(made);
  return isNames && isRows && isMade && typeof result === 'boolean' ? { before, rows, result, made } : null;
}

/** A short text; nothing in a task is longer than a row's name (fields.ts). */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 256;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(record: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(record).every((key) => keys.includes(key));
}
