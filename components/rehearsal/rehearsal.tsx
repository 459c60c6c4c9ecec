/**
 * The rehearsal page: an imitation of Microsoft's list of sign-in methods, drawn so that nobody takes it
 * for the real one, and built so that the reader recognises it the way it recognises the real one. What
 * stands for the password says that it is none.
 */
import { Plus } from 'lucide-preact';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { firstStage, next, SCENARIOS, type Scenario, type Stage, type StageEvent } from './stage.ts';
import type { Words } from './words.ts';

/** How long the imitation pretends to work, in milliseconds; Microsoft's page takes 0.3 to 10 s. */
const WORK_MS = 700;

/** Other methods, as they stand beside App password; the names are Microsoft's product names. */
const OTHER_METHODS = ['Microsoft Authenticator', 'Phone', 'Email'] as const;

export interface RehearsalProps {
  readonly words: Words;
  /** A task is running, so the guide is on this page. */
  readonly isGuided: boolean;
  readonly onPresent: () => void;
}

export function Rehearsal({ words, isGuided, onPresent }: RehearsalProps) {
  const [stage, send] = useReducer<Stage, StageEvent, Scenario>(next, 'smooth', firstStage);

  useEffect(() => {
    if (stage.screen !== 'creating') return;
    const timer = setTimeout(() => send({ on: 'created' }), WORK_MS);
    return () => clearTimeout(timer);
  }, [stage.screen]);

  return (
    <>
      <header class="rehearsal-banner">
        <p>
          <strong>{t('rehearsal_title')}</strong> {t('rehearsal_explained')}
        </p>
        <label class="rehearsal-scenario">
          {t('rehearsal_scenario')}{' '}
          <select
            value={stage.scenario}
            onChange={(event) => {
              const scenario = SCENARIOS.find((known) => known === event.currentTarget.value);
              if (scenario) send({ on: 'scenario', scenario });
            }}
          >
            {SCENARIOS.map((scenario) => (
              <option key={scenario} value={scenario}>
                {t(`rehearsal_scenario_${scenario}` satisfies MessageKey)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={onPresent}>
          {t('present')}
        </button>
        {!isGuided && <p>{t('rehearsal_not_guided')}</p>}
      </header>
      <Imitation stage={stage} send={send} words={words} takesFocus />
    </>
  );
}

export interface ImitationProps {
  readonly stage: Stage;
  readonly send: (event: StageEvent) => void;
  readonly words: Words;
  /** A dialog that opens takes the focus, as on the real page; while it is presented the presenter keeps it. */
  readonly takesFocus: boolean;
}

/** The imitation itself: the list, and what lies over it. */
export function Imitation({ stage, send, words, takesFocus }: ImitationProps) {
  const isListShown = stage.screen === 'list';
  return (
    <>
      <main class="rehearsal-stage" inert={!isListShown}>
        <h1>{words('securityInfo')}</h1>
        <p class="rehearsal-quiet">{t('rehearsal_list_explained')}</p>
        <button type="button" name="Add method" class="rehearsal-add" onClick={() => send({ on: 'add' })}>
          <i data-icon-name="Add" aria-hidden="true">
            <Plus size={16} />
          </i>
          <span>{words('addMethodButton')}</span>
        </button>
        {/* biome-ignore lint/a11y/noRedundantRoles: Safari's and the reader's list needs the role once bullets are styled away */}
        <ul class="rehearsal-list" role="list">
          <li>
            <span class="rehearsal-method">Microsoft Authenticator</span>
            <span class="rehearsal-detail">{t('rehearsal_this_phone')}</span>
          </li>
          {withKeys(stage.names).map(({ key, name }, row) => (
            <li key={key}>
              <span class="rehearsal-method">{words('appPassword')}</span>
              <span class="rehearsal-detail">{name}</span>
              <button
                type="button"
                class="rehearsal-link"
                aria-label={`${words('delete')} ${name}`}
                onClick={() => send({ on: 'delete', row })}
              >
                {words('delete')}
              </button>
            </li>
          ))}
        </ul>
      </main>
      {!isListShown && (
        <Dialog key={stage.screen} stage={stage} send={send} words={words} takesFocus={takesFocus} />
      )}
    </>
  );
}

/** Two app passwords may carry the same name: the first, the second … of a name keeps its own key. */
function withKeys(names: readonly string[]): { key: string; name: string }[] {
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return { key: `${name} ${earlier}`, name };
  });
}

type DialogProps = Omit<ImitationProps, 'takesFocus'>;

function titleOf({ screen, other }: Stage, words: Words): string {
  switch (screen) {
    case 'picker':
      return words('addDialogTitle');
    case 'other':
      return other ?? '';
    case 'sign-in':
      return t('rehearsal_sign_in_title');
    case 'confirm':
      return t('rehearsal_confirm_title');
    default:
      return words('appPassword');
  }
}

function Dialog({ stage, send, words, takesFocus }: ImitationProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const isStep = stage.screen !== 'picker' && stage.screen !== 'sign-in' && stage.screen !== 'confirm';
  return (
    <div class="rehearsal-backdrop">
      <div role="dialog" aria-modal="true" aria-labelledby="rehearsal-dialog-title" class="rehearsal-dialog">
        <h2
          id="rehearsal-dialog-title"
          ref={heading}
          tabIndex={-1}
          {...(isStep ? { 'data-testid': 'reskin-step-title' } : {})}
        >
          {titleOf(stage, words)}
        </h2>
        <DialogBody stage={stage} send={send} words={words} />
      </div>
    </div>
  );
}

function DialogBody({ stage, send, words }: DialogProps) {
  switch (stage.screen) {
    case 'picker':
      return <Picker stage={stage} send={send} words={words} />;
    case 'sign-in':
      return (
        <>
          <p>{t('rehearsal_sign_in')}</p>
          <div class="rehearsal-buttons">
            {/* The mark by which the reader knows Microsoft's sign-in pages; there is no field here on purpose. */}
            <button id="idSIButton9" type="button" onClick={() => send({ on: 'signed-in' })}>
              {t('rehearsal_signed_in')}
            </button>
          </div>
        </>
      );
    case 'confirm':
      return (
        <>
          <p>{t('rehearsal_confirm')}</p>
          <div class="rehearsal-buttons">
            <button type="button" onClick={() => send({ on: 'close' })}>
              {t('rehearsal_cancel')}
            </button>
            <button type="button" class="ms-Button--primary" onClick={() => send({ on: 'confirm' })}>
              {words('delete')}
            </button>
          </div>
        </>
      );
    case 'other':
      return (
        <>
          <p>{t('rehearsal_other_method')}</p>
          <Buttons words={words} onBack={() => send({ on: 'back' })} />
        </>
      );
    case 'name':
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send({ on: 'next' });
          }}
        >
          <label class="rehearsal-field">
            {t('rehearsal_name')}
            <input
              type="text"
              placeholder={t('rehearsal_name_placeholder')}
              value={stage.typed}
              aria-invalid={stage.isRefused}
              onInput={(event) => send({ on: 'type', text: event.currentTarget.value })}
            />
          </label>
          {stage.isRefused && <p role="alert">{t('rehearsal_name_refused')}</p>}
          <Buttons words={words} onBack={() => send({ on: 'back' })} forward="next" isSubmit />
        </form>
      );
    case 'creating':
      return <div class="rehearsal-spinner" role="progressbar" aria-label={t('rehearsal_working')} />;
    case 'failed':
      return (
        <>
          <p role="alert" data-testid="message-bar-error">
            {t('rehearsal_failed')}
          </p>
          <Buttons words={words} onBack={() => send({ on: 'back' })} />
        </>
      );
    default:
      return (
        <>
          <p>{t('rehearsal_result')}</p>
          <p>
            <span class="ms-pii rehearsal-secret">{t('rehearsal_secret')}</span>
          </p>
          <Buttons words={words} forward="done" onForward={() => send({ on: 'done' })} />
        </>
      );
  }
}

