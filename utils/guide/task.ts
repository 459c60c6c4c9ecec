/** What a person asked the guide to do. A task is plain data: it is kept in session storage and sent
 * to the page as it is; what it has witnessed on the page is recorded in `seen`. */

/** Microsoft refuses shorter names (reported by a help desk, electric.ai 6866264; last checked 2026-11-22). */
export const NAME_MIN_LENGTH = 8;
/** Known for the sibling method "passkey" only (seen in public code); a safe ceiling for suggestions. */
export const NAME_MAX_LENGTH = 30;

export interface CreateTask {
  readonly kind: 'create';
  /** Random, so that a stale page can be told from the running task. */
  readonly id: string;
  /** `rehearsal` plays on the imitation inside the extension. */
  readonly where: 'microsoft' | 'rehearsal';
  /** Catalogue id, and the app's name as shown. */
  readonly appId: string;
  readonly appName: string;
  readonly device: string;
  /** The name to give the app password at Microsoft. */
  readonly name: string;
  /** ISO instant. */
  readonly startedAt: string;
  readonly seen: Seen;
}

/** Facts witnessed on the page, so that a reload or a re-login needs no special case. */
export interface Seen {
  /** Names of the app passwords listed when the list was first seen in this task; `null` before. */
  readonly before: readonly string[] | null;
  /** Rows of any kind then, where names can't be read; else `null`. */
  readonly rows: number | null;
  /** The password step was on screen at least once, or a row more proves that it was. */
  readonly result: boolean;
  /** The name whose row appeared after the result: the task is finished. */
  readonly made: string | null;
}

export type Task = CreateTask;
