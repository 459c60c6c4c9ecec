/** Replacing or giving up one key: why, then the steps, of which any may be done on another day. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Field, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import { entryTitle } from '@/components/inventory/entry-words.ts';
import { SelectField } from '@/components/inventory/fields.tsx';
import { SentenceView } from '@/components/sentence.tsx';
import { nameProblem, tidyName } from '@/utils/guide/name.ts';
import type { Entry, Replacing, ReplacingStep } from '@/utils/inventory/entry.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { describeReason, ROTATION_REASONS, type RotationReasonId } from '@/utils/rotation/reasons.ts';
import { canGiveUp, dueStep, REPLACING_STEPS } from '@/utils/rotation/replacing.ts';

export interface ReplaceProps {
  readonly onShown: HeadingProps['onShown'];
  readonly entry: Entry;
  readonly entryHref: string;
  /** The app's own set-up, and help when its test fails. */
  readonly appHref: string | null;
  readonly fixHref: string;
  /** The account holds as many app passwords as Microsoft allows. */
  readonly isFull: boolean;
  /** The app can sign in without an app password. */
  readonly isModern: boolean;
  readonly suggestedName: string;
  readonly isBusy: boolean;
  readonly onBegin: (why: RotationReasonId, order: Replacing['order']) => void;
  readonly onGiveUp: () => void;
  readonly onMake: (name: string) => void;
  readonly onStep: (step: ReplacingStep) => void;
  readonly onDeleteAtMicrosoft: () => void;
}

export function Replace(props: ReplaceProps) {
  const { onShown, entry, entryHref } = props;
  return (
    <div class="stack replace">
      <a class="back" href={entryHref}>
        <Icon name="back" />
        <span>{entryTitle(entry)}</span>
      </a>
      <Heading onShown={onShown}>
        {t(entry.replacing?.order === 'retire' ? 'rotate_title_retire' : 'rotate_title')}
      </Heading>
      {entry.replacing ? <UnderWay {...props} replacing={entry.replacing} /> : <Begin {...props} />}
    </div>
  );
}

function Begin({ isFull, isModern, isBusy, onBegin }: ReplaceProps) {
  const [why, setWhy] = useState<RotationReasonId>(isModern ? 'modern-sign-in' : 'interval');
  const reason = ROTATION_REASONS.find(({ id }) => id === why);
  const isRetirement = reason?.isRetirement ?? false;
  const order = isRetirement ? 'retire' : isFull ? 'delete-first' : 'make-first';
  return (
    <>
      <SelectField
        label={t('rotate_why')}
        value={why}
        options={ROTATION_REASONS.map((each) => ({
          value: each.id,
          label: t(describeReason(each).key as MessageKey),
        }))}
        onChoose={setWhy}
      />
      <p>{t(isRetirement ? 'rotate_plan_retire' : 'rotate_plan')}</p>
      {reason?.urgency === 'now' && (
        <Notice tone="caution">
          <p>{t('rotate_urgent')}</p>
        </Notice>
      )}
      {order === 'delete-first' && (
        <Notice tone="caution" title={t('rotate_full_title')}>
          <p>{t('rotate_full_text')}</p>
        </Notice>
      )}
      <div class="actions">
        <Button look="primary" icon="key" busy={isBusy} onClick={() => onBegin(why, order)}>
          {t(isRetirement ? 'rotate_begin_retire' : 'rotate_begin')}
        </Button>
      </div>
      <p class="quiet small">{t('rotate_nobody_demands')}</p>
    </>
  );
}