function Picker({ stage, send, words }: DialogProps) {
  const isOffered = stage.scenario !== 'missing';
  return (
    <>
      {OTHER_METHODS.slice(0, stage.isExpanded ? undefined : 1).map((method) => (
        <button
          key={method}
          type="button"
          class="rehearsal-entry"
          data-testid={`authmethod-picker-${method.replaceAll(' ', '')}`}
          onClick={() => send({ on: 'other', method })}
        >
          <p>{method}</p>
          <span>{t('rehearsal_other_method_detail')}</span>
        </button>
      ))}
      {stage.isExpanded && isOffered && (
        <button
          type="button"
          class="rehearsal-entry"
          data-testid="authmethod-picker-appPassword"
          onClick={() => send({ on: 'app-password' })}
        >
          <p>{words('appPassword')}</p>
          <span>{t('rehearsal_app_password_detail')}</span>
        </button>
      )}
      {!stage.isExpanded && (
        <button type="button" class="ms-Link rehearsal-link" onClick={() => send({ on: 'more' })}>
          {words('showMore')}
        </button>
      )}
      <Buttons words={words} onBack={() => send({ on: 'close' })} />
    </>
  );
}

interface ButtonsProps {
  readonly words: Words;
  readonly onBack?: () => void;
  readonly forward?: 'next' | 'done';
  readonly onForward?: () => void;
  readonly isSubmit?: boolean;
}

function Buttons({ words, onBack, forward, onForward, isSubmit = false }: ButtonsProps) {
  return (
    <div class="rehearsal-buttons">
      {onBack && (
        <button type="button" data-testid="reskin-step-back-button" onClick={onBack}>
          {words('back')}
        </button>
      )}
      {forward && (
        <button
          type={isSubmit ? 'submit' : 'button'}
          class="ms-Button--primary"
          data-testid="reskin-step-next-button"
          onClick={onForward}
        >
          {words(forward)}
        </button>
      )}
    </div>
  );
}
