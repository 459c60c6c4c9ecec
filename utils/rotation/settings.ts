/**
 * When and how a person wants to be reminded, and how often keys are to be changed. Nobody is known to demand
 * an interval (README.md), so the default is none.
 */
import type { Day } from '../lib/day.ts';
import { daysAfter } from '../lib/days.ts';
import { isRecord } from '../lib/is-record.ts';

/** Days after which a key is to be replaced; `null` for only when there is a reason. */
export type Interval = number | null;

/** Offered as they are; any other whole number of days is the person's own. */
export const INTERVALS = [90, 180, 365] as const;
export const INTERVAL_MIN = 1;
/** Ten years: beyond it a day says nothing any more. */
export const INTERVAL_MAX = 3_650;

/** How many days before the day the first reminder comes; later ones follow at the smaller steps. */
export const LEADS = [0, 1, 7, 14, 30] as const;
export type Lead = (typeof LEADS)[number];

/** Local hours during which nothing is shown; `from` may lie later than `to`, over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface ReminderSettings {
  readonly isOn: boolean;
  /** Local hour, 0 to 23, from which the day's one digest may be shown. */
  readonly hour: number;
  readonly lead: Lead;
  readonly quiet: QuietHours | null;
  readonly interval: Interval;
  /** Whether a notification may name entries while the inventory is unlocked. */
  readonly showsNames: boolean;
}

export const DEFAULT_SETTINGS: ReminderSettings = {
  isOn: true,
  hour: 9,
  lead: 14,
  quiet: { from: 20, to: 8 },
  interval: null,
  showsNames: false,
};

/** Settings out of anything that was stored: each field by itself, the default where it is not one. */
export function readSettings(input: unknown): ReminderSettings {
  const { isOn, hour, lead, quiet, interval, showsNames } = isRecord(input) ? input : {};
  const usual = DEFAULT_SETTINGS;
  return {
    isOn: typeof isOn === 'boolean' ? isOn : usual.isOn,
    hour: isHour(hour) ? hour : usual.hour,
    lead: LEADS.find((each) => each === lead) ?? usual.lead,
    quiet: quiet === null ? null : (readQuiet(quiet) ?? usual.quiet),
    interval: interval === null || isInterval(interval) ? interval : usual.interval,
    showsNames: typeof showsNames === 'boolean' ? showsNames : usual.showsNames,
  };
}

export function isInterval(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= INTERVAL_MIN && Number(value) <= INTERVAL_MAX;
}

/** The day by which a key made on `madeOn` is to be replaced; `null` without an interval. */
export function dayByInterval(madeOn: Day, interval: Interval): Day | null {
  return interval === null ? null : daysAfter(madeOn, interval);
}

/** Whether it is quiet at this local hour. The same hour twice means never. */
export function isQuiet({ quiet }: Pick<ReminderSettings, 'quiet'>, hour: number): boolean {
  if (!quiet) return false;
  const { from, to } = quiet;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The first local hour of the day's window: the chosen one, or when quiet ends if it lies in there. */
export function windowHour(settings: ReminderSettings): number {
  return settings.quiet && isQuiet(settings, settings.hour) ? settings.quiet.to : settings.hour;
}

function readQuiet(input: unknown): QuietHours | null {
  const { from, to } = isRecord(input) ? input : {};
  return isHour(from) && isHour(to) ? { from, to } : null;
}

function isHour(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 23;
}
