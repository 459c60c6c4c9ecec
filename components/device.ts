/** A first guess at where the app password will hang, for the person to change. */
import type { App } from '@/utils/catalogue/app.ts';
import { t } from '@/utils/platform/i18n.ts';

/** @param userAgent of this browser: mail programs mostly run beside it */
export function guessDevice(app: Pick<App, 'kind' | 'platforms'>, userAgent: string): string {
  switch (app.kind) {
    case 'mail-program':
      if (/Windows/.test(userAgent)) return t('app_device_windows');
      return /Macintosh/.test(userAgent) ? t('app_device_mac') : t('app_device_computer');
    case 'mobile':
      return t(
        app.platforms.includes('ios') && !app.platforms.includes('android')
          ? 'app_device_iphone'
          : 'app_device_phone',
      );
    case 'script':
      return t('app_device_server');
    // The thing itself is the device; only the person knows where it stands.
    case 'device':
    case 'service':
      return '';
  }
}
