/**
 * Do I need an app password here, and will it work? One pure function from a question to a verdict. The
 * rules and their sources are in microsoft.ts; the days come from the timeline.
 *
 * The kinds, and when each is true:
 * - `not-needed`: the app signs in with Microsoft's own window.
 * - `only-for-sending`: an app password can send for this app, while the admin allows it. Never for reading.
 * - `depends-on-admin`: it could send, if the admin allows something that is off or missing.
 * - `cannot-work`: no app password helps, whatever anybody types.
 * - `needed`: Microsoft itself tells people to use one. True for old game consoles with a personal account
 *   and nowhere else: what sends mail can always go another way, so a password for sending stays the last
 *   resort (`only-for-sending`), even where the admin is known to allow it.
 */
import type { AccountKind, App, Certainty, ClaimId, Source } from '../catalogue/app.ts';
import { weakest } from '../catalogue/certainty.ts';
import { laterOf } from '../lib/days.ts';
import type { Sentence, SentenceArg } from '../lib/sentence.ts';
import {
  DEFAULT_OFF,
  FINAL_DATE_ANNOUNCED,
  FINAL_REMOVAL,
  PERSONAL_MAIL_CLOSED,
  PROTOCOLS_CLOSED,
  TIMELINE,
} from '../timeline/events.ts';
import { eventById, factsCheckedOn, hasHappened } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import {
  APP_PASSWORDS,
  COMBINED_REGISTRATION,
  type Fact,
  ONLY_SENDING_IS_LEFT,
  PER_USER_MFA,
  PERSONAL_APP_PASSWORDS,
  SECURITY_DEFAULTS,
  SENDING_SWITCHES,
} from './microsoft.ts';
import type {
  AdminFacts,
  Alternative,
  DatedChange,
  Question,
  Verdict,
  VerdictKind,
  VerdictNext,
} from './verdict.ts';

/**
 * @param question the app, the account, what it is for, what is known of the admin, and today
 * @param timeline Microsoft's dated changes; a test may bring one with `FINAL_REMOVAL` in it
 * @returns a verdict for every question; `until` is never before `today`, `sources` never empty
 */
export function verdictFor(question: Question, timeline: readonly TimelineEvent[] = TIMELINE): Verdict {
  const checked = factsCheckedOn(timeline);
  const today = laterOf(question.today, checked);
  const draft = decide({ ...question, today }, timeline);
  const sources = [
    ...draft.claims.flatMap((claim) => appSources(question, claim)),
    ...draft.facts.map(microsoftSource),
  ];
  return {
    kind: draft.kind,
    reasons: draft.reasons,
    ...(draft.until && { until: dated(draft.until) }),
    ...(draft.since && { since: dated(draft.since) }),
    sources: withoutRepeats(sources),
    instead: draft.instead,
    next: draft.next,
    certainty: weakest([...draft.certainties, ...draft.facts.map((fact) => fact.certainty)]),
    assumes: today,
    checked,
  };
}

/** The first words of a verdict, e.g. "Only for sending": message `verdict_<kind>`. */
export function verdictTitle(kind: VerdictKind): Sentence {
  return { key: `verdict_${kind.replaceAll('-', '_')}` };
}

/** The name of an alternative: message `alternative_<id>`; `alternative_<id>_why` says in a sentence what it is. */
export function alternativeTitle(alternative: Alternative): Sentence {
  return { key: `alternative_${alternative.replaceAll('-', '_')}` };
}

/** A verdict before its sources are collected. */
interface Draft {
  readonly kind: VerdictKind;
  readonly reasons: readonly Sentence[];
  readonly instead: readonly Alternative[];
  readonly next: VerdictNext;
  /** Claims of the app file it rests on, and how firm they are. */
  readonly claims: readonly ClaimId[];
  readonly certainties: readonly Certainty[];
  /** Microsoft's rules and dated changes it rests on. */
  readonly facts: readonly Fact[];
  readonly until?: TimelineEvent | undefined;
  readonly since?: TimelineEvent | undefined;
}

function decide(question: Question, timeline: readonly TimelineEvent[]): Draft {
  const { app, account, purpose } = question;
  if (app.needsAppPassword) return deviceSignIn(question);
  if (app.retired) return retired(question, timeline);
  if (account === 'personal') return personalMail(question, timeline);
  if (signsInByItself(app)) return notNeeded(question);
  if (purpose === 'send') return workSending(question, timeline);
  return workReading(question, timeline);
}

