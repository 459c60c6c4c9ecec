/** An app nobody has told us about: three questions that lead to what holds for it. */
import { useId, useState } from 'preact/hooks';
import { stepForUnknown, type UnknownAnswers } from '@/utils/advisor/unknown-app.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Button, Notice } from './controls.tsx';

const NOTHING: UnknownAnswers = { signIn: null, use: null, what: null };

const QUESTIONS = [
  {
    about: 'signIn',
    ask: 'unknown_sign_in',
    answers: { yes: 'app_admin_yes', no: 'app_admin_no', unknown: 'app_admin_unknown' },
  },
  { about: 'use', ask: 'unknown_use', answers: { read: 'unknown_use_read', send: 'app_purpose_send' } },
  {
    about: 'what',
    ask: 'unknown_what',
    answers: {
      device: 'unknown_what_device',
      service: 'unknown_what_service',
      'mail-program': 'unknown_what_program',
    },
  },
] as const satisfies readonly {
  about: keyof UnknownAnswers;
  ask: MessageKey;
  answers: Readonly<Record<string, MessageKey>>;
}[];

/** For sending the verdict depends on the day and the admin: the entry's own page has it. */
const ENDS = {
  modern: { title: 'verdict_not_needed', say: 'apps_none_modern', tone: 'good' },
  read: { title: 'verdict_cannot_work', say: 'apps_none_read', tone: 'bad' },
  send: { title: 'unknown_sends', say: 'apps_none_send', tone: 'info' },
} as const;

export interface UnknownAppProps {
  readonly appHref: (id: string) => string;
}

export function UnknownApp({ appHref }: UnknownAppProps) {
  const [answers, setAnswers] = useState(NOTHING);
  const name = useId();
  const step = stepForUnknown(answers);
  const shown = QUESTIONS.filter(
    ({ about }) => answers[about] !== null || (step.is === 'ask' && step.about === about),
  );
  return (
    <div class="stack">
      {shown.map(({ about, ask, answers: options }) => (
        <fieldset key={about} class="choice">
          <legend>{t(ask)}</legend>
          <div class="choice-options">
            {Object.entries(options).map(([value, label]) => (
              <label key={value} class="choice-option">
                <input
                  type="radio"
                  name={`${name}-${about}`}
                  value={value}
                  checked={answers[about] === value}
                  onChange={() => setAnswers(given(answers, about, value))}
                />
                <span>{t(label)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div role="status">
        {step.is === 'end' && (
          <Notice
            tone={ENDS[step.says].tone}
            title={t(ENDS[step.says].title)}
            actions={
              <>
                {step.app !== null && (
                  <a class="button button-secondary" href={appHref(step.app)}>
                    <span>{t('unknown_next')}</span>
                  </a>
                )}
                <Button look="quiet" onClick={() => setAnswers(NOTHING)}>
                  {t('adviser_again')}
                </Button>
              </>
            }
          >
            <p>{t(ENDS[step.says].say)}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}

/** A new answer; what was answered after it is asked again. */
function given(answers: UnknownAnswers, about: keyof UnknownAnswers, value: string): UnknownAnswers {
  const at = QUESTIONS.findIndex((question) => question.about === about);
  const kept = QUESTIONS.slice(0, at).map((question) => [question.about, answers[question.about]]);
  return { ...NOTHING, ...Object.fromEntries(kept), [about]: value };
}
