/** Pure look-ups in the timeline. Every one takes the list, so that a test can bring its own. */
import type { Day } from '../lib/day.ts';
import { laterOf } from '../lib/days.ts';
import type { Sentence } from '../lib/sentence.ts';
import { TIMELINE } from './events.ts';
import type { TimelineEvent } from './timeline.ts';

/** The change with this id that still stands, or `undefined`: unknown and superseded ids find nothing. */
export function eventById(
  id: string,
  timeline: readonly TimelineEvent[] = TIMELINE,
): TimelineEvent | undefined {
  return timeline.find((event) => event.id === id && event.status !== 'superseded');
}

/** Whether a change counts as having happened on `today`. A change known to the day has happened on that
 * day; one known to the month or half year only once that time is over. */
export function hasHappened(event: TimelineEvent, today: Day): boolean {
  return event.precision === 'day' ? today >= event.on : today > event.on;
}

/** The changes still ahead on `today`, soonest first, superseded plans left out. */
export function upcoming(
  today: Day,
  timeline: readonly TimelineEvent[] = TIMELINE,
): readonly TimelineEvent[] {
  return timeline
    .filter((event) => event.status !== 'superseded' && !hasHappened(event, today))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The changes behind us on `today`, latest first, superseded plans left out. */
export function past(today: Day, timeline: readonly TimelineEvent[] = TIMELINE): readonly TimelineEvent[] {
  return timeline
    .filter((event) => event.status !== 'superseded' && hasHappened(event, today))
    .toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}

/** The newest day on which somebody checked the timeline: no honest clock shows an earlier day. */
export function factsCheckedOn(timeline: readonly TimelineEvent[] = TIMELINE): Day {
  return timeline.reduce<Day>((latest, event) => laterOf(latest, event.source.checked), '0000-01-01');
}

/** The change in one sentence: message `timeline_<id>`, argument 1 its day. */
export function describeEvent(event: TimelineEvent): Sentence {
  return {
    key: `timeline_${event.id.replaceAll('-', '_')}`,
    args: [{ day: event.on, precision: event.precision }],
  };
}
