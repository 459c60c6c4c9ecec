/** Advice on making an app password. */
import { APP_PASSWORD_LIMIT, type PageState } from '../pages/security-info/state.ts';
import type { Advice } from './advice.ts';
import { advice, label, openPage, ROW_MS, SETTLED_MS, type Sighting, say, unrecognised } from './sighting.ts';
import { type CreateTask, NAME_MIN_LENGTH } from './task.ts';

/** @returns what to say and mark; `null` when the guide must be silent on this page */
export function adviseCreate(task: CreateTask, sighting: Sighting | null): Advice | null {
  if (task.seen.made !== null) return finished(task.seen.made);
  if (sighting === null) return task.seen.result ? afterResultClosed() : openPage();
  const { state } = sighting;
  switch (state.kind) {
    case 'elsewhere':
      return null;
    case 'unrecognised':
      return notRecognised(task, sighting, state.open);
    case 'list':
      return task.seen.result ? awaitRow(task, sighting, state.names) : startAdding(task, sighting);
    case 'picker':
      return chooseMethod(sighting, state);
    case 'name':
      return nameIt(task, sighting, state);
    case 'creating':
      return advice('wait', 'name', say('card_creating'));
    case 'result':
      return {
        ...advice('careful', 'copy', say('card_copy_now'), say('card_then_done', label(sighting, 'done'))),
        target: 'done',
      };
    case 'failed':
      return state.limit || isFull(task)
        ? limitReached()
        : { ...advice('stuck', 'name', say('card_failed')), target: 'back', help: 'creation-failed' };
    case 'other-method':
      return {
        ...advice('careful', 'choose', say('card_other_method', label(sighting, 'app-password'))),
        target: 'back',
      };
    case 'confirm':
    case 'interrupted':
      return advice('wait', task.seen.result ? 'check' : 'add', say('card_interrupted'));
  }
}

function startAdding(task: CreateTask, sighting: Sighting): Advice {
  if (isFull(task)) return limitReached();
  return { ...advice('do', 'add', say('card_add', label(sighting, 'add-method'))), target: 'add-method' };
}

function awaitRow(task: CreateTask, sighting: Sighting, names: readonly string[] | null): Advice {
  if (names === null) return { ...finished(task.name), say: [say('card_check_row_yourself', task.name)] };
  const left = ROW_MS - sighting.unchangedFor;
  if (left > 0) return { ...advice('wait', 'check', say('card_await_row', task.name)), againIn: left };
  return { ...advice('careful', 'check', say('card_row_missing', task.name)), help: 'row-missing' };
}

function chooseMethod(sighting: Sighting, state: Extract<PageState, { kind: 'picker' }>): Advice {
  const appPassword = label(sighting, 'app-password');
  if (state.appPassword === 'chosen') {
    return {
      ...advice('do', 'choose', say('card_confirm_add', label(sighting, 'confirm-add'))),
      target: 'confirm-add',
    };
  }
  if (state.appPassword === 'offered') {
    return { ...advice('do', 'choose', say('card_choose', appPassword)), target: 'app-password' };
  }
  if (state.more) {
    return state.form === 'drop-down'
      ? { ...advice('do', 'choose', say('card_open_list', appPassword)), target: 'method-list' }
      : {
          ...advice('do', 'choose', say('card_show_more', label(sighting, 'show-more'))),
          target: 'show-more',
        };
  }
  if (state.appPassword === 'unreadable') {
    return {
      ...advice('do', 'choose', say('card_choose_unreadable', appPassword)),
      help: 'page-not-recognised',
    };
  }
  const left = SETTLED_MS - sighting.unchangedFor;
  if (left > 0) return { ...advice('wait', 'choose', say('card_list_settling')), againIn: left };
  return { ...advice('stuck', 'choose', say('card_not_offered', appPassword)), help: 'option-missing' };
}

function nameIt(task: CreateTask, sighting: Sighting, state: Extract<PageState, { kind: 'name' }>): Advice {
  const next = label(sighting, 'next');
  if (state.refused) {
    return {
      ...advice('careful', 'name', say('card_name_refused', NAME_MIN_LENGTH, task.name)),
      target: 'name-field',
      offerName: true,
    };
  }
  if (state.ready)
    return { ...advice('do', 'name', say('card_next', next)), target: 'next', offerName: true };
  return {
    ...advice('do', 'name', say('card_name', task.name), say('card_name_then_next', NAME_MIN_LENGTH, next)),
    target: 'name-field',
    offerName: true,
  };
}

function notRecognised(task: CreateTask, sighting: Sighting, isOpen: boolean): Advice {
  const appPassword = label(sighting, 'app-password');
  return unrecognised(
    sighting,
    isOpen,
    task.seen.result ? 'check' : 'open',
    isOpen
      ? say('card_unrecognised_dialog', appPassword)
      : say('card_unrecognised', label(sighting, 'add-method'), appPassword),
  );
}

function afterResultClosed(): Advice {
  return { ...advice('careful', 'check', say('card_closed_after_result')), help: 'row-missing' };
}

function finished(name: string): Advice {
  return advice('finished', 'check', say('card_finished', name));
}

function limitReached(): Advice {
  return { ...advice('stuck', 'add', say('card_limit', APP_PASSWORD_LIMIT)), help: 'limit-reached' };
}

function isFull(task: CreateTask): boolean {
  return (task.seen.before?.length ?? 0) >= APP_PASSWORD_LIMIT;
}
