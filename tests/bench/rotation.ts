/** The reminder plan's budget, over 10,000 entries. Pure code, so measured in Node. */
import { dayOfNumber } from '../../utils/lib/days.ts';
import { momentAt } from '../../utils/rotation/moment.ts';
import { type DueDay, planReminders } from '../../utils/rotation/plan.ts';
import { DEFAULT_SETTINGS } from '../../utils/rotation/settings.ts';
import { FRESH_STATE } from '../../utils/rotation/state.ts';
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

export const run: BenchSuite = ({ log }) => {
  const results = [
    measured(log, 'days over two years', spread(730)),
    measured(log, 'days over a month: nearly all due or near', spread(30)),
    measured(
      log,
      'all on one day',
      spread(4).map(({ id }) => ({ id, day: dayOfNumber(TODAY) })),
    ),
  ];
  log(`${ENTRIES} entries, ${ROUNDS} rounds each`);
  return Promise.resolve(results);
};

/** The median of looks that have everything to tell, and of looks that have told it, by turns. */
function measured(log: (line: string) => void, name: string, dues: readonly DueDay[]): Result {
  const input = {
    dues,
    changes: [],
    settings: DEFAULT_SETTINGS,
    notBefore: '2026-01-01',
    moment: momentAt(NOW, 120),
  } as const;
  const told = planReminders({ ...input, state: FRESH_STATE }).after;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const state = round % 2 === 0 ? FRESH_STATE : told;
    const begin = performance.now();
    planReminders({ ...input, state });
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const share = (part: number): number => times[Math.floor(times.length * part)] ?? Number.POSITIVE_INFINITY;
  const ours = share(0.5);
  log(`${name}: best ${share(0).toFixed(1)} ms, p95 ${share(0.95).toFixed(1)} ms`);
  return {
    name: `plan, 10,000 entries, ${name}`,
    unit: 'ms',
    ours,
    budget: `≤ ${BUDGET_MS} ms`,
    ok: ours <= BUDGET_MS,
  };
}
