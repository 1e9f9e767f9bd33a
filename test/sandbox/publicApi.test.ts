import { describe, expect, it } from 'vitest';
import { at, CLIENT, listAt, openSandbox, stripeBody, textAt } from './api.js';

type Api = Awaited<ReturnType<typeof openSandbox>>;

const config = { sourceType: 'stripe', api_key: 'sk_marked', account_id: 'acct_1' };
const workspace = async ({ post }: Api, name = 'customer_7', base = '') => textAt((await post(`${base}/v1/workspaces`, { name })).body, 'workspaceId');

async function signIn(api: Api, workspaceId: string) {
  const redirectUrl = 'https://app.example.com/cb?user=7';
  const start = await api.post('/v1/sources/initiateOAuth', { workspaceId, sourceType: 'intercom', redirectUrl });
  return new URL(api.sandbox.decideConsent(textAt(start.body, 'consentUrl'), 'approve')).searchParams.get('secret_id') ?? '';
}

describe('public workspaces', () => {
  it('may have one name, and their ids differ; a widget token for that name fails', async () => {
    const api = await openSandbox();
    expect(await workspace(api)).not.toBe(await workspace(api));
    const organizationId = textAt((await api.get('/v1/embedded/organizations')).body, 'organizations', 0, 'organizationId');
    const ask = (externalUserId: string, id = organizationId) =>
      api.post('/v1/embedded/widget_token', { externalUserId, organizationId: id, allowedOrigin: 'https://app.example.com' });
    expect(await ask('customer_7')).toMatchObject({ status: 500, body: { title: 'unexpected-problem' } });
    expect((await ask('ada', '11111111-1111-4111-8111-111111111111')).status).toBe(403);
    const { token, widgetUrl } = JSON.parse(atob(textAt((await ask('ada')).body, 'token')));
    const about = (await api.send(token, 'GET', '/api/v1/embedded/scoped-token/info')).body;
    expect(about).toMatchObject({ external_user_id: 'ada' });
    expect(new URL(widgetUrl).searchParams.get('workspaceId')).toBe(textAt(about, 'workspace_id'));
  });

  it('page by offset, with the URLs of both neighbours', async () => {
    const api = await openSandbox();
    for (const name of ['a', 'b', 'c']) await workspace(api, name);
    const middle = (await api.get('/v1/workspaces?limit=1&offset=1')).body;
    expect(at(middle, 'data', 0, 'name')).toBe('b');
    expect([textAt(middle, 'previous'), textAt(middle, 'next')]).toEqual([expect.stringContaining('offset=0'), expect.stringContaining('offset=2')]);
    expect(at((await api.get('/v1/workspaces?limit=1&offset=2')).body, 'next')).toBeUndefined();
    expect(await api.get('/v1/workspaces?limit=101')).toMatchObject({ status: 400, body: { title: 'bad-request' } });
  });

  it('are removed with everything in them, tokens too', async () => {
    const api = await openSandbox();
    const id = await workspace(api);
    const token = textAt((await api.post('/v1/embedded/scoped_token', { workspaceId: id })).body, 'token');
    const source = textAt((await api.post('/v1/sources', { name: 'Shop', workspaceId: id, configuration: config })).body, 'sourceId');
    expect((await api.send(api.application, 'DELETE', `/v1/workspaces/${id}`)).status).toBe(204);
    expect((await api.get(`/v1/workspaces/${id}`)).body).toMatchObject({ title: 'resource-not-found', data: { resourceType: 'WORKSPACE' } });
    expect((await api.get(`/v1/sources/${source}`)).status).toBe(404);
    expect((await api.send(token, 'GET', `/v1/sources/${source}`)).status).toBe(401);
    expect(listAt((await api.get('/v1/workspaces')).body, 'data')).toEqual([]);
    expect(listAt((await api.get('/v1/workspaces?includeDeleted=true')).body, 'data')).toHaveLength(1);
  });
});

