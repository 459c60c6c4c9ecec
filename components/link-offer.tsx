/** A link asks for another guide than the one that is running: nothing is replaced before the person says so. */
import { isPlainLink, type LinkOffer as Offer } from '@/utils/guide/offer.ts';
import { t } from '@/utils/platform/i18n.ts';
import { Button, Notice } from './controls.tsx';

export interface LinkOfferProps {
  readonly offer: Offer;
  /** @param take whether the other guide begins */
  readonly onAnswer: (take: boolean) => void;
}

export function LinkOffer({ offer: { link, appName }, onAnswer }: LinkOfferProps) {
  return (
    <div class="link-offer">
      <Notice
        tone="caution"
        role="alert"
        title={isPlainLink(link) ? t(`card_offer_${link}`) : t('card_offer_create', appName)}
        actions={
          <>
            <Button onClick={() => onAnswer(false)}>{t('card_offer_keep')}</Button>
            <Button look="quiet" onClick={() => onAnswer(true)}>
              {t('card_offer_take')}
            </Button>
          </>
        }
      >
        <p>{t('card_offer_running')}</p>
      </Notice>
    </div>
  );
}
