/**
 * An SMTP server on loopback that behaves as Microsoft's submission server does towards a program: it insists on
 * STARTTLS and on AUTH, takes LOGIN, PLAIN and XOAUTH2, and refuses in Microsoft's words.
 */
import net from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';

/** Stands at the end of every reply of the real one. */
const TRACE = '[FR0P281CA0123.DEUP281.PROD.OUTLOOK.COM 2026-11-22T11:00:00.000Z 08DE123456789ABC]';

/** Why the server says no. The texts are those utils/troubleshoot/families.ts knows. */
export const REFUSALS = {
  incorrect: `535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. ${TRACE}`,
  tenant: `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${TRACE}`,
  mailbox: `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. ${TRACE}`,
  basic: `535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${TRACE}`,
  criteria: `535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. ${TRACE}`,
  defaults: `535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. ${TRACE}`,
  generic: `535 5.7.3 Authentication unsuccessful ${TRACE}`,
  retired: `550 5.7.30 Basic authentication is not supported for Client Submission. ${TRACE}`,
} as const;
export type Refusal = keyof typeof REFUSALS;

const NOT_AUTHENTICATED = `530 5.7.57 Client not authenticated to send mail. ${TRACE}`;
const NO_TLS = `451 5.7.3 STARTTLS is required to send mail ${TRACE}`;
const OTHER_SENDER = `550 5.7.60 SMTP; Client does not have permissions to send as this sender ${TRACE}`;

export interface ServerOptions {
  readonly address: string;
  readonly password: string;
  readonly token?: string;
  /** Refuses even the right password. */
  readonly refuse?: Refusal;
  /** Does not offer STARTTLS. */
  readonly withoutTls?: boolean;
}

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly data: string;
  readonly mechanism: string;
}

