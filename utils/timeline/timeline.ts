/** Microsoft's dated changes as data. One entry per change; verdicts and reminders read from here only. */
import type { Source } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import type { DayPrecision } from '../lib/sentence.ts';

/** What a dated change touches, so that readers can find the entries it concerns. */
export type Touches = 'sending' | 'reading' | 'personal-mail' | 'multi-factor' | 'high-volume-email';

export interface TimelineEvent {
  /** Its message is `timeline_<id>` with underscores. */
  readonly id: string;
  /** `day`: exact; `month`: known to the month (the last day is stored); `half-year`: an announcement
   * is promised for that half year, the day itself is not known. */
  readonly precision: DayPrecision;
  readonly on: Day;
  /** As it stood on the day the source was checked. Whether a planned day has passed is the reader's sum. */
  readonly status: 'done' | 'planned' | 'superseded';
  readonly touches: readonly Touches[];
  /** For a superseded plan: the id of the change that replaced it. */
  readonly replacedBy?: string;
  readonly source: Omit<Source, 'for'>;
}
