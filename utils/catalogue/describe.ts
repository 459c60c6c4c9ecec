/** Set-up steps as sentences and as text to copy. The one interpreter of the step language: a new step kind
 * in app.ts does not compile before it is told here. */
import type { Sentence, SentenceArg } from '../lib/sentence.ts';
import type { SetupStep, SetupValue } from './app.ts';

export interface SetupContext {
  /** The person's full address, if they gave it. */
  readonly address?: string;
  readonly smtpServer: string;
  readonly smtpPort: number;
  readonly imapServer: string;
  /** BCP 47: the language of the app's labels; English unless said otherwise. */
  readonly labelLanguage?: string;
}

/** Stands in files and commands until the person gives their own address (RFC 2606 name). */
export const EXAMPLE_ADDRESS = 'you@example.com';

/** What may stand in a file or a command line as it is: nothing a shell, a format string or a configuration
 * file would read as more than an address. Others stay out; the person sees the example and puts theirs in. */
const PLAIN_ADDRESS = /^[\p{L}\p{N}_][\p{L}\p{N}._+-]*@[\p{L}\p{N}][\p{L}\p{N}.-]*$/u;

/** Replaces `{address}`, `{smtp-server}`, `{smtp-port}` and `{imap-server}` in a file's line or a command. */
export function fillIn(text: string, context: SetupContext): string {
  return text
    .replaceAll('{smtp-server}', context.smtpServer)
    .replaceAll('{smtp-port}', String(context.smtpPort))
    .replaceAll('{imap-server}', context.imapServer)
    .replaceAll('{address}', plainAddress(context));
}

/**
 * One step of a set-up in words.
 * @returns a message key with the app's own labels as arguments; the message stands in _locales as
 * `setup_<kind>` (or `note_<id>`)
 */
export function describeStep(step: SetupStep, context: SetupContext): Sentence {
  const label = (text: string): SentenceArg => ({ label: text, lang: context.labelLanguage ?? 'en' });
  switch (step.do) {
    case 'open':
      return { key: 'setup_open', args: [label(step.path.join(' › '))] };
    case 'choose':
      return { key: 'setup_choose', args: [label(step.field), label(step.option)] };
    case 'tick':
      return { key: 'setup_tick', args: [label(step.field)] };
    case 'type': {
      const value = textFor(step.value, context);
      return value === null
        ? { key: 'setup_type_address', args: [label(step.field)] }
        : { key: 'setup_type', args: [label(step.field), value] };
    }
    case 'paste-password':
      return { key: 'setup_paste_password', args: [label(step.field)] };
    case 'file':
      return { key: 'setup_file', args: [step.path] };
    case 'run':
      return { key: 'setup_run' };
    case 'press':
      return { key: 'setup_press', args: [label(step.button)] };
    case 'sign-in':
      return { key: 'setup_sign_in' };
    case 'check':
      return { key: `setup_check_${underscored(step.what)}` };
    case 'note':
      return { key: `note_${underscored(step.note)}` };
  }
}

/**
 * What the step's copy button copies: the value to type, the file's lines, the command.
 * @returns `null` where there is nothing to copy; never a password
 */
export function copyValue(step: SetupStep, context: SetupContext): string | null {
  switch (step.do) {
    case 'type':
      return textFor(step.value, context);
    case 'file':
      return step.lines.map((line) => `${fillIn(line, context)}\n`).join('');
    case 'run':
      return fillIn(step.command, context);
    default:
      return null;
  }
}

function plainAddress({ address }: SetupContext): string {
  return address !== undefined && PLAIN_ADDRESS.test(address) ? address : EXAMPLE_ADDRESS;
}

/** `null`: only the person knows it, and they have not said it. */
function textFor(value: SetupValue, context: SetupContext): string | null {
  switch (value.is) {
    case 'text':
      return value.text;
    case 'address':
      return context.address ?? null;
    case 'smtp-server':
      return context.smtpServer;
    case 'smtp-port':
      return String(context.smtpPort);
  }
}

function underscored(id: string): string {
  return id.replaceAll('-', '_');
}