export interface SmtpServer {
  readonly port: number;
  /** The certificate to trust, as PEM. */
  readonly certificate: string;
  readonly mails: readonly Received[];
  /** Commands as they came, secrets left out. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

const madeFor = (host: string) =>
  generate([{ name: 'commonName', value: host }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] },
    ],
  });
const certificate = madeFor('localhost');

/** A certificate that is not the server's: who trusts only this one does not trust the server. */
export async function strangersCertificate(): Promise<string> {
  return (await madeFor('stranger.example')).cert;
}

export async function startSmtpServer(options: ServerOptions): Promise<SmtpServer> {
  const { private: key, cert } = await certificate;
  const secureContext = tls.createSecureContext({ key, cert, minVersion: 'TLSv1.2' });
  const mails: Received[] = [];
  const log: string[] = [];
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    new Conversation(socket, options, secureContext, mails, log).begin();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    certificate: cert,
    mails,
    log,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

class Conversation {
  private readonly options: ServerOptions;
  private readonly secureContext: tls.SecureContext;
  private readonly mails: Received[];
  private readonly log: string[];
  private socket: net.Socket;
  private rest = '';
  private secure = false;
  private mechanism: string | null = null;
  /** Takes the next line instead of a command. */
  private expect: ((line: string) => void) | null = null;
  private from = '';
  private to: string[] = [];

  constructor(
    socket: net.Socket,
    options: ServerOptions,
    secureContext: tls.SecureContext,
    mails: Received[],
    log: string[],
  ) {
    this.socket = socket;
    this.options = options;
    this.secureContext = secureContext;
    this.mails = mails;
    this.log = log;
  }

  begin(): void {
    this.listen();
    this.reply(`220 FR0P281CA0123.outlook.office365.com Microsoft ESMTP MAIL Service ready`);
  }

  private listen(): void {
    this.socket.on('data', (data) => {
      this.rest += data.toString('latin1');
      for (let end = this.rest.indexOf('\n'); end >= 0; end = this.rest.indexOf('\n')) {
        const line = this.rest.slice(0, end).replace(/\r$/, '');
        this.rest = this.rest.slice(end + 1);
        if (this.expect) this.expect(line);
        else this.command(line);
      }
    });
  }

  private reply(...lines: string[]): void {
    this.socket.write(`${lines.join('\r\n')}\r\n`);
  }

  private command(line: string): void {
    const [verb = '', ...args] = line.split(' ');
    const word = verb.toUpperCase();
    this.log.push(word === 'AUTH' ? `AUTH ${args[0] ?? ''}` : line);
    switch (word) {
      case 'EHLO':
      case 'HELO':
        this.hello();
        return;
      case 'STARTTLS':
        this.startTls();
        return;
      case 'AUTH':
        this.auth((args[0] ?? '').toUpperCase(), args[1]);
        return;
      case 'MAIL':
        this.mail(line);
        return;
      case 'RCPT':
        this.to.push(between(line));
        this.reply('250 2.1.5 Recipient OK');
        return;
      case 'DATA':
        this.data();
        return;
      case 'RSET':
      case 'NOOP':
        this.reply('250 2.0.0 OK');
        return;
      case 'QUIT':
        this.reply('221 2.0.0 Service closing transmission channel');
        this.socket.end();
        return;
      default:
        this.reply('500 5.3.3 Unrecognized command');
        return;
    }
  }

  private hello(): void {
    const offers = this.secure ? ['AUTH LOGIN PLAIN XOAUTH2'] : this.options.withoutTls ? [] : ['STARTTLS'];
    const all = ['localhost Hello [127.0.0.1]', 'SIZE 157286400', ...offers, '8BITMIME', 'SMTPUTF8'];
    this.reply(...all.map((offer, index) => `250${index === all.length - 1 ? ' ' : '-'}${offer}`));
  }

  private startTls(): void {
    if (this.options.withoutTls) {
      this.reply('500 5.3.3 Unrecognized command');
      return;
    }
    this.reply('220 2.0.0 SMTP server ready');
    const plain = this.socket;
    plain.removeAllListeners('data');
    this.rest = '';
    const socket = new tls.TLSSocket(plain, { isServer: true, secureContext: this.secureContext });
    socket.on('error', () => socket.destroy());
    this.socket = socket;
    this.secure = true;
    this.listen();
  }

  private auth(mechanism: string, initial: string | undefined): void {
    if (!this.secure) {
      this.reply('504 5.7.4 Unrecognized authentication type');
      return;
    }
    const { address, password, token } = this.options;
    switch (mechanism) {
      case 'PLAIN':
        this.answer(initial, '334 ', (given) => {
          const [, name, secret] = given.split('\0');
          this.judge(mechanism, name === address && secret === password);
        });
        return;
      case 'LOGIN':
        this.answer(initial, '334 VXNlcm5hbWU6', (name) =>
          this.answer(undefined, '334 UGFzc3dvcmQ6', (secret) =>
            this.judge(mechanism, name === address && secret === password),
          ),
        );
        return;
      case 'XOAUTH2':
        this.answer(initial, '334 ', (given) =>
          this.judge(
            mechanism,
            token !== undefined && given === `user=${address}\u0001auth=Bearer ${token}\u0001\u0001`,
          ),
        );
        return;
      default:
        this.reply('504 5.7.4 Unrecognized authentication type');
        return;
    }
  }

  private answer(initial: string | undefined, ask: string, then: (given: string) => void): void {
    const take = (line: string) => {
      this.expect = null;
      then(Buffer.from(line === '=' ? '' : line, 'base64').toString('utf8'));
    };
    if (initial !== undefined) {
      take(initial);
      return;
    }
    this.expect = take;
    this.reply(ask);
  }

  private judge(mechanism: string, right: boolean): void {
    const { refuse } = this.options;
    if (right && !refuse) {
      this.mechanism = mechanism;
      this.reply('235 2.7.0 Authentication successful');
      return;
    }
    this.reply(REFUSALS[refuse ?? 'incorrect']);
    return;
  }

  private mail(line: string): void {
    if (!this.secure) {
      this.reply(NO_TLS);
      return;
    }
    if (this.mechanism === null) {
      this.reply(NOT_AUTHENTICATED);
      return;
    }
    this.from = between(line);
    this.to = [];
    this.reply('250 2.1.0 Sender OK');
    return;
  }

  private data(): void {
    this.reply('354 Start mail input; end with <CRLF>.<CRLF>');
    const lines: string[] = [];
    this.expect = (line) => {
      if (line !== '.') {
        lines.push(line);
        return;
      }
      this.expect = null;
      if (this.from !== this.options.address) {
        this.reply(OTHER_SENDER);
        return;
      }
      this.mails.push({
        from: this.from,
        to: this.to,
        data: lines.join('\n'),
        mechanism: this.mechanism ?? '',
      });
      this.reply('250 2.0.0 OK <test@localhost> [Hostname=localhost] Queued mail for delivery');
      return;
    };
  }
}

/** The address in `MAIL FROM:<…>`. */
function between(line: string): string {
  return line.slice(line.indexOf('<') + 1, line.indexOf('>'));
}
