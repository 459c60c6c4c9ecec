/**
 * Which of a person's app passwords does a dated change at Microsoft touch, what happens to them, and what is
 * the way out? Pure: entries, timeline, apps and the day are parameters. The rules are those of the verdict;
 * that the end of codes by text message stands between people and Microsoft's page is in the timeline's source.
 */
import type { AccountKind, App, Purpose } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import { daysBetween, laterOf } from '../lib/days.ts';
import {
  DEFAULT_OFF,
  FINAL_DATE_ANNOUNCED,
  FINAL_REMOVAL,
  PERSONAL_MAIL_CLOSED,
  PROTOCOLS_CLOSED,
  SMS_VOICE_END,
  TIMELINE,
} from '../timeline/events.ts';
import { factsCheckedOn, hasHappened, past, upcoming } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import { verdictFor } from './advise.ts';
import type { Alternative, Verdict } from './verdict.ts';

/** What the radar needs to know of an entry of the inventory (utils/inventory/entry.ts). */
export interface RadarEntry {
  readonly id: string;
  readonly appId: string | null;
  readonly appName: string;
  readonly device: string;
  readonly account: string;
  readonly purpose: 'send' | 'other';
  readonly state: 'active' | 'rotating' | 'old-still-valid' | 'revoked' | 'lost';
  readonly isArchived: boolean;
}

/**
 * What a change does to an app password. `ends`: it stops working; `needs-admin`: it stops unless the admin
 * allows it again; `announces`: nothing yet, a day will be named; `blocks-page`: it works on, but without
 * another second step the person can't reach the page to replace or delete it.
 */
export type Effect = 'ends' | 'needs-admin' | 'announces' | 'blocks-page';

/** `second-step`: register one that is no text message; `delete-it`: nothing uses it any more. */
export type WayOut = Alternative | 'second-step' | 'delete-it';

/** Something to do because of one change. */
export interface PlanLine {
  /** Names this line of the plan: the change, and the entry or `all`. */
  readonly tick: string;
  /** `null`: one thing to do for all that are touched. */
  readonly entry: RadarEntry | null;
  /** The best way out first, then the next best. Empty where only the person knows what the entry is for. */
  readonly ways: readonly WayOut[];
}

export interface RadarItem {
  readonly event: TimelineEvent;
  readonly isAhead: boolean;
  /** Whole days until it happens; negative once it has. */
  readonly daysLeft: number;
  readonly effect: Effect | null;
  /** How many of the entries it touches. */
  readonly touched: number;
  /** In the order of the entries given; empty where nothing has to be done. */
  readonly lines: readonly PlanLine[];
}

export interface RadarQuestion {
  readonly entries: readonly RadarEntry[];
  readonly today: Day;
  readonly appById: (id: string) => App | undefined;
  readonly timeline?: readonly TimelineEvent[];
}

/** Stands in a tick for all entries of a change. */
const ALL = 'all';

/** Tells the ways for an app that is in no list. */
const ANY_APP = 'other-service';

/** More ways than these are on the app's own page. */
const WAYS = 2;

/**
 * @returns every change ahead, soonest first, whether or not it touches an entry; before them the changes that
 * are over but touch one. A change of one special service (High Volume Email has accounts of its own) touches
 * no app password and is left out, as are revoked and archived entries
 */
export function radar({ entries, today: day, appById, timeline = TIMELINE }: RadarQuestion): RadarItem[] {
  const today = laterOf(day, factsCheckedOn(timeline));
  const living = entries.filter(({ state, isArchived }) => state !== 'revoked' && !isArchived);
  const known = { today, appById, timeline, ways: new Map<string, readonly WayOut[]>() };
  const item = (event: TimelineEvent): RadarItem => {
    const effect = EFFECTS.get(event.id) ?? null;
    const touched = effect ? living.filter((entry) => isTouched(entry, event.id, appById)) : [];
    return {
      event,
      isAhead: !hasHappened(event, today),
      daysLeft: daysBetween(today, event.on),
      effect,
      touched: touched.length,
      lines: effect ? linesOf(event, effect, touched, known) : [],
    };
  };
  const concerns = (event: TimelineEvent) => event.touches.some((touched) => touched !== 'high-volume-email');
  return [
    ...past(today, timeline)
      .map(item)
      .filter(({ touched }) => touched > 0)
      .toReversed(),
    ...upcoming(today, timeline).filter(concerns).map(item),
  ];
}

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  [PROTOCOLS_CLOSED, 'ends'],
  [PERSONAL_MAIL_CLOSED, 'ends'],
  [DEFAULT_OFF, 'needs-admin'],
  [SMS_VOICE_END, 'blocks-page'],
  [FINAL_DATE_ANNOUNCED, 'announces'],
  [FINAL_REMOVAL, 'ends'],
]);

