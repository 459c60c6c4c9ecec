/** What the panel needs of the rest of the extension, and what it shows of a running guide. */

import { type Advice, CREATE_STEPS, type StepStatus } from '../guide/advice.ts';
import { advise, stepsOf } from '../guide/advise.ts';
import type { Task } from '../guide/task.ts';
import type { Payload } from '../messages/protocol.ts';
import type { PageStateKind } from '../pages/security-info/state.ts';
import type { GuideState } from './guide-state.ts';

export interface GuideView {
  readonly task: Task;
  readonly advice: Advice;
  readonly steps: readonly StepStatus[];
  /** What the page shows now; `closed` when no page of the task is open. */
  readonly page: PageStateKind | 'closed';
}

export interface PanelClient {
  start(request: Payload<'guide.start'>): Promise<void>;
  stop(): Promise<void>;
  /** The person has the app password though no page proved it. */
  made(): Promise<void>;
  /** Opens the page of the running task or brings it to the front. */
  showPage(): Promise<void>;
  /** Calls at once and then at every change; `null` when no task is running. @returns a function that ends it */
  watch(listener: (view: GuideView | null) => void): () => void;
  readonly access: {
    has(): Promise<boolean>;
    /** Must be called in the very turn of a click. */
    ask(): Promise<boolean>;
    watch(listener: () => void): () => void;
  };
}

/** The panel's view of the state, from the same `advise` that speaks on the page. */
export function viewOf(state: GuideState): GuideView {
  const { task, page, isInterferedWith } = state;
  const sighting = page?.sighting ?? null;
  // Where the guide is silent (sign-in and the like) the panel says what it says with no page open.
  const said = advise(task, sighting) ?? advise(task, null);
  const advice: Advice = said ?? {
    tone: 'wait',
    step: CREATE_STEPS[0],
    say: [],
    target: null,
    offerName: false,
    help: null,
    againIn: null,
  };
  return {
    task,
    advice: isInterferedWith && advice.help === null ? { ...advice, help: 'page-interferes' } : advice,
    steps: stepsOf(advice.step, advice.tone === 'finished'),
    page: sighting && sighting.state.kind !== 'elsewhere' ? sighting.state.kind : 'closed',
  };
}
