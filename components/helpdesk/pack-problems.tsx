/** Why a pack was refused: each problem with its line, and the line itself as it stands there. */
import { describePackProblem, type PackProblem } from '@/utils/helpdesk/pack-problems.ts';
import { t } from '@/utils/platform/i18n.ts';
import { SentenceView } from '../sentence.tsx';

/** Nobody mends more than these at once. */
const SHOWN = 10;

export interface PackProblemsProps {
  readonly problems: readonly PackProblem[];
}

export function PackProblems({ problems }: PackProblemsProps) {
  return (
    <>
      <ul class="pack-problems">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.line} ${problem.path} ${problem.why}`}>
            <p>
              {problem.line !== null && <strong>{t('packs_line', problem.line)}: </strong>}
              <SentenceView of={describePackProblem(problem)} />
            </p>
            {problem.path !== '' && (
              <p class="quiet small">
                <code dir="ltr">{problem.path}</code>
              </p>
            )}
            {problem.excerpt !== '' && (
              <pre class="pack-line" dir="ltr">
                <code>{problem.excerpt}</code>
              </pre>
            )}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p class="quiet">{t('packs_more_problems')}</p>}
    </>
  );
}
