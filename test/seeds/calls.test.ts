import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/core/index.js';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import { approve, type Guide, openGuide, text } from './http.js';

// The guides' calls, in their order, as they go over the wire. Each test is one call and hands on what the next one needs.

const CLIENT = { client_id: SANDBOX_CLIENT_ID, client_secret: SANDBOX_CLIENT_SECRET };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const STRIPE = 'e094cb9a-26de-4645-8761-65c0c425d1de';
const HUBSPOT = '36c891d9-4bd9-43ac-bad2-10e12756272c';
const CALLBACK = 'https://app.example.com/connected?tenant=7';

let guide: Guide;
let app = '';
beforeAll(async () => {
  guide = await openGuide();
});
afterAll(() => guide.close());

describe('access tokens', () => {
  const answer = { access_token: expect.any(String), token_type: 'Bearer', expires_in: 900 };

  it('POST /v1/applications/token', async () => {
    const { status, body } = await guide.call('POST', '/v1/applications/token', { body: { ...CLIENT, 'grant-type': 'client_credentials' } });
    expect([status, body]).toEqual([200, answer]);
    app = text(body, 'access_token');
  });

  it('POST /v1/applications/token, without a grant type', async () => {
    expect(await guide.call('POST', '/v1/applications/token', { body: CLIENT })).toEqual({ status: 200, body: answer });
  });

  it('POST <url>/api/public/v1/applications/token', async () => {
    const body = { ...CLIENT, 'grant-type': 'client_credentials' };
    expect(await guide.call('POST', '/api/public/v1/applications/token', { body })).toEqual({ status: 200, body: answer });
  });

  it('are refused for a wrong secret', async () => {
    expect(await guide.call('POST', '/v1/applications/token', { body: { ...CLIENT, client_secret: 'wrong' } })).toMatchObject({ status: 401 });
  });
});

describe('pattern A: scoped token, for keys', () => {
  let scoped = '';
  let id = '';

  it('POST /api/v1/embedded/scoped-token', async () => {
    const { status, body } = await guide.call('POST', '/api/v1/embedded/scoped-token', { bearer: app, body: { workspace_name: 'tenant_a' } });
    expect(status).toBe(200);
    scoped = text(body, 'access_token');
  });

  it('POST /api/v1/connectors/instances', async () => {
    const body = { connector_definition_id: STRIPE, name: 'my-stripe-connector', auth_config: { api_key: 'sk_live_x' } };
    const made = await guide.call('POST', '/api/v1/connectors/instances', { bearer: scoped, body });
    expect(made).toMatchObject({ status: 201, body: { id: expect.stringMatching(UUID), name: 'my-stripe-connector' } });
    id = text(made.body, 'id');
    expect(await guide.call('POST', '/api/v1/connectors/instances', { bearer: app, body })).toMatchObject({ status: 403 });
  });

  it('POST /api/v1/connectors/instances/{id}/execute', async () => {
    const path = `/api/v1/connectors/instances/${id}/execute`;
    const body = { entity: 'customers', action: 'list', params: { limit: 10 } };
    const answer = await guide.call('POST', path, { bearer: app, body });
    expect(answer).toMatchObject({ status: 200, body: { result: expect.any(Array) } });
    expect(answer.body.result).toHaveLength(10);
    expect(await guide.call('POST', path, { bearer: scoped, body })).toMatchObject({ status: 403 });
  });

  it.each([
    ['Stripe', STRIPE, { api_key: 'x' }],
    ['Gong', '32382e40-3b49-4b99-9c5c-4076501914e7', { access_key: 'x', access_key_secret: 'y' }],
    ['GitHub', 'ef69ef6e-aa7f-4af1-a01d-ef775033524e', { token: 'x' }],
    ['Slack', 'c2281cee-86f9-4a86-bb48-d23286b4c7bd', { token: 'x' }],
    ['Jira', '68e63de2-bb83-4c7e-93fa-a8a9051e3993', { api_token: 'x', email: 'ada@example.com', domain: 'acme' }],
    ['HubSpot', HUBSPOT, { access_token: 'x' }],
  ])("POST /api/v1/connectors/instances, with %s's auth_config", async (name, definitionId, auth_config) => {
    const body = { connector_definition_id: definitionId, name, auth_config };
    expect(await guide.call('POST', '/api/v1/connectors/instances', { bearer: scoped, body })).toMatchObject({ status: 201, body: { name } });
  });
});

