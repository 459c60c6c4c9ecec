/** Which days go into the calendar file, and what each says. Names only where the person wants them. */
import type { Day } from '../lib/day.ts';
import type { Sentence } from '../lib/sentence.ts';
import type { CalendarEvent } from './calendar-file.ts';
import type { DueDay } from './due-day.ts';
import type { ReminderSettings } from './settings.ts';

const DAY_HOURS = 24;

/**
 * One event for each day, or with names one for each entry.
 * @param names of entries by id; `null` for a file without names
 * @param say puts a sentence into the person's language
 */
export function calendarEvents(
  dues: readonly DueDay[],
  names: ReadonlyMap<string, string> | null,
  { hour, lead }: Pick<ReminderSettings, 'hour' | 'lead'>,
  say: (sentence: Sentence) => string,
): readonly CalendarEvent[] {
  const description = say({ key: 'calendar_description' });
  const alarmAfter = hour - lead * DAY_HOURS;
  const event = (uid: string, day: Day, summary: Sentence): CalendarEvent => ({
    uid: `${uid}@keytag`,
    day,
    summary: say(summary),
    description,
    alarmAfter,
  });
  const ordered = dues.toSorted((a, b) =>
    a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
  );
  if (names) {
    return ordered.map(({ id, day }) =>
      event(id, day, { key: 'calendar_entry', args: [names.get(id) ?? ''] }),
    );
  }
  const counts = new Map<Day, number>();
  for (const { day } of ordered) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].map(([day, count]) =>
    event(`day-${day}`, day, {
      key: count === 1 ? 'calendar_day_one' : 'calendar_day_many',
      args: [count],
    }),
  );
}
