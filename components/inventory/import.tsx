/** Taking entries over from another program: the file, what opens it, its columns, a preview, then the change. */
import { useState } from 'preact/hooks';
import { Button, ManagedNote, Notice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type { Entry } from '@/utils/inventory/entry.ts';
import {
  type CsvPreview,
  type FieldKey,
  LIMITS_OF_FILES,
  type ReadFormat,
  type ReadSuccess,
  type Separator,
} from '@/utils/inventory/formats/outcome.ts';
import type {
  ApplyOutcome,
  MergeChoice,
  MergePreview,
  PreviewOutcome,
} from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { BackToList } from './entry-view.tsx';
import { attempt, failureText } from './failures.ts';
import { SelectField, TextField, Tick } from './fields.tsx';
import { FileField } from './file-field.tsx';
import type { ChosenFile, FileFormats } from './file-port.ts';
import { COLUMN_KEYS, columnText, fileFailureText, formatText, lossText, skipText } from './file-words.ts';
import { FileFailure, Merge } from './merge.tsx';
import { numberText } from './time.ts';

export interface ImportProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  readonly formats: FileFormats;
  readonly mayKeepPasswords: boolean;
  readonly onPreview: (entries: readonly Entry[]) => Promise<PreviewOutcome>;
  readonly onApply: (token: string, choices: ReadonlyMap<string, MergeChoice>) => Promise<ApplyOutcome>;
  readonly onDone: (outcome: Extract<ApplyOutcome, { ok: true }>, preview: MergePreview) => void;
  readonly onCancel: () => void;
}

interface Opened {
  readonly file: ChosenFile;
  readonly format: ReadFormat;
}

type Stage =
  | { readonly at: 'file' }
  | { readonly at: 'password'; readonly problem: string | null; readonly tries: number }
  | { readonly at: 'columns'; readonly table: CsvPreview }
  | { readonly at: 'preview'; readonly read: ReadSuccess; readonly preview: MergePreview };

interface Choices {
  readonly withPasswords: boolean;
  readonly password: string;
  readonly keyFile: ChosenFile | null;
  readonly table: CsvPreview | null;
}

const FIRST: Choices = { withPasswords: false, password: '', keyFile: null, table: null };

