/**
 * Rows that were deleted at Microsoft by mistake: which ones, that nothing brings them back, and what becomes
 * of their tags.
 */
import { Button, Notice } from '@/components/controls.tsx';
import { stateText } from '@/components/inventory/entry-words.ts';
import type { EntryState } from '@/utils/inventory/entry.ts';
import { t } from '@/utils/platform/i18n.ts';

export interface LostTag {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly state: EntryState;
}

export interface LostRow {
  readonly name: string;
  /** Tags of that name. */
  readonly tags: readonly LostTag[];
}

export interface LostRowsProps {
  readonly rows: readonly LostRow[];
  /** The inventory can't be asked for tags; `null` where there is none. */
  readonly isLocked: boolean | null;
  readonly inventoryHref: string;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly onRevoked: (id: string) => void;
  /** The key will be made anew: its tag says so from now on. */
  readonly onReplace: (id: string) => void;
  readonly onGoOn: () => void;
}

export function LostRows(props: LostRowsProps) {
  const { rows, isLocked, inventoryHref, hasFailed, onGoOn } = props;
  return (
    <section class="card help" aria-labelledby="lost-rows">
      <h2 id="lost-rows">{t(rows.length === 1 ? 'guide_lost_title_one' : 'guide_lost_title_many')}</h2>
      <p>{t('guide_lost_text')}</p>
      <ul class="plain-list stack">
        {rows.map(({ name, tags }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal names are told apart by their place alone
          <li key={at} class="stack">
            <strong>
              <bdi>{name}</bdi>
            </strong>
            {isLocked === false && tags.length === 0 && <p class="quiet">{t('guide_lost_no_tag')}</p>}
            {tags.map((tag) => (
              <Tag key={tag.id} {...props} tag={tag} />
            ))}
          </li>
        ))}
      </ul>
      {isLocked && (
        <p>
          {t('guide_lost_locked')}{' '}
          <a class="link" href={inventoryHref}>
            {t('due_open_inventory')}
          </a>
        </p>
      )}
      {hasFailed && (
        <Notice tone="bad">
          <p>{t('guide_lost_failed')}</p>
        </Notice>
      )}
      <div class="actions">
        <Button onClick={onGoOn}>{t('guide_lost_go_on')}</Button>
      </div>
    </section>
  );
}

type TagProps = Pick<LostRowsProps, 'isBusy' | 'onRevoked' | 'onReplace'> & { readonly tag: LostTag };

function Tag({ tag: { id, title, href, state }, isBusy, onRevoked, onReplace }: TagProps) {
  const isNoted = state === 'revoked' || state === 'rotating' || state === 'old-still-valid';
  return (
    <>
      <p>
        <a class="link" href={href}>
          <bdi>{title}</bdi>
        </a>
        {isNoted && ` · ${stateText(state)}`}
      </p>
      {!isNoted && (
        <div class="actions">
          <Button busy={isBusy} onClick={() => onReplace(id)}>
            {t('guide_lost_replace')}
          </Button>
          <Button busy={isBusy} onClick={() => onRevoked(id)}>
            {t('inventory_mark_revoked')}
          </Button>
        </div>
      )}
    </>
  );
}
