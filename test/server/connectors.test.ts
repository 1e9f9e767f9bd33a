import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/index.js';
import { status, unavailable } from '../../src/sandbox/index.js';
import type { ConnectedInfo, ConnectHandlerOptions } from '../../src/server/index.js';
import { type CallInit, createBrowser, errorOf } from './harness.js';
import { created, createWorld, REFUSED_STRIPE, STRIPE } from './world.js';

describe.each(['current', 'seed'] as const)('connectors of the %s generation', (generation) => {
  it('are created, listed, checked, renamed, executed and removed', async () => {
    const { browser, sandbox, clock, events } = createWorld({ generation });
    const ada = browser('ada');
    expect(await (await ada.call('GET', '/connectors')).json()).toEqual({ connectors: [] });
    const id = await created(ada, { ...STRIPE, name: 'Acme payments' });
    expect(sandbox.connectors('ada')).toMatchObject([
      { id, name: 'Acme payments', credentials: { api_key: 'sk_test_good' }, replicationConfig: { account_id: 'acct_1' } },
    ]);
    expect(await (await ada.call('POST', `/connectors/${id}/check`, { body: {} })).json()).toEqual({ status: 'verified' });
    expect((await (await ada.call('PATCH', `/connectors/${id}`, { body: { name: 'Payments' } })).json()).connector.name).toBe('Payments');
    const first = await (await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list', params: { limit: 2 } } })).json();
    expect(first).toMatchObject({ data: [{}, {}], recordsAt: '', nextParams: { limit: 2, starting_after: expect.any(String) } });
    const removal = await ada.call('DELETE', `/connectors/${id}`);
    expect([removal.status, await removal.json()]).toEqual([202, {}]);
    clock.advance(1_000);
    expect(await (await ada.call('GET', '/connectors?definition=stripe')).json()).toEqual({ connectors: [] });
    expect(events.map(({ type }) => type)).toEqual(['connector_created', 'connector_renamed', 'executed', 'connector_deleted']);
    expect(sandbox.unknownCalls).toEqual([]);
  });
});

describe('definitions', () => {
  it('are those that Airbyte offers and the catalogue knows', async () => {
    const { browser } = createWorld();
    const { definitions } = await (await browser('ada').call('GET', '/definitions')).json();
    expect(definitions).toHaveLength(builtInCatalog.list().length);
    expect((await (await browser('ada').call('GET', '/definitions/HubSpot')).json()).definition.methods).toHaveLength(2);
  });

  it('are offered as the host says, by user, in every route', async () => {
    const { browser, sandbox } = createWorld({ handler: { definitions: (user) => (user === 'ada' ? ['HubSpot'] : ['stripe']) } });
    const ada = browser('ada');
    const { definitions } = await (await ada.call('GET', '/definitions')).json();
    expect(definitions).toMatchObject([{ slug: 'hubspot' }]);
    expect(definitions).toHaveLength(1);
    const notFound = { status: 404, code: 'definition_not_found' };
    expect(await errorOf(await ada.call('GET', '/definitions/stripe'))).toEqual(notFound);
    expect(await errorOf(await ada.call('POST', '/connectors', { body: STRIPE }))).toEqual(notFound);
    expect(await errorOf(await browser('ben').call('POST', '/attempts', { body: { definition: 'hubspot', method: 'oauth2', values: {} } }))).toEqual(notFound);
    expect(sandbox.connectors()).toEqual([]);
  });
});

describe('creating', () => {
  it('refuses a method that the definition does not have, or that is no key', async () => {
    const { browser, sandbox } = createWorld();
    for (const body of [
      { ...STRIPE, method: 'oauth2' },
      { definition: 'hubspot', method: 'oauth2', values: {} },
    ]) {
      expect(await errorOf(await browser('ada').call('POST', '/connectors', { body }))).toEqual({
        status: 422,
        code: 'invalid_input',
        fieldErrors: { method: { code: 'enum' } },
      });
    }
    expect(sandbox.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('token'))).toEqual([]);
  });

  it("says which of Airbyte's fields is missing", async () => {
    const { browser } = createWorld();
    const body = { ...STRIPE, values: { credentials: STRIPE.values.credentials } };
    expect(await errorOf(await browser('ada').call('POST', '/connectors', { body }))).toMatchObject({
      code: 'invalid_input',
      fieldErrors: { 'replication_config.account_id': {} },
    });
  });

  it('tells the host before the browser', async () => {
    const told: ConnectedInfo[] = [];
    const { browser } = createWorld({ handler: { onConnected: async (info) => void told.push(info) } });
    const id = await created(browser('ada'));
    expect(told).toMatchObject([{ userId: 'ada', attemptId: null, connector: { id, definition: { slug: 'stripe' } } }]);
  });

  it('leaves nothing when the host cannot take the connector over', async () => {
    const { browser, sandbox, events } = createWorld({ handler: { onConnected: () => Promise.reject(new Error('database is down')) } });
    expect(await errorOf(await browser('ada').call('POST', '/connectors', { body: STRIPE }))).toEqual({ status: 500, code: 'internal' });
    expect(sandbox.connectors()).toEqual([]);
    expect(events).toMatchObject([
      { type: 'connector_deleted', reason: 'not_taken_over' },
      { type: 'error', error: { cause: { message: 'database is down' } } },
    ]);
  });
});

