/** Instants near now as people say them: the time alone today, with the day otherwise. */
import type { Day } from '@/utils/lib/day.ts';
import { textLanguage } from './language.ts';

/** @param time ms since 1970 */
export function momentText(time: number, today: Day): string {
  const date = new Date(time);
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return new Intl.DateTimeFormat(
    textLanguage(),
    day === today
      ? { timeStyle: 'short' }
      : { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' },
  ).format(date);
}

/** A full hour of the day, as people write it. */
export function hourText(hour: number): string {
  return new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short', timeZone: 'UTC' }).format(
    hour * 3_600_000,
  );
}
