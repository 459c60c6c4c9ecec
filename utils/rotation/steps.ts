/**
 * The steps at which an entry is mentioned: some before its day, the day itself, then every week for four
 * weeks, then every thirty days. A step is named by the days that are left at it, so that a later step is
 * a smaller number, whatever lead a person has chosen since.
 */
import { LEADS, type Lead } from './settings.ts';

const WEEK = 7;
const WEEKS = 4;
const MONTH = 30;

/** From so many tags with the same day on, their early steps are spread. */
export const SPREAD_FROM = 6;
/** Over so many days. Early steps are a week apart or more, so none overtakes another. */
const SPREAD_OVER = 4;
/** Steps nearer than this are not moved: they say "tomorrow" and "today". */
const SPREAD_BEYOND = 7;

/** Of the hash FNV-1a, which spreads ids that differ in one letter. */
const FNV_PRIME = 0x0100_0193;

/** The steps before the day, and the day itself, the earliest first. */
export function leadSteps(lead: Lead): readonly number[] {
  return LEADS.filter((step) => step <= lead).toReversed();
}

/**
 * The last step that lies behind; `null` before the first.
 * @param left days until the entry's day, negative when it is over
 * @param later days by which the early steps of this entry come later, see `spreadOf`
 */
export function stepReached(left: number, leads: readonly number[], later: number): number | null {
  if (left < 0) {
    const late = -left;
    if (late < WEEK) return 0;
    if (late < WEEKS * WEEK + MONTH) return -Math.min(Math.floor(late / WEEK), WEEKS) * WEEK;
    return -(WEEKS * WEEK + Math.floor((late - WEEKS * WEEK) / MONTH) * MONTH);
  }
  let reached: number | null = null;
  for (const lead of leads) {
    if (left <= (lead >= SPREAD_BEYOND ? lead - later : lead)) reached = lead;
  }
  return reached;
}

/** By how many days an entry's early steps are moved, always the same for the same entry. */
export function spreadOf(id: string): number {
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = Math.imul(sum ^ id.charCodeAt(at), FNV_PRIME);
  return (sum >>> 16) % SPREAD_OVER;
}
