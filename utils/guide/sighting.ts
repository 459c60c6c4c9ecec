/** What advice rests on besides the task, and the words it is put in. */
import type { Sentence, SentenceArg } from '../lib/sentence.ts';
import type { PageLabels, PageState, TargetName } from '../pages/security-info/state.ts';
import type { Advice, GuideStep } from './advice.ts';

/** The page as read, and for how long it has looked like this. */
export interface Sighting {
  readonly state: PageState;
  readonly labels: PageLabels;
  /** The page's language is known, so what isn't found really isn't there. */
  readonly languageKnown: boolean;
  /** Milliseconds since the state last changed. */
  readonly unchangedFor: number;
}

/** A page that shows nothing we know may still be loading; people wait 2 to 30 s for this one (public bots, 2024 to 2026). */
export const LOADING_MS = 30_000;
/** A list is taken as complete when it has not changed for this long (an assumption of ours). */
export const SETTLED_MS = 1_000;
/** A row may take up to half a minute to show or to go (what public bots wait for a list to agree). */
export const ROW_MS = 30_000;

export function advice(tone: Advice['tone'], step: GuideStep, ...sentences: readonly Sentence[]): Advice {
  return { tone, step, say: sentences, target: null, row: null, offerName: false, help: null, againIn: null };
}

export function say(key: string, ...args: readonly SentenceArg[]): Sentence {
  return args.length > 0 ? { key, args } : { key };
}

/** What the page calls a control, in its own words; empty when nobody knows. */
export function label(sighting: Sighting, target: TargetName): SentenceArg {
  const found = sighting.labels[target];
  return found ? { label: found.text, lang: found.lang } : '';
}

/** A page that shows nothing known: it may still be loading, and then it is one nobody has seen. */
export function unrecognised(
  sighting: Sighting,
  isOpen: boolean,
  step: GuideStep,
  ...stuck: readonly Sentence[]
): Advice {
  const left = LOADING_MS - sighting.unchangedFor;
  if (!isOpen && left > 0) return { ...advice('wait', step, say('card_loading')), againIn: left };
  return { ...advice('stuck', step, ...stuck), help: 'page-not-recognised' };
}

export const openPage = (): Advice => advice('do', 'open', say('card_open_page'));
