/**
 * Advice on deleting one app password. Only a row whose name is exactly the wanted one is ever marked;
 * between rows of the same name the person chooses, for Microsoft shows nothing that tells them apart.
 */
import type { Advice } from './advice.ts';
import { advice, label, openPage, ROW_MS, SETTLED_MS, type Sighting, say, unrecognised } from './sighting.ts';
import type { DeleteTask } from './task.ts';

/** @returns what to say and mark; `null` when the guide must be silent on this page */
export function adviseDelete(task: DeleteTask, sighting: Sighting | null): Advice | null {
  const { name, seen } = task;
  if (seen.gone) return advice('finished', 'gone', say('card_deleted', name));
  if (sighting === null) return openPage();
  const { state } = sighting;
  const row = label(sighting, 'row-delete');
  switch (state.kind) {
    case 'elsewhere':
      return null;
    case 'unrecognised':
      return state.open
        ? advice('careful', 'confirm', say('card_delete_question', name))
        : unrecognised(sighting, false, 'open', say('card_delete_unrecognised', name, row));
    case 'list':
      return onList(task, sighting, state.names);
    case 'confirm':
      return {
        ...advice('careful', 'confirm', say('card_delete_confirm', name, label(sighting, 'confirm-delete'))),
        target: 'confirm-delete',
      };
    case 'interrupted':
      return advice('careful', 'confirm', say('card_delete_question', name));
    case 'failed':
      return advice('careful', 'find', say('card_delete_failed'));
    default:
      // Steps of making one or of another method: nothing here deletes anything.
      return advice('careful', 'find', say('card_delete_other', name));
  }
}

function onList(task: DeleteTask, sighting: Sighting, names: readonly string[] | null): Advice {
  const { name, seen } = task;
  const button = label(sighting, 'row-delete');
  if (names === null) {
    return {
      ...advice('careful', 'find', say('card_delete_yourself', name, button)),
      help: 'page-not-recognised',
    };
  }
  const rows = names.flatMap((each, index) => (each === name ? [index] : []));
  if (rows.length === 0) {
    const left = SETTLED_MS - sighting.unchangedFor;
    if (left > 0) return { ...advice('wait', 'find', say('card_loading')), againIn: left };
    return { ...advice('stuck', 'find', say('card_delete_not_found', name)), help: 'row-not-found' };
  }
  const row = rows.length === 1 ? rows[0] : rows[task.row ?? -1];
  if (row === undefined) {
    return {
      ...advice('careful', 'find', say('card_delete_which', rows.length, name)),
      help: 'choose-row',
    };
  }
  if (seen.lost.length > 0) return wrongRow(task, sighting, row);
  if (!seen.asked) return { ...advice('do', 'find', say('card_delete_row', name, button)), row };
  const left = ROW_MS - sighting.unchangedFor;
  if (left > 0) {
    return { ...advice('wait', 'gone', say('card_delete_wait', name, button)), againIn: left };
  }
  return { ...advice('careful', 'gone', say('card_delete_stays', name, button)), row };
}

/** The question was answered for another row. What went can't come back; the wanted one is still to be deleted. */
function wrongRow({ name, seen: { lost } }: DeleteTask, sighting: Sighting, row: number): Advice {
  const left = SETTLED_MS - sighting.unchangedFor;
  if (left > 0) return { ...advice('wait', 'gone', say('card_loading')), againIn: left };
  const words = say('card_delete_wrong', lost.join(', '), name);
  return { ...advice('careful', 'find', words), row, help: 'wrong-row' };
}