/** Old consoles: no mail, a personal account, and Microsoft's own page names them (microsoft.ts). */
function deviceSignIn({ app, account, purpose }: Question): Draft {
  const base = {
    instead: [],
    claims: ['needs-app-password'],
    certainties: app.needsAppPassword ? [app.needsAppPassword.certainty] : [],
    facts: [PERSONAL_APP_PASSWORDS],
  } as const;
  if (account !== 'personal') {
    return {
      ...base,
      kind: 'cannot-work',
      reasons: [say('reason_personal_accounts_only', app.name)],
      next: 'alternatives',
    };
  }
  if (purpose !== 'sign-in') {
    return { ...base, kind: 'cannot-work', reasons: [say('reason_no_mail', app.name)], next: 'alternatives' };
  }
  return {
    ...base,
    kind: 'needed',
    reasons: [say('reason_device_needs_one', app.name), say('reason_two_step_first')],
    next: 'personal-page',
  };
}

function retired({ app, account }: Question, timeline: readonly TimelineEvent[]): Draft {
  const closed = eventById(account === 'personal' ? PERSONAL_MAIL_CLOSED : PROTOCOLS_CLOSED, timeline);
  return {
    kind: 'cannot-work',
    reasons: [say('reason_app_retired', app.name), ...closedReason(account, closed)],
    instead: [
      ...(app.purposes.includes('send') ? [] : (['forwarding'] as const)),
      'outlook-or-web',
      'other-app',
    ],
    next: 'alternatives',
    claims: ['retired'],
    certainties: app.retired ? [app.retired.certainty] : [],
    facts: [ONLY_SENDING_IS_LEFT, ...sourceOf(closed)],
    since: closed,
  };
}

/** Mail of personal accounts takes no password at all, for reading or sending, since 2024-09-16. */
function personalMail({ app, purpose }: Question, timeline: readonly TimelineEvent[]): Draft {
  const closed = eventById(PERSONAL_MAIL_CLOSED, timeline);
  const { modernSignIn } = app;
  if (signsInByItself(app) && modernSignIn.personal?.works) {
    return {
      kind: 'not-needed',
      reasons: [...modernReasons(app), ...closedReason('personal', closed)],
      instead: ['modern-sign-in'],
      next: app.setup.modern ? 'modern-setup' : 'alternatives',
      claims: ['modern-sign-in', 'personal-sign-in'],
      certainties: [modernSignIn.certainty, modernSignIn.personal.certainty],
      facts: sourceOf(closed),
    };
  }
  const worthTrying = mightSignIn(app) && modernSignIn.personal?.works !== false;
  return {
    kind: 'cannot-work',
    reasons: [
      ...closedReason('personal', closed),
      ...(worthTrying && !modernSignIn.personal ? [say('reason_personal_sign_in_unknown', app.name)] : []),
      ...(modernSignIn.personal?.works === false ? [say('reason_personal_sign_in_no', app.name)] : []),
    ],
    instead: [
      ...(worthTrying ? (['modern-sign-in'] as const) : []),
      ...(purpose === 'send' && app.kind !== 'mail-program' && app.kind !== 'mobile'
        ? (['other-mail-service'] as const)
        : (['outlook-or-web', 'other-app'] as const)),
    ],
    next: 'alternatives',
    claims: worthTrying || modernSignIn.personal ? ['modern-sign-in', 'personal-sign-in'] : [],
    certainties: [],
    facts: [ONLY_SENDING_IS_LEFT, ...sourceOf(closed)],
    since: closed,
  };
}

function notNeeded({ app }: Question): Draft {
  return {
    kind: 'not-needed',
    reasons: modernReasons(app),
    instead: ['modern-sign-in'],
    next: app.setup.modern ? 'modern-setup' : 'alternatives',
    claims: ['modern-sign-in'],
    certainties: [app.modernSignIn.certainty],
    facts: [APP_PASSWORDS],
  };
}

/** No admin can bring reading by password back (Microsoft, Exchange documentation). This holds whatever the app can do, so the
 * certainty of its modern sign-in does not weaken it. */
function workReading({ app }: Question, timeline: readonly TimelineEvent[]): Draft {
  const closed = eventById(PROTOCOLS_CLOSED, timeline);
  return {
    kind: 'cannot-work',
    reasons: [
      ...closedReason('work', closed),
      ...(app.purposes.includes('read') ? [] : [say('reason_sends_only', app.name)]),
      ...modernReasons(app),
    ],
    instead: insteadOfReading(app),
    next: mightSignIn(app) && app.setup.modern ? 'modern-setup' : 'alternatives',
    claims: ['modern-sign-in'],
    certainties: [],
    facts: [ONLY_SENDING_IS_LEFT, ...sourceOf(closed)],
    since: closed,
  };
}

