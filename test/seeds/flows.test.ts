import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type AirbytePattern, connectors, instances } from '../../src/airbyte/index.js';
import { readCallbackAddress } from '../../src/core/index.js';
import type { RecordedRequest } from '../../src/sandbox/index.js';
import { createConnectHandler } from '../../src/server/index.js';
import { APP, type Browser, createBrowser } from '../server/harness.js';
import { approve, type Guide, openGuide } from './http.js';

// The guides' calls that a flow of the kit needs are sent by the kit itself, as the guides write them.

const STRIPE_ID = 'e094cb9a-26de-4645-8761-65c0c425d1de';
const guide: Guide = await openGuide();
afterAll(() => guide.close());
beforeEach(() => guide.sandbox.reset());

function host(pattern: AirbytePattern): Browser {
  const handler = createConnectHandler({
    clientId: 'sandbox-client-id',
    clientSecret: 'sandbox-client-secret',
    authorize: (request) => request.headers.get('x-user'),
    callbackUrl: `${APP}/connected?tenant=7`,
    hosts: { agent: guide.url, public: guide.url },
    pattern,
  });
  return createBrowser(handler, 'tenant_a');
}

const json = async (answer: Promise<Response>) => {
  const response = await answer;
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
};

/** What the kit sent, less its tokens and headers. */
const sent = () => guide.sandbox.requests.map(({ operationId, bearer, body, status }: RecordedRequest) => ({ operationId, bearer, body, status }));

describe('pattern A, by instances()', () => {
  const STRIPE = { definition: 'stripe', method: 'bearerAuth', name: 'my-stripe-connector', values: { credentials: { api_key: 'sk_live_x' } } };

  it('connects by key and runs with these calls, in this order', async () => {
    const browser = host(instances());
    const { connector } = await json(browser.call('POST', '/connectors', { body: STRIPE }));
    const { data } = await json(
      browser.call('POST', `/connectors/${connector.id}/execute`, { body: { entity: 'customers', action: 'list', params: { limit: 10 } } }),
    );
    expect(data).toHaveLength(10);
    expect(sent()).toEqual([
      {
        operationId: 'createPublicAccessToken',
        bearer: 'none',
        body: { client_id: 'sandbox-client-id', client_secret: 'sandbox-client-secret', 'grant-type': 'client_credentials' },
        status: 200,
      },
      { operationId: 'createEmbeddedScopedToken', bearer: 'application', body: { workspace_name: 'tenant_a' }, status: 200 },
      {
        operationId: 'createConnectorInstance',
        bearer: 'scoped',
        body: { connector_definition_id: STRIPE_ID, name: 'my-stripe-connector', auth_config: { api_key: 'sk_live_x' } },
        status: 201,
      },
      { operationId: 'getConnectorInstance', bearer: 'scoped', body: undefined, status: 200 },
      {
        operationId: 'executeConnectorInstance',
        bearer: 'application',
        body: { entity: 'customers', action: 'list', params: { limit: 10 } },
        status: 200,
      },
    ]);
  });

  it('tries the key, lists what is there, and shows nobody else anything', async () => {
    const browser = host(instances());
    const { connector } = await json(browser.call('POST', '/connectors', { body: STRIPE }));
    expect(await json(browser.call('POST', `/connectors/${connector.id}/check`, { body: {} }))).toEqual({ status: 'verified' });
    expect(await json(browser.call('GET', '/connectors'))).toMatchObject({ connectors: [{ id: connector.id, status: 'ok' }] });
    browser.user = 'tenant_b';
    expect(await json(browser.call('GET', '/connectors'))).toEqual({ connectors: [] });
    const foreign = await browser.call('POST', `/connectors/${connector.id}/execute`, { body: { entity: 'customers', action: 'list' } });
    expect([foreign.status, await foreign.json()]).toMatchObject([404, { error: { code: 'connector_not_found' } }]);
    expect(guide.sandbox.unknownCalls).toEqual([]);
  });

  it('says of a key that the service refuses that an entry was left: there is no call to remove it', async () => {
    const browser = host(instances());
    const values = { credentials: { api_key: 'sk_invalid' } };
    const { connector } = await json(browser.call('POST', '/connectors', { body: { ...STRIPE, values } }));
    const refused = await browser.call('POST', `/connectors/${connector.id}/check`, { body: { discardOnRefusal: true } });
    expect([refused.status, await refused.json()]).toMatchObject([422, { error: { code: 'refused_connector_left' } }]);
  });
});

describe('the own OAuth flow, by connectors({ generation: "seed" })', () => {
  it('connects by consent and runs with these calls, in this order', async () => {
    const browser = host(connectors({ generation: 'seed' }));
    const { consentUrl } = await json(browser.call('POST', '/attempts', { body: { definition: 'hubspot', method: 'oauth2', values: {} } }));
    const { state, params } = readCallbackAddress((await approve(consentUrl)).href);
    expect(params.secret_id).toEqual(expect.any(String));
    const { connector } = await json(browser.call('POST', '/attempts/complete', { body: { state, params } }));
    await json(browser.call('POST', `/connectors/${connector.id}/execute`, { body: { entity: 'contacts', action: 'list', params: { limit: 10 } } }));
    const of = (operationId: string) => sent().find((request) => request.operationId === operationId);
    expect(of('initiateConnectorOAuth')).toEqual({
      operationId: 'initiateConnectorOAuth',
      bearer: 'scoped',
      body: {
        external_user_id: 'tenant_a',
        connector_type: 'HubSpot',
        redirect_url: expect.stringMatching(/^https:\/\/app\.example\.com\/connected\?tenant=7&ack_state=/),
      },
      status: 200,
    });
    expect(of('createConnector')).toEqual({
      operationId: 'createConnector',
      bearer: 'scoped',
      body: { external_user_id: 'tenant_a', connector_type: 'HubSpot', server_side_oauth_secret_id: params.secret_id },
      status: 200,
    });
    expect(of('executeSource')).toEqual({
      operationId: 'executeSource',
      bearer: 'scoped',
      body: { entity: 'contacts', action: 'list', params: { limit: 10 } },
      status: 200,
    });
    const calls = ['createPublicAccessToken', 'createEmbeddedScopedToken', 'initiateConnectorOAuth', 'createConnector', 'executeSource'];
    const order = sent().map(({ operationId }) => operationId);
    expect(order.filter((operationId) => operationId !== null && calls.includes(operationId))).toEqual(calls);
  });
});
