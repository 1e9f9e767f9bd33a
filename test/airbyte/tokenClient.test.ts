import { describe, expect, it } from 'vitest';
import { connectors, createTokenClient, type TokenClientOptions } from '../../src/airbyte/index.js';
import { builtInCatalog } from '../../src/catalog/index.js';
import { type ConnectApi, Sealed } from '../../src/core/index.js';
import { created, IDS, PATH, page, redirectOf } from './patternSetup.js';
import { jwtUntil, scriptedAirbyte, testClock } from './scriptedAirbyte.js';

const TOKEN = 'POST /api/airbyte/token';
const CREATE = `POST ${PATH}`;
const INITIATE = `POST ${PATH}/oauth/initiate`;
const EXECUTE = `POST ${PATH}/${IDS.mine}/execute`;
const execute = { connectorId: IDS.mine, entity: 'customers', action: 'list', params: { limit: 1 } };

function setUp(scripts: Parameters<typeof scriptedAirbyte>[0] = {}, options: Partial<TokenClientOptions> = {}) {
  const clock = testClock();
  let minted = 0;
  const session = (rest: Record<string, unknown> = {}) => ({
    token: `browser-${++minted}`,
    expiresAt: new Date(clock.now() + 1_200_000).toISOString(),
    workspaceName: 'user_12345',
    callbackUrl: 'https://app.example.com/connected',
    apiUrl: 'https://agent.example/',
    ...rest,
  });
  const airbyte = scriptedAirbyte({
    [TOKEN]: () => ({ body: session() }),
    [CREATE]: { body: created() },
    [EXECUTE]: { body: page({ connector_metadata: { has_more: true } }) },
    [INITIATE]: { body: { consent_url: 'https://consent.example/a' } },
    ...scripts,
  });
  const api = createTokenClient({
    tokenEndpoint: 'https://app.example.com/api/airbyte/token',
    pattern: connectors(),
    fetch: airbyte.fetch,
    now: clock.now,
    ...options,
  });
  const connectStripe = () =>
    api.createConnector({
      definition: 'stripe',
      method: 'bearerAuth',
      values: new Sealed({ credentials: { api_key: 'sk' }, replication_config: { account_id: 'a' } }),
    });
  return { api, clock, session, connectStripe, ...airbyte };
}

