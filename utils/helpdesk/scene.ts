/** A picture of the rehearsal page as a value: what stands on it, and what is marked. Drawn by code in any
 * language, never taken from a page. Types only. */

export interface ScenePart {
  /** `entry`: a line that can be chosen; `row`: one of the list; `secret`: where the password stands. */
  readonly is: 'heading' | 'text' | 'row' | 'entry' | 'field' | 'secret' | 'button';
  readonly text: string;
  /** Stands small beside or under it. */
  readonly detail?: string;
  /** The guide's ring is around it. */
  readonly isMarked?: true;
}

export interface Scene {
  readonly parts: readonly ScenePart[];
  /** The parts stand in a window over the page. */
  readonly isDialog: boolean;
}
