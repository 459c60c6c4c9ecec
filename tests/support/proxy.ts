/**
 * A proxy on loopback that brings the hosts of a world to our own server and refuses, and writes down,
 * every other one. It is how a test shows that nothing else was asked for.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

export interface Proxy {
  readonly port: number;
  /** `host:port` of everything that was refused, in order. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** 443 as always; 8443 because a provider host on another port is a look-alike. */
const PORTS = new Set([80, 443, 8443]);

export async function startProxy(hosts: readonly string[], serve: RequestListener): Promise<Proxy> {
  const { private: key, cert } = await certificate(hosts);
  const known = new Set(hosts);
  const refused: string[] = [];
  const sockets = new Set<Duplex>();

  const isKnown = (host: string, port: number): boolean => {
    if (known.has(host) && PORTS.has(port)) return true;
    refused.push(`${host}:${port}`);
    return false;
  };

  // Never listens: the proxy hands it the sockets that asked for one of our hosts.
  const tls = createTlsServer({ key, cert }, serve);
  tls.on('tlsClientError', () => undefined);

  const proxy = createServer((request, response) => {
    // Plain http arrives with the whole address in the request line.
    const url = URL.canParse(request.url ?? '') ? new URL(request.url ?? '') : null;
    if (url && isKnown(url.hostname, Number(url.port || 80))) serve(request, response);
    else response.writeHead(403).end();
  });
  proxy.on('connection', (socket: Socket) => track(socket));
  proxy.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const [host = '', port = ''] = (request.url ?? '').split(':');
    if (!isKnown(host, Number(port))) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    tls.emit('connection', socket);
  });
  proxy.on('clientError', (_error, socket) => socket.destroy());

  function track(socket: Duplex): void {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  }

  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  };
}

async function certificate(hosts: readonly string[]): Promise<{ private: string; cert: string }> {
  const notBeforeDate = new Date(Date.now() - 24 * 3600_000);
  return generate([{ name: 'commonName', value: 'Keytag test world' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate: new Date(Date.now() + 30 * 24 * 3600_000),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
}
