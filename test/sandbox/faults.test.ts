import { describe, expect, it } from 'vitest';
import { badGateway, brokenJson, createSandbox, cut, definitionNotEnabled, latency, rateLimit, status, unavailable } from '../../src/sandbox/index.js';
import { CLIENT, openSandbox, stripeBody } from './api.js';

const LIST = '/api/v1/integrations/connectors?workspace_name=ada';
const TOKEN = 'https://airbyte.test/v1/applications/token';
const tokenRequest = () => new Request(TOKEN, { method: 'POST', body: JSON.stringify(CLIENT) });

describe('faults', () => {
  it('happen as often as they say, for the calls they match', async () => {
    const { get, scoped, sandbox } = await openSandbox();
    await scoped('ada');
    sandbox.addFault(status(409, { match: { operationId: 'listConnectors' }, times: 2 }));
    expect([
      (await get(LIST)).status,
      (await get('/api/v1/integrations/definitions/sources')).status,
      (await get(LIST)).status,
      (await get(LIST)).status,
    ]).toEqual([409, 200, 409, 200]);
  });

  it('match by method, and by a part or a pattern of the path', async () => {
    const { get, sandbox } = await openSandbox();
    sandbox.addFault(unavailable({ match: { path: /definitions\/sources$/, method: 'get' }, times: 1 }));
    sandbox.addFault(unavailable({ match: { path: '/definitions/', method: 'POST' } }));
    expect((await get('/api/v1/integrations/definitions/sources')).status).toBe(500);
    expect((await get('/api/v1/integrations/definitions/sources')).status).toBe(200);
  });

  it('have the error shape of their host', async () => {
    const agent = await openSandbox();
    agent.sandbox.addFault(status(403));
    expect((await agent.get(LIST)).body).toMatchObject({ message: expect.any(String), errors: [] });
    const response = await createSandbox({ faults: [status(403)] }).fetch(tokenRequest());
    expect(await response.json()).toMatchObject({ status: 403, title: 'forbidden' });
  });

  it('limit the rate with and without Retry-After', async () => {
    const { get, sandbox } = await openSandbox();
    sandbox.addFault(rateLimit({ retryAfter: 3, times: 1 }));
    sandbox.addFault(rateLimit({ times: 1 }));
    const [first, second] = [await get(LIST), await get(LIST)];
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '3']);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
  });

  it('answer HTML, half a JSON text, and half an answer', async () => {
    const sandbox = createSandbox({ faults: [badGateway({ times: 1 }), brokenJson({ times: 1 }), cut({ times: 1 })] });
    const html = await sandbox.fetch(tokenRequest());
    expect([html.status, html.headers.get('content-type')]).toEqual([502, 'text/html']);
    await expect((await sandbox.fetch(tokenRequest())).json()).rejects.toThrow(SyntaxError);
    await expect((await sandbox.fetch(tokenRequest())).text()).rejects.toThrow(TypeError);
    expect((await sandbox.fetch(tokenRequest())).status).toBe(200);
  });

  it('answer late, and an abort does not wait for it', async () => {
    const sandbox = createSandbox({ faults: [latency(60_000)] });
    const controller = new AbortController();
    const call = sandbox.fetch(tokenRequest(), { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('say that a definition is not enabled', async () => {
    const { post } = await openSandbox({ faults: [definitionNotEnabled()] });
    const body = { workspace_name: 'ada', connector_type: 'hubspot', redirect_url: 'https://app.example.com/cb' };
    expect(await post('/api/v1/integrations/connectors/oauth/initiate', body)).toMatchObject({
      status: 400,
      body: { message: 'No organization-specific source template configured for this connector type.' },
    });
  });

  it('are armed again by a reset, less those that were added', async () => {
    const { get, sandbox } = await openSandbox({ faults: [status(500, { match: { operationId: 'listConnectors' }, times: 1 })] });
    sandbox.addFault(status(403));
    expect([(await get(LIST)).status, (await get(LIST)).status]).toEqual([500, 403]);
    sandbox.reset();
    expect([(await get(LIST)).status, (await get(LIST)).status]).toEqual([500, 404]);
  });
});

describe('what a test can look into', () => {
  it('records each request with its bearer, body and answer', async () => {
    const { create, sandbox } = await openSandbox();
    await create(stripeBody('ada'));
    expect(sandbox.requests.map(({ operationId, bearer, status: answered }) => [operationId, bearer, answered])).toEqual([
      ['createAgentAccessToken', 'none', 200],
      ['createScopedToken', 'application', 200],
      ['createConnector', 'application', 200],
    ]);
    expect(sandbox.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/api/v1/integrations/connectors',
      body: stripeBody('ada'),
      headers: { 'content-type': 'application/json' },
    });
  });

  it('fails loudly for a call that it does not answer', async () => {
    const told: unknown[] = [];
    const { get, sandbox, send, application } = await openSandbox({ onUnknownCall: (call) => told.push(call) });
    expect(await get('/api/v1/integrations/gadgets')).toMatchObject({
      status: 404,
      body: { message: 'GET /api/v1/integrations/gadgets is not in the contract.' },
    });
    expect((await send(application, 'PATCH', '/api/v1/integrations/connectors/1')).status).toBe(404);
    const calls = [
      { method: 'GET', path: '/api/v1/integrations/gadgets', inContract: false },
      { method: 'PATCH', path: '/api/v1/integrations/connectors/1', inContract: false },
    ];
    expect(sandbox.unknownCalls).toEqual(calls);
    expect(told).toEqual(calls);
  });

  it('forgets everything on a reset, and gives no id twice', async () => {
    const { create, sandbox } = await openSandbox();
    const id = await create(stripeBody('ada'));
    sandbox.reset();
    expect([sandbox.connectors(), sandbox.requests, sandbox.unknownCalls]).toEqual([[], [], []]);
    expect(await create(stripeBody('ada'))).not.toBe(id);
  });

  it('lets a browser call it from anywhere', async () => {
    const sandbox = createSandbox();
    const preflight = await sandbox.fetch(TOKEN, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example.com',
        'access-control-request-method': 'DELETE',
        'access-control-request-headers': 'authorization,content-type,x-organization-id',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('x-organization-id');
    expect(sandbox.requests).toEqual([]);
  });
});
