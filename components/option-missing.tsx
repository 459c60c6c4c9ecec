/** Why is "App password" not offered? One check after the other, what rules most people out first. */
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  CAUSES,
  type Cause,
  type CauseAnswer,
  type CauseId,
  nextStep,
} from '@/utils/advisor/option-missing.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { AdminText } from './admin-text.tsx';
import { CERTAINTY } from './certainty.ts';
import { Button, ManagedMark, OutsideLink, Tag } from './controls.tsx';
import { dayText } from './day-text.ts';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';
import { SentenceView } from './sentence.tsx';

export interface OptionMissingProps {
  readonly onShown: HeadingProps['onShown'];
  /** What to ask the admin, ready to send; `null` where no admin can help any more. */
  readonly adminText: string | null;
  /** What the organisation has answered already. */
  readonly known: Answers;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly appsHref: string;
}

const ANSWERS: Readonly<Record<CauseAnswer, MessageKey>> = {
  yes: 'app_admin_yes',
  no: 'app_admin_no',
  unknown: 'app_admin_unknown',
};

const FIXED_BY: Readonly<Record<Cause['fixedBy'], MessageKey>> = {
  you: 'help_fixed_by_you',
  admin: 'help_fixed_by_admin',
  nobody: 'help_fixed_by_nobody',
};

type Answers = ReadonlyMap<CauseId, CauseAnswer>;

export function OptionMissing({ onShown, adminText, known, onCopy, appsHref }: OptionMissingProps) {
  const [answers, setAnswers] = useState<Answers>(new Map());
  const all: Answers = new Map([...known, ...answers]);
  const step = nextStep(all);
  const title = useRef<HTMLHeadingElement>(null);
  // The focus follows the search; before the first answer it stays with the screen's own heading.
  useEffect(() => {
    if (answers.size > 0) title.current?.focus();
  }, [answers]);
  const answer = (id: CauseId, given: CauseAnswer) => setAnswers(new Map([...answers, [id, given]]));

  return (
    <article class="missing">
      <Heading onShown={onShown}>{t('help_option_missing_title')}</Heading>
      <p>{t('help_option_missing_text')}</p>
      <Answered
        answers={all}
        isKnown={(id) => known.has(id) && !answers.has(id)}
        onBack={(id) => setAnswers(upTo(answers, id))}
      />
      {step.is === 'ask' && (
        <section class="missing-step" aria-labelledby="missing-title">
          <p class="quiet small">{t('missing_step', step.number, CAUSES.length)}</p>
          <h2 id="missing-title" ref={title} tabIndex={-1}>
            <SentenceView of={step.cause.title} />
          </h2>
          <p>
            <SentenceView of={step.cause.check} />
          </p>
          <fieldset class="missing-answers">
            <legend>{t('missing_ask')}</legend>
            <div class="actions">
              {(Object.keys(ANSWERS) as CauseAnswer[]).map((given) => (
                <Button key={given} onClick={() => answer(step.cause.id, given)}>
                  {t(ANSWERS[given])}
                </Button>
              ))}
            </div>
          </fieldset>
          <CauseSources cause={step.cause} />
        </section>
      )}
      {step.is === 'found' && (
        <section class="missing-step" aria-labelledby="missing-title">
          <Tag tone={step.cause.fixedBy === 'you' ? 'good' : 'caution'}>
            <h2 id="missing-title" ref={title} tabIndex={-1}>
              <SentenceView of={step.cause.title} />
            </h2>
            <p>
              <SentenceView of={step.cause.fix} />
            </p>
            <p class="quiet">{t(FIXED_BY[step.cause.fixedBy])}</p>
            {!answers.has(step.cause.id) && <ManagedMark />}
          </Tag>
          {step.cause.fixedBy === 'admin' && adminText !== null && (
            <Letter text={adminText} onCopy={onCopy} />
          )}
          <div class="actions">
            <Button look="quiet" onClick={() => answer(step.cause.id, 'no')}>
              {t('missing_not_it')}
            </Button>
            <a class="button button-quiet" href={appsHref}>
              <span>{t('missing_other_ways')}</span>
            </a>
          </div>
          <CauseSources cause={step.cause} />
        </section>
      )}
      {step.is === 'ask-admin' && (
        <section class="missing-step" aria-labelledby="missing-title">
          <h2 id="missing-title" ref={title} tabIndex={-1}>
            {t(step.open.length > 0 ? 'missing_open_title' : 'missing_none_title')}
          </h2>
          <p>{t(step.open.length > 0 ? 'missing_open_text' : 'missing_none_text')}</p>
          {step.open.length > 0 && (
            <ul class="plain">
              {step.open.map((cause) => (
                <li key={cause.id}>
                  <SentenceView of={cause.title} />
                </li>
              ))}
            </ul>
          )}
          {adminText !== null && <Letter text={adminText} onCopy={onCopy} />}
          <p>
            <a class="link" href={appsHref}>
              {t('missing_other_ways')}
            </a>
          </p>
        </section>
      )}
    </article>
  );
}

/** The answers given before this cause. */
function upTo(answers: Answers, id: CauseId): Answers {
  const given = [...answers];
  return new Map(
    given.slice(
      0,
      Math.max(
        0,
        given.findIndex(([other]) => other === id),
      ),
    ),
  );
}

interface AnsweredProps {
  readonly answers: Answers;
  /** The organisation has answered it, not the person. */
  readonly isKnown: (id: CauseId) => boolean;
  readonly onBack: (id: CauseId) => void;
}

function Answered({ answers, isKnown, onBack }: AnsweredProps) {
  const given = CAUSES.flatMap((cause) => {
    const answer = answers.get(cause.id);
    return answer === undefined || answer === 'yes' ? [] : [{ cause, answer }];
  });
  if (given.length === 0) return null;
  return (
    <ol class="missing-answered ruled" aria-label={t('missing_answered')}>
      {given.map(({ cause, answer }) => (
        <li key={cause.id}>
          <Icon name={answer === 'no' ? 'check' : 'question'} />
          <span>
            <SentenceView of={cause.title} /> <strong>{t(ANSWERS[answer])}</strong>
          </span>
          {isKnown(cause.id) ? (
            <ManagedMark />
          ) : (
            <Button look="quiet" onClick={() => onBack(cause.id)}>
              {t('missing_change')}
              <span class="visually-hidden">
                : <SentenceView of={cause.title} />
              </span>
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Letter({ text, onCopy }: { readonly text: string; readonly onCopy: OptionMissingProps['onCopy'] }) {
  return (
    <div class="stack">
      <h3>{t('help_admin_title')}</h3>
      <AdminText text={text} onCopy={onCopy} primary />
    </div>
  );
}

function CauseSources({ cause }: { readonly cause: Cause }) {
  return (
    <ul class="sources">
      {cause.sources.map((source) => (
        <li key={source.title}>
          {source.url ? <OutsideLink href={source.url}>{source.title}</OutsideLink> : source.title}
          <p class="source">
            <span>{source.publisher}</span>
            <span>{t(CERTAINTY[cause.certainty])}</span>
            <span>{t('common_checked_on', dayText(source.checked))}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
