/**
 * The guide: (task, what the page shows) -> advice. There is no position in a tour that could fall out of
 * step; a reload, a new sign-in, a closed dialog or another order of clicks needs no case of its own.
 */
import type { Sentence, SentenceArg } from '../lib/sentence.ts';
import {
  APP_PASSWORD_LIMIT,
  type PageLabels,
  type PageState,
  type TargetName,
} from '../pages/security-info/state.ts';
import { type Advice, CREATE_STEPS, type CreateStep, type StepStatus } from './advice.ts';
import { NAME_MIN_LENGTH, type Task } from './task.ts';

/** What advice rests on: the page as read, and for how long it has looked like this. */
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
/** A method list is taken as complete when it has not changed for this long (an assumption of ours). */
export const SETTLED_MS = 1_000;
/** A new row may take up to half a minute to show (what public bots wait for a list to agree). */
export const ROW_MS = 30_000;

/**
 * @param task what the person asked for, and what was witnessed so far
 * @param sighting the page now; `null` when no page of Microsoft's is open
 * @returns what to say and mark; `null` when the guide must be silent on this page
 */
export function advise(task: Task, sighting: Sighting | null): Advice | null {
  if (task.seen.made !== null) return finished(task.seen.made);
  if (sighting === null) return task.seen.result ? afterResultClosed() : openPage();
  const { state } = sighting;
  switch (state.kind) {
    case 'elsewhere':
      return null;
    case 'unrecognised':
      return unrecognised(task, sighting, state.open);
    case 'list':
      return task.seen.result ? awaitRow(task, sighting, state.names) : startAdding(task, sighting);
    case 'picker':
      return chooseMethod(sighting, state);
    case 'name':
      return nameIt(task, sighting, state);
    case 'creating':
      return advice('wait', 'name', [say('card_creating')]);
    case 'result':
      return {
        ...advice('careful', 'copy', [say('card_copy_now'), say('card_then_done', label(sighting, 'done'))]),
        target: 'done',
      };
    case 'failed':
      return state.limit || isFull(task)
        ? limitReached()
        : { ...advice('stuck', 'name', [say('card_failed')]), target: 'back', help: 'creation-failed' };
    case 'other-method':
      return {
        ...advice('careful', 'choose', [say('card_other_method', label(sighting, 'app-password'))]),
        target: 'back',
      };
    case 'interrupted':
      return advice('wait', task.seen.result ? 'check' : 'add', [say('card_interrupted')]);
  }
}

/** The steps with what the page proves: everything before the due step is done because its effect shows. */
export function stepsOf(current: CreateStep, isFinished: boolean): StepStatus[] {
  const due = CREATE_STEPS.indexOf(current);
  return CREATE_STEPS.map((step, index) => ({
    step,
    status: isFinished || index < due ? 'done' : index === due ? 'current' : 'ahead',
  }));
}

function startAdding(task: Task, sighting: Sighting): Advice {
  if (isFull(task)) return limitReached();
  return { ...advice('do', 'add', [say('card_add', label(sighting, 'add-method'))]), target: 'add-method' };
}

function awaitRow(task: Task, sighting: Sighting, names: readonly string[] | null): Advice {
  if (names === null) return { ...finished(task.name), say: [say('card_check_row_yourself', task.name)] };
  const left = ROW_MS - sighting.unchangedFor;
  if (left > 0) return { ...advice('wait', 'check', [say('card_await_row', task.name)]), againIn: left };
  return { ...advice('careful', 'check', [say('card_row_missing', task.name)]), help: 'row-missing' };
}

function chooseMethod(sighting: Sighting, state: Extract<PageState, { kind: 'picker' }>): Advice {
  const appPassword = label(sighting, 'app-password');
  if (state.appPassword === 'chosen') {
    return {
      ...advice('do', 'choose', [say('card_confirm_add', label(sighting, 'confirm-add'))]),
      target: 'confirm-add',
    };
  }
  if (state.appPassword === 'offered') {
    return { ...advice('do', 'choose', [say('card_choose', appPassword)]), target: 'app-password' };
  }
  if (state.more) {
    return state.form === 'drop-down'
      ? { ...advice('do', 'choose', [say('card_open_list', appPassword)]), target: 'method-list' }
      : {
          ...advice('do', 'choose', [say('card_show_more', label(sighting, 'show-more'))]),
          target: 'show-more',
        };
  }
  if (state.appPassword === 'unreadable') {
    return {
      ...advice('do', 'choose', [say('card_choose_unreadable', appPassword)]),
      help: 'page-not-recognised',
    };
  }
  const left = SETTLED_MS - sighting.unchangedFor;
  if (left > 0) return { ...advice('wait', 'choose', [say('card_list_settling')]), againIn: left };
  return { ...advice('stuck', 'choose', [say('card_not_offered', appPassword)]), help: 'option-missing' };
}

function nameIt(task: Task, sighting: Sighting, state: Extract<PageState, { kind: 'name' }>): Advice {
  const next = label(sighting, 'next');
  if (state.refused) {
    return {
      ...advice('careful', 'name', [say('card_name_refused', NAME_MIN_LENGTH, task.name)]),
      target: 'name-field',
      offerName: true,
    };
  }
  if (state.ready)
    return { ...advice('do', 'name', [say('card_next', next)]), target: 'next', offerName: true };
  return {
    ...advice('do', 'name', [say('card_name', task.name), say('card_name_then_next', NAME_MIN_LENGTH, next)]),
    target: 'name-field',
    offerName: true,
  };
}

function unrecognised(task: Task, sighting: Sighting, isOpen: boolean): Advice {
  const step = task.seen.result ? 'check' : 'open';
  const left = LOADING_MS - sighting.unchangedFor;
  if (!isOpen && left > 0) return { ...advice('wait', step, [say('card_loading')]), againIn: left };
  return {
    ...advice('stuck', step, [
      isOpen
        ? say('card_unrecognised_dialog', label(sighting, 'app-password'))
        : say('card_unrecognised', label(sighting, 'add-method'), label(sighting, 'app-password')),
    ]),
    help: 'page-not-recognised',
  };
}

function openPage(): Advice {
  return advice('do', 'open', [say('card_open_page')]);
}

function afterResultClosed(): Advice {
  return { ...advice('careful', 'check', [say('card_closed_after_result')]), help: 'row-missing' };
}

function finished(name: string): Advice {
  return advice('finished', 'check', [say('card_finished', name)]);
}

function limitReached(): Advice {
  return { ...advice('stuck', 'add', [say('card_limit', APP_PASSWORD_LIMIT)]), help: 'limit-reached' };
}

function isFull(task: Task): boolean {
  return (task.seen.before?.length ?? 0) >= APP_PASSWORD_LIMIT;
}

function advice(tone: Advice['tone'], step: CreateStep, sentences: readonly Sentence[]): Advice {
  return { tone, step, say: sentences, target: null, offerName: false, help: null, againIn: null };
}

function say(key: string, ...args: readonly SentenceArg[]): Sentence {
  return args.length > 0 ? { key, args } : { key };
}

function label(sighting: Sighting, target: TargetName): SentenceArg {
  const found = sighting.labels[target];
  return found ? { label: found.text, lang: found.lang } : '';
}
