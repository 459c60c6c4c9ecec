/** The ways to let an app in, side by side: a table, or pairs where there is no room for one. */
import { useId } from 'preact/hooks';
import type { Column, Comparison, Cost, Effort, Grade, Option, Works } from '@/utils/advisor/alternatives.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Icon, type IconName } from './icon.tsx';
import { SentenceView, sentenceText } from './sentence.tsx';

/** The narrow layout takes the table's own display away, and browsers its meaning with it: so it is said again. */
const AS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const GRADE: Readonly<Record<Grade, MessageKey>> = {
  good: 'rating_good',
  fair: 'rating_fair',
  poor: 'rating_poor',
};
const EFFORT: Readonly<Record<Effort, MessageKey>> = {
  low: 'rating_effort_low',
  medium: 'rating_effort_medium',
  high: 'rating_effort_high',
};
const COST: Readonly<Record<Cost, MessageKey>> = {
  included: 'rating_cost_included',
  paid: 'rating_cost_paid',
  depends: 'rating_cost_depends',
};
const WORKS: Readonly<Record<Works, { readonly say: MessageKey; readonly icon: IconName }>> = {
  yes: { say: 'works_yes', icon: 'good' },
  'if-admin': { say: 'works_if_admin', icon: 'question' },
  some: { say: 'works_some', icon: 'question' },
  no: { say: 'works_no', icon: 'ban' },
  'not-needed': { say: 'works_not_needed', icon: 'good' },
  alongside: { say: 'works_alongside', icon: 'info' },
  unknown: { say: 'works_unknown', icon: 'question' },
};
const TONE: Readonly<Record<Works, string>> = {
  yes: 'works-good',
  'if-admin': 'works-caution',
  some: 'works-caution',
  no: 'works-bad',
  'not-needed': 'works-good',
  alongside: 'works-quiet',
  unknown: 'works-quiet',
};

const RATINGS = [
  { title: 'adviser_security', say: (option: Option) => GRADE[option.security] },
  { title: 'adviser_convenience', say: (option: Option) => GRADE[option.convenience] },
  { title: 'adviser_effort', say: (option: Option) => EFFORT[option.effort] },
  { title: 'adviser_cost', say: (option: Option) => COST[option.cost] },
] as const satisfies readonly { title: MessageKey; say: (option: Option) => MessageKey }[];

export function Alternatives({ comparison }: { readonly comparison: Comparison }) {
  const title = useId();
  const { columns, options } = comparison;
  // What scrolls must be reachable by keyboard, and say what it is.
  const scrolls = { role: 'group', 'aria-labelledby': title, tabIndex: 0 } as const;
  return (
    <section class="alternatives" aria-labelledby={title}>
      <h2 id={title}>{t('adviser_alternatives')}</h2>
      <div class="alternatives-scroll" {...scrolls}>
        <table class="alternatives-table" {...AS.table} aria-labelledby={title}>
          <thead {...AS.rowgroup}>
            <tr {...AS.row}>
              <th {...AS.columnheader} scope="col">
                {t('adviser_way')}
              </th>
              {RATINGS.map(({ title }) => (
                <th key={title} {...AS.columnheader} scope="col">
                  {t(title)}
                </th>
              ))}
              {columns.map((column) => (
                <th key={column.id} {...AS.columnheader} scope="col">
                  <SentenceView of={column.title} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...AS.rowgroup}>
            {options.map((option) => (
              <tr key={option.id} {...AS.row}>
                <th {...AS.rowheader} scope="row">
                  <span class="alternatives-name">
                    <SentenceView of={option.title} />
                  </span>
                  {option.say.map((say) => (
                    <span key={say.key} class="alternatives-what">
                      <SentenceView of={say} />{' '}
                    </span>
                  ))}
                </th>
                {RATINGS.map(({ title, say }) => (
                  <td key={title} {...AS.cell} data-title={t(title)}>
                    {t(say(option))}
                  </td>
                ))}
                {stretches(option, columns).map(({ works, first, length }) => (
                  <td
                    key={first.id}
                    {...AS.cell}
                    colSpan={length}
                    data-title={stretchTitle(first, length > 1 && first === columns[0])}
                  >
                    <WorksMark works={works} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface Stretch {
  readonly works: Works;
  readonly first: Column;
  readonly length: number;
}

/** Neighbouring columns with the same answer share one cell: what changes, and when, is what one looks for. */
function stretches(option: Option, columns: readonly Column[]): readonly Stretch[] {
  const found: Stretch[] = [];
  columns.forEach((column, index) => {
    const works = option.works[index] ?? 'unknown';
    const before = found.at(-1);
    if (before?.works === works) found[found.length - 1] = { ...before, length: before.length + 1 };
    else found.push({ works, first: column, length: 1 });
  });
  return found;
}

/** In the narrow list a stretch is named by its beginning; the next one says when it ends. */
function stretchTitle(first: Column, isFromToday: boolean): string {
  return isFromToday ? t('adviser_from_today') : sentenceText(first.title);
}

function WorksMark({ works }: { readonly works: Works }) {
  const { say, icon } = WORKS[works];
  return (
    <span class={`works ${TONE[works]}`}>
      <Icon name={icon} />
      <span>{t(say)}</span>
    </span>
  );
}