describe('the token', () => {
  it('is asked for once however many wait', async () => {
    const { api, sent } = setUp();
    await Promise.all(Array.from({ length: 50 }, () => api.execute(execute)));
    expect(sent(TOKEN)).toHaveLength(1);
    expect(sent(EXECUTE)).toHaveLength(50);
    expect(new Set(sent(EXECUTE).map(({ bearer }) => bearer))).toEqual(new Set(['browser-1']));
  });

  it('is renewed 60 seconds before it ends', async () => {
    const { api, clock, sent } = setUp();
    await api.execute(execute);
    clock.advance(1_139_000);
    await api.execute(execute);
    expect(sent(TOKEN)).toHaveLength(1);
    clock.advance(1_000);
    await api.execute(execute);
    expect(sent(EXECUTE).map(({ bearer }) => bearer)).toEqual(['browser-1', 'browser-1', 'browser-2']);
  });

  it('is renewed once when Airbyte refuses it', async () => {
    const { api, sent } = setUp({ [EXECUTE]: [{ status: 401 }, { body: page() }] });
    await api.execute(execute);
    expect(sent(EXECUTE).map(({ bearer }) => bearer)).toEqual(['browser-1', 'browser-2']);
    const always = setUp({ [CREATE]: { status: 403 } });
    await expect(always.connectStripe()).rejects.toMatchObject({ code: 'upstream_refused' });
    expect(always.sent(TOKEN)).toHaveLength(2);
  });

  it('ends by its exp claim where the answer’s time is unreadable', async () => {
    const clock = testClock();
    const { api, sent, session } = setUp(
      { [TOKEN]: () => ({ body: session({ token: jwtUntil(clock.now() + 120_000), expiresAt: 'later' }) }) },
      { now: clock.now },
    );
    await api.execute(execute);
    clock.advance(59_000);
    await api.execute(execute);
    expect(sent(TOKEN)).toHaveLength(1);
    clock.advance(1_000);
    await api.execute(execute);
    expect(sent(TOKEN)).toHaveLength(2);
  });

  it('is asked for with the host’s own headers, made anew each time', async () => {
    const seen: (string | null)[] = [];
    let count = 0;
    const { api, clock, fetch } = setUp();
    const client = createTokenClient({
      tokenEndpoint: 'https://app.example.com/api/airbyte/token',
      headers: async () => ({ authorization: `Bearer host-${++count}` }),
      now: clock.now,
      fetch: (input, init) => {
        if (String(input).endsWith('/token')) seen.push(new Headers(init?.headers).get('authorization'));
        return fetch(input, init);
      },
    });
    await client.execute(execute);
    clock.advance(1_200_000);
    await client.execute(execute);
    expect(seen).toEqual(['Bearer host-1', 'Bearer host-2']);
    await api.listDefinitions();
  });

  it.each([
    [
      { status: 401, body: { error: { code: 'session_missing', requestId: 'r-1' } } },
      { code: 'session_missing', requestId: 'r-1' },
    ],
    [{ status: 403, body: { error: { code: 'token_mode_unenforced' } } }, { code: 'token_mode_unenforced' }],
    [{ status: 401, body: '<html>log in</html>' }, { code: 'session_missing' }],
    [
      { status: 429, body: { error: { code: 'rate_limited', retryAfter: 60 } }, headers: { 'retry-after': '60' } },
      { code: 'rate_limited', retryAfter: 60 },
    ],
    [{ status: 404, body: 'nothing here' }, { code: 'backend_unavailable' }],
    [{ status: 200, body: '<html>log in</html>' }, { code: 'backend_unavailable' }],
    [{ status: 200, body: { token: '' } }, { code: 'backend_unavailable' }],
  ])('answers %j as %j', async (answer, expected) => {
    const { api } = setUp({ [TOKEN]: answer });
    await expect(api.execute(execute)).rejects.toMatchObject(expected);
  });

  it('is not sent over plain http to another machine', async () => {
    const { api, requests, session } = setUp({ [TOKEN]: () => ({ body: session({ apiUrl: 'http://agent.example' }) }) });
    await expect(api.execute(execute)).rejects.toMatchObject({ code: 'upstream_invalid' });
    expect(requests).toHaveLength(1);
  });

  it('of another end user ends the client: what it remembers is the first one’s', async () => {
    const { api, session, sent } = setUp({
      [TOKEN]: [() => ({ body: session({ expiresAt: new Date(0).toISOString() }) }), () => ({ body: session({ workspaceName: 'user_b' }) })],
      [EXECUTE]: [{ status: 401 }, { body: page() }],
    });
    await expect(api.execute(execute)).rejects.toMatchObject({ code: 'session_missing' });
    expect(sent(EXECUTE)).toHaveLength(1);
  });
});

describe('what a scoped token may do', () => {
  it('connects, checks, executes and pages, talking to Airbyte itself', async () => {
    const { api, connectStripe, sent } = setUp();
    const connector = await connectStripe();
    expect(await api.checkConnector(connector.id)).toEqual({ status: 'verified' });
    expect(await api.execute(execute)).toMatchObject({ records: [{ id: 'cus_1' }], nextParams: { limit: 1, starting_after: 'cus_1' } });
    expect((await api.listOperations(connector.id)).length).toBeGreaterThan(10);
    expect(sent(CREATE)[0]).toMatchObject({ bearer: 'browser-1', body: { workspace_name: 'user_12345', definition_id: IDS.stripe } });
  });

  it('executes on a connector of another visit, of which no next page is known', async () => {
    const { api } = setUp();
    expect(await api.execute(execute)).toMatchObject({ records: [{ id: 'cus_1' }], nextParams: null });
    await expect(api.execute({ ...execute, connectorId: '../../x' })).rejects.toMatchObject({ code: 'connector_not_found' });
  });

  it('lists and reads definitions from the catalogue, without a request', async () => {
    const { api, requests } = setUp();
    expect((await api.listDefinitions()).map(({ slug }) => slug)).toEqual(builtInCatalog.list().map(({ slug }) => slug));
    expect(await api.getDefinition('stripe')).toMatchObject({ id: IDS.stripe });
    expect(requests).toEqual([]);
  });

  it.each([
    ['listConnectors', (api: ConnectApi) => api.listConnectors()],
    ['getConnector', (api: ConnectApi) => api.getConnector(IDS.mine)],
    ['renameConnector', (api: ConnectApi) => api.renameConnector(IDS.mine, 'x')],
    ['deleteConnector', (api: ConnectApi) => api.deleteConnector(IDS.mine)],
    ['listOperations of a connector of another visit', (api: ConnectApi) => api.listOperations(IDS.mine)],
  ])('rejects %s, without a request to Airbyte', async (_, act) => {
    const { api, requests } = setUp();
    await expect(act(api)).rejects.toMatchObject({ code: 'not_available_in_token_mode' });
    expect(requests.filter(({ path }) => path.startsWith('/api/v1'))).toEqual([]);
  });

  it('leaves a connector whose credentials are refused, and says so', async () => {
    const { api, connectStripe, requests } = setUp({ [EXECUTE]: { status: 401 } });
    const { id } = await connectStripe();
    await expect(api.checkConnector(id, { discardOnRefusal: true })).rejects.toMatchObject({ code: 'refused_connector_left' });
    await expect(api.checkConnector(id)).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });
});

