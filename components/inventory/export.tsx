/** Giving entries to another program, and moving the passwords out to a password manager. */
import { useState } from 'preact/hooks';
import { Button, Choice, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type { Loss, WriteFormat } from '@/utils/inventory/formats/outcome.ts';
import type { Strength, UnlockOutcome } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { BackToList } from './entry-view.tsx';
import { attempt, type Failure, failureText } from './failures.ts';
import { TextField, Tick } from './fields.tsx';
import { formatText, lossText, WRITE_FORMATS } from './file-words.ts';
import { type NewPassphrase, NewPassphraseFields, NO_PASSPHRASE, passphraseProblem } from './passphrase.tsx';
import { numberText, useSecondsUntil } from './time.ts';

export interface ExportRequest {
  readonly format: WriteFormat;
  readonly withPasswords: boolean;
  /** Of the new KeePass database. */
  readonly password: string;
}

export interface ExportProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  /** A list of names for the helpdesk. */
  readonly handOverHref: string;
  readonly count: number;
  /** How many keep their password. */
  readonly kept: number;
  readonly onVerify: (passphrase: string) => Promise<UnlockOutcome>;
  readonly onStrength: (passphrase: string) => Promise<Strength>;
  /** @returns the name of the file that was handed to the browser, or what went wrong */
  readonly onExport: (
    request: ExportRequest,
  ) => Promise<
    | { readonly ok: true; readonly fileName: string; readonly lost: readonly Loss[] }
    | { readonly ok: false; readonly kind: 'not-written'; readonly text: string }
  >;
  /** Drops the kept passwords from all tags; what was exported says which file holds them now. */
  readonly onDropPasswords: () => Promise<{ readonly dropped: number; readonly failed: number }>;
  readonly onCancel: () => void;
}

type Stage =
  | { readonly at: 'choose' }
  | {
      readonly at: 'saved';
      readonly fileName: string;
      readonly lost: readonly Loss[];
      readonly isMove: boolean;
    }
  | { readonly at: 'moved'; readonly dropped: number; readonly failed: number };

