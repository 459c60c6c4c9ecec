/**
 * The ways to let an app in, side by side: an app password and what else there is, for one question, today
 * and after each dated change. Pure; the rules and their sources are in microsoft.ts, the days come from the
 * timeline.
 */
import type { App, Certainty } from '../catalogue/app.ts';
import { weakest } from '../catalogue/certainty.ts';
import type { Day } from '../lib/day.ts';
import { dayAfter, laterOf } from '../lib/days.ts';
import type { Sentence } from '../lib/sentence.ts';
import {
  DEFAULT_OFF,
  FINAL_REMOVAL,
  HIGH_VOLUME_PASSWORDS_END,
  SMS_VOICE_END,
  TIMELINE,
} from '../timeline/events.ts';
import { eventById, factsCheckedOn, upcoming } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import { verdictFor } from './advise.ts';
import {
  APP_PASSWORDS,
  AZURE_COMMUNICATION,
  type Fact,
  GENERAL_KNOWLEDGE,
  HIGH_VOLUME_EMAIL,
  RELAY_CONNECTOR,
  SMTP_WITH_OAUTH_STAYS,
} from './microsoft.ts';
import type { Question } from './verdict.ts';

/** The rows, in the order of the table. */
export const OPTIONS = [
  'app-password',
  'modern-sign-in',
  'authenticator',
  'passkey',
  'password-manager',
  'relay-connector',
  'high-volume-email',
  'azure-communication',
] as const;
export type OptionId = (typeof OPTIONS)[number];

/** Does it let this app in? `if-admin`: once an admin sets it up or allows it; `some`: some versions, or with
 * work; `alongside`: it goes with another way and is none by itself; `not-needed`: there is no call for it. */
export type Works = 'yes' | 'if-admin' | 'some' | 'no' | 'not-needed' | 'alongside' | 'unknown';
export type Grade = 'good' | 'fair' | 'poor';
export type Effort = 'low' | 'medium' | 'high';
/** `included`: no extra charge; `paid`: priced by use; `depends`: on the model, plan or product. */
export type Cost = 'included' | 'paid' | 'depends';

/** A point in time of the table. */
export interface Column {
  /** `today`, an event's id, or `sending-final-removal` while its day is unknown. */
  readonly id: string;
  readonly title: Sentence;
}

export interface Option {
  readonly id: OptionId;
  /** `option_<id>` */
  readonly title: Sentence;
  /** What it is and what speaks for or against it here: `option_<id>_what`, and a reason where it fails. */
  readonly say: readonly Sentence[];
  readonly security: Grade;
  readonly convenience: Grade;
  readonly effort: Effort;
  readonly cost: Cost;
  /** One per column, in their order. */
  readonly works: readonly Works[];
  readonly sources: readonly Fact[];
  readonly certainty: Certainty;
}

export interface Comparison {
  readonly columns: readonly Column[];
  readonly options: readonly Option[];
  readonly assumes: Day;
}

/** Changes that can alter an answer in this table; the others only announce or concern new organisations. */
const COLUMN_EVENTS: readonly string[] = [
  DEFAULT_OFF,
  SMS_VOICE_END,
  FINAL_REMOVAL,
  HIGH_VOLUME_PASSWORDS_END,
];

/** Stands for the unknown day of the final removal: after every change that has one. */
const SOME_DAY: Day = '9000-01-01';

/**
 * Compares the ways for one question.
 * @returns columns (today, then each dated change ahead, and the final removal even while its day is
 * unknown) and all options, each with one answer per column
 */
export function compareOptions(
  question: Question,
  timeline: readonly TimelineEvent[] = TIMELINE,
): Comparison {
  const today = laterOf(question.today, factsCheckedOn(timeline));
  const moments = momentsOf(today, timeline);
  return {
    columns: moments.map(({ id, title }) => ({ id, title })),
    options: OPTIONS.map((id) => option(id, { ...question, today }, moments)),
    assumes: today,
  };
}

interface Moment extends Column {
  readonly day: Day;
  readonly timeline: readonly TimelineEvent[];
  /** The default switch lies between today and this column: what the admin allowed today may be off. */
  readonly afterDefaultOff: boolean;
  readonly afterHighVolumePasswords: boolean;
}

