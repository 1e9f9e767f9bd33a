import { describe, expect, it } from 'vitest';
import { connectors, createPatternConnectApi } from '../../src/airbyte/index.js';
import { type AttemptOutcome, type CallbackParams, isConnectError, Sealed } from '../../src/core/index.js';
import { connectorsClient, created, IDS, listed, PATH, redirectOf } from './patternSetup.js';

const USER = 'user_12345';
const CREATE = `POST ${PATH}`;
const LIST = `GET ${PATH}`;
const INITIATE = `POST ${PATH}/oauth/initiate`;
const DELETE = `DELETE ${PATH}/${IDS.mine}`;
const consent = { [INITIATE]: { body: { consent_url: 'https://consent.example/a' } } };
const hubspot = (rest: Record<string, unknown> = {}) =>
  listed({ summarized_source_template: { name: 'HubSpot', actor_definition_id: IDS.hubspot }, created_at: '2026-03-01T10:00:30Z', ...rest });
const empty = { body: { data: [] } };

function setUp(
  generation: 'current' | 'seed',
  scripts: Parameters<typeof connectorsClient>[1] = {},
  unavailable?: Parameters<typeof createPatternConnectApi>[0]['unavailable'],
) {
  const { client, ...rest } = connectorsClient(generation, { ...consent, [LIST]: empty, ...scripts });
  const api = createPatternConnectApi({
    client,
    pattern: connectors({ generation }),
    workspaceName: USER,
    callbackUrl: 'https://app.example.com/connected?tenant=7',
    now: rest.clock.now,
    unavailable,
  });
  const start = async (definition = 'hubspot', method = 'oauth2') => {
    const started = await api.startAttempt({ definition, method, values: new Sealed({ environment: { subdomain: 'acme' } }) });
    const redirect = redirectOf(rest.sent(INITIATE).at(-1)?.body);
    return { ...started, state: new URL(redirect).searchParams.get('ack_state') ?? '', redirect };
  };
  const complete = ({ attemptId, state }: { attemptId: string; state: string }, params: CallbackParams) => api.completeAttempt({ attemptId, state, params });
  return { api, start, complete, ...rest };
}

const codeOf = (outcome: AttemptOutcome) => (outcome.status === 'failed' ? outcome.error.code : outcome.status);

describe('starting a consent', () => {
  it('puts a state of its own on the callback, whose query stays', async () => {
    const { start, clock } = setUp('current');
    const first = await start();
    const second = await start();
    expect(first).toMatchObject({ consentUrl: 'https://consent.example/a', expiresAt: new Date(clock.now() + 900_000).toISOString() });
    expect(new URL(first.redirect).searchParams.get('tenant')).toBe('7');
    expect(first.state).toMatch(new RegExp(`^${first.attemptId}\\.[A-Za-z0-9_-]{43}$`));
    expect(second.state).not.toBe(first.state);
  });

  it('is refused for a method that is none, or not OAuth, and empties what it was given', async () => {
    const { api } = setUp('current');
    for (const method of ['hubspotPrivateApp', 'nothing']) {
      const values = new Sealed({});
      await expect(api.startAttempt({ definition: 'hubspot', method, values })).rejects.toMatchObject({ code: 'oauth_not_available' });
      expect(() => values.open()).toThrow(TypeError);
    }
  });

  it('is pending until its callback comes', async () => {
    const { api, start } = setUp('current');
    const { attemptId } = await start();
    expect(await api.getAttempt(attemptId)).toEqual({ status: 'pending' });
    await expect(api.getAttempt('unknown-attempt-id')).rejects.toMatchObject({ code: 'attempt_unknown' });
  });
});

