/** An app's own set-up, step by step: each step a sentence, with the value beside it to copy. */
import { useState } from 'preact/hooks';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { t } from '@/utils/platform/i18n.ts';
import { AddressText } from './address-text.tsx';
import { Button, CopyButton, Notice } from './controls.tsx';
import { SentenceView } from './sentence.tsx';

/** One step of a set-up, ready to show. */
export interface SetupLine {
  readonly id: string;
  readonly say: Sentence;
  /** The value to type or the lines to paste; `null` where there is nothing to copy. */
  readonly copy: string | null;
  /** The sentence already says the value in full. */
  readonly isSaid?: boolean;
  /** A remark beside the steps, not a step to tick. */
  readonly note?: boolean;
  /** The step that pastes the app password. */
  readonly pastes?: boolean;
}

export interface SetupListProps {
  readonly label: string;
  readonly lines: readonly SetupLine[];
  readonly onCopy: (text: string) => Promise<boolean>;
  /**
   * While the app password may lie on the clipboard every copy would lose it for good: ask first.
   * Microsoft shows it once.
   */
  readonly guardClipboard?: boolean;
  /** The app password is pasted, or the person gave it up: copying is free from now on. */
  readonly onClipboardFree?: () => void;
}

export function SetupList({ label, lines, onCopy, guardClipboard = false, onClipboardFree }: SetupListProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<string | null>(null);
  const [copied, setCopied] = useState<string | null>(null);

  const copyAnyway = async (text: string, id: string) => {
    const done = await onCopy(text);
    if (done) {
      setCopied(id);
      setAsking(null);
      onClipboardFree?.();
    }
    return done;
  };

  const tick = (line: SetupLine, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(line.id);
    else next.delete(line.id);
    setTicked(next);
    if (on && line.pastes) onClipboardFree?.();
  };

  return (
    <ol class="setup ruled" aria-label={label}>
      {lines.map((line) =>
        line.note ? (
          <li key={line.id} class="setup-note">
            <p>
              <SentenceView of={line.say} />
            </p>
          </li>
        ) : (
          <li key={line.id} class={ticked.has(line.id) ? 'setup-step setup-ticked' : 'setup-step'}>
            <label class="setup-say">
              <input
                type="checkbox"
                checked={ticked.has(line.id)}
                onChange={(event) => tick(line, event.currentTarget.checked)}
              />
              <span>
                <SentenceView of={line.say} />
              </span>
            </label>
            {line.copy !== null && (
              <div class={line.isSaid ? 'setup-value setup-said' : 'setup-value'}>
                {!line.isSaid && (
                  <code dir="ltr">
                    <AddressText text={line.copy.trimEnd()} />
                  </code>
                )}
                {guardClipboard ? (
                  <Button look="quiet" icon="copy" onClick={() => setAsking(line.id)}>
                    {t('common_copy')}
                    <span class="visually-hidden">: {line.copy}</span>
                  </Button>
                ) : (
                  <CopyButton
                    look="quiet"
                    label={t('common_copy')}
                    about={line.copy}
                    text={line.copy}
                    justCopied={copied === line.id}
                    onCopy={onCopy}
                  />
                )}
              </div>
            )}
            {guardClipboard && asking === line.id && line.copy !== null && (
              <Notice
                tone="caution"
                role="alert"
                actions={
                  <>
                    <CopyButton
                      label={t('after_copy_anyway')}
                      text={line.copy}
                      onCopy={(text) => copyAnyway(text, line.id)}
                    />
                    <Button look="quiet" onClick={() => setAsking(null)}>
                      {t('common_not_now')}
                    </Button>
                  </>
                }
              >
                <p>{t('after_copy_replaces')}</p>
              </Notice>
            )}
          </li>
        ),
      )}
    </ol>
  );
}
