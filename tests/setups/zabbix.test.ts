/** The Zabbix set-up hands its values to Zabbix's own interface; a stand-in for that interface looks at them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { ADDRESS, missingFor, runSetup } from './run-setup.ts';

const PASSWORD = 'made up for tests';

it.skipIf(missingFor('zabbix').length > 0)(
  'gives Zabbix the server, the address and the password',
  async () => {
    const asked: { url: string | undefined; authorization: string | undefined; body: string }[] = [];
    const zabbix = createServer((request, response) => {
      let body = '';
      request.on('data', (data) => {
        body += String(data);
      });
      request.on('end', () => {
        asked.push({ url: request.url, authorization: request.headers.authorization, body });
        response.end('{"jsonrpc":"2.0","result":{"mediatypeids":["1"]},"id":1}');
      });
    });
    await new Promise<void>((resolve) => zabbix.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = zabbix.address() as AddressInfo;
      const run = await runSetup('zabbix', {
        server: { port: 587, certificate: '' },
        secret: PASSWORD,
        env: { ZABBIX_URL: `http://127.0.0.1:${port}/`, ZABBIX_TOKEN: 'token-for-tests' },
      });
      expect(run).toMatchObject({ code: 0 });
      expect(run.output).not.toContain(PASSWORD);
      expect(asked).toHaveLength(1);
      expect(asked[0]).toMatchObject({ url: '/api_jsonrpc.php', authorization: 'Bearer token-for-tests' });
      expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
        method: 'mediatype.create',
        params: {
          smtp_server: 'localhost',
          smtp_port: 587,
          smtp_email: ADDRESS,
          smtp_security: 1,
          smtp_authentication: 1,
          username: ADDRESS,
          passwd: PASSWORD,
        },
      });
    } finally {
      zabbix.close();
    }
  },
);