export function Export(props: ExportProps) {
  const {
    onShown,
    listHref,
    handOverHref,
    count,
    kept,
    onVerify,
    onStrength,
    onExport,
    onDropPasswords,
    onCancel,
  } = props;
  const [format, setFormat] = useState<WriteFormat>('kdbx');
  const [withPasswords, setWithPasswords] = useState(false);
  const [isMove, setMove] = useState(false);
  const [own, setOwn] = useState('');
  const [value, setValue] = useState<NewPassphrase>(NO_PASSPHRASE);
  const [wasSent, setSent] = useState(false);
  const [problemCount, setProblemCount] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [unwritten, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const isSealed = format === 'kdbx';
  const canKeep = format !== 'names';
  const isIncluded = canKeep && kept > 0 && (withPasswords || isMove);
  const problem = isSealed ? passphraseProblem(value) : null;
  const seconds = useSecondsUntil(failure && 'retryAt' in failure ? failure.retryAt : null);

  const run = async () => {
    setSent(true);
    setFailure(null);
    setProblem(null);
    if (problem) {
      setProblemCount((times) => times + 1);
      return;
    }
    setBusy(true);
    if (!isSealed) {
      const verified = await attempt(() => onVerify(own));
      if (!verified.ok) {
        setBusy(false);
        setFailure(verified);
        setProblemCount((times) => times + 1);
        return;
      }
    }
    const request = { format, withPasswords: isIncluded, password: isSealed ? value.passphrase : '' };
    const outcome = await attempt(() => onExport(request));
    setBusy(false);
    setOwn('');
    setValue(NO_PASSPHRASE);
    setSent(false);
    if (outcome.ok)
      setStage({ at: 'saved', fileName: outcome.fileName, lost: outcome.lost, isMove: isMove && isIncluded });
    else if (outcome.kind === 'not-written') setProblem(outcome.text);
    else setFailure(outcome);
  };
  const drop = async () => {
    setBusy(true);
    const outcome = await attempt(onDropPasswords);
    setBusy(false);
    if ('ok' in outcome) setFailure(outcome);
    else setStage({ at: 'moved', ...outcome });
  };
  const isAtField = failure?.kind === 'wrong' || failure?.kind === 'empty';

  return (
    <div class="stack">
      <BackToList href={listHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_export_title')}</Heading>
        <p class="quiet">{t('inventory_export_text', numberText(count))}</p>
        <p>
          <a class="link" href={handOverHref}>
            {t('handover_link')}
          </a>
        </p>
      </div>
      {!(stage.at === 'saved' && stage.isMove) && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && seconds === 0) void run();
          }}
        >
          <Choice
            legend={t('inventory_format')}
            value={format}
            options={WRITE_FORMATS.map((of) => ({ value: of, label: formatText(of) }))}
            onChoose={(next) => {
              setFormat(next);
              setFailure(null);
              setSent(false);
              // What was said is of the file before.
              setStage({ at: 'choose' });
            }}
          />
          {kept > 0 && canKeep && (
            <>
              <Tick
                label={t('inventory_export_passwords', numberText(kept))}
                isOn={withPasswords || isMove}
                onChange={(isOn) => {
                  setWithPasswords(isOn);
                  if (!isOn) setMove(false);
                }}
              />
              <Tick
                label={t('inventory_move')}
                hint={t('inventory_move_hint')}
                isOn={isMove}
                onChange={setMove}
              />
            </>
          )}
          {isSealed ? (
            <>
              <p>{t('inventory_export_sealed')}</p>
              <NewPassphraseFields
                value={value}
                onChange={(change) => setValue((before) => ({ ...before, ...change }))}
                onStrength={onStrength}
                problem={wasSent ? problem : null}
                problemCount={problemCount}
              />
            </>
          ) : (
            <>
              <Notice tone="caution" title={t('inventory_export_clear_title')}>
                <p>{t(isIncluded ? 'inventory_export_clear_passwords' : 'inventory_export_clear_tags')}</p>
              </Notice>
              <TextField
                label={t('inventory_passphrase')}
                hint={t('inventory_export_verify')}
                kind="secret"
                canShow
                value={own}
                onInput={setOwn}
                error={isAtField && failure ? failureText(failure) : null}
                focusCount={isAtField ? problemCount : 0}
              />
            </>
          )}
          <div class="actions">
            <Button type="submit" look="primary" icon="check" busy={isBusy || seconds > 0}>
              {t('inventory_export')}
            </Button>
            <Button look="quiet" onClick={onCancel}>
              {t('inventory_cancel')}
            </Button>
            {seconds > 0 && (
              <p class="quiet small" role="timer">
                {seconds === 1 ? t('inventory_wait_one') : t('inventory_wait_seconds', numberText(seconds))}
              </p>
            )}
          </div>
        </form>
      )}
      {unwritten !== null && (
        <Notice tone="bad" role="alert" title={t('inventory_export_failed')}>
          <p>{unwritten}</p>
        </Notice>
      )}
      {failure && !isAtField && (
        <Notice tone="bad" role="alert" title={t('inventory_export_failed')}>
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <div role="status" class="stack">
        {stage.at === 'saved' && (
          <Notice tone="good">
            <p>{t('inventory_file_handed_over', stage.fileName)}</p>
            {!isSealed && <p>{t('inventory_export_delete_later')}</p>}
            {stage.lost.length > 0 && (
              <ul class="plain">
                {stage.lost.map((loss) => (
                  <li key={loss.kind}>{lossText(loss)}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {stage.at === 'moved' && (
          <Notice tone={stage.failed > 0 ? 'caution' : 'good'}>
            <p>{t('inventory_moved', numberText(stage.dropped))}</p>
            {stage.failed > 0 && <p>{t('inventory_move_failed', numberText(stage.failed))}</p>}
          </Notice>
        )}
      </div>
      {stage.at === 'saved' && stage.isMove && (
        <section class="card" aria-labelledby="export-move">
          <h2 id="export-move">{t('inventory_move_title')}</h2>
          <p>{t('inventory_move_text')}</p>
          <div class="actions">
            <Button look="primary" busy={isBusy} onClick={() => void drop()}>
              {t('inventory_move_drop', numberText(kept))}
            </Button>
            <Button look="quiet" onClick={onCancel}>
              {t('inventory_move_keep')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
