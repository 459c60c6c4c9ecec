/** The steps of the running task: done ones ticked, the due one open, the others ahead. */
import type { ComponentChildren } from 'preact';
import type { GuideStep, StepStatus } from '@/utils/guide/advice.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { Icon } from './icon.tsx';

const STEP_TITLES: Readonly<Record<GuideStep, MessageKey>> = {
  open: 'step_open',
  add: 'step_add',
  choose: 'step_choose',
  name: 'step_name',
  copy: 'step_copy',
  check: 'step_check',
  find: 'step_find',
  confirm: 'step_confirm',
  gone: 'step_gone',
  compare: 'step_compare',
};

export interface StepsProps {
  readonly steps: readonly StepStatus[];
  /** What stands under the step that is due. */
  readonly children?: ComponentChildren;
}

export function Steps({ steps, children }: StepsProps) {
  return (
    <ol class="steps" aria-label={t('guide_panel_steps')}>
      {steps.map(({ step, status }, index) => (
        <li key={step} class={`step step-${status}`} aria-current={status === 'current' ? 'step' : undefined}>
          <span class="step-mark" aria-hidden="true">
            {status === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <div class="step-words">
            <p class="step-title">
              {t(STEP_TITLES[step])}
              {status === 'done' && <span class="visually-hidden"> ({t('guide_panel_done')})</span>}
            </p>
            {status === 'current' && children}
          </div>
        </li>
      ))}
    </ol>
  );
}
