/** What an error means: whether a new app password helps, who can fix it, what to do in which order, who says so. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import type { Diagnosis, FixedBy, NewPassword } from '@/utils/troubleshoot/diagnosis.ts';
import { CERTAINTY } from './certainty.ts';
import { Button, Tag } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Icon, type IconName } from './icon.tsx';
import { SentenceView, sentenceText } from './sentence.tsx';
import { Sources } from './sources.tsx';

const HELPS: Readonly<
  Record<
    NewPassword,
    { readonly say: MessageKey; readonly icon: IconName; readonly tone: 'good' | 'caution' | 'bad' }
  >
> = {
  yes: { say: 'diagnosis_new_yes', icon: 'key', tone: 'good' },
  maybe: { say: 'diagnosis_new_maybe', icon: 'question', tone: 'caution' },
  no: { say: 'diagnosis_new_no', icon: 'ban', tone: 'bad' },
};

const FIXED_BY: Readonly<Record<FixedBy, MessageKey>> = {
  you: 'diagnosis_fixed_you',
  admin: 'diagnosis_fixed_admin',
  either: 'diagnosis_fixed_either',
  microsoft: 'diagnosis_fixed_microsoft',
  nobody: 'diagnosis_fixed_nobody',
};

export interface DiagnosisViewProps {
  readonly diagnosis: Diagnosis;
  /** Counts up with every new diagnosis the person asked for: the focus goes to its heading. */
  readonly shown: number;
  readonly onAnswer: (family: string) => void;
  /** What belongs to this diagnosis: the text for the admin, the causes, the copy button. */
  readonly children?: ComponentChildren;
}

export function DiagnosisView({ diagnosis, shown, onAnswer, children }: DiagnosisViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown > 0) heading.current?.focus();
  }, [shown]);
  const helps = HELPS[diagnosis.newPassword];
  return (
    <section class="diagnosis" aria-label={t('diagnosis_region')}>
      <Tag tone={helps.tone}>
        {diagnosis.recognised === 'nearest' && <p class="badge">{t('diagnosis_nearest')}</p>}
        <h2 class="diagnosis-title" ref={heading} tabIndex={-1}>
          <SentenceView of={diagnosis.title} />
        </h2>
        {diagnosis.means.map((means) => (
          <p key={means.key}>
            <SentenceView of={means} />
          </p>
        ))}
        {diagnosis.recognised !== 'no' && (
          <ul class="diagnosis-facts">
            <li class={`diagnosis-helps diagnosis-${helps.tone}`}>
              <Icon name={helps.icon} />
              <span>{t(helps.say)}</span>
            </li>
            <li>
              <Icon name="info" />
              <span>{t(FIXED_BY[diagnosis.fixedBy])}</span>
            </li>
          </ul>
        )}
      </Tag>
      {diagnosis.question && (
        <fieldset class="diagnosis-question">
          <legend>
            <SentenceView of={diagnosis.question.ask} />
          </legend>
          <div class="actions">
            {diagnosis.question.answers.map((answer) => (
              <Button key={answer.say.key} onClick={() => onAnswer(answer.family)}>
                <SentenceView of={answer.say} />
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <h3 id="diagnosis-steps">{t('diagnosis_steps')}</h3>
      <ol class="plain" aria-labelledby="diagnosis-steps">
        {diagnosis.steps.map((step) => (
          <li key={step.key}>
            <SentenceView of={step} />
          </li>
        ))}
      </ol>
      {diagnosis.also.length > 0 && (
        <div>
          <h3>{t('diagnosis_also')}</h3>
          <ul class="plain">
            {diagnosis.also.map((title) => (
              <li key={title.key}>
                <SentenceView of={title} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <Sources sources={diagnosis.sources} certainty={diagnosis.certainty} />
    </section>
  );
}

/** The diagnosis as text to send to somebody; `about` is the error text without personal data, or empty. */
export function diagnosisText(diagnosis: Diagnosis, about: string): string {
  const steps = diagnosis.steps.map((step, index) => `${index + 1}. ${sentenceText(step)}`);
  return [
    sentenceText(diagnosis.title),
    diagnosis.means.map(sentenceText).join(' '),
    ...(diagnosis.recognised === 'no'
      ? []
      : [`${t(HELPS[diagnosis.newPassword].say)} ${t(FIXED_BY[diagnosis.fixedBy])}`]),
    steps.join('\n'),
    `${t(CERTAINTY[diagnosis.certainty])}, ${t('common_checked_on', dayText(diagnosis.assumes))}`,
    ...(about ? [`${t('fix_copied_text')}\n${about}`] : []),
  ].join('\n\n');
}
