/**
 * The rehearsal page while somebody trains others with it: large, step by step, by keyboard alone. The reader,
 * the guide and the pointer are those of every page; the presenter plays the person.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Advice } from '@/utils/guide/advice.ts';
import type { Task } from '@/utils/guide/task.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { SentenceView } from '../sentence.tsx';
import { actsOf, BRANCHES, type Branch, stageAt, taskAt } from './branches.ts';
import { Imitation } from './rehearsal.tsx';
import type { StageEvent } from './stage.ts';
import type { Words } from './words.ts';

export interface PresentationProps {
  readonly words: Words;
  /** What the guide says to the page as it is; `null` where it keeps quiet, absent before it has looked. */
  readonly advice: Advice | null | undefined;
  /** What the guide is to do and has seen at this step. */
  readonly onTask: (task: Task) => void;
  readonly onEnd: () => void;
}

/** Keys as the browser names them; presenters' remote controls send the page keys. */
const FORWARD = ['ArrowRight', 'PageDown'];
const BACKWARD = ['ArrowLeft', 'PageUp'];

export function Presentation({ words, advice, onTask, onEnd }: PresentationProps) {
  const [{ branch, step, round }, setAt] = useState<{ branch: Branch; step: number; round: number }>({
    branch: 'smooth',
    step: 0,
    round: 0,
  });
  const forward = useRef<HTMLButtonElement>(null);
  const name = t('present_name');
  const acts = useMemo(() => actsOf(branch, name), [branch, name]);
  const stage = useMemo(() => stageAt(branch, acts, step), [branch, acts, step]);
  const isLast = step >= acts.length;

  // The same guide goes on forwards; from anywhere else another has to begin, so that it has seen no more than
  // the case has shown. Told at each step, because a guide that looks once a frame may miss a quick one.
  useEffect(() => {
    onTask(taskAt(branch, acts, step, { id: `presented-${round}`, appName: t('present_app'), name }));
  }, [branch, acts, step, round, name, onTask]);
  useEffect(() => forward.current?.focus(), []);

  const goTo = useCallback((next: Branch, at: number) => {
    setAt((before) => ({ branch: next, step: at, round: before.round + 1 }));
  }, []);
  const goForward = useCallback(() => {
    setAt((before) => (before.step < acts.length ? { ...before, step: before.step + 1 } : before));
  }, [acts]);
  const goBack = useCallback(() => {
    setAt((before) =>
      before.step > 0 ? { ...before, step: before.step - 1, round: before.round + 1 } : before,
    );
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      // In the list of cases the keys belong to the list.
      if (event.target instanceof HTMLSelectElement && event.key !== 'Escape') return;
      const isRtl = document.documentElement.dir === 'rtl';
      const chosen = BRANCHES[Number(event.key) - 1];
      if ((isRtl ? ['ArrowLeft', 'PageDown'] : FORWARD).includes(event.key)) goForward();
      else if ((isRtl ? ['ArrowRight', 'PageUp'] : BACKWARD).includes(event.key)) goBack();
      else if (event.key === 'Escape') onEnd();
      else if (chosen && event.key !== ' ') goTo(chosen, 0);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [goForward, goBack, goTo, onEnd]);

  /** The presenter may press what the person would press. */
  const send = (event: StageEvent) => {
    if (JSON.stringify(event) === JSON.stringify(acts[step])) goForward();
  };
  const last = step === 0 ? undefined : acts[step - 1];
  return (
    <div class="presenting">
      <section class="presenter" aria-label={t('present_region')}>
        <div class="presenter-says">
          <h2 class="rehearsal-quiet">
            {t('rehearsal_title')} {t('present_says')}
          </h2>
          {advice
            ? advice.say.map((sentence) => (
                <p key={sentence.key}>
                  <SentenceView of={sentence} />
                </p>
              ))
            : advice === null && <p>{t('present_silent')}</p>}
        </div>
        <p role="status" class="presenter-step">
          {t('present_step', String(step + 1), String(acts.length + 1), actText(last, words))}
        </p>
        <div class="presenter-keys">
          <button
            type="button"
            aria-disabled={step === 0}
            aria-keyshortcuts={BACKWARD.join(' ')}
            onClick={goBack}
          >
            {t('present_back')}
          </button>
          <button
            ref={forward}
            type="button"
            class="presenter-next"
            aria-disabled={isLast}
            aria-keyshortcuts={FORWARD.join(' ')}
            onClick={goForward}
          >
            {t('present_next')}
          </button>
          <label>
            {t('present_branch')}{' '}
            <select
              value={branch}
              onChange={(event) => {
                const chosen = BRANCHES.find((known) => known === event.currentTarget.value);
                if (chosen) goTo(chosen, 0);
              }}
            >
              {BRANCHES.map((known, at) => (
                <option key={known} value={known}>
                  {at + 1}: {t(`present_branch_${known}` satisfies MessageKey)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" aria-keyshortcuts="Escape" onClick={onEnd}>
            {t('present_end')}
          </button>
          <p class="presenter-hint">
            {t('present_keys')}: <kbd>→</kbd> {t('present_key_next')}, <kbd>←</kbd> {t('present_key_back')},{' '}
            <kbd>1</kbd>–<kbd>9</kbd> {t('present_key_branch')}, <kbd>Esc</kbd> {t('present_key_end')}
          </p>
        </div>
      </section>
      <div class="presented">
        <Imitation stage={stage} send={send} words={words} takesFocus={false} />
      </div>
    </div>
  );
}

/** What just happened. */
function actText(act: StageEvent | undefined, words: Words): string {
  const chose = (label: string): string => t('present_act_choose', label);
  switch (act?.on) {
    case undefined:
      return t('present_start');
    case 'add':
      return chose(words('addMethodButton'));
    case 'more':
      return chose(words('showMore'));
    case 'app-password':
      return chose(words('appPassword'));
    case 'other':
      return chose(act.method);
    case 'type':
      return t('present_act_type', act.text);
    case 'next':
    case 'done':
    case 'back':
      return chose(words(act.on));
    case 'delete':
    case 'confirm':
      return chose(words('delete'));
    case 'signed-in':
      return t('present_act_sign_in');
    default:
      return t('present_act_wait');
  }
}
