import { describe, expect, it } from 'vitest';
import type { ExecuteInput } from '../../src/core/index.js';
import { connectorsClient, created, definition, IDS, listed, PATH, page } from './patternSetup.js';

const USER = 'user_12345';
const EXECUTE = `POST ${PATH}/${IDS.mine}/execute`;
const CREATE = `POST ${PATH}`;
const list = (rest: Partial<ExecuteInput> = {}): ExecuteInput => ({ connectorId: IDS.mine, entity: 'customers', action: 'list', ...rest });
const stripe = { definition: definition('stripe'), values: { credentials: { api_key: 'sk_marked' }, replication_config: { account_id: 'acct' } } };
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('listing', () => {
  it('answers connectors in the catalogue’s words', async () => {
    const { client } = connectorsClient('current');
    expect(await client.listConnectors(USER)).toEqual([
      {
        id: IDS.mine,
        name: 'My Stripe',
        definition: { id: IDS.stripe, slug: 'stripe', name: 'Stripe' },
        createdAt: '2026-03-01T09:00:00.000Z',
        updatedAt: '2026-03-01T09:00:00.000Z',
      },
    ]);
  });

  it('is empty for a workspace that was never seen', async () => {
    const { client } = connectorsClient('current', { [`GET ${PATH}`]: { status: 404, body: { message: 'Workspace not found' } } });
    expect(await client.listConnectors(USER)).toEqual([]);
  });

  it('filters by id or slug', async () => {
    const { client } = connectorsClient('current');
    expect(await client.listConnectors(USER, { definition: 'stripe' })).toHaveLength(1);
    expect(await client.listConnectors(USER, { definition: IDS.stripe })).toHaveLength(1);
    expect(await client.listConnectors(USER, { definition: 'hubspot' })).toHaveLength(0);
  });

  it('reads a time without a zone as UTC, an unreadable one as none, and a type by its name', async () => {
    const item = listed({ created_at: '2026-03-01T09:00:00.5', updated_at: 'soon', summarized_source_template: { name: 'Zendesk Support' } });
    const { client } = connectorsClient('current', { [`GET ${PATH}`]: { body: { data: [item] } } });
    expect(await client.listConnectors(USER)).toMatchObject([
      { createdAt: '2026-03-01T09:00:00.500Z', updatedAt: null, definition: { id: IDS.zendesk, slug: 'zendesk-support' } },
    ]);
  });

  it('keeps a connector whose definition the catalogue does not know', async () => {
    const item = listed({ summarized_source_template: { name: 'Acme', actor_definition_id: 'unknown-id' } });
    const { client } = connectorsClient('current', { [`GET ${PATH}`]: { body: { data: [item] } }, [`POST ${PATH}/${IDS.mine}/check`]: { status: 404 } });
    expect(await client.listConnectors(USER)).toMatchObject([{ definition: { id: 'unknown-id', slug: null, name: 'Acme' } }]);
    expect(await client.listOperations(USER, IDS.mine)).toEqual([]);
    expect(await client.checkConnector(USER, IDS.mine)).toEqual({ status: 'unverified' });
  });

  it('says upstream_invalid for an answer of another shape', async () => {
    const { client } = connectorsClient('current', { [`GET ${PATH}`]: { body: { connectors: [] } } });
    await expect(client.listConnectors(USER)).rejects.toMatchObject({ code: 'upstream_invalid' });
  });
});

