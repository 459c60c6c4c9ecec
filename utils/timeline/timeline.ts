/** Microsoft's dated changes as data. One entry per change; verdicts and reminders read from here only. */
import type { Source } from '../catalogue/app.ts';
import type { Day } from '../lib/day.ts';
import type { DayPrecision } from '../lib/sentence.ts';

export interface TimelineEvent {
  readonly id: string;
  /** `day`: exact; `month`: known to the month (the last day is stored); `half-year`: an announcement
   * is promised for that half year, the day itself is not known. */
  readonly precision: DayPrecision;
  readonly on: Day;
  readonly status: 'done' | 'planned' | 'superseded';
  readonly source: Omit<Source, 'for'>;
}
