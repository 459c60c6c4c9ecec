/** What protects the vault: passphrase, recovery sheet, and the end of it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type { ChangePassphraseOutcome, NewSheetOutcome, Strength } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { BackToList } from './entry-view.tsx';
import { attempt, type Failure, failureText } from './failures.ts';
import { TextField, Tick } from './fields.tsx';
import { type NewPassphrase, NewPassphraseFields, NO_PASSPHRASE, passphraseProblem } from './passphrase.tsx';
import { SymbolButton } from './symbol.tsx';
import { numberText, useSecondsUntil } from './time.ts';

export interface SafeProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  readonly isSheetMissing: boolean;
  readonly onStrength: (passphrase: string) => Promise<Strength>;
  readonly onChangePassphrase: (current: string, next: string) => Promise<ChangePassphraseOutcome>;
  /** A sheet that was made is shown by the panel. */
  readonly onNewSheet: (passphrase: string) => Promise<NewSheetOutcome>;
  /** Damaged records that were set aside, as a file. */
  readonly onExportDamaged: () => void;
  readonly onErase: () => void;
}

export function Safe(props: SafeProps) {
  const { onShown, listHref, isSheetMissing, onStrength, onChangePassphrase, onNewSheet, onErase } = props;
  const { onExportDamaged } = props;
  return (
    <div class="stack safe">
      <BackToList href={listHref} />
      <Heading onShown={onShown}>{t('inventory_safe')}</Heading>
      <ChangePassphrase onStrength={onStrength} onChange={onChangePassphrase} />
      <section class="card" aria-labelledby="safe-sheet">
        <h2 id="safe-sheet">{t('inventory_new_sheet_title')}</h2>
        {isSheetMissing && (
          <Notice tone="caution">
            <p>{t('vault_sheet_missing')}</p>
          </Notice>
        )}
        <p>{t('inventory_new_sheet_text')}</p>
        <AskPassphrase label={t('inventory_new_sheet')} onGiven={onNewSheet} />
      </section>
      <section class="card" aria-labelledby="safe-aside">
        <h2 id="safe-aside">{t('inventory_aside_title')}</h2>
        <p>{t('inventory_aside_text')}</p>
        <div class="actions">
          <SymbolButton symbol="export" onClick={onExportDamaged}>
            {t('vault_export_damaged')}
          </SymbolButton>
        </div>
      </section>
      <section class="card" aria-labelledby="safe-erase">
        <h2 id="safe-erase">{t('inventory_erase_title')}</h2>
        <p>{t('inventory_erase_text')}</p>
        <div class="actions">
          <SymbolButton symbol="delete" onClick={onErase}>
            {t('inventory_erase')}
          </SymbolButton>
        </div>
      </section>
    </div>
  );
}

interface ChangePassphraseProps {
  readonly onStrength: SafeProps['onStrength'];
  readonly onChange: SafeProps['onChangePassphrase'];
}

