/**
 * An entry as named texts and back: what goes into the columns of a table and the custom fields of another
 * program. README.md in this folder documents the texts. Strict with what Keytag wrote, lenient with others'.
 */
import type { Day } from '../../lib/day.ts';
import { isDay } from '../../lib/days.ts';
import type { Entry, EntryState, HistoryEvent, HistoryLine, MadeOn } from '../entry.ts';
import { newEntry } from '../record.ts';
import type { EntryDraft } from '../record-types.ts';
import { fold } from '../search.ts';
import type { Collector, Where } from './collect.ts';
import type { FieldKey } from './outcome.ts';

export type Texts = Partial<Record<FieldKey, string>>;

/** Version of these texts; stands in the field `Keytag`. */
const VERSION = 1;

/** Names of the custom fields in other programs. Never translated: they are read again. */
const FIELD_NAMES: Readonly<Record<Exclude<FieldKey, 'account' | 'note' | 'password'>, string>> = {
  name: 'Name at Microsoft',
  app: 'App',
  appId: 'App ID',
  device: 'Device',
  state: 'State',
  purpose: 'Purpose',
  made: 'Made on',
  rotateBy: 'Rotate by',
  reason: 'Reason',
  tags: 'Tags',
  sensitive: 'Sensitive',
  archived: 'Archived',
  history: 'History',
  changed: 'Changed',
  keytag: 'Keytag',
};
const KEY_OF_NAME = new Map(
  (Object.entries(FIELD_NAMES) as [FieldKey, string][]).map(([key, name]) => [name, key]),
);
export const keyOfFieldName = (name: string): FieldKey | undefined => KEY_OF_NAME.get(name);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MARKER = /^(\d{1,6}) ([0-9a-f-]{36}) (\d{1,6})\/(\d{1,6})$/;

/** What the field `Keytag` says: version, identity, and the place among how many. */
export interface Marker {
  readonly version: number;
  readonly id: string;
  readonly place: number;
  readonly of: number;
}

export function readMarker(text: string | undefined): Marker | null {
  const [, version, id, place, of] = MARKER.exec(text ?? '') ?? [];
  if (!id || !UUID.test(id)) return null;
  return { version: Number(version), id, place: Number(place), of: Number(of) };
}

/** How many entries a cut text file was to hold, if it says so in a marker that is still there. */
export function expectedCount(text: string): number | null {
  const found = /\b\d{1,6} [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} \d{1,6}\/(\d{1,6})\b/.exec(
    text.slice(0, 1_000_000),
  );
  return found ? Number(found[1]) : null;
}

/** @param place from 1 */
export function textsOf(entry: Entry, place: number, of: number): Record<FieldKey, string> {
  return {
    name: entry.name,
    app: entry.appName,
    appId: entry.appId ?? '',
    account: entry.account,
    device: entry.device,
    state: entry.state,
    purpose: entry.purpose,
    made: madeText(entry.madeOn),
    rotateBy: entry.rotateBy ?? '',
    reason: entry.reason,
    note: entry.note,
    tags: tagsText(entry.tags),
    sensitive: entry.isSensitive ? 'yes' : '',
    archived: entry.isArchived ? 'yes' : '',
    password: entry.password ?? '',
    history: entry.history.map(lineText).join('\n'),
    changed: entry.changedAt,
    keytag: `${VERSION} ${entry.id} ${place}/${of}`,
  };
}

/** Other programs need a title; the app's name stands in for a missing name. */
export const titleOf = (entry: Entry): string => entry.name || entry.appName;

/**
 * The custom fields of an entry, without those another program has a place of its own for.
 * @param native keys that need no field
 */
export function customFields(
  texts: Record<FieldKey, string>,
  native: readonly FieldKey[],
): readonly (readonly [string, string])[] {
  const fields: [string, string][] = [];
  for (const [key, name] of Object.entries(FIELD_NAMES) as [keyof typeof FIELD_NAMES, string][]) {
    if (native.includes(key)) continue;
    // The title says the name, unless the app's name stands in for an empty one.
    if (key === 'name' ? texts.name === '' && texts.app !== '' : texts[key] !== '')
      fields.push([name, texts[key]]);
  }
  return fields;
}

/** The name from a title and the field that says "there is none". */
export function nameFromTitle(title: string, texts: Texts): string {
  return texts.name === '' && title === texts.app ? '' : title;
}

export interface Extra {
  /** Identity in the other program, used when Keytag's own is not there. */
  readonly id?: string | null;
  /** Read by the format itself; replaces the text. */
  readonly rotateBy?: Day | null;
  readonly tags?: readonly string[];
}

