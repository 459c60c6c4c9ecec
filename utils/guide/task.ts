/** What a person asked the guide to do. A task is plain data: it is kept in session storage and sent
 * to the page as it is; what it has witnessed on the page is recorded in `seen`. */

/** Microsoft refuses shorter names (reported by a help desk, electric.ai 6866264; last checked 2026-11-22). */
export const NAME_MIN_LENGTH = 8;
/** Known for the sibling method "passkey" only (seen in public code); a safe ceiling for suggestions. */
export const NAME_MAX_LENGTH = 30;

interface TaskBase {
  /** Random, so that a stale page can be told from the running task. */
  readonly id: string;
  /** `rehearsal` plays on the imitation inside the extension. */
  readonly where: 'microsoft' | 'rehearsal';
  /** ISO instant. */
  readonly startedAt: string;
  /** Id of the inventory's entry this is about; `null` when it is about none. */
  readonly tag: string | null;
}

/** Make an app password. */
export interface CreateTask extends TaskBase {
  readonly kind: 'create';
  /** Catalogue id, and the app's name as shown. */
  readonly appId: string;
  readonly appName: string;
  readonly device: string;
  /** The name to give the app password at Microsoft. */
  readonly name: string;
  readonly seen: Seen;
}

/** Delete one app password at Microsoft. */
export interface DeleteTask extends TaskBase {
  readonly kind: 'delete';
  /** Its name exactly as Microsoft shows it. */
  readonly name: string;
  /** Which of several rows of that name, counted from the top and from 0, as the person chose; `null`
   * while nobody has chosen. */
  readonly row: number | null;
  readonly seen: DeleteSeen;
}

/** Read the list of app passwords, for the panel. */
export interface ReviewTask extends TaskBase {
  readonly kind: 'review';
  /** What the list is read for: to stand beside the inventory, or to choose from it what to delete. */
  readonly purpose: 'compare' | 'delete';
  readonly seen: ReviewSeen;
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

export interface DeleteSeen {
  /** Rows of that name, and rows of other methods, when the list last stood on screen; `null` before. */
  readonly before: { readonly same: number; readonly others: number } | null;
  /** Microsoft's question whether to delete was on screen at least once. */
  readonly asked: boolean;
  /** A row of the name is gone since: the task is finished. */
  readonly gone: boolean;
  /** The names of the other app passwords: as listed before the question, and what has come since. */
  readonly others: readonly string[];
  /** Those of them that went after the question though another row was meant. */
  readonly lost: readonly string[];
}

export interface ReviewSeen {
  /** The names listed, in order, when the list last stood on screen; `null` before. */
  readonly names: readonly string[] | null;
}

export type Task = CreateTask | DeleteTask | ReviewTask;
export type TaskKind = Task['kind'];
