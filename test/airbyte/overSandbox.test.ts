import { describe, expect, it } from 'vitest';
import { connectors, createApplicationTokens, createTokenClient } from '../../src/airbyte/index.js';
import { readCallbackAddress, Sealed } from '../../src/core/index.js';
import { createSandbox, repeatCursor, SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET, unavailable } from '../../src/sandbox/index.js';
import { testClock } from './scriptedAirbyte.js';

const CALLBACK = 'https://app.example.com/connected?tenant=7';
const HOSTS = { agent: 'https://sandbox.airbyte.test', public: 'https://sandbox.airbyte.test' };
const stripe = (apiKey = 'sk_test_1') => ({
  definition: 'stripe',
  method: 'bearerAuth',
  values: new Sealed({ credentials: { api_key: apiKey }, replication_config: { account_id: 'acct_1' } }),
});

function setUp(generation: 'current' | 'seed') {
  const clock = testClock();
  const sandbox = createSandbox({ now: clock.now });
  const api = (userId: string) => sandbox.connectApi({ userId, generation, callbackUrl: CALLBACK });
  /** Token mode: the host's token endpoint is played by the application's tokens. */
  const tokenClient = (userId: string) => {
    const tokens = createApplicationTokens({
      clientId: SANDBOX_CLIENT_ID,
      clientSecret: SANDBOX_CLIENT_SECRET,
      hosts: HOSTS,
      generation,
      fetch: sandbox.fetch,
      now: clock.now,
    });
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (String(input) !== 'https://app.example.com/token') return sandbox.fetch(input, init);
      const { token, expiresAt } = await tokens.scopedToken(userId);
      return Response.json({ token, expiresAt: new Date(expiresAt).toISOString(), workspaceName: userId, callbackUrl: CALLBACK, apiUrl: HOSTS.agent });
    };
    return createTokenClient({ tokenEndpoint: 'https://app.example.com/token', pattern: connectors({ generation }), fetch, now: clock.now });
  };
  return { clock, sandbox, api, tokenClient };
}

