import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { toNodeListener } from '../../src/node/index.js';
import { APP, makeHandler } from '../server/harness.js';
import { createWorld, STRIPE } from '../server/world.js';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // SAFETY: a server that listens on a port has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const HEADERS = { 'content-type': 'application/json', origin: APP, 'x-user': 'ada' };
const post = (url: string, body: unknown) => fetch(url, { method: 'POST', headers: HEADERS, body: typeof body === 'string' ? body : JSON.stringify(body) });
const created = async (url: string) => {
  const response = await post(url, STRIPE);
  return { status: response.status, body: await response.json() };
};
const CREATED = { status: 201, body: { connector: { definition: { slug: 'stripe' } } } };

describe('a handler behind node:http', () => {
  it('takes bodies, cookies and files through', async () => {
    const { handler, sandbox } = createWorld();
    const base = await listening(toNodeListener(handler));
    expect(await created(`${base}/api/airbyte/connectors`)).toMatchObject(CREATED);
    expect(sandbox.connectors('ada')).toMatchObject([{ credentials: STRIPE.values.credentials }]);
    const started = await post(`${base}/api/airbyte/attempts`, { definition: 'hubspot', method: 'oauth2', values: {} });
    expect(started.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-ack-/)]);
    expect((await fetch(`${base}/nowhere`, { headers: HEADERS })).status).toBe(404);
  });

  it('says the length of an answer in bytes', async () => {
    const base = await listening(toNodeListener(createWorld().handler));
    const name = 'Zahlungen für Übermut 決済';
    const made = await post(`${base}/api/airbyte/connectors`, { ...STRIPE, name });
    const text = await made.text();
    expect(JSON.parse(text)).toMatchObject({ connector: { name } });
    expect(made.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(made.headers.has('transfer-encoding')).toBe(false);
  });

  it('knows in authorize what a middleware of the host has put beside the request', async () => {
    const signedIn = new AsyncLocalStorage<string>();
    const { handler, sandbox } = createWorld({ handler: { authorize: async () => signedIn.getStore() ?? null } });
    const app = express();
    app.use(express.json());
    app.use((_, response, next) => {
      response.locals.userId = 'grace';
      next();
    });
    const listener = toNodeListener(handler);
    app.use('/api/airbyte', (request, response) => signedIn.run(response.locals.userId, () => listener(request, response)));
    expect(await created(`${await listening(app)}/api/airbyte/connectors`)).toMatchObject(CREATED);
    expect([sandbox.connectors('grace').length, sandbox.connectors('ada').length]).toEqual([1, 0]);
  });

  it('sends what a host makes of an answer, with the headers it adds', async () => {
    const { handler } = createWorld();
    const added = await listening(
      toNodeListener(async (request) => {
        const answer = await handler(request);
        for (const cookie of ['one=1', 'two=2']) answer.headers.append('set-cookie', cookie);
        return answer;
      }),
    );
    const answer = await fetch(`${added}/api/airbyte/connectors`, { headers: HEADERS });
    expect(answer.headers.getSetCookie()).toEqual(['one=1', 'two=2']);
    expect(await answer.json()).toEqual({ connectors: [] });
    const changed = await listening(toNodeListener(async (request) => Response.json({ wrapped: await (await handler(request)).json() }, { status: 203 })));
    const wrapped = await fetch(`${changed}/api/airbyte/connectors`, { headers: HEADERS });
    expect([wrapped.status, await wrapped.json()]).toEqual([203, { wrapped: { connectors: [] } }]);
  });

  it('stops at 256 KB', async () => {
    const base = await listening(toNodeListener(makeHandler().handler));
    expect((await post(`${base}/api/airbyte/connectors`, { x: 'a'.repeat(300_000) })).status).toBe(413);
  });

  it("leaves the runtime's own Request and Response alone", async () => {
    const before = [globalThis.Request, globalThis.Response];
    toNodeListener(makeHandler().handler);
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it("ends the handler's signal when the browser goes away", async () => {
    let aborted: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (aborted = resolve));
    let arrived: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (arrived = resolve));
    const base = await listening(
      toNodeListener((request) => {
        request.signal.addEventListener('abort', () => aborted());
        arrived();
        return new Promise<Response>(() => undefined);
      }),
    );
    const controller = new AbortController();
    const asked = fetch(base, { signal: controller.signal }).catch((error: unknown) => error);
    await there;
    controller.abort();
    await gone;
    expect(await asked).toMatchObject({ name: 'AbortError' });
  });

  it('leaves no connector of a browser that goes away while it is created', async () => {
    const world = createWorld();
    const browser = new AbortController();
    let aborted: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (aborted = resolve));
    const { handler, events } = world.another({
      fetch: async (input, init) => {
        const answer = await world.sandbox.fetch(input, init);
        if (init?.method !== 'POST' || !String(input).endsWith('/connectors')) return answer;
        browser.abort();
        await gone;
        return answer;
      },
    });
    const listener = toNodeListener(handler);
    const base = await listening((message, response) => {
      // Registered before the listener's own: the handler goes on one turn later.
      response.once('close', () => setImmediate(aborted));
      void listener(message, response);
    });
    await fetch(`${base}/api/airbyte/connectors`, { method: 'POST', headers: HEADERS, body: JSON.stringify(STRIPE), signal: browser.signal }).catch(() => null);
    await expect.poll(() => events).toMatchObject([{ type: 'connector_deleted', reason: 'not_taken_over' }]);
    expect(world.sandbox.connectors()).toEqual([]);
  });

  it('answers JSON where a request has no sensible address', async () => {
    const base = await listening(toNodeListener(makeHandler().handler));
    const status = await new Promise((resolve, reject) => {
      httpRequest(base, { headers: { host: 'a b' } }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(400);
  });
});

describe('a handler behind Express', () => {
  it.each([
    ['alone', []],
    ['after express.json()', [express.json()]],
    ['after express.text()', [express.text({ type: '*/*' })]],
    ['after express.raw()', [express.raw({ type: '*/*' })]],
  ])('works %s', async (_, before) => {
    const { handler } = createWorld();
    const app = express();
    for (const middleware of before) app.use(middleware);
    app.use('/api/airbyte', toNodeListener(handler));
    const base = await listening(app);
    expect(await created(`${base}/api/airbyte/connectors`)).toMatchObject(CREATED);
    expect((await fetch(`${base}/api/airbyte/connectors`, { headers: HEADERS })).status).toBe(200);
  });

  it('answers a body that a parser took and that is nested too deep to be written out again', async () => {
    const app = express();
    const rejected: unknown[] = [];
    const listener = toNodeListener(makeHandler().handler);
    app.use(express.json(), (request, response) => listener(request, response).catch((error: unknown) => rejected.push(error)));
    const base = await listening(app);
    const response = await post(`${base}/api/airbyte/connectors`, `{"values":${'['.repeat(40_000)}${']'.repeat(40_000)}}`);
    expect([response.status, rejected]).toEqual([400, []]);
  });

  it.each([
    ['under another prefix that is stripped', '/integrations', '/integrations/connectors'],
    ['where a part of the base path is stripped', '/api', '/api/airbyte/connectors'],
    ['at the root', '/', '/api/airbyte/connectors'],
  ])('works %s', async (_, mount, path) => {
    const { handler } = createWorld();
    const app = express();
    app.use(express.json());
    app.use(mount, toNodeListener(handler));
    expect(await created(`${await listening(app)}${path}`)).toMatchObject(CREATED);
  });

  it('refuses a form that was parsed, as it refuses one that was not', async () => {
    const app = express();
    app.use(express.urlencoded({ extended: false }));
    app.use('/api/airbyte', toNodeListener(makeHandler().handler));
    const response = await fetch(`${await listening(app)}/api/airbyte/connectors`, {
      method: 'POST',
      headers: { origin: APP, 'x-user': 'ada' },
      body: new URLSearchParams({ definition: 'stripe' }),
    });
    expect(response.status).toBe(415);
  });
});
