/** What the guide says: advice as a value. Entrypoints draw it; nothing here touches a page. */
import type { Sentence } from '../lib/sentence.ts';
import type { TargetName } from '../pages/security-info/state.ts';
import type { TaskKind } from './task.ts';

/** The steps of each kind of task, as the panel lists them. */
export const STEPS = {
  create: ['open', 'add', 'choose', 'name', 'copy', 'check'],
  delete: ['open', 'find', 'confirm', 'gone'],
  review: ['open', 'compare'],
} as const satisfies Record<TaskKind, readonly string[]>;
export type GuideStep = (typeof STEPS)[TaskKind][number];

/** Longer help that belongs to an advice. It is shown in the panel; the card hands over to it. */
export const HELPS = [
  'option-missing', // causes in order, with a text for the admin
  'limit-reached',
  'creation-failed',
  'row-missing',
  'choose-row', // several rows carry the name: the person says which
  'row-not-found',
  'wrong-row', // another row was deleted: what becomes of its tag
  'page-not-recognised',
  'page-interferes',
] as const;
export type Help = (typeof HELPS)[number];

export const TONES = ['do', 'wait', 'careful', 'stuck', 'finished'] as const;

export interface Advice {
  /** Why this is said; views pick tone and icon from it. */
  readonly tone: (typeof TONES)[number];
  /** The step that is due. */
  readonly step: GuideStep;
  /** At most two sentences. */
  readonly say: readonly Sentence[];
  /** What to mark on the page, if it is there without doubt. */
  readonly target: TargetName | null;
  /** Mark the delete button of the app password that stands at this place in the list, from 0. */
  readonly row: number | null;
  readonly offerName: boolean;
  readonly help: Help | null;
  /** Advise again this many milliseconds from now, though nothing on the page changes. */
  readonly againIn: number | null;
}

/** A step as the panel lists it. */
export interface StepStatus {
  readonly step: GuideStep;
  readonly status: 'done' | 'current' | 'ahead';
}
