import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { CLIENT, openSandbox, stripeBody, textAt } from './api.js';

const LIST = '/api/v1/integrations/connectors?workspace_name=ada';

describe('application tokens', () => {
  it.each(['/v1/applications/token', '/api/public/v1/applications/token'])('answers %s with or without a grant type, as JSON and as a form', async (path) => {
    const { send, sandbox } = await openSandbox();
    for (const body of [CLIENT, { ...CLIENT, 'grant-type': 'client_credentials' }, { ...CLIENT, grant_type: 'client_credentials' }]) {
      expect(await send(null, 'POST', path, body)).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900 } });
    }
    const form = await sandbox.fetch(`https://airbyte.test${path}`, { method: 'POST', body: new URLSearchParams(CLIENT) });
    expect(form.status).toBe(200);
    expect((await send(null, 'POST', path, { ...CLIENT, 'grant-type': 'password' })).status).toBe(400);
  });

  it('refuses another client in the shape of each host', async () => {
    const { send } = await openSandbox();
    const wrong = { ...CLIENT, client_secret: 'guess' };
    expect(await send(null, 'POST', '/v1/applications/token', wrong)).toMatchObject({ status: 401, body: { errorId: expect.any(String) } });
    expect(await send(null, 'POST', '/api/v1/account/applications/token', wrong)).toMatchObject({ status: 401, body: { message: 'Unauthorized', errors: [] } });
    expect((await send(null, 'POST', '/api/v1/account/applications/token', { client_id: 'x' })).status).toBe(422);
    expect((await send(null, 'POST', '/v1/applications/token', 'no json')).status).toBe(400);
  });

  it('expires after 900 seconds', async () => {
    const { get, scoped, clock } = await openSandbox();
    await scoped('ada');
    clock.now += 899_000;
    expect((await get(LIST)).status).toBe(200);
    clock.now += 1_000;
    expect(await get(LIST)).toMatchObject({ status: 401, body: { message: 'Invalid token' } });
  });

  it('refuses a missing, altered or foreign bearer', async () => {
    const { send, application } = await openSandbox();
    const other = await openSandbox();
    for (const token of [null, 'nonsense', `${application.slice(0, -3)}abc`, other.application]) expect((await send(token, 'GET', LIST)).status).toBe(401);
  });
});

describe('scoped tokens', () => {
  it('makes the workspace, and lasts 20 minutes', async () => {
    const { get, send, scoped, clock } = await openSandbox();
    expect(await get(LIST)).toMatchObject({ status: 404, body: { message: 'Workspace not found' } });
    const token = await scoped('ada');
    expect(await get(LIST)).toMatchObject({ status: 200, body: { data: [] } });
    const info = '/api/v1/account/applications/scoped-token/info';
    clock.now += 1_199_000;
    expect(await send(token, 'GET', info)).toMatchObject({ status: 200, body: { workspace_name: 'ada' } });
    clock.now += 1_000;
    expect((await send(token, 'GET', info)).status).toBe(401);
  });

  it('carries the claims of an embedded token', async () => {
    const { scoped, clock } = await openSandbox();
    const claims = decodeJwt(await scoped('ada'));
    expect(claims).toMatchObject({
      aud: 'airbyte-server',
      typ: 'io.airbyte.auth.embedded_v1',
      roles: ['EMBEDDED_END_USER'],
      act: { sub: 'ada' },
      exp: clock.now / 1000 + 1200,
    });
    expect(claims['io.airbyte.auth.workspace_scope']).toMatchObject({ workspaceId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('answers the older path with both names, and reads all three spellings of the tenant', async () => {
    const { post, send, application } = await openSandbox();
    for (const field of ['workspace_name', 'customer_name', 'external_user_id']) {
      const { status, body } = await post('/api/v1/embedded/scoped-token', { [field]: 'ada' });
      expect(status).toBe(200);
      expect(textAt(body, 'token')).toBe(textAt(body, 'access_token'));
    }
    expect(await post('/api/v1/embedded/scoped-token', {})).toMatchObject({ status: 422, body: { errors: [{ error_code: 'value_error' }] } });
    expect((await send(application, 'GET', '/api/v1/embedded/scoped-token/info')).status).toBe(403);
  });

  it('is refused where only the application may call', async () => {
    const { create, send, scoped } = await openSandbox();
    const id = await create(stripeBody('ada'));
    const token = await scoped('ada');
    const calls = [
      ['POST', '/api/v1/account/applications/scoped-token', { workspace_name: 'ben' }],
      ['GET', '/api/v1/integrations/definitions/sources'],
      ['GET', LIST],
      ['GET', `/api/v1/integrations/connectors/${id}`],
      ['PUT', `/api/v1/integrations/connectors/${id}`, { name: 'x' }],
      ['DELETE', `/api/v1/integrations/connectors/${id}`],
      ['POST', '/api/v1/integrations/connectors/check', stripeBody('ada')],
    ] as const;
    for (const [method, path, body] of calls) expect((await send(token, method, path, body)).status, `${method} ${path}`).toBe(403);
  });

  it('reaches its own workspace only', async () => {
    const { create, send, scoped } = await openSandbox();
    const id = await create(stripeBody('ada'));
    const ben = await scoped('ben');
    const list = { entity: 'customers', action: 'list', params: {} };
    expect((await send(ben, 'POST', '/api/v1/integrations/connectors', stripeBody('ada'))).status).toBe(403);
    expect((await send(ben, 'POST', '/api/v1/integrations/connectors', stripeBody('nobody'))).status).toBe(403);
    expect((await send(ben, 'POST', `/api/v1/integrations/connectors/${id}/execute`, list)).status).toBe(404);
    expect((await send(await scoped('ada'), 'POST', `/api/v1/integrations/connectors/${id}/execute`, list)).status).toBe(200);
  });

  it('dies with its workspace', async () => {
    const { scoped, send, sandbox } = await openSandbox();
    const token = await scoped('ada');
    sandbox.reset();
    expect((await send(token, 'POST', '/api/v1/integrations/connectors', stripeBody('ada'))).status).toBe(401);
  });
});
