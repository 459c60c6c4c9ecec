/**
 * Replacing a key, step by step: (tag, what happened) -> tag. Steps may be done in any order and over days;
 * what is done is a part of the tag, so that nothing depends on a window that stays open. Pure.
 */
import type { Entry, EntryState, Replacing, ReplacingStep } from '../inventory/entry.ts';
import type { Day } from '../lib/day.ts';
import type { RotationReasonId } from './reasons.ts';

type Draft = Omit<Entry, 'id' | 'history' | 'changedAt'>;

/** The steps of each order. "Delete" comes last where it can: until then the old key still works. */
export const REPLACING_STEPS = {
  'make-first': ['make', 'enter', 'test', 'delete'],
  'delete-first': ['delete', 'make', 'enter', 'test'],
  retire: ['switch', 'test', 'delete'],
} as const satisfies Record<Replacing['order'], readonly ReplacingStep[]>;

/** The step that is due; `null` when all are done. */
export function dueStep({ order, done }: Pick<Replacing, 'order' | 'done'>): ReplacingStep | null {
  const steps: readonly ReplacingStep[] = REPLACING_STEPS[order];
  return steps.find((step) => !done.includes(step)) ?? null;
}

/**
 * @param order of a key that is deleted already there is nothing to choose: making the new one is next
 * @returns the tag with a replacement begun; one that is under way already stays as it is
 */
export function begin<T extends Draft>(draft: T, why: RotationReasonId, order: Replacing['order']): T {
  if (draft.replacing) return draft;
  const course: Pick<Replacing, 'order' | 'done'> =
    why === 'deleted-by-mistake' ? { order: 'delete-first', done: ['delete'] } : { order, done: [] };
  return { ...draft, state: 'rotating', replacing: { why, ...course, oldName: draft.name } };
}

/** Whether nothing has happened yet that giving up would leave half done. */
export function canGiveUp({ replacing }: Draft): boolean {
  return replacing !== null && !replacing.done.includes('make') && !replacing.done.includes('delete');
}

/** @returns the tag as before the replacement was begun, as far as `canGiveUp` allows; else unchanged */
export function giveUp<T extends Draft>(draft: T): T {
  return canGiveUp(draft) ? { ...draft, state: 'active', replacing: null } : draft;
}

/** A key that was made: its name as shown at Microsoft, the local day, and when it is to be replaced again. */
export interface MadeKey {
  readonly name: string;
  readonly day: Day;
  readonly rotateBy: Day | null;
}

/**
 * @param made what is known of the new key; needed for the step `make`, else ignored
 * @returns the tag with the step done, finished when it was the last one. A step that is done already, or
 *   that this replacement has none of, changes nothing.
 */
export function advance<T extends Draft>(draft: T, step: ReplacingStep, made?: MadeKey): T {
  const { replacing } = draft;
  const steps: readonly ReplacingStep[] = replacing ? REPLACING_STEPS[replacing.order] : [];
  if (!replacing || replacing.done.includes(step) || !steps.includes(step)) return draft;
  if (step === 'make' && !made) return draft;
  const next = { ...replacing, done: [...replacing.done, step] };
  const isOver = dueStep(next) === null;
  const tag =
    step === 'make' && made
      ? {
          ...draft,
          name: made.name,
          madeOn: { is: 'known' as const, day: made.day },
          rotateBy: made.rotateBy,
          reason: '',
        }
      : draft;
  return { ...tag, state: stateOf(next), replacing: isOver ? null : next };
}

/** What the tag says while steps are open, and at the end. */
function stateOf(replacing: Replacing): EntryState {
  const { order, done } = replacing;
  if (dueStep(replacing) === null) return order === 'retire' ? 'revoked' : 'active';
  if (order === 'retire') return done.includes('switch') ? 'old-still-valid' : 'rotating';
  return done.includes('make') && !done.includes('delete') ? 'old-still-valid' : 'rotating';
}

/** The name at Microsoft that has to go: of a replacement under way, else the tag's own. */
export function nameToDelete({ name, replacing }: Draft): string {
  return replacing && !replacing.done.includes('delete') ? replacing.oldName : name;
}

/**
 * @param name the name whose row was seen to go, exactly as it stood there
 * @returns the tag that takes note of it; unchanged when the name is none of its own
 */
export function noteDeleted<T extends Draft>(draft: T, name: string): T {
  const { replacing } = draft;
  if (replacing && !replacing.done.includes('delete') && name === replacing.oldName) {
    return advance(draft, 'delete');
  }
  if (replacing || name !== draft.name || draft.state === 'revoked') return draft;
  return { ...draft, state: 'revoked' };
}

/** @returns the tag that takes note of a key made for it */
export function noteMade<T extends Draft>(draft: T, made: MadeKey): T {
  return advance(draft, 'make', made);
}
