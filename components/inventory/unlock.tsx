/** The locked vault: one field, and the way in with the recovery key. */
import { useState } from 'preact/hooks';
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import type { LockReason, RecoverOutcome, Strength, UnlockOutcome } from '@/utils/inventory/record-types.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { attempt, type Failure, failureText, mistypedText } from './failures.ts';
import { TextField } from './fields.tsx';
import { type NewPassphrase, NewPassphraseFields, NO_PASSPHRASE, passphraseProblem } from './passphrase.tsx';
import { Glyph } from './symbol.tsx';
import { numberText, useSecondsUntil } from './time.ts';

/** Under the heading, which says that it is locked. Whoever locked it knows why. */
const BECAUSE: Readonly<Record<LockReason, MessageKey>> = {
  asked: 'inventory_locked_text',
  idle: 'vault_locked_idle',
  system: 'vault_locked_system',
  clock: 'vault_locked_clock',
  'time-limit': 'vault_locked_time_limit',
};

export interface UnlockProps {
  readonly onShown: HeadingProps['onShown'];
  readonly because: LockReason | null;
  readonly retryAt: number | null;
  /** The app whose tag waits to be saved. */
  readonly waiting: string | null;
  readonly onTyping: () => void;
  readonly onUnlock: (passphrase: string) => Promise<UnlockOutcome>;
  readonly onRecover: () => void;
}

export function Unlock(props: UnlockProps) {
  const { onShown, because, retryAt, waiting, onTyping, onUnlock, onRecover } = props;
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  // The field is what the person came for; the heading gets the focus only after a navigation.
  const [focusCount, setFocusCount] = useState(0);
  const seconds = useSecondsUntil(laterOf(retryAt, retryOf(failure)));
  const isAtField = failure !== null && FIELD_KINDS.has(failure.kind);

  const unlock = async () => {
    setBusy(true);
    setFailure(null);
    const outcome = await attempt(() => onUnlock(passphrase));
    setBusy(false);
    if (outcome.ok) {
      setPassphrase('');
      return;
    }
    setFailure(outcome);
    setFocusCount((count) => count + 1);
  };

  return (
    <div class="narrow">
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_locked_title')}</Heading>
        <p class="quiet">
          {waiting === null
            ? because === null
              ? t('inventory_locked_text')
              : t(BECAUSE[because])
            : t('inventory_locked_for', waiting)}
        </p>
      </div>
      <Tag>
        <form
          class="start"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && seconds === 0) void unlock();
          }}
        >
          <TextField
            label={t('inventory_passphrase')}
            kind="secret"
            canShow
            value={passphrase}
            onInput={(text) => {
              onTyping();
              setPassphrase(text);
            }}
            error={isAtField && failure ? failureText(failure) : null}
            focusCount={focusCount}
          />
          <div class="actions">
            <Button type="submit" look="primary" icon="key" busy={isBusy || seconds > 0}>
              {t('inventory_unlock')}
            </Button>
            <WaitLine seconds={seconds} />
          </div>
          <p role="status" class="visually-hidden">
            {isBusy ? t('inventory_unlocking') : isAtField && failure ? failureText(failure) : ''}
          </p>
          {failure && !isAtField && <FailureNotice failure={failure} />}
        </form>
      </Tag>
      <div class="actions">
        <p class="quiet small">{t('inventory_forgotten')}</p>
        <Button look="quiet" onClick={onRecover}>
          {t('inventory_use_recovery_key')}
        </Button>
      </div>
    </div>
  );
}

/** What is said at the field itself; everything else says more about the vault than about what was typed. */
const FIELD_KINDS: ReadonlySet<string> = new Set(['wrong', 'empty', 'not-text', 'too-long', 'mistyped']);

function retryOf(failure: Failure | null): number | null {
  if (failure?.kind === 'wait') return failure.retryAt;
  return failure?.kind === 'wrong' && 'retryAt' in failure ? failure.retryAt : null;
}

function laterOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

