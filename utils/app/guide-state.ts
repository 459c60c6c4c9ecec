/** What the background keeps of a running guide, in session storage: gone when the browser closes. */

import type { Task } from '../guide/task.ts';
import type { SightingReport } from '../messages/protocol.ts';

export interface GuideState {
  readonly task: Task;
  /** The page that reported last; `null` when none is open. */
  readonly page: { readonly tabId: number; readonly sighting: SightingReport } | null;
  /** A page would not leave the pointer alone: the panel says so and takes over. */
  readonly isInterferedWith: boolean;
}
