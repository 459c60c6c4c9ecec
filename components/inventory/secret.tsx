/** A kept password: masked, shown for twenty seconds, copied for thirty. It is on screen only while revealed. */
import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/controls.tsx';
import { Icon } from '@/components/icon.tsx';
import { t } from '@/utils/platform/i18n.ts';
import { SymbolButton } from './symbol.tsx';
import { numberText, useSecondsUntil } from './time.ts';

const REVEAL_MS = 20_000;

/** What became of a copied password. */
export type ClipboardNews =
  | { readonly kind: 'idle' }
  /** The browser didn't let us copy. */
  | { readonly kind: 'refused' }
  /** `survivesClosing`: it is cleared also when the panel is closed before. */
  | { readonly kind: 'held'; readonly until: number; readonly survivesClosing: boolean }
  | { readonly kind: 'cleared' }
  /** Something else was copied since; that was left alone. */
  | { readonly kind: 'replaced' }
  /** The browser doesn't say what is there, so it was left alone. */
  | { readonly kind: 'unsure' }
  /** The browser didn't let us clear it yet: the page is out of focus. */
  | { readonly kind: 'not-cleared' }
  /** The background could not look at the clipboard. */
  | { readonly kind: 'stuck' };

export interface SecretProps {
  readonly password: string;
  readonly onCopy: () => void;
}

export function Secret({ password, onCopy }: SecretProps) {
  const [until, setUntil] = useState<number | null>(null);
  const seconds = useSecondsUntil(until);
  const isRevealed = seconds > 0;
  useEffect(() => {
    if (until !== null && !isRevealed) setUntil(null);
  }, [until, isRevealed]);
  return (
    <div class="secret">
      <p class="secret-text">
        {isRevealed ? (
          <code dir="ltr">{password}</code>
        ) : (
          <>
            <span aria-hidden="true">{'•'.repeat(12)}</span>
            <span class="visually-hidden">{t('inventory_password_hidden')}</span>
          </>
        )}
      </p>
      <div class="actions">
        {isRevealed ? (
          <Button onClick={() => setUntil(null)}>{t('inventory_hide')}</Button>
        ) : (
          <SymbolButton symbol="reveal" onClick={() => setUntil(Date.now() + REVEAL_MS)}>
            {t('inventory_reveal')}
          </SymbolButton>
        )}
        <Button icon="copy" onClick={onCopy}>
          {t('common_copy')}
        </Button>
        {isRevealed && (
          <span class="wait quiet small" role="timer">
            {seconds === 1 ? t('inventory_hides_one') : t('inventory_hides', numberText(seconds))}
          </span>
        )}
      </div>
      <p role="status" class="visually-hidden">
        {isRevealed ? t('inventory_revealed') : ''}
      </p>
    </div>
  );
}

export interface ClipboardLineProps {
  readonly news: ClipboardNews;
  readonly onClear: () => void;
  readonly onDismiss: () => void;
  /** Where clearing without the panel is allowed. */
  readonly settingsHref: string;
}

const UNCLEARED: ReadonlySet<ClipboardNews['kind']> = new Set(['unsure', 'not-cleared', 'stuck']);

/** Stands on every screen of the inventory, since a person copies and goes on. */
export function ClipboardLine({ news, onClear, onDismiss, settingsHref }: ClipboardLineProps) {
  const seconds = useSecondsUntil(news.kind === 'held' ? news.until : null);
  if (news.kind === 'idle') return null;
  const isHeld = news.kind === 'held';
  const isOpen = isHeld || UNCLEARED.has(news.kind);
  return (
    <div class={isOpen && !isHeld ? 'outcome outcome-caution' : 'outcome'}>
      <Icon name={isHeld ? 'copy' : isOpen || news.kind === 'refused' ? 'careful' : 'good'} />
      <div class="outcome-words">
        <p role="status">{clipboardText(news)}</p>
        {isHeld && seconds > 0 && (
          <p class="quiet small" role="timer">
            {seconds === 1 ? t('inventory_clears_one') : t('inventory_clears', numberText(seconds))}
          </p>
        )}
        {isHeld && !news.survivesClosing && (
          <p class="quiet small">
            {t('inventory_clears_if_open')}{' '}
            <a class="link" href={settingsHref}>
              {t('inventory_clears_settings')}
            </a>
          </p>
        )}
      </div>
      {isOpen ? (
        <Button look="quiet" onClick={onClear}>
          {t('inventory_clear_now')}
        </Button>
      ) : (
        <Button look="quiet" onClick={onDismiss}>
          {t('inventory_dismiss')}
        </Button>
      )}
    </div>
  );
}

function clipboardText(news: Exclude<ClipboardNews, { kind: 'idle' }>): string {
  switch (news.kind) {
    case 'refused':
      return t('inventory_copy_refused');
    case 'held':
      return t('inventory_copied');
    case 'cleared':
      return t('inventory_cleared');
    case 'replaced':
      return t('inventory_clear_replaced');
    case 'unsure':
      return t('inventory_clear_unsure');
    case 'not-cleared':
      return t('inventory_clear_failed');
    case 'stuck':
      return t('inventory_clear_stuck');
  }
}