export function Import(props: ImportProps) {
  const { onShown, listHref, formats, onPreview, onApply, onDone, onCancel } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [choices, setChoices] = useState(FIRST);
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const fail = (text: string) => {
    setStage({ at: 'file' });
    setProblem(text);
  };
  /** One piece of work at a time, with whatever goes wrong in it said. */
  const work = async (does: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    const outcome = await attempt(async () => {
      await does();
      return null;
    });
    if (outcome !== null) fail(failureText(outcome));
    setBusy(false);
  };

  const choose = (file: ChosenFile) =>
    work(async () => {
      setChoices(FIRST);
      const detected = await formats.detect(file.name, file.bytes);
      if (!detected.ok) {
        setOpened(null);
        fail(fileFailureText(detected));
        return;
      }
      const { format, ask } = detected;
      setOpened({ file, format });
      if (ask === 'password') setStage({ at: 'password', problem: null, tries: 0 });
      else if (ask === 'mapping') {
        const table = await formats.previewCsv(file.bytes, {});
        if (table.ok) setStage({ at: 'columns', table });
        else fail(fileFailureText(table));
      } else await read({ file, format }, FIRST);
    });

  const read = async ({ file, format }: Opened, given: Choices) => {
    const { withPasswords, password, keyFile, table } = given;
    const csv = table && { separator: table.separator, hasHeader: table.hasHeader, mapping: table.mapping };
    const outcome = await formats.read({
      format,
      bytes: file.bytes,
      withPasswords,
      password,
      keyFile: keyFile?.bytes ?? null,
      csv,
    });
    if (!outcome.ok) {
      if (PASSWORD_FAILURES.has(outcome.why)) {
        const text = fileFailureText(outcome);
        setStage((before) => ({
          at: 'password',
          problem: text,
          tries: before.at === 'password' ? before.tries + 1 : 1,
        }));
      } else fail(fileFailureText(outcome));
      return;
    }
    const preview = await onPreview(outcome.entries);
    if (preview.ok) setStage({ at: 'preview', read: outcome, preview: preview.preview });
    else fail(failureText(preview));
  };
  const readWith = (change: Partial<Choices>) => {
    if (!opened) return;
    const given = { ...choices, ...change };
    setChoices(given);
    void work(() => read(opened, given));
  };

  const apply = (chosen: ReadonlyMap<string, MergeChoice>) =>
    work(async () => {
      if (stage.at !== 'preview') return;
      const outcome = await onApply(stage.preview.token, chosen);
      if (outcome.ok) {
        onDone(outcome, stage.preview);
        return;
      }
      if (outcome.kind === 'stale') {
        const again = await onPreview(stage.read.entries);
        if (again.ok) setStage({ ...stage, preview: again.preview });
      }
      setProblem(failureText(outcome));
    });

  const lookAgain = (
    table: CsvPreview,
    change: { readonly separator?: Separator; readonly hasHeader?: boolean },
  ) =>
    work(async () => {
      if (!opened) return;
      const { separator, hasHeader } = table;
      const again = await formats.previewCsv(opened.file.bytes, { separator, hasHeader, ...change });
      if (again.ok) setStage({ at: 'columns', table: again });
      else fail(fileFailureText(again));
    });

  return (
    <div class="stack">
      <BackToList href={listHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_import_title')}</Heading>
        <p class="quiet">{t('inventory_import_text')}</p>
      </div>
      <FileField
        label={t('inventory_import_file')}
        hint={t('inventory_import_formats')}
        accept=".kdbx,.json,.csv,.tsv,.txt"
        most={LIMITS_OF_FILES.bytes}
        onFile={(file) => void choose(file)}
      />
      <p role="status" class="quiet small">
        {isBusy
          ? t('inventory_reading_file')
          : opened
            ? t('inventory_import_is', formatText(opened.format))
            : ''}
      </p>
      {problem && <FileFailure text={problem} />}
      {stage.at === 'password' && (
        <DatabasePassword
          problem={stage.problem}
          tries={stage.tries}
          isBusy={isBusy}
          onOpen={(password, keyFile) => readWith({ password, keyFile })}
        />
      )}
      {stage.at === 'columns' && (
        <Columns
          key={JSON.stringify([stage.table.separator, stage.table.hasHeader, stage.table.columns])}
          table={stage.table}
          isBusy={isBusy}
          onLook={(change) => void lookAgain(stage.table, change)}
          onDone={(table) => readWith({ table })}
        />
      )}
      {stage.at === 'preview' && (
        <>
          {props.mayKeepPasswords ? (
            <Tick
              label={t('inventory_import_passwords')}
              hint={t('inventory_import_passwords_hint')}
              isOn={choices.withPasswords}
              onChange={(withPasswords) => readWith({ withPasswords })}
            />
          ) : (
            <ManagedNote text={t('policy_no_passwords')} />
          )}
          <LeftOut read={stage.read} />
          <Merge
            key={stage.preview.token}
            preview={stage.preview}
            applyLabel={t('inventory_import')}
            isBusy={isBusy}
            onApply={(chosen) => void apply(chosen)}
            onCancel={onCancel}
          />
        </>
      )}
    </div>
  );
}

/** KeePass's own are a few hundred bytes; a picture or a text may serve as one too. */
const KEY_FILE_BYTES = 16 * 1024 * 1024;

const PASSWORD_FAILURES: ReadonlySet<string> = new Set(['needs-password', 'wrong-password', 'bad-key-file']);

/** What the file holds and the inventory doesn't take, counted. */
function LeftOut({ read }: { readonly read: ReadSuccess }) {
  const skipped = new Map<string, number>();
  for (const one of read.skipped) skipped.set(skipText(one), (skipped.get(skipText(one)) ?? 0) + 1);
  const lines = [
    ...[...skipped].map(([text, count]) => t('inventory_left_out_entries', numberText(count), text)),
    ...read.lost.map(lossText),
  ];
  if (lines.length === 0) return null;
  return (
    <Notice tone="info" title={t('inventory_left_out')}>
      <ul class="plain">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

interface DatabasePasswordProps {
  readonly problem: string | null;
  readonly tries: number;
  readonly isBusy: boolean;
  readonly onOpen: (password: string, keyFile: ChosenFile | null) => void;
}

function DatabasePassword({ problem, tries, isBusy, onOpen }: DatabasePasswordProps) {
  const [typed, setTyped] = useState('');
  const [keyFile, setKeyFile] = useState<ChosenFile | null>(null);
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onOpen(typed, keyFile);
      }}
    >
      <TextField
        label={t('inventory_kdbx_password')}
        kind="secret"
        canShow
        value={typed}
        onInput={setTyped}
        error={problem}
        focusCount={tries}
      />
      <FileField
        label={t('inventory_kdbx_key_file')}
        hint={t('inventory_kdbx_key_file_hint')}
        accept=".keyx,.key,*/*"
        most={KEY_FILE_BYTES}
        onFile={setKeyFile}
        onNone={() => setKeyFile(null)}
      />
      <div class="actions">
        <Button type="submit" icon="key" busy={isBusy}>
          {t('inventory_file_open')}
        </Button>
      </div>
    </form>
  );
}

