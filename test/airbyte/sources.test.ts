import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SourcesPatternOptions, sources } from '../../src/airbyte/index.js';
import { status } from '../../src/sandbox/index.js';
import { AIRBYTE, callbackOf, callsDuring, complete, created, createWorld, HUBSPOT, STRIPE, started, ZENDESK } from '../server/world.js';
import { workspaceStore } from './workspaceStore.js';

const silence = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);
let said: ReturnType<typeof silence>;
beforeEach(() => {
  said = silence();
});
afterEach(() => said.mockRestore());

const UNKNOWN = '00000000-0000-4000-8000-00000000000b';

function openWorld(options: Partial<SourcesPatternOptions> = {}, handler: Parameters<typeof createWorld>[0] = {}) {
  const store = workspaceStore();
  const pattern = sources({ workspaces: store, ...options });
  const hosts = { agent: AIRBYTE, ...(options.url === undefined && { public: AIRBYTE }) };
  const world = createWorld({ ...handler, handler: { pattern, hosts, ...handler.handler } });
  return { store, ...world, of: (operationId: string) => world.sandbox.requests.filter((sent) => sent.operationId === operationId) };
}

const code = async (response: Response) => ({ status: response.status, code: (await response.json()).error.code });

describe('sources of the public API', () => {
  it('are made in a workspace that is made at first use and kept by the host', async () => {
    const { browser, sandbox, store } = openWorld();
    const id = await created(browser('ada'), { ...STRIPE, name: 'My Stripe' });
    const [made] = sandbox.connectors();
    expect(made).toMatchObject({ id, name: 'My Stripe', workspaceName: 'ada', credentials: { api_key: 'sk_test_good' } });
    expect([...store.held.keys()]).toEqual(['ada']);
    const body = sandbox.requests.find(({ operationId }) => operationId === 'createPublicSource')?.body;
    expect(body).toEqual({
      workspaceId: store.held.get('ada'),
      name: 'My Stripe',
      configuration: { sourceType: 'stripe', account_id: 'acct_1', api_key: 'sk_test_good' },
    });
  });

  it('hold their credentials in an object of their own where the host says so', async () => {
    const { browser, sandbox } = openWorld({ credentials: ({ slug }) => (slug === 'stripe' ? 'credentials' : 'root') });
    await created(browser('ada'));
    const body = sandbox.requests.find(({ operationId }) => operationId === 'createPublicSource')?.body;
    expect(body).toMatchObject({ configuration: { sourceType: 'stripe', account_id: 'acct_1', credentials: { api_key: 'sk_test_good' } } });
  });

  it.each([
    ['credentials', 'root'],
    ['environment', 'root'],
    ['replication_config', 'root'],
    ['replication_config', 'credentials'],
  ] as const)('are of the type that is offered, whatever %s says (credentials at the %s)', async (place, credentials) => {
    const { browser, of } = openWorld({ credentials }, { handler: { definitions: ['stripe'] } });
    const given: Partial<Record<typeof place, object>> = STRIPE.values;
    const values = { ...given, [place]: { ...given[place], sourceType: 'hubspot' } };
    await created(browser('ada'), { ...STRIPE, values });
    expect(of('createPublicSource')[0]?.body).toMatchObject({ configuration: { sourceType: 'stripe' } });
  });

  it('are listed, read, checked, run, renamed and removed by their owner', async () => {
    const { browser } = openWorld();
    const ada = browser('ada');
    const id = await created(ada);
    expect((await (await ada.call('GET', '/connectors')).json()).connectors).toMatchObject([{ id, definition: { slug: 'stripe' } }]);
    expect((await (await ada.call('GET', `/connectors/${id}`)).json()).connector).toMatchObject({ id, createdAt: '2026-01-01T00:00:00.000Z' });
    expect(await (await ada.call('POST', `/connectors/${id}/check`, { body: {} })).json()).toEqual({ status: 'verified' });
    const run = await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list', params: { limit: 2 } } });
    expect((await run.json()).data).toHaveLength(2);
    expect((await (await ada.call('PATCH', `/connectors/${id}`, { body: { name: 'Renamed' } })).json()).connector.name).toBe('Renamed');
    expect((await ada.call('DELETE', `/connectors/${id}`)).status).toBe(202);
  });

  it('are listed beyond the first hundred', async () => {
    const { browser } = openWorld();
    const ada = browser('ada');
    for (let count = 0; count < 101; count += 1) await created(ada);
    expect((await (await ada.call('GET', '/connectors')).json()).connectors).toHaveLength(101);
  });

  it('are none, without a call, for a user never seen', async () => {
    const { browser, sandbox } = openWorld();
    expect((await (await browser('ada').call('GET', '/connectors')).json()).connectors).toEqual([]);
    expect(sandbox.requests).toEqual([]);
  });

  it('are made and started with the workspace’s own token, so that Airbyte enforces the border too', async () => {
    const { browser, sandbox } = openWorld();
    const ada = browser('ada');
    await created(ada);
    await started(ada, ZENDESK);
    const bearers = Object.fromEntries(sandbox.requests.map(({ operationId, bearer }) => [operationId, bearer]));
    expect(bearers).toMatchObject({ createPublicSource: 'scoped', initiatePublicOAuth: 'scoped', createPublicScopedToken: 'application' });
  });

  it('are made with the application’s token where the deployment mints no other', async () => {
    const { browser, sandbox } = openWorld();
    sandbox.addFault(status(403, { match: { operationId: 'createPublicScopedToken' } }));
    const ada = browser('ada');
    await created(ada);
    await created(ada);
    const minted = sandbox.requests.filter(({ operationId }) => operationId === 'createPublicScopedToken').length;
    // Twice for the one repeat of a refused bearer; and never again.
    expect(minted).toBe(2);
    expect(sandbox.requests.find(({ operationId }) => operationId === 'createPublicSource')?.bearer).toBe('application');
  });

  it('are made with the application’s token where the workspace’s own is not taken', async () => {
    const { browser, sandbox, of } = openWorld();
    sandbox.addFault(status(403, { match: { operationId: 'createPublicSource' }, times: 2 }));
    const ada = browser('ada');
    await created(ada);
    await created(ada);
    // Twice for the one repeat of a refused bearer.
    expect(of('createPublicSource').map(({ bearer, status: answered }) => `${bearer} ${answered}`)).toEqual([
      'scoped 403',
      'scoped 403',
      'application 200',
      'application 200',
    ]);
    expect(sandbox.connectors('ada')).toHaveLength(2);
  });

  it.each([
    ['is not taken', 'createPublicSource', 2],
    ['is not minted', 'createPublicScopedToken', 2],
  ])('go back to the workspace’s own token ten minutes after it %s, and for another user at once; the log says so', async (_, operationId, times) => {
    const { browser, sandbox, of, clock } = openWorld();
    sandbox.addFault(status(403, { match: { operationId }, times }));
    const bearer = async (user: string) => {
      await created(browser(user));
      return of('createPublicSource').at(-1)?.bearer;
    };
    expect([await bearer('ada'), await bearer('ben'), await bearer('ada')]).toEqual(['application', 'scoped', 'application']);
    clock.advance(600_000);
    expect(await bearer('ada')).toBe('scoped');
    expect(said.mock.calls).toEqual([[expect.stringContaining('kept by this handler alone')]]);
  });

  it('keep the workspace’s own token when Airbyte refuses the application’s as well', async () => {
    const { browser, sandbox, of } = openWorld();
    sandbox.addFault(status(403, { match: { operationId: 'createPublicSource' }, times: 4 }));
    const ada = browser('ada');
    expect(await code(await ada.call('POST', '/connectors', { body: STRIPE }))).toEqual({ status: 502, code: 'upstream_refused' });
    await created(ada);
    expect(of('createPublicSource').at(-1)?.bearer).toBe('scoped');
  });

  it('say which value the configuration lacks', async () => {
    const { browser } = openWorld();
    const response = await browser('ada').call('POST', '/connectors', { body: { ...STRIPE, values: { credentials: { api_key: 'sk_x' } } } });
    expect((await response.json()).error).toMatchObject({ code: 'invalid_input', fieldErrors: { 'replication_config.account_id': { code: 'required' } } });
  });
});

