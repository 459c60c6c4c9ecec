/** Ready-to-run set-ups for software that sends: files, commands and the way the password gets in. Pure; the
 * panel loads this module when a set-up is first shown. The sources stand with the apps in utils/catalogue/apps. */
import { EXAMPLE_ADDRESS, fillIn } from '../catalogue/describe.ts';
import { SETUP_APPS } from './for-app.ts';
import { javaMail, mailkit, nodemailer, phpmailer, powershellMail, python } from './languages.ts';
import { curl, msmtp, postfix, sendmail, swaks, type Values } from './mail-tools.ts';
import { grafana, wordpress, zabbix } from './services.ts';
import type { PasswordSource, ReadySetup, SetupId, SetupInput, Way } from './setup.ts';

export { SETUP_IDS } from './setup.ts';

interface Recipe {
  readonly name: string;
  readonly write: (values: Values) => { readonly password: Way; readonly oauth: Way | null };
  /** The only source the program can take, where it has no choice. */
  readonly only?: PasswordSource;
}

const RECIPES: Readonly<Record<SetupId, Recipe>> = {
  msmtp: { name: 'msmtp', write: msmtp },
  sendmail: { name: 'sendmail (msmtp-mta)', write: sendmail, only: 'file' },
  postfix: { name: 'Postfix', write: postfix, only: 'file' },
  python: { name: 'Python', write: python },
  nodemailer: { name: 'Nodemailer', write: nodemailer },
  phpmailer: { name: 'PHPMailer', write: phpmailer },
  'java-mail': { name: 'Jakarta Mail', write: javaMail },
  mailkit: { name: 'MailKit', write: mailkit },
  powershell: { name: 'PowerShell', write: powershellMail },
  curl: { name: 'curl', write: curl },
  swaks: { name: 'swaks', write: swaks },
  zabbix: { name: 'Zabbix', write: zabbix },
  grafana: { name: 'Grafana', write: grafana, only: 'file' },
  wordpress: { name: 'WordPress', write: wordpress, only: 'file' },
};

const HOST = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i;

/**
 * The set-up for one program, filled with the person's address.
 * @param id which program
 * @param input address, server and where the password comes from. An address that a shell or a file could read
 * as more than an address stays out: the example stands in its place
 * @throws {RangeError} for a host or port that is none: they come from our own table, not from people
 */
export function makeSetup(id: SetupId, input: SetupInput): ReadySetup {
  const { host, port } = input;
  if (!HOST.test(host) || host.length > 253) throw new RangeError('"host" is no host name');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RangeError('"port" is no port');
  const recipe = RECIPES[id];
  const address = safeAddress(input.address);
  const appPasswordSource = recipe.only ?? input.appPasswordSource;
  const { password, oauth } = recipe.write({ address, host, port, appPasswordSource });
  return {
    id,
    name: recipe.name,
    app: SETUP_APPS[id],
    addressIsExample: address === EXAMPLE_ADDRESS,
    appPasswordSource,
    choosesSource: recipe.only === undefined,
    password,
    oauth,
  };
}

function safeAddress(address: string): string {
  return fillIn('{address}', { address: address.trim(), smtpServer: '', smtpPort: 0, imapServer: '' });
}
