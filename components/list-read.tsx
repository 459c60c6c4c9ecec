/** Microsoft's list was read after a link: what to delete is chosen here, a comparison goes on in the inventory. */
import type { ReviewTask } from '@/utils/guide/task.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';
import { Icon } from './icon.tsx';

export interface ListReadProps {
  readonly onShown: HeadingProps['onShown'];
  readonly purpose: ReviewTask['purpose'];
  /** As Microsoft lists them; several may be called alike. */
  readonly names: readonly string[];
  readonly compareHref: string;
  readonly onDelete: (name: string) => void;
  readonly onStop: () => void;
}

export function ListRead({ onShown, purpose, names, compareHref, onDelete, onStop }: ListReadProps) {
  const isCompare = purpose === 'compare';
  return (
    <div class="narrow stack">
      <Heading onShown={onShown}>{t(isCompare ? 'guide_review_title' : 'guide_choose_delete')}</Heading>
      {isCompare ? (
        <p>{t('guide_review_go_on')}</p>
      ) : (
        <>
          <p>{t(names.length === 0 ? 'card_review_nothing' : 'guide_choose_delete_text')}</p>
          <ul class="stack">
            {[...new Set(names)].map((name) => (
              <li key={name}>
                <Button onClick={() => onDelete(name)}>
                  <bdi>{name}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="actions">
        {isCompare && (
          <a class="button button-primary" href={compareHref}>
            <Icon name="tags" />
            <span>{t('guide_review_inventory')}</span>
          </a>
        )}
        <Button look="quiet" onClick={onStop}>
          {t('guide_panel_stop')}
        </Button>
      </div>
    </div>
  );
}
