import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/index.js';
import { type ConnectApi, readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox, rateLimit } from '../../src/sandbox/index.js';

const STRIPE_VALUES = { credentials: { api_key: 'sk_test_1' }, replication_config: { account_id: 'acct_1' } };
const stripe = (values = STRIPE_VALUES) => ({ definition: 'stripe', method: 'bearerAuth', values: new Sealed(values) });

describe.each(['current', 'seed'] as const)('connectApi, %s generation', (generation) => {
  const setup = () => {
    const sandbox = createSandbox({ deleteDelay: 0 });
    return { sandbox, api: sandbox.connectApi({ userId: 'ada', generation, callbackUrl: 'http://localhost/cb.html?x=1' }) };
  };

  it('connects by key, runs an operation and a second page, renames and removes', async () => {
    const { api, sandbox } = setup();
    expect((await api.listDefinitions()).map(({ slug }) => slug)).toEqual(expect.arrayContaining(['hubspot', 'stripe', 'zendesk-support']));
    const { id } = await api.createConnector(stripe());
    expect(await api.checkConnector(id)).toEqual({ status: 'verified' });
    const first = await api.execute({ connectorId: id, entity: 'customers', action: 'list', params: { limit: 5 } });
    if (first.type !== 'json' || first.nextParams === null) throw new Error('There is no second page.');
    const second = await api.execute({ connectorId: id, entity: 'customers', action: 'list', params: first.nextParams });
    expect(second).toMatchObject({ type: 'json', records: expect.any(Array) });
    expect(second.type === 'json' && second.records).not.toEqual(first.records);
    await api.renameConnector(id, 'Shop');
    expect((await api.listConnectors()).map(({ name }) => name)).toEqual(['Shop']);
    await api.deleteConnector(id);
    expect(await api.listConnectors()).toEqual([]);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('connects by consent', async () => {
    const { api, sandbox } = setup();
    const outcome = await consent(api, (url) => sandbox.decideConsent(url, 'approve'));
    expect(outcome).toMatchObject({ status: 'connected', connector: { definition: { slug: 'zendesk-support' } } });
    const [connector] = await api.listConnectors();
    expect(await api.checkConnector(connector?.id ?? '')).toEqual({ status: 'verified' });
    expect(sandbox.connectors('ada')).toMatchObject([{ environment: { subdomain: 'acme' } }]);
  });

  it('leaves nothing when consent is denied', async () => {
    const { api, sandbox } = setup();
    expect(await consent(api, (url) => sandbox.decideConsent(url, 'deny'))).toMatchObject({ status: 'failed', error: { code: 'oauth_denied' } });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('refuses credentials that contain "invalid" and leaves nothing', async () => {
    const { api, sandbox } = setup();
    const { id } = await api.createConnector(stripe({ ...STRIPE_VALUES, credentials: { api_key: 'invalid' } }));
    await expect(api.checkConnector(id, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(sandbox.connectors()).toEqual([]);
  });
});

it('keeps users apart', async () => {
  const sandbox = createSandbox();
  const { id } = await sandbox.connectApi({ userId: 'ada' }).createConnector(stripe());
  const ben = sandbox.connectApi({ userId: 'ben' });
  expect(await ben.listConnectors()).toEqual([]);
  await expect(ben.execute({ connectorId: id, entity: 'customers', action: 'list' })).rejects.toMatchObject({ code: 'connector_not_found' });
});

it('goes on after a fault that passes', async () => {
  const sandbox = createSandbox({ faults: [rateLimit({ retryAfter: 0, times: 1, match: { operationId: 'listSourceDefinitions' } })] });
  expect(await sandbox.connectApi({ userId: 'ada' }).listDefinitions()).toHaveLength(builtInCatalog.list().length);
});

async function consent(api: ConnectApi, decide: (consentUrl: string) => string) {
  const { attemptId, consentUrl } = await api.startAttempt({
    definition: 'zendesk-support',
    method: 'zendeskOAuth',
    values: new Sealed({ environment: { subdomain: 'acme' } }),
  });
  const { state, params, cleanUrl } = readCallbackAddress(decide(consentUrl));
  expect(cleanUrl).toBe('http://localhost/cb.html?x=1');
  return api.completeAttempt({ attemptId, state: state ?? '', params });
}
