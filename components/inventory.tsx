/** The inventory's place until it is built: what it will hold, and what to do until then. */
import { t } from '@/utils/platform/i18n.ts';
import { Tag } from './controls.tsx';
import { Heading, type HeadingProps } from './frame.tsx';

export interface InventoryProps {
  readonly onShown: HeadingProps['onShown'];
  readonly appsHref: string;
}

export function Inventory({ onShown, appsHref }: InventoryProps) {
  return (
    <div class="narrow">
      <Heading onShown={onShown}>{t('nav_inventory')}</Heading>
      <Tag>
        <div class="empty-tag">
          <h2>{t('inventory_empty_title')}</h2>
          <p>{t('inventory_empty_text')}</p>
        </div>
      </Tag>
      <section class="stack" aria-labelledby="inventory-until">
        <h2 id="inventory-until">{t('inventory_until_title')}</h2>
        <p>{t('inventory_until_text')}</p>
        <p>
          <a class="link" href={appsHref}>
            {t('home_make_button')}
          </a>
        </p>
      </section>
    </div>
  );
}