describe('completing with a secret id', () => {
  it('takes one in the current generation too', async () => {
    const { start, complete, sent } = setUp('current', { [CREATE]: { body: created() }, [LIST]: empty });
    expect(await complete(await start(), { secret_id: 's-1' })).toMatchObject({ status: 'connected', connector: { id: IDS.mine } });
    expect(sent(CREATE)).toMatchObject([{ body: { server_side_oauth_secret_id: 's-1' } }]);
  });

  it('creates the connector with the inputs, once however often the callback loads', async () => {
    const { api, start, complete, sent } = setUp('seed', { [CREATE]: { body: created() } });
    const started = await start('zendesk-support', 'zendeskOAuth');
    const [first, second] = await Promise.all([complete(started, { secret_id: 's-1' }), complete(started, { secret_id: 's-1' })]);
    expect(first).toMatchObject({ status: 'connected', connector: { id: IDS.mine, definition: { slug: 'zendesk-support' } } });
    expect(second).toEqual(first);
    expect(await complete(started, { error: 'access_denied' })).toEqual(first);
    expect(await api.getAttempt(started.attemptId)).toEqual(first);
    expect(sent(CREATE).map(({ body }) => body)).toEqual([
      { external_user_id: USER, connector_type: 'Zendesk Support', server_side_oauth_secret_id: 's-1', environment: { subdomain: 'acme' } },
    ]);
  });

  it('creates nothing once the attempt expired or was replaced', async () => {
    const { start, complete, clock, sent, api } = setUp('seed', { [CREATE]: { body: created() } });
    const replaced = await start();
    const expired = await start();
    expect(await api.getAttempt(replaced.attemptId)).toMatchObject({ error: { code: 'attempt_replaced' } });
    expect(codeOf(await complete(replaced, { secret_id: 's' }))).toBe('attempt_replaced');
    clock.advance(900_000);
    expect(await api.getAttempt(expired.attemptId)).toMatchObject({ error: { code: 'attempt_expired' } });
    expect(codeOf(await complete(expired, { secret_id: 's' }))).toBe('attempt_expired');
    expect(sent(CREATE)).toEqual([]);
  });

  it('an attempt of another definition replaces none', async () => {
    const { start, api } = setUp('seed');
    const first = await start();
    await start('zendesk-support', 'zendeskOAuth');
    expect(await api.getAttempt(first.attemptId)).toEqual({ status: 'pending' });
  });

  it('says when the secret id is used up', async () => {
    const { start, complete } = setUp('seed', { [CREATE]: { status: 400, body: { message: 'Invalid secret_id' } } });
    expect(codeOf(await complete(await start(), { secret_id: 's' }))).toBe('secret_id_expired');
  });
});