describe('definitions', () => {
  const DEFINITIONS = 'GET /api/v1/integrations/definitions/sources';

  it('are Airbyte’s, in the catalogue’s words where it knows them', async () => {
    const answer = {
      definitions: [
        { sourceDefinitionId: IDS.stripe, name: 'stripe (source)', iconUrl: 'https://icons.example/s.svg' },
        { sourceDefinitionId: IDS.hubspot, name: 'HubSpot', iconUrl: 'javascript:alert(1)' },
        { sourceDefinitionId: 'unknown', name: 'Acme' },
        { destinationDefinitionId: 'd', name: 'Postgres' },
      ],
    };
    const { client } = connectorsClient('current', { [DEFINITIONS]: { body: answer } });
    expect(await client.listDefinitions()).toEqual([
      { id: IDS.stripe, slug: 'stripe', name: 'Stripe', category: 'Payments', iconUrl: 'https://icons.example/s.svg' },
      { id: IDS.hubspot, slug: 'hubspot', name: 'HubSpot', category: 'CRM', iconUrl: null },
      { id: 'unknown', slug: null, name: 'Acme', category: null, iconUrl: null },
    ]);
  });

  it('come one by one from the catalogue, by id or slug', async () => {
    const { client, requests } = connectorsClient('current');
    expect(await client.getDefinition('zendesk-support')).toMatchObject({ id: IDS.zendesk });
    expect(await client.getDefinition(IDS.zendesk.toUpperCase())).toMatchObject({ slug: 'zendesk-support' });
    await expect(client.getDefinition('nothing')).rejects.toMatchObject({ code: 'definition_not_found' });
    // One look at the organization's templates, for their presets.
    expect(requests.map(({ path }) => path)).toEqual(['/api/v1/account/applications/token', '/api/v1/integrations/templates/sources']);
  });
});

describe('ownership', () => {
  it.each([
    ['getConnector', (client: Client, id: string) => client.getConnector(USER, id)],
    ['renameConnector', (client: Client, id: string) => client.renameConnector(USER, id, 'x')],
    ['deleteConnector', (client: Client, id: string) => client.deleteConnector(USER, id)],
    ['checkConnector', (client: Client, id: string) => client.checkConnector(USER, id)],
    ['listOperations', (client: Client, id: string) => client.listOperations(USER, id)],
    ['execute', (client: Client, id: string) => client.execute(USER, list({ connectorId: id }))],
  ])('%s answers a foreign id like an unknown one, after the same calls', async (_, act) => {
    const seen = await Promise.all(
      [IDS.foreign, 'never-was', '../../workspaces', ''].map(async (id) => {
        const { client, requests } = connectorsClient('current');
        const error = await caught(act(client, id));
        return { error: JSON.stringify(error), calls: requests.map(({ method, path }) => `${method} ${path}`) };
      }),
    );
    expect(seen[0]!.error).toBe('{"code":"connector_not_found"}');
    expect(seen[0]!.calls).toEqual(['POST /api/v1/account/applications/token', `GET ${PATH}`]);
    for (const other of seen) expect(other).toEqual(seen[0]);
  });

  it('takes any success of a delete as its acceptance', async () => {
    for (const answer of [
      { status: 200, body: { id: IDS.mine, deleted_at: 'x' } },
      { status: 202, body: { job_id: 'j' } },
      { status: 200, body: '' },
    ]) {
      const { client } = connectorsClient('current', { [`DELETE ${PATH}/${IDS.mine}`]: answer });
      await expect(client.deleteConnector(USER, IDS.mine)).resolves.toBeUndefined();
    }
  });
});

type Client = ReturnType<typeof connectorsClient>['client'];

