import { describe, expect, it } from 'vitest';
import { createApplicationTokens } from '../../src/airbyte/index.js';
import { connectorsClient, created, definition, IDS, listed, PATH, page } from '../airbyte/patternSetup.js';
import { HOSTS, scriptedAirbyte } from '../airbyte/scriptedAirbyte.js';

// The bodies below are written by hand, from the guides' calls and from the API's description. What the client sends is compared with
// them to the last key: a key too many is a failure too.

const USER = 'user_12345';
const EXECUTE_CURRENT = `POST ${PATH}/${IDS.mine}/execute`;
const EXECUTE_SEED = `POST /api/v1/connectors/sources/${IDS.mine}/execute`;
const CREATE = `POST ${PATH}`;
const INITIATE = `POST ${PATH}/oauth/initiate`;

async function tokenBodies(generation: 'current' | 'seed') {
  const { fetch, requests } = scriptedAirbyte();
  const tokens = createApplicationTokens({ clientId: '<id>', clientSecret: '<secret>', hosts: HOSTS, generation, fetch });
  await tokens.scoped(USER);
  return requests.map(({ path, body }) => ({ path, body }));
}

describe('the current generation sends', () => {
  it('1 and 2: tokens', async () => {
    expect(await tokenBodies('current')).toEqual([
      { path: '/api/v1/account/applications/token', body: { client_id: '<id>', client_secret: '<secret>' } },
      { path: '/api/v1/account/applications/scoped-token', body: { workspace_name: 'user_12345' } },
    ]);
  });

  it('3: a key with a setting', async () => {
    const { client, sent } = connectorsClient('current', { [CREATE]: { body: created() } });
    const values = { credentials: { api_key: 'sk_test_x' }, environment: {}, replication_config: { account_id: 'acct_x' } };
    await client.createConnector(USER, { definition: definition('stripe'), name: 'My Stripe', values });
    expect(sent(CREATE)[0]!.body).toEqual({
      workspace_name: 'user_12345',
      definition_id: 'e094cb9a-26de-4645-8761-65c0c425d1de',
      name: 'My Stripe',
      credentials: { api_key: 'sk_test_x' },
      replication_config: { account_id: 'acct_x' },
    });
  });

  it('4: a key with an environment, without a name', async () => {
    const { client, sent } = connectorsClient('current', { [CREATE]: { body: created() } });
    const values = { environment: { subdomain: 'acme' }, credentials: { email: 'agent@example.com', api_token: 'zd_x' } };
    await client.createConnector(USER, { definition: definition('zendesk-support'), values });
    expect(sent(CREATE)[0]!.body).toEqual({
      workspace_name: 'user_12345',
      definition_id: '79c1aa37-dae3-42ae-b333-d1c105477715',
      environment: { subdomain: 'acme' },
      credentials: { email: 'agent@example.com', api_token: 'zd_x' },
    });
  });

  it('5 and 6: the start of a consent, with and without inputs', async () => {
    const { client, sent } = connectorsClient('current', { [INITIATE]: { body: { consent_url: 'https://consent.example/a' } } });
    await client.initiateOAuth(USER, { definition: definition('hubspot'), values: {}, redirectUrl: 'https://app.example.com/cb' });
    await client.initiateOAuth(USER, {
      definition: definition('zendesk-support'),
      name: 'Support desk',
      values: { environment: { subdomain: 'acme' }, credentials: { api_token: 'never sent here' }, replication_config: { start_date: '2024-01-01T00:00:00Z' } },
      redirectUrl: 'https://app.example.com/cb?ack_state=a.b',
    });
    expect(sent(INITIATE).map(({ body }) => body)).toEqual([
      { workspace_name: 'user_12345', definition_id: '36c891d9-4bd9-43ac-bad2-10e12756272c', redirect_url: 'https://app.example.com/cb' },
      {
        workspace_name: 'user_12345',
        definition_id: '79c1aa37-dae3-42ae-b333-d1c105477715',
        redirect_url: 'https://app.example.com/cb?ack_state=a.b',
        name: 'Support desk',
        environment: { subdomain: 'acme' },
        replication_config: { start_date: '2024-01-01T00:00:00Z' },
      },
    ]);
  });

  it('7: an execute, always with params', async () => {
    const { client, sent } = connectorsClient('current', { [EXECUTE_CURRENT]: { body: page() } });
    await client.execute(USER, { connectorId: IDS.mine, entity: 'customers', action: 'list', params: { limit: 10 } });
    await client.execute(USER, { connectorId: IDS.mine, entity: 'customers', action: 'list' });
    expect(sent(EXECUTE_CURRENT).map(({ body }) => body)).toEqual([
      { entity: 'customers', action: 'list', params: { limit: 10 } },
      { entity: 'customers', action: 'list', params: {} },
    ]);
  });

  it('8: a rename', async () => {
    const { client, sent } = connectorsClient('current', { [`PUT ${PATH}/${IDS.mine}`]: { body: created({ name: 'Renamed' }) } });
    expect(await client.renameConnector(USER, IDS.mine, 'Renamed')).toMatchObject({ name: 'Renamed', definition: { slug: 'stripe' } });
    expect(sent(`PUT ${PATH}/${IDS.mine}`)[0]!.body).toEqual({ name: 'Renamed' });
  });
});

