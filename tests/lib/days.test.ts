import { describe, expect, it } from 'vitest';
import type { Day } from '@/utils/lib/day.ts';
import { dayOfNumber, daysAfter, daysBetween, isDay, numberOfDay } from '@/utils/lib/days.ts';

describe('the number of a day', () => {
  /** `step`: every how many days. */
  it.each([
    ['every day of this century', '2000-01-01', '2101-01-01', 1],
    ['the rest of the calendar', '0001-01-01', '9999-12-31', 29],
  ])('is what the platform says, and leads back, on %s', (_, from, to, step) => {
    const wrong: Day[] = [];
    const last = Date.parse(`${to}T00:00:00Z`) / 86_400_000;
    for (let number = Date.parse(`${from}T00:00:00Z`) / 86_400_000; number <= last; number += step) {
      const day = dayOfNumber(number);
      if (numberOfDay(day) !== number) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('counts from 1970 and over leap days', () => {
    expect(numberOfDay('1970-01-01')).toBe(0);
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
    expect(daysAfter('2100-02-28', 1)).toBe('2100-03-01');
    expect(daysBetween('2038-01-20', '2038-01-19')).toBe(-1);
  });

  it('keeps to days that can be written', () => {
    expect(daysAfter('9999-12-31', 1)).toBe('9999-12-31');
    expect(daysAfter('0001-01-01', -1)).toBe('0001-01-01');
  });
});

describe('isDay', () => {
  it.each(['2027-02-29', '2027-6-1', '2027-06-31', '12027-06-01', ''])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
