/**
 * What can be presented on the rehearsal page: for each case the acts of the person and of Microsoft, one a step.
 * The stage at any step follows from them, so that going back needs no memory.
 */
import { NAME_MIN_LENGTH, type Task } from '@/utils/guide/task.ts';
import { EXISTING, firstStage, next, type Scenario, type Stage, type StageEvent } from './stage.ts';

/** In the order of their keys, 1 to 9. */
export const BRANCHES = [
  'smooth',
  'hidden',
  'missing',
  'limit',
  'error',
  'other',
  'refused',
  'reauth',
  'delete',
] as const;
export type Branch = (typeof BRANCHES)[number];

/** The method that is opened by mistake; a product name of Microsoft's. */
const MISTAKE = 'Microsoft Authenticator';

const OPEN = [{ on: 'add' }, { on: 'app-password' }] as const satisfies readonly StageEvent[];

/** The acts of a case. @param name what is typed */
export function actsOf(branch: Branch, name: string): readonly StageEvent[] {
  const make = [...OPEN, { on: 'type', text: name }, { on: 'next' }, { on: 'created' }] as const;
  switch (branch) {
    case 'smooth':
      return [...make, { on: 'done' }];
    case 'hidden':
      return [{ on: 'add' }, { on: 'more' }, { on: 'app-password' }];
    case 'missing':
      return [{ on: 'add' }];
    case 'limit':
      return [];
    case 'error':
      return [...make, { on: 'back' }];
    case 'other':
      return [{ on: 'add' }, { on: 'other', method: MISTAKE }, { on: 'back' }, { on: 'app-password' }];
    case 'refused':
      return [
        ...OPEN,
        { on: 'type', text: name.slice(0, NAME_MIN_LENGTH - 1).trim() },
        { on: 'next' },
        { on: 'type', text: name },
        { on: 'next' },
      ];
    case 'reauth':
      return [{ on: 'add' }, { on: 'signed-in' }, ...OPEN];
    case 'delete':
      return [{ on: 'delete', row: 0 }, { on: 'confirm' }];
  }
}

const SCENARIO: Readonly<Partial<Record<Branch, Scenario>>> = {
  hidden: 'hidden',
  missing: 'missing',
  limit: 'limit',
  error: 'error',
  reauth: 'reauth',
};

/** The stages of a case from the first to that after `step` acts. */
function stagesTo(branch: Branch, acts: readonly StageEvent[], step: number): readonly Stage[] {
  const stages = [firstStage(SCENARIO[branch] ?? 'smooth')];
  for (const act of acts.slice(0, step)) stages.push(next(stages.at(-1) ?? firstStage('smooth'), act));
  return stages;
}

export function stageAt(branch: Branch, acts: readonly StageEvent[], step: number): Stage {
  return stagesTo(branch, acts, step).at(-1) ?? firstStage('smooth');
}

/**
 * The task as it would stand after these acts, for a guide that starts in the middle of a case.
 * @param id differs each time, so that a guide that was there before is left behind
 */
export function taskAt(
  branch: Branch,
  acts: readonly StageEvent[],
  step: number,
  { id, appName, name }: { readonly id: string; readonly appName: string; readonly name: string },
): Task {
  const stages = stagesTo(branch, acts, step);
  const was = (screen: Stage['screen']): boolean =>
    stages.slice(0, -1).some((stage) => stage.screen === screen);
  const base = { id, where: 'rehearsal', startedAt: '1970-01-01T00:00:00.000Z', tag: null } as const;
  if (branch === 'delete') {
    // One row of that name, and one of another method.
    const before = step === 0 ? null : { same: 1, others: 1 };
    return {
      kind: 'delete',
      ...base,
      name: EXISTING[0],
      row: null,
      seen: { before, asked: was('confirm'), gone: false, others: [], lost: [] },
    };
  }
  const before = step === 0 ? null : (stages[0]?.names ?? null);
  return {
    kind: 'create',
    ...base,
    appId: 'other-device',
    appName,
    device: '',
    name,
    seen: { before, rows: null, result: was('result'), made: null },
  };
}
