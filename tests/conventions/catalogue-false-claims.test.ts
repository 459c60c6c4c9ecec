/**
 * Nothing of what guides and forums say and Microsoft's documentation (read 2026-11-22) refutes is said in any message of any language, nor
 * in the catalogue's data. Each claim brings examples that must be caught, so the search is known to bite.
 */
import { describe, expect, it } from 'vitest';
import de from '@/public/_locales/de/messages.json';
import en from '@/public/_locales/en/messages.json';
import { CAUSES } from '@/utils/advisor/option-missing.ts';
import { APPS } from '@/utils/catalogue/index.ts';
import { TIMELINE } from '@/utils/timeline/events.ts';

const APP_PASSWORD = /app[ -]?(password|kennw[oö]rt)/i;
/** A sentence that denies something does not claim it. */
const DENIED =
  /\b(no|not|never|nobody|nothing|none|neither|nor|without|refused?|rejects?|closed|ended|withdrew|withdrawn|instead of|kein\w*|nicht|nie|niemals|niemand|nichts|weder|ohne|abgelehnt|geschlossen|zurückgezogen|statt)\b|n['’]t\b/i;

interface FalseClaim {
  readonly claim: string;
  /** All of these in one sentence say it … */
  readonly all: readonly RegExp[];
  /** … unless one of these stands there too. */
  readonly unless?: RegExp;
  readonly caught: readonly string[];
}

const FALSE_CLAIMS: readonly FalseClaim[] = [
  {
    claim: 'an app password reads mail (IMAP, POP, ActiveSync) or signs Outlook in',
    all: [
      APP_PASSWORD,
      /\b(IMAP|POP3?|ActiveSync|EWS|Outlook)\b|\b(read|receive|fetch|sync)(s|ing)? (your )?(e-?)?mail|Mails? (lesen|abrufen|empfangen)|liest .*Mail/i,
    ],
    unless: DENIED,
    caught: [
      'Use an app password for IMAP with Microsoft 365.',
      'Outlook 2019 needs an app password.',
      'Mit einem App-Kennwort können Sie Mail lesen.',
    ],
  },
  {
    claim: 'app passwords work for the mail of personal accounts',
    all: [
      APP_PASSWORD,
      /outlook\.com|hotmail|live\.com|personal account|persönliche\w* Konto/i,
      /\b(mail|SMTP|IMAP|sends?|works?|geht|senden|funktioniert)\b/i,
    ],
    unless: DENIED,
    caught: [
      'An app password works for hotmail.com mail.',
      'Mit einem App-Kennwort funktioniert Ihr outlook.com-Konto.',
    ],
  },
  {
    claim: 'sending by password ended or ends in spring 2026',
    all: [
      /(1(st)? March|March 1|30(th)? April|April 30|1\. März|30\. April),? 2026|(March|April|März) 2026/i,
    ],
    unless: /withdr|superseded|replaced|older|zurückgezogen|ersetzt|älterer/i,
    caught: ['Basic SMTP AUTH ended on 30 April 2026.', 'Das Senden mit Kennwort endet am 30. April 2026.'],
  },
  {
    claim: 'after December 2026 it cannot be switched on again',
    all: [
      /(Dec(ember)?|Dez(ember)?)\.? 2026|default|standardmäßig/i,
      /(can('|no)t|nobody|no admin|never).*(switch|turn)\w* (it )?(back )?on|(nicht mehr|kein Admin|niemand).*(einschalt|angeschalt)/i,
    ],
    caught: [
      "After December 2026 it can't be switched on again.",
      'Nach Dezember 2026 kann es niemand wieder einschalten.',
    ],
  },
  {
    claim: 'SMTP AUTH goes away altogether',
    all: [
      /SMTP[ -]AUTH|authenticated SMTP|authentifiziertes SMTP/i,
      /\b(deprecated|retired|ends|ended|removed|goes away|abgekündigt|abgeschafft|eingestellt|endet|entfällt)\b/i,
    ],
    unless: /password|basic|Kennwort|OAuth/i,
    caught: ['SMTP AUTH is deprecated.', 'SMTP AUTH wird abgeschafft.'],
  },
  {
    claim: 'a work account makes its app password on the page of personal accounts',
    all: [/account\.(microsoft|live)\.com/i],
    unless: /personal|persönlich|myaccount\.microsoft\.com/i,
    caught: ['Create the app password at account.live.com.', 'Erstellen Sie es unter account.microsoft.com.'],
  },
  {
    claim: 'people find their app passwords in the admin centre, or an admin makes or reads them',
    all: [
      APP_PASSWORD,
      /admin\w*[ -]?(cent(er|re)|portal)|\badmins? (can|may|kann|können|darf|dürfen) .*(create|make|read|see|look up|erstell|lesen|sehen|anlegen)/i,
    ],
    unless: DENIED,
    caught: ['Find your app password in the admin center.', 'Ihr Admin kann das App-Kennwort lesen.'],
  },
  {
    claim: 'the old portal path',
    all: [/Create and manage app passwords|App-Kennwörter erstellen und verwalten/i],
    caught: ['My account, Additional security verification, Create and manage app passwords'],
  },
  {
    claim: 'Conditional Access makes the option appear, or hides it by mistake',
    all: [
      /Conditional Access|bedingte\w* Zugriff/i,
      /\b(appears?|enable|then you get|bug|by mistake|erscheint|auftaucht|Fehler von Microsoft|versehentlich)\b/i,
    ],
    unless: DENIED,
    caught: [
      'Enforce it with Conditional Access, then the option appears.',
      'Dass bedingter Zugriff es ausblendet, ist ein Fehler von Microsoft.',
    ],
  },
  {
    claim: 'security defaults and app passwords go together',
    all: [
      /security defaults|Sicherheitsstandards/i,
      APP_PASSWORD,
      /\b(works?|together|fine|funktionier\w*|zusammen|geht)\b/i,
    ],
    unless: DENIED,
    caught: [
      'Security defaults and app passwords work together.',
      'Mit Sicherheitsstandards funktioniert ein App-Kennwort.',
    ],
  },
  {
    claim: 'app passwords are on by default',
    all: [APP_PASSWORD, /\b(on|enabled|allowed) by default|standardmäßig (an|aktiv|erlaubt|eingeschaltet)/i],
    unless: DENIED,
    caught: ['App passwords are on by default.', 'App-Kennwörter sind standardmäßig erlaubt.'],
  },
  {
    claim: 'app passwords expire',
    all: [APP_PASSWORD, /\bexpir(e|es|ed|y)\b|läuft .*ab\b|laufen .*ab\b|abgelaufen|ablaufen/i],
    unless: DENIED,
    caught: ['App passwords expire after 90 days.', 'Ein App-Kennwort läuft von selbst ab.'],
  },
  {
    claim: 'changing the password, signing out or switching the feature off revokes them',
    all: [
      APP_PASSWORD,
      /\b(chang\w+|reset\w*|sign\w* out|switch\w* off|turn\w* off)\b|ändern|zurücksetz|abmelden|abschalten|ausschalten/i,
      /\b(revoke[sd]?|kills?|deletes?|ends?|invalidat\w+|widerruf\w*|löscht|beendet|ungültig)\b/i,
    ],
    unless: DENIED,
    caught: [
      'Changing your password revokes every app password.',
      'Wenn Sie Ihr Kennwort ändern, wird jedes App-Kennwort ungültig.',
    ],
  },
  {
    claim: "Microsoft's app passwords come in groups, or with capitals, digits and symbols",
    all: [
      /\b(four|4|vier) (groups|blocks|Gruppen|Blöck\w+)|(capitals?|digits|symbols|Großbuchstaben|Ziffern|Sonderzeichen)/i,
      /password|kennwort/i,
    ],
    unless: /passphrase|Passphrase|Google|\b(no|not|kein\w*|nicht)\b/i,
    caught: [
      'The app password comes as four groups of letters.',
      'Das App-Kennwort enthält Ziffern und Sonderzeichen.',
    ],
  },
  {
    claim: 'the password can be seen again',
    all: [
      /\b(see|show|look at|view|ansehen|anzeigen|sehen)\b/i,
      /\b(again|later|wieder)\b|später/i,
      APP_PASSWORD,
    ],
    unless: DENIED,
    caught: [
      'You can see the app password again later.',
      'Sie können das App-Kennwort später wieder ansehen.',
    ],
  },
  {
    claim: 'an app password opens only the app it is named after',
    all: [
      APP_PASSWORD,
      /only (works|opens)|works only (in|with|for) (the|that|this|one) app|nur (in|für|mit) (die|der|diese|dieser|eine|einer) App/i,
    ],
    caught: [
      'Each app password works only in the app you named.',
      'Ein App-Kennwort gilt nur für die App, die Sie genannt haben.',
    ],
  },
  {
    claim: 'app passwords use OAuth',
    all: [APP_PASSWORD, /\b(uses?|are|is|nutz\w+|verwende\w+|sind|ist)\b.*\bOAuth/i],
    unless: /without|ohne|instead|better|statt|besser|\b(no|not|nicht|kein\w*)\b/i,
    caught: ['App passwords use OAuth.', 'App-Kennwörter nutzen OAuth.'],
  },
  {
    claim: 'port 465',
    all: [/\b465\b/],
    unless: DENIED,
    caught: ['Use port 465 with SSL.', 'Nehmen Sie Port 465.'],
  },
  {
    claim: 'TLS settings make modern sign-in',
    all: [/\b(993|995|SSL)\b/, /modern|OAuth/i],
    unless: DENIED,
    caught: ['Set IMAP to 993 to get modern authentication.', 'Mit SSL erzwingen Sie moderne Anmeldung.'],
  },
  {
    claim: 'Direct Send needs a static address',
    all: [/Direct Send/i, /static|fixed|feste/i, /\b(needs?|requires?|must|braucht|muss|nötig)\b/i],
    caught: ['Direct Send needs a static IP.', 'Direct Send braucht eine feste Adresse.'],
  },
  {
    claim: 'High Volume Email sends outside',
    all: [
      /High Volume Email|\bHVE\b/i,
      /\b(outside|external|anybody|anyone|außerhalb|extern\w*|beliebige)\b/i,
    ],
    unless: DENIED,
    caught: [
      'High Volume Email lets you send to external people.',
      'Mit High Volume Email senden Sie nach extern.',
    ],
  },
  {
    claim: 'app passwords serve admin work',
    all: [APP_PASSWORD, /\b(PowerShell|SharePoint|admin tasks?|Verwaltungsaufgaben)\b/i],
    unless: DENIED,
    caught: ['Use an app password for PowerShell.', 'Nehmen Sie für PowerShell ein App-Kennwort.'],
  },
  {
    claim: 'an app password cures AADSTS50076',
    all: [/AADSTS\d+|50076/, APP_PASSWORD],
    unless: DENIED,
    caught: ['An app password fixes AADSTS50076.', 'Gegen AADSTS50076 hilft ein App-Kennwort.'],
  },
  {
    claim: 'Graph manages app passwords',
    all: [/\bGraph\b/, APP_PASSWORD],
    unless: DENIED,
    caught: ['Graph can delete app passwords.', 'Graph kann App-Kennwörter löschen.'],
  },
  {
    claim: 'somebody requires a change every so many days',
    all: [
      /\b(30|60|90|180)[ -](days?|Tage\w*)|every (quarter|three months)|alle drei Monate/i,
      /Microsoft|NIST|CIS/,
    ],
    unless: DENIED,
    caught: ['NIST requires a new one every 90 days.', 'Microsoft verlangt alle drei Monate ein neues.'],
  },
];

function says({ all, unless }: FalseClaim, text: string): boolean {
  return sentences(text).some(
    (sentence) => all.every((part) => part.test(sentence)) && !unless?.test(sentence),
  );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

/** Every text inside a value, however deep; sources' titles name other people's pages and are left out. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) if (key !== 'sources') yield* textsIn(item);
  }
}

const texts: [where: string, text: string][] = [
  ...Object.entries(en).map(([key, { message }]): [string, string] => [`en ${key}`, message]),
  ...Object.entries(de).map(([key, { message }]): [string, string] => [`de ${key}`, message]),
  ...APPS.flatMap((app) => [...textsIn(app)].map((text): [string, string] => [`app ${app.id}`, text])),
];

describe.each(FALSE_CLAIMS.map((claim) => [claim.claim, claim] as const))('%s', (_, claim) => {
  it('is recognised when somebody says it', () => {
    for (const example of claim.caught) expect(says(claim, example), example).toBe(true);
  });

  it('is said nowhere', () => {
    const found = texts.filter(([, text]) => says(claim, text)).map(([where, text]) => `${where}: ${text}`);
    expect(
      found,
      'say what is true instead: utils/advisor/microsoft.ts and utils/timeline/events.ts name the sources',
    ).toEqual([]);
  });
});

describe('the data', () => {
  it('marks the withdrawn plans as superseded', () => {
    for (const event of TIMELINE) {
      if (event.on === '2025-09-30' && event.touches.includes('sending'))
        expect(event.status).toBe('superseded');
      if (event.on === '2026-03-01' || event.on === '2026-04-30') expect(event.status).toBe('superseded');
    }
  });

  it('says that admins may switch sending on again, wherever it speaks of the default', () => {
    for (const messages of [en, de] as Record<string, { message: string }>[]) {
      for (const key of [
        'timeline_sending_default_off',
        'reason_default_off_ahead',
        'reason_default_off_done',
        'admin_default_off_ahead',
        'admin_default_off_done',
      ]) {
        expect(messages[key]?.message, key).toMatch(/on again|wieder ein/);
      }
    }
  });

  it('knows that Conditional Access hides the option on purpose', () => {
    expect(CAUSES.some((cause) => cause.id === 'policy-mfa')).toBe(true);
    expect(en.cause_policy_mfa_fix.message).toMatch(/on purpose/);
    expect(de.cause_policy_mfa_fix.message).toMatch(/mit Absicht/);
  });

  it('types in no server, no other port and no password', () => {
    for (const app of APPS) {
      for (const steps of [app.setup.modern, app.setup.password]) {
        for (const step of steps ?? []) {
          if (step.do === 'note') continue;
          const texts = [...textsIn(step)].join('\n');
          expect(texts, app.id).not.toMatch(/\b(465|smtp\.office365|outlook\.office365)\b/);
          // Sixteen small letters in a row would be somebody's app password; words of labels are shorter.
          if (step.do === 'file' || step.do === 'run')
            expect(texts, app.id).not.toMatch(/(?<![\w/.-])[a-z]{16}(?![\w/.-])/);
        }
      }
    }
  });
});
