/** The browser does not let Keytag see Microsoft's page: says so, and asks for it by a click. */
import { t } from '@/utils/platform/i18n.ts';
import { Button, Notice } from './controls.tsx';

export interface AccessLostProps {
  /** Called in the very turn of the click: browsers take the question only there. */
  readonly onAskAccess: () => void;
  /** The person was asked and the browser said no. */
  readonly refused?: boolean;
}

export function AccessLost({ onAskAccess, refused = false }: AccessLostProps) {
  return (
    <Notice
      tone="caution"
      title={t('common_access_lost_title')}
      actions={<Button onClick={onAskAccess}>{t('common_access_ask')}</Button>}
    >
      <p>{t('common_access_lost_text')}</p>
      {refused && <p role="alert">{t('settings_access_refused')}</p>}
    </Notice>
  );
}
