/** When something is wrong with what is stored: said as it is, with what can be done. */
import { Button, Notice, Tag } from '@/components/controls.tsx';
import { Heading, type HeadingProps } from '@/components/frame.tsx';
import { Icon } from '@/components/icon.tsx';
import type { Finding, Unavailable, VaultStatus } from '@/utils/inventory/record-types.ts';
import { type MessageKey, t } from '@/utils/platform/i18n.ts';
import { unavailableText } from './failures.ts';
import { SymbolButton } from './symbol.tsx';
import { instantDayText, instantText, numberText } from './time.ts';

export interface WipedProps {
  readonly onShown: HeadingProps['onShown'];
  readonly status: Extract<VaultStatus, { kind: 'wiped' }>;
  readonly onRestore: () => void;
  readonly onStartAnew: () => void;
}

/** Not a welcome: the person had tags here. */
export function Wiped({ onShown, status, onRestore, onStartAnew }: WipedProps) {
  const { createdAt, lastBackupAt } = status;
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t('inventory_wiped_title')}</Heading>
      <Tag tone="bad">
        <p>{t('vault_wiped')}</p>
        {createdAt !== null && <p>{t('inventory_wiped_since', instantDayText(createdAt))}</p>}
        <p>
          {lastBackupAt === null
            ? t('vault_wiped_no_backup')
            : t('vault_wiped_last_backup', instantText(lastBackupAt))}
        </p>
        <p class="quiet small">{t('inventory_wiped_why')}</p>
      </Tag>
      <div class="actions">
        <SymbolButton symbol="restore" look="primary" onClick={onRestore}>
          {t('inventory_restore')}
        </SymbolButton>
        <Button look="quiet" onClick={onStartAnew}>
          {t('inventory_start_anew')}
        </Button>
      </div>
    </div>
  );
}

export interface DamagedProps {
  readonly onShown: HeadingProps['onShown'];
  readonly onRestore: () => void;
  readonly onExportDamaged: () => void;
  readonly onErase: () => void;
}

export function Damaged({ onShown, onRestore, onExportDamaged, onErase }: DamagedProps) {
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t('inventory_damaged_title')}</Heading>
      <Notice tone="bad">
        <p>{t('vault_damaged')}</p>
      </Notice>
      <div class="actions">
        <SymbolButton symbol="restore" look="primary" onClick={onRestore}>
          {t('inventory_restore')}
        </SymbolButton>
        <SymbolButton symbol="export" onClick={onExportDamaged}>
          {t('vault_export_damaged')}
        </SymbolButton>
        <Button look="quiet" onClick={onErase}>
          {t('inventory_erase')}
        </Button>
      </div>
    </div>
  );
}

export function Newer({ onShown }: { readonly onShown: HeadingProps['onShown'] }) {
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t('inventory_newer_title')}</Heading>
      <Notice tone="caution">
        <p>{t('vault_newer')}</p>
      </Notice>
    </div>
  );
}

export interface UnavailableProps {
  readonly onShown: HeadingProps['onShown'];
  readonly why: Unavailable;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

export function UnavailableScreen({ onShown, why, isBusy, onRetry }: UnavailableProps) {
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t('inventory_unavailable_title')}</Heading>
      <Notice
        tone="bad"
        role="alert"
        actions={
          <Button onClick={onRetry} busy={isBusy}>
            {t('inventory_retry')}
          </Button>
        }
      >
        <p>{unavailableText(why)}</p>
      </Notice>
    </div>
  );
}

export interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly isBusy: boolean;
  readonly onExportDamaged: () => void;
  readonly onRepair: () => void;
}

const FINDINGS: readonly (readonly [Finding['kind'], MessageKey])[] = [
  ['damaged', 'vault_finding_damaged'],
  ['missing', 'vault_finding_missing'],
  ['older', 'vault_finding_older'],
  ['unlisted', 'vault_finding_unlisted'],
  ['newer', 'vault_finding_newer'],
  ['list-damaged', 'vault_finding_list_damaged'],
  ['rolled-back', 'vault_finding_rolled_back'],
];

/** Damaged records don't hide the others: they are counted above the list. */
export function Findings({ findings, isBusy, onExportDamaged, onRepair }: FindingsProps) {
  if (findings.length === 0) return null;
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length;
  const lines = FINDINGS.flatMap(([kind, message]) =>
    count(kind) === 0 ? [] : [t(message, numberText(count(kind)))],
  );
  const canRepair = findings.some(({ kind }) => kind !== 'newer');
  return (
    <section class="findings notice notice-caution" aria-labelledby="inventory-findings">
      <Icon name="careful" size={20} />
      <div class="notice-words">
        <h2 id="inventory-findings">{t('inventory_found_title')}</h2>
        <ul class="plain">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {canRepair && <p class="quiet small">{t('inventory_repair_text')}</p>}
        <div class="actions">
          {count('damaged') > 0 && (
            <SymbolButton symbol="export" busy={isBusy} onClick={onExportDamaged}>
              {t('vault_export_damaged')}
            </SymbolButton>
          )}
          {canRepair && (
            <Button busy={isBusy} onClick={onRepair}>
              {t('vault_repair')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

/** One sentence on what just happened, with the way to take it back. */
export interface OutcomeLineProps {
  readonly text: string;
  readonly tone: 'good' | 'bad';
  readonly onUndo: (() => void) | null;
  readonly onDismiss: () => void;
}

export function OutcomeLine({ outcome }: { readonly outcome: OutcomeLineProps | null }) {
  return (
    <div class={outcome ? `outcome outcome-${outcome.tone}` : 'outcome-none'}>
      {outcome && <Icon name={outcome.tone === 'good' ? 'good' : 'bad'} />}
      {/* Stays on the page: a region that comes together with its words is not read out everywhere. */}
      <p role="status" class="outcome-words">
        {outcome?.text ?? ''}
      </p>
      {outcome && (
        <div class="outcome-actions">
          {outcome.onUndo && (
            <SymbolButton symbol="undo" look="quiet" onClick={outcome.onUndo}>
              {t('inventory_undo')}
            </SymbolButton>
          )}
          <Button look="quiet" onClick={outcome.onDismiss}>
            {t('inventory_dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
