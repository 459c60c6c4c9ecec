/**
 * An entry as bytes and back, and the limits of its fields. What comes out of a record or a file is read
 * field by field: unknown keys vanish, wrong ones make the record unreadable. No storage, no keys.
 */
import type { Day } from '../lib/day.ts';
import { isDay } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';
import { ROTATION_REASONS } from '../rotation/reasons.ts';
import type {
  Entry,
  EntryState,
  HistoryEvent,
  HistoryLine,
  MadeOn,
  Replacing,
  ReplacingStep,
} from './entry.ts';
import type { EntryDraft } from './record-types.ts';

/** Version of the JSON in a record. A new one needs a reader for the old one here. */
export const RECORD_SCHEMA = 1;

/** Longest texts, in UTF-16 units. */
export const LIMITS = {
  appId: 80,
  appName: 200,
  account: 320,
  device: 200,
  name: 256,
  reason: 1_000,
  note: 10_000,
  password: 1_000,
  tag: 60,
  historyNote: 1_000,
} as const;
const TAGS_MAX = 50;
/** Older lines of mere edits are dropped first, so that a record can't grow without end. */
const HISTORY_MAX = 400;

const STATES: readonly EntryState[] = ['active', 'rotating', 'old-still-valid', 'revoked', 'lost'];
const EVENTS: readonly HistoryEvent[] = [
  'tagged',
  'made',
  'edited',
  'password-kept',
  'password-dropped',
  'rotation-started',
  'replaced',
  'old-deleted',
  'revoked',
  'lost',
  'archived',
  'unarchived',
  'imported',
  'restored',
];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Plaintext grows in steps, so that the length of a box does not tell whether it holds a password. */
const STEP = 128;

export function encodeEntry(entry: Entry): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(entry));
  // JSON may end in blanks.
  const padded = new Uint8Array(Math.ceil(json.length / STEP) * STEP).fill(0x20);
  padded.set(json);
  return padded;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** @returns `null` for anything that is not an entry */
export function decodeEntry(bytes: Uint8Array): Entry | null {
  let input: unknown;
  try {
    input = JSON.parse(UTF8.decode(bytes));
  } catch {
    return null;
  }
  return readEntry(input);
}

const LINE_FEED = 0x0a;
/** As many are decoded as one text; more only costs memory. */
const TOGETHER = 4_000;

/**
 * As `decodeEntry` on each, in their order. Thousands of short texts are decoded as few long ones, because the
 * decoder's start costs more than their letters.
 */
export function decodeEntries(all: readonly Uint8Array[]): readonly (Entry | null)[] {
  const decoded: (Entry | null)[] = [];
  for (let from = 0; from < all.length; from += TOGETHER) {
    for (const entry of decodeTogether(all.slice(from, from + TOGETHER))) decoded.push(entry);
  }
  return decoded;
}

function decodeTogether(all: readonly Uint8Array[]): readonly (Entry | null)[] {
  const lines = textLines(all);
  // JSON as we write it has no line feed: something else is among them.
  if (lines?.length !== all.length) return all.map(decodeEntry);
  return all.map((bytes, at) => {
    try {
      return readEntry(JSON.parse(lines[at] ?? ''));
    } catch {
      return decodeEntry(bytes);
    }
  });
}

/** @returns `null` when one of them is no UTF-8 */
function textLines(all: readonly Uint8Array[]): readonly string[] | null {
  const joined = new Uint8Array(all.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const bytes of all) {
    joined.set(bytes, at);
    at += bytes.length;
    joined[at++] = LINE_FEED;
  }
  try {
    return UTF8.decode(joined.subarray(0, Math.max(0, at - 1))).split('\n');
  } catch {
    return null;
  }
}

export function readEntry(input: unknown): Entry | null {
  if (!isRecord(input)) return null;
  const { id, history, changedAt } = input;
  if (typeof id !== 'string' || !UUID.test(id)) return null;
  if (typeof changedAt !== 'string' || !INSTANT.test(changedAt)) return null;
  if (!Array.isArray(history) || history.length > HISTORY_MAX * 2) return null;
  const lines = history.map(readLine);
  const draft = readDraft(input);
  if (!draft.ok || lines.includes(null)) return null;
  return { id, ...draft.draft, history: lines.filter((line) => line !== null), changedAt };
}

