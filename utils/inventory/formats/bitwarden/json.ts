/** Bitwarden's unencrypted JSON export, both ways: logins with custom fields, notes and folders. */
import type { Entry } from '../../entry.ts';
import { Collector, Losses } from '../collect.ts';
import {
  addTexts,
  customFields,
  expectedCount,
  keyOfFieldName,
  nameFromTitle,
  type Texts,
  textsOf,
  titleOf,
} from '../fields.ts';
import {
  type FieldKey,
  LIMITS_OF_FILES,
  type ReadOptions,
  type ReadOutcome,
  type WriteOptions,
  type WriteOutcome,
} from '../outcome.ts';
import { decodeText } from '../text.ts';
import { scanJson } from './scan.ts';

/** What Bitwarden has a place for. */
export const NATIVE: readonly FieldKey[] = ['account', 'note', 'password'];
const LOGIN = 1;
const TEXT_FIELD = 0;

type Json = Readonly<Record<string, unknown>>;

export function readBitwardenJson(bytes: Uint8Array, options: ReadOptions): ReadOutcome {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  const scan = scanJson(text, LIMITS_OF_FILES.jsonDepth);
  if (scan.isTooDeep) return { ok: false, why: 'too-deep' };
  if (scan.items > LIMITS_OF_FILES.entries) return { ok: false, why: 'too-many' };
  let root: unknown;
  try {
    root = decoded.isCut ? undefined : JSON.parse(text);
  } catch {
    root = undefined;
  }
  if (root === undefined) {
    // Something left open before a proper end is damage rather than a cut.
    const isCut = decoded.isCut || (scan.isOpen && !/\]\s*\}\s*$/.test(text));
    return isCut
      ? { ok: false, why: 'cut', whole: scan.items, expected: expectedCount(text) }
      : { ok: false, why: 'damaged' };
  }
  if (!isObject(root)) return { ok: false, why: 'not-known' };
  if (root.encrypted === true || root.passwordProtected === true) return { ok: false, why: 'encrypted' };
  if (!Array.isArray(root.items)) return { ok: false, why: 'not-known' };
  // Counted by the scan only where the text is well-formed.
  if (root.items.length > LIMITS_OF_FILES.entries) return { ok: false, why: 'too-many' };

  const collector = new Collector(options);
  for (const item of root.items) readItem(item, collector);
  return collector.done();
}

function readItem(item: unknown, collector: Collector): void {
  const { losses } = collector;
  if (!isObject(item)) {
    collector.skip('nothing-there', { title: '' });
    return;
  }
  const title = asText(item.name);
  const where = { title };
  const isDeleted = item.deletedDate !== null && item.deletedDate !== undefined;
  if (isDeleted || item.type !== LOGIN) {
    collector.skip(isDeleted ? 'in-the-bin' : 'not-a-login', where);
    return;
  }
  const login = isObject(item.login) ? item.login : {};

  const texts: Texts = {
    account: asText(login.username),
    note: asText(item.notes),
    password: asText(login.password),
  };
  let hasStrangers = false;
  for (const field of Array.isArray(item.fields) ? item.fields : []) {
    const key = isObject(field) ? keyOfFieldName(asText(field.name)) : undefined;
    if (key && texts[key] === undefined) texts[key] = asText((field as Json).value);
    else hasStrangers = true;
  }
  texts.name = nameFromTitle(title, texts);
  if (hasStrangers) losses.add('custom-fields');
  if (isFilled(login.uris)) losses.add('web-addresses');
  if (asText(login.totp) !== '' || isFilled(login.fido2Credentials)) losses.add('one-time-codes');
  if (isFilled(item.passwordHistory)) losses.add('versions');
  if (isFilled(item.attachments)) losses.add('attachments');
  if (typeof item.folderId === 'string') losses.add('folders');
  addTexts(texts, where, { id: asText(item.id).toLowerCase() }, collector);
}

export function writeBitwardenJson(entries: readonly Entry[], options: WriteOptions): WriteOutcome {
  const losses = new Losses();
  const items = entries.map((entry, at) => {
    const texts = textsOf(entry, at + 1, entries.length);
    if (!options.withPasswords && entry.password) losses.add('passwords');
    return {
      passwordHistory: null,
      revisionDate: entry.changedAt,
      creationDate: entry.history[0]?.at ?? entry.changedAt,
      deletedDate: null,
      id: entry.id,
      organizationId: null,
      folderId: null,
      type: LOGIN,
      reprompt: 0,
      name: titleOf(entry),
      notes: texts.note === '' ? null : texts.note,
      favorite: false,
      fields: customFields(texts, NATIVE).map(([name, value]) => ({
        name,
        value,
        type: TEXT_FIELD,
        linkedId: null,
      })),
      login: {
        uris: [],
        fido2Credentials: [],
        username: texts.account === '' ? null : texts.account,
        password: options.withPasswords && texts.password !== '' ? texts.password : null,
        totp: null,
      },
      collectionIds: null,
    };
  });
  const bytes = new TextEncoder().encode(
    `${JSON.stringify({ encrypted: false, folders: [], items }, null, 2)}\n`,
  );
  return {
    ok: true,
    bytes,
    fileName: `keytag-bitwarden-${options.today}.json`,
    mediaType: 'application/json',
    lost: losses.list(),
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
