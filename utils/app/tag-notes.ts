/** What a task of the guide proved, written into the tag it was about. Pure. */
import type { Task } from '../guide/task.ts';
import type { EntryDraft } from '../inventory/record-types.ts';
import type { Day } from '../lib/day.ts';
import { daysAfter, daysBetween } from '../lib/days.ts';
import { noteDeleted, noteMade } from '../rotation/replacing.ts';

/**
 * @param today the local day, on which the key counts as made
 * @returns the tag that takes note of what the task saw; the same object when there is nothing to note
 */
export function noteOf(draft: EntryDraft, task: Task, today: Day): EntryDraft {
  switch (task.kind) {
    case 'create':
      return task.seen.made === null
        ? draft
        : noteMade(draft, { name: task.seen.made, day: today, rotateBy: nextDueDay(draft, today) });
    case 'delete':
      return task.seen.gone ? noteDeleted(draft, task.name) : draft;
    case 'review':
      return draft;
  }
}

/** The new key's day: as long after it is made as the old one's was; none where that is not known. */
function nextDueDay({ madeOn, rotateBy }: EntryDraft, today: Day): Day | null {
  if (rotateBy === null || madeOn.is === 'unknown') return null;
  const span = daysBetween(madeOn.day, rotateBy);
  return span > 0 ? daysAfter(today, span) : null;
}
