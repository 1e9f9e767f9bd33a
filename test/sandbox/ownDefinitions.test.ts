import { describe, expect, it } from 'vitest';
import { connectors, createApplicationTokens, createPatternConnectApi } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { type JsonObject, readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../../src/sandbox/index.js';
import { harbour } from '../../stories/fixtures/harbour.js';
import { judge } from '../contract/judgedSandbox.js';

const byToken = (credentials: JsonObject) => ({
  definition: harbour.id,
  method: 'token',
  values: new Sealed({ replication_config: { port: 'north', credentials } }),
});

describe.each(['current', 'seed'] as const)('a definition that no catalogue knows, %s generation', (generation) => {
  const setUp = () => {
    const sandbox = createSandbox({ definitions: [harbour] });
    return { sandbox, api: sandbox.connectApi({ userId: 'ada', generation, callbackUrl: 'https://app.example.com/connected' }) };
  };

  it('is listed, and has its ways to sign in', async () => {
    const { api } = setUp();
    expect(await api.listDefinitions()).toContainEqual({ id: harbour.id, slug: null, name: 'Harbour Desk', category: null, iconUrl: null });
    const { methods } = await api.getDefinition(harbour.id);
    expect(methods.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
      'oauth: Sign in with Harbour Desk',
      'key: Service account',
      'key: Personal access token',
    ]);
  });

  it('is connected by key, all of it in replication_config, and tried by Airbyte', async () => {
    const { api, sandbox } = setUp();
    const { id } = await api.createConnector(byToken({ auth_type: 'token', token: 'tok_1' }));
    expect(await api.checkConnector(id)).toEqual({ status: 'verified' });
    expect(sandbox.connectors('ada')).toMatchObject([{ credentials: {}, replicationConfig: { port: 'north', credentials: { token: 'tok_1' } } }]);
    expect(await api.listConnectors()).toMatchObject([{ definition: { id: harbour.id, slug: null, name: 'Harbour Desk' } }]);
  });

  it('names the field that is missing', async () => {
    const { api } = setUp();
    const error = { code: 'invalid_input', fieldErrors: { 'replication_config.credentials.token': { code: expect.any(String) } } };
    await expect(api.createConnector(byToken({ auth_type: 'token' }))).rejects.toMatchObject(error);
  });

  it('is connected by consent', async () => {
    const { api, sandbox } = setUp();
    const values = new Sealed({ replication_config: { port: 'north', credentials: { auth_type: 'oauth2.0' } } });
    const { attemptId, consentUrl } = await api.startAttempt({ definition: harbour.id, method: 'oauth2.0', values });
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
    const outcome = await api.completeAttempt({ attemptId, state: state ?? '', params });
    expect(outcome).toMatchObject({ status: 'connected', connector: { definition: { id: harbour.id } } });
    expect(sandbox.connectors('ada')).toMatchObject([{ replicationConfig: { port: 'north', credentials: { auth_type: 'oauth2.0' } } }]);
  });

  it.skipIf(process.env.ACK_SHARED === undefined)('keeps to the contract (needs ACK_SHARED)', async () => {
    const { sandbox } = setUp();
    const judged = judge(sandbox);
    const hosts = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };
    const tokens = createApplicationTokens({ clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET, hosts, generation, fetch: judged.fetch });
    const pattern = connectors({ generation });
    const client = pattern.client({ hosts, tokens, catalog: builtInCatalog, fetch: judged.fetch, now: Date.now });
    const api = createPatternConnectApi({ client, pattern, workspaceName: 'ada', callbackUrl: 'https://app.example.com/connected' });
    await api.listDefinitions();
    await api.createConnector(byToken({ auth_type: 'token', token: 'tok_1' }));
    expect(judged.judged.get('getSourceDefinition 200')).toBe(1);
    expect([...judged.answers, ...judged.requests()]).toEqual([]);
  });
});