describe('the seed generation sends', () => {
  it('9 and 10: tokens', async () => {
    expect(await tokenBodies('seed')).toEqual([
      { path: '/v1/applications/token', body: { client_id: '<id>', client_secret: '<secret>', 'grant-type': 'client_credentials' } },
      { path: '/api/v1/embedded/scoped-token', body: { workspace_name: 'user_12345' } },
    ]);
  });

  it('11: the start of a consent, with and without inputs', async () => {
    const { client, sent } = connectorsClient('seed', { [INITIATE]: { body: { consent_url: 'https://consent.example/a' } } });
    await client.initiateOAuth(USER, { definition: definition('hubspot'), name: 'later', values: {}, redirectUrl: 'https://app.example.com/cb' });
    await client.initiateOAuth(USER, {
      definition: definition('zendesk-support'),
      values: { environment: { subdomain: 'acme' } },
      redirectUrl: 'https://app.example.com/cb',
    });
    expect(sent(INITIATE).map(({ body }) => body)).toEqual([
      { external_user_id: 'user_12345', connector_type: 'HubSpot', redirect_url: 'https://app.example.com/cb' },
      {
        external_user_id: 'user_12345',
        connector_type: 'Zendesk Support',
        redirect_url: 'https://app.example.com/cb',
        oauth_input_configuration: { subdomain: 'acme' },
      },
    ]);
  });

  it('12: a connector from a secret id, without credentials', async () => {
    const { client, sent } = connectorsClient('seed', { [CREATE]: { body: created() } });
    await client.createConnector(USER, {
      definition: definition('hubspot'),
      name: 'My HubSpot Connection',
      values: { credentials: { access_token: 'never sent' } },
      secretId: 'abc123def456',
    });
    expect(sent(CREATE)[0]!.body).toEqual({
      external_user_id: 'user_12345',
      connector_type: 'HubSpot',
      name: 'My HubSpot Connection',
      server_side_oauth_secret_id: 'abc123def456',
    });
  });

  it('13 and 14: a key, and an execute on the sources path', async () => {
    const { client, sent } = connectorsClient('seed', { [CREATE]: { body: created() }, [EXECUTE_SEED]: { body: page({ connector_metadata: null }) } });
    const values = { credentials: { api_key: 'sk_test_x' }, replication_config: { account_id: 'acct_x' } };
    await client.createConnector(USER, { definition: definition('stripe'), values });
    await client.execute(USER, { connectorId: IDS.mine, entity: 'customers', action: 'list', params: { limit: 10 } });
    expect(sent(CREATE)[0]!.body).toEqual({
      external_user_id: 'user_12345',
      connector_type: 'Stripe',
      credentials: { api_key: 'sk_test_x' },
      replication_config: { account_id: 'acct_x' },
    });
    expect(sent(EXECUTE_SEED)[0]!.body).toEqual({ entity: 'customers', action: 'list', params: { limit: 10 } });
  });
});

describe('the bearers', () => {
  const scripts = {
    [CREATE]: { body: created() },
    [INITIATE]: { body: { consent_url: 'https://c.example' } },
    [`PUT ${PATH}/${IDS.mine}`]: { body: created() },
  };

  it.each(['current', 'seed'] as const)('are the workspace’s own for create, consent and execute, else the application’s (%s)', async (generation) => {
    const execute = generation === 'current' ? EXECUTE_CURRENT : EXECUTE_SEED;
    const { client, requests } = connectorsClient(generation, {
      ...scripts,
      [execute]: { body: page() },
      [`DELETE ${PATH}/${IDS.mine}`]: { status: 202, body: { job_id: 'j' } },
      'GET /api/v1/integrations/definitions/sources': { body: { definitions: [] } },
    });
    await client.createConnector(USER, { definition: definition('stripe'), values: { credentials: { api_key: 'k' } } });
    await client.initiateOAuth(USER, { definition: definition('hubspot'), values: {}, redirectUrl: 'https://app.example.com' });
    await client.execute(USER, { connectorId: IDS.mine, entity: 'customers', action: 'list' });
    await client.renameConnector(USER, IDS.mine, 'n');
    await client.deleteConnector(USER, IDS.mine);
    await client.listDefinitions();
    const kinds = requests
      .filter(({ path }) => !path.endsWith('token'))
      .map(({ method, path, bearer }) => `${method} ${path.replace(IDS.mine, ':id')} ${bearer?.split('-')[0]}`);
    expect(kinds).toEqual([
      'GET /api/v1/integrations/templates/sources app',
      'POST /api/v1/integrations/connectors scoped',
      'GET /api/v1/integrations/templates/sources app',
      'POST /api/v1/integrations/connectors/oauth/initiate scoped',
      'GET /api/v1/integrations/connectors app',
      `${execute.replace(IDS.mine, ':id')} scoped`,
      'GET /api/v1/integrations/connectors app',
      'PUT /api/v1/integrations/connectors/:id app',
      'GET /api/v1/integrations/connectors app',
      'DELETE /api/v1/integrations/connectors/:id app',
      'GET /api/v1/integrations/definitions/sources app',
    ]);
  });

  it.each([
    ['current', { workspace_name: USER }],
    ['seed', { external_user_id: USER }],
  ] as const)('the list names the tenant as its generation does (%s)', async (generation, query) => {
    const { client, sent } = connectorsClient(generation, { [`GET ${PATH}`]: { body: { data: [listed()] } } });
    await client.listConnectors(USER);
    expect(sent(`GET ${PATH}`)[0]!.query).toEqual(query);
  });
});
