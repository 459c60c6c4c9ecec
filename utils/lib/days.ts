/** Sums with days. A `Day` is text in the order year, month, day, so text order is time order. */
import type { Day } from './day.ts';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a real calendar day written `YYYY-MM-DD` (31 June is not). */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The day after `day`. */
export function dayAfter(day: Day): Day {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
  return next.toISOString().slice(0, 10) as Day;
}

const DAY_MS = 86_400_000;
const ZERO = 48;
/** Days from 1 March of the year 0 to 1970. */
const MARCH_0000 = 719_468;
/** Days count from 1970 on. Those of a year with more than four digits can't be written. */
const FIRST = Date.parse('0001-01-01T00:00:00Z') / DAY_MS;
const LAST = Date.parse('9999-12-31T00:00:00Z') / DAY_MS;

/**
 * The day's number, for sums with many days: 1970-01-01 is 0. Reminders ask it for ten thousand days at once,
 * so it is sums of digits; `Date.parse` takes ten times as long.
 */
export function numberOfDay(day: Day): number {
  const month = twoDigits(day, 5);
  // Years begin in March, so that the leap day is their last one and the months before it follow one rule.
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) - (month > 2 ? 0 : 1);
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const months = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return year * 365 + leaps + months + twoDigits(day, 8) - 1 - MARCH_0000;
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
}

/** The day with this number, or the nearest one that can be written. */
export function dayOfNumber(number: number): Day {
  const written = Math.min(Math.max(Math.floor(number), FIRST), LAST);
  return new Date(written * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** `days` after `day`, or before it when negative. */
export function daysAfter(day: Day, days: number): Day {
  return dayOfNumber(numberOfDay(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}