describe('public sources', () => {
  it('are made from keys, never show them, and execute on the agent engine', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const made = await api.post('/v1/sources', { name: 'Shop', workspaceId, configuration: config });
    expect(made).toMatchObject({
      status: 200,
      body: { name: 'Shop', sourceType: 'stripe', workspaceId, configuration: { account_id: 'acct_1', api_key: '**********' } },
    });
    const id = textAt(made.body, 'sourceId');
    const run = await api.post(`/api/v1/connectors/sources/${id}/execute`, { entity: 'customers', action: 'list', params: { limit: 2 } });
    expect(listAt(run.body, 'result')).toHaveLength(2);
    const bad = await api.post('/v1/sources', { name: 'Shop', workspaceId, configuration: { ...config, api_key: 'sk_invalid' } });
    const refused = await api.post(`/api/v1/connectors/sources/${textAt(bad.body, 'sourceId')}/execute`, { entity: 'customers', action: 'list', params: {} });
    expect(refused.status).toBe(401);
  });

  it('name each mistake: unknown type, no type, missing field, unknown workspace', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const post = (configuration: unknown, id = workspaceId) => api.post('/v1/sources', { name: 'Shop', workspaceId: id, configuration });
    expect(await post({ sourceType: 'fax' })).toMatchObject({ status: 400, body: { title: 'value-not-found', data: { value: 'fax' } } });
    expect(await post({})).toMatchObject({ status: 422, body: { title: 'unprocessable-entity' } });
    expect(await post({ sourceType: 'stripe', api_key: 'x' })).toMatchObject({
      status: 422,
      body: { data: { message: expect.stringContaining('account_id') } },
    });
    expect(await post({ sourceType: 'stripe', account_id: 'x' })).toMatchObject({
      status: 422,
      body: { data: { message: expect.stringContaining('api_key') } },
    });
    expect((await post(config, '11111111-1111-4111-8111-111111111111')).status).toBe(404);
    expect((await api.get('/v1/sources/none')).status).toBe(400);
  });

  it('are changed in part, or as a whole, and removed', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const path = `/v1/sources/${textAt((await api.post('/v1/sources', { name: 'Shop', workspaceId, configuration: config })).body, 'sourceId')}`;
    const patched = await api.send(api.application, 'PATCH', path, { configuration: { account_id: 'acct_2' } });
    expect(patched.body).toMatchObject({ name: 'Shop', configuration: { account_id: 'acct_2' } });
    expect(api.sandbox.connectors('customer_7')[0]?.credentials).toEqual({ api_key: 'sk_marked' });
    expect((await api.send(api.application, 'PUT', path, { name: 'New', configuration: { account_id: 'acct_3' } })).status).toBe(422);
    expect((await api.send(api.application, 'PUT', path, { name: 'New', configuration: config })).body).toMatchObject({ name: 'New' });
    expect((await api.send(api.application, 'DELETE', path)).status).toBe(204);
    expect((await api.get(path)).status).toBe(404);
  });

  it('of another workspace are closed to a scoped token', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const { body } = await api.post('/v1/sources', { name: 'Shop', workspaceId, configuration: config });
    const [ben, mine] = [await api.scoped('ben'), await api.scoped('customer_7')];
    const path = `/v1/sources/${textAt(body, 'sourceId')}`;
    expect([(await api.send(ben, 'GET', path)).status, (await api.send(mine, 'GET', path)).status]).toEqual([403, 200]);
    expect((await api.send(ben, 'POST', '/v1/sources', { name: 'x', workspaceId, configuration: config })).status).toBe(403);
  });
});