interface ColumnsProps {
  readonly table: CsvPreview;
  readonly isBusy: boolean;
  readonly onLook: (change: { readonly separator?: Separator; readonly hasHeader?: boolean }) => void;
  readonly onDone: (table: CsvPreview) => void;
}

/** Without one of these a row says of nothing what it is. */
const NAMING: readonly FieldKey[] = ['name', 'app', 'account', 'device'];

function Columns({ table, isBusy, onLook, onDone }: ColumnsProps) {
  const [mapping, setMapping] = useState(table.mapping);
  const options = [
    { value: '' as const, label: t('inventory_column_none') },
    ...COLUMN_KEYS.map((value) => ({ value, label: columnText(value) })),
    ...mapping
      .filter((key): key is FieldKey => key !== null && !COLUMN_KEYS.includes(key))
      .map((value) => ({ value, label: columnText(value) })),
  ];
  const isNamed = mapping.some((key) => key !== null && NAMING.includes(key));
  return (
    <section class="stack" aria-labelledby="import-columns">
      <h2 id="import-columns">{t('inventory_columns_title')}</h2>
      <p class="quiet">{t('inventory_columns_text', numberText(table.rowCount))}</p>
      <div class="fields">
        <SelectField
          label={t('inventory_separator')}
          value={table.separator}
          options={[
            { value: ',', label: t('inventory_separator_comma') },
            { value: ';', label: t('inventory_separator_semicolon') },
            { value: '\t', label: t('inventory_separator_tab') },
          ]}
          onChoose={(separator) => onLook({ separator })}
        />
        <Tick
          label={t('inventory_has_header')}
          isOn={table.hasHeader}
          onChange={(hasHeader) => onLook({ hasHeader })}
        />
      </div>
      <ul class="csv-columns">
        {table.columns.map((title, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the table
          <li key={at}>
            <SelectField
              label={title || t('inventory_column_untitled', numberText(at + 1))}
              value={mapping[at] ?? ''}
              options={options}
              onChoose={(value) =>
                // One meaning stands for one column.
                setMapping(
                  mapping.map((before, other) =>
                    other === at ? value || null : before === value ? null : before,
                  ),
                )
              }
            />
            <p class="quiet small csv-sample">
              <bdi>{sample(table, at, mapping[at] ?? null)}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {!isNamed && (
        <Notice tone="caution">
          <p>{fileFailureText({ ok: false, why: 'no-columns' })}</p>
        </Notice>
      )}
      <div class="actions">
        <Button busy={isBusy || !isNamed} onClick={() => onDone({ ...table, mapping })}>
          {t('inventory_columns_done')}
        </Button>
      </div>
    </section>
  );
}

/** The first texts of a column; what may be a password stays covered. */
function sample(table: CsvPreview, at: number, meaning: FieldKey | null): string {
  const texts = table.rows
    .map((row) => row[at] ?? '')
    .filter(Boolean)
    .slice(0, 3);
  if (texts.length === 0) return t('inventory_nothing');
  const isSecret = meaning === 'password' || /pass|kennwort|secret/i.test(table.columns[at] ?? '');
  return isSecret ? texts.map(() => '••••••').join(' · ') : texts.join(' · ');
}
