/** How a password or a token reaches a program without standing in its file or on its command line. */
import { sh } from './quote.ts';
import type { PasswordSource } from './setup.ts';

/** What the secret is called in the environment, in files and in the store. */
export interface SecretName {
  readonly variable: 'SMTP_PASSWORD' | 'SMTP_TOKEN';
  readonly file: string;
  readonly store: string;
}

export const PASSWORD: SecretName = {
  variable: 'SMTP_PASSWORD',
  file: '~/.smtp-password',
  store: 'smtp-password',
};
export const TOKEN: SecretName = { variable: 'SMTP_TOKEN', file: '~/.smtp-token', store: 'smtp-token' };

/** Asks for the secret without showing it, and puts it into its place. */
export function storeCommands(source: PasswordSource, { variable, file, store }: SecretName): string[] {
  const ask = `printf '%s: ' ${variable}; stty -echo; read -r ${variable}; stty echo; printf '\\n'`;
  switch (source) {
    case 'environment':
      return [`${ask}; export ${variable}`];
    case 'file':
      return [`(umask 077; ${ask}; printf '%s\\n' "$${variable}" > ${file})`];
    case 'secret-store':
      return [`secret-tool store --label=${store} service ${store}`];
  }
}

/** A command that prints the secret. */
export function printCommand(source: PasswordSource, { variable, file, store }: SecretName): string {
  switch (source) {
    case 'environment':
      return `printenv ${variable}`;
    case 'file':
      return `cat ${file}`;
    case 'secret-store':
      return `secret-tool lookup service ${store}`;
  }
}

/** A command that runs with the secret in its environment. */
export function withSecret(source: PasswordSource, name: SecretName, command: string): string {
  return source === 'environment'
    ? command
    : `${name.variable}="$(${printCommand(source, name)})" ${command}`;
}

/** A mail to oneself for programs that read one from standard input. */
export function testMail(address: string, program: string): string {
  return `printf 'From: %s\\nTo: %s\\nSubject: Test\\n\\nSent by ${program}.\\n' ${sh(address)} ${sh(address)}`;
}