describe('creating', () => {
  it('mints the workspace’s token first, which makes the workspace', async () => {
    const { client, requests } = connectorsClient('current', { [CREATE]: { body: created() } });
    const connector = await client.createConnector(USER, stripe);
    expect(requests.map(({ path }) => path).filter((path) => path !== '/api/v1/integrations/templates/sources')).toEqual([
      '/api/v1/account/applications/token',
      '/api/v1/account/applications/scoped-token',
      PATH,
    ]);
    expect(connector).toMatchObject({ id: IDS.mine, definition: { id: IDS.stripe, slug: 'stripe' } });
  });

  it('renews a refused token once, and repeats once', async () => {
    const { client, sent } = connectorsClient('current', { [CREATE]: [{ status: 401, body: { message: 'Invalid token' } }, { body: created() }] });
    await client.createConnector(USER, stripe);
    const bearers = sent(CREATE).map(({ bearer }) => bearer);
    expect(bearers).toHaveLength(2);
    expect(bearers[0]).not.toBe(bearers[1]);
  });

  it('is never repeated for another reason', async () => {
    for (const status of [429, 500, 503]) {
      const { client, sent } = connectorsClient('current', { [CREATE]: { status } });
      await caught(client.createConnector(USER, stripe));
      expect(sent(CREATE)).toHaveLength(1);
    }
  });

  it.each([
    [400, { message: 'Credentials do not match any auth scheme. Provided keys: ["api_key"]. Available schemes: ...', errors: [] }, 'credentials_mismatch'],
    [400, { message: 'No organization-specific source template configured for this connector type.' }, 'definition_not_enabled'],
    [400, { message: 'something else' }, 'upstream_rejected'],
    [401, { message: 'Invalid token' }, 'upstream_refused'],
    [403, { type: 'error:license/entitlement' }, 'upstream_not_entitled'],
    [404, { message: 'Connector not found' }, 'definition_not_found'],
    [409, { title: 'state-conflict' }, 'conflict'],
    [418, {}, 'upstream_rejected'],
    [422, { title: 'invalid-redirect-url', type: 'x' }, 'handler_misconfigured'],
    [422, { message: 'x', errors: [{ field: 'body', message: 'x', error_code: 'value_error' }] }, 'invalid_input'],
    [429, { message: 'You are being rate limited.' }, 'rate_limited'],
    [500, { errorId: 'e' }, 'upstream_unavailable'],
    [501, '', 'not_supported'],
    [502, '<html>bad gateway</html>', 'upstream_unavailable'],
    [200, '<html>login</html>', 'upstream_invalid'],
    [200, { name: 'without an id' }, 'upstream_invalid'],
  ])('answers %i %j as a code', async (status, body, code) => {
    const { client } = connectorsClient('current', { [CREATE]: { status, body } });
    await expect(client.createConnector(USER, stripe)).rejects.toMatchObject({ name: 'ConnectError', code });
  });

  it('ties a field error to the one value that it can mean', async () => {
    const errors = [
      { field: 'account_id', message: 'required property', error_code: 'missing' },
      { field: 'body.credentials.api_key', message: 'bad', error_code: 'value_error' },
      { field: 'unknown', message: 'x' },
      { field: null },
      'odd',
    ];
    const { client } = connectorsClient('current', { [CREATE]: { status: 422, body: { message: 'x', errors } } });
    await expect(client.createConnector(USER, stripe)).rejects.toMatchObject({
      code: 'invalid_input',
      fieldErrors: { 'replication_config.account_id': { code: 'required' }, 'credentials.api_key': { code: 'invalid_input' } },
    });
  });

  it('says that a secret id is used up only where one was sent', async () => {
    const scripts = { [CREATE]: { status: 400, body: { message: 'Invalid secret_id' } } };
    const seed = connectorsClient('seed', scripts).client;
    await expect(seed.createConnector(USER, { definition: definition('hubspot'), values: {}, secretId: 's' })).rejects.toMatchObject({
      code: 'secret_id_expired',
    });
    await expect(seed.createConnector(USER, stripe)).rejects.toMatchObject({ code: 'upstream_rejected' });
  });

  it('keeps Airbyte’s text and what was typed out of the error, and its request id in', async () => {
    const { client } = connectorsClient('current', {
      [CREATE]: { status: 400, body: { message: 'you sent sk_marked' }, headers: { 'x-request-id': 'req-7' } },
    });
    const error = await caught(client.createConnector(USER, stripe));
    expect(error).toMatchObject({ requestId: 'req-7' });
    expect(`${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain('sk_marked');
  });

  it('says how long to wait', async () => {
    const { client } = connectorsClient('current', { [CREATE]: { status: 429, headers: { 'retry-after': '7' } } });
    await expect(client.createConnector(USER, stripe)).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 7 });
  });
});

describe('consent', () => {
  it.each(['javascript:alert(1)', 'http://evil.example/consent', 'data:text/html,x', 'not a url'])('refuses the consent URL %s', async (consent_url) => {
    const { client } = connectorsClient('current', { [`POST ${PATH}/oauth/initiate`]: { body: { consent_url } } });
    await expect(client.initiateOAuth(USER, { definition: definition('hubspot'), values: {}, redirectUrl: 'https://a.example' })).rejects.toMatchObject({
      code: 'consent_url_refused',
    });
  });

  it.each(['https://consent.example/x', 'http://127.0.0.1:9/x', 'http://localhost:9/x', 'http://[::1]:9/x'])(
    'takes the consent URL %s',
    async (consent_url) => {
      const { client } = connectorsClient('current', { [`POST ${PATH}/oauth/initiate`]: { body: { consent_url } } });
      expect(await client.initiateOAuth(USER, { definition: definition('hubspot'), values: {}, redirectUrl: 'https://a.example' })).toEqual({
        consentUrl: consent_url,
      });
    },
  );

  it('blames the input that Zendesk misses', async () => {
    const body = { message: 'x', errors: [{ field: 'environment.subdomain', message: 'Field required', error_code: 'missing' }] };
    const { client } = connectorsClient('current', { [`POST ${PATH}/oauth/initiate`]: { status: 422, body } });
    await expect(client.initiateOAuth(USER, { definition: definition('zendesk-support'), values: {}, redirectUrl: 'https://a.example' })).rejects.toMatchObject(
      {
        code: 'invalid_input',
        fieldErrors: { 'environment.subdomain': { code: 'required' } },
      },
    );
  });
});

describe('checking', () => {
  it('runs the catalogue’s call', async () => {
    const { client, sent } = connectorsClient('current', { [EXECUTE]: { body: page() } });
    expect(await client.checkConnector(USER, IDS.mine)).toEqual({ status: 'verified' });
    expect(sent(EXECUTE)[0]!.body).toEqual({ entity: 'customers', action: 'list', params: {} });
  });

  it.each([400, 401, 403, 422])('takes a %i as refused credentials, after the token was renewed', async (status) => {
    const { client, sent } = connectorsClient('current', { [EXECUTE]: { status, body: { message: 'Unauthorized' } } });
    await expect(client.checkConnector(USER, IDS.mine)).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(sent(EXECUTE)).toHaveLength(status === 401 || status === 403 ? 2 : 1);
  });

  it('repeats after a passing failure, and reports one that stays', async () => {
    const passing = connectorsClient('current', { [EXECUTE]: [{ status: 503 }, { body: page() }] });
    expect(await passing.client.checkConnector(USER, IDS.mine)).toEqual({ status: 'verified' });
    const staying = connectorsClient('current', { [EXECUTE]: { status: 429, headers: { 'retry-after': '99' } } });
    await expect(staying.client.checkConnector(USER, IDS.mine)).rejects.toMatchObject({ code: 'rate_limited', retryAfter: 99 });
  });
});

describe('executing', () => {
  it('answers records, the next page and how long it took', async () => {
    const { client } = connectorsClient('current', {
      [EXECUTE]: { body: page({ connector_metadata: { has_more: true } }), headers: { 'x-request-id': 'r-1' } },
    });
    expect(await client.execute(USER, list({ params: { limit: 1 } }))).toEqual({
      type: 'json',
      data: [{ id: 'cus_1' }],
      records: [{ id: 'cus_1' }],
      nextParams: { limit: 1, starting_after: 'cus_1' },
      durationMs: 12,
      requestId: 'r-1',
    });
  });

  it('needs nothing of the envelope but the result', async () => {
    const { client } = connectorsClient('current', { [EXECUTE]: [{ body: { result: { id: 1 } } }, { body: { status: 'success' } }] });
    expect(await client.execute(USER, list())).toMatchObject({ data: { id: 1 }, records: null, nextParams: null, durationMs: null });
    await expect(client.execute(USER, list())).rejects.toMatchObject({ code: 'upstream_invalid' });
  });

  it('reads a search of the context store with a result around it and without', async () => {
    const found = { data: [{ id: 1 }], meta: { has_more: true, cursor: 'c2', took_ms: 3 } };
    const { client } = connectorsClient('current', { [EXECUTE]: [{ body: { result: found } }, { body: found }] });
    const search = () => client.execute(USER, { connectorId: IDS.mine, entity: 'customers', action: 'context_store_search', params: { query: {} } });
    const nested = await search();
    expect(nested).toMatchObject({ data: found, records: [{ id: 1 }], nextParams: { cursor: 'c2' } });
    expect(await search()).toEqual(nested);
  });

  it.each([null, 'odd', 7, [], {}, [1]])('reads a result whatever stands beside it as data and meta: %j', async (odd) => {
    const { client } = connectorsClient('current', { [EXECUTE]: { body: { result: [{ id: 1 }], data: odd, meta: odd } } });
    expect(await client.execute(USER, list())).toMatchObject({ data: [{ id: 1 }], records: [{ id: 1 }] });
  });

  it.each([null, 'odd', [1]])('reads a search without a result, less a meta that is none: %j', async (meta) => {
    const { client } = connectorsClient('current', { [EXECUTE]: { body: { data: [{ id: 1 }], meta } } });
    const { data } = Object.assign({ data: null }, await client.execute(USER, list({ action: 'context_store_search', params: { query: {} } })));
    expect(data).toEqual({ data: [{ id: 1 }] });
  });

  it.each([null, 'odd', 7, {}])('takes nothing but a list for what a search has found: %j', async (data) => {
    const { client } = connectorsClient('current', { [EXECUTE]: { body: { data } } });
    await expect(client.execute(USER, list())).rejects.toMatchObject({ code: 'upstream_invalid' });
  });

  it('repeats reads only', async () => {
    const read = connectorsClient('current', { [EXECUTE]: [{ status: 502, body: '<html>' }, { body: page() }] });
    await read.client.execute(USER, list());
    expect(read.sent(EXECUTE)).toHaveLength(2);
    const write = connectorsClient('current', { [EXECUTE]: [{ status: 502, body: '<html>' }, { body: page() }] });
    await expect(write.client.execute(USER, list({ action: 'create' }))).rejects.toMatchObject({ code: 'upstream_unavailable' });
    expect(write.sent(EXECUTE)).toHaveLength(1);
  });

  it('does not send an operation that the catalogue’s connector has not', async () => {
    const { client, sent } = connectorsClient('current');
    await expect(client.execute(USER, list({ entity: 'unicorns' }))).rejects.toMatchObject({ code: 'operation_not_found' });
    await expect(client.execute(USER, list({ action: 'constructor' }))).rejects.toMatchObject({ code: 'operation_not_found' });
    expect(sent(EXECUTE)).toEqual([]);
  });

  it.each([
    [401, 'credentials_refused'],
    [403, 'credentials_refused'],
    [404, 'connector_not_found'],
    [400, 'invalid_input'],
    [422, 'invalid_input'],
    [409, 'conflict'],
  ])('answers %i as %s', async (status, code) => {
    const { client } = connectorsClient('current', { [EXECUTE]: { status, body: { message: 'x' } } });
    await expect(client.execute(USER, list())).rejects.toMatchObject({ code });
  });

  it.each(['limit', 'params.limit', 'body.params.limit'])('ties a field error to the parameter: %s', async (field) => {
    const { client } = connectorsClient('current', {
      [EXECUTE]: { status: 422, body: { errors: [{ field, error_code: 'value_error' }, { field: 'nothing' }] } },
    });
    await expect(client.execute(USER, list())).rejects.toMatchObject({ fieldErrors: { limit: { code: 'invalid_input' } } });
  });

  it('answers a download as a file with a harmless name', async () => {
    const zendesk = listed({ summarized_source_template: { name: 'Zendesk Support', actor_definition_id: IDS.zendesk } });
    const file = {
      body: new Uint8Array([37, 80, 68, 70]),
      headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="../x/invoice.pdf"' },
    };
    const { client } = connectorsClient('current', { [`GET ${PATH}`]: { body: { data: [zendesk] } }, [EXECUTE]: file });
    const input = { connectorId: IDS.mine, entity: 'article_attachments', action: 'download', params: { article_id: 1, attachment_id: 2 } };
    const result = await client.execute(USER, input);
    expect(result).toMatchObject({ type: 'file', filename: 'invoice.pdf', contentType: 'application/pdf' });
    expect(result.type === 'file' ? await result.blob.text() : null).toBe('%PDF');
  });

  it('is aborted by its caller', async () => {
    const controller = new AbortController();
    const { client } = connectorsClient('current', {
      [EXECUTE]: () => {
        controller.abort();
        return new Promise(() => undefined);
      },
    });
    await expect(client.execute(USER, list(), { signal: controller.signal })).rejects.toMatchObject({ code: 'aborted' });
  });
});