/** The one thing an app password still does: sending through SMTP AUTH. */
function workSending({ app, admin, today }: Question, timeline: readonly TimelineEvent[]): Draft {
  const defaultOff = eventById(DEFAULT_OFF, timeline);
  const announced = eventById(FINAL_DATE_ANNOUNCED, timeline);
  const removal = eventById(FINAL_REMOVAL, timeline);
  const isOffByDefault = defaultOff !== undefined && hasHappened(defaultOff, today);
  const isRemoved = removal !== undefined && hasHappened(removal, today);
  const stillAhead = (event: TimelineEvent | undefined) =>
    event && !hasHappened(event, today) ? event : undefined;
  const base = {
    instead: insteadOfSending(app),
    claims: ['password-sending', 'modern-sign-in'],
    certainties: [app.passwordSending.certainty],
    facts: [ONLY_SENDING_IS_LEFT, SENDING_SWITCHES, ...sourceOf(defaultOff)],
  } as const;

  if (!app.passwordSending.possible) {
    return {
      ...base,
      kind: 'cannot-work',
      reasons: [say('reason_no_password_sending', app.name), ...modernReasons(app)],
      next: 'alternatives',
      facts: [ONLY_SENDING_IS_LEFT],
    };
  }
  if (isRemoved) {
    return {
      ...base,
      kind: 'cannot-work',
      reasons: [
        say('reason_removed', { day: removal.on, precision: removal.precision }),
        ...modernReasons(app),
      ],
      next: 'alternatives',
      facts: [ONLY_SENDING_IS_LEFT, removal.source],
      since: removal,
    };
  }

  const ahead = [
    ...(stillAhead(defaultOff) ? [sayDated('reason_default_off_ahead', defaultOff)] : []),
    ...(stillAhead(removal) ? [sayDated('reason_removal_ahead', removal)] : []),
    ...(!removal && announced
      ? [
          sayDated(
            hasHappened(announced, today) ? 'reason_final_date_overdue' : 'reason_final_date_unknown',
            announced,
          ),
        ]
      : []),
  ];
  if (admin.smtpAuth === 'blocked') {
    return {
      ...base,
      kind: 'cannot-work',
      reasons: [say('reason_admin_blocks'), ...modernReasons(app)],
      next: 'ask-admin',
    };
  }
  if (admin.appPasswords === 'missing') {
    return {
      ...base,
      kind: 'depends-on-admin',
      reasons: [
        missingReason(admin),
        ...(isOffByDefault && admin.smtpAuth === 'unknown'
          ? [sayDated('reason_default_off_done', defaultOff)]
          : []),
        ...modernReasons(app),
        ...ahead,
      ],
      next: 'ask-admin',
      facts: [...base.facts, APP_PASSWORDS, PER_USER_MFA, ...missingFacts(admin)],
      until: stillAhead(removal),
      ...(isOffByDefault && admin.smtpAuth === 'unknown' && { since: defaultOff }),
    };
  }
  if (isOffByDefault && admin.smtpAuth === 'unknown') {
    return {
      ...base,
      kind: 'depends-on-admin',
      reasons: [
        sayDated('reason_default_off_done', defaultOff),
        say('reason_only_sending_is_left'),
        ...modernReasons(app),
        ...ahead,
      ],
      next: 'ask-admin',
      until: stillAhead(removal),
      since: defaultOff,
    };
  }
  return {
    ...base,
    kind: 'only-for-sending',
    reasons: [
      say('reason_only_sending_is_left'),
      sendingReason(admin),
      ...(admin.appPasswords === 'unknown' ? [say('reason_who_is_offered_one')] : []),
      ...modernReasons(app),
      ...ahead,
    ],
    next: 'guide',
    facts: [...base.facts, APP_PASSWORDS, PER_USER_MFA],
    until: sooner(stillAhead(defaultOff), stillAhead(removal)),
  };
}

function missingReason({ missingBecause }: AdminFacts): Sentence {
  switch (missingBecause) {
    case 'switched-off':
      return say('reason_app_passwords_off');
    case 'conditional-access':
      return say('reason_conditional_access');
    case 'security-defaults':
      return say('reason_security_defaults');
    default:
      return say('reason_option_missing');
  }
}