describe('a browser that leaves while its connector is created', () => {
  /** The page is closed when the sandbox has made the connector. */
  const leaving = (options: Partial<ConnectHandlerOptions> = {}) => {
    const left = new AbortController();
    const { sandbox, another } = createWorld();
    const fetch: ConnectHandlerOptions['fetch'] = async (input, init) => {
      const answer = await sandbox.fetch(input, init);
      if (init?.method === 'POST' && String(input).endsWith('/connectors')) left.abort();
      return answer;
    };
    const told: ConnectedInfo[] = [];
    const { handler, events } = another({ fetch, onConnected: (info) => void told.push(info), ...options });
    const create = async () => errorOf(await createBrowser(handler, 'ada').call('POST', '/connectors', { body: STRIPE, signal: left.signal }));
    return { create, events, sandbox, told, left };
  };

  it('leaves no connector, and the host is told of none', async () => {
    const { create, events, sandbox, told } = leaving();
    expect((await create()).code).toBe('aborted');
    expect(sandbox.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/connectors'))).toHaveLength(1);
    expect(sandbox.connectors()).toEqual([]);
    expect(told).toEqual([]);
    expect(events).toMatchObject([{ type: 'connector_deleted', reason: 'not_taken_over', userId: 'ada' }]);
  });

  it('says in the log that the connector could not be removed', async () => {
    const { create, events, sandbox } = leaving();
    sandbox.addFault(unavailable({ match: { method: 'DELETE' } }));
    expect((await create()).code).toBe('aborted');
    expect(events).toMatchObject([{ type: 'error', error: { code: 'upstream_unavailable' } }]);
  });

  it('keeps what the host has taken over', async () => {
    const world = createWorld();
    const left = new AbortController();
    const { handler } = world.another({ onConnected: () => left.abort() });
    expect((await createBrowser(handler, 'ada').call('POST', '/connectors', { body: STRIPE, signal: left.signal })).status).toBe(201);
    expect(world.sandbox.connectors('ada')).toHaveLength(1);
  });
});

describe('a key that the service refuses', () => {
  it('leaves no connector when it is to be discarded', async () => {
    const { browser, sandbox, events } = createWorld();
    const ada = browser('ada');
    const id = await created(ada, REFUSED_STRIPE);
    expect(await errorOf(await ada.call('POST', `/connectors/${id}/check`, { body: { discardOnRefusal: true } }))).toMatchObject({
      status: 422,
      code: 'credentials_refused',
    });
    expect(sandbox.connectors()).toEqual([]);
    expect(events).toContainEqual(expect.objectContaining({ type: 'connector_deleted', reason: 'credentials_refused', connectorId: id }));
  });

  it('keeps the connector otherwise', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const id = await created(ada, REFUSED_STRIPE);
    expect((await ada.call('POST', `/connectors/${id}/check`, { body: {} })).status).toBe(422);
    expect(sandbox.connectors()).toHaveLength(1);
  });

  it('says that the connector is left when it cannot be removed', async () => {
    const { browser, sandbox } = createWorld({ sandbox: { faults: [status(500, { match: { method: 'DELETE' } })] } });
    const ada = browser('ada');
    const id = await created(ada, REFUSED_STRIPE);
    expect(await errorOf(await ada.call('POST', `/connectors/${id}/check`, { body: { discardOnRefusal: true } }))).toMatchObject({
      code: 'refused_connector_left',
    });
    expect(sandbox.connectors()).toHaveLength(1);
  });

  it('discards nothing when the service merely does not answer', async () => {
    const { browser, sandbox } = createWorld();
    const ada = browser('ada');
    const id = await created(ada);
    sandbox.addFault(unavailable({ match: { path: /execute/ } }));
    expect((await ada.call('POST', `/connectors/${id}/check`, { body: { discardOnRefusal: true } })).status).toBe(502);
    expect(sandbox.connectors()).toHaveLength(1);
  });
});

