import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SetupStep } from '@/utils/catalogue/app.ts';
import { copyValue, describeStep, EXAMPLE_ADDRESS, fillIn } from '@/utils/catalogue/describe.ts';
import { MAIL_SERVERS, mailServer, setupContext } from '@/utils/catalogue/server.ts';

const context = setupContext('work', 'anna@contoso.com');
const nameless = setupContext('work');
const en = (label: string) => ({ label, lang: 'en' });

describe('a step in words and as text to copy', () => {
  it.each<[SetupStep, unknown, string | null]>([
    [{ do: 'open', path: ['Settings', 'Mail'] }, { key: 'setup_open', args: [en('Settings › Mail')] }, null],
    [
      { do: 'choose', field: 'Security', option: 'STARTTLS' },
      { key: 'setup_choose', args: [en('Security'), en('STARTTLS')] },
      null,
    ],
    [{ do: 'tick', field: 'Use TLS' }, { key: 'setup_tick', args: [en('Use TLS')] }, null],
    [
      { do: 'type', field: 'Host', value: { is: 'smtp-server' } },
      { key: 'setup_type', args: [en('Host'), 'smtp.office365.com'] },
      'smtp.office365.com',
    ],
    [
      { do: 'type', field: 'Port', value: { is: 'smtp-port' } },
      { key: 'setup_type', args: [en('Port'), '587'] },
      '587',
    ],
    [
      { do: 'type', field: 'User', value: { is: 'address' } },
      { key: 'setup_type', args: [en('User'), 'anna@contoso.com'] },
      'anna@contoso.com',
    ],
    [
      { do: 'type', field: 'X', value: { is: 'text', text: 'yes' } },
      { key: 'setup_type', args: [en('X'), 'yes'] },
      'yes',
    ],
    [
      { do: 'paste-password', field: 'Password' },
      { key: 'setup_paste_password', args: [en('Password')] },
      null,
    ],
    [
      { do: 'file', path: '~/.rc', lines: ['user {address}', 'host {smtp-server}:{smtp-port}'] },
      { key: 'setup_file', args: ['~/.rc'] },
      'user anna@contoso.com\nhost smtp.office365.com:587\n',
    ],
    [{ do: 'run', command: 'send {address}' }, { key: 'setup_run' }, 'send anna@contoso.com'],
    [{ do: 'press', button: 'Save' }, { key: 'setup_press', args: [en('Save')] }, null],
    [{ do: 'sign-in' }, { key: 'setup_sign_in' }, null],
    [{ do: 'check', what: 'mail-arrives' }, { key: 'setup_check_mail_arrives' }, null],
    [{ do: 'note', note: 'from-must-match' }, { key: 'note_from_must_match' }, null],
  ])('tells %j', (step, sentence, copy) => {
    expect(describeStep(step, context)).toEqual(sentence);
    expect(copyValue(step, context)).toBe(copy);
  });

  it('asks for the address in words while it is not known', () => {
    const step = { do: 'type', field: 'User', value: { is: 'address' } } as const;
    expect(describeStep(step, nameless)).toEqual({ key: 'setup_type_address', args: [en('User')] });
    expect(copyValue(step, nameless)).toBeNull();
    expect(fillIn('{address}', nameless)).toBe(EXAMPLE_ADDRESS);
  });

  it.each(['anna@contoso.com', 'anna.muller+scan@sub.contoso.com', 'änna_2@contoso.com'])(
    'fills %s in',
    (address) => {
      expect(fillIn('<{address}>', { ...context, address })).toBe(`<${address}>`);
    },
  );

  it.each([
    '"; rm -rf ~; "@contoso.com',
    '$(id)@contoso.com',
    '`id`@contoso.com',
    '-oQ/tmp@contoso.com',
    'a%n@contoso.com',
    "o'neil@contoso.com",
    'a\nb@contoso.com',
    'no address',
    '{smtp-server}@contoso.com',
  ])('keeps %j out of files and commands', (address) => {
    expect(fillIn('<{address}>', { ...context, address })).toBe(`<${EXAMPLE_ADDRESS}>`);
    // Typed into a field it is only text.
    expect(copyValue({ do: 'type', field: 'User', value: { is: 'address' } }, { ...context, address })).toBe(
      address,
    );
  });

  it('lets nothing through that a shell would act on', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (address) => {
        expect(fillIn('{address}', { ...context, address })).toMatch(/^[\p{L}\p{N}._+@-]+$/u);
      }),
    );
  });
});

describe("Microsoft's servers", () => {
  it.each([
    ['smtp', 'work', 'worldwide', 'smtp.office365.com', 587, 'starttls'],
    ['imap', 'work', 'worldwide', 'outlook.office365.com', 993, 'tls'],
    ['pop', 'work', 'worldwide', 'outlook.office365.com', 995, 'tls'],
    ['smtp', 'personal', 'worldwide', 'smtp-mail.outlook.com', 587, 'starttls'],
    ['imap', 'personal', 'worldwide', 'outlook.office365.com', 993, 'tls'],
  ] as const)('knows %s for %s accounts, %s', (protocol, account, cloud, host, port, security) => {
    expect(mailServer(protocol, account, cloud)).toMatchObject({ host, port, security });
  });

  it('lets passwords in for sending from work accounts only', () => {
    for (const server of MAIL_SERVERS) {
      expect(server.signIn.includes('password')).toBe(
        server.protocol === 'smtp' && server.account === 'work',
      );
    }
  });

  it('never offers port 465', () => {
    expect(MAIL_SERVERS.every((server) => server.port !== 465)).toBe(true);
  });

  it('has a sending server for every account kind and cloud', () => {
    for (const account of ['work', 'personal'] as const) {
      for (const cloud of ['worldwide', 'us-government', 'china'] as const) {
        expect(setupContext(account, undefined, cloud).smtpServer).toMatch(/^[a-z0-9.-]+$/);
      }
    }
  });
});
