import { describe, expect, it, vi } from 'vitest';
import { createBackendClient } from '../../src/backend/index.js';
import { Sealed } from '../../src/core/index.js';
import { createBrowser } from '../server/harness.js';
import { callbackOf, createWorld, HUBSPOT, STRIPE } from '../server/world.js';

const ENDPOINT = 'https://api.host.example/api/airbyte';

/** The client in front of a real handler: its fetch is a browser that keeps cookies. */
function clientOf(generation: 'current' | 'seed' = 'current') {
  const world = createWorld({ generation });
  const browser = world.browser('ada');
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    // SAFETY: the client sends plain header objects.
    const headers = init?.headers as Record<string, string>;
    return browser.call(init?.method ?? 'GET', url.pathname.replace('/api/airbyte', '') + url.search, {
      headers,
      ...(init?.body == null ? {} : { raw: init.body }),
    });
  };
  return { ...world, client: createBackendClient({ endpoint: ENDPOINT, fetch }) };
}

/** A client whose backend answers this. */
const answering = (answer: () => Response | Promise<Response>, options: Partial<Parameters<typeof createBackendClient>[0]> = {}) => {
  const fetch = vi.fn(async (_input: unknown, _init?: RequestInit) => answer());
  // SAFETY: the client calls it with an address and options only.
  return { fetch, client: createBackendClient({ endpoint: ENDPOINT, fetch: fetch as unknown as typeof globalThis.fetch, ...options }) };
};
const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);