describe('pattern B: workspace, for OAuth', () => {
  let workspaceId = '';
  let secretId = '';
  let sourceId = '';

  it('POST /v1/workspaces', async () => {
    const { status, body } = await guide.call('POST', '/v1/workspaces', { bearer: app, body: { name: 'customer_1' } });
    expect([status, body]).toMatchObject([200, { workspaceId: expect.stringMatching(UUID), name: 'customer_1' }]);
    workspaceId = text(body, 'workspaceId');
  });

  it('POST /v1/sources/initiateOAuth', async () => {
    const body = { workspaceId, sourceType: 'intercom', redirectUrl: CALLBACK };
    const started = await guide.call('POST', '/v1/sources/initiateOAuth', { bearer: app, body });
    expect(started.status).toBe(200);
    const back = await approve(text(started.body, 'consentUrl'));
    expect(back.href.startsWith(`${CALLBACK}&secret_id=`)).toBe(true);
    secretId = back.searchParams.get('secret_id') ?? '';
  });

  it('POST /v1/sources', async () => {
    const configuration = { sourceType: 'intercom', start_date: '2026-01-01T00:00:00Z' };
    const made = await guide.call('POST', '/v1/sources', { bearer: app, body: { workspaceId, name: 'Intercom', secretId, configuration } });
    expect(made).toMatchObject({ status: 200, body: { sourceId: expect.stringMatching(UUID) } });
    sourceId = text(made.body, 'sourceId');
  });

  it('POST /api/v1/connectors/sources/{sourceId}/execute', async () => {
    const body = { entity: 'contacts', action: 'list', params: { per_page: 50 } };
    const answer = await guide.call('POST', `/api/v1/connectors/sources/${sourceId}/execute`, { bearer: app, body });
    expect(answer).toMatchObject({ status: 200, body: { result: expect.anything() } });
  });

  it('PUT /v1/workspaces/{workspaceId}/oauthCredentials', async () => {
    const body = { actorType: 'source', name: 'intercom', configuration: { client_id: 'own', client_secret: 'own' } };
    expect(await guide.call('PUT', `/v1/workspaces/${workspaceId}/oauthCredentials`, { bearer: app, body })).toMatchObject({ status: 200 });
  });

  it('POST /v1/sources after an override', async () => {
    const configuration = { sourceType: 'intercom', start_date: '2026-01-01T00:00:00Z', access_token: 'own', client_id: 'own', client_secret: 'own' };
    const made = await guide.call('POST', '/v1/sources', { bearer: app, body: { workspaceId, name: 'Intercom 2', configuration } });
    expect(made).toMatchObject({ status: 200, body: { sourceId: expect.stringMatching(UUID) } });
  });

  it('POST /v1/sources/initiateOAuth does not work while there is an override', async () => {
    const { status } = await guide.call('POST', '/v1/sources/initiateOAuth', {
      bearer: app,
      body: { workspaceId, sourceType: 'intercom', redirectUrl: CALLBACK },
    });
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe('own OAuth flow', () => {
  const user = { external_user_id: 'user_1', connector_type: 'hubspot' };
  let scoped = '';
  let secretId = '';
  let id = '';

  it.each(['hubspot', 'HubSpot', 'HUBSPOT'])('PUT /api/v1/oauth/credentials, for "%s"', async (connector_type) => {
    const body = { connector_type, configuration: { client_id: 'own', client_secret: 'own' } };
    expect(await guide.call('PUT', '/api/v1/oauth/credentials', { bearer: app, body })).toEqual({
      status: 200,
      body: {
        id: expect.stringMatching(UUID),
        scope_type: 'organization',
        scope_id: expect.stringMatching(UUID),
        connector_type: 'source',
        connector_definition_id: HUBSPOT,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    });
  });

  it('GET /api/v1/oauth/credentials/spec', async () => {
    const { status, body } = await guide.call('GET', '/api/v1/oauth/credentials/spec?connector_type=hubspot', { bearer: app });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toMatch(/client_id.*client_secret/);
  });

  it('POST /api/v1/integrations/connectors/oauth/initiate', async () => {
    const minted = await guide.call('POST', '/api/v1/embedded/scoped-token', { bearer: app, body: { workspace_name: 'user_1' } });
    scoped = text(minted.body, 'access_token');
    for (const bearer of [app, scoped]) {
      const body = { ...user, redirect_url: CALLBACK, oauth_input_configuration: {} };
      const started = await guide.call('POST', '/api/v1/integrations/connectors/oauth/initiate', { bearer, body });
      expect(started.status).toBe(200);
      const back = await approve(text(started.body, 'consent_url'));
      expect(back.href.startsWith(`${CALLBACK}&secret_id=`)).toBe(true);
      secretId = back.searchParams.get('secret_id') ?? '';
    }
  });

  it('POST /api/v1/integrations/connectors', async () => {
    const body = { ...user, name: 'My HubSpot Connection', server_side_oauth_secret_id: secretId };
    const made = await guide.call('POST', '/api/v1/integrations/connectors', { bearer: scoped, body });
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: expect.stringMatching(UUID),
        name: 'My HubSpot Connection',
        source_template: { id: expect.stringMatching(UUID), name: 'HubSpot', connector_type: 'hubspot' },
        replication_config: expect.any(Object),
        created_at: expect.any(String),
        updated_at: expect.any(String),
      },
    });
    id = text(made.body, 'id');
  });

  it('POST /api/v1/connectors/sources/{id}/execute', async () => {
    const body = { entity: 'contacts', action: 'list', params: { limit: 10 } };
    const { status, body: answer } = await guide.call('POST', `/api/v1/connectors/sources/${id}/execute`, { bearer: scoped, body });
    expect([status, answer]).toMatchObject([200, { result: expect.any(Array), connector_metadata: { pagination: { cursor: expect.any(String) } } }]);
  });
});

describe('widget token, own widget', () => {
  let inner = '';
  let workspaceId = '';
  let organizationId = '';

  /** A part of a JWT. */
  const claimsOf = (token: string): unknown => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

  /** What the connector's specification requires, less what the template presets. */
  const requiredOf = ({ user_config_spec: spec }: JsonObject): string[] => {
    const schema = isJsonObject(spec) ? spec.connectionSpecification : null;
    return isJsonObject(schema) && Array.isArray(schema.required) ? schema.required.filter((name) => typeof name === 'string') : [];
  };

  it('POST /v1/embedded/widget_token', async () => {
    const { body: organizations } = await guide.call('GET', '/v1/embedded/organizations', { bearer: app });
    organizationId = /"organization_?[iI]d":"([^"]+)"/.exec(JSON.stringify(organizations))?.[1] ?? '';
    const body = { externalUserId: 'user_2', organizationId, allowedOrigin: 'https://app.example.com' };
    const minted = await guide.call('POST', '/v1/embedded/widget_token', { bearer: app, body });
    expect(minted.status).toBe(200);
    const decoded: unknown = JSON.parse(Buffer.from(text(minted.body, 'token'), 'base64').toString());
    expect(decoded).toEqual({ token: expect.any(String), widgetUrl: expect.stringMatching(/^https?:/) });
    inner = isJsonObject(decoded) ? text(decoded, 'token') : '';
  });

  it('carries the claims that the guide shows', () => {
    const claims = claimsOf(inner);
    expect(claims).toMatchObject({
      aud: 'airbyte-server',
      sub: expect.any(String),
      'io.airbyte.auth.workspace_scope': { workspaceId: expect.stringMatching(UUID) },
      act: { sub: 'user_2' },
      roles: ['EMBEDDED_END_USER'],
      typ: 'io.airbyte.auth.embedded_v1',
      exp: expect.any(Number),
    });
    const scope = isJsonObject(claims) ? claims['io.airbyte.auth.workspace_scope'] : null;
    workspaceId = isJsonObject(scope) ? text(scope, 'workspaceId') : '';
  });

  it('POST /api/v1/embedded/partial_user_configs/', async () => {
    const templates = await guide.call('GET', '/api/v1/embedded/source-templates', { bearer: inner });
    const list = Array.isArray(templates.body.data) ? templates.body.data.filter(isJsonObject) : [];
    const stripe = list.find(({ actor_definition_id }) => actor_definition_id === STRIPE) ?? {};
    const templateId = text(stripe, 'id');
    const { body: template } = await guide.call('GET', `/api/v1/embedded/source-templates/${templateId}`, { bearer: inner });
    const required = requiredOf(template);
    expect(required.length).toBeGreaterThan(0);
    const body = {
      workspace_id: workspaceId,
      source_config_template_id: templateId,
      connection_configuration: Object.fromEntries(required.map((name) => [name, 'typed'])),
    };
    const lacking = { ...body, connection_configuration: {} };
    expect(await guide.call('POST', '/api/v1/embedded/partial_user_configs/', { bearer: inner, body: lacking })).toMatchObject({ status: 422 });
    const made = await guide.call('POST', '/api/v1/embedded/partial_user_configs/', { bearer: inner, body });
    expect(made).toMatchObject({ status: 200, body: { id: expect.stringMatching(UUID) } });
  });
});