/** Counts down to the next attempt. Not a live region: a number a second is no news. */
function WaitLine({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  return (
    <p class="wait" role="timer">
      <Glyph name="lock" />
      <span>
        {seconds === 1 ? t('inventory_wait_one') : t('inventory_wait_seconds', numberText(seconds))}
      </span>
    </p>
  );
}

function FailureNotice({ failure }: { readonly failure: Failure }) {
  return (
    <Notice tone={failure.kind === 'wait' ? 'caution' : 'bad'} role="alert">
      <p>{failureText(failure)}</p>
    </Notice>
  );
}

export interface RecoverProps {
  readonly onShown: HeadingProps['onShown'];
  readonly retryAt: number | null;
  readonly onCheck: (key: string) => { ok: true } | { ok: false; groups: readonly number[] };
  readonly onRecover: (key: string, passphrase: string) => Promise<RecoverOutcome>;
  readonly onStrength: (passphrase: string) => Promise<Strength>;
  readonly onBack: () => void;
  readonly onErase: () => void;
}

/** Seven groups of five: shorter than this is still being typed. */
const KEY_LENGTH = 35;

export function Recover(props: RecoverProps) {
  const { onShown, retryAt, onCheck, onRecover, onStrength, onBack, onErase } = props;
  const [key, setKey] = useState('');
  const [wasLeft, setLeft] = useState(false);
  const [value, setValue] = useState<NewPassphrase>(NO_PASSPHRASE);
  const [wasSent, setSent] = useState(false);
  const [keyFocus, setKeyFocus] = useState(0);
  const [problemCount, setProblemCount] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const seconds = useSecondsUntil(laterOf(retryAt, retryOf(failure)));
  const problem = passphraseProblem(value);
  const typed = key.replace(/[\s\p{Dash}_.]/gu, '').length;
  const checked = typed > 0 ? onCheck(key) : null;
  // A key is not blamed while it is being typed.
  const isComplete = wasLeft || wasSent || typed >= KEY_LENGTH;
  const keyError =
    failure?.kind === 'wrong' || failure?.kind === 'mistyped'
      ? failureText(failure, 'recovery-key')
      : checked && !checked.ok && isComplete
        ? mistypedText(checked.groups)
        : wasSent && typed === 0
          ? t('inventory_recovery_key_empty')
          : null;

  const recover = async () => {
    setSent(true);
    setFailure(null);
    if (!checked?.ok) {
      setKeyFocus((count) => count + 1);
      return;
    }
    if (problem) {
      setProblemCount((count) => count + 1);
      return;
    }
    setBusy(true);
    const outcome = await attempt(() => onRecover(key, value.passphrase));
    setBusy(false);
    if (outcome.ok) return;
    setFailure(outcome);
    if (outcome.kind === 'wrong' || outcome.kind === 'mistyped') setKeyFocus((count) => count + 1);
  };

  return (
    <div class="narrow">
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_recover_title')}</Heading>
        <p>{t('inventory_recover_text')}</p>
      </div>
      <form
        class="start"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && seconds === 0) void recover();
        }}
      >
        <TextField
          label={t('inventory_recovery_key')}
          isCode
          lines={2}
          hint={checked?.ok ? t('inventory_recovery_key_good') : t('inventory_recovery_key_hint')}
          value={key}
          onInput={(text) => {
            setKey(text);
            setLeft(false);
            setFailure(null);
          }}
          onBlur={() => setLeft(true)}
          error={keyError}
          focusCount={keyFocus}
        />
        <h2>{t('inventory_new_passphrase_title')}</h2>
        <NewPassphraseFields
          value={value}
          onChange={(change) => setValue((before) => ({ ...before, ...change }))}
          onStrength={onStrength}
          problem={wasSent && checked?.ok ? problem : null}
          problemCount={problemCount}
        />
        <div class="actions">
          <Button type="submit" look="primary" icon="key" busy={isBusy || seconds > 0}>
            {t('inventory_use_recovery_key')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('inventory_back')}
          </Button>
          <WaitLine seconds={seconds} />
        </div>
        <p role="status" class="visually-hidden">
          {isBusy ? t('inventory_unlocking') : (keyError ?? '')}
        </p>
        {failure && failure.kind !== 'wrong' && failure.kind !== 'mistyped' && (
          <FailureNotice failure={failure} />
        )}
      </form>
      <details class="more">
        <summary>
          <Icon name="forward" />
          <span>{t('inventory_nothing_title')}</span>
        </summary>
        <div class="stack">
          <p>{t('inventory_nothing_text')}</p>
          <div class="actions">
            <Button onClick={onErase}>{t('inventory_erase')}</Button>
          </div>
        </div>
      </details>
    </div>
  );
}