describe('completing with a connector id', () => {
  it.each(['current', 'seed'] as const)('accepts the connector that the attempt made (%s generation)', async (generation) => {
    const { start, complete } = setUp(generation, { [LIST]: [empty, { body: { data: [hubspot()] } }] });
    expect(await complete(await start(), { connector_id: IDS.mine })).toMatchObject({ status: 'connected', connector: { id: IDS.mine } });
  });

  it.each([
    ['of another tenant', [], IDS.foreign],
    ['of another definition', [listed({ created_at: '2026-03-01T10:00:30Z' })], IDS.mine],
    ['that is older', [hubspot({ created_at: '2026-02-01T10:00:00Z' })], IDS.mine],
  ])('refuses one %s and leaves it alone', async (_, data, id) => {
    const { start, complete, requests } = setUp('current', { [LIST]: [empty, { body: { data } }] });
    expect(codeOf(await complete(await start(), { connector_id: id }))).toBe('connector_refused');
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  it('refuses one that was there at the start', async () => {
    const { start, complete } = setUp('current', { [LIST]: { body: { data: [hubspot()] } } });
    expect(codeOf(await complete(await start(), { connector_id: IDS.mine }))).toBe('connector_refused');
  });

  it('removes one that its attempt made too late', async () => {
    const { start, complete, clock, sent } = setUp('current', {
      [LIST]: [empty, { body: { data: [hubspot()] } }],
      [DELETE]: { status: 202, body: { job_id: 'j' } },
    });
    const started = await start();
    clock.advance(900_000);
    expect(codeOf(await complete(started, { connector_id: IDS.mine }))).toBe('attempt_expired');
    expect(sent(DELETE)).toHaveLength(1);
  });
});

describe('completing with anything else', () => {
  it.each([
    [{ error: 'access_denied', error_description: 'no' }, 'oauth_denied'],
    [{ error: 'creation_failed' }, 'oauth_failed'],
    [{}, 'oauth_failed'],
  ])('%j is %s', async (params, code) => {
    const { start, complete } = setUp('current');
    expect(codeOf(await complete(await start(), params))).toBe(code);
  });

  it('refuses a state that is not the attempt’s, which survives it', async () => {
    const { api, start, complete, sent } = setUp('seed', { [CREATE]: { body: created() } });
    const started = await start();
    const forged = `${started.attemptId}.${'A'.repeat(43)}`;
    await expect(complete({ attemptId: started.attemptId, state: forged }, { secret_id: 'theirs' })).rejects.toMatchObject({ code: 'attempt_foreign' });
    await expect(complete({ attemptId: 'unknown-attempt-id', state: started.state }, {})).rejects.toMatchObject({ code: 'attempt_unknown' });
    expect(sent(CREATE)).toEqual([]);
    expect(await api.getAttempt(started.attemptId)).toEqual({ status: 'pending' });
    expect(codeOf(await complete(started, { secret_id: 'mine' }))).toBe('connected');
  });
});

describe('a connector by key', () => {
  const values = () => new Sealed({ credentials: { api_key: 'sk' }, replication_config: { account_id: 'a' } });
  const refused = { [LIST]: { body: { data: [listed()] } }, [`POST ${PATH}/${IDS.mine}/execute`]: { status: 401, body: { message: 'Unauthorized' } } };

  it('is created from sealed values, which are emptied also when it fails', async () => {
    const { api } = setUp('current', { [CREATE]: [{ body: created() }, { status: 400 }] });
    for (const ok of [true, false]) {
      const sealed = values();
      const result = api.createConnector({ definition: 'stripe', method: 'bearerAuth', values: sealed });
      await (ok ? expect(result).resolves.toMatchObject({ id: IDS.mine }) : expect(result).rejects.toMatchObject({ code: 'upstream_rejected' }));
      expect(() => sealed.open()).toThrow(TypeError);
    }
  });

  it('is not created by a method that is OAuth or unknown', async () => {
    const { api, requests } = setUp('current');
    await expect(api.createConnector({ definition: 'hubspot', method: 'oauth2', values: values() })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(api.createConnector({ definition: 'nothing', method: 'x', values: values() })).rejects.toMatchObject({ code: 'definition_not_found' });
    expect(requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('token'))).toEqual([]);
  });

  it('is removed after a refused check, when that is asked for', async () => {
    const { api, sent } = setUp('current', { ...refused, [DELETE]: { status: 202, body: { job_id: 'j' } } });
    await expect(api.checkConnector(IDS.mine)).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(sent(DELETE)).toHaveLength(0);
    await expect(api.checkConnector(IDS.mine, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(sent(DELETE)).toHaveLength(1);
  });

  it('says when it could not be removed', async () => {
    const { api } = setUp('current', { ...refused, [DELETE]: { status: 500 } });
    await expect(api.checkConnector(IDS.mine, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'refused_connector_left' });
  });

  it('is not removed when the check failed for another reason', async () => {
    const { api, sent } = setUp('current', { ...refused, [`POST ${PATH}/${IDS.mine}/execute`]: { status: 429, headers: { 'retry-after': '60' } } });
    await expect(api.checkConnector(IDS.mine, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'rate_limited' });
    expect(sent(DELETE)).toHaveLength(0);
  });
});

it('throws nothing but ConnectErrors', async () => {
  const { client } = connectorsClient('current');
  const api = createPatternConnectApi({
    client,
    pattern: connectors(),
    workspaceName: () => Promise.reject(new Error('host')),
    callbackUrl: 'https://a.example',
  });
  const error: unknown = await api.listConnectors().catch((caught: unknown) => caught);
  expect(isConnectError(error) && error.code).toBe('internal');
});
