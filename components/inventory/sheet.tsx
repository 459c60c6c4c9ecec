/** The recovery sheet: what opens the vault when the passphrase is forgotten. For paper, never for a file. */
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Mark } from '@/components/mark.tsx';
import type { RecoverySheet } from '@/utils/inventory/record-types.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Glyph } from './symbol.tsx';
import { instantDayText } from './time.ts';

export interface SheetProps {
  readonly onShown: HeadingProps['onShown'];
  readonly sheet: RecoverySheet;
  /** An earlier sheet stopped opening this vault. */
  readonly isReplacement: boolean;
  readonly now: string;
  readonly onPrint: () => void;
  readonly onConfirm: () => void;
}

export function Sheet({ onShown, sheet, isReplacement, now, onPrint, onConfirm }: SheetProps) {
  return (
    <div class="narrow">
      <div class="page-head">
        <Heading onShown={onShown}>{t('inventory_sheet_title')}</Heading>
        <p>{t(isReplacement ? 'inventory_sheet_text_new' : 'inventory_sheet_text')}</p>
      </div>
      <section class="recovery-sheet sheet-alone" aria-label={t('inventory_sheet_label')}>
        <Tag>
          <div class="sheet-head">
            <Mark size={24} />
            <h2>{t('inventory_sheet_head')}</h2>
          </div>
          <p class="sheet-key" dir="ltr">
            {sheet.groups.map((group, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be the same; their order is fixed
              <span key={at}>
                {group}
                {at < sheet.groups.length - 1 && <span class="visually-hidden">-</span>}
              </span>
            ))}
          </p>
          <dl class="pairs">
            <div>
              <dt>{t('inventory_sheet_vault')}</dt>
              <dd>
                <code dir="ltr">{sheet.vaultMark}</code>
              </dd>
            </div>
            <div>
              <dt>{t('inventory_sheet_made')}</dt>
              <dd>{instantDayText(now)}</dd>
            </div>
          </dl>
          <p class="quiet small">{t('inventory_sheet_how')}</p>
        </Tag>
      </section>
      <Notice tone="caution">
        <p>{t('inventory_sheet_once')}</p>
      </Notice>
      <div class="actions">
        <Button icon="print" onClick={onPrint}>
          {t('inventory_sheet_print')}
        </Button>
        <button type="button" class="button button-primary" onClick={onConfirm}>
          <Glyph name="safe" />
          <span>{t('inventory_sheet_confirm')}</span>
        </button>
      </div>
    </div>
  );
}
