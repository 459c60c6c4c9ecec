/** Choosing a file: a real file input, so that keyboard and screen reader know it. */
import { useId, useState } from 'preact/hooks';
import { Icon } from '@/components/icon.tsx';
import { t } from '@/utils/platform/i18n.ts';
import type { ChosenFile } from './file-port.ts';

export interface FileFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** As the input's `accept`. */
  readonly accept: string;
  /** A larger file is refused without reading it. */
  readonly most: number;
  /** Several at once; `onFile` is called for each. */
  readonly isMultiple?: boolean;
  readonly onFile: (file: ChosenFile) => void;
  /** What was chosen was taken away again, or can't be read. */
  readonly onNone?: () => void;
}

/** A file's content; one that is larger than `most` bytes is not read. */
export async function readChosen(file: File, most: number): Promise<ChosenFile | 'too-large' | 'unreadable'> {
  if (file.size > most) return 'too-large';
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return 'unreadable';
  }
}

export function FileField({ label, hint, accept, most, isMultiple = false, onFile, onNone }: FileFieldProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (files: readonly File[]) => {
    setProblem(null);
    // Until the new one is read, the one before doesn't count any more.
    onNone?.();
    for (const file of files) await read(file);
  };
  const read = async (file: File) => {
    const chosen = await readChosen(file, most);
    if (typeof chosen !== 'string') onFile(chosen);
    else setProblem(t(chosen === 'too-large' ? 'vault_file_too_large' : 'inventory_file_unreadable'));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={isMultiple}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => void choose([...(event.currentTarget.files ?? [])])}
      />
      {problem && (
        <p class="field-error" role="alert">
          <Icon name="bad" />
          <span>{problem}</span>
        </p>
      )}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
