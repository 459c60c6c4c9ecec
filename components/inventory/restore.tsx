/** Restoring a backup: the file, what opens it, what would change, and then the change. */
import { useState } from 'preact/hooks';
import { Button, Choice } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import type {
  ApplyOutcome,
  MergeChoice,
  MergePreview,
  PreviewOutcome,
} from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { BackToList } from './entry-view.tsx';
import { attempt, type Failure, failureText, mistypedText } from './failures.ts';
import { TextField } from './fields.tsx';
import { FileField } from './file-field.tsx';
import type { ChosenFile } from './file-port.ts';
import { FileFailure, Merge } from './merge.tsx';

export type FileSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

export interface RestoreProps {
  readonly onShown: HeadingProps['onShown'];
  readonly listHref: string;
  /** No backup is larger. */
  readonly mostBytes: number;
  readonly onPreview: (file: Uint8Array<ArrayBuffer>, secret: FileSecret | null) => Promise<PreviewOutcome>;
  readonly onCheckKey: (key: string) => { ok: true } | { ok: false; groups: readonly number[] };
  readonly onApply: (token: string, choices: ReadonlyMap<string, MergeChoice>) => Promise<ApplyOutcome>;
  /** The change is made; the screen is left. */
  readonly onDone: (outcome: Extract<ApplyOutcome, { ok: true }>, preview: MergePreview) => void;
  readonly onCancel: () => void;
}

export function Restore(props: RestoreProps) {
  const { onShown, listHref, mostBytes, onPreview, onCheckKey, onApply, onDone, onCancel } = props;
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [secret, setSecret] = useState<FileSecret | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const look = async (chosen: ChosenFile, withSecret: FileSecret | null) => {
    setBusy(true);
    setFailure(null);
    setPreview(null);
    const outcome = await attempt(() => onPreview(chosen.bytes, withSecret));
    setBusy(false);
    if (outcome.ok) {
      setPreview(outcome.preview);
      setAsking(false);
      return;
    }
    setAsking(ASKS_AGAIN.has(outcome.kind));
    // Being asked for the passphrase is no failure.
    if (outcome.kind !== 'needs-passphrase') setFailure(outcome);
  };

  const apply = async (choices: ReadonlyMap<string, MergeChoice>) => {
    if (!preview || !file) return;
    setBusy(true);
    setFailure(null);
    const outcome = await attempt(() => onApply(preview.token, choices));
    setBusy(false);
    if (outcome.ok) {
      onDone(outcome, preview);
      return;
    }
    if (outcome.kind === 'stale') await look(file, secret);
    setFailure(outcome);
  };

  return (
    <div class="stack">
      <BackToList href={listHref} />
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_restore_title')}</Heading>
        <p class="quiet">{t('inventory_restore_text')}</p>
      </div>
      <FileField
        label={t('inventory_restore_file')}
        accept=".keytag,.json,application/octet-stream"
        most={mostBytes}
        onFile={(chosen) => {
          setFile(chosen);
          setSecret(null);
          void look(chosen, null);
        }}
      />
      <p role="status" class="quiet small">
        {isBusy ? t('inventory_reading_file') : ''}
      </p>
      {failure && !(isAsking && AT_FIELD.has(failure.kind)) && (
        <FileFailure text={failureText(failure, 'file-secret')} />
      )}
      {file && isAsking && (
        <SecretForm
          failure={failure && AT_FIELD.has(failure.kind) ? failure : null}
          isBusy={isBusy}
          onCheckKey={onCheckKey}
          onOpen={(given) => {
            setSecret(given);
            void look(file, given);
          }}
        />
      )}
      {preview && (
        <Merge
          key={preview.token}
          preview={preview}
          applyLabel={t('inventory_restore')}
          isBusy={isBusy}
          onApply={(choices) => void apply(choices)}
          onCancel={onCancel}
        />
      )}
    </div>
  );
}

/** After these the person may type again. */
const ASKS_AGAIN: ReadonlySet<string> = new Set([
  'needs-passphrase',
  'wrong',
  'mistyped',
  'empty',
  'not-text',
  'too-long',
]);
const AT_FIELD: ReadonlySet<string> = new Set(['wrong', 'mistyped', 'empty', 'not-text', 'too-long']);

interface SecretFormProps {
  readonly failure: Failure | null;
  readonly isBusy: boolean;
  readonly onCheckKey: RestoreProps['onCheckKey'];
  readonly onOpen: (secret: FileSecret) => void;
}

function SecretForm({ failure, isBusy, onCheckKey, onOpen }: SecretFormProps) {
  const [kind, setKind] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const [typed, setTyped] = useState('');
  const [focusCount, setFocusCount] = useState(0);
  const [wasSent, setSent] = useState(false);
  const checked = kind === 'recovery-key' && typed !== '' ? onCheckKey(typed) : null;
  const error =
    wasSent && checked && !checked.ok
      ? mistypedText(checked.groups)
      : failure
        ? failureText(failure, 'file-secret')
        : null;
  const open = () => {
    setSent(true);
    if (typed === '' || (checked && !checked.ok)) {
      setFocusCount((count) => count + 1);
      return;
    }
    onOpen(kind === 'passphrase' ? { passphrase: typed } : { recoveryKey: typed });
  };
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) open();
      }}
    >
      <p>{t('vault_file_needs_passphrase')}</p>
      <Choice
        legend={t('inventory_file_open_with')}
        value={kind}
        options={[
          { value: 'passphrase', label: t('inventory_passphrase') },
          { value: 'recovery-key', label: t('inventory_recovery_key') },
        ]}
        onChoose={(next) => {
          setKind(next);
          setTyped('');
          setSent(false);
        }}
      />
      <TextField
        key={kind}
        label={t(kind === 'passphrase' ? 'inventory_passphrase' : 'inventory_recovery_key')}
        kind={kind === 'passphrase' ? 'secret' : 'text'}
        canShow={kind === 'passphrase'}
        isCode={kind === 'recovery-key'}
        value={typed}
        onInput={(text) => {
          setTyped(text);
          setSent(false);
        }}
        error={error}
        focusCount={focusCount}
      />
      <div class="actions">
        <Button type="submit" icon="key" busy={isBusy}>
          {t('inventory_file_open')}
        </Button>
      </div>
    </form>
  );
}
