/** @jsxImportSource react */
/**
 * From "Add sign-in method" to Done: which step is shown, in which kind of frame. What the steps look
 * like is in picker.tsx and steps.tsx. All state lives here, so that remounting loses none of it.
 */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ERROR_CODES, NAME_LENGTH } from '../switches.ts';
import type { MethodKey } from '../texts.ts';
import { api } from './api.ts';
import { usePage, useRemount, useTestId } from './context.tsx';
import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from './fluent.ts';
import { PickerCards, PickerDropdown } from './picker.tsx';
import { SessionEndedDialog } from './session-dialog.tsx';
import { CaptchaStep, NameStep, OtherStep, ResultStep } from './steps.tsx';

type Step =
  | { readonly kind: 'picker' }
  | { readonly kind: 'name' }
  | { readonly kind: 'creating' }
  | { readonly kind: 'captcha' }
  | { readonly kind: 'result'; readonly secret: string }
  | { readonly kind: 'other'; readonly method: MethodKey };

interface Button {
  readonly text: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

/** One step, independent of the frame it is shown in. */
interface StepView {
  readonly title: string;
  readonly body: ReactNode;
  readonly back: Button | null;
  readonly next: Button;
}

/** Fluent's own closing animation: the old dialog stays in the document for so long. */
const CLOSING_MS = 267;
const STEP_TITLE_ID = 'step-title';

interface Options {
  /** The person pressed Done. */
  readonly onDone: () => void;
  readonly onBanner: (text: string | null) => void;
}

export function useAddFlow({ onDone, onBanner }: Options) {
  const { switches, texts } = usePage();
  const { generation } = switches;
  const testId = useTestId();

  const [isOpen, setOpen] = useState(false);
  const [step, setStep] = useState<Step>({ kind: 'picker' });
  /** Another number is another Fluent layer. */
  const [layer, setLayer] = useState(0);
  const [chosen, setChosen] = useState<MethodKey | null>(null);
  const [listOpen, setListOpen] = useState(false);
  const [showAll, setShowAll] = useState(generation !== 'B-recommended');
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [signInAt, setSignInAt] = useState<string | null>(null);
  const round = useRemount(!isOpen || listOpen);

  /** Answers of a flow that was closed meanwhile are dropped. */
  const flow = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(
    () => () => {
      flow.current++;
      clearTimeout(timer.current);
    },
    [],
  );

  const start = useCallback(() => {
    onBanner(null);
    setStep({ kind: 'picker' });
    setLayer((n) => n + 1);
    setChosen(null);
    setListOpen(false);
    setShowAll(generation !== 'B-recommended');
    setName('');
    setRefused(false);
    setFailure(null);
    setOpen(true);
  }, [generation, onBanner]);

  const close = () => {
    flow.current++;
    setOpen(false);
  };

  const inFullPage = generation === 'B-fullpage' && step.kind !== 'picker';

  const change = (to: Step) => {
    const leavesDialog = generation === 'B-fullpage';
    if (switches.transition === 'same-layer' && !leavesDialog) {
      setStep(to);
      return;
    }
    setOpen(false);
    timer.current = setTimeout(() => {
      setLayer((n) => n + 1);
      setStep(to);
      setOpen(true);
    }, CLOSING_MS + 30);
  };

  const pick = (method: MethodKey) =>
    change(method === 'appPassword' ? { kind: 'name' } : { kind: 'other', method });

  const fail = (text: string) => {
    setFailure(text);
    setStep({ kind: 'name' });
  };

  const create = async (captchaSolved = false) => {
    if (name.trim().length < NAME_LENGTH.min) {
      setRefused(true);
      return;
    }
    const current = ++flow.current;
    setFailure(null);
    setStep({ kind: 'creating' });
    const answer = await api.create(name.trim(), captchaSolved);
    if (current !== flow.current) return;
    switch (answer.ErrorCode) {
      case ERROR_CODES.none:
        setStep({ kind: 'result', secret: answer.Data });
        break;
      case ERROR_CODES.captchaRequired:
        setStep({ kind: 'captcha' });
        break;
      case ERROR_CODES.ngcMfaRequired:
        if (answer.redirect) location.assign(answer.redirect);
        break;
      case ERROR_CODES.appSessionTimedOut:
        setStep({ kind: 'name' });
        setSignInAt(answer.redirect ?? null);
        break;
      case ERROR_CODES.requestThrottled:
        fail(texts.throttled);
        break;
      case ERROR_CODES.limitReached:
        if (switches.limitShownAs === 'message-bar') fail(texts.limit);
        else {
          close();
          onBanner(texts.limit);
        }
        break;
      default:
        fail(texts.error);
    }
  };

  const toPicker: Button = { text: texts.back, onClick: () => change({ kind: 'picker' }) };
  const cancel: Button = { text: texts.cancel, onClick: close };
  const back = generation === 'A' ? cancel : toPicker;

  const view = (): StepView => {
    switch (step.kind) {
      case 'picker':
        return {
          title: generation === 'A' ? texts.addDialogTitleA : texts.addDialogTitleB,
          body:
            generation === 'A' ? (
              <PickerDropdown chosen={chosen} onChoose={setChosen} onListOpen={setListOpen} />
            ) : (
              <PickerCards showAll={showAll} onShowAll={() => setShowAll(true)} onPick={pick} />
            ),
          back: cancel,
          next: {
            text: texts.add,
            onClick: () => chosen && pick(chosen),
            disabled: switches.addWaitsForChoice && chosen === null,
          },
        };
      case 'name':
      case 'creating':
        return {
          title: texts.methods.appPassword,
          body: (
            <NameStep
              name={name}
              onName={(text) => {
                setName(text);
                setRefused(false);
              }}
              refused={refused && switches.nameError === 'message'}
              creating={step.kind === 'creating'}
              failure={failure}
            />
          ),
          back,
          next: {
            text: texts.next,
            onClick: () => void create(),
            disabled:
              step.kind === 'creating' ||
              (switches.nameError === 'next-disabled' && name.trim().length < NAME_LENGTH.min),
          },
        };
      case 'captcha':
        return {
          title: texts.methods.appPassword,
          body: <CaptchaStep />,
          back,
          next: { text: texts.next, onClick: () => void create(true) },
        };
      case 'result':
        return {
          title: texts.methods.appPassword,
          body: <ResultStep name={name.trim()} secret={step.secret} />,
          back: null,
          next: {
            text: texts.done,
            onClick: () => {
              close();
              onDone();
            },
          },
        };
      case 'other':
        return {
          title: texts.methods[step.method],
          body: <OtherStep />,
          back,
          next: { text: texts.next, onClick: close },
        };
    }
  };

  const { title, body, back: backButton, next } = view();

  const wizard = (
    <div key={round} className={`step remounted ${inFullPage ? 'fullpage' : ''}`}>
      <h2 id={STEP_TITLE_ID} {...testId('reskin-step-title')}>
        {title}
      </h2>
      {body}
      <div className="buttons">
        {backButton && <DefaultButton {...testId('reskin-step-back-button')} {...backButton} />}
        <PrimaryButton {...testId('reskin-step-next-button')} {...next} />
      </div>
    </div>
  );

  /** Fluent takes footers only as direct children, so the three kinds of content can't be one component. */
  const content =
    generation === 'A'
      ? [
          <div key={`body${round}`} className="step remounted">
            {body}
          </div>,
          <DialogFooter key={`buttons${round}`}>
            {backButton && <DefaultButton {...backButton} />}
            <PrimaryButton {...next} />
          </DialogFooter>,
        ]
      : step.kind === 'picker'
        ? [
            <div key={`body${round}`} className="remounted">
              {body}
            </div>,
          ]
        : [wizard];

  const ownTitle = generation === 'A' || step.kind === 'picker';
  const dialog = (
    <>
      <Dialog
        key={layer}
        hidden={!isOpen || inFullPage}
        onDismiss={close}
        minWidth={generation === 'A' ? 340 : 'min(480px, 90vw)'}
        maxWidth={generation === 'A' ? 420 : 'min(560px, 96vw)'}
        dialogContentProps={{
          type: DialogType.normal,
          ...(ownTitle ? { title } : {}),
          showCloseButton: true,
          closeButtonAriaLabel: texts.close,
        }}
        modalProps={{
          isBlocking: switches.blocking,
          ...(ownTitle ? {} : { titleAriaId: STEP_TITLE_ID }),
        }}
      >
        {content}
      </Dialog>
      <SessionEndedDialog signInAt={signInAt} />
    </>
  );

  return { start, isOpen, dialog, fullPage: isOpen && inFullPage ? wizard : null };
}
