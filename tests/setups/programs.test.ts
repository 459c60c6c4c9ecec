/**
 * The generated set-ups, run by the real programs against a server that answers like Microsoft's; and what the
 * programs print when it refuses, recognised by Fix a problem. A program that is not installed is named by the
 * last test; `npm run test:setups` installs all of them where it can and then lets none be missing.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose } from '@/utils/troubleshoot/index.ts';
import { ADDRESS, missingFor, PROGRAMS, type RunnableId, runSetup } from './run-setup.ts';
import { type Refusal, type SmtpServer, startSmtpServer, strangersCertificate } from './smtp-server.ts';

const PASSWORD = 'made up "for" tests \\ $HOME';
const TOKEN = 'made-up-token';
const TODAY = '2026-11-22';

/** Every refusal of the server and the family it belongs to. */
const FAMILIES: Readonly<Record<Refusal, string>> = {
  incorrect: 'credentials-incorrect',
  tenant: 'sending-off-tenant',
  mailbox: 'sending-off-mailbox',
  basic: 'basic-auth-off',
  criteria: 'criteria-not-met',
  defaults: 'security-defaults',
  generic: 'unsuccessful-3',
  retired: 'retired-sending',
};
const REFUSALS = Object.keys(FAMILIES) as Refusal[];

/** Programs that show the server's words. The others only say that it refused. */
const TALKATIVE: readonly RunnableId[] = ['msmtp', 'swaks', 'python', 'nodemailer'];
const SENDERS = (Object.keys(PROGRAMS) as RunnableId[]).filter((id) => id !== 'zabbix');
const here = (id: RunnableId) => missingFor(id).length === 0;

let server: SmtpServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
});

async function serve(options: { refuse?: Refusal; withoutTls?: boolean } = {}): Promise<SmtpServer> {
  server = await startSmtpServer({ address: ADDRESS, password: PASSWORD, token: TOKEN, ...options });
  return server;
}

const familyOf = (output: string) => diagnose(output, { today: TODAY }).family;

describe.each(SENDERS)('%s', (id) => {
  const installed = it.skipIf(!here(id));

  installed('sends a mail through STARTTLS and AUTH', async () => {
    const smtp = await serve();
    const run = await runSetup(id, { server: smtp, secret: PASSWORD });
    expect(run, smtp.log.join('\n')).toMatchObject({ code: 0 });
    expect(smtp.log).toContain('STARTTLS');
    expect(smtp.mails).toHaveLength(1);
    expect(smtp.mails[0]).toMatchObject({ from: ADDRESS, to: [ADDRESS] });
    expect(smtp.mails[0]?.data).toMatch(/test/i);
    expect(run.output).not.toContain(PASSWORD);
  });

  installed.each(TALKATIVE.includes(id) ? REFUSALS : (['incorrect', 'tenant'] as const))(
    'is understood when the server refuses: %s',
    async (refuse) => {
      const smtp = await serve({ refuse });
      const run = await runSetup(id, { server: smtp, secret: refuse === 'incorrect' ? 'wrong' : PASSWORD });
      expect(run.code).not.toBe(0);
      expect(familyOf(run.output), run.output).toBe(
        TALKATIVE.includes(id) ? FAMILIES[refuse] : 'refused-no-detail',
      );
      expect(smtp.mails).toHaveLength(0);
    },
  );

  installed('sends no password without encryption, and says so', async () => {
    const smtp = await serve({ withoutTls: true });
    const run = await runSetup(id, { server: smtp, secret: PASSWORD });
    expect(run.code).not.toBe(0);
    expect(smtp.log.join('\n')).not.toContain('AUTH');
    expect(familyOf(run.output), run.output).toBe('starttls-missing');
  });

  installed('sends no password to a server it cannot be sure of', async () => {
    const smtp = await serve();
    const stranger = { port: smtp.port, certificate: await strangersCertificate() };
    const run = await runSetup(id, { server: stranger, secret: PASSWORD });
    expect(run.code).not.toBe(0);
    expect(smtp.log.join('\n')).not.toContain('AUTH');
    expect(familyOf(run.output), run.output).toBe('certificate');
  });

  installed('is understood when there is no server', async () => {
    const smtp = await serve();
    const closed = { port: smtp.port, certificate: smtp.certificate };
    await smtp.close();
    const run = await runSetup(id, { server: closed, secret: PASSWORD });
    expect(familyOf(run.output), run.output).toBe('connection-refused');
  });

  installed('is understood when the name is wrong', async () => {
    const smtp = await serve();
    const run = await runSetup(id, { server: smtp, secret: PASSWORD, host: 'smtp.nowhere.invalid' });
    expect(['name-not-found', 'connection-refused'], run.output).toContain(familyOf(run.output));
  });
});

