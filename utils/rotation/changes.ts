/** Microsoft's dated changes as reminders. Which entries a change touches is the radar's to say (utils/advisor). */
import type { Sentence } from '../lib/sentence.ts';
import { describeEvent, eventById } from '../timeline/lookup.ts';
import type { TimelineEvent } from '../timeline/timeline.ts';
import type { DatedChange } from './due-day.ts';

/** The changes to remind of. @param touched how many entries each touches, by its id */
export function datedChanges(
  touched: ReadonlyMap<string, number>,
  timeline?: readonly TimelineEvent[],
): readonly DatedChange[] {
  return [...touched].flatMap(([id, count]) => {
    const event = eventById(id, timeline);
    // A promise to name a day within half a year is no day to be reminded of.
    return event && event.precision !== 'half-year' ? [{ id, on: event.on, count }] : [];
  });
}

/** What the change is, in the timeline's own words. */
export function describeChange({ id }: Pick<DatedChange, 'id'>): Sentence | null {
  const event = eventById(id);
  return event ? describeEvent(event) : null;
}