describe('a foreign id', () => {
  it.each([
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/check'],
    ['POST', '/execute'],
    ['GET', '/operations'],
  ] as const)('is answered by %s %s as an unknown one, to the byte and after the same calls', async (method, rest) => {
    const { browser, sandbox } = openWorld();
    const foreign = await created(browser('eve'));
    const ada = browser('ada');
    await created(ada);
    const bodies = { PATCH: { name: 'x' }, POST: rest === '/check' ? {} : { entity: 'customers', action: 'list' } };
    const ask = async (id: string) => {
      const init = method === 'PATCH' || method === 'POST' ? { body: bodies[method] } : {};
      const answer: { text?: string } = {};
      const calls = await callsDuring(sandbox, async () => {
        const response = await ada.call(method, `/connectors/${id}${rest}`, init);
        answer.text = `${response.status} ${(await response.text()).replace(/"requestId":"[^"]+"/, '')}`;
      });
      return { text: answer.text, calls: calls.map((call) => call.replace(id, 'ID').replace(/: \d+$/, '')) };
    };
    expect(await ask(foreign)).toEqual(await ask(UNKNOWN));
    expect((await ask(foreign)).calls).toHaveLength(1);
    expect(sandbox.connectors('eve')).toHaveLength(1);
  });

  it('of another organization is an unknown one', async () => {
    const { browser, sandbox } = openWorld();
    const ada = browser('ada');
    await created(ada);
    sandbox.addFault(status(403, { match: { operationId: 'getPublicSource' } }));
    expect(await code(await ada.call('GET', `/connectors/${UNKNOWN}`))).toEqual({ status: 404, code: 'connector_not_found' });
  });

  it('costs a user without a workspace no call at all', async () => {
    const { browser, sandbox } = openWorld();
    const foreign = await created(browser('eve'));
    const calls = await callsDuring(sandbox, () => browser('ada').call('GET', `/connectors/${foreign}`));
    expect(calls).toEqual([]);
  });
});

