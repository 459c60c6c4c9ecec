/** What each policy key does, for administrators, and a value to start from. Names come from the product's messages. */
import type { PolicyKey } from '@/utils/helpdesk/policy.ts';

export interface PolicyWords {
  readonly en: string;
  readonly de: string;
  /** As it is written down where lists and objects can be. */
  readonly example: unknown;
}

/** The message that names a key; the same that people read in the settings. */
export const nameKey = (key: PolicyKey): string =>
  `policy_key_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;

export const POLICY_WORDS: Readonly<Record<PolicyKey, PolicyWords>> = {
  organisationName: {
    en: 'Stands on Home, in Helpdesk and on hand-outs. At most 80 characters.',
    de: 'Steht auf der Startseite, im Helpdesk und auf Handzetteln. Höchstens 80 Zeichen.',
    example: 'Contoso',
  },
  organisationLogo: {
    en: 'A PNG image as data:image/png;base64,… of at most 64 KiB and 1024 pixels a side. Nothing is ever loaded.',
    de: 'Ein PNG-Bild als data:image/png;base64,… mit höchstens 64 KiB und 1024 Pixeln je Seite. Geladen wird nie etwas.',
    example:
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPoimIAAAJWAOXyvnUaAAAAAElFTkSuQmCC',
  },
  contacts: {
    en: 'Whom people ask: labels with https, mailto or tel addresses, at most 20.',
    de: 'Wen man fragt: Beschriftungen mit https-, mailto- oder tel-Adressen, höchstens 20.',
    example: [
      { label: 'Service desk', url: 'tel:+493012345678' },
      { label: 'desk@contoso.example', url: 'mailto:desk@contoso.example' },
    ],
  },
  links: {
    en: 'More to read: labels with https, mailto or tel addresses, at most 20.',
    de: 'Weiterführendes: Beschriftungen mit https-, mailto- oder tel-Adressen, höchstens 20.',
    example: [{ label: 'Rules for devices', url: 'https://intranet.contoso.example/devices' }],
  },
  rotationInterval: {
    en: 'Days after which a new app password is suggested to be replaced, 1 to 3650; 0 for no such day. Microsoft publishes no interval.',
    de: 'Tage, nach denen der Austausch eines neuen App-Kennworts vorgeschlagen wird, 1 bis 3650; 0 für keinen solchen Tag. Microsoft nennt keinen Abstand.',
    example: 180,
  },
  reminderLead: {
    en: 'Days before the day on which the first reminder comes: 0, 1, 7, 14 or 30.',
    de: 'Tage vor dem Tag, an denen die erste Erinnerung kommt: 0, 1, 7, 14 oder 30.',
    example: 14,
  },
  quietHours: {
    en: 'Local hours without notifications, 0 to 23. The same hour twice means none.',
    de: 'Stunden der Ortszeit ohne Benachrichtigungen, 0 bis 23. Zweimal dieselbe Stunde heißt keine.',
    example: { from: 18, to: 8 },
  },
  remindersEnabled: {
    en: 'Whether reminders are shown as notifications. The number on the button stays either way.',
    de: 'Ob Erinnerungen als Benachrichtigung erscheinen. Die Zahl auf der Schaltfläche bleibt in jedem Fall.',
    example: true,
  },
  minimumPassphraseScore: {
    en: 'How strong a new passphrase has to be: 3 (as without a policy) or 4 of 4. An existing one still opens the inventory.',
    de: 'Wie stark eine neue Passphrase sein muss: 3 (wie ohne Richtlinie) oder 4 von 4. Eine vorhandene öffnet den Bestand weiterhin.',
    example: 4,
  },
  longestAutoLock: {
    en: 'Minutes without use after which the inventory locks at the latest, 1 to 60. People may choose less.',
    de: 'Minuten ohne Benutzung, nach denen sich der Bestand spätestens sperrt, 1 bis 60. Wer will, kann weniger wählen.',
    example: 15,
  },
  keepPasswords: {
    en: 'Off: passwords themselves are not kept, not by hand and not by a file. Those kept before can be seen and removed.',
    de: 'Aus: Die Passwörter selbst werden nicht aufbewahrt, weder von Hand noch aus einer Datei. Früher abgelegte lassen sich ansehen und entfernen.',
    example: false,
  },
  allowExports: {
    en: 'Off: no files for KeePass, Bitwarden or tables. The encrypted backup and the calendar file stay.',
    de: 'Aus: keine Dateien für KeePass, Bitwarden oder Tabellen. Die verschlüsselte Sicherung und die Kalenderdatei bleiben.',
    example: false,
  },
  selfMadeLength: {
    en: 'Characters a password that a person made up should have, 12 to 64; 16 without a policy. A hint, no barrier.',
    de: 'Zeichen, die ein selbst ausgedachtes Kennwort haben soll, 12 bis 64; ohne Richtlinie 16. Ein Hinweis, keine Schranke.',
    example: 16,
  },
  sensitiveLength: {
    en: 'The same for entries marked as sensitive; 20 without a policy.',
    de: 'Dasselbe für heikle Einträge; ohne Richtlinie 20.',
    example: 20,
  },
  hiddenApps: {
    en: 'Ids of apps that are not offered, as in the address of an app’s page. At most 500.',
    de: 'Kennungen von Apps, die nicht angeboten werden, wie in der Adresse der Seite einer App. Höchstens 500.',
    example: ['the-bat'],
  },
  recommendedApps: {
    en: 'Ids of apps that are named first. At most 500.',
    de: 'Kennungen von Apps, die zuerst genannt werden. Höchstens 500.',
    example: ['outlook', 'thunderbird'],
  },
  walkthroughs: {
    en: 'A pack of walkthroughs, as JSON text of at most 1 MiB.',
    de: 'Ein Paket mit Anleitungen, als JSON-Text mit höchstens 1 MiB.',
    example: '{"format":1,"apps":[]}',
  },
  appPasswords: {
    en: 'Whether the tenant allows app passwords: allowed or forbidden. Verdicts then say so.',
    de: 'Ob der Mandant App-Kennwörter erlaubt: allowed (ja) oder forbidden (nein). Die Auskünfte richten sich danach.',
    example: 'allowed',
  },
  smtpAuth: {
    en: 'Whether mailboxes may send with a name and a password (SMTP AUTH): on or off. A person may say that theirs is an exception.',
    de: 'Ob Postfächer mit Name und Kennwort senden dürfen (SMTP AUTH): on (ja) oder off (nein). Wer ein anderes hat, kann das angeben.',
    example: 'off',
  },
  mfa: {
    en: 'Where the second sign-in step comes from: per-user, conditional-access or security-defaults. Only per-user lets Microsoft offer app passwords.',
    de: 'Woher der zweite Anmeldeschritt kommt: per-user (pro Benutzer), conditional-access (bedingter Zugriff) oder security-defaults (Sicherheitsstandards). Nur bei per-user bietet Microsoft App-Kennwörter an.',
    example: 'per-user',
  },
  handOutLanguage: {
    en: 'The language in which hand-outs are made: en or de.',
    de: 'Die Sprache, in der Handzettel entstehen: en oder de.',
    example: 'en',
  },
};
