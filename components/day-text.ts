/** Days as people write them in the language of the extension. Text only. */
import type { Day } from '@/utils/lib/day.ts';
import type { DayPrecision } from '@/utils/lib/sentence.ts';
import { t } from '@/utils/platform/i18n.ts';
import { textLanguage } from './language.ts';
import { numberText } from './number-text.ts';

export { daysBetween } from '@/utils/lib/days.ts';

/** A calendar day as an instant that only UTC formatting turns back into the same day. */
function atUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(textLanguage(), { ...options, timeZone: 'UTC' }).format(atUtc(day));
}

function halfYear(day: Day): string {
  const date = atUtc(day);
  const year = String(date.getUTCFullYear());
  return date.getUTCMonth() < 6 ? t('common_half_year_1', year) : t('common_half_year_2', year);
}

export function dayText(day: Day, precision: DayPrecision = 'day'): string {
  switch (precision) {
    case 'day':
      return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
    case 'month':
      return format(day, { month: 'long', year: 'numeric' });
    case 'half-year':
      return halfYear(day);
  }
}

/** The two lines of a date slip: what leads, and what stands small under it. */
export function daySlip(day: Day, precision: DayPrecision): { readonly lead: string; readonly rest: string } {
  switch (precision) {
    case 'day':
      return {
        lead: format(day, { day: 'numeric' }),
        rest: format(day, { month: 'short', year: 'numeric' }),
      };
    case 'month':
      return { lead: format(day, { month: 'short' }), rest: format(day, { year: 'numeric' }) };
    case 'half-year': {
      const first = atUtc(day).getUTCMonth() < 6;
      return { lead: t(first ? 'common_half_1' : 'common_half_2'), rest: format(day, { year: 'numeric' }) };
    }
  }
}

/** "Today", "tomorrow", "in 39 days". */
export function daysLeftText(days: number): string {
  if (days <= 0) return t('common_today');
  if (days === 1) return t('common_tomorrow');
  return t('common_in_days', numberText(days));
}