function UnderWay(props: ReplaceProps & { readonly replacing: Replacing }) {
  const { entry, replacing, isBusy, onGiveUp } = props;
  const due = dueStep(replacing);
  const reason = ROTATION_REASONS.find(({ id }) => id === replacing.why);
  return (
    <>
      {reason && (
        <p class="quiet">
          <SentenceView of={describeReason(reason)} />
        </p>
      )}
      <ol class="steps" aria-label={t('guide_panel_steps')}>
        {REPLACING_STEPS[replacing.order].map((step, index) => {
          const isDone = replacing.done.includes(step);
          const isDue = step === due;
          return (
            <li
              key={step}
              class={`step step-${isDone ? 'done' : isDue ? 'current' : 'ahead'}`}
              aria-current={isDue ? 'step' : undefined}
            >
              <span class="step-mark" aria-hidden="true">
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              <div class="step-words">
                <p class="step-title">
                  {t(TITLES[step])}
                  {isDone && <span class="visually-hidden"> ({t('guide_panel_done')})</span>}
                </p>
                {isDue && <StepBody {...props} step={step} />}
              </div>
            </li>
          );
        })}
      </ol>
      {entry.state === 'old-still-valid' && (
        <Notice tone="caution">
          <p>{t('rotate_old_valid', replacing.oldName)}</p>
        </Notice>
      )}
      <p class="quiet small">{t('rotate_any_day')}</p>
      {canGiveUp(entry) && (
        <div class="actions">
          <Button look="quiet" busy={isBusy} onClick={onGiveUp}>
            {t('rotate_give_up')}
          </Button>
        </div>
      )}
    </>
  );
}

const TITLES: Readonly<Record<ReplacingStep, MessageKey>> = {
  make: 'rotate_step_make',
  enter: 'rotate_step_paste',
  test: 'rotate_step_test',
  switch: 'rotate_step_switch',
  delete: 'rotate_step_delete',
};

function StepBody(props: ReplaceProps & { readonly replacing: Replacing; readonly step: ReplacingStep }) {
  const { entry, replacing, step, appHref, fixHref, isBusy, onStep, onDeleteAtMicrosoft } = props;
  const appLink = appHref && (
    <a class="link" href={appHref}>
      {t('rotate_app_setup', entry.appName)}
    </a>
  );
  switch (step) {
    case 'make':
      return <Make {...props} />;
    case 'enter':
      return (
        <Told text={t('rotate_paste_text')} link={appLink}>
          <Button look="primary" icon="check" busy={isBusy} onClick={() => onStep('enter')}>
            {t('rotate_paste_done')}
          </Button>
        </Told>
      );
    case 'switch':
      return (
        <Told text={t('rotate_switch_text')} link={appLink}>
          <Button look="primary" icon="check" busy={isBusy} onClick={() => onStep('switch')}>
            {t('rotate_switch_done')}
          </Button>
        </Told>
      );
    case 'test':
      return (
        <Told text={t('rotate_test_text')} link={null}>
          <Button look="primary" icon="check" busy={isBusy} onClick={() => onStep('test')}>
            {t('rotate_test_done')}
          </Button>
          <a class="button button-quiet" href={fixHref}>
            <span>{t('rotate_test_failed')}</span>
          </a>
        </Told>
      );
    case 'delete':
      return (
        <Told text={t('rotate_delete_text', replacing.oldName)} link={null}>
          <Button look="primary" icon="external" busy={isBusy} onClick={onDeleteAtMicrosoft}>
            {t('rotate_delete_at_microsoft')}
          </Button>
          <Button busy={isBusy} onClick={() => onStep('delete')}>
            {t('rotate_delete_done')}
          </Button>
        </Told>
      );
  }
}

interface ToldProps {
  readonly text: string;
  readonly link: ComponentChildren;
  readonly children: ComponentChildren;
}

function Told({ text, link, children }: ToldProps) {
  return (
    <>
      <p>{text}</p>
      {link && <p>{link}</p>}
      <div class="actions">{children}</div>
    </>
  );
}

function Make({ suggestedName, isBusy, onMake }: ReplaceProps) {
  const [name, setName] = useState(suggestedName);
  const [isTried, setTried] = useState(false);
  const problem = isTried ? nameProblem(name) : null;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (nameProblem(name) === null) onMake(tidyName(name));
      }}
    >
      <p>{t('rotate_make_text')}</p>
      <Field
        label={t('inventory_field_name')}
        hint={t('rotate_make_hint')}
        value={name}
        onInput={setName}
        error={problem && t(`app_name_${problem}` as MessageKey)}
      />
      <div class="actions">
        <Button look="primary" icon="external" type="submit" busy={isBusy}>
          {t('rotate_make')}
        </Button>
      </div>
    </form>
  );
}
