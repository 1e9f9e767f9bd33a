import { describe, expect, it } from 'vitest';
import { readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createContract } from './openapi.js';

const withoutContract = process.env.ACK_SHARED === undefined;

/** Every call that the client knows, for one end user. */
async function everything(generation: 'current' | 'seed') {
  const sandbox = createSandbox({ deleteDelay: 0 });
  const api = sandbox.connectApi({ userId: 'user_12345', generation, callbackUrl: 'https://app.example.com/connected' });
  await api.listDefinitions();
  const values = new Sealed({ credentials: { api_key: 'sk_test_x' }, replication_config: { account_id: 'acct_x' } });
  const { id } = await api.createConnector({ definition: 'stripe', method: 'bearerAuth', name: 'My Stripe', values });
  await api.checkConnector(id);
  await api.execute({ connectorId: id, entity: 'customers', action: 'list', params: { limit: 10 } });
  await api.renameConnector(id, 'Renamed');
  const inputs = new Sealed({ environment: { subdomain: 'acme' } });
  const { attemptId, consentUrl } = await api.startAttempt({ definition: 'zendesk-support', method: 'zendeskOAuth', name: 'Desk', values: inputs });
  const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
  await api.completeAttempt({ attemptId, state: state ?? '', params });
  await api.deleteConnector(id);
  return sandbox;
}

describe.each(['current', 'seed'] as const)('the client of the %s generation', (generation) => {
  it.skipIf(withoutContract)('sends nothing that the API’s description does not allow (needs ACK_SHARED)', async () => {
    const contract = createContract();
    const sandbox = await everything(generation);
    const problems = sandbox.requests.flatMap(({ method, path, body, headers }) => {
      const found = contract.checkRequest({ method, url: `https://sandbox.airbyte.test${path}`, body, headers });
      return found.map((problem) => `${method} ${path}: ${problem}`);
    });
    expect(problems).toEqual([]);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('makes these calls and no others', async () => {
    const sandbox = await everything(generation);
    const tokens = generation === 'current' ? ['createAgentAccessToken', 'createScopedToken'] : ['createPublicAccessToken', 'createEmbeddedScopedToken'];
    const execute = generation === 'current' ? 'executeConnector' : 'executeSource';
    const shared = ['createConnector', 'deleteConnector', 'initiateConnectorOAuth', 'listConnectors', 'listSourceDefinitions', 'updateConnector'];
    expect([...new Set(sandbox.requests.map(({ operationId }) => operationId))].toSorted()).toEqual([...shared, ...tokens, execute].toSorted());
  });
});
