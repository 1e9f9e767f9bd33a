import { describe, expect, it } from 'vitest';
import { connectors, createApplicationTokens, createPatternConnectApi } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { type JsonObject, readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, type Sandbox } from '../../src/sandbox/index.js';
import { type JudgedSandbox, judge } from './judgedSandbox.js';

const withoutContract = process.env.ACK_SHARED === undefined;
const hosts = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };
const callbackUrl = 'https://app.example.com/connected';

type Generation = 'current' | 'seed';

/** What `sandbox.connectApi` makes, over another `fetch`. */
function connectApiOver(fetch: Sandbox['fetch'], generation: Generation) {
  const tokens = createApplicationTokens({ clientId: SANDBOX_CLIENT_ID, clientSecret: SANDBOX_CLIENT_SECRET, hosts, generation, fetch });
  const pattern = connectors({ generation });
  const client = pattern.client({ hosts, tokens, catalog: builtInCatalog, fetch, now: Date.now });
  return createPatternConnectApi({ client, pattern, workspaceName: 'user_12345', callbackUrl });
}

/** Every call that the client knows, for one end user. */
async function everything(sandbox: Sandbox, generation: Generation, fetch = sandbox.fetch) {
  const api = connectApiOver(fetch, generation);
  const key = (api_key: string) => new Sealed<Record<string, JsonObject>>({ credentials: { api_key }, replication_config: { account_id: 'acct_x' } });
  await api.listDefinitions();
  const { id } = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'My Stripe', values: key('sk_test_x') });
  await api.getConnector(id);
  await api.checkConnector(id);
  for (const { entity, action, kind } of await api.listOperations(id)) {
    if (kind !== 'write') await api.execute({ connectorId: id, entity, action, params: { limit: 10 } }).catch(() => undefined);
  }
  await api.renameConnector(id, 'Renamed');
  const refused = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', values: key('sk_invalid') });
  await expect(api.checkConnector(refused.id, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'credentials_refused' });
  for (const decision of ['approve', 'deny'] as const) {
    const inputs = new Sealed({ environment: { subdomain: 'acme' } });
    const { attemptId, consentUrl } = await api.startAttempt({ definition: 'zendesk-support', method: 'zendeskOAuth', name: 'Desk', values: inputs });
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, decision));
    expect((await api.completeAttempt({ attemptId, state: state ?? '', params })).status).toBe(decision === 'approve' ? 'connected' : 'failed');
  }
  await api.deleteConnector(id);
}

const expectFaultless = ({ answers, requests }: JudgedSandbox) => expect({ answers, requests: requests() }).toEqual({ answers: [], requests: [] });

describe.each(['current', 'seed'] as const)('the client of the %s generation', (generation) => {
  it.skipIf(withoutContract)('sends nothing, and is answered nothing, that the API’s description does not allow (needs ACK_SHARED)', async () => {
    const sandbox = createSandbox({ deleteDelay: 0 });
    const judged = judge(sandbox);
    await everything(sandbox, generation, judged.fetch);
    expectFaultless(judged);
    expect(sandbox.unknownCalls).toEqual([]);
    expect([...judged.judged.values()].reduce((sum, count) => sum + count, 0)).toBe(sandbox.requests.length);
    const execute = generation === 'current' ? 'executeConnector' : 'executeSource';
    expect([...judged.judged.keys()]).toEqual(
      expect.arrayContaining(['createConnector 200', `${execute} 200`, `${execute} 401`, 'initiateConnectorOAuth 200']),
    );
  });

  it('makes these calls and no others', async () => {
    const sandbox = createSandbox({ deleteDelay: 0 });
    await everything(sandbox, generation);
    const tokens = generation === 'current' ? ['createAgentAccessToken', 'createScopedToken'] : ['createPublicAccessToken', 'createEmbeddedScopedToken'];
    const execute = generation === 'current' ? 'executeConnector' : 'executeSource';
    const templates = ['getSourceTemplate', 'listSourceTemplates'];
    const connectorCalls = ['createConnector', 'deleteConnector', 'initiateConnectorOAuth', 'listConnectors', 'updateConnector'];
    const shared = [...connectorCalls, ...templates, 'listSourceDefinitions'];
    expect([...new Set(sandbox.requests.map(({ operationId }) => operationId))].toSorted()).toEqual([...shared, ...tokens, execute].toSorted());
  });
});
