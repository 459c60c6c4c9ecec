/** The reminder plan's budget, over 10,000 entries. Pure code, so measured in Node. */
import { dayOfNumber } from '../../utils/lib/days.ts';
import type { DueDay } from '../../utils/rotation/due-day.ts';
import { momentAt } from '../../utils/rotation/moment.ts';
import { afterShown, planReminders } from '../../utils/rotation/plan.ts';
import { DEFAULT_SETTINGS } from '../../utils/rotation/settings.ts';
import { FRESH_STATE, readState, storedState } from '../../utils/rotation/state.ts';
import type { BenchSuite, Result } from '../run/bench-report.ts';

const ENTRIES = 10_000;
const BUDGET_MS = 5;
const ROUNDS = 200;
const NOW = Date.parse('2027-06-01T10:00:00Z');
const TODAY = Math.floor(NOW / 86_400_000);

/** UUIDs in form, the same in every run. */
const idOf = (index: number): string => `${index.toString(16).padStart(8, '0')}-1111-4111-8111-111111111111`;

const spread = (over: number): readonly DueDay[] =>
  Array.from({ length: ENTRIES }, (_, index) => ({
    id: idOf((index * 7_919) % ENTRIES),
    day: dayOfNumber(TODAY - over / 4 + ((index * 31) % over)),
  }));

const onOneDay = (day: number): readonly DueDay[] =>
  spread(4).map(({ id }) => ({ id, day: dayOfNumber(day) }));

export const run: BenchSuite = ({ log }) => {
  const results = [
    measured(log, 'days over two years', spread(730)),
    measured(log, 'days over a month: nearly all due or near', spread(30)),
    measured(log, 'all on one day', onOneDay(TODAY)),
    measured(log, 'all on one day next week, spread', onOneDay(TODAY + 9)),
  ];
  log(`${ENTRIES} entries, ${ROUNDS} rounds each`);
  return Promise.resolve(results);
};

/** The worse median of two: a look that has everything to tell, and one that has told it. */
function measured(log: (line: string) => void, name: string, dues: readonly DueDay[]): Result {
  const input = {
    dues: stored(dues),
    changes: [],
    settings: DEFAULT_SETTINGS,
    notBefore: '2026-01-01',
    moment: momentAt(NOW, 120),
  } as const;
  const told = readState(stored(storedState(afterShown(planReminders({ ...input, state: FRESH_STATE })))));
  const medians = [FRESH_STATE, told].map((state) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const begin = performance.now();
      planReminders({ ...input, state });
      return performance.now() - begin;
    }).sort((a, b) => a - b);
    const share = (part: number): number =>
      times[Math.floor(times.length * part)] ?? Number.POSITIVE_INFINITY;
    const what = state === told ? 'all told' : 'all to tell';
    log(`${name}, ${what}: best ${share(0).toFixed(1)} ms, p95 ${share(0.95).toFixed(1)} ms`);
    return share(0.5);
  });
  const ours = Math.max(...medians);
  return {
    name: `plan, 10,000 entries, ${name}`,
    unit: 'ms',
    ours,
    budget: `≤ ${BUDGET_MS} ms`,
    ok: ours <= BUDGET_MS,
  };
}

/** As it comes back from storage, where no text is the same object as another. */
function stored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