describe('the public sign-in', () => {
  it('brings a secret id that makes one source, without credentials in its configuration', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const secretId = await signIn(api, workspaceId);
    const body = { name: 'Inbox', workspaceId, secretId, configuration: { sourceType: 'intercom', start_date: '2024-01-01T00:00:00Z' } };
    const made = await api.post('/v1/sources', body);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const run = await api.post(`/api/v1/connectors/sources/${textAt(made.body, 'sourceId')}/execute`, {
      entity: 'contacts',
      action: 'list',
      params: { per_page: 5 },
    });
    expect(listAt(run.body, 'result')).toHaveLength(5);
    expect(await api.post('/v1/sources', body)).toMatchObject({ status: 400, body: { detail: 'Invalid secret_id' } });
  });

  it('wants https, a type with OAuth, and no OAuth app of the workspace itself', async () => {
    const api = await openSandbox();
    const workspaceId = await workspace(api);
    const start = (sourceType: string, redirectUrl: string) => api.post('/v1/sources/initiateOAuth', { workspaceId, sourceType, redirectUrl });
    expect(await start('intercom', 'http://localhost:3000/cb')).toMatchObject({ status: 422, body: { title: 'invalid-redirect-url' } });
    expect((await start('stripe', 'https://app.example.com')).status).toBe(400);
    const app = { actorType: 'source', name: 'intercom', configuration: { client_id: 'a', client_secret: 'b' } };
    const secretId = await signIn(api, workspaceId);
    expect((await api.send(api.application, 'PUT', `/v1/workspaces/${workspaceId}/oauthCredentials`, app)).status).toBe(200);
    expect((await start('intercom', 'https://app.example.com')).status).toBe(400);
    const configuration = { sourceType: 'intercom', start_date: '2024-01-01T00:00:00Z' };
    expect((await api.post('/v1/sources', { name: 'x', workspaceId, secretId, configuration })).status).toBe(400);
    const own = { ...configuration, access_token: 'own', client_id: 'a', client_secret: 'b' };
    expect((await api.post('/v1/sources', { name: 'x', workspaceId, configuration: own })).status).toBe(200);
    const path = `/v1/workspaces/${workspaceId}/oauthCredentials/source/intercom`;
    expect((await api.send(api.application, 'DELETE', path)).status).toBe(204);
    expect((await start('intercom', 'https://app.example.com')).status).toBe(200);
  });

  it('is not there on self-managed, where sources of keys are', async () => {
    const api = await openSandbox();
    const token = textAt((await api.send(null, 'POST', '/api/public/v1/applications/token', CLIENT)).body, 'access_token');
    const workspaceId = await workspace(api, 'customer_7', '/api/public');
    const start = { workspaceId, sourceType: 'intercom', redirectUrl: 'https://app.example.com' };
    expect(await api.send(token, 'POST', '/api/public/v1/sources/initiateOAuth', start)).toMatchObject({ status: 501, body: '' });
    expect((await api.send(token, 'POST', '/api/public/v1/sources', { name: 'Shop', workspaceId, configuration: config })).status).toBe(200);
  });
});

describe('agent workspaces', () => {
  it('page by the cursor in the next URL, narrowed by name and status', async () => {
    const api = await openSandbox();
    for (const name of ['acme-1', 'acme-2', 'acme-3', 'other']) await api.scoped(name);
    const names: unknown[] = [];
    for (let path: string | null = '/api/v1/workspaces?name_contains=ACME&limit=2'; path !== null; ) {
      const { body }: { body: unknown } = await api.get(path);
      names.push(...listAt(body, 'data').map((item) => at(item, 'name')));
      const next = at(body, 'next');
      path = typeof next === 'string' ? new URL(next).pathname + new URL(next).search : null;
    }
    expect(names).toEqual(['acme-1', 'acme-2', 'acme-3']);
    expect((await api.get('/api/v1/workspaces?limit=0')).status).toBe(422);
    expect((await api.get('/api/v1/workspaces?cursor=guess')).status).toBe(422);
  });

  it('run nothing while they are inactive', async () => {
    const api = await openSandbox();
    const connector = await api.create(stripeBody('ada'));
    const id = textAt((await api.get('/api/v1/workspaces')).body, 'data', 0, 'id');
    await api.send(api.application, 'PUT', `/api/v1/workspaces/${id}`, { status: 'inactive' });
    expect((await api.execute(connector, 'customers', 'list')).status).toBe(403);
    expect((await api.get('/api/v1/workspaces/stats')).body).toEqual({ active_count: 0, inactive_count: 1, total_count: 1 });
    await api.send(api.application, 'PUT', `/api/v1/workspaces/${id}`, { status: 'active' });
    expect((await api.execute(connector, 'customers', 'list')).status).toBe(200);
  });
});
