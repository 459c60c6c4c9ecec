/** Titles of columns in English and German: what Keytag writes, and what it recognises in tables of others. */

import { fold } from '../../search.ts';
import { FIELD_KEYS, type FieldKey, type Language } from '../outcome.ts';

/** The first is what Keytag writes; the others are other people's words for it, most telling first. */
const TITLES: Readonly<Record<FieldKey, Readonly<Record<Language, readonly string[]>>>> = {
  name: {
    en: ['Name at Microsoft', 'App password name', 'Name', 'Title', 'Label', 'Entry', 'Description'],
    de: ['Name bei Microsoft', 'App-Kennwort', 'Name', 'Titel', 'Bezeichnung', 'Eintrag', 'Beschreibung'],
  },
  app: {
    en: ['App', 'Application', 'Program', 'Software', 'Client', 'Service', 'Used by'],
    de: ['App', 'Anwendung', 'Programm', 'Software', 'Dienst', 'Benutzt von', 'Verwendet von'],
  },
  account: {
    en: [
      'Account',
      'User name',
      'Username',
      'User',
      'Login',
      'Login username',
      'E-mail address',
      'E-mail',
      'Email',
      'Mailbox',
      'UPN',
    ],
    de: ['Konto', 'Benutzername', 'Benutzer', 'Anmeldename', 'E-Mail-Adresse', 'E-Mail', 'Mail', 'Postfach'],
  },
  device: {
    en: ['Device', 'Computer', 'Machine', 'Host', 'Hostname', 'Where', 'Location', 'Place'],
    de: ['Gerät', 'Rechner', 'Computer', 'Ort', 'Standort', 'Wo'],
  },
  state: { en: ['State', 'Status'], de: ['Zustand', 'Status'] },
  purpose: { en: ['Purpose'], de: ['Zweck'] },
  made: {
    en: ['Made on', 'Created', 'Created on', 'Created at', 'Creation date', 'Creation time', 'Date', 'Since'],
    de: ['Erstellt am', 'Erstellt', 'Angelegt am', 'Angelegt', 'Erstellungsdatum', 'Datum', 'Seit'],
  },
  rotateBy: {
    en: [
      'Rotate by',
      'Due',
      'Due date',
      'Expires',
      'Expires on',
      'Expiry',
      'Expiry date',
      'Expiration',
      'Expiry time',
      'Valid until',
      'Change by',
    ],
    de: [
      'Wechseln bis',
      'Fällig',
      'Fällig am',
      'Läuft ab',
      'Ablauf',
      'Läuft ab am',
      'Ablaufdatum',
      'Gültig bis',
      'Ändern bis',
    ],
  },
  reason: { en: ['Reason', 'Why'], de: ['Grund', 'Warum'] },
  note: {
    en: ['Note', 'Notes', 'Comment', 'Comments', 'Remark', 'Remarks', 'Extra'],
    de: ['Notiz', 'Notizen', 'Anmerkung', 'Anmerkungen', 'Bemerkung', 'Bemerkungen', 'Kommentar'],
  },
  tags: {
    en: ['Tags', 'Tag', 'Labels', 'Keywords'],
    de: ['Schlagwörter', 'Schlagworte', 'Tags', 'Stichwörter'],
  },
  sensitive: { en: ['Sensitive'], de: ['Besonders geschützt', 'Sensibel'] },
  archived: { en: ['Archived'], de: ['Archiviert'] },
  password: {
    en: ['Password', 'App password', 'Login password', 'Secret', 'Key'],
    de: ['Kennwort', 'Passwort', 'App-Passwort', 'Geheimnis', 'Schlüssel'],
  },
  history: { en: ['History'], de: ['Verlauf'] },
  changed: {
    en: ['Changed', 'Last modified', 'Modified'],
    de: ['Geändert', 'Zuletzt geändert'],
  },
  appId: { en: ['App ID'], de: ['App-ID'] },
  keytag: { en: ['Keytag'], de: ['Keytag'] },
};

/** Letters and digits alone: "E-Mail", "e mail" and "E_MAIL" are one word. */
const plain = (title: string): string => fold(title).replace(/[^\p{L}\p{N}]+/gu, '');

/** Ranks: a title that Keytag writes or a telling one wins a field over a vague one. */
const RANKS = new Map<string, { readonly key: FieldKey; readonly rank: number }>();
for (const key of FIELD_KEYS) {
  for (const titles of Object.values(TITLES[key])) {
    titles.forEach((title, rank) => {
      const known = RANKS.get(plain(title));
      if (!known || known.rank > rank) RANKS.set(plain(title), { key, rank });
    });
  }
}

export const columnTitle = (key: FieldKey, language: Language): string => TITLES[key][language][0] ?? key;

/** The field each column is likely to hold; each field at most once, the most telling title first. */
export function guessMapping(titles: readonly string[]): (FieldKey | null)[] {
  const mapping: (FieldKey | null)[] = titles.map(() => null);
  const found = titles
    .map((title, column) => ({ column, hit: RANKS.get(plain(title)) }))
    .filter(
      (each): each is { column: number; hit: { key: FieldKey; rank: number } } => each.hit !== undefined,
    )
    .sort((a, b) => a.hit.rank - b.hit.rank || a.column - b.column);
  for (const { column, hit } of found) if (!mapping.includes(hit.key)) mapping[column] = hit.key;
  return mapping;
}