describe.each(['msmtp', 'curl', 'python', 'phpmailer', 'nodemailer'] as const)('%s with a token', (id) => {
  it.skipIf(!here(id))('signs in by XOAUTH2', async () => {
    const smtp = await serve();
    const run = await runSetup(id, { server: smtp, secret: TOKEN, way: 'oauth' });
    expect(run).toMatchObject({ code: 0 });
    expect(smtp.mails.map((mail) => mail.mechanism)).toEqual(['XOAUTH2']);
  });
});

describe.each(['msmtp', 'curl', 'python', 'swaks', 'phpmailer', 'nodemailer'] as const)(
  '%s with the password in a file',
  (id) => {
    it.skipIf(!here(id))('reads it from there', async () => {
      const smtp = await serve();
      const run = await runSetup(id, { server: smtp, secret: PASSWORD, source: 'file' });
      expect(run).toMatchObject({ code: 0 });
      expect(smtp.mails).toHaveLength(1);
    });
  },
);

describe('mistakes people make', () => {
  it.skipIf(!here('python'))('leaving the sign-in out', async () => {
    const smtp = await serve();
    const change = (text: string) => text.replace(/^ {4}smtp\.login.*\n/m, '');
    const run = await runSetup('python', { server: smtp, secret: PASSWORD, change });
    expect(familyOf(run.output), run.output).toBe('not-authenticated');
  });

  it.skipIf(!here('python'))('leaving the encryption out', async () => {
    const smtp = await serve();
    const change = (text: string) => text.replace(/^ {4}smtp\.starttls.*\n/m, '');
    const run = await runSetup('python', { server: smtp, secret: PASSWORD, change });
    expect(familyOf(run.output), run.output).toBe('starttls-missing');
  });

  it.skipIf(!here('python'))('encrypting at once', async () => {
    const smtp = await serve();
    const change = (text: string) => text.replace('smtplib.SMTP(', 'smtplib.SMTP_SSL(');
    const run = await runSetup('python', { server: smtp, secret: PASSWORD, change });
    expect(familyOf(run.output), run.output).toBe('tls-too-early');
  });

  it.skipIf(!here('msmtp'))('encrypting at once with msmtp', async () => {
    const smtp = await serve();
    const change = (text: string) => text.replace('tls_starttls on', 'tls_starttls off');
    const run = await runSetup('msmtp', { server: smtp, secret: PASSWORD, change });
    expect(familyOf(run.output), run.output).toBe('tls-too-early');
  });

  it.skipIf(!here('msmtp'))('sending from another address', async () => {
    const smtp = await serve();
    const change = (text: string) => text.replace(`from ${ADDRESS}`, 'from other@contoso.example');
    const run = await runSetup('msmtp', { server: smtp, secret: PASSWORD, change });
    expect(familyOf(run.output), run.output).toBe('send-as');
  });
});

it('counts and names the programs that are not installed', () => {
  const missing = [...new Set(SENDERS.flatMap((id) => missingFor(id)))];
  if (missing.length > 0)
    process.stderr.write(
      `Set-ups not run, ${missing.length} programs are missing: ${missing.join(', ')}. npm run test:setups installs them.\n`,
    );
  // tests/setups/run.mjs installs what it can and lets nothing be missing.
  if (process.env.KEYTAG_ALL_SETUPS) expect(missing).toEqual([]);
  else expect(SENDERS.length).toBeGreaterThan(missing.length);
});
