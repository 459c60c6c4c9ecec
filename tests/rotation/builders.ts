/** Small makers of the plan's input. */
import type { Day } from '@/utils/lib/day.ts';
import type { DueDay } from '@/utils/rotation/due-day.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Moment, momentAt } from '@/utils/rotation/moment.ts';
import { afterShown, type Plan, type PlanInput, planReminders } from '@/utils/rotation/plan.ts';
import { DEFAULT_SETTINGS } from '@/utils/rotation/settings.ts';
import { FRESH_STATE, type ReminderState } from '@/utils/rotation/state.ts';

/** A moment by what the wall clock shows. */
export function at(text: `${Day} ${number}:${number}`, offset = 0): Moment {
  return momentAt(Date.parse(`${text.replace(' ', 'T')}:00Z`) - offset * MINUTE_MS, offset);
}

export const later = ({ now, offset }: Moment, ms: number): Moment => momentAt(now + ms, offset);
export const inZone = ({ now }: Moment, offset: number): Moment => momentAt(now, offset);
export { DAY_MS, HOUR_MS };

export const due = (id: string, day: Day): DueDay => ({ id, day });

export const INPUT: Omit<PlanInput, 'moment'> = {
  dues: [],
  changes: [],
  settings: DEFAULT_SETTINGS,
  state: FRESH_STATE,
  notBefore: '2020-01-01',
};

/** Carries plans out one after the other, as the background does when every step succeeds. */
export function player(input: Partial<Omit<PlanInput, 'moment'>> = {}) {
  let now: Omit<PlanInput, 'moment'> = { ...INPUT, ...input };
  const shown: { readonly moment: Moment; readonly digest: NonNullable<Plan['digest']> }[] = [];
  return {
    shown,
    days: () => shown.map(({ moment }) => moment.day),
    get state(): ReminderState {
      return now.state;
    },
    change(next: Partial<Omit<PlanInput, 'moment'>>) {
      now = { ...now, ...next };
    },
    wake(moment: Moment): Plan {
      const plan = planReminders({ ...now, moment });
      if (plan.digest) shown.push({ moment, digest: plan.digest });
      now = { ...now, state: afterShown(plan) };
      return plan;
    },
    /** The heartbeat, and what the plan asks for in between, until a moment. */
    run(from: Moment, until: Moment): void {
      for (let moment = from; moment.now <= until.now; ) {
        const plan = this.wake(moment);
        moment = momentAt(plan.nextCheck, moment.offset);
      }
    },
  };
}