/** Microsoft's own mail domains: addresses there belong to personal accounts. */
const PERSONAL_DOMAIN = /@(?:outlook|hotmail|live|msn|passport)(?:\.[a-z]{2,3}){1,2}$/i;

/** The kind of account an address belongs to; an address of an own domain may be a personal one in rare cases. */
export function accountKindOf(address: string): AccountKind {
  return PERSONAL_DOMAIN.test(address.trim()) ? 'personal' : 'work';
}

function isTouched(entry: RadarEntry, event: string, appById: RadarQuestion['appById']): boolean {
  const account = accountKindOf(entry.account);
  const purpose = purposeOf(entry, appById);
  switch (event) {
    case PROTOCOLS_CLOSED:
      return account === 'work' && purpose === 'read';
    case PERSONAL_MAIL_CLOSED:
      return account === 'personal' && (purpose === 'read' || purpose === 'send');
    case SMS_VOICE_END:
      return account === 'work';
    default:
      return account === 'work' && purpose === 'send';
  }
}

/** What the entry's app password is for; `null` where only the person knows. */
function purposeOf({ purpose, appId }: RadarEntry, appById: RadarQuestion['appById']): Purpose | null {
  if (purpose === 'send') return 'send';
  const purposes = (appId !== null && appById(appId)?.purposes) || [];
  if (purposes.includes('sign-in')) return 'sign-in';
  return purposes.includes('read') ? 'read' : null;
}

type Known = Required<Omit<RadarQuestion, 'entries'>> & {
  /** Many entries ask the same question. */
  readonly ways: Map<string, readonly WayOut[]>;
};

function linesOf(
  event: TimelineEvent,
  effect: Effect,
  touched: readonly RadarEntry[],
  known: Known,
): readonly PlanLine[] {
  if (touched.length === 0 || effect === 'announces') return [];
  // A second step belongs to the person, not to one of their app passwords.
  if (effect === 'blocks-page') return [{ tick: `${event.id}/${ALL}`, entry: null, ways: ['second-step'] }];
  return touched.map((entry) => ({ tick: `${event.id}/${entry.id}`, entry, ways: waysOut(entry, known) }));
}

function waysOut(entry: RadarEntry, { today, appById, timeline, ways: found }: Known): readonly WayOut[] {
  const app = (entry.appId !== null && appById(entry.appId)) || appById(ANY_APP);
  const purpose = purposeOf(entry, appById);
  if (!app || !purpose) return [];
  const account = accountKindOf(entry.account);
  const key = `${app.id} ${account} ${purpose}`;
  const before = found.get(key);
  if (before) return before;
  const admin = { smtpAuth: 'unknown', appPasswords: 'unknown' } as const;
  const ways = waysFrom(verdictFor({ app, account, purpose, admin, today }, timeline), purpose);
  found.set(key, ways);
  return ways;
}

function waysFrom(verdict: Verdict, purpose: Purpose): readonly WayOut[] {
  const instead = verdict.instead.slice(0, WAYS);
  return verdict.kind === 'not-needed' || purpose === 'read' ? [...instead, 'delete-it'] : instead;
}

/** The ticks that still name a line of the plan; the others belong to entries that are gone. */
export function ticksLeft(
  ticks: readonly string[],
  entries: readonly Pick<RadarEntry, 'id'>[],
): readonly string[] {
  const ids = new Set(entries.map(({ id }) => id));
  return ticks.filter((tick) => {
    const about = tick.slice(tick.indexOf('/') + 1);
    return about === ALL || ids.has(about);
  });
}
