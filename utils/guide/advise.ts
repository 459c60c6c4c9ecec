/**
 * The guide: (task, what the page shows) -> advice. There is no position in a tour that could fall out of
 * step; a reload, a new sign-in, a closed dialog or another order of clicks needs no case of its own.
 */
import { type Advice, type GuideStep, STEPS, type StepStatus } from './advice.ts';
import { adviseCreate } from './create.ts';
import { adviseDelete } from './delete.ts';
import { adviseReview } from './review.ts';
import type { Sighting } from './sighting.ts';
import type { Task, TaskKind } from './task.ts';

/**
 * @param task what the person asked for, and what was witnessed so far
 * @param sighting the page now; `null` when no page of Microsoft's is open
 * @returns what to say and mark; `null` when the guide must be silent on this page
 */
export function advise(task: Task, sighting: Sighting | null): Advice | null {
  switch (task.kind) {
    case 'create':
      return adviseCreate(task, sighting);
    case 'delete':
      return adviseDelete(task, sighting);
    case 'review':
      return adviseReview(task, sighting);
  }
}

/** The steps with what the page proves: everything before the due step is done because its effect shows. */
export function stepsOf(kind: TaskKind, current: GuideStep, isFinished: boolean): StepStatus[] {
  const steps: readonly GuideStep[] = STEPS[kind];
  const due = steps.indexOf(current);
  return steps.map((step, index) => ({
    step,
    status: isFinished || index < due ? 'done' : index === due ? 'current' : 'ahead',
  }));
}
