/** Soft hints on a password that is kept. None of them forbids anything. */
import { Icon } from '@/components/icon.tsx';
import type { PasswordHint } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { reasonText } from './failures.ts';
import { numberText } from './time.ts';

export interface PasswordHintsProps {
  readonly hints: readonly PasswordHint[];
  /** What another entry is called; `null` when it is gone. */
  readonly titleOf: (id: string) => string | null;
}

export function PasswordHints({ hints, titleOf }: PasswordHintsProps) {
  if (hints.length === 0) return null;
  return (
    <ul class="hints" aria-label={t('inventory_hints')}>
      {hints.map((hint) => (
        <li key={hint.kind === 'kept-elsewhere' ? hint.id : hint.kind}>
          <Icon name="info" />
          <span>{hintText(hint, titleOf)}</span>
        </li>
      ))}
    </ul>
  );
}

function hintText(hint: PasswordHint, titleOf: PasswordHintsProps['titleOf']): string {
  switch (hint.kind) {
    case 'blanks-around':
      return t('vault_hint_blanks_around');
    case 'groups-of-four':
      return t('vault_hint_groups_of_four');
    case 'is-address':
      return t('vault_hint_is_address');
    case 'looks-like-own':
      return t('vault_hint_looks_like_own');
    case 'kept-elsewhere':
      return t('vault_hint_kept_elsewhere', titleOf(hint.id) ?? t('inventory_untitled'));
    case 'too-simple':
      return t('vault_hint_too_simple', numberText(hint.length), numberText(hint.kinds));
    case 'guessable':
      return hint.reason === null
        ? t('vault_hint_guessable')
        : `${t('vault_hint_guessable')} ${reasonText(hint.reason)}`;
  }
}