export type ReadDraft =
  | { readonly ok: true; readonly draft: EntryDraft }
  | { readonly ok: false; readonly field: keyof EntryDraft };

/** The part a person edits, checked field by field; names the first field that is not as it should be. */
export function readDraft(input: unknown): ReadDraft {
  // Records from before there was such a field hold none.
  const source = { replacing: null, ...(isRecord(input) ? input : {}) } as Record<string, unknown>;
  const bad = DRAFT_FIELDS.find((field) => !Object.hasOwn(source, field) || !FIELDS[field](source[field]));
  if (bad) return { ok: false, field: bad };
  // Each field was checked by its own line of FIELDS.
  const checked = source as unknown as EntryDraft;
  const {
    appId,
    appName,
    account,
    device,
    name,
    purpose,
    rotateBy,
    reason,
    note,
    isSensitive,
    state,
    isArchived,
    password,
  } = checked;
  const madeOn: MadeOn =
    checked.madeOn.is === 'unknown' ? { is: 'unknown' } : { is: checked.madeOn.is, day: checked.madeOn.day };
  const tags = [...checked.tags];
  const replacing = checked.replacing && readReplacing(checked.replacing);
  return {
    ok: true,
    draft: {
      appId,
      appName,
      account,
      device,
      name,
      purpose,
      madeOn,
      rotateBy,
      reason,
      note,
      tags,
      isSensitive,
      state,
      replacing,
      isArchived,
      password,
    },
  };
}

const FIELDS: { readonly [Field in keyof EntryDraft]: (value: unknown) => boolean } = {
  appId: (value) => value === null || isText(value, LIMITS.appId),
  appName: (value) => isText(value, LIMITS.appName),
  account: (value) => isText(value, LIMITS.account),
  device: (value) => isText(value, LIMITS.device),
  name: (value) => isText(value, LIMITS.name),
  purpose: (value) => value === 'send' || value === 'other',
  madeOn: isMadeOn,
  rotateBy: (value) => value === null || isRealDay(value),
  reason: (value) => isText(value, LIMITS.reason),
  note: (value) => isText(value, LIMITS.note),
  tags: (value) =>
    Array.isArray(value) && value.length <= TAGS_MAX && value.every((tag) => isText(tag, LIMITS.tag)),
  isSensitive: (value) => typeof value === 'boolean',
  state: (value) => STATES.includes(value as EntryState),
  replacing: (value) => value === null || readReplacing(value) !== null,
  isArchived: (value) => typeof value === 'boolean',
  password: (value) => value === null || isText(value, LIMITS.password),
};

const DRAFT_FIELDS = Object.keys(FIELDS) as readonly (keyof EntryDraft)[];

export function draftOf(entry: Entry): EntryDraft {
  const { id: _id, history: _history, changedAt: _changedAt, ...draft } = entry;
  return draft;
}

const ORDERS: readonly Replacing['order'][] = ['make-first', 'delete-first', 'retire'];
const STEPS: readonly ReplacingStep[] = ['make', 'enter', 'test', 'switch', 'delete'];

function readReplacing(input: unknown): Replacing | null {
  if (!isRecord(input)) return null;
  const { why, order, oldName, done } = input;
  const reason = ROTATION_REASONS.find(({ id }) => id === why);
  if (!reason || !ORDERS.includes(order as Replacing['order']) || !isText(oldName, LIMITS.name)) return null;
  if (!Array.isArray(done) || !done.every((step) => STEPS.includes(step))) return null;
  if (new Set(done).size !== done.length) return null;
  return { why: reason.id, order: order as Replacing['order'], oldName, done: [...done] };
}

function isMadeOn(value: unknown): value is MadeOn {
  if (!isRecord(value)) return false;
  return (
    value.is === 'unknown' || ((value.is === 'known' || value.is === 'estimated') && isRealDay(value.day))
  );
}

function readLine(input: unknown): HistoryLine | null {
  if (!isRecord(input)) return null;
  const { at, event, note } = input;
  if (typeof at !== 'string' || !INSTANT.test(at) || !EVENTS.includes(event as HistoryEvent)) return null;
  if (note !== undefined && !isText(note, LIMITS.historyNote)) return null;
  const line = { at, event: event as HistoryEvent };
  return note === undefined ? line : { ...line, note };
}

function isRealDay(value: unknown): boolean {
  return typeof value === 'string' && isDay(value);
}