describe('the host’s workspaces', () => {
  it('are needed at once', () => {
    // @ts-expect-error: what the types forbid.
    expect(() => sources({})).toThrowError(expect.objectContaining({ code: 'handler_misconfigured' }));
    // @ts-expect-error: half a store is none.
    expect(() => sources({ workspaces: { get: () => null } })).toThrowError(expect.objectContaining({ code: 'handler_misconfigured' }));
  });

  it('are made once when two first calls of a user come at the same time, and kept before they are used', async () => {
    const { browser, sandbox, store } = openWorld();
    const ada = browser('ada');
    await Promise.all([created(ada), created(ada), created(ada)]);
    expect(sandbox.requests.filter(({ operationId }) => operationId === 'createPublicWorkspace')).toHaveLength(1);
    expect(store.calls.filter((call) => call.startsWith('set'))).toEqual(['set ada']);
    expect(sandbox.connectors('ada')).toHaveLength(3);
    expect(new Set(sandbox.connectors().map(({ workspaceName }) => workspaceName))).toEqual(new Set(['ada']));
  });

  it('are those that the store kept, where another instance was first', async () => {
    const other = await (async () => {
      const { browser, store, sandbox } = openWorld();
      await created(browser('eve'));
      return { id: store.held.get('eve') ?? '', sandbox };
    })();
    let asked = 0;
    const kept = { get: () => (asked++ === 0 ? null : other.id), set: () => undefined };
    const { browser } = createWorld({ handler: { pattern: sources({ workspaces: kept }), fetch: other.sandbox.fetch } });
    await created(browser('ada'));
    expect(other.sandbox.connectors('eve')).toHaveLength(2);
  });

  it.each([7, '', 'ada', { id: 1 }, Symbol('id')])('are refused when the store answers %o', async (id) => {
    // SAFETY: the test hands over what an untyped host might.
    const get = () => id as unknown as string;
    const { browser, sandbox } = openWorld({ workspaces: { get, set: () => undefined } });
    const ada = browser('ada');
    expect(await code(await ada.call('POST', '/connectors', { body: STRIPE }))).toEqual({ status: 500, code: 'handler_misconfigured' });
    expect(await code(await ada.call('GET', '/connectors'))).toEqual({ status: 500, code: 'handler_misconfigured' });
    expect(sandbox.requests.filter(({ operationId }) => operationId?.includes('Source'))).toEqual([]);
  });

  it('are refused when Airbyte has them no more', async () => {
    const { browser } = openWorld({ workspaces: workspaceStore({ ada: UNKNOWN }) });
    expect(await code(await browser('ada').call('POST', '/connectors', { body: STRIPE }))).toEqual({ status: 500, code: 'handler_misconfigured' });
  });
});