describe('troubles that the guides list', () => {
  const scopedFor = async (workspace_name: string) =>
    text((await guide.call('POST', '/api/v1/embedded/scoped-token', { bearer: app, body: { workspace_name } })).body, 'access_token');
  const instance = { connector_definition_id: STRIPE, name: 'x', auth_config: { api_key: 'x' } };

  it('refuse a token of the wrong kind, or none', async () => {
    expect(await guide.call('POST', '/v1/workspaces', { bearer: await scopedFor('t'), body: { name: 'x' } })).toMatchObject({ status: 403 });
    expect(await guide.call('POST', '/api/v1/connectors/instances', { body: instance })).toMatchObject({ status: 401 });
    expect(await guide.call('POST', '/api/v1/connectors/instances', { bearer: 'nonsense', body: instance })).toMatchObject({
      status: 401,
      body: { message: expect.stringContaining('Invalid token') },
    });
  });

  it('know no connector of another user', async () => {
    const made = await guide.call('POST', '/api/v1/connectors/instances', { bearer: await scopedFor('one'), body: instance });
    const path = `/api/v1/connectors/instances/${text(made.body, 'id')}`;
    expect(await guide.call('GET', path, { bearer: await scopedFor('one') })).toMatchObject({ status: 200 });
    expect(await guide.call('GET', path, { bearer: await scopedFor('other') })).toMatchObject({ status: 404 });
  });

  it('refuse a secret id that was altered or used', async () => {
    const body = { external_user_id: 'user_1', connector_type: 'hubspot', server_side_oauth_secret_id: 'altered' };
    const { status } = await guide.call('POST', '/api/v1/integrations/connectors', { bearer: app, body });
    expect([400, 422]).toContain(status);
  });
});

it('leaves no call of the guides unanswered', () => {
  expect(guide.sandbox.unknownCalls).toEqual([]);
});