function momentsOf(today: Day, timeline: readonly TimelineEvent[]): Moment[] {
  const known = eventById(FINAL_REMOVAL, timeline);
  const ahead = upcoming(today, timeline).filter((event) => COLUMN_EVENTS.includes(event.id));
  const passed = (id: string, index: number) => ahead.slice(0, index).some((event) => event.id === id);
  const moments: Moment[] = [
    {
      id: 'today',
      title: { key: 'column_today', args: [{ day: today }] },
      day: today,
      timeline,
      afterDefaultOff: false,
      afterHighVolumePasswords: !ahead.some((event) => event.id === HIGH_VOLUME_PASSWORDS_END),
    },
    ...ahead.map((event, index) => ({
      id: event.id,
      title: {
        key: `column_${event.id.replaceAll('-', '_')}`,
        args: [{ day: event.on, precision: event.precision }],
      },
      day: event.precision === 'day' ? event.on : dayAfter(event.on),
      timeline,
      afterDefaultOff: passed(DEFAULT_OFF, index + 1),
      afterHighVolumePasswords: !ahead
        .slice(index + 1)
        .some((later) => later.id === HIGH_VOLUME_PASSWORDS_END),
    })),
  ];
  if (!known) moments.push(undatedRemoval(timeline));
  return moments;
}

function undatedRemoval(timeline: readonly TimelineEvent[]): Moment {
  const removal: TimelineEvent = {
    id: FINAL_REMOVAL,
    on: SOME_DAY,
    precision: 'day',
    status: 'planned',
    touches: ['sending'],
    source: GENERAL_KNOWLEDGE,
  };
  return {
    id: FINAL_REMOVAL,
    title: { key: 'column_final_removal_undated' },
    day: SOME_DAY,
    timeline: [...timeline, removal],
    afterDefaultOff: true,
    // Which comes first is not known: nobody should plan on the better answer.
    afterHighVolumePasswords: true,
  };
}

function option(id: OptionId, question: Question, moments: readonly Moment[]): Option {
  const draft = DRAFTS[id](question);
  const works = moments.map(draft.works);
  const sources = draft.sources;
  return {
    id,
    title: { key: `option_${id.replaceAll('-', '_')}` },
    say: [{ key: `option_${id.replaceAll('-', '_')}_what` }, ...(draft.say ?? [])],
    security: draft.security,
    convenience: draft.convenience,
    effort: draft.effort,
    cost: draft.cost,
    works,
    sources,
    certainty: weakest([...sources.map((source) => source.certainty), ...(draft.certainties ?? [])]),
  };
}

interface Draft {
  readonly security: Grade;
  readonly convenience: Grade;
  readonly effort: Effort;
  readonly cost: Cost;
  readonly works: (moment: Moment) => Works;
  readonly say?: readonly Sentence[];
  readonly sources: readonly Fact[];
  readonly certainties?: readonly Certainty[];
}

const MODERN_EFFORT: Readonly<Record<App['modernSignIn']['support'], Effort>> = {
  always: 'low',
  since: 'low',
  'some-models': 'medium',
  'by-hand': 'high',
  none: 'high',
  unknown: 'medium',
};