/** Makes an entry of texts and adds it, or says why not. */
export function addTexts(texts: Texts, where: Where, extra: Extra, collector: Collector): void {
  const { losses, options } = collector;
  const marker = readMarker(texts.keytag);
  if (marker && marker.version > VERSION) {
    collector.skip('newer', where);
    return;
  }
  const own = marker !== null;
  const text = (key: FieldKey) => (own ? (texts[key] ?? '') : (texts[key] ?? '').trim());

  const password = texts.password ? texts.password : null;
  const isReference = password !== null && /^\{REF:[^}]*\}/i.test(password) && !own;
  if (isReference) losses.add('references');
  else if (password !== null && !options.withPasswords) losses.add('passwords');

  const state = readState(text('state'), own);
  if (state === null) losses.add('states');
  const made = readMade(text('made'));
  const rotateBy = extra.rotateBy === undefined ? readDay(text('rotateBy')) : extra.rotateBy;
  if (made === null || rotateBy === 'unreadable') losses.add('days');
  const name = text('name');
  const draft: EntryDraft = {
    appId: own && texts.appId ? texts.appId : null,
    // A login of another program is known by its title alone.
    appName: text('app') || (own ? '' : name),
    account: text('account'),
    device: text('device'),
    name,
    purpose: /^(send|senden|versand)$/i.test(text('purpose')) ? 'send' : 'other',
    madeOn: made ?? { is: 'unknown' },
    rotateBy: rotateBy === 'unreadable' ? null : rotateBy,
    reason: text('reason'),
    note: text('note'),
    tags: extra.tags ?? readTags(text('tags'), own),
    isSensitive: readYes(text('sensitive')),
    state: state ?? 'active',
    replacing: null,
    isArchived: readYes(text('archived')),
    password: options.withPasswords && !isReference ? password : null,
  };

  if (!own && isNothing(draft)) {
    collector.skip('nothing-there', where);
    return;
  }
  if (!own) {
    const id = extra.id && UUID.test(extra.id) ? extra.id : options.newId();
    collector.add(newEntry(draft, id, options.now, 'imported'), where);
    return;
  }
  const lines = text('history') === '' ? [] : text('history').split('\n').map(readLine);
  if (lines.includes(null)) losses.add('history');
  const changed = text('changed');
  collector.add(
    {
      id: marker.id,
      ...draft,
      history: lines.filter((line) => line !== null),
      changedAt: isInstant(changed) ? changed : options.now,
    },
    where,
  );
}

function isNothing(draft: EntryDraft): boolean {
  return (
    !draft.name && !draft.appName && !draft.account && !draft.device && !draft.note && draft.password === null
  );
}

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/* Single texts */

function madeText(made: MadeOn): string {
  if (made.is === 'unknown') return '';
  return made.is === 'known' ? made.day : `${made.day} (estimated)`;
}

/** @returns `null` for a text that is no day */
function readMade(text: string): MadeOn | null {
  if (text === '') return { is: 'unknown' };
  const [, bare = text] = /^(.*?)\s*\((?:estimated|geschätzt)\)$/i.exec(text) ?? [];
  const [, about = bare] = /^(?:~|ca\.?|about)\s*(.*)$/i.exec(bare) ?? [];
  const day = readDay(about);
  if (day === null || day === 'unreadable') return null;
  return { is: about === text ? 'known' : 'estimated', day };
}

/** ISO, and the ways people in English and German write days where only one reading makes sense. */
export function readDay(text: string): Day | null | 'unreadable' {
  if (text === '') return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[, ].*)?$/.exec(text);
  if (german) return dayOf(german[3], german[2], german[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[, ].*)?$/.exec(text);
  if (!slashed) return 'unreadable';
  const [, first, second, year] = slashed;
  // 03/04 may be March or April: nothing is guessed that a reminder hangs on.
  if (first === second || Number(second) > 12) return dayOf(year, first, second);
  return Number(first) > 12 ? dayOf(year, second, first) : 'unreadable';
}

function dayOf(year = '', month = '', day = ''): Day | 'unreadable' {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : 'unreadable';
}

const STATE_WORDS: { readonly [State in EntryState]: readonly string[] } = {
  active: ['aktiv', 'in use', 'ok', 'in benutzung'],
  rotating: ['wird gewechselt', 'im wechsel'],
  'old-still-valid': ['old still valid', 'altes noch gultig', 'altes gilt noch'],
  revoked: ['widerrufen', 'deleted', 'geloscht', 'inactive', 'inaktiv'],
  lost: ['verloren'],
};
const STATES = Object.keys(STATE_WORDS) as readonly EntryState[];

function readState(text: string, own: boolean): EntryState | null {
  if (own) return STATES.find((state) => state === text) ?? null;
  if (text === '') return 'active';
  const folded = fold(text);
  return STATES.find((state) => state === folded || STATE_WORDS[state].includes(folded)) ?? null;
}

const readYes = (text: string): boolean => /^(yes|y|ja|j|true|wahr|1|x)$/i.test(text);

/** Plain tags are a list with commas, as people write it; any other list is JSON. */
const isPlainTag = (tag: string): boolean => /^[^\s,;:["'{][^,;:\n\r\t]*$/.test(tag) && tag.trim() === tag;

function tagsText(tags: readonly string[]): string {
  return tags.every(isPlainTag) ? tags.join(', ') : JSON.stringify(tags);
}

export function readTags(text: string, own: boolean): readonly string[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list) && list.every((tag) => typeof tag === 'string')) return list;
    } catch {
      // Not a list: taken as words below.
    }
  }
  if (own) return text === '' ? [] : text.split(', ');
  return [
    ...new Set(
      text
        .split(/[,;]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
}

const EVENTS: { readonly [Event in HistoryEvent]: true } = {
  tagged: true,
  made: true,
  edited: true,
  'password-kept': true,
  'password-dropped': true,
  'rotation-started': true,
  replaced: true,
  'old-deleted': true,
  revoked: true,
  lost: true,
  archived: true,
  unarchived: true,
  imported: true,
  restored: true,
};

/** One line per event: when, what, and the note as JSON text, which has no line break. */
function lineText({ at, event, note }: HistoryLine): string {
  return note === undefined ? `${at} ${event}` : `${at} ${event} ${JSON.stringify(note)}`;
}

function readLine(text: string): HistoryLine | null {
  const [, at = '', event = '', json] = /^(\S+) (\S+)(?: (".*"))?$/s.exec(text) ?? [];
  if (!isInstant(at) || !Object.hasOwn(EVENTS, event)) return null;
  const line = { at, event: event as HistoryEvent };
  if (json === undefined) return line;
  try {
    const note: unknown = JSON.parse(json);
    return typeof note === 'string' ? { ...line, note } : null;
  } catch {
    return null;
  }
}
