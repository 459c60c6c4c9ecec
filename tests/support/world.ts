/**
 * The part of the internet that tests need, on loopback: Microsoft's page under its real host names (the
 * replica), a sign-in page, look-alikes and older pages. One world has one account: all hosts share it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  framingPage,
  legacyAppPasswordsPage,
  personalProofsPage,
  signInPage,
} from '../replica/other-pages.ts';
import { createReplica } from '../replica/server.ts';
import type { Row, Switches } from '../replica/switches.ts';
import { isBrowsersOwn } from './browser-hosts.ts';
import { startProxy } from './proxy.ts';

export const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';

/** Hosts that serve the replica and on which the guide should speak. */
export const PROVIDERS = [
  'mysignins.microsoft.com',
  'mysignins.azure.us',
  'mysignins.windowsazure.cn',
] as const;

/** Addresses that look right and are not: the guide must show nothing there. */
export const LOOK_ALIKES = [
  'https://mysignins.microsoft.com.evil.test/security-info',
  'https://evil.test/mysignins.microsoft.com/security-info',
  'https://mysignins.microsoft.com:8443/security-info',
  'http://mysignins.microsoft.com/security-info',
  'https://framing.test/',
] as const;

const SIGN_IN_HOST = 'login.microsoftonline.com';
const LEGACY_HOST = 'account.activedirectory.windowsazure.com';
const PERSONAL_HOST = 'account.live.com';
const FRAMING_HOST = 'framing.test';
const HOSTS = [
  ...PROVIDERS,
  'mysignins.microsoft.com.evil.test',
  'evil.test',
  SIGN_IN_HOST,
  LEGACY_HOST,
  PERSONAL_HOST,
  FRAMING_HOST,
];

export interface Request {
  readonly method: string;
  readonly url: string;
  /** Empty for what a browser asks without a page. */
  readonly origin: string;
}

export interface World {
  readonly proxyPort: number;
  /** For pages loaded from now on. `existing` and `appPassword` start the list of methods anew. */
  configure(changes: Partial<Switches>): void;
  switches(): Readonly<Switches>;
  rows(): readonly Row[];
  /** Every app password the page ever showed. */
  secrets(): readonly string[];
  /** What arrived at our own hosts. */
  requests(): readonly Request[];
  /** `host:port` of what was asked of anybody else, without what browsers ask by themselves. */
  refused(): readonly string[];
  /** What browsers asked by themselves; also refused. */
  browsersOwn(): readonly string[];
  close(): Promise<void>;
}

export async function startWorld(switches: Partial<Switches> = {}): Promise<World> {
  const replica = createReplica(switches);
  const requests: Request[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    requests.push({ method: request.method ?? '', url: url.href, origin: request.headers.origin ?? '' });
    switch (host) {
      case SIGN_IN_HOST:
        if (request.method === 'POST') {
          replica.proved();
          response.writeHead(302, { location: wayBack(url) }).end();
        } else html(response, signInPage());
        break;
      case LEGACY_HOST:
        html(response, legacyAppPasswordsPage());
        break;
      case PERSONAL_HOST:
        html(response, personalProofsPage('n0nce'), {
          'content-security-policy': "default-src 'self'; script-src 'nonce-n0nce'; style-src 'self'",
        });
        break;
      case FRAMING_HOST:
        html(response, framingPage(SECURITY_INFO));
        break;
      default:
        await replica.handle(request, response);
    }
  }

  const proxy = await startProxy(HOSTS, (request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });

  const hostOf = (address: string): string => address.replace(/:\d+$/, '');
  return {
    proxyPort: proxy.port,
    configure: replica.configure,
    switches: replica.switches,
    rows: replica.rows,
    secrets: replica.secrets,
    requests: () => requests,
    refused: () => proxy.refused.filter((address) => !isBrowsersOwn(hostOf(address))),
    browsersOwn: () => proxy.refused.filter((address) => isBrowsersOwn(hostOf(address))),
    close: proxy.close,
  };
}

/** Only to hosts of this world: a test must not leave it by a wrong address. */
function wayBack(url: URL): string {
  const back = url.searchParams.get('redirect_uri') ?? SECURITY_INFO;
  return URL.canParse(back) && HOSTS.includes(new URL(back).hostname) ? back : SECURITY_INFO;
}

function html(response: ServerResponse, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
}
