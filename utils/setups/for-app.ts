/** Which programs of the catalogue have a ready-to-run set-up. A table alone, so that asking costs nothing. */
import type { SetupId } from './setup.ts';

/** The catalogue's entry of each set-up. */
export const SETUP_APPS: Readonly<Record<SetupId, string>> = {
  msmtp: 'msmtp',
  sendmail: 'sendmail',
  postfix: 'postfix',
  python: 'python-smtplib',
  nodemailer: 'nodemailer',
  phpmailer: 'phpmailer',
  'java-mail': 'jakarta-mail',
  mailkit: 'mailkit',
  powershell: 'powershell',
  curl: 'curl',
  swaks: 'swaks',
  zabbix: 'zabbix',
  grafana: 'grafana',
  wordpress: 'wp-mail-smtp',
};

/** The set-up for a program of the catalogue, or `undefined` where there is none. */
export function setupForApp(app: string): SetupId | undefined {
  return (Object.keys(SETUP_APPS) as SetupId[]).find((id) => SETUP_APPS[id] === app);
}