describe.each(['current', 'seed'] as const)('the %s generation on the sandbox', (generation) => {
  it('connects by key, runs, pages through everything, renames and disconnects', async () => {
    const { api, sandbox, clock } = setUp(generation);
    const a = api('user_a');
    const { id } = await a.createConnector({ ...stripe(), name: 'Till' });
    expect(await a.checkConnector(id)).toEqual({ status: 'verified' });
    expect(await a.listConnectors()).toMatchObject([{ id, name: 'Till', definition: { slug: 'stripe' } }]);
    const seen = new Set<unknown>();
    let params: Readonly<Record<string, unknown>> | null = { limit: 20 };
    for (let pages = 0; params !== null && pages < 10; pages += 1) {
      const result = await a.execute({ connectorId: id, entity: 'customers', action: 'list', params });
      if (result.type !== 'json') throw new Error('customers.list answered a file');
      for (const record of result.records ?? []) seen.add(JSON.stringify(record));
      params = result.nextParams;
    }
    expect(params).toBeNull();
    expect(seen.size).toBeGreaterThan(20);
    expect(await a.renameConnector(id, 'Shop')).toMatchObject({ id, name: 'Shop' });
    await a.deleteConnector(id);
    clock.advance(1_000);
    expect(await a.listConnectors()).toEqual([]);
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('stops in token mode where the cursor comes back', async () => {
    const { tokenClient, sandbox } = setUp(generation);
    const a = tokenClient('user_a');
    const { id } = await a.createConnector(stripe());
    sandbox.addFault(repeatCursor());
    const list = (params: Readonly<Record<string, unknown>>) => a.execute({ connectorId: id, entity: 'customers', action: 'list', params });
    const first = await list({ limit: 5 });
    if (first.type !== 'json' || first.nextParams === null) throw new Error('There is no second page');
    expect(await list(first.nextParams)).toMatchObject({ nextParams: null, stopped: 'cursor_repeated' });
  });

  it.each([
    ['hubspot', 'oauth2', {}, 'contacts', { limit: 10 }],
    ['zendesk-support', 'zendeskOAuth', { environment: { subdomain: 'acme' } }, 'tickets', { per_page: 10 }],
  ])('connects %s by consent and lists a second page', async (definition, method, values, entity, params) => {
    const { api, sandbox } = setUp(generation);
    const a = api('user_a');
    const { attemptId, consentUrl } = await a.startAttempt({ definition, method, values: new Sealed(values) });
    const back = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
    expect(back).toMatchObject({ attemptId, cleanUrl: CALLBACK });
    expect(back.params).toHaveProperty(generation === 'current' ? 'connector_id' : 'secret_id', expect.any(String));
    const outcome = await a.completeAttempt({ attemptId, state: back.state ?? '', params: back.params });
    expect(await a.completeAttempt({ attemptId, state: back.state ?? '', params: back.params })).toEqual(outcome);
    expect(sandbox.connectors('user_a')).toHaveLength(1);
    const connectorId = outcome.status === 'connected' ? outcome.connector.id : '';
    const first = await a.execute({ connectorId, entity, action: 'list', params });
    if (first.type !== 'json' || first.nextParams === null) throw new Error('There is no second page');
    const second = await a.execute({ connectorId, entity, action: 'list', params: first.nextParams });
    expect(second).toMatchObject({ type: 'json', records: expect.any(Array) });
    expect(second.type === 'json' ? second.records : null).not.toEqual(first.records);
  });

  it('leaves nothing after a denied consent', async () => {
    const { api, sandbox } = setUp(generation);
    const a = api('user_a');
    const { attemptId, consentUrl } = await a.startAttempt({ definition: 'hubspot', method: 'oauth2', values: new Sealed({}) });
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'deny'));
    expect(await a.completeAttempt({ attemptId, state: state ?? '', params })).toMatchObject({ status: 'failed', error: { code: 'oauth_denied' } });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('leaves nothing after refused credentials', async () => {
    const { api, sandbox } = setUp(generation);
    const { id } = await api('user_a').createConnector(stripe('sk_invalid'));
    await expect(api('user_a').checkConnector(id, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(sandbox.connectors()).toEqual([]);
  });

  it('shows nobody another user’s connector', async () => {
    const { api, sandbox } = setUp(generation);
    const { id } = await api('user_a').createConnector(stripe());
    const b = api('user_b');
    expect(await b.listConnectors()).toEqual([]);
    for (const act of [
      () => b.getConnector(id),
      () => b.renameConnector(id, 'x'),
      () => b.deleteConnector(id),
      () => b.execute({ connectorId: id, entity: 'customers', action: 'list' }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'connector_not_found' });
    }
    expect(sandbox.connectors('user_a')).toHaveLength(1);
  });

  it('says which value is missing or does not fit', async () => {
    const { api } = setUp(generation);
    const without = { ...stripe(), values: new Sealed({ credentials: { api_key: 'sk' } }) };
    await expect(api('u').createConnector(without)).rejects.toMatchObject({
      code: 'invalid_input',
      fieldErrors: { 'replication_config.account_id': expect.anything() },
    });
    const misfit = { ...stripe(), values: new Sealed({ credentials: { token: 'sk' }, replication_config: { account_id: 'a' } }) };
    await expect(api('u').createConnector(misfit)).rejects.toMatchObject({ code: 'credentials_mismatch' });
  });

  it('renews tokens over hours', async () => {
    const { api, clock } = setUp(generation);
    const a = api('user_a');
    const { id } = await a.createConnector(stripe());
    for (let hour = 0; hour < 3; hour += 1) {
      clock.advance(3_600_000);
      expect(await a.checkConnector(id)).toEqual({ status: 'verified' });
    }
  });

  it('connects and runs in token mode, within its own workspace only', async () => {
    const { tokenClient, sandbox, api } = setUp(generation);
    const a = tokenClient('user_a');
    const { id } = await a.createConnector(stripe());
    expect(await a.checkConnector(id)).toEqual({ status: 'verified' });
    expect(await a.execute({ connectorId: id, entity: 'customers', action: 'list', params: { limit: 5 } })).toMatchObject({
      nextParams: { limit: 5, starting_after: expect.any(String) },
    });
    const foreign = await api('user_b').createConnector(stripe());
    await expect(a.execute({ connectorId: foreign.id, entity: 'customers', action: 'list' })).rejects.toMatchObject({ name: 'ConnectError' });
    expect(sandbox.unknownCalls).toEqual([]);
  });

  it('connects by consent in token mode', async () => {
    const { tokenClient, sandbox } = setUp(generation);
    const a = tokenClient('user_a');
    const { attemptId, consentUrl } = await a.startAttempt({ definition: 'hubspot', method: 'oauth2', values: new Sealed({}) });
    const { state, params } = readCallbackAddress(sandbox.decideConsent(consentUrl, 'approve'));
    const outcome = await a.completeAttempt({ attemptId, state: state ?? '', params });
    expect(outcome).toMatchObject({ status: 'connected', connector: { definition: { slug: 'hubspot' } } });
    if (outcome.status === 'connected') expect(await a.checkConnector(outcome.connector.id)).toEqual({ status: 'verified' });
  });
});

it('reads on after Airbyte was away for a moment', async () => {
  const { sandbox, api } = setUp('current');
  sandbox.addFault(unavailable({ times: 1, match: { method: 'GET' } }));
  expect(await api('user_a').listConnectors()).toEqual([]);
});