function missingFacts({ missingBecause }: AdminFacts): Fact[] {
  if (missingBecause === 'conditional-access') return [COMBINED_REGISTRATION];
  return missingBecause === 'security-defaults' ? [SECURITY_DEFAULTS] : [];
}

function sendingReason({ smtpAuth, smtpAuthBy }: AdminFacts): Sentence {
  if (smtpAuth !== 'allowed') return say('reason_if_admin_allows');
  return say(smtpAuthBy === 'organisation' ? 'reason_organisation_allows' : 'reason_admin_allows');
}

/** Every supported version, or every version from a known one on, has Microsoft's own sign-in. */
function signsInByItself(app: App): boolean {
  return app.modernSignIn.support === 'always' || app.modernSignIn.support === 'since';
}

/** Some way to modern sign-in exists, though not in every copy of the app or not without work. */
function mightSignIn(app: App): boolean {
  return (
    signsInByItself(app) ||
    app.modernSignIn.support === 'some-models' ||
    app.modernSignIn.support === 'by-hand'
  );
}

function modernReasons({ name, modernSignIn }: App): Sentence[] {
  switch (modernSignIn.support) {
    case 'always':
      return [say('reason_modern_always', name)];
    case 'since':
      return [
        say('reason_modern_always', name),
        ...(modernSignIn.since ? [say('reason_modern_since', modernSignIn.since)] : []),
      ];
    case 'some-models':
      return [say('reason_modern_some_models', name)];
    case 'by-hand':
      return [say('reason_modern_by_hand', name)];
    case 'none':
      return [say('reason_modern_none', name)];
    case 'unknown':
      return [say('reason_modern_unknown', name)];
  }
}

function closedReason(account: AccountKind, closed: TimelineEvent | undefined): Sentence[] {
  if (!closed) return [];
  return [sayDated(account === 'personal' ? 'reason_personal_mail_closed' : 'reason_reading_closed', closed)];
}

/** Best first. */
function insteadOfReading(app: App): Alternative[] {
  const modern: Alternative[] = mightSignIn(app) ? ['modern-sign-in'] : [];
  switch (app.kind) {
    case 'mail-program':
    case 'mobile':
      return [...modern, 'outlook-or-web', 'other-app'];
    case 'service':
      return [...modern, 'forwarding', 'other-app'];
    case 'script':
      return [...modern, 'graph'];
    case 'device':
      return [...modern, 'outlook-or-web'];
  }
}

/** Best first. */
function insteadOfSending(app: App): Alternative[] {
  const modern: Alternative[] = mightSignIn(app) ? ['modern-sign-in'] : [];
  switch (app.kind) {
    case 'mail-program':
    case 'mobile':
      return [...modern, 'outlook-or-web', 'other-app'];
    case 'service':
      return [...modern, 'relay-connector', 'azure-communication', 'high-volume-email'];
    case 'script':
      return ['graph', ...modern, 'azure-communication', 'relay-connector', 'high-volume-email'];
    case 'device': {
      const firmware: Alternative[] =
        app.modernSignIn.support === 'some-models' || app.modernSignIn.support === 'unknown'
          ? ['firmware-update']
          : [];
      return [...modern, ...firmware, 'relay-connector', 'high-volume-email', 'azure-communication'];
    }
  }
}

function say(key: string, ...args: SentenceArg[]): Sentence {
  return args.length === 0 ? { key } : { key, args };
}

function sayDated(key: string, event: TimelineEvent | undefined): Sentence {
  return event ? { key, args: [{ day: event.on, precision: event.precision }] } : { key };
}

function dated(event: TimelineEvent): DatedChange {
  return { event: event.id, day: event.on, precision: event.precision };
}

function sooner(a: TimelineEvent | undefined, b: TimelineEvent | undefined): TimelineEvent | undefined {
  if (!a || !b) return a ?? b;
  return a.on <= b.on ? a : b;
}

function sourceOf(event: TimelineEvent | undefined): Fact[] {
  return event ? [event.source] : [];
}

function appSources({ app }: Question, claim: ClaimId): readonly Source[] {
  return app.sources.filter((source) => source.for.includes(claim));
}

/** Rules of Microsoft carry no claim of the app. */
function microsoftSource(fact: Fact): Source {
  return { ...fact, for: [] };
}

function withoutRepeats(sources: readonly Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    const key = `${source.publisher}|${source.url ?? source.title}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