function ChangePassphrase({ onStrength, onChange }: ChangePassphraseProps) {
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [value, setValue] = useState<NewPassphrase>(NO_PASSPHRASE);
  const [wasSent, setSent] = useState(false);
  const [focus, setFocus] = useState({ current: 0, next: 0 });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isDone, setDone] = useState(false);
  const seconds = useSecondsUntil(failure && 'retryAt' in failure ? failure.retryAt : null);
  const problem = passphraseProblem(value);
  const isAtCurrent = failure?.kind === 'wrong';

  const change = async () => {
    setSent(true);
    setFailure(null);
    if (current === '') {
      setFocus((before) => ({ ...before, current: before.current + 1 }));
      return;
    }
    if (problem) {
      setFocus((before) => ({ ...before, next: before.next + 1 }));
      return;
    }
    setBusy(true);
    const outcome = await attempt(() => onChange(current, value.passphrase));
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome);
      if (outcome.kind === 'wrong') setFocus((before) => ({ ...before, current: before.current + 1 }));
      return;
    }
    setDone(true);
    setOpen(false);
    setCurrent('');
    setValue(NO_PASSPHRASE);
    setSent(false);
  };

  return (
    <section class="card" aria-labelledby="safe-passphrase">
      <h2 id="safe-passphrase">{t('inventory_change_title')}</h2>
      <div role="status">
        {isDone && (
          <Notice tone="good">
            <p>{t('vault_changed_passphrase')}</p>
          </Notice>
        )}
      </div>
      {isOpen ? (
        <form
          class="start"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && seconds === 0) void change();
          }}
        >
          <TextField
            label={t('inventory_current_passphrase')}
            kind="secret"
            canShow
            value={current}
            onInput={setCurrent}
            error={
              isAtCurrent && failure
                ? failureText(failure)
                : wasSent && current === ''
                  ? t('vault_passphrase_empty')
                  : null
            }
            focusCount={focus.current}
          />
          <NewPassphraseFields
            value={value}
            onChange={(part) => setValue((before) => ({ ...before, ...part }))}
            onStrength={onStrength}
            problem={wasSent && current !== '' ? problem : null}
            problemCount={focus.next}
          />
          {failure && !isAtCurrent && (
            <Notice tone="bad" role="alert">
              <p>{failure.kind === 'conflict' ? t('vault_changed_elsewhere') : failureText(failure)}</p>
            </Notice>
          )}
          <div class="actions">
            <Button type="submit" look="primary" busy={isBusy || seconds > 0}>
              {t('inventory_change')}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('inventory_cancel')}
            </Button>
            <Wait seconds={seconds} />
          </div>
        </form>
      ) : (
        <>
          <p>{t('inventory_change_text')}</p>
          <div class="actions">
            <Button
              onClick={() => {
                setOpen(true);
                setDone(false);
              }}
            >
              {t('inventory_change')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Wait({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  return (
    <p class="quiet small" role="timer">
      {seconds === 1 ? t('inventory_wait_one') : t('inventory_wait_seconds', numberText(seconds))}
    </p>
  );
}

interface AskPassphraseProps {
  readonly label: string;
  readonly onGiven: (passphrase: string) => Promise<NewSheetOutcome>;
}

function AskPassphrase({ label, onGiven }: AskPassphraseProps) {
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [focusCount, setFocusCount] = useState(0);
  const seconds = useSecondsUntil(failure && 'retryAt' in failure ? failure.retryAt : null);
  const isAtField = failure?.kind === 'wrong' || failure?.kind === 'empty';
  const give = async () => {
    setBusy(true);
    setFailure(null);
    const outcome = await attempt(() => onGiven(typed));
    setBusy(false);
    if (outcome.ok) {
      setTyped('');
      return;
    }
    setFailure(outcome);
    setFocusCount((count) => count + 1);
  };
  return (
    <form
      class="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && seconds === 0) void give();
      }}
    >
      <TextField
        label={t('inventory_current_passphrase')}
        kind="secret"
        canShow
        value={typed}
        onInput={setTyped}
        error={isAtField && failure ? failureText(failure) : null}
        focusCount={isAtField ? focusCount : 0}
      />
      {failure && !isAtField && (
        <Notice tone="bad" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <div class="actions">
        <Button type="submit" busy={isBusy || seconds > 0}>
          {label}
        </Button>
        <Wait seconds={seconds} />
      </div>
    </form>
  );
}

export interface EraseProps {
  readonly onShown: HeadingProps['onShown'];
  readonly backHref: string;
  /** How many tags go; `null` while locked. */
  readonly count: number | null;
  readonly onErase: () => Promise<{ readonly ok: boolean }>;
}

/** Asked twice: a tick and a button, then the button that does it. */
export function Erase({ onShown, backHref, count, onErase }: EraseProps) {
  const [isSure, setSure] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const erase = async () => {
    setBusy(true);
    setFailed(false);
    const outcome = await attempt(onErase);
    setBusy(false);
    setFailed(!outcome.ok);
  };
  return (
    <div class="narrow">
      <BackToList href={backHref} />
      <Heading onShown={onShown}>{t('inventory_erase_title')}</Heading>
      <Notice tone="bad">
        <p>
          {count === null ? t('inventory_erase_what_locked') : t('inventory_erase_what', numberText(count))}
        </p>
        <p>{t('inventory_erase_not')}</p>
      </Notice>
      <Tick label={t('inventory_erase_sure')} isOn={isSure} onChange={setSure} />
      {isAsking && isSure ? (
        <Ask>
          <p>
            <b>{t('inventory_erase_really')}</b>
          </p>
          <div class="actions">
            <Button busy={isBusy} onClick={() => void erase()}>
              {t('inventory_erase_now')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('inventory_cancel')}
            </Button>
          </div>
        </Ask>
      ) : (
        <div class="actions">
          <SymbolButton symbol="delete" busy={!isSure} onClick={() => setAsking(true)}>
            {t('inventory_erase')}
          </SymbolButton>
        </div>
      )}
      {hasFailed && (
        <Notice tone="bad" role="alert">
          <p>{t('inventory_erase_failed')}</p>
        </Notice>
      )}
    </div>
  );
}

function Ask({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="card" role="alert">
      {children}
    </div>
  );
}
