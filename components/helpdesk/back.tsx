/** The way from one of Helpdesk's screens back to its first. */
import { t } from '@/utils/platform/i18n.ts';
import { Icon } from '../icon.tsx';

export function BackToHelpdesk({ href }: { readonly href: string }) {
  return (
    <a class="back" href={href}>
      <Icon name="back" />
      <span>{t('nav_helpdesk')}</span>
    </a>
  );
}
