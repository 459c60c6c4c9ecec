/**
 * What does this error mean, can a new app password help, who can fix it, and what now? Pure functions from a
 * text, a symptom or an answer to a diagnosis. A text nobody knows gets the nearest family or none, never a
 * guess dressed as knowledge.
 */
import type { Fact } from '../advisor/microsoft.ts';
import { mailServer } from '../catalogue/server.ts';
import type { Day } from '../lib/day.ts';
import { laterOf } from '../lib/days.ts';
import type { Sentence } from '../lib/sentence.ts';
import { DEFAULT_OFF, FINAL_REMOVAL, TIMELINE } from '../timeline/events.ts';
import { eventById, factsCheckedOn, hasHappened } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import type { Diagnosis, Family, NewPassword, Step } from './diagnosis.ts';
import { FAMILIES, UNKNOWN } from './families.ts';
import { PROGRAMS } from './programs.ts';
import { SYMPTOMS } from './symptoms.ts';
import { normalised, type Passage, passagesOf } from './text.ts';

export interface When {
  readonly today: Day;
  /** A test may bring its own. */
  readonly timeline?: readonly TimelineEvent[];
}

/** At most so many other findings are named. */
const ALSO = 3;

type Case = Omit<Family, 'rank' | 'signs'>;

/**
 * @param text an error as any program, device or log shows it: any length, any language, any form
 * @returns a diagnosis for every text. Nothing of the text itself is in it
 */
export function diagnose(text: string, when: When): Diagnosis {
  const passages = passagesOf(text);
  const found = families(passages);
  const [best, ...others] = found;
  const hints = programHints(passages);
  if (!best) return say(UNKNOWN, 'no', when, hints);
  const also = others
    .filter((family) => family.rank >= 2.5 && family.title !== best.title)
    .slice(0, ALSO)
    .map((family) => ({ key: family.title }));
  const needsMore = best.rank <= 1;
  return {
    ...say(best, best.rank < 1 ? 'nearest' : 'exact', when, needsMore ? hints : []),
    also,
  };
}

/** The diagnosis for a symptom chosen from the list; `undefined` for an id that is none. */
export function diagnoseSymptom(id: string, when: When): Diagnosis | undefined {
  const symptom = SYMPTOMS.find((candidate) => candidate.id === id);
  return symptom && say(symptom, 'exact', when, []);
}

/** The diagnosis an answer leads to; `undefined` for an id that is none. */
export function diagnoseFamily(id: string, when: When): Diagnosis | undefined {
  const family = FAMILIES.find((candidate) => candidate.id === id);
  return family && say(family, 'exact', when, []);
}

/** Families whose signs the passages show: firmest first, among equals what stands later in the text. */
function families(passages: readonly Passage[]): Family[] {
  const last = new Map<Family, number>();
  passages.forEach((passage, index) => {
    for (const { family, signs } of COMPILED) {
      if (signs.some((sign) => sign.every((part) => part(passage)))) last.set(family, index);
    }
  });
  return [...last].toSorted(([a, atA], [b, atB]) => b.rank - a.rank || atB - atA).map(([family]) => family);
}

type Part = (passage: Passage) => boolean;

const COMPILED: readonly { readonly family: Family; readonly signs: readonly (readonly Part[])[] }[] =
  FAMILIES.map((family) => ({ family, signs: family.signs.map((sign) => sign.map(compile)) }));

const HINTS = PROGRAMS.map(({ hint, signs }) => ({ hint, signs: signs.map((sign) => sign.map(compile)) }));

/** A part of a sign as a test: `#` begins a code, `^…$` is the whole text, anything else is a phrase. */
function compile(part: string): Part {
  if (part.startsWith('^')) {
    const whole = part.slice(1, -1);
    return ({ full }) => full === whole;
  }
  if (part.startsWith('#')) {
    const pattern = codePattern(part.slice(1));
    return ({ full }) => pattern.test(full);
  }
  const phrase = normalised(part);
  if (/\d/.test(phrase)) return ({ full }) => full.replaceAll('.', '').includes(phrase);
  return ({ letters }) => letters.includes(phrase);
}

/** A code as a pattern over `Passage.full`. Its last group may be broken in two by the end of a line. */
function codePattern(code: string): RegExp {
  const groups = code.toLowerCase().split('.');
  const body = groups.map((group, index) => {
    const loose = group.length >= 3 && (index > 0 || /[a-z]/.test(group));
    return loose ? [...group].join('\\.?') : group;
  });
  const open = /[a-z]$/.test(code.toLowerCase()) || code.startsWith('0x');
  return new RegExp(`(?<![\\d])${body.join('\\.')}${open ? '' : '(?!\\d)'}`);
}

/** How to make the program at hand show the server's whole answer. */
function programHints(passages: readonly Passage[]): readonly Step[] {
  const found = HINTS.find(({ signs }) =>
    signs.some((sign) => passages.some((passage) => sign.every((part) => part(passage)))),
  );
  return found ? [found.hint] : [];
}

function say(
  about: Case,
  recognised: Diagnosis['recognised'],
  { today: day, timeline = TIMELINE }: When,
  hints: readonly Step[],
): Diagnosis {
  const checked = factsCheckedOn(timeline);
  const today = laterOf(day, checked);
  const change = datedPart(about, today, timeline);
  return {
    family: about.id,
    recognised,
    title: { key: about.title },
    means: [...about.means.map((key) => ({ key })), ...change.means],
    newPassword: change.newPassword,
    fixedBy: change.over ? 'nobody' : about.fixedBy,
    steps: change.over
      ? [{ key: 'fix_step_modern' }, { key: 'fix_step_other_ways' }]
      : [...hints, ...about.steps].map(toSentence),
    question:
      about.question && !change.over
        ? {
            ask: { key: about.question.ask },
            answers: about.question.answers.map((answer) => ({
              say: { key: answer.say },
              family: answer.family,
            })),
          }
        : null,
    also: [],
    extra: change.over ? null : (about.extra ?? null),
    sources: [...about.sources, ...change.sources],
    certainty: about.certainty,
    assumes: today,
    checked,
  };
}

interface DatedPart {
  readonly means: readonly Sentence[];
  readonly newPassword: NewPassword;
  readonly sources: readonly Fact[];
  /** Sending by password has ended for good. */
  readonly over: boolean;
}

/** What Microsoft's dated changes add to a failure of sending by password. */
function datedPart(about: Case, today: Day, timeline: readonly TimelineEvent[]): DatedPart {
  const as = (key: string, event: TimelineEvent): Sentence => ({
    key,
    args: [{ day: event.on, precision: event.precision }],
  });
  const nothing = { means: [], newPassword: about.newPassword, sources: [], over: false };
  if (!about.dated) return nothing;
  const removal = eventById(FINAL_REMOVAL, timeline);
  if (removal && hasHappened(removal, today)) {
    return {
      means: [as('diagnosis_removed', removal)],
      newPassword: 'no',
      sources: [removal.source],
      over: true,
    };
  }
  const defaultOff = eventById(DEFAULT_OFF, timeline);
  if (about.dated === 'ends' || !defaultOff) return nothing;
  const done = hasHappened(defaultOff, today);
  return {
    ...nothing,
    means: [as(done ? 'diagnosis_default_off_done' : 'diagnosis_default_off_ahead', defaultOff)],
    sources: [defaultOff.source],
  };
}

function toSentence(step: Step): Sentence {
  if (typeof step === 'string') return { key: step };
  const server = mailServer('smtp', 'work');
  return server ? { key: step.key, args: [server.host, String(server.port)] } : { key: step.key };
}
