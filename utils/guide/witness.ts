/** What a page proves about a task: (task, page state) -> task. Recording the same sight twice changes nothing. */
import type { PageState } from '../pages/security-info/state.ts';
import type { DeleteTask, ReviewTask, Seen, Task } from './task.ts';

/**
 * @returns the same task object when the page proves nothing new; else a task with more in `seen`.
 *   `before` is kept from the first list seen; `made` is the name of the one row that is new after the
 *   password was shown. Where rows of the same name exist, one more of it counts as new.
 */
export function witness(task: Task, state: PageState): Task {
  switch (task.kind) {
    case 'create': {
      const seen = newlySeen(task.seen, state, task.name);
      return seen === task.seen ? task : { ...task, seen };
    }
    case 'delete':
      return witnessDelete(task, state);
    case 'review':
      return witnessReview(task, state);
  }
}

/**
 * Another row is lost when it went after Microsoft's question and the wanted one is still there: then the
 * question was about that one. A row counts as gone when fewer rows carry the name and nothing else has left the page with it: while a
 * list is drawn anew it may be short for a moment.
 */
function witnessDelete(task: DeleteTask, state: PageState): DeleteTask {
  const { name, seen } = task;
  if (seen.gone) return task;
  if (state.kind === 'confirm') return seen.asked ? task : { ...task, seen: { ...seen, asked: true } };
  if (state.kind !== 'list' || state.names === null) return task;
  const now = {
    same: state.names.filter((each) => each === name).length,
    others: state.rows - state.names.length,
  };
  const { before } = seen;
  const rest = state.names.filter((each) => each !== name);
  const missing = addedNames(rest, seen.others);
  if (before && now.same < before.same) {
    const lost = seen.lost.filter((each) => missing.includes(each));
    const isWhole = now.others === before.others;
    return isWhole ? { ...task, seen: { ...seen, gone: true, lost } } : task;
  }
  const others = seen.asked ? [...seen.others, ...addedNames(seen.others, rest)] : rest;
  const lost = seen.asked ? missing : [];
  const isKnown =
    before?.same === now.same &&
    before.others === now.others &&
    sameNames(others, seen.others) &&
    sameNames(lost, seen.lost);
  return isKnown ? task : { ...task, seen: { ...seen, before: now, others, lost } };
}

function witnessReview(task: ReviewTask, state: PageState): ReviewTask {
  if (state.kind !== 'list' || state.names === null) return task;
  const { names } = task.seen;
  return names && sameNames(names, state.names) ? task : { ...task, seen: { names: state.names } };
}

function newlySeen(seen: Seen, state: PageState, wanted: string): Seen {
  if (seen.made !== null) return seen;
  if (state.kind === 'result') return seen.result ? seen : { ...seen, result: true };
  if (state.kind !== 'list') return seen;
  if (state.names === null) return countedOnly(seen, state.rows);
  if (seen.before === null) {
    // Without a list from before, only the wanted name itself can prove anything.
    return seen.result && state.names.includes(wanted)
      ? { ...seen, made: wanted }
      : { ...seen, before: state.names };
  }
  if (!seen.result) return sameNames(seen.before, state.names) ? seen : { ...seen, before: state.names };
  const added = addedNames(seen.before, state.names);
  const made = added.includes(wanted) ? wanted : added.length === 1 ? added[0] : undefined;
  return made === undefined ? seen : { ...seen, made };
}

/** Where names can't be read, exactly one row more than before says that a method was added. */
function countedOnly(seen: Seen, rows: number): Seen {
  if (seen.result || rows === seen.rows) return seen;
  return seen.rows !== null && rows === seen.rows + 1 ? { ...seen, result: true } : { ...seen, rows };
}

/** Names in `now` that are not in `before`, counting repeated names as often as they stand there. */
export function addedNames(before: readonly string[], now: readonly string[]): string[] {
  const left = [...before];
  return now.filter((name) => {
    const index = left.indexOf(name);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
