/** A set-up that is ready to run: files, what to type, how the password gets in. Types only. */

/** Where the password comes from when the program runs. It is never in the program's own file. */
export type PasswordSource =
  /** An environment variable, typed in for this session. */
  | 'environment'
  /** A file only its owner may read. */
  | 'file'
  /** The system's own store of secrets (libsecret on Linux, PowerShell's SecretManagement). */
  | 'secret-store';

export interface SetupInput {
  /** As the person typed it; anything that is more than a plain address stays out. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly appPasswordSource: PasswordSource;
}

export interface SetupFile {
  readonly path: string;
  /** As `chmod` takes it. */
  readonly mode: '0600' | '0644';
  readonly content: string;
}

/** One way in: its files and the commands, in the order in which to use them. */
export interface Way {
  readonly files: readonly SetupFile[];
  /** Puts the secret where the program looks for it. Asks for it without showing it; no command holds it. */
  readonly store: readonly string[];
  /** Makes the set-up take effect: rights, maps, a restart. */
  readonly apply: readonly string[];
  /** Sends a test mail to the address itself. */
  readonly test: readonly string[];
}

export interface ReadySetup {
  readonly id: SetupId;
  /** The program's own name. */
  readonly name: string;
  /** Its entry in the catalogue. */
  readonly app: string;
  /** The address was not used (none given, or not a plain one): the example stands in its place. */
  readonly addressIsExample: boolean;
  /** The source that is really used: a program that can't take the wished one says so here. */
  readonly appPasswordSource: PasswordSource;
  /** Whether the program takes any source. */
  readonly choosesSource: boolean;
  readonly password: Way;
  /** The same with a token (OAuth), where the program can; `null` where no such way is known. */
  readonly oauth: Way | null;
}

export const SETUP_IDS = [
  'msmtp',
  'sendmail',
  'postfix',
  'python',
  'nodemailer',
  'phpmailer',
  'java-mail',
  'mailkit',
  'powershell',
  'curl',
  'swaks',
  'zabbix',
  'grafana',
  'wordpress',
] as const;
export type SetupId = (typeof SETUP_IDS)[number];
