/** Common questions: each folded, with its answer, who says so, and the screen that goes on from there. */
import type { CommonQuestion } from '@/utils/advisor/questions.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { CERTAINTY } from './certainty.ts';
import { OutsideLink } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';

export interface QuestionsProps {
  readonly onShown: HeadingProps['onShown'];
  readonly questions: readonly CommonQuestion[];
}

export function Questions({ onShown, questions }: QuestionsProps) {
  return (
    <article class="questions">
      <Heading onShown={onShown}>{t('questions_title')}</Heading>
      {questions.map((question) => (
        <Question key={question.ask} question={question} />
      ))}
    </article>
  );
}

function Question({
  question: { ask, answer, leads, sources, certainty },
}: {
  readonly question: CommonQuestion;
}) {
  return (
    <details class="question">
      <summary>
        <Icon name="forward" />
        <span>{t(ask as MessageKey)}</span>
      </summary>
      <p>{t(answer as MessageKey)}</p>
      <p>
        <a class="link" href={`#/${leads.to}`}>
          {t(leads.say as MessageKey)}
        </a>
      </p>
      <ul class="sources">
        {sources.map((source) => (
          <li key={source.title}>
            {source.url ? <OutsideLink href={source.url}>{source.title}</OutsideLink> : source.title}
            <p class="source">
              <span>{source.publisher}</span>
              <span>{t(CERTAINTY[certainty])}</span>
              <span>{t('common_checked_on', dayText(source.checked))}</span>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