describe('a sign-in by consent', () => {
  it('brings a secret id, of which a source is made', async () => {
    const { browser, sandbox } = openWorld();
    const ada = browser('ada');
    const { consentUrl } = await started(ada, ZENDESK);
    const response = await complete(ada, callbackOf(sandbox.decideConsent(consentUrl, 'approve')));
    expect((await response.json()).connector).toMatchObject({ definition: { slug: 'zendesk-support' } });
    const create = sandbox.requests.find(({ operationId }) => operationId === 'createPublicSource')?.body;
    expect(create).toMatchObject({ secretId: expect.any(String), configuration: { sourceType: 'zendesk-support', subdomain: 'acme' } });
    expect(create).not.toHaveProperty('configuration.credentials');
  });

  it('connects nothing with a secret id of somebody else’s', async () => {
    const { browser, sandbox } = openWorld();
    const [ada, eve] = [browser('ada'), browser('eve')];
    await created(ada);
    const mine = callbackOf(sandbox.decideConsent((await started(ada, ZENDESK)).consentUrl, 'approve'));
    const theirs = callbackOf(sandbox.decideConsent((await started(eve, ZENDESK)).consentUrl, 'approve'));
    const outcome = await (await complete(ada, { state: mine.state, params: theirs.params })).json();
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'secret_id_expired' } });
    expect(sandbox.connectors().map(({ definition }) => definition.slug)).toEqual(['stripe']);
  });

  it('is refused at its start, before anything is sent, where the callback is not https', async () => {
    const { browser, sandbox } = openWorld({}, { handler: { callbackUrl: 'http://localhost:3000/connected', allowedOrigins: ['https://app.example.com'] } });
    const response = await browser('ada').call('POST', '/attempts', { body: ZENDESK });
    expect(await code(response)).toEqual({ status: 500, code: 'handler_misconfigured' });
    expect(sandbox.requests.filter(({ operationId }) => operationId !== 'listSourceDefinitions')).toEqual([]);
  });

  it('is remembered to be missing where its start answers 501: of that definition, for ten minutes', async () => {
    const { browser, sandbox, clock } = openWorld();
    sandbox.addFault(status(501, { match: { operationId: 'initiatePublicOAuth' }, times: 1 }));
    const [ada, bob] = [browser('ada'), browser('bob')];
    const kinds = async (slug: string) =>
      new Set((await (await bob.call('GET', `/definitions/${slug}`)).json()).definition.methods.map(({ kind }: { kind: string }) => kind));
    const listed = async () => (await (await bob.call('GET', '/definitions')).json()).definitions.length;
    const before = [await kinds('zendesk-support'), await listed()];
    expect(await code(await ada.call('POST', '/attempts', { body: ZENDESK }))).toEqual({ status: 409, code: 'oauth_not_available' });
    expect([await kinds('zendesk-support'), await kinds('hubspot')]).toEqual([new Set(['key']), new Set(['key', 'oauth'])]);
    // It is signed in to by keys as well, so that it stays on the list.
    expect(await listed()).toBe(before[1]);
    expect((await bob.call('POST', '/attempts', { body: HUBSPOT })).status).toBe(201);
    expect((await bob.call('POST', '/attempts', { body: ZENDESK })).status).not.toBe(201);
    clock.advance(600_000);
    expect([await kinds('zendesk-support'), await listed()]).toEqual(before);
    expect((await bob.call('POST', '/attempts', { body: ZENDESK })).status).toBe(201);
  });

  it('is believed to be missing for every definition once two were refused, and no start was taken in between', async () => {
    const { browser, sandbox, clock } = openWorld();
    const ada = browser('ada');
    const initiate = (times: number) => sandbox.addFault(status(501, { match: { operationId: 'initiatePublicOAuth' }, times }));
    const start = async (what: object) => (await ada.call('POST', '/attempts', { body: what })).status;
    const kinds = async (slug: string) =>
      new Set((await (await ada.call('GET', `/definitions/${slug}`)).json()).definition.methods.map(({ kind }: { kind: string }) => kind));
    initiate(1);
    expect([await start(ZENDESK), await start(HUBSPOT)]).toEqual([409, 201]);
    clock.advance(600_000);
    initiate(1);
    expect([await start(ZENDESK), await kinds('hubspot')]).toEqual([409, new Set(['key', 'oauth'])]);
    initiate(1);
    expect([await start(HUBSPOT), await kinds('github')]).toEqual([409, new Set(['key'])]);
    clock.advance(600_000);
    expect(await kinds('github')).toEqual(new Set(['key', 'oauth']));
  });
});

