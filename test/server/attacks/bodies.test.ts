import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { toNodeListener } from '../../../src/node/index.js';
import { APP, errorOf } from '../harness.js';
import { created, createWorld, STRIPE } from '../world.js';

/** Keys by which a careless merge reaches the prototype of everything. */
const POLLUTIONS = [
  ['__proto__', '{"__proto__":{"polluted":true}}'],
  ['a nested __proto__', '{"credentials":{"__proto__":{"polluted":true},"api_key":"sk_test_good"},"replication_config":{"account_id":"a"}}'],
  ['constructor.prototype', '{"credentials":{"constructor":{"prototype":{"polluted":true}},"api_key":"sk_test_good"},"replication_config":{"account_id":"a"}}'],
] as const;

describe('a body that reaches for the prototype', () => {
  it.each(POLLUTIONS)('by %s changes nothing, in a create, a start, a replacement and an execute', async (_, values) => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const id = await created(ada);
    const send = (path: string, raw: string) => ada.call('POST', path, { raw, headers: { 'content-type': 'application/json' } });
    await send('/connectors', `{"definition":"stripe","method":"bearerAuth","values":${values}}`);
    await send('/attempts', `{"definition":"hubspot","method":"oauth2","values":${values}}`);
    await send(`/connectors/${id}/credentials`, `{"method":"bearerAuth","values":${values}}`);
    await send(`/connectors/${id}/execute`, `{"entity":"customers","action":"list","params":${values}}`);
    await send('/connectors', `{"__proto__":{"definition":"stripe"},"method":"bearerAuth","values":${values}}`);
    expect(Object.prototype).not.toHaveProperty('polluted');
    for (const { body } of sandbox.requests) expect(Object.keys(Object(body))).not.toContain('__proto__');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('by the name %s finds no definition, method, entity or action', async (name) => {
    const { browser } = createWorld({ handler: { allow: { stripe: ['customers.list'] } } });
    const ada = browser('ada');
    const id = await created(ada);
    const code = async (answer: Promise<Response>) => (await errorOf(await answer)).code;
    expect(await code(ada.call('GET', `/definitions/${name}`))).toBe('definition_not_found');
    expect(await code(ada.call('POST', '/connectors', { body: { ...STRIPE, definition: name } }))).toBe('definition_not_found');
    expect(await code(ada.call('POST', '/connectors', { body: { ...STRIPE, method: name } }))).toBe('invalid_input');
    expect(await code(ada.call('GET', `/connectors/${name}`))).toBe('connector_not_found');
    expect(await code(ada.call('POST', `/connectors/${id}/execute`, { body: { entity: name, action: name } }))).toBe('operation_not_allowed');
  });
});

describe('a body that does not stop, over HTTP', () => {
  let server: Server | null = null;
  afterEach(async () => {
    await new Promise((resolve) => server?.close(resolve).closeAllConnections());
    server = null;
  });

  /** Sends chunks for as long as the server takes them; the answer comes before the end. */
  async function flood(headers: Record<string, string>, limit: number): Promise<{ status: number; sent: number }> {
    const { handler, sandbox } = createWorld();
    server = createServer(toNodeListener(handler));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    // SAFETY: a server that listens on a port has such an address.
    const { port } = server.address() as AddressInfo;
    const chunk = Buffer.alloc(64 * 1024, ' ');
    let sent = 0;
    let isOver = false;
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        {
          port,
          host: '127.0.0.1',
          path: '/api/airbyte/connectors',
          method: 'POST',
          headers: { origin: APP, 'x-user': 'ada', 'content-type': 'application/json', ...headers },
        },
        (response) => {
          isOver = true;
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      // The server may end the connection of somebody who goes on.
      request.on('error', (error) => (isOver ? undefined : reject(error)));
      const more = () => {
        if (isOver || sent >= limit) return;
        sent += chunk.byteLength;
        request.write(chunk, () => setImmediate(more));
      };
      request.flushHeaders();
      more();
    });
    expect(sandbox.requests).toEqual([]);
    return { status, sent };
  }

  it('is refused by its announced 50 MB before it is read', async () => {
    const { status, sent } = await flood({ 'content-length': String(50 * 1024 * 1024) }, 0);
    expect([status, sent]).toEqual([413, 0]);
  });

  it('is refused where it announces nothing and has no end', async () => {
    const { status } = await flood({}, Number.POSITIVE_INFINITY);
    expect(status).toBe(413);
  });
});

it('refuses a body that announces less than it is', async () => {
  const { browser } = createWorld();
  const raw = `{"x":"${'a'.repeat(300_000)}"}`;
  const response = await browser('ada').call('POST', '/connectors', { raw, headers: { 'content-type': 'application/json', 'content-length': '10' } });
  expect(response.status).toBe(413);
});
