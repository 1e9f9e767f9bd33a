import { describe, expect, it } from 'vitest';
import { createApplicationTokens, createTokenClient, instances } from '../../src/airbyte/index.js';
import { builtInCatalog, type Catalog, type CatalogEntry } from '../../src/catalog/index.js';
import { Sealed } from '../../src/core/index.js';
import { definition, IDS } from './patternSetup.js';
import { HOSTS, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const PATH = '/api/v1/connectors/instances';
const LIST = `GET ${PATH}_for_user`;
const GET = `GET ${PATH}/${IDS.mine}`;
const EXECUTE = `POST ${PATH}/${IDS.mine}/execute`;
const instance = (rest: Record<string, unknown> = {}) => ({ id: IDS.mine, definition_id: IDS.stripe, name: 'Till', user_config: null, ...rest });
const missing = { status: 404, body: { message: 'Connector not found', errors: [] } };
const customers = { connectorId: IDS.mine, entity: 'customers', action: 'list', params: { limit: 10 } };
const result = { body: { result: [{ id: 'cus_1' }] } };

function setUp(scripts: Parameters<typeof scriptedAirbyte>[0] = {}, catalog: Catalog = builtInCatalog) {
  const airbyte = scriptedAirbyte({ [GET]: { body: instance() }, [LIST]: { body: { instances: [instance()] } }, ...scripts });
  const clock = testClock();
  const shared = { hosts: HOSTS, fetch: airbyte.fetch, now: clock.now };
  const pattern = instances();
  const tokens = createApplicationTokens({ clientId: 'id', clientSecret: 'secret', generation: pattern.generation, ...shared });
  return { client: pattern.client({ ...shared, tokens, catalog }), clock, ...airbyte };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe('making an instance', () => {
  const values = { credentials: { api_key: 'sk_live_x' } };

  it('sends what the guide sends, with the scoped token of the tenant', async () => {
    const { client, sent } = setUp({ [`POST ${PATH}`]: { status: 201, body: { id: IDS.mine, name: 'my-stripe-connector' } } });
    const made = await client.createConnector('user_12345', { definition: definition('stripe'), name: 'my-stripe-connector', values });
    expect(made).toMatchObject({ id: IDS.mine, name: 'my-stripe-connector', definition: { slug: 'stripe' }, status: 'ok' });
    expect(sent('POST /v1/applications/token')[0]?.body).toMatchObject({ client_id: 'id', 'grant-type': 'client_credentials' });
    expect(sent('POST /api/v1/embedded/scoped-token')).toMatchObject([{ body: { workspace_name: 'user_12345' }, bearer: expect.stringMatching(/^app-/) }]);
    expect(sent(`POST ${PATH}`)).toMatchObject([{ bearer: expect.stringMatching(/^scoped-/) }]);
    expect(sent(`POST ${PATH}`)[0]?.body).toEqual({
      connector_definition_id: IDS.stripe,
      name: 'my-stripe-connector',
      auth_config: { api_key: 'sk_live_x' },
    });
  });

  it('takes the name of the service where nobody gave one, and an answer that holds only the id', async () => {
    const { client, sent } = setUp({ [`POST ${PATH}`]: { status: 201, body: { id: IDS.mine } } });
    expect(await client.createConnector('u', { definition: definition('stripe'), values })).toMatchObject({ name: 'Stripe' });
    expect(sent(`POST ${PATH}`)[0]?.body).toMatchObject({ name: 'Stripe' });
  });

  it('keys a refused value by its place in the form', async () => {
    const problem = { field: 'auth_config.api_key', message: 'too short', error_code: 'value_error' };
    const { client } = setUp({ [`POST ${PATH}`]: { status: 422, body: { message: 'too short', errors: [problem] } } });
    await expect(client.createConnector('u', { definition: definition('stripe'), values })).rejects.toMatchObject({
      code: 'invalid_input',
      fieldErrors: { 'credentials.api_key': { code: 'invalid_input' } },
    });
  });

  it('does not make one from a consent', async () => {
    const { client, requests } = setUp();
    const input = { definition: definition('hubspot'), values: {}, redirectUrl: 'https://app.example.com/connected' };
    expect(await codeOf(client.initiateOAuth('u', input))).toBe('oauth_not_available');
    expect(await codeOf(client.createConnector('u', { ...input, secretId: 's' }))).toBe('oauth_not_available');
    expect(requests).toEqual([]);
  });
});

describe('definitions', () => {
  it('ask for keys only: neither a consent nor replication settings', async () => {
    const { client } = setUp();
    const { methods } = await client.getDefinition('HubSpot');
    expect(methods.map(({ kind }) => kind)).toEqual(['key']);
    const stripe = await client.getDefinition('stripe');
    expect(Object.keys(stripe.methods[0]?.schema.properties ?? {})).toEqual(['credentials']);
  });

  it('leave out a service that is connected by consent only', async () => {
    const byConsent = async (slug: string): Promise<CatalogEntry | null> => {
      const entry = await builtInCatalog.load(slug);
      return entry === null || entry.slug !== 'hubspot' ? entry : { ...entry, methods: entry.methods.filter(({ kind }) => kind === 'oauth') };
    };
    const definitions = [IDS.stripe, IDS.hubspot].map((id) => ({ sourceDefinitionId: id, name: 'x' }));
    const { client } = setUp(
      { 'GET /api/v1/integrations/definitions/sources': { body: { definitions } } },
      { list: () => builtInCatalog.list(), find: (idOrSlug) => builtInCatalog.find(idOrSlug), load: byConsent },
    );
    expect((await client.listDefinitions()).map(({ slug }) => slug)).toEqual(['stripe']);
    expect(await codeOf(client.getDefinition('hubspot'))).toBe('definition_not_found');
  });
});

describe('running on an instance', () => {
  it('proves it by a get with the scoped token, and runs with the application token', async () => {
    const { client, requests } = setUp({ [EXECUTE]: result });
    await client.execute('user_12345', customers);
    const [get, execute] = requests.slice(-2);
    expect(get).toMatchObject({ method: 'GET', path: `${PATH}/${IDS.mine}`, bearer: expect.stringMatching(/^scoped-/) });
    expect(execute).toMatchObject({
      path: `${PATH}/${IDS.mine}/execute`,
      bearer: expect.stringMatching(/^app-/),
      body: { entity: 'customers', action: 'list', params: { limit: 10 } },
    });
  });

  it('asks nothing of an instance that the workspace does not hold, foreign or unknown', async () => {
    const { client, requests } = setUp({ [GET]: missing, [LIST]: { body: { instances: [instance({ id: IDS.foreign })] } } });
    const acts = [
      () => client.execute('u', customers),
      () => client.checkConnector('u', IDS.mine),
      () => client.getConnector('u', IDS.mine),
      () => client.listOperations('u', IDS.mine),
    ];
    for (const act of acts) expect(await codeOf(act())).toBe('connector_not_found');
    expect(requests.some(({ path }) => path.endsWith('/execute'))).toBe(false);
  });

  it('tells refused credentials at the check', async () => {
    const { client } = setUp({ [EXECUTE]: { status: 401, body: { message: 'no' } } });
    expect(await codeOf(client.checkConnector('u', IDS.mine))).toBe('credentials_refused');
  });

  it('neither renames nor removes: no document names such a call', async () => {
    const { client, requests } = setUp();
    expect(await codeOf(client.renameConnector('u', IDS.mine, 'x'))).toBe('not_supported');
    expect(await codeOf(client.deleteConnector('u', IDS.mine))).toBe('not_supported');
    expect(requests).toEqual([]);
  });
});

describe('a recycled instance', () => {
  it('is not "not found" where running on it finds nothing, and is marked in the list until it runs again', async () => {
    const { client } = setUp({ [EXECUTE]: [missing, result] });
    expect(await client.listConnectors('u')).toMatchObject([{ id: IDS.mine, status: 'ok' }]);
    expect(await codeOf(client.execute('u', customers))).toBe('connector_recycled');
    expect(await client.listConnectors('u')).toMatchObject([{ id: IDS.mine, status: 'recycled' }]);
    expect(await client.getConnector('u', IDS.mine)).toMatchObject({ status: 'recycled' });
    await client.execute('u', customers);
    expect(await client.listConnectors('u')).toMatchObject([{ id: IDS.mine, status: 'ok' }]);
  });

  it('is known by the list where the get does not find it', async () => {
    const { client, sent } = setUp({ [GET]: missing, [EXECUTE]: missing });
    expect(await client.getConnector('u', IDS.mine)).toMatchObject({ status: 'recycled', name: 'Till' });
    expect(await client.listConnectors('u')).toMatchObject([{ status: 'recycled', name: 'Till' }]);
    expect(await codeOf(client.checkConnector('u', IDS.mine))).toBe('connector_recycled');
    expect(sent(LIST)[0]).toMatchObject({ query: { username: 'u' }, bearer: expect.stringMatching(/^app-/) });
  });
});

describe('the list', () => {
  it('is empty for a user never seen, and filters by definition', async () => {
    const { client } = setUp({ [LIST]: [{ status: 404, body: { message: 'Workspace not found' } }, { body: { instances: [instance()] } }] });
    expect(await client.listConnectors('u')).toEqual([]);
    expect(await client.listConnectors('u', { definition: 'stripe' })).toHaveLength(1);
    expect(await client.listConnectors('u', { definition: IDS.hubspot })).toEqual([]);
  });
});

describe('token mode', () => {
  it('creates, leaves unverified what it may not run, and says that it runs nothing', async () => {
    const { fetch, now, sent } = { ...setUp({ [`POST ${PATH}`]: { status: 201, body: { id: IDS.mine } } }), now: testClock().now };
    const session = { token: 'scoped-0', expiresAt: '2026-03-01T11:00:00Z', workspaceName: 'u', callbackUrl: 'https://a.example/c', apiUrl: HOSTS.agent };
    const api = createTokenClient({
      tokenEndpoint: 'https://a.example/token',
      pattern: instances(),
      now,
      fetch: async (input, init) => (String(input) === 'https://a.example/token' ? Response.json(session) : fetch(input, init)),
    });
    const values = new Sealed({ credentials: { api_key: 'sk' } });
    const { id } = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', values });
    expect(sent(`POST ${PATH}`)).toMatchObject([{ bearer: 'scoped-0' }]);
    expect(await api.checkConnector(id)).toEqual({ status: 'unverified' });
    expect(await codeOf(api.execute({ ...customers, connectorId: id }))).toBe('not_available_in_token_mode');
    expect(await codeOf(api.listConnectors())).toBe('not_available_in_token_mode');
  });
});