const DRAFTS: Readonly<Record<OptionId, (question: Question) => Draft>> = {
  'app-password': (question) => ({
    security: 'poor',
    convenience: 'good',
    effort:
      question.admin.smtpAuth === 'allowed' && question.admin.appPasswords === 'offered' ? 'low' : 'medium',
    cost: 'included',
    works: (moment) => passwordWorks(question, moment),
    sources: [APP_PASSWORDS],
    certainties: [verdictFor(question).certainty],
  }),
  'modern-sign-in': (question) => ({
    security: 'good',
    convenience: 'good',
    effort: MODERN_EFFORT[question.app.modernSignIn.support],
    cost: question.app.modernSignIn.support === 'some-models' ? 'depends' : 'included',
    works: () => modernWorks(question),
    sources: [SMTP_WITH_OAUTH_STAYS],
    certainties: [question.app.modernSignIn.certainty],
  }),
  authenticator: (question) => ({ ...secondStep(question), convenience: 'fair', cost: 'included' }),
  passkey: (question) => ({ ...secondStep(question), convenience: 'good', cost: 'depends' }),
  'password-manager': () => ({
    security: 'fair',
    convenience: 'good',
    effort: 'low',
    cost: 'depends',
    works: () => 'alongside',
    sources: [GENERAL_KNOWLEDGE],
  }),
  'relay-connector': (question) => ({
    security: 'fair',
    convenience: 'good',
    effort: 'high',
    cost: 'included',
    works: () => (sendsBySoftware(question) ? 'if-admin' : 'no'),
    say: whyNotForSoftware(question),
    sources: [RELAY_CONNECTOR],
  }),
  'high-volume-email': (question) => ({
    security: 'fair',
    convenience: 'fair',
    effort: 'high',
    cost: 'paid',
    works: (moment) => {
      if (!sendsBySoftware(question)) return 'no';
      if (!moment.afterHighVolumePasswords) return 'if-admin';
      return modernWorks(question) === 'no' ? 'no' : 'some';
    },
    say: whyNotForSoftware(question),
    sources: [HIGH_VOLUME_EMAIL],
  }),
  'azure-communication': (question) => ({
    security: 'fair',
    convenience: 'fair',
    effort: 'high',
    cost: 'paid',
    works: () => (sendsBySoftware(question) ? 'if-admin' : 'no'),
    say: whyNotForSoftware(question),
    sources: [AZURE_COMMUNICATION, GENERAL_KNOWLEDGE],
  }),
};

/** Follows the verdict on the day of the column, so that table and verdict can't disagree. */
function passwordWorks(question: Question, moment: Moment): Works {
  // What the admin allowed before the default switch may be off after it.
  const smtpAuth =
    moment.afterDefaultOff && question.admin.smtpAuth === 'allowed' ? 'unknown' : question.admin.smtpAuth;
  const admin = { ...question.admin, smtpAuth };
  const verdict = verdictFor({ ...question, admin, today: moment.day }, moment.timeline);
  switch (verdict.kind) {
    case 'not-needed':
      return 'not-needed';
    case 'needed':
      return 'yes';
    case 'only-for-sending':
      return smtpAuth === 'allowed' ? 'yes' : 'if-admin';
    case 'depends-on-admin':
      return 'if-admin';
    case 'cannot-work':
      return verdict.next === 'ask-admin' ? 'if-admin' : 'no';
  }
}

function modernWorks({ app, account }: Question): Works {
  const { support, personal } = app.modernSignIn;
  if (support === 'none') return 'no';
  if (account === 'personal' && personal?.works === false) return 'no';
  if (support === 'unknown' || (account === 'personal' && !personal)) return 'unknown';
  return support === 'always' || support === 'since' ? 'yes' : 'some';
}

/** A second step protects the person's own sign-in, so it reaches as far as modern sign-in does. */
function secondStep(question: Question): Omit<Draft, 'convenience' | 'cost'> {
  const reach = modernWorks(question);
  return {
    security: 'good',
    effort: 'low',
    works: () => (reach === 'yes' ? 'alongside' : reach),
    say: reach === 'no' ? [{ key: 'option_needs_a_window' }] : [],
    sources: [APP_PASSWORDS],
    certainties: [question.app.modernSignIn.certainty],
  };
}

/** The organisation's ways of sending are for devices and software of work accounts. */
function sendsBySoftware({ app, account, purpose }: Question): boolean {
  return (
    account === 'work' &&
    purpose === 'send' &&
    app.kind !== 'mail-program' &&
    app.kind !== 'mobile' &&
    app.purposes.includes('send')
  );
}

function whyNotForSoftware(question: Question): readonly Sentence[] {
  if (question.account === 'personal') return [{ key: 'option_needs_an_organisation' }];
  if (question.purpose !== 'send' || !question.app.purposes.includes('send'))
    return [{ key: 'option_sends_only' }];
  return sendsBySoftware(question) ? [] : [{ key: 'option_not_for_people' }];
}
