/** What the panel needs of the rest of the extension, and what it shows of a running guide. */

import type { Advice, StepStatus } from '../guide/advice.ts';
import { advise, stepsOf } from '../guide/advise.ts';
import type { LinkOffer } from '../guide/offer.ts';
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
  /** How many rows on the page carry the name that is to be deleted; 0 where there is none. */
  readonly sameNames: number;
  readonly isFromLink: boolean;
  /** A link that was opened meanwhile and waits for the person's word. */
  readonly offer: LinkOffer | null;
}

export interface PanelClient {
  start(request: Payload<'guide.start'>): Promise<void>;
  stop(): Promise<void>;
  /** Leads to deleting one app password at Microsoft. */
  startDelete(request: Payload<'guide.delete'>): Promise<void>;
  /** Leads to Microsoft's list, to compare it. */
  startReview(request: Payload<'guide.review'>): Promise<void>;
  chooseRow(row: number): Promise<void>;
  /** Past a row that was deleted by mistake, to the one that was meant. */
  goOn(): Promise<void>;
  /** The person says that it is done though no page proved it. */
  done(): Promise<void>;
  /** @param take whether what a link asks for begins, in place of the running task */
  answerLink(take: boolean): Promise<void>;
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
  const { task, page, isInterferedWith, link, offer = null } = state;
  const sighting = page?.sighting ?? null;
  // Where the guide is silent (sign-in and the like) the panel says what it says with no page open.
  const said = advise(task, sighting) ?? advise(task, null);
  const advice: Advice = said ?? {
    tone: 'wait',
    step: 'open',
    say: [],
    target: null,
    row: null,
    offerName: false,
    help: null,
    againIn: null,
  };
  return {
    task,
    advice: isInterferedWith && advice.help === null ? { ...advice, help: 'page-interferes' } : advice,
    steps: stepsOf(task.kind, advice.step, advice.tone === 'finished'),
    sameNames:
      task.kind === 'delete' && sighting?.state.kind === 'list'
        ? (sighting.state.names ?? []).filter((name) => name === task.name).length
        : 0,
    isFromLink: link !== undefined,
    offer,
    page: sighting && sighting.state.kind !== 'elsewhere' ? sighting.state.kind : 'closed',
  };
}