describe('a self-managed Airbyte', () => {
  it('is spoken to below /api/public alone, with keys alone', async () => {
    const { browser, sandbox } = openWorld({ url: `${AIRBYTE}/` });
    const ada = browser('ada');
    const { definitions } = await (await ada.call('GET', '/definitions')).json();
    expect(definitions.length).toBeGreaterThan(10);
    const { definition } = await (await ada.call('GET', '/definitions/zendesk-support')).json();
    expect(definition.methods.every(({ kind }: { kind: string }) => kind === 'key')).toBe(true);
    const id = await created(ada);
    expect(await (await ada.call('POST', `/connectors/${id}/check`, { body: {} })).json()).toEqual({ status: 'unverified' });
    expect(await code(await ada.call('POST', `/connectors/${id}/execute`, { body: { entity: 'customers', action: 'list' } }))).toMatchObject({
      code: 'not_supported',
    });
    expect((await (await ada.call('GET', `/connectors/${id}/operations`)).json()).operations).toEqual([]);
    expect(await code(await ada.call('POST', '/attempts', { body: ZENDESK }))).toMatchObject({ code: 'oauth_not_available' });
    expect((await ada.call('DELETE', `/connectors/${id}`)).status).toBe(202);
    expect(sandbox.requests.every(({ path }) => path.startsWith('/api/public/v1/'))).toBe(true);
  });
});

describe('a specification that the host gives', () => {
  const ACME = '7b0d2a51-9a54-4b6e-a3a8-0f6f6c1c1a11';
  const spec = {
    id: ACME,
    name: 'Acme CRM',
    connectionSpecification: {
      type: 'object',
      required: ['token'],
      properties: { token: { type: 'string', airbyte_secret: true }, since: { type: 'string' } },
    },
  };

  it('is offered with its form, and made by its id', async () => {
    const { browser, sandbox } = openWorld({ specs: [spec] });
    const ada = browser('ada');
    expect((await (await ada.call('GET', '/definitions')).json()).definitions).toContainEqual(expect.objectContaining({ id: ACME, name: 'Acme CRM' }));
    const { definition } = await (await ada.call('GET', `/definitions/${ACME}`)).json();
    expect(definition.methods).toMatchObject([{ kind: 'key', schema: { properties: { replication_config: { required: ['token'] } } } }]);
    // The sandbox has no such connector; what is sent is what counts.
    await ada.call('POST', '/connectors', { body: { definition: ACME, method: definition.methods[0].key, values: { replication_config: { token: 't' } } } });
    const create = sandbox.requests.find(({ operationId }) => operationId === 'createPublicSource')?.body;
    expect(create).toMatchObject({ definitionId: ACME, configuration: { token: 't' } });
    expect(create).not.toHaveProperty('configuration.sourceType');
  });

  it('counts before the catalogue’s form', async () => {
    const { browser } = openWorld({ specs: [{ ...spec, id: 'e094cb9a-26de-4645-8761-65c0c425d1de', name: 'Stripe' }] });
    const { definition } = await (await browser('ada').call('GET', '/definitions/stripe')).json();
    expect(definition.methods[0].schema.properties).toHaveProperty('replication_config.properties.token');
  });

  describe('with a type and a consent', () => {
    const consenting = {
      ...spec,
      sourceType: 'acme-crm',
      advancedAuth: {
        auth_flow_type: 'oauth2.0',
        oauth_config_specification: {
          oauth_user_input_from_connector_config_specification: {
            type: 'object',
            properties: { since: { type: 'string', path_in_connector_config: ['since'] } },
          },
          complete_oauth_output_specification: { type: 'object', properties: { token: { type: 'string', path_in_connector_config: ['token'] } } },
        },
      },
    };
    const open = async () => {
      const world = openWorld({ specs: [consenting] });
      const ada = world.browser('ada');
      const { definition } = await (await ada.call('GET', '/definitions/acme-crm')).json();
      const method = (kind: string): string => definition.methods.find((candidate: { kind: string }) => candidate.kind === kind).key;
      return { ...world, ada, method };
    };

    it('is started with what must be known before, by the type’s name', async () => {
      const { ada, method, of } = await open();
      const body = { definition: ACME, method: method('oauth'), values: { replication_config: { since: '2024-01-01', other: 1 } } };
      // The sandbox knows no such type, and says so as Airbyte would.
      expect(await code(await ada.call('POST', '/attempts', { body }))).toEqual({ status: 409, code: 'oauth_not_available' });
      expect(of('initiatePublicOAuth')[0]?.body).toMatchObject({ sourceType: 'acme-crm', oAuthInputConfiguration: { since: '2024-01-01' } });
      expect(of('initiatePublicOAuth')[0]?.body).not.toHaveProperty('oAuthInputConfiguration.other');
    });

    it('is not found where Airbyte has no such type', async () => {
      const { ada, method } = await open();
      const body = { definition: ACME, method: method('key'), values: { replication_config: { token: 't' } } };
      expect(await code(await ada.call('POST', '/connectors', { body }))).toEqual({ status: 404, code: 'definition_not_found' });
    });
  });
});
