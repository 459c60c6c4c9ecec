/** Test data with sensible defaults; say only what a test is about. */
import type { Sighting } from '@/utils/guide/sighting.ts';
import type { CreateTask, DeleteTask, ReviewTask, Seen } from '@/utils/guide/task.ts';
import type { HowReport } from '@/utils/messages/protocol.ts';
import type { PageState } from '@/utils/pages/security-info/state.ts';

export const TASK_ID = '00000000-0000-4000-8000-000000000001';

export function aTask(
  overrides: Partial<Omit<CreateTask, 'seen'>> & { seen?: Partial<Seen> } = {},
): CreateTask {
  const { seen, ...rest } = overrides;
  return {
    kind: 'create',
    tag: null,
    id: TASK_ID,
    where: 'microsoft',
    appId: 'canon-imagerunner',
    appName: 'Canon scanner',
    device: 'Hall',
    name: 'Canon scanner Hall',
    startedAt: '2026-11-22T09:00:00.000Z',
    ...rest,
    seen: { before: null, rows: null, result: false, made: null, ...seen },
  };
}

export function aDeletion(
  overrides: Partial<Omit<DeleteTask, 'seen'>> & { seen?: Partial<DeleteTask['seen']> } = {},
): DeleteTask {
  const { seen, ...rest } = overrides;
  return {
    kind: 'delete',
    tag: null,
    id: TASK_ID,
    where: 'microsoft',
    name: 'Canon scanner Hall',
    row: null,
    startedAt: '2026-11-22T09:00:00.000Z',
    ...rest,
    seen: { before: null, asked: false, gone: false, others: [], lost: [], ...seen },
  };
}

export function aReview(names: readonly string[] | null = null): ReviewTask {
  return {
    kind: 'review',
    purpose: 'compare',
    tag: null,
    id: TASK_ID,
    where: 'microsoft',
    startedAt: '2026-11-22T09:00:00.000Z',
    seen: { names },
  };
}

export function aSighting(state: PageState, overrides: Partial<Sighting> = {}): Sighting {
  return { state, labels: {}, languageKnown: true, unchangedFor: 0, ...overrides };
}

export const HOW_READ: HowReport = { layer: 'test-id', missed: null, language: 'en' };

export function aPicker(overrides: Partial<Extract<PageState, { kind: 'picker' }>> = {}): PageState {
  return { kind: 'picker', form: 'cards', appPassword: 'offered', more: false, entries: 3, ...overrides };
}