describe('allow', () => {
  const allow = { stripe: ['customers.list', 'invoices.*'] };

  it('runs what it names and nothing else', async () => {
    const { browser, handler, sandbox } = createWorld({ handler: { allow } });
    const ada = browser('ada');
    const id = await created(ada);
    const run = (entity: string, action: string) => ada.call('POST', `/connectors/${id}/execute`, { body: { entity, action } });
    expect((await run('customers', 'list')).status).toBe(200);
    expect((await run('invoices', 'list')).status).toBe(200);
    const executed = () => sandbox.requests.filter(({ path }) => path.endsWith('/execute')).length;
    const before = executed();
    for (const [entity = '', action = ''] of [
      ['customers', 'create'],
      ['customers', 'nonsense'],
      ['charges', 'list'],
      ['customers.list', ''],
      ['__proto__', 'list'],
    ]) {
      expect([403, 422], `${entity}.${action}`).toContain((await run(entity, action)).status);
    }
    await expect(handler.api.execute({ userId: 'ada', connectorId: id, entity: 'customers', action: 'create' })).rejects.toMatchObject({
      code: 'operation_not_allowed',
    });
    expect(executed()).toBe(before);
  });

  it('lists only what may be run, and denies definitions that it does not name', async () => {
    const { browser } = createWorld({ handler: { allow } });
    const ada = browser('ada');
    const { operations } = await (await ada.call('GET', `/connectors/${await created(ada)}/operations`)).json();
    expect(new Set(operations.map(({ entity }: { entity: string }) => entity))).toEqual(new Set(['customers', 'invoices']));
    const hubspot = await created(ada, { definition: 'hubspot', method: 'hubspotPrivateApp', values: { credentials: { private_app_token: 'pat-1' } } });
    expect(await (await ada.call('GET', `/connectors/${hubspot}/operations`)).json()).toEqual({ operations: [] });
    expect((await ada.call('POST', `/connectors/${hubspot}/execute`, { body: { entity: 'contacts', action: 'list' } })).status).toBe(403);
  });
});

describe('a file', () => {
  it('is saved and never shown', async () => {
    const { browser } = createWorld();
    const ada = browser('ada');
    const id = await created(ada, {
      definition: 'zendesk-support',
      method: 'zendeskAPIToken',
      values: { environment: { subdomain: 'acme' }, credentials: { email: 'a@b.example', api_token: 't' } },
    });
    const response = await ada.call('POST', `/connectors/${id}/execute`, {
      body: { entity: 'attachments', action: 'download', params: { attachment_id: 7_000_002 } },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.\- ]+"; filename\*=UTF-8''/);
    expect(response.headers.get('content-security-policy')).toBe('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-disposition')).toContain('attachment-7000002.html');
    expect(await response.text()).toContain('this ran');
  });
});

describe("the server's own functions", () => {
  it('list and execute for the user that the host names', async () => {
    const { browser, handler } = createWorld();
    const id = await created(browser('ada'));
    expect(await handler.api.listConnectors({ userId: 'ada' })).toMatchObject([{ id }]);
    expect(await handler.api.listConnectors({ userId: 'nobody' })).toEqual([]);
    expect(await handler.api.execute({ userId: 'ada', connectorId: id, entity: 'customers', action: 'list', params: { limit: 1 } })).toMatchObject({
      type: 'json',
      records: [{}],
    });
    await expect(handler.api.execute({ userId: 'ben', connectorId: id, entity: 'customers', action: 'list' })).rejects.toMatchObject({
      code: 'connector_not_found',
    });
    await expect(handler.api.listConnectors({ userId: ' ' })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('POST /token', () => {
  it('is no route unless it is switched on', async () => {
    const { browser, sandbox } = createWorld();
    expect(await errorOf(await browser('ada').call('POST', '/token'))).toEqual({ status: 404, code: 'route_not_found' });
    expect(sandbox.requests).toEqual([]);
  });

  it('is given for no body, whatever type it names', async () => {
    const { browser } = createWorld({ handler: { tokenEndpoint: true } });
    const ask = async (init: CallInit) => (await browser('ada').call('POST', '/token', init)).status;
    const headers = { 'content-type': 'application/json' };
    expect(await ask({})).toBe(200);
    expect(await ask({ headers })).toBe(200);
    expect(await ask({ headers: { ...headers, 'content-length': '0' } })).toBe(200);
    expect(await ask({ headers, raw: '' })).toBe(200);
    expect(await ask({ headers, raw: '{' })).toBe(400);
  });

  it("gives a token of the user's own workspace with its end", async () => {
    const { browser, clock } = createWorld({ handler: { tokenEndpoint: true } });
    const body = await (await browser('ada').call('POST', '/token')).json();
    expect(body).toEqual({
      token: expect.any(String),
      tokenId: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: new Date(clock.now() + 1_200_000).toISOString(),
      workspaceName: 'ada',
      callbackUrl: 'https://app.example.com/connected',
      apiUrl: 'https://airbyte.sandbox.test',
    });
  });

  it.each([{ definitions: ['stripe'] }, { allow: { stripe: ['customers.list'] } }])(
    'is refused with %j, which Airbyte does not enforce, unless the host accepts that',
    async (limits) => {
      const refusing = createWorld({ handler: { tokenEndpoint: true, ...limits } });
      expect(await errorOf(await refusing.browser('ada').call('POST', '/token'))).toEqual({ status: 403, code: 'token_mode_unenforced' });
      expect(refusing.sandbox.requests).toEqual([]);
      const accepting = createWorld({ handler: { tokenEndpoint: { unenforced: true }, ...limits } });
      expect((await accepting.browser('ada').call('POST', '/token')).status).toBe(200);
    },
  );
});