describe('a create in token mode, where no key keeps a repeat from making a second', () => {
  it.each([
    ['whose answer was lost', { cut: true }, 'upstream_unavailable'],
    ['that Airbyte answers with 502', { status: 502 }, 'upstream_unavailable'],
    ['whose answer is unreadable', { body: 'no connector' }, 'upstream_invalid'],
  ])('%s is told as one of which nobody knows', async (_, answer, cause) => {
    const { connectStripe, sent } = setUp({
      [CREATE]: () => {
        if ('cut' in answer) throw new TypeError('Failed to fetch');
        return answer;
      },
    });
    await expect(connectStripe()).rejects.toMatchObject({ code: 'create_unclear', cause: { code: cause } });
    expect(sent(CREATE)).toHaveLength(1);
  });

  it.each([
    [422, 'invalid_input'],
    [429, 'rate_limited'],
  ])('that Airbyte refuses by %i is told as just that', async (status, code) => {
    const { connectStripe } = setUp({ [CREATE]: { status } });
    await expect(connectStripe()).rejects.toMatchObject({ code });
  });
});

describe('consent in token mode', () => {
  async function started(scripts: Parameters<typeof scriptedAirbyte>[0] = {}, options: Partial<TokenClientOptions> = {}) {
    const set = setUp(scripts, options);
    const { attemptId } = await set.api.startAttempt({ definition: 'hubspot', method: 'oauth2', values: new Sealed({}) });
    const redirect = redirectOf(set.sent(INITIATE)[0]?.body);
    return { ...set, attemptId, redirect, state: new URL(redirect).searchParams.get('ack_state') ?? '' };
  }

  it('comes back to the callback that the backend named, and the state judges', async () => {
    const { api, attemptId, state, redirect, requests } = await started();
    expect(redirect).toMatch(/^https:\/\/app\.example\.com\/connected\?ack_state=/);
    await expect(api.completeAttempt({ attemptId, state: `${attemptId}.${'x'.repeat(43)}`, params: { connector_id: IDS.mine } })).rejects.toMatchObject({
      code: 'attempt_foreign',
    });
    expect(await api.completeAttempt({ attemptId, state, params: { connector_id: IDS.mine } })).toMatchObject({
      status: 'connected',
      connector: { id: IDS.mine, definition: { slug: 'hubspot' } },
    });
    expect((await api.listOperations(IDS.mine)).some(({ entity }) => entity === 'contacts')).toBe(true);
    expect(requests.map(({ method }) => method)).not.toContain('GET');
  });

  it('creates from a secret id in the seed generation', async () => {
    const { api, attemptId, state, sent } = await started({}, { pattern: connectors({ generation: 'seed' }) });
    expect(await api.completeAttempt({ attemptId, state, params: { secret_id: 's' } })).toMatchObject({ status: 'connected' });
    expect(sent(CREATE)[0]!.body).toMatchObject({ external_user_id: 'user_12345', server_side_oauth_secret_id: 's' });
  });
});
