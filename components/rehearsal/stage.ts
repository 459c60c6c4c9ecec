/** How the imitation behaves: (stage, event) -> stage. Times are the page's own affair (rehearsal.tsx). */
import { NAME_MIN_LENGTH } from '@/utils/guide/task.ts';
import { APP_PASSWORD_LIMIT } from '@/utils/pages/security-info/state.ts';

/** What can be practised. */
export const SCENARIOS = ['smooth', 'hidden', 'missing', 'limit', 'error', 'reauth'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export type Screen =
  | 'list'
  | 'picker'
  | 'other'
  | 'name'
  | 'creating'
  | 'result'
  | 'failed'
  /** Microsoft asks to sign in once more before anything is changed. */
  | 'sign-in'
  /** The question whether to delete. */
  | 'confirm';

export interface Stage {
  readonly scenario: Scenario;
  readonly screen: Screen;
  /** "Show more options" was chosen. */
  readonly isExpanded: boolean;
  readonly names: readonly string[];
  readonly typed: string;
  readonly isRefused: boolean;
  /** The other method that was opened, by its key. */
  readonly other: string | null;
  /** The row that is to be deleted, by its place. */
  readonly deleting: number | null;
  /** Signed in once more, where that is asked for. */
  readonly isProved: boolean;
}

export type StageEvent =
  | { readonly on: 'scenario'; readonly scenario: Scenario }
  | { readonly on: 'add' | 'more' | 'app-password' | 'back' | 'close' | 'next' | 'created' | 'done' }
  | { readonly on: 'signed-in' | 'confirm' }
  | { readonly on: 'delete'; readonly row: number }
  | { readonly on: 'other'; readonly method: string }
  | { readonly on: 'type'; readonly text: string };

/** Names of app passwords that stand in the list from the start. */
export const EXISTING = ['Reception printer'] as const;

export function firstStage(scenario: Scenario): Stage {
  const names =
    scenario === 'limit'
      ? Array.from(
          { length: APP_PASSWORD_LIMIT },
          (_, index) => `Old device ${String(index + 1).padStart(2, '0')}`,
        )
      : EXISTING;
  return {
    scenario,
    screen: 'list',
    isExpanded: false,
    names,
    typed: '',
    isRefused: false,
    other: null,
    deleting: null,
    isProved: scenario !== 'reauth',
  };
}

export function next(stage: Stage, event: StageEvent): Stage {
  switch (event.on) {
    case 'scenario':
      return firstStage(event.scenario);
    case 'add':
      if (!stage.isProved) return { ...stage, screen: 'sign-in' };
      return {
        ...stage,
        screen: 'picker',
        isExpanded: stage.scenario !== 'hidden',
        typed: '',
        isRefused: false,
      };
    case 'more':
      return { ...stage, isExpanded: true };
    case 'app-password':
      return { ...stage, screen: 'name' };
    case 'other':
      return { ...stage, screen: 'other', other: event.method };
    case 'back':
      return stage.screen === 'picker'
        ? { ...stage, screen: 'list' }
        : { ...stage, screen: 'picker', isRefused: false };
    case 'close':
      return { ...stage, screen: 'list', deleting: null };
    // As at Microsoft: back on the list, and nothing is open.
    case 'signed-in':
      return { ...stage, screen: 'list', isProved: true };
    case 'delete':
      return { ...stage, screen: 'confirm', deleting: event.row };
    case 'confirm':
      return {
        ...stage,
        screen: 'list',
        names: stage.names.filter((_, row) => row !== stage.deleting),
        deleting: null,
      };
    case 'type':
      return { ...stage, typed: event.text, isRefused: false };
    case 'next': {
      const isLongEnough = stage.typed.trim().length >= NAME_MIN_LENGTH;
      return isLongEnough ? { ...stage, screen: 'creating' } : { ...stage, isRefused: true };
    }
    case 'created':
      if (stage.screen !== 'creating') return stage;
      return { ...stage, screen: stage.scenario === 'error' ? 'failed' : 'result' };
    case 'done':
      return { ...stage, screen: 'list', names: [...stage.names, stage.typed.trim()], typed: '' };
  }
}
