/** What reminders are about. Days only: what an entry is called, reminders need not know. */
import type { Day } from '../lib/day.ts';

/** An entry's day, under its opaque id. */
export interface DueDay {
  readonly id: string;
  readonly day: Day;
}

/** A dated change of Microsoft's with the number of entries it touches. */
export interface DatedChange {
  readonly id: string;
  readonly on: Day;
  readonly count: number;
}