describe('the client before a handler', () => {
  it('does the whole job by key', async () => {
    const { client, sandbox, clock } = clientOf();
    expect((await client.listDefinitions()).map(({ slug }) => slug)).toContain('stripe');
    expect((await client.getDefinition('stripe')).methods).toMatchObject([{ key: 'bearerAuth', kind: 'key' }]);
    const connector = await client.createConnector({ ...STRIPE, name: 'Payments', values: new Sealed(STRIPE.values) });
    expect(await client.checkConnector(connector.id, { discardOnRefusal: true })).toEqual({ status: 'verified' });
    expect(await client.listConnectors({ definition: 'stripe' })).toEqual([connector]);
    expect((await client.renameConnector(connector.id, 'Acme')).name).toBe('Acme');
    expect((await client.getConnector(connector.id)).name).toBe('Acme');
    expect((await client.listOperations(connector.id)).length).toBeGreaterThan(10);
    const page = await client.execute({ connectorId: connector.id, entity: 'customers', action: 'list', params: { limit: 3 } });
    expect(page).toMatchObject({ type: 'json', records: [{}, {}, {}], requestId: expect.any(String) });
    const next = page.type === 'json' ? page.nextParams : null;
    const second = await client.execute({ connectorId: connector.id, entity: 'customers', action: 'list', params: next ?? {} });
    expect(second).not.toMatchObject({ data: page.type === 'json' ? page.data : null });
    await client.deleteConnector(connector.id);
    clock.advance(1_000);
    expect(await client.listConnectors()).toEqual([]);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('keeps a reason for end users as one line of bounded length, whoever answered', async () => {
    const error = { code: 'credentials_refused', reason: `One\u0000\r\n\u202e${'x'.repeat(20_000)}` };
    const kept = `One ${'x'.repeat(496)}`;
    const refusing = answering(json({ error }, { status: 422 }));
    await expect(refusing.client.getConnector('c1')).rejects.toMatchObject({ code: 'credentials_refused', reason: kept });
    const ended = answering(json({ status: 'failed', error }));
    expect(await ended.client.getAttempt('a1')).toMatchObject({ status: 'failed', error: { reason: kept } });
    const silent = answering(json({ error: { ...error, reason: '\u0000 \n' } }, { status: 422 }));
    await expect(silent.client.getConnector('c1')).rejects.toMatchObject({ reason: undefined });
  });

  it.each(['current', 'seed'] as const)('signs in by OAuth (%s generation)', async (generation) => {
    const { client, sandbox } = clientOf(generation);
    const { attemptId, consentUrl } = await client.startAttempt({ ...HUBSPOT, values: new Sealed({}) });
    expect(await client.getAttempt(attemptId)).toEqual({ status: 'pending' });
    const outcome = await client.completeAttempt({ attemptId, ...callbackOf(sandbox.decideConsent(consentUrl, 'approve')) });
    expect(outcome).toMatchObject({ status: 'connected', connector: { definition: { slug: 'hubspot' } } });
    expect(await client.getAttempt(attemptId)).toEqual(outcome);
  });

  it('brings files', async () => {
    const { client } = clientOf();
    const values = new Sealed({ environment: { subdomain: 'acme' }, credentials: { email: 'a@b.example', api_token: 't' } });
    const { id } = await client.createConnector({ definition: 'zendesk-support', method: 'zendeskAPIToken', values });
    const file = await client.execute({ connectorId: id, entity: 'attachments', action: 'download', params: { attachment_id: 7_000_001 } });
    expect(file).toMatchObject({ type: 'file', filename: 'attachment-7000001.csv', contentType: 'text/csv' });
    expect(file.type === 'file' && (await file.blob.text())).toContain('7000001');
  });

  it('hands on the code, the request id and what is wrong with which field', async () => {
    const { client, events } = clientOf();
    const values = new Sealed({ credentials: { api_key: 'k' } });
    await expect(client.createConnector({ ...STRIPE, values })).rejects.toMatchObject({
      name: 'ConnectError',
      code: 'invalid_input',
      fieldErrors: { 'replication_config.account_id': {} },
      requestId: expect.any(String),
    });
    await expect(client.getConnector('none')).rejects.toMatchObject({ code: 'connector_not_found', requestId: expect.any(String) });
    expect(events.at(-1)).toMatchObject({ type: 'error', error: { code: 'connector_not_found' } });
  });

  it('speaks to the handler of its user only', async () => {
    const { client, handler } = clientOf();
    const { id } = await client.createConnector({ ...STRIPE, values: new Sealed(STRIPE.values) });
    expect((await createBrowser(handler, 'ben').call('GET', `/connectors/${id}`)).status).toBe(404);
  });
});

describe('what was typed', () => {
  it('is emptied when the call settled, whatever came of it', async () => {
    for (const { client } of [answering(json({ connector: {} })), answering(() => Promise.reject(new TypeError('offline')))]) {
      const values = new Sealed({ credentials: { api_key: 'sk' } });
      await expect(client.createConnector({ ...STRIPE, values })).rejects.toMatchObject({ name: 'ConnectError' });
      expect(() => values.open()).toThrow(TypeError);
      const more = new Sealed({});
      await expect(client.startAttempt({ ...HUBSPOT, values: more })).rejects.toMatchObject({ name: 'ConnectError' });
      expect(() => more.open()).toThrow(TypeError);
    }
  });

  it('serves one request: a repeat with the same holder is refused with a ConnectError', async () => {
    const { client } = clientOf();
    const values = new Sealed(STRIPE.values);
    await client.createConnector({ ...STRIPE, values });
    await expect(client.createConnector({ ...STRIPE, values })).rejects.toMatchObject({ name: 'ConnectError', code: 'internal' });
  });
});

describe('a sign-in', () => {
  it('leaves the name of what is authorised again to the handler, which knows it and takes none so long', async () => {
    const { fetch, client } = answering(json({ error: { code: 'internal' } }, { status: 500 }));
    const name = 'a'.repeat(201);
    const start = (replaces?: string) => client.startAttempt({ ...HUBSPOT, name, replaces, values: new Sealed({}) }).catch(() => undefined);
    await start('c1');
    await start();
    const sent = fetch.mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
    expect(sent).toEqual([
      { ...HUBSPOT, replaces: 'c1' },
      { ...HUBSPOT, name },
    ]);
  });
});

describe("answers that are not the handler's", () => {
  const html = (status: number) => () => new Response('<!doctype html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });

  it.each([
    ['a login page', html(200), 'backend_unavailable'],
    ['a 404 page', html(404), 'backend_unavailable'],
    ['a gateway without a backend', html(502), 'backend_unavailable'],
    ['a gateway that waits in vain', () => new Response(null, { status: 504 }), 'backend_unavailable'],
    ["a gateway's JSON", json({ message: 'no healthy upstream' }, { status: 503 }), 'backend_unavailable'],
    ["a gateway's JSON of our shape", json({ error: { code: '502', message: 'ROUTER_ERROR' } }, { status: 502 }), 'backend_unavailable'],
    ["the handler's own failure", json({ error: { code: 'internal' } }, { status: 500, headers: { 'ack-wire': '1' } }), 'internal'],
    ["a gateway's 401", html(401), 'session_missing'],
    ["a gateway's 413", html(413), 'body_too_large'],
    ['a catch-all route with JSON', json({ message: 'hello' }), 'backend_unavailable'],
    ["somebody else's JSON error", json({ error: 'nope' }, { status: 404 }), 'backend_unavailable'],
    ['broken JSON', () => new Response('{', { headers: { 'content-type': 'application/json' } }), 'backend_unavailable'],
    ['a redirect to a login page', () => new Response(null, { status: 302, headers: { location: '/login' } }), 'backend_unavailable'],
    ["the handler's own answer in another shape", json({ hello: 1 }, { headers: { 'ack-wire': '1' } }), 'upstream_invalid'],
    ['another version', json({ connectors: [] }, { headers: { 'ack-wire': '2' } }), 'version_mismatch'],
  ])('are told apart: %s', async (_, answer, code) => {
    const { client } = answering(answer);
    await expect(client.deleteConnector('1').then(() => client.renameConnector('1', 'x'))).rejects.toMatchObject({ name: 'ConnectError', code });
  });

  it('are said to be of the backend, not of the person’s network, with how long to wait', async () => {
    const { client } = answering(() => new Response('<h1>Bad Gateway</h1>', { status: 503, headers: { 'content-type': 'text/html', 'retry-after': '12' } }));
    await expect(client.deleteConnector('1')).rejects.toMatchObject({
      code: 'backend_unavailable',
      retryable: true,
      status: 503,
      retryAfter: 12,
      message: expect.stringContaining('answered HTML with status 503'),
    });
  });

  it('say what to check', async () => {
    await expect(answering(html(200)).client.listConnectors()).rejects.toThrow(
      /GET https:\/\/api\.host\.example\/api\/airbyte\/connectors answered HTML with status 200\. Is the handler mounted there \(`basePath`, `endpoint`\)/,
    );
  });

  it('may have a code that this version does not know', async () => {
    await expect(
      answering(json({ error: { code: 'from_the_future', requestId: 'r1' } }, { status: 400 })).client.renameConnector('1', 'x'),
    ).rejects.toMatchObject({ code: 'internal', requestId: 'r1' });
  });

  it('may hold keys that this version does not know', async () => {
    const connector = { id: '1', name: 'n', definition: { id: 'd', slug: null, name: 'D' }, createdAt: null, updatedAt: null };
    expect(await answering(json({ connectors: [{ ...connector, later: 1 }], more: true })).client.listConnectors()).toEqual([connector]);
  });

  it('may tell a state of a connector that this version does not know', async () => {
    const connector = { id: '1', name: 'n', definition: { id: 'd', slug: null, name: 'D' }, createdAt: null, updatedAt: null };
    const connectors = ['recycled', 'sleeping'].map((status) => ({ ...connector, status }));
    const listed = await answering(json({ connectors })).client.listConnectors();
    expect(listed.map(({ status }) => status)).toEqual(['recycled', 'ok']);
  });

  it('tell how long to wait', async () => {
    const { client } = answering(json({ error: { code: 'rate_limited', retryAfter: 7 } }, { status: 429 }));
    await expect(client.renameConnector('1', 'x')).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 7, retryable: true });
  });
});

describe('a request', () => {
  it("names the version, carries the host's headers of the moment and the cookies of another origin", async () => {
    let asked = 0;
    const headers = async () => {
      asked += 1;
      return { authorization: `Bearer ${asked}` };
    };
    const { client, fetch } = answering(json({ connectors: [] }), { headers });
    await client.listConnectors();
    await client.listConnectors();
    expect(fetch.mock.calls.map(([, init]) => init?.headers)).toMatchObject([{ authorization: 'Bearer 1', 'ack-wire': '1' }, { authorization: 'Bearer 2' }]);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'include', redirect: 'manual' });
  });

  it('goes to a path of the page with its own cookies only', async () => {
    const { client, fetch } = answering(json({ connectors: [] }), { endpoint: '/api/airbyte/' });
    await client.listConnectors({ definition: 'a&b' });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/airbyte/connectors?definition=a%26b');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' });
  });

  it('cannot leave its path by an id', async () => {
    const { client, fetch } = answering(json({}, { status: 202 }));
    await client.deleteConnector('../../x?y');
    expect(fetch.mock.calls[0]?.[0]).toBe(`${ENDPOINT}/connectors/..%2F..%2Fx%3Fy`);
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const { client } = answering(() => new Promise<Response>(() => undefined));
    const waiting = client.listConnectors({}, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
  });

  it.each([
    [undefined, 'backend_unavailable'],
    [{}, 'backend_unavailable'],
    [{ onLine: true }, 'backend_unavailable'],
    [{ onLine: false }, 'network_unavailable'],
  ])('that reaches nobody is the network’s failure only where that is known: %o', async (navigator, code) => {
    vi.stubGlobal('navigator', navigator);
    try {
      const { client } = answering(() => Promise.reject(new TypeError('Failed to fetch')));
      await expect(client.deleteConnector('1')).rejects.toMatchObject({ code, message: `DELETE ${ENDPOINT}/connectors/1 could not be reached.` });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('fails as a ConnectError when the headers function fails', async () => {
    const { client } = answering(json({}), { headers: () => Promise.reject(new Error('no session')) });
    await expect(client.deleteConnector('1')).rejects.toMatchObject({ code: 'internal', cause: { message: 'no session' } });
  });
});
