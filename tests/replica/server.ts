/**
 * The server side of the replica: the shell as captured from the live page, the bundle, and a fake API
 * that remembers methods and the secrets it gave out. It knows nothing of sockets and host names; a
 * world (tests/support/world.ts) puts it on the network.
 */
import { randomInt, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { replicaBundle } from './bundle.ts';
import { APP_PASSWORD_LIMIT, DEFAULT_SWITCHES, ERROR_CODES, type Row, type Switches } from './switches.ts';

export interface Replica {
  /** Changes switches for pages loaded from now on. `existing` and `appPassword` start the rows anew. */
  configure(changes: Partial<Switches>): void;
  switches(): Readonly<Switches>;
  rows(): readonly Row[];
  /** Every password that was ever given out, oldest first. */
  secrets(): readonly string[];
  /** The person has just proved who they are (called by the fake sign-in page). */
  proved(): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const APP_VERSION = '4.0.2233';
/** mysignins' own id at the sign-in service (seen in public code). */
const CLIENT_ID = '19db86c3-b2b9-44cc-b339-36da233a3be2';
const SIGN_IN = 'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize';

const FIXED_ROWS: readonly Row[] = [
  { id: 'authenticator', method: 'authenticatorApp', detail: 'Pixel 9', canChange: false, canDelete: true },
  { id: 'phone', method: 'phone', detail: '+49 30 901820', canChange: true, canDelete: true },
  { id: 'password', method: 'password', detail: '', canChange: true, canDelete: false },
];

export function createReplica(initial: Partial<Switches> = {}): Replica {
  let switches: Switches = { ...DEFAULT_SWITCHES, ...initial };
  let rows: Row[] = [];
  let fresh = false;
  const secrets: string[] = [];

  function reset(): void {
    const names = [...switches.existing];
    if (switches.appPassword === 'limit') {
      for (let n = names.length + 1; names.length < APP_PASSWORD_LIMIT; n++) names.push(`Existing app ${n}`);
    }
    rows = [...FIXED_ROWS, ...names.map(appPasswordRow)];
  }
  reset();

  function create(body: Record<string, unknown>, origin: string): object {
    const refused = (ErrorCode: number, redirect?: string) => ({ Type: 10, Data: '', ErrorCode, redirect });
    if (switches.reauth === 'on-create' && !fresh)
      return refused(ERROR_CODES.ngcMfaRequired, signInUrl(origin));
    if (rows.filter((row) => row.method === 'appPassword').length >= APP_PASSWORD_LIMIT) {
      return refused(ERROR_CODES.limitReached);
    }
    switch (switches.createFails) {
      case 'error-bar':
        return refused(ERROR_CODES.featureDisallowedByPolicy);
      case 'throttled':
        return refused(ERROR_CODES.requestThrottled);
      case 'session-ended':
        return refused(ERROR_CODES.appSessionTimedOut, signInUrl(origin));
      case 'captcha':
        if (body.captchaSolved !== true) return refused(ERROR_CODES.captchaRequired);
        break;
      case false:
        break;
    }
    const secret = newSecret();
    secrets.push(secret);
    rows.push(appPasswordRow(String(body.Data)));
    return {
      Type: 10,
      VerificationState: 2,
      Data: secret,
      VerificationContext: null,
      ErrorCode: ERROR_CODES.none,
    };
  }

  async function answer(path: string, body: Record<string, unknown>, origin: string): Promise<object | null> {
    switch (path) {
      case '/api/session/authorize': {
        const interrupted =
          String(body.path).startsWith('/register') || String(body.path).startsWith('/api/');
        const redirect =
          switches.reauth === 'on-load' && !fresh && !interrupted ? signInUrl(origin) : undefined;
        const account = { name: 'Mona Weber', address: 'mona.weber@contoso.example' };
        return { sessionCtxV2: randomUUID(), account, replica: switches, redirect };
      }
      case '/api/authenticationmethods':
        await delay(switches.dataDelayMs);
        return rows;
      case '/api/authenticationmethods/registrationpolicy':
        return { redirect: switches.reauth === 'on-add' && !fresh ? signInUrl(origin) : undefined };
      case '/api/authenticationmethods/new':
        await delay(switches.createDelayMs);
        return create(body, origin);
      case '/api/authenticationmethods/delete':
        rows = rows.filter((row) => row.id !== body.Data);
        return { Deleted: true };
      case '/api/session/extendsessionvalidity':
        return {};
      default:
        return null;
    }
  }

  return {
    configure(changes) {
      switches = { ...switches, ...changes };
      if (changes.reauth !== undefined) fresh = false;
      if (changes.existing !== undefined || changes.appPassword !== undefined) reset();
    },
    switches: () => switches,
    rows: () => rows,
    secrets: () => secrets,
    proved() {
      fresh = true;
    },
    async handle(request, response) {
      const host = request.headers.host ?? '';
      const url = new URL(request.url ?? '/', `https://${host}`);
      const bundle = await replicaBundle();
      if (url.pathname.startsWith('/bundle/')) {
        await delay(switches.loadDelayMs);
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(bundle.code);
        return;
      }
      const api = url.pathname.startsWith('/api/') && !url.pathname.startsWith('/api/post/');
      if (api) {
        const found = await answer(url.pathname, await readJson(request), url.origin);
        response
          .writeHead(found ? 200 : 404, { 'content-type': 'application/json', 'cache-control': 'no-store' })
          .end(JSON.stringify(found ?? {}));
        return;
      }
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'x-ms-mysignins-region': 'weu',
          'x-ms-correlation-id': randomUUID(),
          'x-ms-gateway-requestid': randomUUID(),
        })
        .end(shell(bundle.name));
    },
  };
}

function appPasswordRow(name: string): Row {
  return { id: randomUUID(), method: 'appPassword', detail: name, canChange: false, canDelete: true };
}

/** Sixteen lower-case letters, as in all samples seen; random, so that finding one anywhere is proof. */
function newSecret(): string {
  return Array.from({ length: 16 }, () => String.fromCharCode(97 + randomInt(26))).join('');
}

/** The way back is in the query, so this address also tests that only the host is looked at. */
function signInUrl(origin: string): string {
  const query = new URLSearchParams({ client_id: CLIENT_ID, redirect_uri: `${origin}/security-info` });
  return `${SIGN_IN}?${query}`;
}

/** The document as captured on 2026-08-07: everything else is drawn by the bundle. */
function shell(bundleName: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width,initial-scale=1"/><meta name="theme-color" content="#000000"/><meta http-equiv="Content-Security-Policy" content="script-src 'self' amcdn.msftauth.net js.monitor.azure.com "/><link rel="icon" href="data:,"/><meta name="app-version" content="${APP_VERSION}"/><title>My Sign-Ins</title><base href="/"><script defer="defer" src="/bundle/${bundleName}"></script></head><body><noscript>You need to enable JavaScript to run this app</noscript><div id="root"></div></body></html>`;
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