/** Half a surrogate pair would not survive UTF-8: such text is refused rather than changed. */
function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most && (value as WellFormed).isWellFormed();
}

/** In every browser since 2023; not yet in the language level the types are of. */
type WellFormed = string & { isWellFormed(): boolean };

/** The fields in which two entries differ, as a person would see it. */
export function differingFields(a: EntryDraft, b: EntryDraft): (keyof EntryDraft)[] {
  return DRAFT_FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** A new entry from what a person wrote. */
export function newEntry(draft: EntryDraft, id: string, at: string, event: HistoryEvent = 'tagged'): Entry {
  const events: HistoryEvent[] = draft.password === null ? [event] : [event, 'password-kept'];
  return { id, ...draft, history: events.map((each) => ({ at, event: each })), changedAt: at };
}

/** The entry after an edit, with what happened written into its history. */
export function editedEntry(before: Entry, draft: EntryDraft, at: string): Entry {
  const events = eventsOf(before, draft);
  return {
    ...before,
    ...draft,
    history: shortened([...before.history, ...events.map((event) => ({ at, event }))]),
    changedAt: at,
  };
}

const STATE_EVENTS: { readonly [State in EntryState]: HistoryEvent } = {
  active: 'edited',
  rotating: 'rotation-started',
  'old-still-valid': 'replaced',
  revoked: 'revoked',
  lost: 'lost',
};

function eventsOf(before: Entry, draft: EntryDraft): HistoryEvent[] {
  const events = new Set<HistoryEvent>();
  for (const field of differingFields(before, draft)) {
    if (field === 'state') {
      const isOldDeleted = before.state === 'old-still-valid' && draft.state === 'active';
      // The old one deleted before the new one is tried: the replacement goes on, it does not begin.
      const goesOn = before.replacing !== null && draft.state === 'rotating';
      if (!goesOn) events.add(isOldDeleted ? 'old-deleted' : STATE_EVENTS[draft.state]);
    } else if (field === 'replacing') {
      const isNow = (draft: Pick<Entry, 'replacing'>) => draft.replacing?.done.includes('delete') ?? false;
      if (isNow(draft) && !isNow(before)) events.add('old-deleted');
    } else if (field === 'isArchived') events.add(draft.isArchived ? 'archived' : 'unarchived');
    else if (field === 'password') events.add(draft.password === null ? 'password-dropped' : 'password-kept');
    else events.add('edited');
  }
  // "Edited" beside something that says more adds nothing.
  if (events.size > 1) events.delete('edited');
  return [...events];
}

function shortened(history: readonly HistoryLine[]): readonly HistoryLine[] {
  if (history.length <= HISTORY_MAX) return history;
  const surplus = history.length - HISTORY_MAX;
  const edits = history
    .flatMap((line, at) => (line.event === 'edited' && !line.note ? [at] : []))
    .slice(0, surplus);
  const dropped = new Set(edits);
  const kept = history.filter((_, at) => !dropped.has(at));
  // The first line says when it was tagged: it stays.
  return kept.length <= HISTORY_MAX
    ? kept
    : [...kept.slice(0, 1), ...kept.slice(1 + kept.length - HISTORY_MAX)];
}

export function withHistory(entry: Entry, event: HistoryEvent, at: string): Entry {
  return { ...entry, history: shortened([...entry.history, { at, event }]), changedAt: at };
}

/** The day a reminder is due, kept in the clear beside the record; `null` for none. */
export function dueDayOf(entry: Entry): Entry['rotateBy'] {
  const isOver = entry.isArchived || entry.state === 'revoked' || entry.state === 'lost';
  return isOver ? null : entry.rotateBy;
}

/** What has to be written so that the days kept in the clear are those of the entries; `null` removes one. */
export function differingDues(
  stored: Iterable<{ readonly id: string; readonly day: Day }>,
  rows: Iterable<{ readonly entry: Entry }>,
): ReadonlyMap<string, Day | null> {
  const wanted = new Map(
    [...rows].flatMap(({ entry }) => {
      const day = dueDayOf(entry);
      return day ? [[entry.id, day] as const] : [];
    }),
  );
  const changes = new Map<string, Day | null>(wanted);
  for (const { id, day } of stored) {
    if (wanted.get(id) === day) changes.delete(id);
    else if (!wanted.has(id)) changes.set(id, null);
  }
  return changes;
}
